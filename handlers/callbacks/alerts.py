"""What the buttons of an alert mean; they carry the alert's id, never a right to see it."""

import dataclasses
from typing import ClassVar

from domain.ids import AlertId, MembershipId
from domain.setbacks import Outcome
from domain.snoozing import Snooze
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowAlerts(Press):
    """List the unresolved alerts of my groups."""

    prefix: ClassVar[str] = "al.all"


@dataclasses.dataclass(frozen=True, slots=True)
class ShowDetails(Press):
    """Show what is behind the alert."""

    prefix: ClassVar[str] = "al.show"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class HideDetails(Press):
    """Show the alert without what is behind it."""

    prefix: ClassVar[str] = "al.hide"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class Acknowledge(Press):
    """I have seen it."""

    prefix: ClassVar[str] = "al.seen"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class ReachedOut(Press):
    """I have reached out to the person."""

    prefix: ClassVar[str] = "al.out"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class PutOff(Press):
    """Put it off; asks for how long."""

    prefix: ClassVar[str] = "al.wait"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class Snoozed(Press):
    """Put it off for so long."""

    prefix: ClassVar[str] = "al.snz"
    alert_id: AlertId
    choice: Snooze


@dataclasses.dataclass(frozen=True, slots=True)
class HandOver(Press):
    """Hand it over; asks to whom."""

    prefix: ClassVar[str] = "al.hand"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class HandedOver(Press):
    """Hand it over to this facilitator."""

    prefix: ClassVar[str] = "al.to"
    alert_id: AlertId
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ShowCourse(Press):
    """Draw the last days of the person whom the alert is about."""

    prefix: ClassVar[str] = "al.days"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class Resolve(Press):
    """Close it; asks how it ended."""

    prefix: ClassVar[str] = "al.close"
    alert_id: AlertId


@dataclasses.dataclass(frozen=True, slots=True)
class Resolved(Press):
    """Close it with this outcome."""

    prefix: ClassVar[str] = "al.end"
    alert_id: AlertId
    outcome: Outcome
