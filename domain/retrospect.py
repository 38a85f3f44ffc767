"""Says what stands beside a person's days when they look back: the phases they were in, and how it is drawn; it sums up nothing."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterable

from domain.phases import Phase, Stage
from domain.progress import Course


class Theme(enum.StrEnum):
    """The colours of a person's pictures."""

    LIGHT = "light"
    DARK = "dark"


@dataclasses.dataclass(frozen=True, slots=True)
class Band:
    """A stretch of days in one phase; `first` and `last` are numbers of days, from 0, both included."""

    phase: Phase
    first: int
    last: int


@dataclasses.dataclass(frozen=True, slots=True)
class Retrospect:
    """A person's days with what stands beside them.

    Attributes:
        told: dates on which the person told something that the facilitators were alerted to.
        slips: dates of returns to use that the person told of by themselves and let the facilitators know.
    """

    course: Course
    bands: tuple[Band, ...]
    told: tuple[dt.date, ...]
    theme: Theme
    slips: tuple[dt.date, ...] = ()

    @property
    def uses(self) -> tuple[dt.date, ...]:
        """Return the dates of these days with a return to use that was told, in whatever way, oldest first."""
        days = {day.on for day in self.course.days}
        return tuple(sorted({*self.course.uses, *days.intersection(self.slips)}))


def bands_of(stages: Iterable[Stage], course: Course) -> tuple[Band, ...]:
    """Return the phases over the days of a course; days before the first stage have none. Stages are oldest first."""
    known = tuple(stages)
    bands: list[Band] = []
    for number, day in enumerate(course.days):
        phase = next((one.phase for one in reversed(known) if one.since_on <= day.on), None)
        if phase is None:
            continue
        if bands and bands[-1].phase is phase:
            bands[-1] = dataclasses.replace(bands[-1], last=number)
        else:
            bands.append(Band(phase, number, number))
    return tuple(bands)
