"""Says when somebody wants to hear nothing that can wait; it holds nothing back itself."""

import dataclasses
import datetime as dt

from domain.errors import NotUnderstood
from domain.recurrence import EVERY_DAY, MINUTES_A_DAY, local_date_at, next_occurrence, occurrence_on


@dataclasses.dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of every day, in the person's zone, from one minute of the day (0-1439) until before another.

    They may go over midnight. Check-ins at the times that the person chose, and what is urgent, come all the same.
    """

    from_minute: int
    until_minute: int

    def covers(self, now: dt.datetime, timezone: str) -> bool:
        """Tell whether it is quiet at a moment."""
        return _latest(self.from_minute, now, timezone) > _latest(self.until_minute, now, timezone)

    def ends_at(self, now: dt.datetime, timezone: str) -> dt.datetime:
        """Return when the quiet of this moment is over; `now` itself when it is not quiet."""
        if not self.covers(now, timezone):
            return now
        return next_occurrence(self.until_minute, EVERY_DAY, timezone, now).at


def quiet_between(from_minute: int, until_minute: int) -> Quiet:
    """Return quiet hours between two minutes of the day.

    Raises:
        NotUnderstood: one is no minute of a day, or they are the same.
    """
    if not (0 <= from_minute < MINUTES_A_DAY and 0 <= until_minute < MINUTES_A_DAY):
        raise NotUnderstood("schedules.no_time")
    if from_minute == until_minute:
        raise NotUnderstood("schedules.quiet_all_day")
    return Quiet(from_minute, until_minute)


def _latest(local_minute: int, now: dt.datetime, timezone: str) -> dt.datetime:
    """Return when it was last this time of day; a time that comes twice counts once, so that quiet ends where it says."""
    today = local_date_at(now, timezone)
    moments = (occurrence_on(today - dt.timedelta(days=day), local_minute, timezone) for day in range(3))
    return next(at for at in moments if at <= now)
