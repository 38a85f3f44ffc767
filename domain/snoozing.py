"""Decides for how long a facilitator who has seen an alert may put it off; it reminds nobody."""

import datetime as dt
import enum
import zoneinfo
from typing import Final

from domain.setbacks import Level

MORNING: Final = dt.time(9)
"""When "tomorrow" begins, on the facilitator's clock."""


class Snooze(enum.StrEnum):
    """How long."""

    MINUTES = "15m"
    HOUR = "1h"
    HOURS = "4h"
    TOMORROW = "1d"
    WEEK = "7d"


CHOICES: Final = {
    Level.URGENT: (Snooze.MINUTES, Snooze.HOUR),
    Level.HIGH: (Snooze.HOUR, Snooze.HOURS, Snooze.TOMORROW),
    Level.WATCH: (Snooze.TOMORROW, Snooze.WEEK),
}
"""What each level allows: an urgent alert waits an hour at most, a high one until the next morning. Source: product rule."""

_WAITS: Final = {
    Snooze.MINUTES: dt.timedelta(minutes=15),
    Snooze.HOUR: dt.timedelta(hours=1),
    Snooze.HOURS: dt.timedelta(hours=4),
}
_DAYS: Final = {Snooze.TOMORROW: 1, Snooze.WEEK: 7}


def snoozed_until(choice: Snooze, level: Level, now: dt.datetime, timezone: str) -> dt.datetime | None:
    """Return when the alert comes back, aware UTC; None when its level does not allow that. The zone is the facilitator's."""
    if choice not in CHOICES[level]:
        return None
    if choice in _WAITS:
        return now + _WAITS[choice]
    zone = zoneinfo.ZoneInfo(timezone)
    on = now.astimezone(zone).date() + dt.timedelta(days=_DAYS[choice])
    return dt.datetime.combine(on, MORNING, zone).astimezone(dt.UTC)
