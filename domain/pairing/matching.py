"""Finds the groups of the largest weight among numbered people; it knows weights and gaps, no people and no past.

In this order: as many covered as can be, with one trio at most and only where that covers more; then the largest weight.
Every weight is computed as a whole number, and up to `EXACT_TRIOS_UP_TO` people every possible trio is tried.
"""

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

EXACT_TRIOS_UP_TO: Final = 9
"""In a group up to this size every possible trio is tried; in a larger one the most promising ones are."""
TRIOS_TRIED: Final = 6
"""So many of the most promising trios of a larger group are tried with the best matching of the others."""

Group = tuple[int, ...]
"""Two or three people by their numbers, ascending."""


@dataclasses.dataclass(frozen=True, slots=True)
class Board:
    """What every two are worth to each other.

    Attributes:
        pairs: the weight of each two, both ways round; None where the two must not be together.
        thirds: what each adds to a trio by being in it.
    """

    pairs: Sequence[Sequence[int | None]]
    thirds: Sequence[int]

    def worth(self, group: Group) -> int | None:
        """Return what a group is worth; None when two of it must not be together."""
        total = sum(self.thirds[one] for one in group) if _is_trio(group) else 0
        for a, b in itertools.combinations(group, 2):
            weight = self.pairs[a][b]
            if weight is None:
                return None
            total += weight
        return total


@dataclasses.dataclass(frozen=True, slots=True)
class _Option:
    """A trio that could be: of three who are free, or of one who is free and a fixed pair."""

    trio: Group
    out: Group
    instead: Group | None = None


def grouped(board: Board, fixed: Sequence[Group] = ()) -> list[Group]:
    """Return the best groups of all who can be covered, ascending; the `fixed` ones are among them, or within the trio.

    Which of several equally good ones it is depends on nothing but the board and `fixed`.
    """
    held = set(itertools.chain.from_iterable(fixed))
    free = [one for one in range(len(board.pairs)) if one not in held]
    pairs = _matched(board, free)
    if len(pairs) * 2 == len(free) or any(map(_is_trio, fixed)):
        return sorted([*fixed, *pairs])
    options = list(_options(board, free, fixed))
    if len(board.pairs) <= EXACT_TRIOS_UP_TO:
        ways = _ways(board, free, fixed, options, len(pairs) - 1)
    else:
        ways = _ways(board, free, fixed, _promising(board, free, pairs, options), len(pairs) - 1)
        if not ways:
            ways = _ways(board, free, fixed, _possible(board, free, options, len(pairs)), len(pairs) - 1)
    return sorted(max(ways, key=lambda way: _total(board, way), default=[*fixed, *pairs]))


def _options(board: Board, free: Sequence[int], fixed: Sequence[Group]) -> Iterator[_Option]:
    for three in itertools.combinations(free, 3):
        if board.worth(three) is not None:
            yield _Option(three, three)
    for pair, third in itertools.product(fixed, free):
        trio = tuple(sorted((*pair, third)))
        if board.worth(trio) is not None:
            yield _Option(trio, (third,), pair)


def _ways(
    board: Board, free: Sequence[int], fixed: Sequence[Group], options: Sequence[_Option], covering: int
) -> list[list[Group]]:
    """Return the best way with each of these trios, of those in which so many pairs cover one person more.

    A trio of the free takes one pair from them, a third with a fixed pair none.
    """
    ways = []
    rests: dict[Group, list[Group]] = {}
    for option in options:
        if option.out not in rests:
            rests[option.out] = _matched(board, [one for one in free if one not in option.out])
        rest = rests[option.out]
        if len(rest) == covering + (option.instead is not None):
            kept = [one for one in fixed if one != option.instead]
            ways.append([*kept, option.trio, *rest])
    return ways


def _promising(
    board: Board, free: Sequence[int], pairs: Sequence[Group], options: Sequence[_Option]
) -> list[_Option]:
    """Return the trios that would be best if all pairs stayed but those they take somebody from."""
    mates = {one: other for a, b in pairs for one, other in ((a, b), (b, a))}
    alone = [one for one in free if one not in mates]
    judged = []
    for number, option in enumerate(options):
        gain = _gain(board, mates, alone, option)
        if gain is not None:
            judged.append((-gain, number))
    return [options[number] for _, number in sorted(judged)[:TRIOS_TRIED]]


def _gain(board: Board, mates: Mapping[int, int], alone: Sequence[int], option: _Option) -> int | None:
    """Return what a trio adds when those it leaves without their mate are paired anew; None when they cannot be."""
    left = [mates[one] for one in option.out if one in mates and mates[one] not in option.out]
    lost = {tuple(sorted((one, mates[one]))) for one in option.out if one in mates}
    gain = (board.worth(option.trio) or 0) - sum(board.worth(pair) or 0 for pair in lost)
    gain -= board.worth(option.instead) or 0 if option.instead is not None else 0
    if any(one in alone for one in option.out):
        anew = [_paired_anew(board, left)]
    else:
        anew = [_paired_anew(board, [*left, one]) for one in alone]
    return max((gain + one for one in anew if one is not None), default=None)


def _paired_anew(board: Board, left: Sequence[int]) -> int | None:
    """Return the weight of the best pairs of a few people, at most four; None when somebody stays alone."""
    if not left:
        return 0
    first, *others = left
    found = []
    for other in others:
        weight = board.pairs[first][other]
        rest = _paired_anew(board, [one for one in others if one != other])
        if weight is not None and rest is not None:
            found.append(weight + rest)
    return max(found, default=None)


def _possible(board: Board, free: Sequence[int], options: Sequence[_Option], number: int) -> list[_Option]:
    """Return the first trio that covers one person more than so many pairs do, if there is any.

    Each of a trio's three must be missed by some largest set of pairs: only those are looked at (Gallai and Edmonds).
    """
    spare = {one for one in free if _largest(board, [other for other in free if other != one]) == number}
    for option in options:
        if spare.issuperset(option.out):
            rest = [one for one in free if one not in option.out]
            if _largest(board, rest) == number - (option.instead is None):
                return [option]
    return []


def _largest(board: Board, ids: Sequence[int]) -> int:
    return len(_matched(board, ids, is_weighed=False))


def _matched(board: Board, ids: Sequence[int], *, is_weighed: bool = True) -> list[Group]:
    if not ids:
        return []
    import networkx as nx  # noqa: PLC0415 slow to load, and needed only when people are paired

    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(ids)
    for a, b in itertools.combinations(ids, 2):
        weight = board.pairs[a][b]
        if weight is not None:
            graph.add_edge(a, b, weight=weight if is_weighed else 1)
    found = nx.max_weight_matching(graph, maxcardinality=True)
    return sorted((min(pair), max(pair)) for pair in found)


def _total(board: Board, groups: Iterable[Group]) -> int:
    return sum(board.worth(group) or 0 for group in groups)


def _is_trio(group: Group) -> bool:
    return len(group) > 2  # noqa: PLR2004 two make a pair
