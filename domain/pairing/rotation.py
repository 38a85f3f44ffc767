"""Looks ahead over the rotations to come, so that pairs repeat only after all have met; it decides nothing by itself."""

from collections.abc import Sequence

from domain.pairing.matching import Board, Group


def next_round(
    board: Board, times: Sequence[Sequence[int | None]], held: Sequence[Group], seed: int
) -> list[Group]:
    """Return none yet."""
    del board, times, held, seed
    return []
