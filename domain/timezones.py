"""Finds time zones by what people type: a city, a state, a country or the zone's own name; it never guesses a place."""

import difflib
import functools
import unicodedata
import zoneinfo
from collections.abc import Iterator

from babel.core import Locale, get_global

from domain.places import ZONE_OF

MATCHES = 6
"""How many zones are offered at most: what fits on a phone as buttons."""
_LIKENESS = 0.8
"""Ratio from which a misspelt name is taken for a known one; 0.8 forgives a letter or two in a city's name."""
_READ = 80
"""Characters of the query that are looked at."""
_LANGUAGES = ("en", "es")


def search(query: str) -> list[str]:
    """Return the IANA names that fit best, best first, at most `MATCHES`; none when nothing is like it."""
    wanted = folded(query[:_READ])
    if not wanted:
        return []
    index = _index()
    if wanted in index:
        return index[wanted][:MATCHES]
    found: dict[str, int] = {}
    for name, zones in index.items():
        rank = _rank(wanted, name)
        if rank is not None:
            for place, zone in enumerate(zones):
                found[zone] = min(found.get(zone, 99), rank * 10 + min(place, 9))
    if not found:
        for near in difflib.get_close_matches(wanted, index, n=MATCHES, cutoff=_LIKENESS):
            for zone in index[near]:
                found.setdefault(zone, len(found))
    return sorted(found, key=lambda zone: (found[zone], zone))[:MATCHES]


def is_zone(name: str) -> bool:
    """Tell whether this is the exact IANA name of a zone."""
    return name in _known()


def city(zone: str, language: str) -> str:
    """Return the city that stands for the zone, as its own people call it in that language."""
    names = Locale(language).time_zones.get(zone, {})
    return str(names["city"]) if "city" in names else zone.rpartition("/")[2].replace("_", " ")


def folded(text: str) -> str:
    """Return the text without accents, case, underscores and punctuation, for comparing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c in "+-" else " " for c in plain.casefold()).split())


def _rank(wanted: str, name: str) -> int | None:
    if len(wanted) < 3:  # noqa: PLR2004 two letters stand in half of all names
        return None
    if name.startswith(wanted):
        return 1
    # "New York, USA" and "I live in Denver" name a city and more.
    padded = f" {wanted} "
    if len(name) > 3 and f" {name} " in padded:  # noqa: PLR2004 short names stand in sentences by chance
        return 2
    if f" {wanted}" in name:
        return 3
    return None


@functools.cache
def _known() -> frozenset[str]:
    # "GMT+2" means two hours east to people and two hours west in the database: offsets are not offered.
    places = (zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return frozenset({*places, "UTC"})


@functools.cache
def _index() -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for name, zone in _names():
        zones = index.setdefault(folded(name), [])
        if zone not in zones:
            zones.append(zone)
    return index


def _names() -> Iterator[tuple[str, str]]:
    territories = get_global("zone_territories")
    zones = sorted(zone for zone in territories if zone in _known())
    for name, listed in ZONE_OF.items():
        yield from ((name, zone) for zone in listed)
    for zone in zones:
        yield zone, zone
        yield zone.rpartition("/")[2], zone
        yield from ((city(zone, language), zone) for language in _LANGUAGES)
    for language in _LANGUAGES:
        countries = Locale(language).territories
        yield from ((countries[territories[zone]], zone) for zone in zones if territories[zone] in countries)
    yield from ((alias, alias) for alias in sorted(_known() - set(zones)))
