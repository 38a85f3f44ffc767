"""Names the phases of a program and the tracks people are on; it moves nobody."""

import dataclasses
import datetime as dt
import enum
from typing import Final


class Phase(enum.IntEnum):
    """How far along a participant is, as the facilitator has set it."""

    STABILISATION = 1
    COPING = 2
    PREVENTION = 3
    AFTERCARE = 4


class Track(enum.StrEnum):
    """Which kind of program a participant follows."""

    SUBSTANCE_USE = "substance_use"
    DUAL_DIAGNOSIS = "dual_diagnosis"
    TRAUMA_INFORMED = "trauma_informed"
    EXECUTIVE = "executive"
    MENTAL_HEALTH = "mental_health"

    @property
    def concerns_use(self) -> bool:
        """Tell whether substance use is part of it: without that, nobody is asked about craving and use."""
        return self is not Track.MENTAL_HEALTH


FIRST_PHASE: Final = Phase.STABILISATION
USUAL_TRACK: Final = Track.SUBSTANCE_USE


@dataclasses.dataclass(frozen=True, slots=True)
class Stage:
    """Where a participant stands in the program.

    Attributes:
        since_on: the person's own date on which it began.
    """

    phase: Phase
    track: Track
    since_on: dt.date
