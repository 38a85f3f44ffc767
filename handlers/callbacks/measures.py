"""What the buttons of questionnaires mean."""

import dataclasses
from typing import ClassVar

from domain.ids import MeasureId, MembershipId
from domain.instruments.version import Kind
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowMeasures(Press):
    """Show which questionnaires wait and which were answered."""

    prefix: ClassVar[str] = "me.all"


@dataclasses.dataclass(frozen=True, slots=True)
class StartMeasure(Press):
    """Show the questionnaire that waits in this seat, before anything is begun."""

    prefix: ClassVar[str] = "me.go"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class BeginMeasure(Press):
    """Begin this questionnaire, or go on with it."""

    prefix: ClassVar[str] = "me.begin"
    membership_id: MembershipId
    kind: Kind


@dataclasses.dataclass(frozen=True, slots=True)
class DeclineMeasure(Press):
    """Leave this questionnaire out this time."""

    prefix: ClassVar[str] = "me.no"
    membership_id: MembershipId
    kind: Kind


@dataclasses.dataclass(frozen=True, slots=True)
class ShowMeasure(Press):
    """Show where this questionnaire stands: its next question, or its result."""

    prefix: ClassVar[str] = "me.show"
    measure_id: MeasureId


@dataclasses.dataclass(frozen=True, slots=True)
class GoOnMeasure(Press):
    """Go on with this questionnaire in a message of its own, so that the numbers to call stay where they are."""

    prefix: ClassVar[str] = "me.on"
    measure_id: MeasureId


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureAnswered(Press):
    """Answer this item with this value."""

    prefix: ClassVar[str] = "me.a"
    measure_id: MeasureId
    item: str
    value: int


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureSkipped(Press):
    """Leave this item out."""

    prefix: ClassVar[str] = "me.skip"
    measure_id: MeasureId
    item: str


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureBack(Press):
    """Go back from this item to the one before."""

    prefix: ClassVar[str] = "me.back"
    measure_id: MeasureId
    item: str


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureLeft(Press):
    """Leave the answer as it was, and go on."""

    prefix: ClassVar[str] = "me.keep"
    measure_id: MeasureId


@dataclasses.dataclass(frozen=True, slots=True)
class MeasureStopped(Press):
    """Put this questionnaire aside for now."""

    prefix: ClassVar[str] = "me.stop"
    measure_id: MeasureId
