"""Says what a group and a seat in it are, and what a group can be made of; it reads nothing and grants no right."""

import dataclasses
import datetime as dt
import enum
import itertools

from domain.access import Role
from domain.errors import NotUnderstood
from domain.ids import GroupId, MembershipId, PersonId, ProgramId
from domain.recurrence import EVERY_DAY, MINUTES_A_DAY
from domain.timezones import is_zone

DEFAULT_CHECKIN_MINUTE = 19 * 60
"""Local minute of the day at which a new group asks, unless it says otherwise: after work, before late evening."""

LONGEST_NAME = 120
"""Characters of a group's or program's name."""


class MemberState(enum.StrEnum):
    """Whether a seat is taken; only an active one gives any right."""

    ACTIVE = "active"
    LEFT = "left"


@dataclasses.dataclass(frozen=True, slots=True)
class Delays:
    """How long after asking a group's unanswered check-ins are mentioned again, told to the partner, and closed.

    `remind_after` zero is no reminder at all.
    """

    remind_after: dt.timedelta = dt.timedelta(minutes=45)
    nudge_after: dt.timedelta = dt.timedelta(hours=2)
    close_after: dt.timedelta = dt.timedelta(hours=6)


SHORTEST_DELAY = dt.timedelta(minutes=10)
LONGEST_DELAY = dt.timedelta(hours=12)


@dataclasses.dataclass(frozen=True, slots=True)
class Group:
    """A group with its defaults for new members, and its ladder.

    `checkin_minute` is the local minute of the day (0-1439), `checkin_weekdays` seven bits from Monday (1).
    """

    group_id: GroupId
    program_id: ProgramId
    name: str
    timezone: str
    checkin_minute: int
    checkin_weekdays: int = EVERY_DAY
    delays: Delays = Delays()


@dataclasses.dataclass(frozen=True, slots=True)
class Member:
    """A person's seat in a group.

    `display_name` is the only name that others see; "" when the person was erased. `joined_at` is the latest joining.
    """

    membership_id: MembershipId
    person_id: PersonId
    group_id: GroupId
    role: Role
    display_name: str
    joined_at: dt.datetime | None
    state: MemberState

    @property
    def is_active(self) -> bool:
        """Tell whether the seat is taken now."""
        return self.state is MemberState.ACTIVE


def check_new_group(program: str, name: str, timezone: str) -> None:
    """See that a group can be made of this.

    Raises:
        NotUnderstood: there is no such time zone, or a name is empty, too long, or more than one line.
    """
    if not is_zone(timezone):
        raise NotUnderstood("joining.no_such_zone", {"zone": timezone})
    names = (program.strip(), name.strip())
    if not all(len(text.splitlines()) == 1 and len(text) <= LONGEST_NAME for text in names):
        raise NotUnderstood("joining.group_name")


def check_delays(delays: Delays) -> None:
    """See that a ladder can be climbed with these delays.

    Raises:
        NotUnderstood: a step comes sooner than 10 minutes after the one before, or the last later than 12 hours.
    """
    reminders = (delays.remind_after,) if delays.remind_after else ()
    steps = (dt.timedelta(0), *reminders, delays.nudge_after, delays.close_after)
    is_climbable = all(later - one >= SHORTEST_DELAY for one, later in itertools.pairwise(steps))
    if not is_climbable or delays.close_after > LONGEST_DELAY:
        raise NotUnderstood("groups.delays")


def check_defaults(minute: int, weekdays: int) -> None:
    """See that new members can be asked at this minute of the day on these weekdays.

    Raises:
        NotUnderstood: it is no minute of a day, or there is no weekday.
    """
    if not 0 <= minute < MINUTES_A_DAY or not 0 < weekdays <= EVERY_DAY:
        raise NotUnderstood("groups.defaults")
