"""Says what two agree on when they become partners, in three steps; it reads and sends nothing."""

import dataclasses
import enum
from typing import Final

STEPS: Final = 3
"""How to reach each other, what is shared, what this is not."""


class Reach(enum.StrEnum):
    """How somebody likes to be reached."""

    ANY_TIME = "any"
    EVENINGS = "evenings"
    CALLS = "calls"


class Boundary(enum.StrEnum):
    """What somebody wants to be spared, or not."""

    NO_ADVICE = "no_advice"
    ADVICE_IS_WELCOME = "advice"


@dataclasses.dataclass(frozen=True, slots=True)
class Terms:
    """What one side of a pair said about how it wants to be met.

    Attributes:
        steps: how many of the steps it has taken, with a choice or without.
    """

    steps: int = 0
    reach: Reach | None = None
    boundary: Boundary | None = None

    @property
    def is_complete(self) -> bool:
        """Tell whether this side has taken every step."""
        return self.steps >= STEPS
