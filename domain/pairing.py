"""Finds who could be partners in a group, and says why; it asks nobody and reads nothing."""

import dataclasses
import datetime as dt
import hashlib
import itertools
import zlib
import zoneinfo
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from domain.ids import MembershipId, PersonId
from domain.partners import LeftOut, Reason

ALL_ALIKE_AFTER: Final = dt.timedelta(days=365)
"""From then on it no longer matters how long ago two were partners."""
SIMILAR_HOURS: Final = 3
"""Two people's days are alike when their local clocks differ by at most so many hours."""
FURTHER_ALONG: Final = dt.timedelta(days=14)
"""One is further along than the other when so much lies between their joining."""
SHUFFLES: Final = 12
"""So many other seeds are tried for a proposal that differs from the one shown."""
EXACT_TRIOS_UP_TO: Final = 9
"""In an odd group up to this size every possible trio is tried; in a larger one the matching leaves the third out."""

_DECLINED: Final = -100_000_000_000
_EACH_TIME_TOGETHER: Final = -100_000_000
_EACH_DAY_APART: Final = 10_000
_HOURS_ALIKE: Final = 40
_ONE_FURTHER: Final = 30
_CHANCE: Final = 500
"""What a shuffle may outweigh: hours and experience, never (in groups up to 30) a day since two were partners."""

Couple = frozenset[MembershipId]


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be paired."""

    membership_id: MembershipId
    person_id: PersonId
    name: str
    joined_at: dt.datetime
    timezone: str


@dataclasses.dataclass(frozen=True, slots=True)
class Seated:
    """A participant of the group with what may keep them from being paired now; `paused_until` as in a schedule."""

    candidate: Candidate
    paused_until: dt.date | None
    is_unreachable: bool

    def left_out(self, now: dt.datetime) -> LeftOut | None:
        """Return what keeps them from being paired; None when nothing does."""
        today = now.astimezone(zoneinfo.ZoneInfo(self.candidate.timezone)).date()
        if self.is_unreachable:
            return LeftOut.UNREACHABLE
        if self.paused_until is not None and today < self.paused_until:
            return LeftOut.PAUSED
        return None


@dataclasses.dataclass(frozen=True, slots=True)
class Together:
    """What two have behind them: how often they were partners, when last (None never), and whether one asked for another."""

    times: int = 0
    last_at: dt.datetime | None = None
    was_declined: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Match:
    """Two, or three, who could be partners, and why."""

    members: tuple[Candidate, ...]
    reasons: tuple[Reason, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """Matches for everybody who is free; none when there are fewer than two.

    Attributes:
        seed: the seed it was made with; the same seed, people and past make the same plan.
    """

    matches: tuple[Match, ...]
    seed: int

    @property
    def fingerprint(self) -> int:
        """Return a short number that changes when anybody in the plan does."""
        return zlib.crc32(repr(sorted(sorted(_ids(match)) for match in self.matches)).encode())


def plan(
    people: Sequence[Candidate], past: Mapping[Couple, Together], now: dt.datetime, seed: int = 0
) -> Plan:
    """Return the matching of the largest weight that leaves nobody out; an odd one makes one trio.

    What counts, in this order: nobody asked for somebody else before, seldom partners before, long ago partners, then
    days that overlap and one further along with one newer. A `seed` other than 0 mixes the last two with chance.
    """
    ordered = sorted(people, key=lambda one: (one.joined_at, one.membership_id))
    weights = {
        frozenset({a.membership_id, b.membership_id}): _weight(a, b, past, now, seed)
        for a, b in itertools.combinations(ordered, 2)
    }
    groups = _grouped([one.membership_id for one in ordered], weights)
    by_id = {one.membership_id: one for one in ordered}
    matches = [tuple(by_id[member] for member in by_id if member in group) for group in groups]
    matches.sort(key=lambda members: ordered.index(members[0]))
    return Plan(tuple(Match(members, _reasons(members, past, now)) for members in matches), seed)


def shuffled(
    people: Sequence[Candidate], past: Mapping[Couple, Together], now: dt.datetime, seed: int
) -> Plan:
    """Return another plan than that of this seed, if there is one that is as good in what counts most."""
    shown = plan(people, past, now, seed)
    for other in range(seed + 1, seed + 1 + SHUFFLES):
        found = plan(people, past, now, other)
        if found.fingerprint != shown.fingerprint:
            return found
    return shown


def _weight(a: Candidate, b: Candidate, past: Mapping[Couple, Together], now: dt.datetime, seed: int) -> int:
    before = past.get(frozenset({a.membership_id, b.membership_id}), Together())
    since = ALL_ALIKE_AFTER if before.last_at is None else min(now - before.last_at, ALL_ALIKE_AFTER)
    return (
        _DECLINED * before.was_declined
        + _EACH_TIME_TOGETHER * before.times
        + _EACH_DAY_APART * since.days
        + _HOURS_ALIKE * _have_similar_hours(a, b, now)
        + _ONE_FURTHER * _is_one_further(a, b)
        + _chance(a, b, seed)
    )


def _chance(a: Candidate, b: Candidate, seed: int) -> int:
    if seed == 0:
        return 0
    told = f"{seed}:{sorted((a.membership_id, b.membership_id))}".encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:4], "big") % _CHANCE


def _have_similar_hours(a: Candidate, b: Candidate, now: dt.datetime) -> bool:
    hours = abs((_offset(a, now) - _offset(b, now)).total_seconds()) / 3600
    return min(hours, 24 - hours) <= SIMILAR_HOURS


def _offset(one: Candidate, now: dt.datetime) -> dt.timedelta:
    return now.astimezone(zoneinfo.ZoneInfo(one.timezone)).utcoffset() or dt.timedelta(0)


def _is_one_further(a: Candidate, b: Candidate) -> bool:
    return abs(a.joined_at - b.joined_at) >= FURTHER_ALONG


def _grouped(ids: Sequence[MembershipId], weights: Mapping[Couple, int]) -> list[Couple]:
    if len(ids) < 2:  # noqa: PLR2004 two make a pair
        return []
    if len(ids) % 2 == 0:
        return _matched(ids, weights)
    if len(ids) <= EXACT_TRIOS_UP_TO:
        return max(
            (
                [frozenset(trio), *_matched([i for i in ids if i not in trio], weights)]
                for trio in _trios(ids)
            ),
            key=lambda groups: sum(_worth(group, weights) for group in groups),
        )
    pairs = _matched(ids, weights)
    (third,) = set(ids).difference(*pairs)
    joined = max(pairs, key=lambda pair: _worth(pair | {third}, weights) - _worth(pair, weights))
    return [pair | {third} if pair == joined else pair for pair in pairs]


def _trios(ids: Sequence[MembershipId]) -> Iterable[tuple[MembershipId, ...]]:
    return itertools.combinations(ids, 3)


def _matched(ids: Sequence[MembershipId], weights: Mapping[Couple, int]) -> list[Couple]:
    if not ids:
        return []
    import networkx as nx  # noqa: PLC0415 slow to load, and needed only when a facilitator pairs

    graph: nx.Graph[MembershipId] = nx.Graph()
    graph.add_nodes_from(ids)
    for a, b in itertools.combinations(ids, 2):
        graph.add_edge(a, b, weight=weights[frozenset({a, b})])
    found = nx.max_weight_matching(graph, maxcardinality=True)
    return sorted((frozenset(pair) for pair in found), key=lambda pair: min(map(ids.index, pair)))


def _worth(group: Couple, weights: Mapping[Couple, int]) -> int:
    return sum(weights[frozenset(couple)] for couple in itertools.combinations(group, 2))


def _reasons(
    members: Sequence[Candidate], past: Mapping[Couple, Together], now: dt.datetime
) -> tuple[Reason, ...]:
    couples = list(itertools.combinations(members, 2))
    before = [past.get(frozenset({a.membership_id, b.membership_id}), Together()) for a, b in couples]
    holds = {
        Reason.TRIO: len(couples) > 1,
        Reason.ASKED_FOR_ANOTHER: any(one.was_declined for one in before),
        Reason.NEVER_BEFORE: not any(one.times for one in before),
        Reason.PARTNERS_BEFORE: any(one.times for one in before),
        Reason.SIMILAR_HOURS: all(_have_similar_hours(a, b, now) for a, b in couples),
        Reason.ONE_FURTHER: any(_is_one_further(a, b) for a, b in couples),
    }
    return tuple(reason for reason, is_so in holds.items() if is_so)


def _ids(match: Match) -> list[MembershipId]:
    return [one.membership_id for one in match.members]
