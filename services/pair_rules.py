"""Lets facilitators keep two apart for good, and take it back; no participant is told, and it never says who blocked whom."""

import dataclasses
import datetime as dt

from domain.access import Actor, Role
from domain.errors import NotAllowed, NotUnderstood
from domain.groups import Group, Member
from domain.ids import GroupId, MembershipId
from domain.pairing import Apart
from domain.partners import EndReason, Pair
from services.outbox import Outbox
from services.partings import Partings
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class KeptCouple:
    """Two who are kept apart, and why."""

    one: Member
    other: Member
    reason: Apart


@dataclasses.dataclass(frozen=True, slots=True)
class Rules:
    """A group with its participants, by joining, and who of them is kept apart, oldest first."""

    group: Group
    people: tuple[Member, ...]
    apart: tuple[KeptCouple, ...]


class PairRules:
    """What a facilitator never wants."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._partings = Partings(work, outbox)

    async def rules(self, actor: Actor, group_id: GroupId) -> Rules:
        """Return who of a group is kept apart.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        people = await self._work.groups.participants(actor.scope, group_id)
        by_seat = {one.membership_id: one for one in people}
        apart = []
        for couple, reason in (await self._work.kept_apart.of(group_id)).items():
            if couple <= by_seat.keys():
                one, other = sorted((by_seat[seat] for seat in couple), key=people.index)
                apart.append(KeptCouple(one, other, reason))
        return Rules(await self._work.groups.group(group_id), tuple(people), tuple(apart))

    async def couple(self, actor: Actor, one: MembershipId, other: MembershipId) -> tuple[Member, Member]:
        """Return two participants of one group that the person facilitates.

        Raises:
            NotAllowed: they are not, or in different groups.
            NotUnderstood: they are one.
        """
        first, second = await self.member(actor, one), await self.member(actor, other)
        if first.group_id != second.group_id:
            raise NotAllowed("system.not_yours")
        if one == other:
            raise NotUnderstood("pairing.two_people")
        return first, second

    async def are_together(self, actor: Actor, one: MembershipId, other: MembershipId) -> bool:
        """Tell whether two are partners now, or asked to be."""
        return bool(await self._shared(actor, one, other))

    async def keep_apart(
        self, actor: Actor, one: MembershipId, other: MembershipId, reason: Apart, now: dt.datetime
    ) -> Rules:
        """Never bring two together any more; what they have together ends at once, and they are told only that it is over.

        Raises:
            NotAllowed: they are not two participants of a group that the person facilitates.
            NotUnderstood: they are one.
        """
        first, _ = await self.couple(actor, one, other)
        await self._work.kept_apart.add(first.group_id, frozenset({one, other}), reason, now)
        for pair in await self._shared(actor, one, other):
            await self._partings.end(pair, EndReason.REGROUPED, now)
            await self._work.rotations.want_rematch(first.group_id, now)
        return await self.rules(actor, first.group_id)

    async def let_together(self, actor: Actor, one: MembershipId, other: MembershipId) -> Rules:
        """Allow two to be brought together again.

        Raises:
            NotAllowed: they are not two participants of a group that the person facilitates.
            NotUnderstood: they are one.
        """
        first, _ = await self.couple(actor, one, other)
        await self._work.kept_apart.remove(frozenset({one, other}))
        return await self.rules(actor, first.group_id)

    async def _shared(self, actor: Actor, one: MembershipId, other: MembershipId) -> list[Pair]:
        return [
            pair
            for pair in await self._work.partners.open_of(actor.scope, one)
            if any(side.membership_id == other and side.is_in_it for side in pair.sides)
        ]

    async def member(self, actor: Actor, seat: MembershipId) -> Member:
        """Return a participant of a group that the person facilitates.

        Raises:
            NotAllowed: it is not.
        """
        member = await self._work.groups.member(actor.scope, seat)
        if member is None or not member.is_active or member.role is not Role.PARTICIPANT:
            raise NotAllowed("system.not_yours")
        if member.group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        return member
