"""Made-up days for tests of pictures: every kind of day there is, in a fixed order."""

import datetime as dt

from domain.checkins import State
from domain.items import Use
from domain.phases import Phase
from domain.progress import Course, Day
from domain.retrospect import Band, Retrospect, Theme

LAST = dt.date(2026, 11, 23)
_KINDS = (State.COMPLETED, State.COMPLETED, State.PARTIAL, State.COMPLETED, State.MISSED, State.SKIPPED)
_GAPS = (State.PAUSED, State.UNREACHABLE, State.EXCUSED, None)


def look_back(count: int, theme: Theme = Theme.LIGHT) -> Retrospect:
    """Return so many days of which each state is one, with use and a late answer among them."""
    days = tuple(_day(LAST - dt.timedelta(days=count - 1 - number), number) for number in range(count))
    told = tuple(day.on for day in days if day.use is Use.YES)
    bands = (Band(Phase.STABILISATION, 0, count // 2 - 1), Band(Phase.COPING, count // 2, count - 1))
    return Retrospect(Course(days), bands, told, theme)


def _day(on: dt.date, number: int) -> Day:
    kinds = _KINDS if number % 4 else (*_GAPS, *_KINDS)
    state = kinds[number // 2 % len(kinds)]
    if state is None or not state.is_answered:
        return Day(on, state)
    if number % 5 == 0:
        return Day(on, state, mood=number % 11, answered=1, is_short=True)
    return Day(
        on,
        state,
        mood=number * 3 % 11,
        craving=number * 7 % 11,
        sleep=number % 11,
        use=Use.YES if number % 11 == 0 else Use.NO,
        tension=number * 5 % 11,
        confidence=10 - number % 11,
        answered=1,
        is_late=number % 7 == 0,
    )
