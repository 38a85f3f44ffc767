"""Finds a partner for those of a group who have none: another one, a trio, or a place that a trio gives; all are asked first."""

import asyncio
import dataclasses
import datetime as dt
from collections.abc import Sequence

from domain.access import SYSTEM
from domain.ids import GroupId, MembershipId
from domain.messages import PairProposed, WithoutPartner, about_pair
from domain.pair_drafts import Draft
from domain.pairing import Bounds, Candidate, Couple, Match, Past, best_place, split
from domain.partners import Answer, EndReason, LeftOut, Pair, PairState
from domain.repairs import decent_from
from services.outbox import Outbox
from services.partings import Partings
from services.proposing import Proposing, proposed_key
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a group waits that could not be looked after."""
NOT_AGAIN_FOR = dt.timedelta(days=28)
"""For so long two of whom one went, or said no, are not brought together again without a facilitator's word."""
_TWO, _THREE = 2, 3


@dataclasses.dataclass(frozen=True, slots=True)
class _Ground:
    """The pairs that could take somebody in, by their people, and the rules."""

    pairs: list[tuple[Pair, tuple[Candidate, ...]]]
    past: Past
    bounds: Bounds


class Rematching:
    """Those who have no partner."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._proposing = Proposing(work, outbox)
        self._partings = Partings(work, outbox)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the groups in which somebody waits for a partner, earliest first."""
        return [int(found) for found in await self._work.rematching.due(now, limit)]

    async def rematch(self, group_id: GroupId, now: dt.datetime) -> None:
        """Ask those without a partner to be partners, and pairs to take in who is left over."""
        at = await self._work.rematching.planned_at(group_id)
        if at is None or at > now:
            return
        await self._work.pairing.alone(group_id)
        await self._work.rematching.set_next(group_id, None)
        not_again = await self._not_again(group_id, now)
        proposal = await self._proposing.proposal(SYSTEM, group_id, Draft(forbidden=not_again), now)
        await self._proposing.ask(group_id, proposal.plan.matches, now)
        matched = {one.membership_id for match in proposal.plan.matches for one in match.members}
        for newcomer in [one for one in proposal.people if one.membership_id not in matched]:
            await self._place(group_id, newcomer, not_again, now)

    async def postpone(self, group_id: GroupId, now: dt.datetime) -> None:
        """Let a group wait that could not be looked after."""
        await self._work.rematching.set_next(group_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next group is looked after; None when none is."""
        return await self._work.rematching.next_at()

    async def holds(self, pair: Pair) -> bool:
        """Tell whether a proposal still stands: one out of another pair falls with the first no, and with that pair."""
        from_id = await self._work.rematching.grows_from(pair.pair_id)
        if from_id is None:
            return True
        old = await self._work.partners.pair(SYSTEM, from_id)
        return old is not None and old.is_active and all(side.is_in_it for side in pair.sides)

    async def begun(self, pair: Pair, now: dt.datetime) -> None:
        """Let the pair go whose place a new one has taken, or let it go on without who has left it for the new one."""
        from_id = await self._work.rematching.grows_from(pair.pair_id)
        old = None if from_id is None else await self._work.partners.pair(SYSTEM, from_id, is_locked=True)
        if old is None or not old.is_active:
            return
        ours = {side.membership_id for side in pair.sides if side.is_in_it}
        moved = [side for side in old.sides if side.is_in_it and side.membership_id in ours]
        stay = [side for side in old.sides if side.is_in_it and side.membership_id not in ours]
        if len(stay) < _TWO:
            # They hear that the new one has begun; two messages would say that they lost somebody.
            await self._work.partners.close(old.pair_id, PairState.ENDED, now)
            await self._work.partners.set_end_reason(old.pair_id, EndReason.REGROUPED)
            await self._outbox.cancel_about(about_pair(old.pair_id), now)
            return
        for side in moved:
            await self._partings.part(old, side.membership_id, EndReason.REGROUPED, now)

    async def _not_again(self, group_id: GroupId, now: dt.datetime) -> frozenset[Couple]:
        return frozenset(await self._work.rematching.parted(group_id, now - NOT_AGAIN_FOR))

    async def _place(
        self, group_id: GroupId, newcomer: Candidate, not_again: frozenset[Couple], now: dt.datetime
    ) -> None:
        """Give somebody a place beside others: where three are already they become two pairs, else two become three."""
        ground = await self._ground(group_id, not_again, now)
        for pair, members in ground.pairs:
            if len(members) == _THREE:
                ways = split(members, newcomer, ground.past, ground.bounds, now)
                if not isinstance(ways, LeftOut):
                    await self._ask(group_id, ways[0], pair, now)
                    return
        twos = [members for _, members in ground.pairs if len(members) == _TWO]
        found = await asyncio.to_thread(best_place, newcomer, twos, ground.past, ground.bounds, now)
        if isinstance(found, LeftOut):
            await self._tell_facilitators(group_id, newcomer, found, now)
            return
        seats = {one.membership_id for one in found.members}
        host = next(pair for pair, members in ground.pairs if {one.membership_id for one in members} < seats)
        await self._ask(group_id, found, host, now)

    async def _ground(self, group_id: GroupId, not_again: frozenset[Couple], now: dt.datetime) -> _Ground:
        seated = await self._work.pairing.seated(SYSTEM, group_id)
        here = {one.candidate.membership_id: one.candidate for one in seated if one.left_out(now) is None}
        taken = await self._work.rematching.growing(group_id)
        covers = await self._work.rotations.covers(group_id)
        pairs = [
            (pair, members)
            for pair in await self._work.partners.open_in(SYSTEM, group_id)
            if pair.is_active and pair.pair_id not in taken and pair.pair_id not in covers
            if (members := _members(pair, here)) is not None
        ]
        past = await self._work.pairing.past(SYSTEM, group_id, now)
        bounds = await self._work.pairing.bounds(SYSTEM, group_id, [one.person_id for one in here.values()])
        return _Ground(pairs, past, dataclasses.replace(bounds, forbidden=not_again))

    async def _ask(self, group_id: GroupId, match: Match, host: Pair, now: dt.datetime) -> None:
        seats = [one.membership_id for one in match.members]
        pair_id = await self._work.partners.propose(group_id, seats, match.reasons, now)
        await self._work.rematching.grow(pair_id, host.pair_id)
        for one in match.members:
            await self._outbox.post(
                PairProposed(pair_id),
                to=one.person_id,
                key=proposed_key(pair_id),
                now=now,
                not_before=await quiet_end(self._work, one.person_id, now),
            )

    async def _tell_facilitators(
        self, group_id: GroupId, newcomer: Candidate, why: LeftOut, now: dt.datetime
    ) -> None:
        message = WithoutPartner(group_id, newcomer.membership_id, why)
        for facilitator in await self._work.groups.facilitators(group_id):
            timezone = (await self._work.people.actor(facilitator.person_id)).timezone
            await self._outbox.post(
                message,
                to=facilitator.person_id,
                key=f"unmatched:{newcomer.membership_id}:{now:%G%V}",
                now=now,
                not_before=await quiet_end(self._work, facilitator.person_id, decent_from(timezone, now)),
            )


def _members(pair: Pair, here: dict[MembershipId, Candidate]) -> tuple[Candidate, ...] | None:
    """Return who is in a pair; None when one of them cannot be asked now."""
    seats: Sequence[MembershipId] = [
        side.membership_id for side in pair.sides if side.answer is Answer.ACCEPTED
    ]
    return tuple(here[seat] for seat in seats) if all(seat in here for seat in seats) else None
