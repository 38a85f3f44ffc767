"""Changes a group's pairs when their time has come, with a word a day before; it draws no plan itself.

The old pairs end and the new ones are asked in one transaction: at every moment a pair either lasts or is over.
"""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor
from domain.errors import NotAllowed
from domain.groups import Group
from domain.ids import GroupId, PairId, PersonId
from domain.messages import GoodbyeComing, PairGoesOn, RotationComing
from domain.partners import Answer, EndReason, Pair
from domain.rotations import GOODBYES_AFTER, NOTICE, Rotation, is_due_to_end
from services.outbox import Outbox
from services.partings import Partings
from services.proposing import Proposal, Proposing
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=15)
"""A change that could not be made is tried again after this time."""


@dataclasses.dataclass(frozen=True, slots=True)
class Settled:
    """When a group's pairs change, as it stands after a facilitator's tap; `is_new` when the tap changed it."""

    group: Group
    rotation: Rotation
    is_new: bool = False


class Rotations:
    """The change of pairs."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._proposing = Proposing(work, outbox)
        self._partings = Partings(work, outbox)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return groups whose change is to be announced or made, earliest first."""
        return list(await self._work.rotations.due(now, limit))

    async def serve(self, group_id: GroupId, now: dt.datetime) -> None:
        """Announce the change of a group's pairs, or make it, or put it off when it comes too late for that."""
        rotation = await self._work.rotations.get(group_id)
        if rotation.next_at is None:
            return
        group = await self._work.groups.group(group_id)
        if rotation.is_too_late(now):
            await self._put_off(group, rotation, now)
        elif rotation.is_announced and rotation.next_at <= now:
            await self._change(group, rotation, now)
        elif not rotation.is_announced and rotation.next_at - NOTICE <= now:
            await self._announce(group, rotation, now)

    async def postpone(self, group_id: GroupId, now: dt.datetime) -> None:
        """Let a group wait whose change could not be announced or made."""
        rotation = await self._work.rotations.get(group_id)
        if rotation.next_at is not None:
            later = now + POSTPONE if rotation.is_announced else now + POSTPONE + NOTICE
            await self._work.rotations.keep(dataclasses.replace(rotation, next_at=later))

    async def next_at(self) -> dt.datetime | None:
        """Return when the next change is announced or made; None when none is planned."""
        return await self._work.rotations.next_at()

    async def rhythm(self, actor: Actor, group_id: GroupId) -> Settled:
        """Return when a group's pairs change.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        group = await self._work.groups.group(group_id)
        return Settled(group, await self._work.rotations.get(group_id))

    async def set_every(self, actor: Actor, group_id: GroupId, weeks: int, now: dt.datetime) -> Settled:
        """Change a group's pairs every so many weeks from today on, or never (0).

        Before the first pairs are sent, only the rhythm is kept: they are what it is counted from.

        Raises:
            NotAllowed: the person does not facilitate the group.
            NotUnderstood: it is none of the choices.
        """
        before = await self.rhythm(actor, group_id)
        rotation = before.rotation.every(weeks, before.group.timezone, now)
        if before.rotation.next_at is None and not await self._work.rotations.has_had_pairs(group_id):
            rotation = dataclasses.replace(rotation, next_at=None)
        is_planned = before.rotation.next_at is not None or rotation.next_at is None
        if weeks == before.rotation.every_weeks and is_planned:
            return before
        await self._call_off(before.rotation, now)
        await self._work.rotations.keep(rotation)
        return dataclasses.replace(before, rotation=rotation, is_new=True)

    async def skip(self, actor: Actor, group_id: GroupId, number: int, now: dt.datetime) -> Settled:
        """Leave out the change that was announced with this number; one that is made, or left out already, stays so.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        before = await self.rhythm(actor, group_id)
        if not before.rotation.is_announced or before.rotation.number != number:
            return before
        await self._call_off(before.rotation, now)
        rotation = before.rotation.skipped(before.group.timezone)
        await self._work.rotations.keep(rotation)
        return dataclasses.replace(before, rotation=rotation, is_new=True)

    async def coming(self, actor: Actor, group_id: GroupId, number: int, now: dt.datetime) -> Settled | None:
        """Return the change that a facilitator is told of; None when it is over, called off, or not theirs."""
        if group_id not in actor.scope.facilitated:
            return None
        found = await self.rhythm(actor, group_id)
        return found if _is_coming(found.rotation, number, now) else None

    async def goodbye(
        self, actor: Actor, pair_id: PairId, number: int, now: dt.datetime
    ) -> tuple[Pair, dt.datetime] | None:
        """Return the pair that somebody is told the end of, and when it ends; None when it does not, or is over."""
        pair = await self._mine(actor, pair_id)
        rotation = None if pair is None else await self._work.rotations.get(pair.group_id)
        if pair is None or rotation is None or rotation.next_at is None:
            return None
        ends = _is_coming(rotation, number, now) and is_due_to_end(pair.started_at, rotation.next_at)
        return (pair, rotation.next_at) if ends else None

    async def goes_on(self, actor: Actor, pair_id: PairId, number: int, now: dt.datetime) -> Pair | None:
        """Return the pair that goes on after all; None when it is over, or ends once more."""
        pair = await self._mine(actor, pair_id)
        if pair is None or _is_coming(await self._work.rotations.get(pair.group_id), number, now):
            return None
        return pair

    async def ended_before(self, actor: Actor, pair: Pair) -> list[Pair]:
        """Return the pairs of the person that ended when this one was proposed, so that both are told at once."""
        side = pair.side_of(actor.person_id)
        ids = (
            []
            if side is None
            else await self._work.rotations.ended_with(side.membership_id, pair.proposed_at)
        )
        found = [await self._work.partners.pair(actor.scope, pair_id) for pair_id in ids]
        return [one for one in found if one is not None]

    async def _announce(self, group: Group, rotation: Rotation, now: dt.datetime) -> None:
        proposal = await self._plan(group, rotation, now)
        if not proposal.plan.matches:
            # Nobody would get anybody new: the pairs go on, and nobody is told of nothing.
            await self._work.rotations.keep(rotation.skipped(group.timezone))
            return
        await self._work.rotations.keep(dataclasses.replace(rotation, announced_at=now))
        for facilitator in await self._work.groups.facilitators(group.group_id):
            await self._outbox.post(
                RotationComing(group.group_id, rotation.number),
                to=facilitator.person_id,
                key=f"rotation:{group.group_id}:{rotation.next_at}",
                now=now,
                not_before=await quiet_end(self._work, facilitator.person_id, now),
            )
        for pair in proposal.ending:
            for side in pair.sides if pair.is_active else ():
                if side.is_in_it and side.membership_id not in proposal.away:
                    await self._say_goodbye(pair, side.person_id, rotation, now)

    async def _say_goodbye(
        self, pair: Pair, person_id: PersonId, rotation: Rotation, now: dt.datetime
    ) -> None:
        await self._outbox.post(
            GoodbyeComing(pair.pair_id, rotation.number),
            to=person_id,
            key=_goodbye_key(pair, rotation),
            now=now,
            not_before=await quiet_end(self._work, person_id, now + GOODBYES_AFTER),
        )

    async def _change(self, group: Group, rotation: Rotation, now: dt.datetime) -> None:
        await self._work.pairing.alone(group.group_id)
        proposal = await self._plan(group, rotation, now)
        covers = await self._work.rotations.covers(group.group_id)
        ending = {pair.pair_id for pair in proposal.ending}
        for pair in await self._work.partners.open_in(SYSTEM, group.group_id):
            # Who stands in for somebody of an old pair has nothing left to stand in for.
            if pair.pair_id in ending or covers.get(pair.pair_id) in ending:
                await self._partings.end(pair, EndReason.ROTATED, now)
        await self._proposing.ask(group.group_id, proposal.plan.matches, now)
        for one in (one for match in proposal.plan.matches for one in match.members):
            # The question to them says it too: one message a day is enough.
            for pair in proposal.ending:
                await self._outbox.cancel(
                    f"pair-ended:{pair.pair_id}:{EndReason.ROTATED}", one.person_id, now
                )
        await self._work.pair_drafts.drop(group.group_id)
        await self._work.rotations.keep(rotation.made(group.timezone, now))
        # Whom the change leaves without anybody is looked after like whoever else loses a partner.
        await self._work.rotations.want_rematch(group.group_id, now)

    async def _put_off(self, group: Group, rotation: Rotation, now: dt.datetime) -> None:
        await self._call_off(rotation, now)
        await self._work.rotations.keep(rotation.put_off(group.timezone, now))

    async def _call_off(self, rotation: Rotation, now: dt.datetime) -> None:
        """Take back the goodbyes that wait, and tell those who have got theirs that they go on."""
        for pair in (
            await self._work.partners.open_in(SYSTEM, rotation.group_id) if rotation.is_announced else ()
        ):
            key = _goodbye_key(pair, rotation)
            for side in pair.sides:
                await self._outbox.cancel(key, side.person_id, now)
                if side.is_in_it and await self._work.rotations.was_told(f"{key}:{side.person_id}"):
                    await self._outbox.post(
                        PairGoesOn(pair.pair_id, rotation.number),
                        to=side.person_id,
                        key=f"goes-on:{key}",
                        now=now,
                        not_before=await quiet_end(self._work, side.person_id, now),
                    )

    async def _plan(self, group: Group, rotation: Rotation, now: dt.datetime) -> Proposal:
        draft = await self._work.pair_drafts.get(group.group_id)
        return await self._proposing.proposal(SYSTEM, group.group_id, draft, now, rotation.next_at)

    async def _mine(self, actor: Actor, pair_id: PairId) -> Pair | None:
        """Return a pair that lasts and in which the person is."""
        pair = await self._work.partners.pair(actor.scope, pair_id)
        side = None if pair is None else pair.side_of(actor.person_id)
        is_in_it = pair is not None and pair.is_active and side is not None and side.answer is Answer.ACCEPTED
        return pair if is_in_it else None


def _goodbye_key(pair: Pair, rotation: Rotation) -> str:
    return f"goodbye:{pair.pair_id}:{rotation.next_at}"


def _is_coming(rotation: Rotation, number: int, now: dt.datetime) -> bool:
    return (
        rotation.next_at is not None
        and rotation.is_announced
        and rotation.number == number
        and now < rotation.next_at
    )
