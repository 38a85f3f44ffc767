"""Ends pairs, the one way there is: rights, what waits in line, and the word to those who remain, in one transaction."""

import datetime as dt

from domain.ids import MembershipId, PersonId
from domain.messages import PairEnded, about_pair
from domain.partners import EndReason, Pair, PairState, Side
from services.origins import is_from
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Partings:
    """The end of a pair, for one side or for all."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def part(
        self, pair: Pair, membership_id: MembershipId, reason: EndReason, now: dt.datetime
    ) -> None:
        """Take one side out of a pair, which ends unless two others remain; those are told, unless somebody blocked."""
        if not pair.is_active and await self._work.rematching.grows_from(pair.pair_id) is not None:
            # What two are asked to become with a third makes no sense without the third, or the two.
            await self.end(pair, reason, now)
            return
        ended = await self._work.partners.leave(pair, membership_id, now)
        left = next(side for side in pair.sides if side.membership_id == membership_id)
        await self._work.dialogues.close(left.person_id, "partner")
        if await self._is_over(pair):
            await self._work.partners.set_end_reason(pair.pair_id, reason)
            await self._outbox.cancel_about(about_pair(pair.pair_id), now)
        else:
            await self._outbox.cancel_about(about_pair(pair.pair_id), now, to=left.person_id)
            for side in pair.others(left.person_id):
                await self._take_back(pair, left, side, now)
        await self._work.rotations.want_rematch(pair.group_id, now)
        for person_id in ended.told if reason.is_told else ():
            await self._outbox.post(
                PairEnded(pair.pair_id),
                to=person_id,
                key=f"pair-ended:{pair.pair_id}:{membership_id}",
                now=now,
            )

    async def end(self, pair: Pair, reason: EndReason, now: dt.datetime) -> None:
        """End a pair or a proposal for all its sides, who are told kindly."""
        await self._work.partners.close(
            pair.pair_id, PairState.ENDED if pair.is_active else PairState.WITHDRAWN, now
        )
        await self._work.partners.set_end_reason(pair.pair_id, reason)
        await self._outbox.cancel_about(about_pair(pair.pair_id), now)
        for side in pair.sides if pair.is_active and reason.is_told else ():
            if side.is_in_it:
                await self._work.dialogues.close(side.person_id, "partner")
                key = f"pair-ended:{pair.pair_id}:{reason}"
                await self._outbox.post(PairEnded(pair.pair_id), to=side.person_id, key=key, now=now)

    async def refused(self, pair: Pair, decliner_id: PersonId, now: dt.datetime) -> None:
        """Close a proposal that somebody declined; who else has seen it hears that it won't be, not by whom or why."""
        await self._work.partners.close(pair.pair_id, PairState.DECLINED, now)
        others = pair.others(decliner_id)
        key = f"pair-proposed:{pair.pair_id}"
        unseen = [one for one in others if await self._outbox.cancel(key, one.person_id, now)]
        await self._outbox.cancel_about(about_pair(pair.pair_id), now)
        for side in others:
            if side not in unseen:
                key = f"pair-ended:{pair.pair_id}"
                await self._outbox.post(PairEnded(pair.pair_id), to=side.person_id, key=key, now=now)

    async def _take_back(self, pair: Pair, left: Side, other: Side, now: dt.datetime) -> None:
        for row_id, message in await self._outbox.waiting(about_pair(pair.pair_id), other.person_id):
            if await is_from(self._work, message, left):
                await self._outbox.take_back(row_id, now)

    async def _is_over(self, pair: Pair) -> bool:
        return not await self._work.partners.is_open(pair.pair_id)
