"""What the buttons of a group's figures mean."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowWeek(Press):
    """Show a group's week in sums; `week` is the ordinal of its Monday."""

    prefix: ClassVar[str] = "fi.week"
    group_id: GroupId
    week: int
