"""Draws numbers that follow from a seed alone, the same on every machine; nothing secret may be made of them."""

from collections.abc import Iterable
from typing import Final, TypeVar

_Thing = TypeVar("_Thing")
_BITS: Final = (1 << 64) - 1


class Draws:
    """A sequence of numbers from a seed.

    Source: splitmix64, Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
    """

    def __init__(self, seed: int) -> None:
        self._state = seed & _BITS

    def below(self, limit: int) -> int:
        """Return a number from 0 until before `limit`."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _BITS
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _BITS
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _BITS
        return (mixed ^ (mixed >> 31)) % limit

    def mixed(self, things: Iterable[_Thing]) -> list[_Thing]:
        """Return the things in an order by chance."""
        found = list(things)
        for last in range(len(found) - 1, 0, -1):
            other = self.below(last + 1)
            found[last], found[other] = found[other], found[last]
        return found
