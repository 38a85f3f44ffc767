"""What the buttons of a facilitator's daily view mean."""

import dataclasses
from typing import ClassVar

from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowToday(Press):
    """Show how today is going in my groups."""

    prefix: ClassVar[str] = "gr.today"


@dataclasses.dataclass(frozen=True, slots=True)
class ShowGroup(Press):
    """Show my groups with their members."""

    prefix: ClassVar[str] = "gr.all"
