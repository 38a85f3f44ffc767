"""Unasked messages that carry what one partner sends the other, and what becomes of it."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import PairId, PersonId, RelayId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class RelayArrived(Message):
    """To a partner: the other sent a message."""

    kind: ClassVar[str] = "relay.arrived"
    lane: ClassVar[Lane] = Lane.PARTNER
    relay_id: RelayId
    pair_id: PairId | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class RelayEdited(Message):
    """To a partner: a message reads differently now, in its place."""

    kind: ClassVar[str] = "relay.edited"
    lane: ClassVar[Lane] = Lane.PARTNER
    relay_id: RelayId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class RelayWithdrawn(Message):
    """To a partner: a message goes, or reads that it was taken back."""

    kind: ClassVar[str] = "relay.withdrawn"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = None
    relay_id: RelayId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class RelayReacted(Message):
    """To the sender of a message: the other reacted to it, or no longer does; under their own message."""

    kind: ClassVar[str] = "relay.reacted"
    lane: ClassVar[Lane] = Lane.PARTNER
    relay_id: RelayId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class RelayLapsed(Message):
    """To the sender of a message: it could not be handed over to this receiver."""

    kind: ClassVar[str] = "relay.lapsed"
    lane: ClassVar[Lane] = Lane.NOTICE
    relay_id: RelayId
    pair_id: PairId
    receiver_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class UsernamesSwapped(Message):
    """To a partner: both agreed, so here is how the other is found in the app."""

    kind: ClassVar[str] = "relay.swapped"
    lane: ClassVar[Lane] = Lane.PARTNER
    pair_id: PairId
