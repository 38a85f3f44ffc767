"""The buttons of what people wish for in a partner; they carry ids, never rights."""

import dataclasses
import enum
from typing import ClassVar

from domain.ids import MembershipId
from domain.wishes import Language
from handlers.callbacks.payload import Press


class GenderChoice(enum.StrEnum):
    """What can be told about oneself; UNTOLD is rather not."""

    WOMAN = "woman"
    MAN = "man"
    ANOTHER = "another"
    UNTOLD = "untold"


@dataclasses.dataclass(frozen=True, slots=True)
class ShowWishes(Press):
    """Show what I wish for in a partner."""

    prefix: ClassVar[str] = "wi.show"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseLanguages(Press):
    """Choose in which languages I can write."""

    prefix: ClassVar[str] = "wi.langs"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class LanguageTurned(Press):
    """This language, or no longer."""

    prefix: ClassVar[str] = "wi.lang"
    membership_id: MembershipId
    language: Language


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseGender(Press):
    """Choose what I tell about myself."""

    prefix: ClassVar[str] = "wi.me"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class GenderChosen(Press):
    """This is what I tell about myself."""

    prefix: ClassVar[str] = "wi.i"
    membership_id: MembershipId
    gender: GenderChoice


@dataclasses.dataclass(frozen=True, slots=True)
class SameGenderTurned(Press):
    """Only somebody of the same gender (1), or anybody (0)."""

    prefix: ClassVar[str] = "wi.same"
    membership_id: MembershipId
    is_on: int


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseCapacity(Press):
    """Choose how many partners I have room for."""

    prefix: ClassVar[str] = "wi.room"
    membership_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class CapacityChosen(Press):
    """So many partners at once."""

    prefix: ClassVar[str] = "wi.many"
    membership_id: MembershipId
    capacity: int
