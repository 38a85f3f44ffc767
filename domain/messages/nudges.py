"""Unasked messages to a partner when the other has a hard moment, and the thanks that come back."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import CheckInId, MembershipId, PairId, RelayId
from domain.messages.message import Lane, Message
from domain.sharing import SharedItem


@dataclasses.dataclass(frozen=True, slots=True)
class CravingShared(Message):
    """To a partner: the other shares a strong craving; what helps now, and what doesn't."""

    kind: ClassVar[str] = "craving.shared"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=4)
    repeats_when_unsure: ClassVar[bool] = False
    rests_on: ClassVar[SharedItem | None] = SharedItem.CRAVING
    pair_id: PairId
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class SupportAsked(Message):
    """To a partner: the other asks for a word; `asked_at` is in minutes since 1970."""

    kind: ClassVar[str] = "support.asked"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=12)
    rests_on: ClassVar[SharedItem | None] = SharedItem.SUPPORT
    pair_id: PairId
    membership_id: MembershipId
    asked_at: int


@dataclasses.dataclass(frozen=True, slots=True)
class ThanksArrived(Message):
    """To whoever wrote a message: the partner with this seat says thank you for it."""

    kind: ClassVar[str] = "thanks.arrived"
    lane: ClassVar[Lane] = Lane.PARTNER
    repeats_when_unsure: ClassVar[bool] = False
    pair_id: PairId
    membership_id: MembershipId
    thanked_id: RelayId
