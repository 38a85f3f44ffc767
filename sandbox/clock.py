"""Keep the sandbox's time: real time plus an offset that only goes forward. The product's own entry never sees it."""

import datetime as dt
import zoneinfo

STORY_ZONE = zoneinfo.ZoneInfo("America/New_York")
"""Where the sandbox's group meets; the page shows its time."""

_OPENING = dt.time(17, 0)
_TUESDAY = 1
_WEEK = 7


class SandboxClock:
    """Tell the sandbox's time. The world and the bot each hold one, and both get the same offset."""

    def __init__(self, offset: dt.timedelta = dt.timedelta()) -> None:
        self._offset = offset

    @classmethod
    def starting_at(cls, moment: dt.datetime) -> "SandboxClock":
        """Return a clock that shows `moment` (aware) now and runs on from there."""
        return cls(moment - _real_now())

    @property
    def offset(self) -> dt.timedelta:
        """Return how far the sandbox's time is from real time; negative is the past."""
        return self._offset

    def now(self) -> dt.datetime:
        """Return the sandbox's time, aware UTC."""
        return _real_now() + self._offset

    def set_offset(self, offset: dt.timedelta) -> None:
        """Take over an offset that another clock has."""
        self._offset = offset

    def move_to(self, moment: dt.datetime) -> None:
        """Jump forward to a moment (aware); a moment that has passed changes nothing."""
        self._offset = max(self._offset, moment - _real_now())


def latest_opening() -> dt.datetime:
    """Return the latest Tuesday, 17:00 in the story's zone: every visit begins at the same hour of the same weekday."""
    local = _real_now().astimezone(STORY_ZONE)
    back = (local.weekday() - _TUESDAY) % _WEEK
    opening = dt.datetime.combine(local.date() - dt.timedelta(days=back), _OPENING, STORY_ZONE)
    if opening > local:
        opening = dt.datetime.combine(opening.date() - dt.timedelta(days=_WEEK), _OPENING, STORY_ZONE)
    return opening.astimezone(dt.UTC)


def _real_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)  # noqa: TID251  the one clock read of the sandbox
