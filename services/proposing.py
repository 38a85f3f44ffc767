"""Works out who of a group could be partners now, or after the change that stands, and asks them; it keeps no draft.

The matching is drawn in a thread: for a large group with a long past it takes longer than one update may hold up the others.
"""

import asyncio
import dataclasses
import datetime as dt
import itertools
from collections.abc import Iterable

from domain.access import Scope
from domain.errors import Refused
from domain.groups import Group
from domain.ids import GroupId, MembershipId, PairId
from domain.messages import PairProposed
from domain.pair_drafts import Draft
from domain.pairing import Bounds, Candidate, Match, Past, Plan, couple_of, plan, shuffled
from domain.partners import LeftOut, Pair, PairState, Reason
from domain.rotations import is_due_to_end
from services.outbox import Outbox
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    """What a facilitator is shown before anybody is asked.

    Attributes:
        people: who is free, by joining.
        alone: the name of the only one who is free; None when there are none or more.
        left_out: names of participants who cannot be paired now, each with why.
        pairs: the pairs that there are, agreed or asked, without those that the change ends.
        ending: the pairs that the change ends.
        away: seats that are paused or not reached.
        change_at: when the pairs change to these by themselves; None when they are sent by hand.
        is_by_hand: something of it was set by hand.
        is_current: the press that led here belonged to this plan; False when the group has changed since.
    """

    group: Group
    plan: Plan
    people: tuple[Candidate, ...]
    alone: str | None
    left_out: tuple[tuple[str, LeftOut], ...]
    pairs: tuple[Pair, ...]
    ending: tuple[Pair, ...] = ()
    away: frozenset[MembershipId] = frozenset()
    change_at: dt.datetime | None = None
    is_by_hand: bool = False
    is_current: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class _Ground:
    """What a plan is made from, and what stands beside it."""

    people: tuple[Candidate, ...]
    left_out: tuple[tuple[Candidate, LeftOut], ...]
    past: Past
    bounds: Bounds
    staying: tuple[Pair, ...]
    old: tuple[Pair, ...]


class Proposing:
    """From the rows of a group to who is asked."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def proposal(
        self,
        scope: Scope,
        group_id: GroupId,
        draft: Draft,
        now: dt.datetime,
        change_at: dt.datetime | None = None,
        *,
        is_other: bool = False,
        is_strict: bool = False,
    ) -> Proposal:
        """Return the plan of a draft, or with `is_other` another than that; nobody is asked.

        With `change_at` it is the plan after the change of that moment. What was set by hand and goes against a hard rule
        by now is left out of it.

        Raises:
            Refused: it is strict, and what was set by hand goes against a hard rule.
        """
        ground = await self._ground(scope, group_id, now, change_at)
        made, is_by_hand = await self._planned(ground, draft, now, is_other=is_other, is_strict=is_strict)
        old = {_seats(pair): pair for pair in ground.old}
        matches = tuple(match for match in made.matches if _members(match) not in old)
        moving = frozenset[MembershipId]().union(*map(_members, matches))
        ending = tuple(pair for pair in ground.old if not moving.isdisjoint(_seats(pair)))
        staying = tuple(pair for pair in ground.old if pair not in ending)
        settled = frozenset[MembershipId]().union(*map(_seats, staying))
        people = tuple(one for one in ground.people if one.membership_id not in settled)
        alone = people[0].name if len(people) == 1 else None
        unmatched = made.unmatched if alone is None else ()
        left_out = [
            (one, why) for one, why in (*ground.left_out, *unmatched) if one.membership_id not in settled
        ]
        return Proposal(
            group=await self._work.groups.group(group_id),
            plan=dataclasses.replace(made, matches=matches),
            people=people,
            alone=alone,
            left_out=tuple((one.name, why) for one, why in left_out),
            pairs=(*ground.staying, *staying),
            ending=ending,
            away=frozenset(one.membership_id for one, _ in ground.left_out),
            change_at=change_at,
            is_by_hand=is_by_hand,
        )

    async def ask(self, group_id: GroupId, matches: Iterable[Match], now: dt.datetime) -> None:
        """Ask everybody of these matches, after their quiet hours."""
        for match in matches:
            pair_id = await self._work.partners.propose(
                group_id, [one.membership_id for one in match.members], match.reasons, now
            )
            for one in match.members:
                await self._outbox.post(
                    PairProposed(pair_id),
                    to=one.person_id,
                    key=proposed_key(pair_id),
                    now=now,
                    not_before=await quiet_end(self._work, one.person_id, now),
                )

    async def _ground(
        self, scope: Scope, group_id: GroupId, now: dt.datetime, change_at: dt.datetime | None
    ) -> _Ground:
        covers = await self._work.rotations.covers(group_id)
        pairs = [
            pair for pair in await self._work.partners.open_in(scope, group_id) if pair.pair_id not in covers
        ]
        old = tuple(pair for pair in pairs if change_at is not None and _is_old(pair, change_at))
        staying = tuple(pair for pair in pairs if pair not in old)
        engaged = frozenset[MembershipId]().union(*map(_seats, staying))
        people, left_out = [], []
        for seated in await self._work.pairing.seated(scope, group_id):
            reason = seated.left_out(now)
            if seated.candidate.membership_id in engaged:
                continue
            if reason is None:
                people.append(seated.candidate)
            else:
                left_out.append((seated.candidate, reason))
        past = await self._work.pairing.past(scope, group_id, now)
        bounds = await self._work.pairing.bounds(scope, group_id, [one.person_id for one in people])
        return _Ground(tuple(people), tuple(left_out), past, bounds, staying, old)

    async def _planned(
        self, ground: _Ground, draft: Draft, now: dt.datetime, *, is_other: bool, is_strict: bool
    ) -> tuple[Plan, bool]:
        bounds = dataclasses.replace(
            ground.bounds, pinned=draft.pinned | draft.held, forbidden=draft.forbidden
        )
        draw = shuffled if is_other else plan
        try:
            made = await asyncio.to_thread(draw, ground.people, ground.past, bounds, now, draft.seed)
        except Refused:
            if is_strict:
                raise
            bounds = dataclasses.replace(ground.bounds, forbidden=draft.forbidden)
            made = await asyncio.to_thread(draw, ground.people, ground.past, bounds, now, draft.seed)
            return made, bool(draft.forbidden)
        matches = tuple(_as_chosen(match, draft) for match in made.matches)
        return dataclasses.replace(made, matches=matches), draft.is_by_hand


def proposed_key(pair_id: PairId) -> str:
    """Return the key under which a pair's question is in line."""
    return f"pair-proposed:{pair_id}"


def _as_chosen(match: Match, draft: Draft) -> Match:
    """Return the match without "chosen by hand" where a swap of others alone has held it together."""
    if Reason.PINNED not in match.reasons or not draft.pinned.isdisjoint(
        couple_of(a, b) for a, b in itertools.combinations(match.members, 2)
    ):
        return match
    reasons = tuple(reason for reason in match.reasons if reason is not Reason.PINNED)
    return dataclasses.replace(match, reasons=reasons)


def _is_old(pair: Pair, change_at: dt.datetime) -> bool:
    since = pair.started_at if pair.state is PairState.ACTIVE else pair.proposed_at
    return is_due_to_end(since, change_at)


def _seats(pair: Pair) -> frozenset[MembershipId]:
    return frozenset(side.membership_id for side in pair.sides if side.is_in_it)


def _members(match: Match) -> frozenset[MembershipId]:
    return frozenset(one.membership_id for one in match.members)
