"""What the buttons of a group's defaults mean; each carries the state it leads to."""

import dataclasses
import enum
from typing import ClassVar

from domain.ids import GroupId
from handlers.callbacks.payload import Press


class Step(enum.StrEnum):
    """One delay of the ladder."""

    REMIND = "remind"
    NUDGE = "nudge"
    CLOSE = "close"


@dataclasses.dataclass(frozen=True, slots=True)
class ShowDefaults(Press):
    """Show the defaults of this group."""

    prefix: ClassVar[str] = "rm.show"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseDefaultTime(Press):
    """Choose the time of day for newcomers."""

    prefix: ClassVar[str] = "rm.hours"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class DefaultTimeSet(Press):
    """Ask newcomers at this minute of the day."""

    prefix: ClassVar[str] = "rm.time"
    group_id: GroupId
    minute: int


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseDefaultDays(Press):
    """Choose the weekdays for newcomers."""

    prefix: ClassVar[str] = "rm.week"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class DefaultDaysSet(Press):
    """Ask newcomers on these weekdays: seven bits from Monday."""

    prefix: ClassVar[str] = "rm.days"
    group_id: GroupId
    weekdays: int


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseDelay(Press):
    """Choose another delay for this step."""

    prefix: ClassVar[str] = "rm.steps"
    group_id: GroupId
    step: Step


@dataclasses.dataclass(frozen=True, slots=True)
class DelaySet(Press):
    """Let this step come after so many minutes."""

    prefix: ClassVar[str] = "rm.step"
    group_id: GroupId
    step: Step
    minutes: int
