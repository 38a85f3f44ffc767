"""Divides the couples who have not met into rounds in which everybody has somebody; it weighs nothing.

A search: rounds are colours, and whoever has nobody in a round takes somebody there, also from whoever has them already
(Dinitz and Stinson, "A hill-climbing algorithm for the construction of one-factorizations", 1987). An odd number has a trio
in every round; those are laid first, so that all are in as many of them as they can bear.
"""

import itertools
from collections.abc import Sequence
from typing import Final

from domain.pairing.draws import Draws
from domain.pairing.matching import Group

STEPS: Final = 12
"""Steps of one search for each place in a round: whoever gets stuck does so early, and begins anew."""
PLACES_SEARCHED: Final = 6_000
"""Places in all searches for so many rounds, before one round less is tried; a small group is searched more often."""
SEARCHES: Final = 6
"""Searches for so many rounds in a group of any size."""
_NOBODY: Final = -1


def rounds_without_repetition(unmet: Sequence[set[int]], seed: int) -> list[list[Group]]:
    """Return as many rounds as are found in which nobody has anybody twice; none when not even one is found.

    `unmet` holds for each whom they have not met yet, and may.
    """
    draws = Draws(seed)
    for number in range(_most(unmet), 0, -1):
        for _ in range(max(SEARCHES, PLACES_SEARCHED // (number * len(unmet)))):
            trios = _trios(unmet, number, draws) if len(unmet) % 2 else [()] * number
            found = _Colouring(unmet, trios).filled(draws) if trios is not None else None
            if found is not None:
                return found
    return []


def _most(unmet: Sequence[set[int]]) -> int:
    """Return a bound on the rounds: somebody's acquaintances to be made, and with trios everybody's."""
    size, fewest = len(unmet), min(map(len, unmet), default=0)
    if size % 2 == 0:
        return fewest
    return min(fewest, sum(map(len, unmet)) // (size + 3))


def _trios(unmet: Sequence[set[int]], number: int, draws: Draws) -> list[Group] | None:
    """Return a trio for each round that leaves everybody enough others for pairs; None when they are not found."""
    left = [set(others) for others in unmet]
    spare = [len(others) - number for others in unmet]
    # Trios for those with most to spare are seldom wrong while many have not met, and seldom right near the end.
    takes_most_first = draws.below(2) == 0
    found: list[Group] = []
    for _ in range(number):
        order = draws.mixed(one for one, others in enumerate(spare) if others > 0)
        if takes_most_first:
            order.sort(key=lambda one: -spare[one])
        trio = _triangle(order, left)
        if trio is None:
            return None
        for one in trio:
            left[one].difference_update(trio)
            spare[one] -= 1
        found.append(trio)
    return found


def _triangle(order: Sequence[int], left: Sequence[set[int]]) -> Group | None:
    """Return the first three in this order of whom no two have met; None when there are none."""
    for a, b in itertools.combinations(order, 2):
        if b in left[a]:
            third = next((one for one in order if one in left[a] and one in left[b]), None)
            if third is not None:
                return tuple(sorted((a, b, third)))
    return None


class _Colouring:
    """Rounds in the making: who has whom in which round, and which couples are in none yet."""

    def __init__(self, unmet: Sequence[set[int]], trios: Sequence[Group]) -> None:
        self._trios = trios
        self._mates = [[_NOBODY] * len(trios) for _ in unmet]
        together = {couple for trio in trios for couple in itertools.permutations(trio, 2)}
        self._unused = [
            [other for other in sorted(others) if (one, other) not in together]
            for one, others in enumerate(unmet)
        ]
        self._open = [
            (one, number) for number, trio in enumerate(trios) for one in range(len(unmet)) if one not in trio
        ]

    def filled(self, draws: Draws) -> list[list[Group]] | None:
        """Return the rounds once everybody has somebody in each; None when the search gets stuck."""
        for _ in range(STEPS * len(self._open)):
            if not self._open:
                break
            place = draws.below(len(self._open))
            one, number = self._open[place]
            if self._mates[one][number] != _NOBODY:
                self._open[place] = self._open[-1]
                self._open.pop()
            elif not self._take(one, number, draws):
                return None
        return None if self._open else [self._round(number) for number in range(len(self._trios))]

    def _take(self, one: int, number: int, draws: Draws) -> bool:
        """Give somebody a mate in a round, from another if need be; tell whether there was one to take."""
        trio = self._trios[number]
        others = [other for other in self._unused[one] if other not in trio] if trio else self._unused[one]
        if not others:
            return False
        other = others[draws.below(len(others))]
        before = self._mates[other][number]
        if before != _NOBODY:
            self._mates[before][number] = _NOBODY
            self._unused[before].append(other)
            self._unused[other].append(before)
            self._open.append((before, number))
        self._mates[one][number], self._mates[other][number] = other, one
        self._unused[one].remove(other)
        self._unused[other].remove(one)
        return True

    def _round(self, number: int) -> list[Group]:
        mates = [row[number] for row in self._mates]
        pairs: list[Group] = [(one, other) for one, other in enumerate(mates) if one < other]
        return sorted([*pairs, self._trios[number]] if self._trios[number] else pairs)
