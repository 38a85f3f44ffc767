"""The buttons on messages between partners: taking back, silence, blocking, reporting, swapping; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId, PairId, RelayId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class SendHeldAnyway(Press):
    """Send the message that waits, with what in it leads outside."""

    prefix: ClassVar[str] = "re.sure"
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class TakeBack(Press):
    """Take a message back."""

    prefix: ClassVar[str] = "re.back"
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class MutePair(Press):
    """Let this partner's messages come without a sound."""

    prefix: ClassVar[str] = "re.mute"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class UnmutePair(Press):
    """Let this partner's messages make a sound again."""

    prefix: ClassVar[str] = "re.loud"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class BlockPartner(Press):
    """Have no contact with this partner any more; asks first."""

    prefix: ClassVar[str] = "re.block"
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class BlockConfirmed(Press):
    """Yes, no contact any more."""

    prefix: ClassVar[str] = "re.blocked"
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class UnblockPartner(Press):
    """Take the block back."""

    prefix: ClassVar[str] = "re.unblock"
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class KeepAsItWas(Press):
    """Neither block nor report after all."""

    prefix: ClassVar[str] = "re.keep"


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseReport(Press):
    """Choose the message of this pair to report."""

    prefix: ClassVar[str] = "re.reports"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class ReportMessage(Press):
    """Show a message to the facilitators; asks first."""

    prefix: ClassVar[str] = "re.report"
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class ReportConfirmed(Press):
    """Yes, show it to the facilitators."""

    prefix: ClassVar[str] = "re.reported"
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class OpenSwap(Press):
    """Show where the swap of usernames stands."""

    prefix: ClassVar[str] = "re.swap"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class SwapAgreed(Press):
    """Show my username when the other shows theirs."""

    prefix: ClassVar[str] = "re.swapyes"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class SwapRefused(Press):
    """Take my yes to the swap back."""

    prefix: ClassVar[str] = "re.swapno"
    pair_id: PairId
