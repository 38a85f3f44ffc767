"""What the buttons of schedules and pauses mean; each carries the state it leads to, so that a double tap changes nothing."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowSchedule(Press):
    """Show when this seat is asked."""

    prefix: ClassVar[str] = "sc.show"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseTime(Press):
    """Choose another time of day."""

    prefix: ClassVar[str] = "sc.hours"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class TimeSet(Press):
    """Ask at this minute of the day."""

    prefix: ClassVar[str] = "sc.time"
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
class ChooseZone(Press):
    """Choose another place to live in."""

    prefix: ClassVar[str] = "sc.place"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ZoneSet(Press):
    """Live in this time zone."""

    prefix: ClassVar[str] = "sc.zone"
    membership_id: MembershipId
    zone: str


@dataclasses.dataclass(frozen=True, slots=True)
class ChoosePause(Press):
    """Choose how long to pause."""

    prefix: ClassVar[str] = "sc.pause"


@dataclasses.dataclass(frozen=True, slots=True)
class PauseSet(Press):
    """Pause for so many days."""

    prefix: ClassVar[str] = "sc.rest"
    days: int


@dataclasses.dataclass(frozen=True, slots=True)
class PauseEnded(Press):
    """Go on being asked."""

    prefix: ClassVar[str] = "sc.on"
