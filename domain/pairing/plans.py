"""Plans who of a whole group could be partners now; it asks nobody and reads nothing."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from domain.pairing import rotation
from domain.pairing.candidates import Candidate, Couple, Plan, Together, couple_of
from domain.pairing.matching import Board, Group, grouped
from domain.pairing.reasons import matched
from domain.pairing.rules import Bounds, left_out_by, obstacle, pinned_groups
from domain.pairing.weights import AHEAD, third_weight, weight
from domain.partners import LeftOut

SHUFFLES: Final = 12
"""So many other seeds are tried for a proposal that differs from the one shown."""

Past = Mapping[Couple, Together]
"""What each two have behind them; couples without a past may be left out."""


def plan(people: Sequence[Candidate], past: Past, bounds: Bounds, now: dt.datetime, seed: int = 0) -> Plan:
    """Return the best matches that the bounds allow, and why each of the others has none.

    As many as can be are matched, with one trio at most and only where that covers more; then the weights decide. A
    `seed` other than 0 mixes the least of them with chance.

    Raises:
        Refused: a pin goes against a hard rule, or the pins make more than one trio.
    """
    ordered = sorted(people, key=lambda one: (one.joined_at, one.membership_id))
    fixed = pinned_groups(ordered, bounds)
    free = [one for one in ordered if one.capacity > 0]
    numbers = {one.membership_id: number for number, one in enumerate(free)}
    held: list[Group] = [tuple(numbers[one.membership_id] for one in group) for group in fixed]
    board = Board(_pairs(free, past, bounds, now, seed), [third_weight(one) for one in free])
    groups = _looking_ahead(board, free, past, held, seed)
    matches = [matched([free[number] for number in group], past, now, bounds.pinned) for group in groups]
    covered = {free[number].membership_id for group in groups for number in group}
    unmatched = [(one, _why(one, ordered, bounds)) for one in ordered if one.membership_id not in covered]
    return Plan(tuple(matches), tuple(unmatched), seed)


def shuffled(people: Sequence[Candidate], past: Past, bounds: Bounds, now: dt.datetime, seed: int) -> Plan:
    """Return another plan than that of this seed, if there is one that is as good in what counts most.

    Raises:
        Refused: a pin goes against a hard rule, or the pins make more than one trio.
    """
    shown = plan(people, past, bounds, now, seed)
    for other in range(seed + 1, seed + 1 + SHUFFLES):
        found = plan(people, past, bounds, now, other)
        if found.fingerprint != shown.fingerprint:
            return found
    return shown


def _pairs(
    people: Sequence[Candidate], past: Past, bounds: Bounds, now: dt.datetime, seed: int
) -> list[list[int | None]]:
    found: list[list[int | None]] = [[None] * len(people) for _ in people]
    for (i, a), (j, b) in itertools.combinations(enumerate(people), 2):
        if obstacle(a, b, bounds) is None:
            found[i][j] = found[j][i] = weight(a, b, past, now, seed)
    return found


def _looking_ahead(
    board: Board, people: Sequence[Candidate], past: Past, held: Sequence[Group], seed: int
) -> list[Group]:
    """Return the best groups, with a bonus for those of the round that leaves most rounds without a repetition."""
    times: list[list[int | None]] = [[None] * len(people) for _ in people]
    for (i, a), (j, b) in itertools.combinations(enumerate(people), 2):
        before = past.get(couple_of(a, b), Together())
        if board.pairs[i][j] is not None and not before.was_declined:
            times[i][j] = times[j][i] = before.times
    best = grouped(board, held)
    ahead = rotation.next_round(board, times, held, best, seed)
    if not ahead or ahead == best:
        return best
    pairs = [list(row) for row in board.pairs]
    for group in ahead:
        for one, other in itertools.permutations(group, 2):
            pairs[one][other] = AHEAD + (pairs[one][other] or 0)
    return grouped(Board(pairs, board.thirds), held)


def _why(one: Candidate, people: Sequence[Candidate], bounds: Bounds) -> LeftOut:
    if one.capacity < 1:
        return LeftOut.NOT_NOW
    return left_out_by(
        obstacle(one, other, bounds) for other in people if other is not one and other.capacity > 0
    )
