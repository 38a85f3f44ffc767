"""Computes when a person is asked: a local time of day on chosen weekdays in a zone; it reads no clock and no row.

A time that the zone skips (the clock goes forward) is the first moment after the gap; a time that comes twice (the clock
goes back) is the first of the two. A date that a zone leaves out altogether has no occurrence.
"""

import dataclasses
import datetime as dt
import zoneinfo

from domain.ids import MembershipId

EVERY_DAY = 0b1111111
"""All seven weekday bits, Monday being the lowest."""
MINUTES_A_DAY = 24 * 60
_DAYS_SEARCHED = 16
"""A weekly date can be left out by its zone once (the Pacific, 2011), so two weeks and a day on each side are enough."""


@dataclasses.dataclass(frozen=True, slots=True)
class Occurrence:
    """One moment at which a person is asked.

    Attributes:
        local_date: the date it belongs to, in the person's zone; after a gap before midnight `at` is on the next one.
        at: the moment, aware UTC.
    """

    local_date: dt.date
    at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Schedule:
    """When one participant is asked.

    Attributes:
        local_minute: minute of the day in the person's zone (0-1439).
        weekdays: seven bits from Monday (1) to Sunday (64), at least one set.
        next_due_at: the moment the tick waits for; None when the participant is no longer asked.
        paused_until: the local date on which asking goes on; None when nothing is paused.
    """

    membership_id: MembershipId
    local_minute: int
    weekdays: int
    next_due_at: dt.datetime | None
    paused_until: dt.date | None

    def is_paused_on(self, local_date: dt.date) -> bool:
        """Tell whether a check-in of that date is left out by the pause."""
        return self.paused_until is not None and local_date < self.paused_until


def next_occurrence(local_minute: int, weekdays: int, timezone: str, after: dt.datetime) -> Occurrence:
    """Return the first occurrence strictly after a moment.

    Raises:
        ValueError: no weekday is set.
    """
    if not weekdays & EVERY_DAY:
        raise ValueError("a schedule needs a weekday")
    zone = zoneinfo.ZoneInfo(timezone)
    # The date before counts too: a gap at its end moves its occurrence past midnight.
    first = local_date_at(after, timezone) - dt.timedelta(days=1)
    for number in range(_DAYS_SEARCHED):
        date = first + dt.timedelta(days=number)
        if not weekdays >> date.weekday() & 1 or not _exists(date, zone):
            continue
        at = _instant(date, local_minute, zone)
        if at > after:
            return Occurrence(date, at)
    raise ValueError(f"{timezone} has no occurrence within {_DAYS_SEARCHED} days")


def occurrence_on(date: dt.date, local_minute: int, timezone: str) -> dt.datetime:
    """Return the moment of a local time on a local date, in UTC, by the rules for gaps and folds."""
    return _instant(date, local_minute, zoneinfo.ZoneInfo(timezone))


def upcoming(schedule: Schedule, timezone: str, after: dt.datetime, count: int) -> list[Occurrence]:
    """Return the next moments at which the person is really asked, leaving out the paused ones."""
    found: list[Occurrence] = []
    while len(found) < count:
        occurrence = next_occurrence(schedule.local_minute, schedule.weekdays, timezone, after)
        if schedule.is_paused_on(occurrence.local_date) and schedule.paused_until is not None:
            # Jumps over a long pause; the gap rules make the moment one minute before the date safe enough.
            first_day = occurrence_on(schedule.paused_until, 0, timezone) - dt.timedelta(minutes=1)
            after = max(first_day, occurrence.at)
            continue
        found.append(occurrence)
        after = occurrence.at
    return found


def local_date_at(moment: dt.datetime, timezone: str) -> dt.date:
    """Return the date that it is in a zone at a moment."""
    return moment.astimezone(zoneinfo.ZoneInfo(timezone)).date()


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
