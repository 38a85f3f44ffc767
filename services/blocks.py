"""Lets somebody have silence from a partner, for a while or for good; the other hears of neither."""

import datetime as dt

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import MembershipId, PairId
from domain.partners import EndReason, Pair, Side
from domain.relays import MUTED_FOR
from services.outbox import Outbox
from services.partings import Partings
from services.present import require_present
from storage.unit_of_work import UnitOfWork


class Blocks:
    """Muting and blocking."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._partings = Partings(work, outbox)

    async def mute(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> tuple[Pair, dt.datetime]:
        """Let what comes from this partner make no sound for a while; return until when.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        until = now + MUTED_FOR
        await self._work.pair_sides.mute(pair_id, _mine(pair, actor).membership_id, until)
        return pair, until

    async def is_muted(self, actor: Actor, pair_id: PairId, now: dt.datetime) -> bool:
        """Tell whether what comes from this partner makes no sound now."""
        until = await self._work.pair_sides.muted_until(pair_id, actor.person_id)
        return until is not None and until > now

    async def unmute(self, actor: Actor, pair_id: PairId) -> Pair:
        """Let what comes from this partner make a sound again.

        Raises:
            NothingToDo: they are no partners, or no longer.
        """
        pair = await require_present(self._work, actor, pair_id)
        await self._work.pair_sides.mute(pair_id, _mine(pair, actor).membership_id, None)
        return pair

    async def other(self, actor: Actor, pair_id: PairId, membership_id: MembershipId) -> Side:
        """Return who would be blocked, also once the pair is over.

        Raises:
            NotAllowed: the two were never in this pair.
        """
        pair = await self._work.partners.pair(actor.scope, pair_id, is_locked=True)
        found = () if pair is None or pair.side_of(actor.person_id) is None else pair.sides
        for side in found:
            if side.membership_id == membership_id and side.person_id != actor.person_id:
                return side
        raise NotAllowed("system.not_yours")

    async def block(
        self, actor: Actor, pair_id: PairId, membership_id: MembershipId, now: dt.datetime
    ) -> Side:
        """End every contact with somebody, in all groups, at once and without a word to them; return who it is.

        Raises:
            NotAllowed: the two were never in this pair.
        """
        side = await self.other(actor, pair_id, membership_id)
        await self._work.blocks.add(actor.person_id, side.person_id, now)
        for seat in actor.participant_seats:
            for pair in await self._work.partners.open_of(actor.scope, seat.membership_id):
                theirs = pair.side_of(side.person_id)
                if theirs is not None and theirs.is_in_it:
                    await self._partings.part(pair, seat.membership_id, EndReason.BLOCKED, now)
        return side

    async def unblock(self, actor: Actor, pair_id: PairId, membership_id: MembershipId) -> Side:
        """Take one's block back; nobody becomes partners by it.

        Raises:
            NotAllowed: the two were never in this pair.
        """
        side = await self.other(actor, pair_id, membership_id)
        await self._work.blocks.remove(actor.person_id, side.person_id)
        return side


def _mine(pair: Pair, actor: Actor) -> Side:
    return next(side for side in pair.sides if side.person_id == actor.person_id)
