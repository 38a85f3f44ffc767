"""Unasked messages about check-ins and where somebody stands in the program."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import CheckInId, MembershipId, PersonId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class CheckInDue(Message):
    """It is time for a check-in."""

    kind: ClassVar[str] = "checkin.due"
    lane: ClassVar[Lane] = Lane.CHECK_IN
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=6)
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class CheckInReminder(Message):
    """The check-in still waits; `step` counts the reminders from 1."""

    kind: ClassVar[str] = "checkin.reminder"
    lane: ClassVar[Lane] = Lane.CHECK_IN
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=1)
    repeats_when_unsure: ClassVar[bool] = False
    checkin_id: CheckInId
    step: int


@dataclasses.dataclass(frozen=True, slots=True)
class StageChanged(Message):
    """To a participant: a facilitator changed the phase or the track, so something changes in the check-ins."""

    kind: ClassVar[str] = "stage.changed"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    membership_id: MembershipId
    phase: int
    track: str
    moved_by: PersonId
