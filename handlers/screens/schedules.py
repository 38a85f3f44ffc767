"""Draws when a person is asked, and the choices to change it; it changes nothing."""

import datetime as dt
import zoneinfo
from collections.abc import Sequence

from babel.dates import format_date
from markupsafe import Markup

from domain.ids import MembershipId
from domain.recurrence import EVERY_DAY
from domain.timezones import city
from handlers.callbacks.schedules import (
    ChooseDays,
    ChoosePause,
    ChooseTime,
    ChooseZone,
    DaysSet,
    PauseEnded,
    PauseSet,
    ShowSchedule,
    TimeSet,
    ZoneSet,
)
from handlers.request import Button, Screen, Style
from handlers.texts import schedules as texts
from handlers.texts.listing import listed
from handlers.texts.words import Words, lines, paragraphs
from services.schedules import Plan

_MONDAY = dt.date(2026, 1, 5)
_HOURS_A_ROW = 6
_DAYS_A_ROW = 4


def plan_screen(words: Words, plan: Plan, *, first: Markup | None = None) -> Screen:
    """Return when the person is asked, the next prompts, and what can be changed; `first` stands above it."""
    schedule = plan.schedule
    said = words(
        texts.PLAN,
        time=clock(schedule.local_minute),
        days=_days(words, schedule.weekdays),
        city=city(plan.timezone, words.language),
    )
    paused = None if plan.resumes_on is None else words(texts.PAUSED, day=words.day(plan.resumes_on))
    text = paragraphs(first, said, paused, _coming(words, plan))
    seat = schedule.membership_id
    rest = PauseEnded() if plan.is_paused else ChoosePause()
    rows = (
        (
            Button(words.plain(texts.CHANGE_TIME), ChooseTime(seat)),
            Button(words.plain(texts.CHANGE_DAYS), ChooseDays(seat)),
        ),
        (
            Button(words.plain(texts.CHANGE_PLACE), ChooseZone(seat)),
            Button(words.plain(texts.END_PAUSE if plan.is_paused else texts.PAUSE), rest),
        ),
    )
    return Screen(text, rows, anchor=_anchor(seat))


def times_screen(words: Words, plan: Plan, *, problem: Markup | None = None) -> Screen:
    """Return the hours of the day to choose from."""
    seat, now = plan.schedule.membership_id, plan.schedule.local_minute
    hours = [
        _choice(words, clock(minute), TimeSet(seat, minute), is_chosen=minute == now)
        for minute in range(0, 24 * 60, 60)
    ]
    rows = [tuple(hours[start : start + _HOURS_A_ROW]) for start in range(0, len(hours), _HOURS_A_ROW)]
    text = paragraphs(problem, words(texts.WHICH_TIME))
    return Screen(text, (*rows, (_back(words, seat),)), anchor=_anchor(seat))


def days_screen(words: Words, plan: Plan) -> Screen:
    """Return the weekdays to switch on and off."""
    seat, weekdays = plan.schedule.membership_id, plan.schedule.weekdays
    days = [
        _choice(
            words,
            _weekday(words, number),
            DaysSet(seat, weekdays ^ 1 << number),
            is_chosen=bool(weekdays >> number & 1),
        )
        for number in range(7)
    ]
    rows = [tuple(days[start : start + _DAYS_A_ROW]) for start in range(0, len(days), _DAYS_A_ROW)]
    done = Button(words.plain(texts.DONE), ShowSchedule(seat), style=Style.PRIMARY)
    return Screen(words(texts.WHICH_DAYS), (*rows, (done,)), anchor=_anchor(seat))


def places_screen(
    words: Words, seat: MembershipId, zones: Sequence[str], now: dt.datetime, *, problem: Markup | None = None
) -> Screen:
    """Return the places that were found to choose from, or the question for one."""
    rows = [(Button(_place(words, zone, now), ZoneSet(seat, zone)),) for zone in zones]
    text = paragraphs(problem, words(texts.PLACES_FOUND if zones else texts.WHICH_PLACE))
    return Screen(text, (*rows, (_back(words, seat),)), anchor=_anchor(seat))


def pauses_screen(words: Words, plans: Sequence[Plan]) -> Screen:
    """Return the lengths of a pause to choose from, under the one that is running."""
    resumes_on = max((plan.resumes_on for plan in plans if plan.resumes_on is not None), default=None)
    running = None if resumes_on is None else words(texts.PAUSED, day=words.day(resumes_on))
    lengths = [Button(words.plain(label), PauseSet(days)) for days, label in texts.PAUSES.items()]
    rows = [tuple(lengths[start : start + 2]) for start in range(0, len(lengths), 2)]
    if resumes_on is not None:
        rows.append((Button(words.plain(texts.END_PAUSE), PauseEnded(), style=Style.PRIMARY),))
    return Screen(paragraphs(running, words(texts.HOW_LONG)), tuple(rows))


def paused_screen(words: Words, until: dt.date) -> Screen:
    """Return until when the pause goes."""
    row = (Button(words.plain(texts.END_PAUSE), PauseEnded()),)
    return Screen(words(texts.PAUSE_BEGUN, day=words.day(until)), (row,))


def clock(minute: int) -> str:
    """Return a minute of the day as 18:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _coming(words: Words, plan: Plan) -> Markup:
    if not plan.coming:
        return words(texts.NOT_ASKED)
    moments = [
        words(texts.MOMENT, day=words.day(occurrence.local_date), time=words.time(occurrence.at))
        for occurrence in plan.coming
    ]
    return words(texts.NEXT, moments=lines(*moments))


def _days(words: Words, weekdays: int) -> Markup:
    if weekdays == EVERY_DAY:
        return words(texts.EVERY_DAY)
    days = [Markup.escape(_weekday(words, number)) for number in range(7) if weekdays >> number & 1]
    return words(texts.ON_DAYS, days=listed(words, days))


def _weekday(words: Words, number: int) -> str:
    return str(format_date(_MONDAY + dt.timedelta(days=number), "EEE", locale=words.language))


def _place(words: Words, zone: str, now: dt.datetime) -> str:
    local = now.astimezone(zoneinfo.ZoneInfo(zone)).strftime("%H:%M")
    return words.plain(texts.PLACE_CHOICE, city=city(zone, words.language), time=local)


def _choice(words: Words, label: str, press: TimeSet | DaysSet, *, is_chosen: bool) -> Button:
    if not is_chosen:
        return Button(label, press)
    return Button(words.plain(texts.CHOSEN, choice=label), press, style=Style.PRIMARY)


def _back(words: Words, seat: MembershipId) -> Button:
    return Button(words.plain(texts.BACK), ShowSchedule(seat))


def _anchor(seat: MembershipId) -> str:
    return f"schedule:{seat}"
