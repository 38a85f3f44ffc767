"""The buttons of an offer to be there for each other while a partner is away; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import PairId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class CoverAccepted(Press):
    """Yes, for as long as it takes."""

    prefix: ClassVar[str] = "re.yes"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class CoverDeclined(Press):
    """No, not this time."""

    prefix: ClassVar[str] = "re.no"
    pair_id: PairId
