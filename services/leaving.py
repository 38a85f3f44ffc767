"""Ends seats, and erases people who ask for it; what rests on a seat ends in the same transaction."""

import datetime as dt

from domain.access import SYSTEM, Actor, Role
from domain.checkins import answered_state
from domain.errors import NotAllowed, NothingToDo
from domain.groups import Group, Member
from domain.ids import MembershipId
from domain.messages import MemberLeft
from domain.partners import EndReason
from services.outbox import Outbox
from services.partings import Partings
from storage.unit_of_work import UnitOfWork


class Leaving:
    """The way out."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._partings = Partings(work, outbox)

    async def seats(self, actor: Actor) -> list[tuple[Member, Group]]:
        """Return the actor's seats, each with its group."""
        seats = await self._work.groups.seats(actor.scope, actor.person_id)
        return [(seat, await self._work.groups.group(seat.group_id)) for seat in seats]

    async def seat(self, actor: Actor, membership_id: MembershipId) -> tuple[Member, Group]:
        """Return one of the actor's own active seats with its group.

        Raises:
            NotAllowed: it is somebody else's, or left, or there is none.
        """
        seat = await self._work.groups.member(actor.scope, membership_id)
        if seat is None or seat.person_id != actor.person_id or not seat.is_active:
            raise NotAllowed("privacy.not_in_group")
        return seat, await self._work.groups.group(seat.group_id)

    async def leave(self, actor: Actor, membership_id: MembershipId, now: dt.datetime) -> Group:
        """End a seat, with its consents, pairs, questions and messages in line; the other members are told.

        Raises:
            NotAllowed: the seat is not the actor's, or already left.
            NothingToDo: participants would be left without a facilitator.
        """
        seat, group = await self.seat(actor, membership_id)
        if seat.role is Role.FACILITATOR:
            await self._must_not_desert(seat, group)
        await self._work.consents.revoke(actor.person_id, seat.group_id, now)
        await self._work.schedules.stop(membership_id)
        for checkin in await self._work.checkins.open_of(actor.scope, actor.person_id):
            if checkin.membership_id == membership_id:
                await self._work.checkins.set_state(checkin.id, answered_state(checkin), now)
        await self._end_pairs(membership_id, now)
        await self._work.dialogues.close(actor.person_id)
        await self._work.groups.leave(membership_id, now)
        if len(actor.seats) == 1:
            await self._work.outbox.drop_of(actor.person_id, now)
        await self._tell(seat, now)
        return group

    async def erase(self, actor: Actor, now: dt.datetime) -> None:
        """End every seat, destroy the person's key and all that they left; only nameless records stay.

        Raises:
            NothingToDo: participants would be left without a facilitator.
        """
        for seat in actor.seats:
            await self.leave(actor, seat.membership_id, now)
        await self._work.personal.erase(actor.person_id)

    async def _must_not_desert(self, seat: Member, group: Group) -> None:
        others = [
            member
            for member in await self._work.groups.facilitators(seat.group_id)
            if member.person_id != seat.person_id
        ]
        if not others and await self._work.groups.participants(SYSTEM, seat.group_id):
            raise NothingToDo("privacy.last_facilitator", {"group": group.name})

    async def _end_pairs(self, membership_id: MembershipId, now: dt.datetime) -> None:
        for pair in await self._work.partners.open_of(SYSTEM, membership_id):
            await self._partings.part(pair, membership_id, EndReason.LEFT_GROUP, now)

    async def _tell(self, seat: Member, now: dt.datetime) -> None:
        message = MemberLeft(group_id=seat.group_id, person_id=seat.person_id)
        for facilitator in await self._work.groups.facilitators(seat.group_id):
            key = f"left:{seat.membership_id}:{now:%Y%m%d%H%M%S}"
            await self._outbox.post(message, to=facilitator.person_id, key=key, now=now)
