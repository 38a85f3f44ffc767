"""Unasked messages about alerts, to facilitators and back to the person."""

import dataclasses
import datetime as dt
from typing import ClassVar

from domain.ids import AlertId, GroupId
from domain.messages.message import Lane, Message


@dataclasses.dataclass(frozen=True, slots=True)
class AlertRaised(Message):
    """To a facilitator: somebody needs your eyes; `round` counts the repeats from 0."""

    kind: ClassVar[str] = "alert.raised"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = None
    alert_id: AlertId
    round: int

    @property
    def about(self) -> str:
        """Return the name under which it waits; once somebody has seen the alert, what waits is taken back."""
        return about_alert(self.alert_id)


@dataclasses.dataclass(frozen=True, slots=True)
class UrgentAlertRaised(AlertRaised):
    """To a facilitator: somebody needs your eyes now."""

    kind: ClassVar[str] = "alert.urgent"
    lane: ClassVar[Lane] = Lane.URGENT


@dataclasses.dataclass(frozen=True, slots=True)
class DrillRaised(AlertRaised):
    """To a facilitator: this is a drill, about nobody; it takes the way of an urgent alert."""

    kind: ClassVar[str] = "alert.drill"
    lane: ClassVar[Lane] = Lane.URGENT


@dataclasses.dataclass(frozen=True, slots=True)
class DrillOver(Message):
    """To a facilitator: how the drill of the group went."""

    kind: ClassVar[str] = "drill.over"
    lane: ClassVar[Lane] = Lane.NOTICE
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class WatchMorning(Message):
    """To a facilitator, in the morning: there are people to watch; how many is counted when it is sent."""

    kind: ClassVar[str] = "alert.watch"
    lane: ClassVar[Lane] = Lane.NOTICE
    repeats_when_unsure: ClassVar[bool] = False
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class AlertSeen(Message):
    """To the person: the facilitator has seen it."""

    kind: ClassVar[str] = "alert.seen"
    lane: ClassVar[Lane] = Lane.ALERT
    lives: ClassVar[dt.timedelta | None] = None
    alert_id: AlertId


def about_alert(alert_id: AlertId) -> str:
    """Return the name under which everything that tells facilitators of an alert waits in the outbox."""
    return f"alert:{alert_id}"
