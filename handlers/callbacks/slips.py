"""The buttons of slips, what somebody tells of a return to use; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import CheckInId, MembershipId, SlipId
from domain.slips import Chip, SlipStep
from handlers.callbacks.checkins import Safety
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class BeginSlip(Press):
    """Look at what this check-in reported; `is_asked` is 1 where I have just said whether I am safe."""

    prefix: ClassVar[str] = "sl.begin"
    checkin_id: CheckInId
    is_asked: int


@dataclasses.dataclass(frozen=True, slots=True)
class SlipSafety(Press):
    """Answer whether I am safe right now."""

    prefix: ClassVar[str] = "sl.safe"
    slip_id: SlipId
    safety: Safety


@dataclasses.dataclass(frozen=True, slots=True)
class SlipUsedOn(Press):
    """It was on this date, an ordinal."""

    prefix: ClassVar[str] = "sl.on"
    slip_id: SlipId
    ordinal: int


@dataclasses.dataclass(frozen=True, slots=True)
class SlipChip(Press):
    """Choose this ready answer, or no longer."""

    prefix: ClassVar[str] = "sl.chip"
    slip_id: SlipId
    step: SlipStep
    chip: Chip


@dataclasses.dataclass(frozen=True, slots=True)
class SlipNext(Press):
    """Go on from this question, answered or not."""

    prefix: ClassVar[str] = "sl.next"
    slip_id: SlipId
    step: SlipStep


@dataclasses.dataclass(frozen=True, slots=True)
class SlipBack(Press):
    """Ask the question before this one again."""

    prefix: ClassVar[str] = "sl.back"
    slip_id: SlipId
    step: SlipStep


@dataclasses.dataclass(frozen=True, slots=True)
class EmptySlip(Press):
    """Take my answer to this question back."""

    prefix: ClassVar[str] = "sl.empty"
    slip_id: SlipId
    step: SlipStep


@dataclasses.dataclass(frozen=True, slots=True)
class LaterSlip(Press):
    """Leave it half-way for now."""

    prefix: ClassVar[str] = "sl.later"
    slip_id: SlipId


@dataclasses.dataclass(frozen=True, slots=True)
class OpenSlip(Press):
    """Show this slip as it stands."""

    prefix: ClassVar[str] = "sl.open"
    slip_id: SlipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChangeSlip(Press):
    """Show what of this slip I can change."""

    prefix: ClassVar[str] = "sl.edit"
    slip_id: SlipId


@dataclasses.dataclass(frozen=True, slots=True)
class ReopenSlip(Press):
    """Ask me this question again."""

    prefix: ClassVar[str] = "sl.again"
    slip_id: SlipId
    step: SlipStep


@dataclasses.dataclass(frozen=True, slots=True)
class SlipSkill(Press):
    """Show something that helps now; `number` counts the cards from 0."""

    prefix: ClassVar[str] = "sl.skill"
    slip_id: SlipId
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class PreviewSlip(Press):
    """Show what the facilitators of this seat would see; `is_worded` is 1 with my words. Nothing is sent."""

    prefix: ClassVar[str] = "sl.pre"
    slip_id: SlipId
    membership_id: MembershipId
    is_worded: int


@dataclasses.dataclass(frozen=True, slots=True)
class TellSlip(Press):
    """Yes, send that; `mark` is of exactly what was shown."""

    prefix: ClassVar[str] = "sl.tell"
    slip_id: SlipId
    membership_id: MembershipId
    is_worded: int
    mark: int


@dataclasses.dataclass(frozen=True, slots=True)
class DeleteSlip(Press):
    """Delete this slip; asks first."""

    prefix: ClassVar[str] = "sl.del"
    slip_id: SlipId


@dataclasses.dataclass(frozen=True, slots=True)
class DeleteSlipConfirmed(Press):
    """Yes, delete this slip."""

    prefix: ClassVar[str] = "sl.gone"
    slip_id: SlipId


@dataclasses.dataclass(frozen=True, slots=True)
class SlipsPage(Press):
    """Show this page of what I told before."""

    prefix: ClassVar[str] = "sl.page"
    page: int
