"""Keeps the signs of life that health and metrics show; it judges nothing but their age."""

import collections
import dataclasses
import time
from collections.abc import Callable


@dataclasses.dataclass(slots=True)
class Vitals:
    """When each part last did its work, on monotonic time, and how often things happened.

    Attributes:
        polled_at: the last answer to a poll, or the last webhook call or quiet check.
        ticked_at: the end of the last tick.
        counts: how often each thing happened since the start.
    """

    monotonic: Callable[[], float] = time.monotonic
    started_at: float = 0.0
    polled_at: float | None = None
    ticked_at: float | None = None
    is_ready: bool = False
    counts: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)

    def __post_init__(self) -> None:
        self.started_at = self.monotonic()

    def polled(self) -> None:
        """Note that updates can arrive."""
        self.polled_at = self.monotonic()

    def ticked(self) -> None:
        """Note that a tick has ended."""
        self.ticked_at = self.monotonic()

    def count(self, what: str, number: int = 1) -> None:
        """Count something that happened."""
        self.counts[what] += number

    def age_of(self, moment: float | None) -> float:
        """Return the seconds since a moment, or since the start where there has been none."""
        return self.monotonic() - (self.started_at if moment is None else moment)
