"""Names every unasked message as a kind with ids; it holds no sentence and no content of a person.

A message is posted to the outbox in the transaction of its cause and becomes a sentence only when it is sent.
"""

import dataclasses
import datetime as dt
import enum
from typing import Any, ClassVar, Self

from domain.ids import AlertId, CheckInId, GroupId, MembershipId, PairId, PersonId, RelayId

_KINDS: dict[str, type["Message"]] = {}


class Lane(enum.IntEnum):
    """The order in which the courier serves messages, lowest first."""

    URGENT = 0
    ALERT = 10
    PARTNER = 20
    CHECK_IN = 30
    NOTICE = 40


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """Base of all unasked messages; never posted itself.

    Attributes:
        kind: stable name in the outbox.
        lane: priority.
        lives: how long after its due moment it may still be sent; None is for ever.
        repeats_when_unsure: whether an ambiguous result (timeout, lost connection) is sent again.
    """

    kind: ClassVar[str]
    lane: ClassVar[Lane]
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=24)
    repeats_when_unsure: ClassVar[bool] = True

    def __init_subclass__(cls) -> None:
        # A slotted dataclass is created twice; the second one replaces the first under the same kind.
        if "kind" in cls.__dict__:
            _KINDS[cls.kind] = cls

    def pack(self) -> dict[str, Any]:
        """Return the ids as JSON values."""
        return dataclasses.asdict(self)

    @classmethod
    def unpack(cls, data: dict[str, Any]) -> Self:
        """Build the message from what `pack` returned."""
        return cls(**data)


def message_from(kind: str, data: dict[str, Any]) -> Message:
    """Build the message that an outbox row names.

    Raises:
        KeyError: the kind is unknown to this version.
    """
    return _KINDS[kind].unpack(data)


@dataclasses.dataclass(frozen=True, slots=True)
class CheckInDue(Message):
    """It is time for a check-in."""

    kind: ClassVar[str] = "checkin.due"
    lane: ClassVar[Lane] = Lane.CHECK_IN
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=6)
    checkin_id: CheckInId


@dataclasses.dataclass(frozen=True, slots=True)
class CheckInReminder(Message):
    """The check-in still waits; `step` counts the reminders from 1."""

    kind: ClassVar[str] = "checkin.reminder"
    lane: ClassVar[Lane] = Lane.CHECK_IN
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=1)
    repeats_when_unsure: ClassVar[bool] = False
    checkin_id: CheckInId
    step: int


@dataclasses.dataclass(frozen=True, slots=True)
class PartnerNudge(Message):
    """To a partner: the other has not checked in; a hello is enough."""

    kind: ClassVar[str] = "partner.nudge"
    lane: ClassVar[Lane] = Lane.PARTNER
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=4)
    repeats_when_unsure: ClassVar[bool] = False
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


@dataclasses.dataclass(frozen=True, slots=True)
class RelayArrived(Message):
    """To a partner: the other sent a message."""

    kind: ClassVar[str] = "relay.arrived"
    lane: ClassVar[Lane] = Lane.PARTNER
    relay_id: RelayId


@dataclasses.dataclass(frozen=True, slots=True)
class AlertRaised(Message):
    """To a facilitator: somebody needs your eyes; `round` counts the repeats from 0."""

    kind: ClassVar[str] = "alert.raised"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = None
    alert_id: AlertId
    round: int


@dataclasses.dataclass(frozen=True, slots=True)
class UrgentAlertRaised(AlertRaised):
    """To a facilitator: somebody needs your eyes now."""

    kind: ClassVar[str] = "alert.urgent"
    lane: ClassVar[Lane] = Lane.URGENT


@dataclasses.dataclass(frozen=True, slots=True)
class AlertSeen(Message):
    """To the person: the facilitator has seen it."""

    kind: ClassVar[str] = "alert.seen"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = None
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class MemberJoined(Message):
    """To a facilitator: somebody has joined the group."""

    kind: ClassVar[str] = "member.joined"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    group_id: GroupId
    person_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class MemberUnreachable(Message):
    """To a facilitator: messages no longer reach somebody."""

    kind: ClassVar[str] = "member.unreachable"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = None
    group_id: GroupId
    person_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class MemberLeft(Message):
    """To a facilitator: somebody has left the group."""

    kind: ClassVar[str] = "member.left"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    group_id: GroupId
    person_id: PersonId


@dataclasses.dataclass(frozen=True, slots=True)
class StageChanged(Message):
    """To a participant: a facilitator changed the phase or the track, so something changes in the check-ins."""

    kind: ClassVar[str] = "stage.changed"
    lane: ClassVar[Lane] = Lane.NOTICE
    lives: ClassVar[dt.timedelta | None] = None
    membership_id: MembershipId
    phase: int
    track: str
    moved_by: PersonId
