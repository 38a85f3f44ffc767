"""Takes each side's answer to a proposed pair and lets a pair begin; who wanted somebody else is told to facilitators alone."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import PairId, PersonId
from domain.messages import PairDeclined, PairFormed
from domain.partners import Answer, Pair, PairState
from services.outbox import Outbox
from services.partings import Partings
from services.rematching import Rematching
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Answered:
    """Where a pair stands after somebody's answer; `is_stale` when the answer came too late to count."""

    pair: Pair
    is_stale: bool


class Pairing:
    """From a question to two who said yes."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._partings = Partings(work, outbox)
        self._rematching = Rematching(work, outbox)

    async def accept(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Answered:
        """Say yes; with the last yes the pair begins and the others are told.

        Raises:
            NotAllowed: the person has no side in this pair.
        """
        pair, answer = await self._own(actor, pair_id)
        if pair.state is not PairState.PROPOSED or answer is not Answer.ASKED:
            return Answered(pair, is_stale=answer is not Answer.ACCEPTED or not pair.is_open)
        await self._answer(actor, pair, Answer.ACCEPTED, now)
        return Answered(await self._settle(actor, pair_id, now), is_stale=False)

    async def decline(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Answered:
        """Ask for somebody else, also after a yes, until the pair has begun; only facilitators are told.

        Raises:
            NotAllowed: the person has no side in this pair.
        """
        pair, answer = await self._own(actor, pair_id)
        if pair.state is not PairState.PROPOSED or answer not in {Answer.ASKED, Answer.ACCEPTED}:
            return Answered(pair, is_stale=answer is not Answer.DECLINED)
        await self._answer(actor, pair, Answer.DECLINED, now)
        settled = await self._settle(actor, pair_id, now)
        # Told after the proposal is closed, which takes back everything about it that waits.
        for facilitator in await self._work.groups.facilitators(pair.group_id):
            await self._outbox.post(
                PairDeclined(pair_id, actor.person_id),
                to=facilitator.person_id,
                key=f"pair-declined:{pair_id}:{actor.person_id}",
                now=now,
            )
        await self._work.rotations.want_rematch(pair.group_id, now)
        return Answered(settled, is_stale=False)

    async def pair(self, actor: Actor, pair_id: PairId) -> Pair | None:
        """Return a pair that the person is in or facilitates; None when it is neither."""
        return await self._work.partners.pair(actor.scope, pair_id)

    async def _own(self, actor: Actor, pair_id: PairId) -> tuple[Pair, Answer]:
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        side = None if pair is None else pair.side_of(actor.person_id)
        if pair is None or side is None:
            raise NotAllowed("system.not_yours")
        return pair, side.answer

    async def _answer(self, actor: Actor, pair: Pair, answer: Answer, now: dt.datetime) -> None:
        side = pair.side_of(actor.person_id)
        if side is not None:
            await self._work.partners.set_answer(pair.pair_id, side.membership_id, answer, now)

    async def _settle(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> Pair:
        """Let the pair begin when all who are left said yes; end the proposal when too few are."""
        pair = await self._work.partners.pair(actor.scope, pair_id)
        if pair is None:
            raise NotAllowed("system.not_yours")
        left = [side for side in pair.sides if side.is_in_it]
        if len(left) < 2 or not await self._rematching.holds(pair):  # noqa: PLR2004 two make a pair
            await self._partings.refused(pair, actor.person_id, now)
        elif all(side.answer is Answer.ACCEPTED for side in left):
            await self._work.partners.activate(pair_id, now)
            await self._rematching.begun(pair, now)
            await self._tell_begun([side.person_id for side in left], actor, pair_id, now)
        return await self._work.partners.pair(actor.scope, pair_id) or pair

    async def _tell_begun(
        self, people: list[PersonId], actor: Actor, pair_id: PairId, now: dt.datetime
    ) -> None:
        for person_id in people:
            if person_id != actor.person_id:
                await self._outbox.post(
                    PairFormed(pair_id), to=person_id, key=f"pair-formed:{pair_id}", now=now
                )
