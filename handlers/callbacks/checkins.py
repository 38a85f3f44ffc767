"""What the buttons of a check-in mean."""

import dataclasses
from typing import ClassVar

from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class StartCheckIn(Press):
    """Begin a check-in now, or go on with the open one."""

    prefix: ClassVar[str] = "ci.go"
