"""Draws when a person is asked, and the choices to change times and days; it changes nothing."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from domain.quiet import Quiet
from domain.schedules import MOST_TIMES, Prompt
from domain.timezones import city
from handlers.callbacks.pauses import ChoosePause, PauseEnded
from handlers.callbacks.schedules import (
    NONE,
    ChooseDays,
    ChooseQuiet,
    ChooseTime,
    ChooseZone,
    DaysSet,
    QuietSet,
    ShowSchedule,
    TimeRemoved,
    TimeSet,
)
from handlers.request import Button, Screen, Style
from handlers.screens.moments import clock, weekday, weekdays_in_words
from handlers.screens.places import local_time
from handlers.texts import schedules as texts
from handlers.texts.listing import listed
from handlers.texts.words import Words, lines, paragraphs
from services.schedules import Plan

_HOURS = (*range(5, 24), 0)
"""Hours that are offered; whoever is up at another one types it."""
_HOURS_A_ROW = 4
_DAYS_A_ROW = 4
_TIMES_A_ROW = 2
_SPANS_A_ROW = 2
_NIGHTS = (Quiet(21 * 60, 8 * 60), Quiet(22 * 60, 7 * 60), Quiet(23 * 60, 7 * 60))


def plan_screen(words: Words, plan: Plan, now: dt.datetime, *, first: Markup | None = None) -> Screen:
    """Return when the person is asked, the next prompts, and what can be changed; `first` stands above it."""
    schedule = plan.schedule
    seat = schedule.membership_id
    said = words(
        texts.PLAN,
        times=_times(words, schedule.minutes),
        days=weekdays_in_words(words, schedule.weekdays),
        city=city(plan.timezone, words.language),
        now=local_time(plan.timezone, now),
    )
    quiet = None if plan.quiet is None else words(texts.QUIET_HOURS, hours=_hours(words, plan.quiet))
    paused = None if plan.resumes_on is None else words(texts.PAUSED, day=words.day(plan.resumes_on))
    text = paragraphs(first, lines(said, quiet), paused, coming_text(words, plan.coming))
    times = [
        Button(words.plain(texts.CHANGE_THIS_TIME, time=clock(minute)), ChooseTime(seat, minute))
        for minute in schedule.minutes
    ]
    if len(times) < MOST_TIMES:
        times.append(Button(words.plain(texts.ADD_TIME), ChooseTime(seat, NONE)))
    rest = PauseEnded() if plan.is_paused else ChoosePause()
    rows = (
        *_rows(times, _TIMES_A_ROW),
        (
            Button(words.plain(texts.CHANGE_DAYS), ChooseDays(seat)),
            Button(words.plain(texts.CHANGE_QUIET), ChooseQuiet(seat)),
        ),
        (
            Button(words.plain(texts.CHANGE_PLACE), ChooseZone(seat)),
            Button(words.plain(texts.END_PAUSE if plan.is_paused else texts.TAKE_PAUSE), rest),
        ),
    )
    return Screen(text, rows, anchor=anchor(plan))


def coming_text(words: Words, coming: Sequence[Prompt]) -> Markup:
    """Return the next prompts, each on its line, or that there are none."""
    if not coming:
        return words(texts.NOT_ASKED)
    moments = [
        words(texts.MOMENT, day=words.day(prompt.local_date), time=words.time(prompt.at)) for prompt in coming
    ]
    return words(texts.NEXT, moments=lines(*moments))


def times_screen(words: Words, plan: Plan, instead_of: int, *, problem: Markup | None = None) -> Screen:
    """Return the hours of the day to choose from, instead of one time or as one more."""
    seat, minutes = plan.schedule.membership_id, plan.schedule.minutes
    hours = [
        _choice(words, clock(hour * 60), TimeSet(seat, instead_of, hour * 60), is_chosen=hour * 60 in minutes)
        for hour in _HOURS
    ]
    if instead_of in minutes:
        question = words(texts.WHICH_TIME, time=clock(instead_of))
    else:
        question = words(texts.WHICH_TIME_TOO, times=_times(words, minutes))
    rows = _rows(hours, _HOURS_A_ROW)
    if instead_of in minutes and len(minutes) > 1:
        label = words.plain(texts.REMOVE_TIME, time=clock(instead_of))
        rows.append((Button(label, TimeRemoved(seat, instead_of)),))
    return Screen(paragraphs(problem, question), (*rows, (_back(words, plan),)), anchor=anchor(plan))


def halves_screen(words: Words, plan: Plan, instead_of: int, minutes: Sequence[int]) -> Screen:
    """Return the times that were perhaps meant."""
    seat = plan.schedule.membership_id
    meant = tuple(Button(clock(minute), TimeSet(seat, instead_of, minute)) for minute in minutes)
    return Screen(words(texts.WHICH_HALF), (meant, (_back(words, plan),)), anchor=anchor(plan))


def days_screen(words: Words, plan: Plan) -> Screen:
    """Return the weekdays to switch on and off."""
    seat, weekdays = plan.schedule.membership_id, plan.schedule.weekdays
    days = [
        _choice(
            words,
            weekday(words, number),
            DaysSet(seat, weekdays ^ 1 << number),
            is_chosen=bool(weekdays >> number & 1),
        )
        for number in range(7)
    ]
    done = Button(words.plain(texts.DONE), ShowSchedule(seat), style=Style.PRIMARY)
    return Screen(words(texts.WHICH_DAYS), (*_rows(days, _DAYS_A_ROW), (done,)), anchor=anchor(plan))


def quiet_screen(words: Words, plan: Plan, *, problem: Markup | None = None) -> Screen:
    """Return the quiet hours, what they mean, and others to choose from."""
    seat = plan.schedule.membership_id
    said = words(texts.NO_QUIET_NOW)
    if plan.quiet is not None:
        said = words(texts.QUIET_NOW, hours=_hours(words, plan.quiet))
    choices = [
        _choice(words, _span(words, night), _quiet_set(plan, night), is_chosen=night == plan.quiet)
        for night in _NIGHTS
    ]
    none = QuietSet(seat, NONE, NONE)
    choices.append(_choice(words, words.plain(texts.NO_QUIET), none, is_chosen=plan.quiet is None))
    text = paragraphs(problem, said, words(texts.WHAT_QUIET_MEANS))
    return Screen(text, (*_rows(choices, _SPANS_A_ROW), (_back(words, plan),)), anchor=anchor(plan))


def spans_screen(words: Words, plan: Plan, meant: Sequence[tuple[int, int]]) -> Screen:
    """Return the quiet hours that were perhaps meant."""
    spans = [Quiet(start, end) for start, end in meant]
    rows = tuple((Button(_span(words, span), _quiet_set(plan, span)),) for span in spans)
    return Screen(words(texts.WHICH_HOURS), (*rows, (_back(words, plan),)), anchor=anchor(plan))


def anchor(plan: Plan) -> str:
    """Return the name of the one message that shows this plan."""
    return f"schedule:{plan.schedule.membership_id}"


def _times(words: Words, minutes: Sequence[int]) -> Markup:
    return listed(words, [Markup(clock(minute)) for minute in minutes])  # noqa: S704 digits and a colon


def _hours(words: Words, quiet: Quiet) -> Markup:
    return words(texts.SPAN, start=clock(quiet.from_minute), end=clock(quiet.until_minute))


def _span(words: Words, quiet: Quiet) -> str:
    return words.plain(texts.HOURS, start=clock(quiet.from_minute), end=clock(quiet.until_minute))


def _quiet_set(plan: Plan, quiet: Quiet) -> QuietSet:
    return QuietSet(plan.schedule.membership_id, quiet.from_minute, quiet.until_minute)


def _choice(words: Words, label: str, press: TimeSet | DaysSet | QuietSet, *, is_chosen: bool) -> Button:
    if not is_chosen:
        return Button(label, press)
    return Button(words.plain(texts.CHOSEN, choice=label), press, style=Style.PRIMARY)


def _rows(buttons: Sequence[Button], a_row: int) -> list[tuple[Button, ...]]:
    return [tuple(buttons[start : start + a_row]) for start in range(0, len(buttons), a_row)]


def _back(words: Words, plan: Plan) -> Button:
    return Button(words.plain(texts.BACK), ShowSchedule(plan.schedule.membership_id))
