"""Unasked messages about pairs: proposed, begun, ended, and what one hears of the other."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import CheckInId, MembershipId, PairId, PersonId
from domain.messages.message import Lane, Message
from domain.sharing import SharedItem


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerNudge(Message):
    """To a partner: the other has not checked in; a hello is enough."""

    kind: ClassVar[str] = "partner.nudge"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=4)
    repeats_when_unsure: ClassVar[bool] = False
    rests_on: ClassVar[SharedItem | None] = SharedItem.CHECKED_IN
    pair_id: PairId
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerPaused(Message):
    """To a partner: the other, who wanted this told, is taking a break; until when is looked up when it is sent."""

    kind: ClassVar[str] = "partner.paused"
    lane: ClassVar[Lane] = Lane.PARTNER
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class PairProposed(Message):
    """To each of two: would you two be partners?"""

    kind: ClassVar[str] = "pair.proposed"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = None
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class PairFormed(Message):
    """To each of two: both said yes."""

    kind: ClassVar[str] = "pair.formed"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = None
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class PairDeclined(Message):
    """To the facilitator: one of a proposed pair asked for somebody else."""

    kind: ClassVar[str] = "pair.declined"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    pair_id: PairId
    decliner_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class PairEnded(Message):
    """To a partner: this pair is over."""

    kind: ClassVar[str] = "pair.ended"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    pair_id: PairId
