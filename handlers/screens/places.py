"""Names places and their time on buttons, where several share a name with what tells them apart; it finds none."""

import dataclasses
import datetime as dt
import zoneinfo
from collections.abc import Sequence

from markupsafe import Markup

from domain.timezones import Place, city, folded, region_name
from handlers.texts import timezones as texts
from handlers.texts.words import LANGUAGES, Words


@dataclasses.dataclass(frozen=True, slots=True)
class Offer:
    """Places to choose from; without any, a city is asked for. With `is_seen` the one place is that of a shared location."""

    places: tuple[Place, ...] = ()
    is_seen: bool = False


def offer_text(words: Words, offer: Offer, now: dt.datetime) -> Markup:
    """Return the question above the places."""
    if offer.is_seen:
        [place] = offer.places
        there = city(place.zone, words.language)
        return words(texts.LOOKS_LIKE, city=there, time=local_time(place.zone, now))
    if not offer.places:
        return words(texts.WHICH_CITY)
    return words(texts.PLACE_FOUND if len(offer.places) == 1 else texts.PLACES_FOUND)


def offer_labels(words: Words, offer: Offer, now: dt.datetime) -> list[str]:
    """Return what stands on the button of each place."""
    if offer.is_seen:
        return [words.plain(texts.YES)]
    return [_label(words, place, offer.places, now) for place in offer.places]


def zone_label(words: Words, zone: str, now: dt.datetime) -> str:
    """Return a zone as its city with the time there."""
    return words.plain(texts.ZONE_CHOICE, city=city(zone, words.language), time=local_time(zone, now))


def local_time(zone: str, now: dt.datetime) -> str:
    """Return the time of day in a zone, as 14:05."""
    return now.astimezone(zoneinfo.ZoneInfo(zone)).strftime("%H:%M")


def _label(words: Words, place: Place, places: Sequence[Place], now: dt.datetime) -> str:
    there = city(place.zone, words.language)
    is_own = not place.name or any(folded(city(place.zone, one)) == folded(place.name) for one in LANGUAGES)
    namesakes = [other for other in places if other.name and folded(other.name) == folded(place.name)]
    time = local_time(place.zone, now)
    # The list of cities has the accents, the reader's language perhaps another name.
    name = there if is_own and folded(there) != folded(place.name) else place.name
    if is_own and (not place.region or place.name) and len(namesakes) < 2:  # noqa: PLR2004 itself and another
        return words.plain(texts.ZONE_CHOICE, city=name or there, time=time)
    if not place.name:
        return words.plain(
            texts.REGION_CHOICE, name=region_name(place.region, words.language), city=there, time=time
        )
    state = place.region.partition("-")[2]
    region = state or region_name(place.region, words.language)
    return words.plain(texts.CITY_CHOICE, name=name, region=region, time=time)
