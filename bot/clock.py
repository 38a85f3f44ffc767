"""Reads the clock, the only place that does; everything else is told the time."""

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Whatever knows the time."""

    def now(self) -> dt.datetime:
        """Return the present moment, aware UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        """Return the present moment, aware UTC."""
        return dt.datetime.now(dt.UTC)  # noqa: TID251 this is the one clock read
