"""What the buttons of a check-in mean."""

import dataclasses
import enum
from typing import ClassVar

from domain.forms import Form
from domain.ids import CheckInId
from domain.items import ItemId
from handlers.callbacks.payload import Press


class Safety(enum.StrEnum):
    """What somebody answers who told of use and was asked whether they are safe."""

    SAFE = "safe"
    UNSURE = "unsure"


@dataclasses.dataclass(frozen=True, slots=True)
class StartCheckIn(Press):
    """Begin a check-in now, or go on with the open one."""

    prefix: ClassVar[str] = "ci.go"


@dataclasses.dataclass(frozen=True, slots=True)
class BeginCheckIn(Press):
    """Take up the check-in that this prompt announced."""

    prefix: ClassVar[str] = "ci.begin"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class ShowCheckIn(Press):
    """Show where this check-in stands."""

    prefix: ClassVar[str] = "ci.show"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerChosen(Press):
    """Answer this item with this value."""

    prefix: ClassVar[str] = "ci.a"
    checkin_id: CheckInId
    item: ItemId
    value: int


@dataclasses.dataclass(frozen=True, slots=True)
class ItemSkipped(Press):
    """Leave this item out."""

    prefix: ClassVar[str] = "ci.skip"
    checkin_id: CheckInId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class WentBack(Press):
    """Go back from this item to the one before."""

    prefix: ClassVar[str] = "ci.back"
    checkin_id: CheckInId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class AnswerLeft(Press):
    """Leave the answer as it was, and go on."""

    prefix: ClassVar[str] = "ci.keep"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class WhyAsked(Press):
    """Say why this item is asked and who sees it."""

    prefix: ClassVar[str] = "ci.why"
    checkin_id: CheckInId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class ChangeAnswer(Press):
    """Choose which answer of a finished check-in to change."""

    prefix: ClassVar[str] = "ci.change"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class ItemReopened(Press):
    """Change the answer to this item."""

    prefix: ClassVar[str] = "ci.item"
    checkin_id: CheckInId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class LaterChosen(Press):
    """Choose when to be asked again."""

    prefix: ClassVar[str] = "ci.later"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class PutOff(Press):
    """Ask again after so many minutes."""

    prefix: ClassVar[str] = "ci.off"
    checkin_id: CheckInId
    minutes: int


@dataclasses.dataclass(frozen=True, slots=True)
class NotNow(Press):
    """Leave this check-in out."""

    prefix: ClassVar[str] = "ci.no"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class StopCheckIn(Press):
    """Leave it at what has been answered."""

    prefix: ClassVar[str] = "ci.stop"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class GoOnAfterAll(Press):
    """Take up a check-in again that one has stopped or left out."""

    prefix: ClassVar[str] = "ci.on"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class AskAll(Press):
    """Ask all questions of the day in place of the short form."""

    prefix: ClassVar[str] = "ci.all"
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class ReturnChosen(Press):
    """Begin in this form after a silence."""

    prefix: ClassVar[str] = "ci.again"
    checkin_id: CheckInId
    form: Form


@dataclasses.dataclass(frozen=True, slots=True)
class SafetyAnswered(Press):
    """Answer whether one is safe right now."""

    prefix: ClassVar[str] = "ci.safe"
    checkin_id: CheckInId
    safety: Safety


@dataclasses.dataclass(frozen=True, slots=True)
class HearAnswer(Press):
    """Play my own spoken answer to this item."""

    prefix: ClassVar[str] = "ci.hear"
    checkin_id: CheckInId
    item: ItemId


@dataclasses.dataclass(frozen=True, slots=True)
class ShowOverdose(Press):
    """Show what to do in an overdose."""

    prefix: ClassVar[str] = "ci.od"
