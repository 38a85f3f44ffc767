"""Unasked messages about alerts, to facilitators and back to the person."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import AlertId
from domain.messages.message import Lane, Message


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
