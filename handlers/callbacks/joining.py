"""What the buttons of invitations and enrolments mean; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import EnrolmentId, GroupId, InviteId
from domain.joining import Step
from domain.phases import Track
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class WelcomeRead(Press):
    """The first screen is read: let's start."""

    prefix: ClassVar[str] = "jo.start"
    enrolment_id: EnrolmentId


@dataclasses.dataclass(frozen=True, slots=True)
class SightRead(Press):
    """What is kept and who sees it is read."""

    prefix: ClassVar[str] = "jo.seen"
    enrolment_id: EnrolmentId


@dataclasses.dataclass(frozen=True, slots=True)
class ConsentAgreed(Press):
    """I agree; the signature follows."""

    prefix: ClassVar[str] = "jo.yes"
    enrolment_id: EnrolmentId


@dataclasses.dataclass(frozen=True, slots=True)
class JoiningPostponed(Press):
    """Not now."""

    prefix: ClassVar[str] = "jo.later"
    enrolment_id: EnrolmentId


@dataclasses.dataclass(frozen=True, slots=True)
class JoiningResumed(Press):
    """Go on where I was."""

    prefix: ClassVar[str] = "jo.on"
    enrolment_id: EnrolmentId


@dataclasses.dataclass(frozen=True, slots=True)
class StepBack(Press):
    """Back from this question to the one before."""

    prefix: ClassVar[str] = "jo.back"
    enrolment_id: EnrolmentId
    step: Step


@dataclasses.dataclass(frozen=True, slots=True)
class ZoneChosen(Press):
    """This is my time zone."""

    prefix: ClassVar[str] = "jo.zone"
    enrolment_id: EnrolmentId
    zone: str


@dataclasses.dataclass(frozen=True, slots=True)
class AnotherZone(Press):
    """I live in another time zone."""

    prefix: ClassVar[str] = "jo.else"
    enrolment_id: EnrolmentId


@dataclasses.dataclass(frozen=True, slots=True)
class TimeChosen(Press):
    """Ask me at this local minute of the day."""

    prefix: ClassVar[str] = "jo.time"
    enrolment_id: EnrolmentId
    minute: int


@dataclasses.dataclass(frozen=True, slots=True)
class TrackChosen(Press):
    """This is the program I am in."""

    prefix: ClassVar[str] = "jo.track"
    enrolment_id: EnrolmentId
    track: Track


@dataclasses.dataclass(frozen=True, slots=True)
class InviteChosen(Press):
    """Make so many links into this group."""

    prefix: ClassVar[str] = "jo.invite"
    group_id: GroupId
    count: int


@dataclasses.dataclass(frozen=True, slots=True)
class OpenLinks(Press):
    """Show the unused links into this group."""

    prefix: ClassVar[str] = "jo.links"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class LinkRevoked(Press):
    """Close this link."""

    prefix: ClassVar[str] = "jo.close"
    invite_id: InviteId
