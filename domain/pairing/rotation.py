"""Looks ahead over the rotations to come, so that pairs repeat only after all have met; it decides nothing by itself.

Who takes the best round of today, rotation after rotation, ends with people who have all met but for a few that do not fit
together. So the best round of today is taken as long as those who have not met after it can still be divided into whole
rounds; else one of those rounds is.
"""

import itertools
from collections.abc import Iterator, Sequence

from domain.pairing.factors import rounds_without_repetition
from domain.pairing.matching import Board, Group


def next_round(
    board: Board,
    times: Sequence[Sequence[int | None]],
    held: Sequence[Group],
    best: Sequence[Group],
    seed: int,
) -> list[Group]:
    """Return the round after which most rounds without a repetition follow; empty when everyone repeats in any.

    It is `best`, today's groups, if no other leaves more; else the one of the largest weight in which the `held` are
    together. `times` says how often each two were together; None where it does not count, because they must not be, or
    would not. Whoever is not in `best` is not looked at.
    """
    covered = sorted(itertools.chain.from_iterable(best))
    unmet = _unmet(times, covered)
    rounds = [
        [tuple(covered[one] for one in group) for group in found]
        for found in rounds_without_repetition(unmet, seed)
    ]
    if not rounds or _leaves(unmet, covered, best, seed) >= len(rounds) - 1:
        return list(best) if rounds else []
    holding = (
        found for found in rounds if all(any(set(group) <= set(one) for one in found) for group in held)
    )
    return max(holding, key=lambda found: sum(board.worth(group) or 0 for group in found), default=[])


def _unmet(times: Sequence[Sequence[int | None]], covered: Sequence[int]) -> list[set[int]]:
    """Return for each who is covered, by place, with whom of them they were together less often than with others."""
    rows = [[times[one][other] for other in covered] for one in covered]
    fewest = min((one for row in rows for one in row if one is not None), default=None)
    return [{other for other, one in enumerate(row) if one is not None and one == fewest} for row in rows]


def _leaves(unmet: Sequence[set[int]], covered: Sequence[int], best: Sequence[Group], seed: int) -> int:
    """Return how many rounds without a repetition follow on these groups; -1 when they are a repetition themselves."""
    left = [set(others) for others in unmet]
    for one, other in _couples(best):
        a, b = covered.index(one), covered.index(other)
        if b not in left[a]:
            return -1
        left[a].remove(b)
    return len(rounds_without_repetition(left, seed))


def _couples(groups: Sequence[Group]) -> Iterator[tuple[int, ...]]:
    return itertools.chain.from_iterable(itertools.permutations(group, 2) for group in groups)
