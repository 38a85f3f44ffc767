"""Computes when a local time of day comes on chosen weekdays in a zone; it reads no clock and no row.

A time that the zone skips (the clock goes forward) is the first moment after the gap; a time that comes twice (the clock
goes back) is the first of the two. A date that a zone leaves out altogether has no occurrence.
"""

import dataclasses
import datetime as dt
import zoneinfo
from collections.abc import Iterator

EVERY_DAY = 0b1111111
"""All seven weekday bits, Monday being the lowest."""
MINUTES_A_DAY = 24 * 60
_DAYS_SEARCHED = 16
"""A weekly date can be left out by its zone once (the Pacific, 2011), so two weeks and a day on each side are enough."""
_DAY = dt.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True)
class Occurrence:
    """One moment at which a person is asked.

    Attributes:
        local_date: the date it belongs to, in the person's zone; after a gap before midnight `at` is on the next one.
        at: the moment, aware UTC.
    """

    local_date: dt.date
    at: dt.datetime


def next_occurrence(local_minute: int, weekdays: int, timezone: str, after: dt.datetime) -> Occurrence:
    """Return the first occurrence strictly after a moment.

    Raises:
        ValueError: no weekday is set.
    """
    zone = zoneinfo.ZoneInfo(timezone)
    # The date before counts too: a gap at its end moves its occurrence past midnight.
    first = after.astimezone(zone).date() - _DAY
    for occurrence in _occurrences(first, local_minute, weekdays, zone):
        if occurrence.at > after:
            return occurrence
    raise ValueError(f"{timezone} has no occurrence within {_DAYS_SEARCHED} days")


def occurrence_from(first: dt.date, local_minute: int, weekdays: int, timezone: str) -> Occurrence:
    """Return the occurrence of the first possible date, beginning with `first`.

    Raises:
        ValueError: no weekday is set.
    """
    for occurrence in _occurrences(first, local_minute, weekdays, zoneinfo.ZoneInfo(timezone)):
        return occurrence
    raise ValueError(f"{timezone} has no occurrence within {_DAYS_SEARCHED} days")


def occurrence_on(date: dt.date, local_minute: int, timezone: str) -> dt.datetime:
    """Return the moment of a local time on a local date, in UTC, by the rules for gaps and folds."""
    return _instant(date, local_minute, zoneinfo.ZoneInfo(timezone))


def local_date_at(moment: dt.datetime, timezone: str) -> dt.date:
    """Return the date that it is in a zone at a moment."""
    return moment.astimezone(zoneinfo.ZoneInfo(timezone)).date()


def _occurrences(
    first: dt.date, local_minute: int, weekdays: int, zone: zoneinfo.ZoneInfo
) -> Iterator[Occurrence]:
    if not weekdays & EVERY_DAY:
        raise ValueError("a schedule needs a weekday")
    date = first
    for _ in range(_DAYS_SEARCHED):
        if weekdays >> date.weekday() & 1:
            at = _instant(date, local_minute, zone)
            # Where the clock shows the date there is no question; only a gap can have swallowed it whole.
            if at.astimezone(zone).date() == date or _exists(date, zone):
                yield Occurrence(date, at)
        date += _DAY


def _instant(date: dt.date, local_minute: int, zone: zoneinfo.ZoneInfo) -> dt.datetime:
    local = dt.datetime.combine(date, dt.time(local_minute // 60, local_minute % 60), zone)
    instant = local.astimezone(dt.UTC)
    if _wall(instant, zone) == local.replace(tzinfo=None):
        return instant
    # In a gap the two readings of the local time lie on either side of the change of the clock.
    return _change_between(local.replace(fold=1).astimezone(dt.UTC), instant, zone)


def _change_between(before: dt.datetime, after: dt.datetime, zone: zoneinfo.ZoneInfo) -> dt.datetime:
    offset_after = after.astimezone(zone).utcoffset()
    low, high = int(before.timestamp()), int(after.timestamp())
    while high - low > 1:
        middle = (low + high) // 2
        if dt.datetime.fromtimestamp(middle, zone).utcoffset() == offset_after:
            high = middle
        else:
            low = middle
    return dt.datetime.fromtimestamp(high, dt.UTC)


def _exists(date: dt.date, zone: zoneinfo.ZoneInfo) -> bool:
    return _wall(_instant(date, 0, zone), zone).date() == date


def _wall(instant: dt.datetime, zone: zoneinfo.ZoneInfo) -> dt.datetime:
    return instant.astimezone(zone).replace(tzinfo=None)
