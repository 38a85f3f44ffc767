"""What the buttons of an alert mean; they carry the alert's id, never a right to see it."""

import dataclasses
from typing import ClassVar

from domain.ids import AlertId
from domain.setbacks import Outcome
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
