"""The unasked message that says in which time nothing could be heard."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class UpdatesLost(Message):
    """To everybody: what was sent between these two moments, seconds since 1970, may not have been heard."""

    kind: ClassVar[str] = "gap.over"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(days=2)
    since: int
    until: int
