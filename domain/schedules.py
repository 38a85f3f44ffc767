"""Says when one participant is asked: up to three times a day, weekdays, a pause; it reads no clock and no row.

Each time has a slot of its own, and a date and slot is asked at most once, whatever the clock, the zone or the plan does.
"""

import dataclasses
import datetime as dt
import enum
import heapq
import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from domain.errors import NotUnderstood
from domain.ids import MembershipId, TimeId
from domain.recurrence import (
    MINUTES_A_DAY,
    Occurrence,
    local_date_at,
    next_occurrence,
    occurrence_from,
)

MOST_TIMES: Final = 3
CLOSEST: Final = dt.timedelta(hours=2)
"""Two times of one day, or of the night between two, are at least so far apart."""
EARLY: Final = dt.timedelta(hours=6)
"""A check-in that the person starts this close before the scheduled one takes its place."""
LONGEST_PAUSE: Final = dt.timedelta(days=366)
_DAY: Final = dt.timedelta(days=1)


class PauseReason(enum.StrEnum):
    """Why somebody takes a pause; known to the person and the facilitator, never to a partner."""

    HOLIDAY = "holiday"
    ILLNESS = "illness"
    OTHER = "other"


@dataclasses.dataclass(frozen=True, slots=True)
class Time:
    """One time of day at which a participant is asked.

    Attributes:
        slot: which of a day's check-ins it makes; it stays when other times come and go.
        local_minute: minute of the day in the person's zone (0-1439).
        due_on: the local date of the check-in that waits; None when the participant is no longer asked.
        next_due_at: the moment the tick waits for; None when the participant is no longer asked.
        is_held: the date's own moment has passed, and it comes later all the same: it is not lost by a journey meanwhile.
    """

    time_id: TimeId
    slot: int
    local_minute: int
    due_on: dt.date | None
    next_due_at: dt.datetime | None
    is_held: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Prompt:
    """One moment at which a participant is asked: the date it belongs to, its slot, and the moment in UTC."""

    slot: int
    local_date: dt.date
    at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Schedule:
    """When one participant is asked.

    Attributes:
        times: by slot, at least one.
        weekdays: seven bits from Monday (1) to Sunday (64), at least one set; they are those of all times.
        paused_until: the local date on which asking goes on; None when nothing is paused.
        pause_reason: None when nothing is paused, or no reason was given.
    """

    membership_id: MembershipId
    times: tuple[Time, ...]
    weekdays: int
    paused_until: dt.date | None = None
    pause_reason: PauseReason | None = None

    @property
    def minutes(self) -> tuple[int, ...]:
        """Return the minutes of the day, earliest first."""
        return tuple(sorted(time.local_minute for time in self.times))

    @property
    def next_due_at(self) -> dt.datetime | None:
        """Return the earliest moment the tick waits for; None when the participant is no longer asked."""
        return min((time.next_due_at for time in self.times if time.next_due_at is not None), default=None)

    def is_paused_on(self, local_date: dt.date) -> bool:
        """Tell whether a check-in of that date is left out by the pause."""
        return self.paused_until is not None and local_date < self.paused_until

    def due_from(self, time: Time, first: dt.date, timezone: str) -> Occurrence:
        """Return the occurrence of a time on its first possible date, beginning with `first`."""
        return occurrence_from(first, time.local_minute, self.weekdays, timezone)

    def next_at(self, timezone: str, after: dt.datetime) -> dt.datetime:
        """Return the first moment of any time strictly after a moment, asked or not."""
        return min(
            next_occurrence(time.local_minute, self.weekdays, timezone, after).at for time in self.times
        )

    def is_early(self, prompt: Prompt, now: dt.datetime) -> bool:
        """Tell whether a check-in begun now stands for the one that is asked at a coming moment.

        With several times a day it does from the middle between two of them on.
        """
        minute = next(time.local_minute for time in self.times if time.slot == prompt.slot)
        before = min((minute - one) % MINUTES_A_DAY or MINUTES_A_DAY for one in self.minutes)
        return now < prompt.at <= now + min(EARLY, dt.timedelta(minutes=before) / 2)


def checked_minutes(minutes: Iterable[int]) -> tuple[int, ...]:
    """Return minutes of a day at which one may be asked, earliest first.

    Raises:
        NotUnderstood: there is none, one is no minute of a day, there are too many, or two are too close.
    """
    found = sorted(set(minutes))
    if not found or found[0] < 0 or found[-1] >= MINUTES_A_DAY:
        raise NotUnderstood("schedules.no_time")
    if len(found) > MOST_TIMES:
        raise NotUnderstood("schedules.too_many_times")
    following = [*found[1:], found[0] + MINUTES_A_DAY]
    if any(
        later - one < CLOSEST // dt.timedelta(minutes=1) for one, later in zip(found, following, strict=True)
    ):
        raise NotUnderstood("schedules.too_close")
    return tuple(found)


def slots_of(times: Collection[Time], minutes: Collection[int]) -> dict[int, int]:
    """Return the minute of each slot when these minutes are asked from now on.

    A minute that stays keeps its slot; the others take those that have become free, then new ones, in their order.
    """
    kept = {time.slot: time.local_minute for time in times if time.local_minute in minutes}
    free = (slot for slot in range(MOST_TIMES) if slot not in kept)
    added = sorted(minute for minute in minutes if minute not in kept.values())
    return kept | dict(zip(free, added, strict=False))


def prompts(schedule: Schedule, timezone: str, after: dt.datetime) -> Iterator[Prompt]:
    """Yield the moments strictly after one at which the person is really asked, over all times, without end.

    Paused dates, and those before the date that each time waits for, are left out. Nothing once asking has stopped.
    """
    each = [_prompts(schedule, time, timezone, after) for time in schedule.times if time.due_on is not None]
    return heapq.merge(*each, key=lambda prompt: (prompt.at, prompt.slot))


def upcoming(schedule: Schedule, timezone: str, after: dt.datetime, count: int) -> list[Prompt]:
    """Return the next moments at which the person is really asked, over all times."""
    return list(itertools.islice(prompts(schedule, timezone, after), count))


def replanned(
    schedule: Schedule,
    timezone: str,
    now: dt.datetime,
    asked: Collection[tuple[dt.date, int]],
    window: dt.timedelta,
) -> Schedule:
    """Return the schedule with what each time waits for from now on, after a change of zone, weekdays or times.

    A date and slot in `asked` never comes again; give those of the last week. A date that has not been asked, and whose
    moment has now passed, comes at once while it is within its window (at most one of all times); what lies further back
    is left out, unless it was due before the change and has been held since, or kept by an outage of ours.
    """
    times = tuple(
        _replanned(schedule, time, timezone, now, asked=asked, window=window) for time in schedule.times
    )
    return dataclasses.replace(schedule, times=times)


def _prompts(schedule: Schedule, time: Time, timezone: str, after: dt.datetime) -> Iterator[Prompt]:
    # The date before counts too: a gap at its end moves its occurrence past midnight.
    firsts = [local_date_at(after, timezone) - _DAY, time.due_on, schedule.paused_until]
    date = max(one for one in firsts if one is not None)
    while True:
        due = schedule.due_from(time, date, timezone)
        if due.at > after:
            yield Prompt(time.slot, due.local_date, due.at)
        date = due.local_date + _DAY


def _replanned(
    schedule: Schedule,
    time: Time,
    timezone: str,
    now: dt.datetime,
    *,
    asked: Collection[tuple[dt.date, int]],
    window: dt.timedelta,
) -> Time:
    last = max((date for date, slot in asked if slot == time.slot), default=None)
    earliest = local_date_at(now - window, timezone) - _DAY
    date = earliest if time.due_on is None else min(earliest, time.due_on)
    while True:
        due = schedule.due_from(time, date, timezone)
        if (due.local_date, time.slot) not in asked and _is_left(
            schedule, time, due, timezone, now, last=last, window=window
        ):
            return dataclasses.replace(time, due_on=due.local_date, next_due_at=due.at, is_held=False)
        date = due.local_date + _DAY


def _is_left(
    schedule: Schedule,
    time: Time,
    due: Occurrence,
    timezone: str,
    now: dt.datetime,
    *,
    last: dt.date | None,
    window: dt.timedelta,
) -> bool:
    """Tell whether an occurrence that nobody was asked for is still to come, or to be asked for now, or to be excused.

    The last is for what our outage has left unserved, or what has been held since; what a journey alone has put into the
    past is left out, so that a zone chosen by mistake and corrected costs no evening.
    """
    if due.at > now:
        return True
    if time.due_on is None or time.next_due_at is None:
        # A time that is new waits for nothing yet.
        return False
    if time.is_held or time.next_due_at <= now:
        return due.local_date >= time.due_on
    # Whoever was never asked waits from the first date on.
    is_in_window = now < min(due.at + window, schedule.next_at(timezone, due.at))
    return is_in_window and due.local_date >= (time.due_on if last is None else last)
