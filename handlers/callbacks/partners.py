"""The buttons of partners: writing, sharing, worrying, ending; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import CheckInId, MembershipId, NoteId, PairId, RelayId
from domain.partners import ReadyAnswer
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class WritePartner(Press):
    """Write to my partner, whoever it is now."""

    prefix: ClassVar[str] = "pa.write"


@dataclasses.dataclass(frozen=True, slots=True)
class WriteTo(Press):
    """Write to the partner of this pair."""

    prefix: ClassVar[str] = "pa.to"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class StopWriting(Press):
    """I'd rather not write now."""

    prefix: ClassVar[str] = "pa.stop"


@dataclasses.dataclass(frozen=True, slots=True)
class OpenPartner(Press):
    """Show this pair's screen."""

    prefix: ClassVar[str] = "pa.open"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class MoreAbout(Press):
    """Show what is seldom wanted of this pair: silence, reports, blocks, wishes, the end."""

    prefix: ClassVar[str] = "pa.other"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class EndPairing(Press):
    """End this pairing; asks first."""

    prefix: ClassVar[str] = "pa.end"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class EndPairingConfirmed(Press):
    """Yes, end this pairing."""

    prefix: ClassVar[str] = "pa.ended"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class WorriedAbout(Press):
    """I'm worried about this partner; asks first."""

    prefix: ClassVar[str] = "pa.worry"
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class WorriedConfirmed(Press):
    """Yes, tell the facilitator that I'm worried."""

    prefix: ClassVar[str] = "pa.worried"
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class SendHeld(Press):
    """Send the message that waits for this tap."""

    prefix: ClassVar[str] = "pa.send"
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class DropHeld(Press):
    """Don't send the message that waits."""

    prefix: ClassVar[str] = "pa.drop"
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class SendDraftTo(Press):
    """Send what I typed to the partner of this pair."""

    prefix: ClassVar[str] = "pa.draft"
    note_id: NoteId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class ReadyAnswerChosen(Press):
    """Send a ready answer to a partner who has not checked in."""

    prefix: ClassVar[str] = "pa.ready"
    pair_id: PairId
    checkin_id: CheckInId
    answer: ReadyAnswer
