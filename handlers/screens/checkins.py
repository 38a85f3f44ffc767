"""Draws a check-in that asks nothing at the moment: prompt, put off, stopped, closed, welcome back; it takes no answer."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from domain.checkins import CheckIn, State
from domain.forms import Form
from domain.ids import CheckInId
from domain.ladder import SNOOZES, close_after_snooze
from handlers.callbacks.checkins import (
    BeginCheckIn,
    GoOnAfterAll,
    LaterChosen,
    NotNow,
    PutOff,
    ReturnChosen,
    ShowCheckIn,
    StartCheckIn,
)
from handlers.request import Button, Screen, Style
from handlers.screens.answers import recorded
from handlers.screens.voices import own_voice_rows
from handlers.texts import checkins as texts
from handlers.texts.quoting import shown
from handlers.texts.words import Text, Words

_MINUTES_AN_HOUR = 60
_NAME = 40


def anchor(checkin: CheckIn) -> str:
    """Return the name of the one message that shows a check-in."""
    return _anchor(checkin.id)


def clearing(screen: Screen, over: Iterable[CheckInId]) -> Screen:
    """Return the screen, to take away the messages of check-ins that are over."""
    return dataclasses.replace(screen, clears=tuple(_anchor(checkin_id) for checkin_id in over))


def prompt_screen(words: Words, checkin: CheckIn, text: Text = texts.DUE) -> Screen:
    """Return the call to a check-in, which says nothing that a lock screen must not show."""
    is_begun = checkin.state is State.IN_PROGRESS
    start = Button(
        words.plain(texts.GO_ON if is_begun else texts.START), BeginCheckIn(checkin.id), style=Style.PRIMARY
    )
    later = () if is_begun else (Button(words.plain(texts.LATER), LaterChosen(checkin.id)),)
    not_now = Button(words.plain(texts.NOT_NOW), NotNow(checkin.id))
    return Screen(words(text), ((start,), (*later, not_now)), anchor=anchor(checkin))


def welcome_screen(words: Words, checkin: CheckIn, name: str) -> Screen:
    """Return the welcome of somebody who was away; it counts nothing that was missed."""
    text = words(texts.WELCOME, name=shown(name, _NAME)) if name else words(texts.WELCOME_PLAIN)
    rows = (
        (
            Button(
                words.plain(texts.WELCOME_SHORT), ReturnChosen(checkin.id, Form.WELCOME), style=Style.PRIMARY
            ),
        ),
        (
            Button(words.plain(texts.WELCOME_NOTE), ReturnChosen(checkin.id, Form.NOTE)),
            Button(words.plain(texts.WELCOME_NOT_TODAY), NotNow(checkin.id)),
        ),
    )
    return Screen(text, rows, anchor=anchor(checkin))


def snoozes_screen(
    words: Words, checkin: CheckIn, now: dt.datetime, next_due_at: dt.datetime | None
) -> Screen | None:
    """Return the times to be asked again; None when it is too late to put the check-in off."""
    possible = [
        snooze for snooze in SNOOZES if close_after_snooze(checkin, snooze, now, next_due_at) is not None
    ]
    if not possible:
        return None
    minutes = [int(snooze.total_seconds()) // 60 for snooze in possible]
    row = tuple(Button(_in(words, number), PutOff(checkin.id, number)) for number in minutes)
    back = Button(words.plain(texts.BACK), ShowCheckIn(checkin.id))
    return Screen(words(texts.WHEN), (row, (back,)), anchor=anchor(checkin))


def put_off_screen(words: Words, checkin: CheckIn, until: dt.datetime) -> Screen:
    """Return until when the check-in is put off."""
    row = (
        Button(words.plain(texts.START_NOW), BeginCheckIn(checkin.id)),
        Button(words.plain(texts.NOT_NOW), NotNow(checkin.id)),
    )
    return Screen(words(texts.PUT_OFF, time=words.time(until)), (row,), anchor=anchor(checkin))


def over_screen(words: Words, checkin: CheckIn, now: dt.datetime) -> Screen:
    """Return how the check-in ended without having been finished, what is kept of it, and the way on."""
    if checkin.can_go_on(now):
        label = texts.GO_ON_AFTER_ALL if checkin.answers else texts.CHECK_IN_AFTER_ALL
        way = Button(words.plain(label), GoOnAfterAll(checkin.id))
    else:
        way = Button(words.plain(texts.CHECK_IN_NOW), StartCheckIn())
    listen = own_voice_rows(words, checkin, checkin.questions)
    return Screen(_ended(words, checkin, now), (*listen, (way,)), anchor=anchor(checkin))


def other_row(words: Words, other: CheckIn | None) -> tuple[tuple[Button, ...], ...]:
    """Return the way to another check-in that can be answered now, as rows; none when there is none."""
    return () if other is None else ((Button(words.plain(texts.OTHER), BeginCheckIn(other.id)),),)


def _anchor(checkin_id: CheckInId) -> str:
    return f"checkin:{checkin_id}"


def _ended(words: Words, checkin: CheckIn, now: dt.datetime) -> Markup:
    kept = recorded(words, checkin)
    if kept:
        return words(texts.STOPPED if checkin.can_go_on(now) else texts.CLOSED_KEPT, answers=kept)
    if checkin.has_answers:
        return words(texts.STOPPED_WORDS)
    if checkin.answers and checkin.unanswered is None:
        return words(texts.ALL_SKIPPED)
    return words(texts.DECLINED if checkin.state is State.SKIPPED else texts.CLOSED)


def _in(words: Words, minutes: int) -> str:
    hours = minutes // _MINUTES_AN_HOUR
    if not hours:
        return words.plain(texts.IN_MINUTES, number=minutes)
    return words.plain(texts.IN_ONE_HOUR) if hours == 1 else words.plain(texts.IN_HOURS, number=hours)
