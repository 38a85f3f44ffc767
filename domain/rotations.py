"""Says when a group's pairs change and which of them; it changes none.

A change is announced a day before. One that could not be announced, or whose hour has long passed, is put off until it can
be both announced and made at a decent hour: so there is one change at most after an outage, and nobody wakes up to it.
"""

import dataclasses
import datetime as dt
from typing import Final

from domain.errors import NotUnderstood
from domain.ids import GroupId
from domain.recurrence import local_date_at, occurrence_on

CHOICES: Final = (1, 2, 3, 4, 6)
"""Weeks between changes that a facilitator can choose."""
NEVER: Final = 0
USUAL_WEEKS: Final = 2
"""Long enough to become partners, short enough to meet everybody; counted from the first sending."""
LOCAL_MINUTE: Final = 10 * 60
"""Pairs change at ten in the morning where the group is."""
NOTICE: Final = dt.timedelta(days=1)
"""So long before, facilitators and partners are told."""
LATEST: Final = dt.timedelta(hours=6)
"""A change that comes later than this after its moment is announced anew."""
GOODBYES_AFTER: Final = dt.timedelta(hours=4)
"""So long after the facilitators, partners are told: time for "not this time" before anybody has said goodbye."""
YOUNGEST: Final = dt.timedelta(days=4)
"""A younger pair stays until the change after: two who have just met have nothing to say goodbye to."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rotation:
    """When a group's pairs change.

    Attributes:
        every_weeks: 0 is never.
        number: changes so far.
        seed: what the next plan is drawn with.
        next_at: None when no change is planned.
        announced_at: when the next change was announced; None before that.
    """

    group_id: GroupId
    every_weeks: int = USUAL_WEEKS
    number: int = 0
    seed: int = 0
    next_at: dt.datetime | None = None
    announced_at: dt.datetime | None = None

    @property
    def is_announced(self) -> bool:
        """Tell whether the next change stands and has been announced."""
        return self.next_at is not None and self.announced_at is not None

    def every(self, weeks: int, timezone: str, now: dt.datetime) -> "Rotation":
        """Return it with another rhythm, counted from today; 0 is never.

        Raises:
            NotUnderstood: it is none of the choices.
        """
        if weeks != NEVER and weeks not in CHOICES:
            raise NotUnderstood("pairing.how_often")
        next_at = None if weeks == NEVER else in_weeks(weeks, timezone, now)
        return dataclasses.replace(self, every_weeks=weeks, next_at=next_at, announced_at=None)

    def begun(self, timezone: str, now: dt.datetime) -> "Rotation":
        """Return it once pairs are sent; what is planned already stays."""
        if self.next_at is not None or self.every_weeks == NEVER:
            return self
        return dataclasses.replace(self, next_at=in_weeks(self.every_weeks, timezone, now))

    def skipped(self, timezone: str) -> "Rotation":
        """Return it without the next change; the one after comes at its time."""
        if self.next_at is None:
            return self
        later = in_weeks(self.every_weeks, timezone, self.next_at)
        return dataclasses.replace(self, next_at=later, announced_at=None)

    def made(self, timezone: str, now: dt.datetime) -> "Rotation":
        """Return it after a change; the next one is counted from today."""
        later = in_weeks(self.every_weeks, timezone, now)
        return dataclasses.replace(self, number=self.number + 1, next_at=later, announced_at=None)

    def put_off(self, timezone: str, now: dt.datetime) -> "Rotation":
        """Return it with the change at the first decent hour that can still be announced a day before."""
        today = local_date_at(now + NOTICE, timezone)
        days = (today + dt.timedelta(days=day) for day in range(2))
        moments = (occurrence_on(day, LOCAL_MINUTE, timezone) for day in days)
        next_at = next(at for at in moments if at - NOTICE >= now)
        return dataclasses.replace(self, next_at=next_at, announced_at=None)

    def is_too_late(self, now: dt.datetime) -> bool:
        """Tell whether the moment to announce the change, or to make it, has long passed."""
        if self.next_at is None:
            return False
        return now - (self.next_at if self.is_announced else self.next_at - NOTICE) > LATEST


def in_weeks(weeks: int, timezone: str, now: dt.datetime) -> dt.datetime:
    """Return the decent hour so many weeks after the date that it is in a zone."""
    return occurrence_on(local_date_at(now, timezone) + dt.timedelta(weeks=weeks), LOCAL_MINUTE, timezone)


def is_due_to_end(started_at: dt.datetime | None, change_at: dt.datetime) -> bool:
    """Tell whether a pair, or an offer, that began then is old enough to end with a change."""
    return started_at is not None and change_at - started_at >= YOUNGEST
