"""The buttons of a group session; they carry ids and a date, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId, MembershipId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class OpenSession(Press):
    """Show the session of this group on this date, an ordinal; 0 for today's."""

    prefix: ClassVar[str] = "ss.open"
    group_id: GroupId
    ordinal: int


@dataclasses.dataclass(frozen=True, slots=True)
class MarkAbsent(Press):
    """This participant was missing: 1, or was there: 0."""

    prefix: ClassVar[str] = "ss.mark"
    group_id: GroupId
    membership_id: MembershipId
    ordinal: int
    is_absent: int


@dataclasses.dataclass(frozen=True, slots=True)
class SessionDone(Press):
    """That is all for this session."""

    prefix: ClassVar[str] = "ss.done"
    group_id: GroupId
    ordinal: int
