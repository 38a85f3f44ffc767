"""Says when a facilitator is on call by their own hours, and when nobody of a group is; it tells nobody."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Sequence
from typing import Final

from domain.errors import NotUnderstood
from domain.ids import MembershipId
from domain.recurrence import EVERY_DAY, MINUTES_A_DAY, local_date_at, next_occurrence, occurrence_on

LONGEST_ABSENCE: Final = dt.timedelta(days=92)
_DAY: Final = dt.timedelta(days=1)
_LOOKED_AT: Final = dt.timedelta(minutes=30)
"""How finely a week is searched for hours that nobody covers."""


@dataclasses.dataclass(frozen=True, slots=True)
class Hours:
    """When a facilitator is on call, in their own zone.

    Attributes:
        weekdays: seven bits from Monday (1); a span over midnight belongs to the day on which it begins.
        from_minute: of the day (0-1439).
        until_minute: likewise; not after `from_minute` means on the next day, the same is a whole day.
    """

    weekdays: int
    from_minute: int
    until_minute: int

    def covers(self, now: dt.datetime, timezone: str) -> bool:
        """Tell whether a moment is within them."""
        today = local_date_at(now, timezone)
        return any(
            self.weekdays >> date.weekday() & 1
            and occurrence_on(date, self.from_minute, timezone) <= now < self._end(date, timezone)
            for date in (today - _DAY, today)
        )

    def begins_at(self, now: dt.datetime, timezone: str) -> dt.datetime:
        """Return when they begin next; `now` itself when it is within them."""
        if self.covers(now, timezone):
            return now
        return next_occurrence(self.from_minute, self.weekdays, timezone, now).at

    def _end(self, date: dt.date, timezone: str) -> dt.datetime:
        ends_on = date if self.until_minute > self.from_minute else date + _DAY
        return occurrence_on(ends_on, self.until_minute, timezone)


@dataclasses.dataclass(frozen=True, slots=True)
class Cover:
    """That a facilitator is away; `covered_by` None is everybody else of the group."""

    membership_id: MembershipId
    covered_by: MembershipId | None
    from_at: dt.datetime
    until_at: dt.datetime


def hours_of(weekdays: int, from_minute: int, until_minute: int) -> Hours:
    """Return hours on call.

    Raises:
        NotUnderstood: no weekday, or a minute that no day has.
    """
    minutes = (from_minute, until_minute)
    if not 0 < weekdays <= EVERY_DAY or not all(0 <= minute < MINUTES_A_DAY for minute in minutes):
        raise NotUnderstood("cover.no_hours")
    return Hours(weekdays, from_minute, until_minute)


def first_gap(
    everybody: Sequence[Hours | None], zones: Sequence[str], now: dt.datetime
) -> tuple[dt.datetime, dt.datetime] | None:
    """Return the first stretch within the coming week at which none of them is on call; None when there is none.

    Hours None is always. The stretch ends with the week at the latest.
    """
    if not everybody or None in everybody:
        return None if everybody else (now, now + 7 * _DAY)
    begins: dt.datetime | None = None
    moment = now
    while moment < now + 7 * _DAY:
        is_on = any(
            hours is None or hours.covers(moment, zone) for hours, zone in zip(everybody, zones, strict=True)
        )
        if is_on and begins is not None:
            return begins, moment
        if not is_on and begins is None:
            begins = moment
        moment = _next_step(moment)
    return None if begins is None else (begins, moment)


def weekdays_in(days: Collection[int]) -> int:
    """Return the bits of weekdays that count from Monday (0)."""
    return sum(1 << day for day in set(days))


def _next_step(moment: dt.datetime) -> dt.datetime:
    """Return the next half hour by the clock: hours on call begin and end there, or close to it."""
    over = dt.timedelta(minutes=moment.minute % 30, seconds=moment.second, microseconds=moment.microsecond)
    return moment - over + _LOOKED_AT
