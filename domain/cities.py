"""Knows bigger cities with their region and zone, biggest first; it reads one file of the package and looks for nothing in it."""

import dataclasses
import functools
import importlib.resources


@dataclasses.dataclass(frozen=True, slots=True)
class City:
    """One city.

    Attributes:
        names: the usual one first, then others that people write.
        region: a country's code, and in the United States the state's with it: ``MX``, ``US-TX``.
        zone: IANA name.
    """

    names: tuple[str, ...]
    region: str
    zone: str


@functools.cache
def cities() -> tuple[City, ...]:
    """Return all cities, those with more people first."""
    text = importlib.resources.files("domain").joinpath("cities.txt").read_text(encoding="utf-8")
    rows = (line.split(";") for line in text.splitlines() if not line.startswith("#"))
    return tuple(City(tuple(names), region, zone) for region, zone, *names in rows)
