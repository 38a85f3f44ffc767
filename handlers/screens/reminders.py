"""Draws a group's defaults and the choices to change them; it changes nothing."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from domain.groups import Delays, Group
from handlers.callbacks.payload import Press
from handlers.callbacks.reminders import (
    ChooseDefaultDays,
    ChooseDefaultTime,
    ChooseDelay,
    DefaultDaysSet,
    DefaultTimeSet,
    DelaySet,
    ShowDefaults,
    Step,
)
from handlers.request import Button, Screen, Style
from handlers.screens.moments import clock, weekday, weekdays_in_words
from handlers.texts import reminders as texts
from handlers.texts.quoting import one_line
from handlers.texts.words import Words, lines, paragraphs

STEPS: Final = {Step.REMIND: (20, 45, 60, 0), Step.NUDGE: (60, 120, 180), Step.CLOSE: (180, 360, 480, 720)}
"""Minutes to choose from for each delay; 0 is no reminder."""
_ASKS: Final = {
    Step.REMIND: texts.WHEN_REMIND,
    Step.NUDGE: texts.WHEN_NUDGE,
    Step.CLOSE: texts.WHEN_CLOSE,
}
_HOURS_A_ROW: Final = 6
_DAYS_A_ROW: Final = 4
_AN_HOUR: Final = 60
_MINUTE: Final = dt.timedelta(minutes=1)


def groups_screen(words: Words, groups: Sequence[Group]) -> Screen:
    """Return the groups to choose from."""
    rows = tuple((Button(one_line(one.name, 48), ShowDefaults(one.group_id)),) for one in groups)
    return Screen(words(texts.WHICH_GROUP), rows)


def defaults_screen(words: Words, group: Group) -> Screen:
    """Return what a group does where nobody has chosen otherwise, and what can be changed about it."""
    said = words(
        texts.DEFAULTS,
        group=one_line(group.name, 60),
        time=clock(group.checkin_minute),
        days=weekdays_in_words(words, group.checkin_weekdays),
    )
    group_id = group.group_id
    rows = (
        (
            Button(words.plain(texts.TIME), ChooseDefaultTime(group_id)),
            Button(words.plain(texts.DAYS), ChooseDefaultDays(group_id)),
        ),
        (
            Button(words.plain(texts.REMIND), ChooseDelay(group_id, Step.REMIND)),
            Button(words.plain(texts.NUDGE), ChooseDelay(group_id, Step.NUDGE)),
            Button(words.plain(texts.CLOSE), ChooseDelay(group_id, Step.CLOSE)),
        ),
    )
    return Screen(paragraphs(said, _ladder(words, group.delays)), rows, anchor=_anchor(group))


def times_screen(words: Words, group: Group, problem: Markup | None = None) -> Screen:
    """Return the hours of the day to choose from; `problem` says what was wrong with what was typed."""
    hours = [
        _choice(
            words,
            clock(minute),
            DefaultTimeSet(group.group_id, minute),
            is_chosen=minute == group.checkin_minute,
        )
        for minute in range(0, 24 * _AN_HOUR, _AN_HOUR)
    ]
    rows = [tuple(hours[start : start + _HOURS_A_ROW]) for start in range(0, len(hours), _HOURS_A_ROW)]
    text = paragraphs(problem, words(texts.WHICH_TIME))
    return Screen(text, (*rows, (_back(words, group),)), anchor=_anchor(group))


def days_screen(words: Words, group: Group) -> Screen:
    """Return the weekdays to switch on and off."""
    weekdays = group.checkin_weekdays
    days = [
        _choice(
            words,
            weekday(words, number),
            DefaultDaysSet(group.group_id, weekdays ^ 1 << number),
            is_chosen=bool(weekdays >> number & 1),
        )
        for number in range(7)
    ]
    rows = [tuple(days[start : start + _DAYS_A_ROW]) for start in range(0, len(days), _DAYS_A_ROW)]
    done = Button(words.plain(texts.DONE), ShowDefaults(group.group_id), style=Style.PRIMARY)
    return Screen(words(texts.WHICH_DAYS), (*rows, (done,)), anchor=_anchor(group))


def delays_screen(words: Words, group: Group, step: Step, problem: Markup | None = None) -> Screen:
    """Return the delays to choose from for one step; `problem` says why the chosen one does not fit."""
    now = minutes_of(group.delays)[step]
    choices = [
        _choice(
            words,
            _delay_label(words, minutes),
            DelaySet(group.group_id, step, minutes),
            is_chosen=minutes == now,
        )
        for minutes in STEPS[step]
    ]
    rows = [tuple(choices[start : start + 2]) for start in range(0, len(choices), 2)]
    text = paragraphs(problem, words(_ASKS[step]), _ladder(words, group.delays))
    return Screen(text, (*rows, (_back(words, group),)), anchor=_anchor(group))


def minutes_of(delays: Delays) -> dict[Step, int]:
    """Return each delay in minutes."""
    return {
        Step.REMIND: delays.remind_after // _MINUTE,
        Step.NUDGE: delays.nudge_after // _MINUTE,
        Step.CLOSE: delays.close_after // _MINUTE,
    }


def _ladder(words: Words, delays: Delays) -> Markup:
    minutes = {step: _delay(words, number) for step, number in minutes_of(delays).items()}
    reminded = words(texts.REMINDED, delay=minutes[Step.REMIND])
    return lines(
        words(texts.UNANSWERED),
        reminded if delays.remind_after else words(texts.NOT_REMINDED),
        words(texts.NUDGED, delay=minutes[Step.NUDGE]),
        words(texts.CLOSED, delay=minutes[Step.CLOSE]),
    )


def _delay(words: Words, minutes: int) -> Markup:
    hours, rest = divmod(minutes, _AN_HOUR)
    if rest or not hours:
        return words(texts.MINUTES, number=minutes)
    return words.counted(texts.ONE_HOUR, texts.HOURS, hours)


def _delay_label(words: Words, minutes: int) -> str:
    hours, rest = divmod(minutes, _AN_HOUR)
    if not minutes:
        return words.plain(texts.NO_REMINDER)
    if rest:
        return words.plain(texts.IN_MINUTES, number=minutes)
    return words.plain(texts.IN_ONE_HOUR) if hours == 1 else words.plain(texts.IN_HOURS, number=hours)


def _choice(words: Words, label: str, press: Press, *, is_chosen: bool) -> Button:
    if not is_chosen:
        return Button(label, press)
    return Button(words.plain(texts.CHOSEN, choice=label), press, style=Style.PRIMARY)


def _back(words: Words, group: Group) -> Button:
    return Button(words.plain(texts.BACK), ShowDefaults(group.group_id))


def _anchor(group: Group) -> str:
    return f"reminders:{group.group_id}"
