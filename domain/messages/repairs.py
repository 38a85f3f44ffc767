"""Unasked messages when somebody's partner is away: who stands in, who is looked after, who is without anybody."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import GroupId, MembershipId, PairId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class CoverOffered(Message):
    """To whoever is alone for now and to whoever could stand in: would you two be there for each other meanwhile?"""

    kind: ClassVar[str] = "cover.offered"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=24)
    repeats_when_unsure: ClassVar[bool] = False
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class CoverBegun(Message):
    """To the first of the two who said yes: the other did, too."""

    kind: ClassVar[str] = "cover.begun"
    lane: ClassVar[Lane] = Lane.PARTNER
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class LookedAfter(Message):
    """To somebody who has been silent: no need to explain, the partner is looked after meanwhile."""

    kind: ClassVar[str] = "looked.after"
    lane: ClassVar[Lane] = Lane.PARTNER
    repeats_when_unsure: ClassVar[bool] = False
    pair_id: PairId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class WithoutPartner(Message):
    """To a facilitator: somebody is without a partner for now, and why; `absent_id` is the partner who is away, if any."""

    kind: ClassVar[str] = "without.partner"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(days=2)
    group_id: GroupId
    membership_id: MembershipId
    why: str
    absent_id: MembershipId | None = None
