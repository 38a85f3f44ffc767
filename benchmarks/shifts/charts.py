"""The control charts of the literature, to stand beside ours; each sees the days in order and never the future.

Sources: Roberts 1959 (EWMA), Page 1954 (CUSUM), Shewhart 1931; limits and warm-up as in Smit & Snippe 2022 and Schat et al. 2023.
"""

import dataclasses
import math
import statistics
from collections.abc import Sequence
from typing import Protocol

from benchmarks.shifts.people import SIGNALS, Values
from domain.shifts import LIMIT, WARM_UP, Watch, shift_in

Days = Sequence[Values | None]
MOOD = 0
ANSWERS_NEEDED = 5
LENT_DAYS = 8
"""The days that a shrunken spread is lent from the cohort's."""
LARGEST_STEP = 3.0


class Chart(Protocol):
    """Something that sees days and raises alarms."""

    @property
    def name(self) -> str:
        """Say which it is."""

    def alarms(self, days: Days) -> list[bool]:
        """Return for each day whether an alarm is on."""


@dataclasses.dataclass(frozen=True)
class Ewma:
    """A weighted mean of the mood against its limits; `weight` 1 is a Shewhart chart."""

    weight: float
    limit: float

    @property
    def name(self) -> str:
        """Say which it is."""
        return (
            f"Shewhart {self.limit:g}, mood"
            if self.weight == 1
            else f"EWMA {self.weight:g}/{self.limit:g}, mood"
        )

    def alarms(self, days: Days) -> list[bool]:
        """Return for each day whether the mean is above its limit."""
        seen = [day[MOOD] for day in days[:WARM_UP] if day is not None]
        spread = statistics.stdev(seen) if len(seen) >= ANSWERS_NEEDED else 0.0
        if not spread:
            return [False] * len(days)
        mean = now = statistics.mean(seen)
        found, looks = [False] * WARM_UP, 0
        for day in days[WARM_UP:]:
            if day is None:
                found.append(found[-1])
                continue
            looks += 1
            now += self.weight * (day[MOOD] - now)
            width = self.weight / (2 - self.weight) * (1 - (1 - self.weight) ** (2 * looks))
            found.append(now > mean + self.limit * spread * math.sqrt(width))
        return found


@dataclasses.dataclass(frozen=True)
class Cusum:
    """A sum of what is above the usual, of the mood or of the mean of all signals, with spreads shrunken to the cohort's.

    Attributes:
        spreads: the cohort's, by signal, and last that of the mean.
    """

    slack: float
    limit: float
    spreads: tuple[float, ...]
    is_fused: bool = False

    @property
    def name(self) -> str:
        """Say which it is."""
        return f"CUSUM {self.slack:g}/{self.limit:g}, {'mean of four' if self.is_fused else 'mood'}"

    def alarms(self, days: Days) -> list[bool]:
        """Return for each day whether the sum is above its limit."""
        values: list[float | None] = [None if day is None else float(day[MOOD]) for day in days]
        usual = self.spreads[MOOD]
        if self.is_fused:
            values, usual = fused(days, self.spreads), self.spreads[-1]
        found, total = [False] * WARM_UP, 0.0
        for step in standardised(values, usual)[WARM_UP:]:
            if step is not None:
                total = max(0.0, total + min(step, LARGEST_STEP) - self.slack)
            found.append(total > self.limit)
        return found


def fused(days: Days, spreads: Sequence[float]) -> list[float | None]:
    """Return the mean of all signals, each in its own spread."""
    columns = [
        standardised([None if day is None else float(day[signal]) for day in days], spreads[signal])
        for signal in range(len(SIGNALS))
    ]
    rows = zip(*columns, strict=True)
    return [None if None in row else statistics.mean(one for one in row if one is not None) for row in rows]


def standardised(values: Sequence[float | None], usual: float) -> list[float | None]:
    """Return values in the spread of the first days, which is drawn to the cohort's; None all through with too few of them."""
    seen = [value for value in values[:WARM_UP] if value is not None]
    count = len(seen)
    if count < ANSWERS_NEEDED:
        return [None] * len(values)
    mean = statistics.mean(seen)
    left = sum((value - mean) ** 2 for value in seen)
    scale = math.sqrt((LENT_DAYS * usual**2 + left) / (LENT_DAYS + count - 1) * (1 + 1 / count))
    return [None if value is None else (value - mean) / scale for value in values]


@dataclasses.dataclass(frozen=True)
class Ours:
    """The scan of the product, as it runs there day by day."""

    limit: float = LIMIT

    @property
    def name(self) -> str:
        """Say which it is."""
        return f"Tandem, limit {self.limit:g}"

    def alarms(self, days: Days) -> list[bool]:
        """Return for each day whether a shift is going on."""
        named = [None if day is None else dict(zip(SIGNALS, day, strict=True)) for day in days]
        watch, found = Watch(), []
        for number in range(len(named)):
            watch = watch.after(shift_in(named[: number + 1], watch), self.limit)
            found.append(watch.is_on)
        return found
