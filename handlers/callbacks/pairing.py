"""The buttons of proposing and answering pairs; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId, PairId
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
    seed: int
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
