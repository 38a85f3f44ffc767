"""What the buttons of schedules mean; each carries the state it leads to, so that a double tap changes nothing."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId
from handlers.callbacks.payload import Press

NONE = -1
"""Stands for no minute of the day."""


@dataclasses.dataclass(frozen=True, slots=True)
class ShowSchedule(Press):
    """Show when this seat is asked."""

    prefix: ClassVar[str] = "sc.show"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseTime(Press):
    """Choose another time of day for the one at this minute; `NONE` is one more."""

    prefix: ClassVar[str] = "sc.hours"
    membership_id: MembershipId
    instead_of: int


@dataclasses.dataclass(frozen=True, slots=True)
class TimeSet(Press):
    """Ask at this minute of the day instead of another; `NONE` is one more."""

    prefix: ClassVar[str] = "sc.time"
    membership_id: MembershipId
    instead_of: int
    minute: int


@dataclasses.dataclass(frozen=True, slots=True)
class TimeRemoved(Press):
    """Ask no longer at this minute of the day."""

    prefix: ClassVar[str] = "sc.less"
    membership_id: MembershipId
    minute: int


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseDays(Press):
    """Choose other weekdays."""

    prefix: ClassVar[str] = "sc.week"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class DaysSet(Press):
    """Ask on these weekdays: seven bits from Monday."""

    prefix: ClassVar[str] = "sc.days"
    membership_id: MembershipId
    weekdays: int


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseQuiet(Press):
    """Choose quiet hours."""

    prefix: ClassVar[str] = "sc.still"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class QuietSet(Press):
    """Keep quiet between these minutes of the day; twice `NONE` is never."""

    prefix: ClassVar[str] = "sc.quiet"
    membership_id: MembershipId
    from_minute: int
    until_minute: int


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseZone(Press):
    """Choose another place to live in."""

    prefix: ClassVar[str] = "sc.place"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class AskCity(Press):
    """Ask for a city: it is another place."""

    prefix: ClassVar[str] = "sc.city"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ZoneSet(Press):
    """Live in this time zone."""

    prefix: ClassVar[str] = "sc.zone"
    membership_id: MembershipId
    zone: str
