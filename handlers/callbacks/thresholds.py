"""What the buttons of a group's thresholds mean; each carries the state it leads to."""

import dataclasses
from typing import ClassVar, Final

from domain.ids import GroupId
from domain.setbacks import Rule
from handlers.callbacks.payload import Press

OFF: Final = 99
"""How "off" travels: no threshold is that high."""


@dataclasses.dataclass(frozen=True, slots=True)
class ShowThresholds(Press):
    """Show the thresholds of this group."""

    prefix: ClassVar[str] = "th.show"
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class ShowThreshold(Press):
    """Show what this rule can be set to."""

    prefix: ClassVar[str] = "th.rule"
    group_id: GroupId
    rule: Rule


@dataclasses.dataclass(frozen=True, slots=True)
class TryThreshold(Press):
    """Show what this threshold would bring; `value` may be `OFF`."""

    prefix: ClassVar[str] = "th.try"
    group_id: GroupId
    rule: Rule
    value: int


@dataclasses.dataclass(frozen=True, slots=True)
class ThresholdSet(Press):
    """Let this threshold hold; `value` may be `OFF`."""

    prefix: ClassVar[str] = "th.set"
    group_id: GroupId
    rule: Rule
    value: int
