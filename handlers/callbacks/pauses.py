"""What the buttons of pauses mean; each carries the date on which the pause ends, so that an old one is known as old."""

import dataclasses
from typing import ClassVar

from domain.schedules import PauseReason
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ChoosePause(Press):
    """Choose how long to pause, or see the pause that is running."""

    prefix: ClassVar[str] = "pa.show"


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseLonger(Press):
    """Choose how much longer to pause."""

    prefix: ClassVar[str] = "pa.more"


@dataclasses.dataclass(frozen=True, slots=True)
class PauseSet(Press):
    """Pause until this date, a proleptic Gregorian ordinal."""

    prefix: ClassVar[str] = "pa.until"
    until: int


@dataclasses.dataclass(frozen=True, slots=True)
class ReasonGiven(Press):
    """Say why the pause until that date is taken."""

    prefix: ClassVar[str] = "pa.why"
    until: int
    reason: PauseReason


@dataclasses.dataclass(frozen=True, slots=True)
class ReasonSkipped(Press):
    """Say nothing about why."""

    prefix: ClassVar[str] = "pa.skip"
    until: int


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerTold(Press):
    """Let the partner know of the pause until that date."""

    prefix: ClassVar[str] = "pa.tell"
    until: int


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerNotTold(Press):
    """Keep the pause from the partner."""

    prefix: ClassVar[str] = "pa.hush"
    until: int


@dataclasses.dataclass(frozen=True, slots=True)
class PauseEnded(Press):
    """Go on being asked."""

    prefix: ClassVar[str] = "pa.on"
