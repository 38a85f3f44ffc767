"""Says why people are brought together; who is told which reason is decided elsewhere."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence

from domain.pairing.candidates import Candidate, Couple, Match, Together, couple_of
from domain.pairing.hours import have_similar_hours
from domain.pairing.weights import is_one_further
from domain.partners import Reason


def matched(
    members: Sequence[Candidate],
    past: Mapping[Couple, Together],
    now: dt.datetime,
    pinned: frozenset[Couple] = frozenset(),
) -> Match:
    """Return the match of these two, or three, with its reasons in the order in which they are told."""
    couples = list(itertools.combinations(members, 2))
    before = [past.get(couple_of(a, b), Together()) for a, b in couples]
    holds = {
        Reason.TRIO: len(couples) > 1,
        Reason.PINNED: any(couple_of(a, b) in pinned for a, b in couples),
        Reason.ASKED_FOR_ANOTHER: any(one.was_declined for one in before),
        Reason.NEVER_BEFORE: not any(one.times for one in before),
        Reason.PARTNERS_BEFORE: any(one.times for one in before),
        Reason.SIMILAR_HOURS: all(have_similar_hours(a, b, now) for a, b in couples),
        Reason.ONE_FURTHER: any(is_one_further(a, b) for a, b in couples),
        Reason.SAME_TRACK: all(a.track is not None and a.track is b.track for a, b in couples),
    }
    return Match(tuple(members), tuple(reason for reason, is_so in holds.items() if is_so))
