"""What the buttons of being on call mean; each carries the seat that it is about and the state it leads to."""

import dataclasses
from typing import ClassVar

from domain.ids import MembershipId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowPost(Press):
    """Show how alerts of this group reach me."""

    prefix: ClassVar[str] = "oc.show"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseAway(Press):
    """Choose when to be away."""

    prefix: ClassVar[str] = "oc.away"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class AwayOn(Press):
    """Be away on these dates, proleptic Gregorian ordinals, the last one included; who covers is asked next."""

    prefix: ClassVar[str] = "oc.on"
    membership_id: MembershipId
    first: int
    last: int


@dataclasses.dataclass(frozen=True, slots=True)
class CoveredBy(Press):
    """Be away then, and let this facilitator have my alerts; 0 is everybody else of the group."""

    prefix: ClassVar[str] = "oc.by"
    membership_id: MembershipId
    first: int
    last: int
    covered_by: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ComeBack(Press):
    """Have my alerts again, from now on."""

    prefix: ClassVar[str] = "oc.back"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseHours(Press):
    """Choose when to be on call."""

    prefix: ClassVar[str] = "oc.hours"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class HoursSet(Press):
    """Be on call on these weekdays (seven bits from Monday) between these minutes of the day."""

    prefix: ClassVar[str] = "oc.set"
    membership_id: MembershipId
    weekdays: int
    from_minute: int
    until_minute: int


@dataclasses.dataclass(frozen=True, slots=True)
class AlwaysOnCall(Press):
    """Be on call at every hour."""

    prefix: ClassVar[str] = "oc.all"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class SetBackup(Press):
    """Be the backup (1) or not (0)."""

    prefix: ClassVar[str] = "oc.backup"
    membership_id: MembershipId
    is_on: int


@dataclasses.dataclass(frozen=True, slots=True)
class SetDrill(Press):
    """Let the group have a drill each week (1) or not (0)."""

    prefix: ClassVar[str] = "oc.drill"
    membership_id: MembershipId
    is_on: int
