"""Knows what a plan for hard moments consists of, in which order it is asked; it shows it to nobody."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping
from typing import Final

LONGEST_PART: Final = 1_500
"""Characters of one part: a plan is read in a hard moment, and one part may come in several messages."""


class PlanPart(enum.StrEnum):
    """A part of the plan, in the order in which it is asked.

    Source: the usual parts of a relapse-prevention plan and of the safety planning intervention (Stanley and Brown 2012).
    """

    SIGNS = "signs"
    TRIGGERS = "triggers"
    HELPS = "helps"
    PEOPLE = "people"
    AVOID = "avoid"
    REASONS = "reasons"


HELPS_FIRST: Final = (
    PlanPart.HELPS,
    PlanPart.PEOPLE,
    PlanPart.REASONS,
    PlanPart.SIGNS,
    PlanPart.TRIGGERS,
    PlanPart.AVOID,
)
"""The order in which it is read in a hard moment: what can be done now comes before what led there."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """Somebody's plan.

    Attributes:
        parts: what they wrote, without empty ones.
        shown_since: from when on the facilitators of their groups see it beside an alert; None for never.
    """

    parts: Mapping[PlanPart, str]
    shown_since: dt.datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written yet."""
        return not self.parts

    def after(self, part: PlanPart) -> PlanPart | None:
        """Return the next part in line that is not written yet, from the start again behind the last; None when all are."""
        order = list(PlanPart)
        place = order.index(part) + 1
        return next((one for one in order[place:] + order[:place] if one not in self.parts), None)


def added(before: str, text: str) -> str:
    """Return a part with something written added in a line of its own."""
    return "\n".join(one for one in (before, text.strip()) if one)
