"""The buttons of proposing and answering pairs; they carry ids, never rights."""

import dataclasses
import enum
from typing import ClassVar

from domain.ids import GroupId, MembershipId, PairId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ProposePairs(Press):
    """Show which pairs this group could have."""

    prefix: ClassVar[str] = "pr.group"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class ShufflePairs(Press):
    """Show other pairs than those of this seed."""

    prefix: ClassVar[str] = "pr.mix"
    group_id: GroupId
    seed: int


@dataclasses.dataclass(frozen=True, slots=True)
class SendPairs(Press):
    """Ask these pairs; `print_of` is the fingerprint of what was shown."""

    prefix: ClassVar[str] = "pr.send"
    group_id: GroupId
    print_of: int


@dataclasses.dataclass(frozen=True, slots=True)
class CancelPairs(Press):
    """Leave the group as it is."""

    prefix: ClassVar[str] = "pr.cancel"


@dataclasses.dataclass(frozen=True, slots=True)
class TakeBackPairs(Press):
    """Take back what has been asked and not agreed."""

    prefix: ClassVar[str] = "pr.back"
    group_id: GroupId


class Hand(enum.StrEnum):
    """What a facilitator does with two people by hand."""

    PIN = "p"
    FORBID = "f"
    SWAP = "s"
    APART = "a"


@dataclasses.dataclass(frozen=True, slots=True)
class ChangeByHand(Press):
    """Show what can be changed by hand before the pairs are sent."""

    prefix: ClassVar[str] = "pr.hand"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class PickFirst(Press):
    """Choose whom it is about first."""

    prefix: ClassVar[str] = "pr.1"
    hand: Hand
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class PickSecond(Press):
    """Choose who else it is about."""

    prefix: ClassVar[str] = "pr.2"
    hand: Hand
    first_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class Picked(Press):
    """Both are chosen."""

    prefix: ClassVar[str] = "pr.3"
    hand: Hand
    first_id: MembershipId
    second_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class StartOver(Press):
    """Forget what was set by hand."""

    prefix: ClassVar[str] = "pr.over"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class PairAccepted(Press):
    """Yes, I'd like this partner."""

    prefix: ClassVar[str] = "pr.yes"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class PairRefused(Press):
    """Someone else, please."""

    prefix: ClassVar[str] = "pr.other"
    pair_id: PairId
