"""Unasked messages to facilitators about who is in the group."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import GroupId, PersonId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class MemberJoined(Message):
    """To a facilitator: somebody has joined the group."""

    kind: ClassVar[str] = "member.joined"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    group_id: GroupId
    person_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class MemberUnreachable(Message):
    """To a facilitator: messages no longer reach somebody."""

    kind: ClassVar[str] = "member.unreachable"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = None
    group_id: GroupId
    person_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class MemberLeft(Message):
    """To a facilitator: somebody has left the group."""

    kind: ClassVar[str] = "member.left"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    group_id: GroupId
    person_id: PersonId
