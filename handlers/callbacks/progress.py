"""What the buttons of a person's own course mean."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowProgress(Press):
    """Show so many days of one seat."""

    prefix: ClassVar[str] = "pr.show"
    membership_id: MembershipId
    days: int
