"""Finds that somebody's days have become worse than is usual for them; it tells nobody, and it predicts nothing.

Every answer becomes its rank among the person's own answers, so that neither a scale used narrowly nor a single bad day counts
for much. Then each of the last days is tried as the one on which things may have begun to worsen: how much better do the days fit
to a rise from then on than to none? The best fit over all signals together, or over one of them, is the score. Days
without an answer say nothing here; `domain.setbacks` has rules of its own for them.

Source: a likelihood-ratio scan for a change of the mean (Siegmund & Venkatraman 1995) on personal ranks. The numbers below were
tried on both halves of the people of a public data set in turn, chosen on one and judged on the other: see docs/shifts.md and
`make bench-shifts`.
"""

import bisect
import dataclasses
import math
from collections.abc import Mapping, Sequence
from typing import Final

WARM_UP: Final = 14
"""Days before the first look; until then only what was said on a day itself counts."""
ANSWERS_NEEDED: Final = 5
"""Days with an answer, of all signals together and of each that is looked at alone."""
REMEMBERED: Final = 60
"""Days that are looked at, today included; what is usual for somebody may change over the months."""
LIMIT: Final = 2.7
"""A score above it is a shift: about 0.3 onsets in 30 days of somebody whose days do not change."""
CALM_DAYS: Final = 3
"""After so many answered days in a row below the limit a shift is over."""

_LONGEST: Final = 20
"""Days ago at which a rise may have begun."""
_RAMP: Final = 8
"""Days over which it is complete."""
_PRIOR_DAYS: Final = 4.0
"""Middling days that everybody is lent, so that the first ranks are no extremes."""
_MARGIN: Final = 0.6
"""By so much a single signal must be clearer than all together."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Change:
    """What a rise is expected to look like, in ranks of unit spread: how high, and in how much noise."""

    height: float
    noise: float


_TOGETHER: Final = _Change(height=0.7, noise=0.5)
_ALONE: Final = _Change(height=1.0, noise=1.0)
_NOISE_DAYS: Final = 30.0
"""For so many days the expected noise counts beside what a person's own days show."""

Day = Mapping[str, float]
"""The values of a day by signal, turned so that more is worse; a signal without an answer is left out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Shift:
    """How clearly somebody's days have become worse.

    Attributes:
        score: the logarithm of how much better a rise fits than none; above `LIMIT` it is a shift.
        days: since about how many days.
        signals: those that have risen, the clearest first.
    """

    score: float
    days: int
    signals: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Watch:
    """Where the watch over somebody stands: for how many days a shift has been going on (0 for none), and how calm it is."""

    lasting: int = 0
    calm: int = 0

    @property
    def is_on(self) -> bool:
        """Tell whether a shift is going on."""
        return self.lasting > 0

    def after(self, shift: Shift | None, limit: float = LIMIT) -> "Watch":
        """Return where it stands a day later; `shift` None is a day that said nothing, which changes nothing."""
        if shift is None:
            return dataclasses.replace(self, lasting=self.lasting + 1) if self.is_on else self
        if shift.score > limit:
            return Watch(self.lasting + 1)
        if not self.is_on:
            return self
        return Watch(self.lasting + 1, self.calm + 1) if self.calm + 1 < CALM_DAYS else Watch()


def shift_in(days: Sequence[Day | None], watch: Watch = Watch()) -> Shift | None:
    """Return how clearly the days, oldest first and today last, have become worse.

    None without an answer today, in the first days, or with too few answers. While a shift goes on, the days since its beginning
    do not become what is usual: the scan reaches back behind it.
    """
    seen = days[-REMEMBERED:]
    answered = sum(day is not None for day in seen)
    if not days or not days[-1] or len(days) <= WARM_UP or answered < ANSWERS_NEEDED:
        return None
    longest = min(_LONGEST + watch.lasting, len(seen) - ANSWERS_NEEDED)
    ranks = _ranks(seen)
    together = _scan([_mean(day) for day in ranks], longest, _TOGETHER)
    names = sorted({name for day in ranks for name in day})
    alone = {
        name: found
        for name in names
        if sum(name in day for day in ranks) >= ANSWERS_NEEDED
        if (found := _scan([day.get(name) for day in ranks], longest, _ALONE)) is not None
    }
    single = max(alone.values(), default=None)
    if together is None:
        return None
    score, since = together
    if single is not None and single[0] - _MARGIN > score:
        score, since = single[0] - _MARGIN, single[1]
    risen = sorted((name for name in alone if alone[name][0] > 0), key=lambda name: -alone[name][0])
    return Shift(score, since, tuple(risen))


def _ranks(days: Sequence[Day | None]) -> list[dict[str, float]]:
    """Return each value as its rank among all values of its signal, from about -1.7 to 1.7 with unit spread."""
    values: dict[str, list[float]] = {}
    for day in days:
        for name, value in (day or {}).items():
            values.setdefault(name, []).append(value)
    for each in values.values():
        each.sort()
    return [{name: _rank(value, values[name]) for name, value in day.items()} if day else {} for day in days]


def _rank(value: float, ordered: Sequence[float]) -> float:
    below, upto = bisect.bisect_left(ordered, value), bisect.bisect_right(ordered, value)
    share = ((below + upto) / 2 + _PRIOR_DAYS / 2) / (len(ordered) + _PRIOR_DAYS)
    return math.sqrt(12) * (share - 0.5)


def _mean(day: Mapping[str, float]) -> float | None:
    return sum(day.values()) / len(day) if day else None


def _scan(values: Sequence[float | None], longest: int, change: _Change) -> tuple[float, int] | None:
    """Return the best score over all days on which a rise may have begun, with how many days ago that is.

    A straight line of two pieces is fitted, level and then rising over `_RAMP` days, where the level is drawn to the person's
    middle; its gain over the level alone is weighed against the noise that is left.
    """
    seen = [(day, value) for day, value in enumerate(values) if value is not None]
    weight = len(seen) + 1.0
    total = sum(value for _, value in seen)
    spread = sum(value * value for _, value in seen) - total * total / weight
    last, best = len(values) - 1, None
    for ago in range(1, longest + 1):
        rise = rise2 = gain = 0.0
        for day, value in reversed(seen):
            passed = day - (last - ago)
            if passed <= 0:
                break
            share = min(passed / _RAMP, 1.0)
            rise += share
            rise2 += share * share
            gain += share * value
        room = rise2 - rise * rise / weight
        if room <= 0:
            continue
        gain -= rise * total / weight
        left = spread - (gain * gain / room if gain > 0 else 0.0)
        noise = (_NOISE_DAYS * change.noise + left) / (_NOISE_DAYS + len(seen) - 1)
        score = (change.height * gain - change.height**2 * room / 2) / noise
        if best is None or score > best[0]:
            best = (score, ago)
    return best
