"""Weighs who would be good partners for each other; what must not be is not weighed here.

Each tier outweighs everything below it, summed over a whole group; see docs/pairing.md for the reasons.
"""

import datetime as dt
import hashlib
import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from domain.pairing.candidates import Candidate, Couple, Together, couple_of
from domain.pairing.hours import shared_minutes

ALL_ALIKE_AFTER: Final = dt.timedelta(days=365)
"""From then on it no longer matters how long ago two were partners."""
FURTHER_ALONG: Final = dt.timedelta(days=14)
"""One is further along than the other when so much lies between their joining."""
TWO_AT_ONCE: Final = 2
"""Capacity from which somebody can look after both of the others in a trio."""

ASKED_FOR_ANOTHER: Final = -(10**17)
"""Somebody said no to this once; to be asked again is worse than any repetition."""
EACH_TIME_TOGETHER: Final = -(10**12)
"""Pairs repeat only after all have met: fewer times together come before everything about when."""
EACH_DAY_APART: Final = 10**7
"""Among those as often together, the ones who were longest apart."""
AHEAD: Final = 10**5
"""For the couples of the round that leaves most rounds without a repetition after it."""
CHANCE: Final = 500
"""What a shuffle may outweigh: all that stands below, never a day since two were partners."""
EACH_QUARTER_HOUR_SHARED: Final = 1
"""Who is awake at the same time can answer, call and walk: four points for every hour."""
ONE_FURTHER: Final = 30
"""One who is further along has hope to give, and gains from giving it: worth seven hours and a half."""
SAME_TRACK: Final = 15
"""Who follows the same program has the same questions: worth less than hours and experience."""
CAN_HAVE_TWO: Final = 25
"""A trio asks for attention to two people; each of the three who said they can look after two counts."""

_NEVER: Final = Together()


def weight(
    a: Candidate, b: Candidate, past: Mapping[Couple, Together], now: dt.datetime, seed: int = 0
) -> int:
    """Return how good it would be to bring two together: more is better; a `seed` other than 0 adds chance."""
    before = past.get(couple_of(a, b), _NEVER)
    since = ALL_ALIKE_AFTER if before.last_at is None else min(now - before.last_at, ALL_ALIKE_AFTER)
    return (
        ASKED_FOR_ANOTHER * before.was_declined
        + EACH_TIME_TOGETHER * before.times
        + EACH_DAY_APART * since.days
        + EACH_QUARTER_HOUR_SHARED * (shared_minutes(a, b, now) // 15)
        + ONE_FURTHER * is_one_further(a, b)
        + SAME_TRACK * (a.track is not None and a.track is b.track)
        + _chance(a, b, seed)
    )


def third_weight(one: Candidate) -> int:
    """Return what somebody adds to a trio by being in it."""
    return CAN_HAVE_TWO * (one.capacity >= TWO_AT_ONCE)


def worth(members: Sequence[Candidate], past: Mapping[Couple, Together], now: dt.datetime) -> int:
    """Return how good it would be to bring two, or three, together."""
    couples = list(itertools.combinations(members, 2))
    thirds = sum(map(third_weight, members)) if len(couples) > 1 else 0
    return sum(weight(a, b, past, now) for a, b in couples) + thirds


def is_one_further(a: Candidate, b: Candidate) -> bool:
    """Tell whether one of the two is further along."""
    return abs(a.joined_at - b.joined_at) >= FURTHER_ALONG


def _chance(a: Candidate, b: Candidate, seed: int) -> int:
    if seed == 0:
        return 0
    told = f"{seed}:{sorted((a.membership_id, b.membership_id))}".encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:4], "big") % CHANCE
