"""Says what a group and a seat in it are, and what a group can be made of; it reads nothing and grants no right."""

import dataclasses
import datetime as dt
import enum

from domain.access import Role
from domain.errors import NotUnderstood
from domain.ids import GroupId, MembershipId, PersonId, ProgramId
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
class Group:
    """A group with its defaults; `checkin_minute` is the local minute of the day (0-1439)."""

    group_id: GroupId
    program_id: ProgramId
    name: str
    timezone: str
    checkin_minute: int


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
