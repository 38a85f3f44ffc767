"""Unasked messages that carry what one partner sends the other."""

import dataclasses
from typing import ClassVar

from domain.ids import PairId, RelayId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class RelayArrived(Message):
    """To a partner: the other sent a message."""

    kind: ClassVar[str] = "relay.arrived"
    lane: ClassVar[Lane] = Lane.PARTNER
    relay_id: RelayId
    pair_id: PairId | None = None
