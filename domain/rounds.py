"""Decides when an alert that nobody has seen is told again; it tells nobody."""

import datetime as dt
import zoneinfo
from typing import Final

from domain.setbacks import Level

REPEAT_URGENT_AFTER: Final = dt.timedelta(minutes=15)
"""By day and by night, until somebody has seen it."""
REPEAT_HIGH_AFTER: Final = dt.timedelta(hours=4)
"""Waking hours in the group's zone. The first telling is at once, whatever the hour."""
WAKING_FROM: Final = dt.time(8)
WAKING_UNTIL: Final = dt.time(22)


def next_round_at(level: Level, now: dt.datetime, timezone: str) -> dt.datetime | None:
    """Return when an alert told at `now` is told again, aware UTC; None for never. The zone is the group's."""
    match level:
        case Level.URGENT:
            return now + REPEAT_URGENT_AFTER
        case Level.HIGH:
            return _after_waking(now, REPEAT_HIGH_AFTER, zoneinfo.ZoneInfo(timezone))
        case Level.WATCH:
            return None


def _after_waking(now: dt.datetime, wait: dt.timedelta, zone: zoneinfo.ZoneInfo) -> dt.datetime:
    """Return the moment by which so much waking time has passed."""
    on = now.astimezone(zone).date()
    while True:
        begins = max(now, dt.datetime.combine(on, WAKING_FROM, zone).astimezone(dt.UTC))
        ends = dt.datetime.combine(on, WAKING_UNTIL, zone).astimezone(dt.UTC)
        if begins + wait <= ends:
            return begins + wait
        wait -= max(ends - begins, dt.timedelta(0))
        on += dt.timedelta(days=1)
