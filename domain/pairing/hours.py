"""Says how much of the day two are awake together; it knows no calendar and writes to nobody."""

import datetime as dt
import zoneinfo
from typing import Final

from domain.pairing.candidates import Candidate
from domain.recurrence import MINUTES_A_DAY

USUAL_WAKING: Final = (8 * 60, 22 * 60)
"""Local minutes of the day for whoever has set no quiet hours."""
ALIKE_FROM: Final = 3 / 4
"""Two people's days are alike when they share so much of the shorter one: usual hours up to three zones apart."""


def shared_minutes(a: Candidate, b: Candidate, now: dt.datetime) -> int:
    """Return for how many minutes of a day like today neither has quiet hours."""
    (from_a, long_a), (from_b, long_b) = _awake(a, now), _awake(b, now)
    return sum(
        max(0, min(from_a + long_a, from_b + long_b + shift) - max(from_a, from_b + shift))
        for shift in (-MINUTES_A_DAY, 0, MINUTES_A_DAY)
    )


def have_similar_hours(a: Candidate, b: Candidate, now: dt.datetime) -> bool:
    """Tell whether two people's days are alike."""
    shorter = min(_awake(a, now)[1], _awake(b, now)[1])
    return shared_minutes(a, b, now) >= ALIKE_FROM * shorter


def _awake(one: Candidate, now: dt.datetime) -> tuple[int, int]:
    """Return from which minute of the day in UTC, and for how many, the person is awake."""
    from_minute, until_minute = one.waking or USUAL_WAKING
    offset = now.astimezone(zoneinfo.ZoneInfo(one.timezone)).utcoffset() or dt.timedelta(0)
    start = (from_minute - offset // dt.timedelta(minutes=1)) % MINUTES_A_DAY
    return start, (until_minute - from_minute) % MINUTES_A_DAY or MINUTES_A_DAY
