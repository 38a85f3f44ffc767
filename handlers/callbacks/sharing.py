"""The buttons of what a partner sees; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId, PairId
from domain.sharing import SharedItem
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class SharingOpened(Press):
    """Show what I let this partner see."""

    prefix: ClassVar[str] = "sh.open"
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ShareChosen(Press):
    """Share an item with this partner from now on (`is_on` 1), or no longer (0)."""

    prefix: ClassVar[str] = "sh.set"
    pair_id: PairId
    membership_id: MembershipId
    item: SharedItem
    is_on: int
