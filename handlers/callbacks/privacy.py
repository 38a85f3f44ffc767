"""What the buttons of privacy, leaving, erasing and language mean; they carry ids, never rights."""

import dataclasses
import enum
from typing import ClassVar

from domain.ids import MembershipId
from handlers.callbacks.payload import Press


class Tongue(enum.StrEnum):
    """A language that the product speaks."""

    ENGLISH = "en"
    SPANISH = "es"


@dataclasses.dataclass(frozen=True, slots=True)
class PrivacyOpened(Press):
    """Show what is kept and who sees it."""

    prefix: ClassVar[str] = "pv.open"


@dataclasses.dataclass(frozen=True, slots=True)
class LookUpsOpened(Press):
    """Show who looked at something about me."""

    prefix: ClassVar[str] = "pv.looks"


@dataclasses.dataclass(frozen=True, slots=True)
class CopyAsked(Press):
    """Send me a complete copy."""

    prefix: ClassVar[str] = "pv.copy"


@dataclasses.dataclass(frozen=True, slots=True)
class LeaveAsked(Press):
    """Leave this group, or take back its consent; asks first."""

    prefix: ClassVar[str] = "pv.leave"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class LeaveConfirmed(Press):
    """Yes, leave this group."""

    prefix: ClassVar[str] = "pv.left"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class EraseAsked(Press):
    """Erase everything; asks first."""

    prefix: ClassVar[str] = "pv.erase"


@dataclasses.dataclass(frozen=True, slots=True)
class EraseConfirmedOnce(Press):
    """Yes, erase; asks once more."""

    prefix: ClassVar[str] = "pv.erase1"


@dataclasses.dataclass(frozen=True, slots=True)
class EraseConfirmedTwice(Press):
    """Yes, erase everything for ever."""

    prefix: ClassVar[str] = "pv.erase2"


@dataclasses.dataclass(frozen=True, slots=True)
class Stayed(Press):
    """No, nothing is to change."""

    prefix: ClassVar[str] = "pv.stay"


@dataclasses.dataclass(frozen=True, slots=True)
class LanguageChosen(Press):
    """Speak this language with me."""

    prefix: ClassVar[str] = "la"
    language: Tongue
