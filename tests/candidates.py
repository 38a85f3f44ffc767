"""People to be paired, by number, and every way of grouping them: what the matching is checked against."""

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping, Sequence

from domain.ids import MembershipId, PersonId
from domain.pairing import Bounds, Candidate, Couple, Plan, Together, obstacle
from domain.pairing.matching import Board, Group
from domain.pairing.weights import worth

NOW = dt.datetime(2026, 3, 3, 17, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def candidate(number: int, days: int = 0, timezone: str = "America/New_York", **more: object) -> Candidate:
    """Return a person who joined so many days ago."""
    return Candidate(
        MembershipId(number),
        PersonId(1000 + number),
        f"P{number}",
        NOW - days * DAY,
        timezone,
        **more,  # type: ignore[arg-type]  # the fields of a candidate, spelt out by each test
    )


def people(number: int) -> list[Candidate]:
    """Return so many people who differ in nothing."""
    return [candidate(one) for one in range(1, number + 1)]


def couple(one: int, other: int) -> Couple:
    """Return two as a couple."""
    return frozenset({MembershipId(one), MembershipId(other)})


def blocks(*pairs: tuple[int, int]) -> frozenset[tuple[PersonId, PersonId]]:
    """Return who blocked whom."""
    return frozenset((PersonId(1000 + one), PersonId(1000 + other)) for one, other in pairs)


def members(made: Plan) -> list[list[int]]:
    """Return who is with whom, by their numbers."""
    return [[int(one.membership_id) for one in match.members] for match in made.matches]


def unmatched(made: Plan) -> dict[int, str]:
    """Return why each of the others has nobody, by their numbers."""
    return {int(one.membership_id): reason for one, reason in made.unmatched}


def best_by_trying_all(
    group: Sequence[Candidate], past: Mapping[Couple, Together], bounds: Bounds
) -> tuple[int, int, int]:
    """Return how many can be covered, minus the trios that takes, and the largest weight of such a way."""
    free = [one for one in group if one.capacity > 0]
    value = {
        numbers: worth(some, past, NOW)
        for size in (2, 3)
        for numbers, some in _some(free, size)
        if all(obstacle(a, b, bounds) is None for a, b in itertools.combinations(some, 2))
    }
    return _best(len(free), value)


def best_of_board(board: Board) -> tuple[int, int, int]:
    """Return the same of numbered people."""
    numbers = range(len(board.pairs))
    value = {
        some: weight
        for size in (2, 3)
        for some in itertools.combinations(numbers, size)
        if (weight := board.worth(some)) is not None
    }
    return _best(len(numbers), value)


def _some(free: Sequence[Candidate], size: int) -> Iterator[tuple[Group, list[Candidate]]]:
    for numbers in itertools.combinations(range(len(free)), size):
        yield numbers, [free[number] for number in numbers]


def _best(size: int, value: Mapping[Group, int]) -> tuple[int, int, int]:
    ways = _ways(tuple(range(size)), value, trios=1)
    return max((covered, -trios, weight) for covered, trios, weight in ways)


def _ways(left: Group, value: Mapping[Group, int], trios: int) -> Iterator[tuple[int, int, int]]:
    """Return for every way of grouping those who are left: how many it covers, its trios, and its weight."""
    if not left:
        yield 0, 0, 0
        return
    first, *others = left
    yield from _ways(tuple(others), value, trios)
    for more in range(1, 2 + trios):
        for some in itertools.combinations(others, more):
            weight = value.get((first, *some))
            if weight is not None:
                rest = tuple(one for one in others if one not in some)
                for covered, used, total in _ways(rest, value, trios - (more - 1)):
                    yield covered + more + 1, used + more - 1, total + weight
