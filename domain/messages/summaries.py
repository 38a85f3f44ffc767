"""The unasked message that looks back on a group's week, to its facilitators."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import GroupId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class WeekSummary(Message):
    """To a facilitator: a look back on the week is ready; `week` is the ordinal of its Monday."""

    kind: ClassVar[str] = "group.week"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(days=3)
    repeats_when_unsure: ClassVar[bool] = False
    group_id: GroupId
    week: int
