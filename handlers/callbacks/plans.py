"""The buttons of a plan for hard moments; they carry which part, and nothing of what it says."""

import dataclasses
from typing import ClassVar

from domain.plans import PlanPart
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class OpenPlan(Press):
    """Show my plan."""

    prefix: ClassVar[str] = "pn.open"


@dataclasses.dataclass(frozen=True, slots=True)
class WritePlan(Press):
    """Let me write this part."""

    prefix: ClassVar[str] = "pn.part"
    part: PlanPart


@dataclasses.dataclass(frozen=True, slots=True)
class EmptyPlan(Press):
    """Take this part back."""

    prefix: ClassVar[str] = "pn.empty"
    part: PlanPart


@dataclasses.dataclass(frozen=True, slots=True)
class SharePlan(Press):
    """Let facilitators see my plan beside an alert: 1, or not: 0."""

    prefix: ClassVar[str] = "pn.share"
    is_shown: int
