"""Draws the last questions of an enrolment: where one lives, when to ask, in which program; it takes no answer."""

import datetime as dt

from markupsafe import Markup

from domain.phases import USUAL_TRACK
from handlers.callbacks.joining import AnotherZone, TimeChosen, TrackChosen, ZoneChosen
from handlers.request import Button, Style
from handlers.screens.moments import clock, weekdays_in_words
from handlers.screens.places import Offer, offer_labels, offer_text, zone_label
from handlers.texts import joining
from handlers.texts.listing import facilitators
from handlers.texts.words import Words
from services.enrolment import Place

Rows = tuple[tuple[Button, ...], ...]

_HOURS = (7, 8, 12, 17, 18, 19, 20, 21)
"""Local hours that are offered beside the group's own: before work, at noon, after work, in the evening."""
_A_ROW = 4


def zone_step(words: Words, place: Place, now: dt.datetime, offer: Offer | None) -> tuple[Markup, Rows]:
    """Return the question for the place; without an offer the group's own zone is one tap."""
    enrolment_id = place.enrolment.enrolment_id
    another = (Button(words.plain(joining.ANOTHER_ZONE), AnotherZone(enrolment_id)),)
    if offer is None:
        zone = place.group.timezone
        own = Button(zone_label(words, zone, now), ZoneChosen(enrolment_id, zone), style=Style.PRIMARY)
        return words(joining.ZONE), ((own,), another)
    labels = offer_labels(words, offer, now)
    choices = tuple(
        (Button(label, ZoneChosen(enrolment_id, found.zone)),)
        for label, found in zip(labels, offer.places, strict=True)
    )
    return offer_text(words, offer, now), (*choices, another) if offer.is_seen else choices


def time_step(words: Words, place: Place, minutes: tuple[int, ...] = ()) -> tuple[Markup, Rows]:
    """Return the question for the time; with `minutes` it is which of these was meant."""
    enrolment_id, own = place.enrolment.enrolment_id, place.group.checkin_minute
    if minutes:
        meant = tuple(Button(clock(minute), TimeChosen(enrolment_id, minute)) for minute in minutes)
        return words(joining.WHICH_HALF), (meant,)
    default = Button(
        words.plain(joining.GROUP_TIME, time=clock(own)),
        TimeChosen(enrolment_id, own),
        style=Style.PRIMARY,
    )
    others = [
        Button(words.plain(joining.TIME_CHOICE, time=clock(hour * 60)), TimeChosen(enrolment_id, hour * 60))
        for hour in _HOURS
        if hour * 60 != own
    ]
    rows = tuple(tuple(others[start : start + _A_ROW]) for start in range(0, len(others), _A_ROW))
    days = weekdays_in_words(words, place.group.checkin_weekdays)
    return words(joining.TIME, time=clock(own), days=days), ((default,), *rows)


def track_step(words: Words, place: Place) -> tuple[Markup, Rows]:
    """Return the question for the program; who is not sure gets the usual one."""
    enrolment_id = place.enrolment.enrolment_id
    rows = [
        (Button(words.plain(label), TrackChosen(enrolment_id, track)),)
        for track, label in joining.TRACKS.items()
    ]
    unsure = Button(words.plain(joining.NOT_SURE), TrackChosen(enrolment_id, USUAL_TRACK))
    text = words(joining.TRACK, facilitators=facilitators(words, place.facilitators))
    return text, (*rows, (unsure,))
