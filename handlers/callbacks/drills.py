"""What the button of a drill means."""

import dataclasses
from typing import ClassVar

from domain.ids import AlertId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class DrillSeen(Press):
    """Say that I have seen the drill."""

    prefix: ClassVar[str] = "dr.seen"
    alert_id: AlertId
