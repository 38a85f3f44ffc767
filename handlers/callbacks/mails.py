"""What the buttons of e-mail beside the chat mean; each carries the seat to whose page the way back leads."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseMail(Press):
    """Hear of alerts by e-mail too."""

    prefix: ClassVar[str] = "ml.ask"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class StopMail(Press):
    """Get no e-mail any more."""

    prefix: ClassVar[str] = "ml.stop"
    membership_id: MembershipId
