"""Draws where a person lives, and the places to choose from; it changes nothing."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from domain.ids import MembershipId
from domain.schedules import Prompt
from domain.timezones import city
from handlers.callbacks.schedules import AskCity, ShowSchedule, ZoneSet
from handlers.request import Button, Screen, Style
from handlers.screens.places import Offer, local_time, offer_labels, offer_text, zone_label
from handlers.screens.schedules import coming_text
from handlers.texts import schedules as schedule_texts
from handlers.texts import timezones as texts
from handlers.texts.words import Words, paragraphs


def where_screen(words: Words, seat: MembershipId, zones: Sequence[str], now: dt.datetime) -> Screen:
    """Return where the person lives as far as we know, with zones to choose from, the present one first."""
    here = words.timezone
    said = words(texts.WHERE_NOW, city=city(here, words.language), time=local_time(here, now))
    rows = [(_choice(words, seat, zone, now),) for zone in zones]
    return Screen(said, (*rows, (_back(words, seat),)), anchor=_anchor(seat))


def offer_screen(
    words: Words, seat: MembershipId, offer: Offer, now: dt.datetime, *, problem: Markup | None = None
) -> Screen:
    """Return the places that were found to choose from, or the question for a city."""
    rows = [
        (Button(label, ZoneSet(seat, place.zone), style=Style.PRIMARY if offer.is_seen else Style.PLAIN),)
        for label, place in zip(offer_labels(words, offer, now), offer.places, strict=True)
    ]
    if offer.is_seen:
        rows.append((Button(words.plain(texts.ANOTHER_PLACE), AskCity(seat)),))
    text = paragraphs(problem, offer_text(words, offer, now))
    return Screen(text, (*rows, (_back(words, seat),)), anchor=_anchor(seat))


def moved_screen(
    words: Words, seat: MembershipId, coming: Sequence[Prompt], now: dt.datetime, *, is_same: bool
) -> Screen:
    """Return what the time is there and when the person is asked next; the words are those of the new zone."""
    there = words.timezone
    text = texts.SAME_PLACE if is_same else texts.MOVED
    said = words(text, city=city(there, words.language), time=local_time(there, now))
    return Screen(
        paragraphs(said, coming_text(words, coming)), ((_back(words, seat),),), anchor=_anchor(seat)
    )


def _choice(words: Words, seat: MembershipId, zone: str, now: dt.datetime) -> Button:
    label = zone_label(words, zone, now)
    if zone != words.timezone:
        return Button(label, ZoneSet(seat, zone))
    return Button(words.plain(schedule_texts.CHOSEN, choice=label), ZoneSet(seat, zone), style=Style.PRIMARY)


def _back(words: Words, seat: MembershipId) -> Button:
    return Button(words.plain(texts.TO_SCHEDULE), ShowSchedule(seat))


def _anchor(seat: MembershipId) -> str:
    return f"schedule:{seat}"
