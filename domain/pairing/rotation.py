"""Looks ahead over the rotations to come, so that pairs repeat only after all have met; it decides nothing by itself.

Who takes the best round of today, rotation after rotation, ends with people who have all met but for a few that do not fit
together. So the couples who have not met yet are divided into whole rounds first, and today's is one of those.
"""

from collections.abc import Sequence

from domain.pairing.factors import rounds_without_repetition
from domain.pairing.matching import Board, Group


def next_round(
    board: Board, times: Sequence[Sequence[int | None]], held: Sequence[Group], seed: int
) -> list[Group]:
    """Return the round to begin with, so that most rounds without a repetition follow; empty when there is none.

    Of the rounds that could be first, it is the one of the largest weight among those in which the `held` are together.
    `times` says how often each two were together; None where it does not count, because they must not be or would not.
    """
    fewest = min((one for row in times for one in row if one is not None), default=None)
    unmet = [{other for other, one in enumerate(row) if one is not None and one == fewest} for row in times]
    rounds = [
        found
        for found in rounds_without_repetition(unmet, seed)
        if all(any(set(group) <= set(one) for one in found) for group in held)
    ]
    return max(rounds, key=lambda found: sum(board.worth(group) or 0 for group in found), default=[])
