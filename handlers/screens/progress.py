"""Turns a person's days into the facts of their picture, in the reader's words; it draws nothing."""

import datetime as dt
from collections.abc import Sequence

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.checkins import State
from domain.items import CONFIDENCE, CRAVING, MOOD, SLEEP, TENSION, ItemId
from domain.phases import Phase
from domain.progress import Course, Day, figures
from domain.retrospect import Retrospect
from handlers.pictures.course import CoursePicture, Line
from handlers.pictures.marks import Mark
from handlers.texts import phases as phase_texts
from handlers.texts import progress as texts
from handlers.texts.words import Words

_A_WEEK = 7
_TICKS = 6
_MANY_DAYS = 45
"""From so many days on the signs of the days stand week by week: side by side they would be too small to see."""
_MARKS = {
    State.COMPLETED: Mark.FULL,
    State.PARTIAL: Mark.PARTLY,
    State.IN_PROGRESS: Mark.PARTLY,
    State.OPEN: Mark.NONE,
    State.MISSED: Mark.MISSED,
    State.SKIPPED: Mark.SKIPPED,
    State.PAUSED: Mark.PAUSED,
    State.UNREACHABLE: Mark.UNREACHABLE,
    State.EXCUSED: Mark.EXCUSED,
}


def course_picture(words: Words, look: Retrospect) -> CoursePicture:
    """Return the picture of at least one day."""
    course = look.course
    days = [day.on for day in course.days]
    main = main_items(course)
    marks = [mark_of(day) for day in course.days]
    late = tuple(number for number, day in enumerate(course.days) if day.is_late)
    uses, told = _numbers(look.uses, days), _numbers(look.told, days)
    signs = {*marks, *([Mark.LATE] * bool(late)), *([Mark.USE] * bool(uses)), *([Mark.TOLD] * bool(told))}
    return CoursePicture(
        theme=look.theme,
        title=words.plain(texts.TITLE, number=len(days)),
        period=words.plain(texts.PERIOD, first=words.day(days[0]), last=words.day(days[-1])),
        main=tuple(_main_line(words, course, item) for item in main),
        small=tuple(_small_line(words, course, item) for item in small_items(course)),
        bands=tuple((band.first, band.last, _phase_names(words, band.phase)) for band in look.bands),
        marks=tuple(marks),
        late=late,
        uses=uses,
        told=told,
        ticks=_ticks(words, days),
        weekdays=_weekdays(words, days) if len(days) > _MANY_DAYS else (),
        legend=tuple((mark, words.plain(label)) for mark, label in texts.MARKS.items() if mark in signs),
        note=words.plain(texts.NOTE),
    )


def mark_of(day: Day) -> Mark:
    """Return the sign of a day."""
    if day.state is None:
        return Mark.NONE
    if day.is_short and day.state.is_answered:
        return Mark.SHORT
    return _MARKS[day.state]


def main_items(course: Course) -> tuple[ItemId, ...]:
    """Return what is drawn large: mood, and craving, or tension for those who are not asked about craving."""
    return (MOOD, CRAVING if figures(course.values(CRAVING)) else TENSION)


def small_items(course: Course) -> tuple[ItemId, ...]:
    """Return what is drawn small."""
    return tuple(item for item in (TENSION, CONFIDENCE, SLEEP) if item not in main_items(course))


def phase_name(words: Words, phase: Phase) -> str:
    """Return what a phase is called."""
    return words.plain(texts.PHASE, phase=words.plain(phase_texts.PHASES[phase]))


def _phase_names(words: Words, phase: Phase) -> tuple[str, ...]:
    """Return the names of a phase from the longest to the shortest."""
    number = str(int(phase))
    return (phase_name(words, phase), words.plain(texts.PHASE, phase=number), number)


def mean_of(words: Words, mean: float) -> str:
    """Return a mean with one decimal, as the reader's language writes it."""
    return str(format_decimal(round(mean, 1), format="0.0", locale=words.language))


def _main_line(words: Words, course: Course, item: ItemId) -> Line:
    values = course.values(item)
    found = figures(values)
    if found is None:
        said = words.plain(texts.NO_FIGURES)
    elif found.count == 1:
        said = words.plain(texts.ONE_ANSWER)
    else:
        said = words.plain(texts.MANY_FIGURES, count=found.count, mean=mean_of(words, found.mean))
    key = "mood" if item == MOOD else "craving"
    return Line(key, words.plain(texts.LINES[item]), words.plain(texts.SCALES[item]), said, values)


def _small_line(words: Words, course: Course, item: ItemId) -> Line:
    values = course.values(item)
    found = figures(values)
    label = texts.NO_FIGURES if found is None else texts.MEAN_ALONE
    said = words.plain(label, mean=mean_of(words, found.mean) if found else "")
    return Line("small", words.plain(texts.LINES[item]), "", said, values)


def _numbers(dates: Sequence[dt.date], days: Sequence[dt.date]) -> tuple[int, ...]:
    return tuple((date - days[0]).days for date in dates)


def _weekdays(words: Words, days: Sequence[dt.date]) -> tuple[str, ...]:
    """Return the weekdays from the day after the last one's to the last one's."""
    return tuple(str(format_date(day, "EEE", locale=words.language)) for day in days[-_A_WEEK:])


def _ticks(words: Words, dates: Sequence[dt.date]) -> tuple[tuple[int, str], ...]:
    if len(dates) <= _A_WEEK:
        return tuple(
            (number, str(format_date(date, "EEE d", locale=words.language)))
            for number, date in enumerate(dates)
        )
    # Whole weeks back from the last day, so that the same weekday stands below every mark.
    apart = _A_WEEK * max(1, round(len(dates) / _A_WEEK / _TICKS))
    pattern = {"en": "MMM d", "es": "d MMM"}[words.language]
    return tuple(
        (number, str(format_date(dates[number], pattern, locale=words.language)))
        for number in sorted(range(len(dates) - 1, -1, -apart))
    )
