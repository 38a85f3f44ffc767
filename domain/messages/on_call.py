"""Unasked messages between facilitators about who has the alerts."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import MembershipId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class CoverGiven(Message):
    """To a facilitator: somebody is away and has named you as cover; `membership_id` is theirs."""

    kind: ClassVar[str] = "alerts.cover"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    membership_id: MembershipId
