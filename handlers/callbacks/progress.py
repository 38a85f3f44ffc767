"""What the buttons of a person's own course mean."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId
from domain.retrospect import Theme
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowProgress(Press):
    """Show so many days of one seat."""

    prefix: ClassVar[str] = "pr.show"
    membership_id: MembershipId
    days: int


@dataclasses.dataclass(frozen=True, slots=True)
class DrawIn(Press):
    """Show the same in other colours, and every picture from now on."""

    prefix: ClassVar[str] = "pr.theme"
    membership_id: MembershipId
    days: int
    theme: Theme
