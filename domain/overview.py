"""Sorts a group's day and its last days for the facilitator's glance; it ranks nobody."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Sequence
from typing import Final

from domain.checkins import CheckIn, State
from domain.groups import Group, Member
from domain.items import CRAVING, MOOD, TENSION, USE, Use
from domain.notes import Note
from domain.phases import Stage
from domain.progress import Course, is_hard
from domain.schedules import PauseReason

DAYS: Final = 14
"""Days over which a member's answers are counted."""
NOTE_DAYS: Final = 7
"""For so many days a note for the facilitators stands in the view of the day."""


class Standing(enum.StrEnum):
    """Where somebody stands today, in the order in which it is told."""

    ANSWERED = "answered"
    WAITING = "waiting"
    MISSED = "missed"
    SKIPPED = "skipped"
    NOT_ASKED = "not_asked"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    EXCUSED = "excused"

    @property
    def was_asked(self) -> bool:
        """Tell whether the person was asked today: these are what "5 of 7 asked" counts."""
        return self in {Standing.ANSWERED, Standing.WAITING, Standing.MISSED, Standing.SKIPPED}


@dataclasses.dataclass(frozen=True, slots=True)
class Low:
    """The latest answers, where they are low; the date is the person's own."""

    mood: int | None
    tension: int | None
    craving: int | None
    is_use_reported: bool
    on: dt.date


@dataclasses.dataclass(frozen=True, slots=True)
class PersonToday:
    """One participant today.

    Attributes:
        low: None when the latest answers are not low or are older than yesterday.
        notes: what was written for the facilitators within `NOTE_DAYS`, latest first.
    """

    member: Member
    standing: Standing
    low: Low | None
    today: dt.date
    notes: tuple[Note, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class GroupToday:
    """A group today, participants by joining."""

    group: Group
    people: tuple[PersonToday, ...]
    open_alerts: int

    @property
    def asked(self) -> int:
        """Return how many were asked today."""
        return sum(person.standing.was_asked for person in self.people)

    @property
    def answered(self) -> int:
        """Return how many of them have answered."""
        return sum(person.standing is Standing.ANSWERED for person in self.people)

    def in_standing(self, standing: Standing) -> tuple[PersonToday, ...]:
        """Return the participants who stand so."""
        return tuple(person for person in self.people if person.standing is standing)


@dataclasses.dataclass(frozen=True, slots=True)
class Pause:
    """A pause that is running; `until` is the local date on which asking goes on, reason None when none was given."""

    until: dt.date
    reason: PauseReason | None


@dataclasses.dataclass(frozen=True, slots=True)
class MemberLine:
    """One participant in the list of a group; `pause` None without one, `unreachable_since` None while messages arrive."""

    member: Member
    stage: Stage
    partners: tuple[str, ...]
    course: Course
    pause: Pause | None
    unreachable_since: dt.datetime | None


@dataclasses.dataclass(frozen=True, slots=True)
class GroupList:
    """A group with its people, each by joining."""

    group: Group
    facilitators: tuple[Member, ...]
    participants: tuple[MemberLine, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class OwnGroup:
    """A group as one of its participants sees it."""

    group: Group
    display_name: str
    facilitators: tuple[Member, ...]


_STANDINGS: Final = {
    State.COMPLETED: Standing.ANSWERED,
    State.PARTIAL: Standing.ANSWERED,
    State.OPEN: Standing.WAITING,
    State.IN_PROGRESS: Standing.WAITING,
    State.MISSED: Standing.MISSED,
    State.SKIPPED: Standing.SKIPPED,
    State.PAUSED: Standing.PAUSED,
    State.UNREACHABLE: Standing.UNREACHABLE,
    State.EXCUSED: Standing.EXCUSED,
}


def standing_of(state: State | None, *, is_paused: bool, is_reachable: bool) -> Standing:
    """Return where somebody stands whose check-ins of today are in this state; None when there is none yet."""
    standing = Standing.NOT_ASKED if state is None else _STANDINGS[state]
    if standing in {Standing.NOT_ASKED, Standing.WAITING} and not is_reachable:
        return Standing.UNREACHABLE
    return Standing.PAUSED if standing is Standing.NOT_ASKED and is_paused else standing


def low_of(checkins: Sequence[CheckIn]) -> Low | None:
    """Return the latest answers, if they call for a skill and a person, or tell of use; check-ins oldest first."""
    answered = [one for one in checkins if any(answer.value is not None for answer in one.answers.values())]
    if not answered:
        return None
    latest = answered[-1]
    mood, tension, craving = latest.value(MOOD), latest.value(TENSION), latest.value(CRAVING)
    is_use_reported = latest.value(USE) == Use.YES
    if not is_hard(mood, craving, tension) and not is_use_reported:
        return None
    return Low(mood, tension, craving, is_use_reported, latest.local_date)
