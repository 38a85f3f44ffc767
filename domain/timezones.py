"""Finds time zones by what people type: a city, a state, a country or the zone's own name; it never guesses a place."""

import dataclasses
import difflib
import functools
import unicodedata
import zoneinfo
from collections.abc import Iterable, Iterator

from babel.core import Locale, get_global

from domain.cities import cities
from domain.places import COUNTRIES, NICKNAMES, REGION_NAMES, SPOKEN_ZONES, STATES

MATCHES = 6
"""How many places are offered at most: what fits on a phone as buttons."""
_LIKENESS = 0.8
"""Ratio from which a misspelt name is taken for a known one; 0.8 forgives a letter or two in a city's name."""
_AS_LIKE = 0.05
"""How much less alike than the best one a misspelt name may be to be offered beside it."""
_READ = 80
"""Characters of the query that are looked at."""
_LANGUAGES = ("en", "es")
_SHORTENED = {"saint": "st", "sainte": "ste", "cd": "ciudad", "ft": "fort", "mount": "mt"}


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Something that was found, with its zone.

    Attributes:
        name: the city as it is usually written; "" where a whole region or zone was meant.
        region: a country's code, or with a state ``US-TX``; "" where only the zone is known.
    """

    name: str
    region: str
    zone: str


def find(query: str) -> list[Place]:
    """Return the places that fit best, best first, at most `MATCHES` and one for each zone; none when nothing is like it."""
    wanted = _key(query[:_READ])
    if not wanted:
        return []
    found = _named(wanted) or _inside(wanted) or _beginning(wanted) or _misspelt(wanted)
    by_zone: dict[tuple[str, str], Place] = {}
    for place in found:
        by_zone.setdefault((place.zone, _key(place.name) if place.name else ""), place)
    first: dict[str, Place] = {}
    for place in by_zone.values():
        first.setdefault(place.zone, place)
    return list(first.values())[:MATCHES]


def suggestions(group_zone: str, own_zone: str, language: str) -> list[str]:
    """Return zones to offer before anything is typed: one's own, the group's, and the common ones around them."""
    country = get_global("zone_territories").get(group_zone, "")
    common = list(COUNTRIES.get(country, ()))[:4]
    if language == "es" and country == "US":
        common = [*common, "America/Mexico_City"]
    return list(dict.fromkeys(zone for zone in (own_zone, group_zone, *common) if is_zone(zone)))[:MATCHES]


def is_zone(name: str) -> bool:
    """Tell whether this is the exact IANA name of a zone."""
    return name in _known()


def city(zone: str, language: str) -> str:
    """Return the city that stands for the zone, as its own people call it in that language."""
    names = Locale(language).time_zones.get(zone, {})
    return str(names["city"]) if "city" in names else zone.rpartition("/")[2].replace("_", " ")


def region_name(region: str, language: str) -> str:
    """Return the name of a country or state."""
    if region in STATES:
        return STATES[region][0]
    return str(Locale(language).territories.get(region, region))


def folded(text: str) -> str:
    """Return the text without accents, case, underscores and punctuation, for comparing."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c in "+-" else " " for c in plain.casefold()).split())


def _key(text: str) -> str:
    return " ".join(_SHORTENED.get(word, word) for word in folded(text).split())


def _named(wanted: str) -> list[Place]:
    """Return what has exactly this name, and bigger places of which it is the beginning: Santa Cruz de la Sierra."""
    index = _index()
    found = index.get(wanted, [])
    if not found or len(wanted) < 4:  # noqa: PLR2004 short names begin half of all names
        return [place for _, place in found]
    bigger = [
        one for name in index if name.startswith(f"{wanted} ") for one in index[name] if one[0] < found[0][0]
    ]
    return [place for _, place in sorted([*found, *bigger], key=_order)]


def _inside(wanted: str) -> list[Place]:
    """Return the places in "I live in Denver", "Portland, Maine" and "New York, USA"."""
    padded = f" {wanted} "
    # Short names stand in sentences by chance.
    names = [name for name in _index() if len(name) > 3 and f" {name} " in padded]  # noqa: PLR2004
    if not names:
        return []
    # What stands first is the city, what stands behind it the region; of two at one place the longer one is meant.
    name = min(names, key=lambda one: (padded.index(f" {one} "), -len(one)))
    found = _named(name)
    behind = padded.partition(f" {name} ")[2]
    in_words = [_regions_named(behind.strip()), *(_regions_named(word) for word in behind.split())]
    regions = {region for named in in_words for region in named}
    there = [place for place in found if regions & {place.region, place.region.partition("-")[0]}]
    if there:
        return there
    whole = [place for region in in_words[0] for place in _of_region(region)]
    return whole if len(behind.strip()) > 3 and whole else found  # noqa: PLR2004 "in" is a word and a code


def _beginning(wanted: str) -> list[Place]:
    if len(wanted) < 3:  # noqa: PLR2004 two letters begin half of all names
        return []
    index = _index()
    ranked = [
        ((not name.startswith(wanted), not place.name, order), place)
        for name, places in index.items()
        if name.startswith(wanted) or f" {wanted}" in name
        for order, place in places
    ]
    return [place for _, place in sorted(ranked, key=lambda one: one[0])]


def _misspelt(wanted: str) -> list[Place]:
    index = _index()
    near = [name for name in index if name[:1] == wanted[:1] and abs(len(name) - len(wanted)) <= 2]  # noqa: PLR2004
    like = {name: difflib.SequenceMatcher(None, wanted, name).ratio() for name in near}
    best = max(like.values(), default=0.0)
    if best < _LIKENESS:
        return []
    close = sorted((name for name in near if like[name] > best - _AS_LIKE), key=lambda name: -like[name])
    return [place for name in close for _, place in index[name]]


def _order(one: tuple[int, Place]) -> int:
    return one[0]


@functools.cache
def _known() -> frozenset[str]:
    # "GMT+2" means two hours east to people and two hours west in the database: offsets are not offered.
    places = (zone for zone in zoneinfo.available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return frozenset({*places, "UTC"})


@functools.cache
def _index() -> dict[str, list[tuple[int, Place]]]:
    """Return every name with its places and how big they are: the lower the number, the bigger."""
    index: dict[str, list[tuple[int, Place]]] = {}
    for order, (name, place) in enumerate(_names()):
        places = index.setdefault(_key(name), [])
        if all(place.zone != other.zone or place.region != other.region for _, other in places):
            places.append((order, place))
    return index


def _names() -> Iterator[tuple[str, Place]]:
    for name, (spelt, region, zone) in NICKNAMES.items():
        yield name, Place(spelt, region, zone)
    for name, zone in SPOKEN_ZONES.items():
        yield name, Place("", "", zone)
    for name, region in _region_names():
        yield from ((name, place) for place in _of_region(region))
    for found in cities():
        yield from ((name, Place(found.names[0], found.region, found.zone)) for name in found.names)
    zones = sorted(zone for zone in get_global("zone_territories") if zone in _known())
    for zone in [*zones, *sorted(_known() - set(zones))]:
        place = Place("", "", zone)
        yield zone, place
        if zone in zones:
            yield zone.rpartition("/")[2], place
            yield from ((city(zone, language), place) for language in _LANGUAGES)


def _region_names() -> Iterator[tuple[str, str]]:
    # New York and Washington are cities first, where nothing says that the state is meant.
    yield from ((name, region) for region, (name, _) in STATES.items() if region not in {"US-NY", "US-WA"})
    yield from REGION_NAMES.items()
    with_zones = set(get_global("zone_territories").values())
    for language in _LANGUAGES:
        for region, name in Locale(language).territories.items():
            if region in with_zones:
                yield name, region


@functools.cache
def _regions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, region in [*_region_names(), *((state[0], region) for region, state in STATES.items())]:
        found.setdefault(_key(name), []).append(region)
    for region in [*STATES, *set(get_global("zone_territories").values())]:
        found.setdefault(region.rpartition("-")[2].lower(), []).append(region)
    return found


def _regions_named(text: str) -> list[str]:
    return list(dict.fromkeys(_regions().get(text, [])))


def _of_region(region: str) -> Iterable[Place]:
    if region in STATES:
        zones: tuple[str, ...] = STATES[region][1]
    else:
        territories = get_global("zone_territories")
        zones = COUNTRIES.get(
            region, tuple(sorted(zone for zone in territories if territories[zone] == region))
        )
    return [Place("", region, zone) for zone in zones if is_zone(zone)]
