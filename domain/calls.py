"""Says which times partners may offer for a call or a walk, and where one stands; a moment is kept, never a local time."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence
from typing import Final

from domain.ids import CallId, MembershipId, PairId
from domain.recurrence import local_date_at, occurrence_on

MOST_OFFERED: Final = 3
SLOT: Final = dt.timedelta(minutes=15)
"""Moments are packed into buttons in steps of this; every zone's clock shows a quarter of an hour then."""
FURTHEST: Final = dt.timedelta(days=9)
"""How far ahead a time may be offered."""
SOONEST: Final = dt.timedelta(minutes=30)
REMIND_BEFORE: Final = dt.timedelta(minutes=30)
HOURS: Final = (10 * 60, 12 * 60 + 30, 19 * 60)
"""Minutes of the day that are offered for the morning, around noon and in the evening, in the zone of who offers."""
DAYS: Final = 7
DAYS_IN_SIGHT: Final = 4
"""So many days fit into one screen of buttons."""


class CallKind(enum.StrEnum):
    """What the two arrange."""

    CALL = "call"
    WALK = "walk"


class CallState(enum.StrEnum):
    """Where it stands; only what somebody said took place counts as contact."""

    OFFERED = "offered"
    AGREED = "agreed"
    NONE_FITS = "none_fits"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    HAPPENED = "happened"
    NOT_NOW = "not_now"

    @property
    def is_over(self) -> bool:
        """Tell whether the offerer need no longer hear of an answer to it."""
        return self not in {CallState.OFFERED, CallState.AGREED, CallState.NONE_FITS}


@dataclasses.dataclass(frozen=True, slots=True)
class Call:
    """A call or walk: what one side offered, soonest first, and the moment that another chose; None while none is."""

    call_id: CallId
    pair_id: PairId
    kind: CallKind
    state: CallState
    offered_by: MembershipId
    offered: tuple[dt.datetime, ...]
    chosen_at: dt.datetime | None

    def still_possible(self, now: dt.datetime) -> tuple[dt.datetime, ...]:
        """Return the offered moments that lie ahead, while none is chosen."""
        if self.state is not CallState.OFFERED:
            return ()
        return tuple(moment for moment in self.offered if moment > now)

    def is_agreed(self, now: dt.datetime) -> bool:
        """Tell whether it is agreed on and lies ahead."""
        return self.state is CallState.AGREED and self.chosen_at is not None and self.chosen_at > now

    def may_have_been(self, now: dt.datetime) -> bool:
        """Tell whether it was agreed on and its moment has passed, so that one may say whether it took place."""
        return self.state is CallState.AGREED and self.chosen_at is not None and self.chosen_at <= now


def slots(timezone: str, now: dt.datetime, first_day: int = 0) -> tuple[tuple[dt.datetime, ...], ...]:
    """Return the moments that one may offer, day by day from `first_day` days ahead on (0 is today), in UTC.

    Days whose hours have all passed are left out. On the night of a changed clock each is still that hour of the day.
    """
    today = local_date_at(now, timezone)
    days = (
        tuple(
            at
            for minute in HOURS
            if (at := occurrence_on(today + dt.timedelta(days=day), minute, timezone)) >= now + SOONEST
        )
        for day in range(first_day, min(first_day + DAYS_IN_SIGHT, DAYS + 1))
    )
    return tuple(day for day in days if day)


def packed(moment: dt.datetime) -> int:
    """Return a moment as the number that a button carries."""
    return int(moment.timestamp()) // int(SLOT.total_seconds())


def unpacked(numbers: Sequence[int], now: dt.datetime) -> tuple[dt.datetime, ...]:
    """Return the moments that a button carries, soonest first; what no one may offer any more, or ever could, is left out."""
    earliest, latest = packed(now), packed(now + FURTHEST)
    seconds = int(SLOT.total_seconds())
    known = sorted({number for number in numbers if earliest < number <= latest})[:MOST_OFFERED]
    return tuple(dt.datetime.fromtimestamp(number * seconds, dt.UTC) for number in known)
