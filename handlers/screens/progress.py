"""Turns a person's course into the facts of its picture, in the reader's words; any view may use it. It draws nothing."""

import datetime as dt

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.checkins import State
from domain.items import CRAVING, MOOD, SLEEP, ItemId
from domain.progress import Course, figures
from handlers.pictures.course import CoursePicture, Line
from handlers.texts import progress as texts
from handlers.texts.words import Words

_A_WEEK = 7
_TICKS = 6


def course_picture(words: Words, course: Course) -> CoursePicture:
    """Return the picture of a course of at least one day."""
    first, last = course.days[0].on, course.days[-1].on
    return CoursePicture(
        title=words.plain(texts.TITLE, number=len(course.days)),
        period=words.plain(texts.PERIOD, first=words.day(first), last=words.day(last)),
        mood=_line(words, course, MOOD),
        craving=_line(words, course, CRAVING),
        sleep=Line(words.plain(texts.LINES[SLEEP]), "", "", course.values(SLEEP)),
        uses=tuple((day - first).days for day in course.uses),
        use_name=words.plain(texts.USE_MARK),
        pauses=tuple(number for number, day in enumerate(course.days) if day.state is State.PAUSED),
        pause_name=words.plain(texts.PAUSE_MARK),
        ticks=_ticks(words, [day.on for day in course.days]),
        gap_note=words.plain(texts.GAP_NOTE),
    )


def mean_of(words: Words, mean: float) -> str:
    """Return a mean with one decimal, as the reader's language writes it."""
    return str(format_decimal(round(mean, 1), format="0.0", locale=words.language))


def _line(words: Words, course: Course, item: ItemId) -> Line:
    values = course.values(item)
    found = figures(values)
    if found is None:
        said = words.plain(texts.NO_FIGURES)
    elif found.count == 1:
        said = words.plain(texts.SHORT_FIGURE)
    else:
        said = words.plain(texts.SHORT_FIGURES, count=found.count, mean=mean_of(words, found.mean))
    return Line(words.plain(texts.LINES[item]), words.plain(texts.SCALES[item]), said, values)


def _ticks(words: Words, dates: list[dt.date]) -> tuple[tuple[int, str], ...]:
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
