"""Turns check-ins into the days of a watch over somebody's own usual, and moves that watch on day by day; it tells nobody."""

import dataclasses
import datetime as dt
import statistics
from collections.abc import Iterable, Sequence
from typing import Final

from domain.checkins import CheckIn
from domain.items import CONFIDENCE, CRAVING, HIGHEST, MOOD, SLEEP, TENSION, ItemId
from domain.shifts import REMEMBERED, Day, Shift, Watch, shift_in

SIGNALS: Final[tuple[ItemId, ...]] = (MOOD, TENSION, CRAVING, SLEEP, CONFIDENCE)
"""What is looked at. Missing days have rules of their own (`domain.setbacks.silences`)."""

_BETTER_HIGH: Final = frozenset({MOOD, SLEEP, CONFIDENCE})


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """Where the watch over somebody stands.

    Attributes:
        seen_on: the last date that it has taken in; None when there was none yet.
        before: how it stood before that date, so that a second check-in of the date is looked at afresh.
        after: how it stands since.
    """

    seen_on: dt.date | None = None
    before: Watch = dataclasses.field(default_factory=Watch)
    after: Watch = dataclasses.field(default_factory=Watch)


def last_answered(checkins: Iterable[CheckIn]) -> dt.date | None:
    """Return the last date that says something; None when none does."""
    return max(
        (
            checkin.local_date
            for checkin in checkins
            if any(checkin.value(signal) is not None for signal in SIGNALS)
        ),
        default=None,
    )


def days_of(checkins: Iterable[CheckIn], today: dt.date) -> list[Day | None]:
    """Return the days from the first with an answer to today, oldest first, at most `REMEMBERED`; None without an answer.

    A day with several check-ins counts with the mean of each signal; every value is turned so that more is worse.
    """
    values: dict[dt.date, dict[str, list[int]]] = {}
    for checkin in checkins:
        for signal in SIGNALS:
            value = checkin.value(signal)
            if value is not None and checkin.local_date <= today:
                worse = HIGHEST - value if signal in _BETTER_HIGH else value
                values.setdefault(checkin.local_date, {}).setdefault(signal, []).append(worse)
    if not values:
        return []
    first = max(min(values), today - dt.timedelta(days=REMEMBERED - 1))
    dates = [first + dt.timedelta(days=number) for number in range((today - first).days + 1)]
    return [
        {signal: statistics.fmean(each) for signal, each in values[date].items()} if date in values else None
        for date in dates
    ]


def look(standing: Standing, days: Sequence[Day | None], today: dt.date) -> tuple[Standing, Shift | None]:
    """Return where the watch stands after today, and the shift if one begins today.

    Days that passed without an answer since the last look change nothing but how long a shift has lasted. A date before
    the last one that was taken in changes nothing at all.
    """
    if standing.seen_on is not None and today < standing.seen_on:
        return standing, None
    if standing.seen_on == today:
        before = standing.before
    else:
        before = standing.after
        silent = 0 if standing.seen_on is None else (today - standing.seen_on).days - 1
        for _ in range(silent):
            before = before.after(None)
    shift = shift_in(days, before)
    after = before.after(shift)
    has_begun = after.is_on and not before.is_on
    is_known = standing.seen_on == today and standing.after.is_on
    return Standing(today, before, after), shift if has_begun and not is_known else None
