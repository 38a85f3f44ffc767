"""Finds a place for one person beside pairs that there are already; it asks nobody and changes no pair."""

import datetime as dt
from collections.abc import Sequence

from domain.pairing.candidates import Candidate, Match
from domain.pairing.plans import Past
from domain.pairing.reasons import matched
from domain.pairing.rules import Bounds, first_obstacle, left_out_by, obstacle
from domain.pairing.weights import worth
from domain.partners import LeftOut


def best_place(
    newcomer: Candidate, pairs: Sequence[Sequence[Candidate]], past: Past, bounds: Bounds, now: dt.datetime
) -> Match | LeftOut:
    """Return the trio that a person without a partner had best make with one of these pairs, or why with none.

    Pairs that are three already are passed over: `split` is for those. The newcomer comes last in the match.
    """
    if newcomer.capacity < 1:
        return LeftOut.NOT_NOW
    twos = [pair for pair in pairs if len(pair) == 2]  # noqa: PLR2004 two make a pair
    trios = [(*pair, newcomer) for pair in twos]
    allowed = [trio for trio in trios if first_obstacle(trio, bounds) is None]
    if not allowed:
        return left_out_by(
            next((found for one in pair if (found := obstacle(newcomer, one, bounds)) is not None), None)
            for pair in twos
        )
    # What the two have behind them is the same with whomever joins: only what the newcomer brings is weighed.
    best = min(allowed, key=lambda trio: (worth(trio[:2], past, now) - worth(trio, past, now), _ids(trio)))
    return matched(best, past, now, bounds.pinned)


def split(
    trio: Sequence[Candidate], newcomer: Candidate, past: Past, bounds: Bounds, now: dt.datetime
) -> tuple[Match, Match] | LeftOut:
    """Return the two pairs that a trio and one more had best become, the newcomer's first, or why they cannot."""
    if newcomer.capacity < 1:
        return LeftOut.NOT_NOW
    ways = [((one, newcomer), tuple(other for other in trio if other is not one)) for one in trio]
    allowed = [way for way in ways if all(first_obstacle(pair, bounds) is None for pair in way)]
    if not allowed:
        return left_out_by(obstacle(newcomer, one, bounds) for one in trio)
    first, second = min(allowed, key=lambda way: (-sum(worth(pair, past, now) for pair in way), _ids(way[0])))
    return matched(first, past, now, bounds.pinned), matched(second, past, now, bounds.pinned)


def _ids(members: Sequence[Candidate]) -> list[int]:
    """Return the ids: of equally good ways it is always the same."""
    return [one.membership_id for one in members]
