"""Unasked messages about what partners are asked together, and about the calls that they arrange."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import CallId, ExchangeId, PairId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class ExchangeAsked(Message):
    """To each side: this is asked of you both; what is asked in the same evening stands in the same message."""

    kind: ClassVar[str] = "exchange.asked"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=3)
    repeats_when_unsure: ClassVar[bool] = False
    exchange_id: ExchangeId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class ExchangeRevealed(Message):
    """To whoever gave their part first: now the other's part is there too."""

    kind: ClassVar[str] = "exchange.revealed"
    lane: ClassVar[Lane] = Lane.PARTNER
    exchange_id: ExchangeId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class CallOffered(Message):
    """To a partner: the other offers times for a call or a walk."""

    kind: ClassVar[str] = "call.offered"
    lane: ClassVar[Lane] = Lane.PARTNER
    call_id: CallId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class CallAnswered(Message):
    """To whoever offered: a time was chosen, or none of them fits."""

    kind: ClassVar[str] = "call.answered"
    lane: ClassVar[Lane] = Lane.PARTNER
    call_id: CallId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class CallCancelled(Message):
    """To the other: the agreed call won't be."""

    kind: ClassVar[str] = "call.cancelled"
    lane: ClassVar[Lane] = Lane.PARTNER
    call_id: CallId
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class CallReminder(Message):
    """To all sides: the agreed call is soon."""

    kind: ClassVar[str] = "call.reminder"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(minutes=30)
    repeats_when_unsure: ClassVar[bool] = False
    call_id: CallId
    pair_id: PairId
