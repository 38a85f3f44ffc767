"""The buttons of whom a facilitator keeps apart and of how often pairs change; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId, MembershipId
from domain.pairing import Apart
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class ShowPairRules(Press):
    """Show who is kept apart, and when pairs change."""

    prefix: ClassVar[str] = "pu.show"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class KeepApart(Press):
    """Never bring these two together."""

    prefix: ClassVar[str] = "pu.apart"
    first_id: MembershipId
    second_id: MembershipId
    reason: Apart


@dataclasses.dataclass(frozen=True, slots=True)
class LetTogether(Press):
    """These two may be partners again."""

    prefix: ClassVar[str] = "pu.free"
    first_id: MembershipId
    second_id: MembershipId


@dataclasses.dataclass(frozen=True, slots=True)
class ChooseRhythm(Press):
    """Choose how often the pairs of a group change."""

    prefix: ClassVar[str] = "pu.when"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class RhythmSet(Press):
    """Change pairs every so many weeks; 0 is never."""

    prefix: ClassVar[str] = "pu.every"
    group_id: GroupId
    weeks: int


@dataclasses.dataclass(frozen=True, slots=True)
class SkipRotation(Press):
    """Leave out the change with this number."""

    prefix: ClassVar[str] = "pu.skip"
    group_id: GroupId
    number: int
