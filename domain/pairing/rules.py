"""Holds the hard rules: who must not be brought together; it never says to anybody who blocked whom."""

import dataclasses
import enum
import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from domain.errors import Refused
from domain.ids import PersonId
from domain.pairing.candidates import Candidate, Couple, couple_of
from domain.partners import LeftOut

LARGEST: Final = 3
"""People in one match at most."""


class Apart(enum.StrEnum):
    """Why a facilitator keeps two apart."""

    FACILITATOR = "facilitator"
    HOUSEHOLD = "household"


class Obstacle(enum.StrEnum):
    """Why two must not be brought together."""

    NOT_NOW = "not_now"
    BLOCKED = "blocked"
    KEPT_APART = "kept_apart"
    HOUSEHOLD = "household"
    NO_COMMON_LANGUAGE = "no_common_language"
    WISH = "wish"
    FORBIDDEN = "forbidden"


@dataclasses.dataclass(frozen=True, slots=True)
class Bounds:
    """What a proposal has to heed.

    Attributes:
        blocked: who blocked whom; it counts either way.
        apart: couples that are kept apart until somebody changes that.
        pinned: couples that the facilitator wants together in this proposal.
        forbidden: couples that the facilitator does not want in this proposal.
    """

    blocked: frozenset[tuple[PersonId, PersonId]] = frozenset()
    apart: Mapping[Couple, Apart] = dataclasses.field(default_factory=dict)
    pinned: frozenset[Couple] = frozenset()
    forbidden: frozenset[Couple] = frozenset()


def obstacle(a: Candidate, b: Candidate, bounds: Bounds) -> Obstacle | None:
    """Return what stands between two, whichever of them comes first; None when they may be partners."""
    couple = couple_of(a, b)
    apart = bounds.apart.get(couple)
    holds = {
        Obstacle.NOT_NOW: min(a.capacity, b.capacity) < 1,
        Obstacle.BLOCKED: not bounds.blocked.isdisjoint(
            {(a.person_id, b.person_id), (b.person_id, a.person_id)}
        ),
        Obstacle.KEPT_APART: apart is Apart.FACILITATOR,
        Obstacle.HOUSEHOLD: apart is Apart.HOUSEHOLD,
        Obstacle.NO_COMMON_LANGUAGE: a.languages.isdisjoint(b.languages),
        Obstacle.WISH: (a.wants_same_gender or b.wants_same_gender) and not _are_told_alike(a, b),
        Obstacle.FORBIDDEN: couple in bounds.forbidden,
    }
    return next((found for found, is_so in holds.items() if is_so), None)


def first_obstacle(members: Sequence[Candidate], bounds: Bounds) -> Obstacle | None:
    """Return what stands between any two of a group; None when all may be partners."""
    found = (obstacle(a, b, bounds) for a, b in itertools.combinations(members, 2))
    return next((one for one in found if one is not None), None)


def left_out_by(obstacles: Iterable[Obstacle | None]) -> LeftOut:
    """Return why somebody has nobody, from what stands between them and each of the others (None nothing).

    A block is never told apart from a facilitator's own rules, so that it shows nobody who blocked whom.
    """
    found = set(obstacles)
    if not found or None in found:
        return LeftOut.NO_ONE_LEFT
    if found == {Obstacle.NO_COMMON_LANGUAGE}:
        return LeftOut.NO_COMMON_LANGUAGE
    if found == {Obstacle.WISH}:
        return LeftOut.WISH
    return LeftOut.NOBODY_ALLOWED


def pinned_groups(people: Sequence[Candidate], bounds: Bounds) -> list[tuple[Candidate, ...]]:
    """Return the twos, and the three, that the pins make of these people; a pin with somebody else says nothing.

    Raises:
        Refused: a hard rule stands between two who were pinned, or the pins would make more than one three, or a four.
    """
    groups: list[set[Candidate]] = []
    for a, b in itertools.combinations(people, 2):
        if couple_of(a, b) not in bounds.pinned:
            continue
        touching = [group for group in groups if a in group or b in group]
        groups = [group for group in groups if group not in touching]
        groups.append({a, b}.union(*touching))
    found = [tuple(one for one in people if one in group) for group in groups]
    sizes = [len(group) for group in found]
    if max(sizes, default=0) > LARGEST or sizes.count(LARGEST) > 1:
        raise Refused("pairing.too_many_pinned")
    for group in found:
        against = first_obstacle(group, bounds)
        if against is not None:
            _refuse(against)
    return found


def _refuse(against: Obstacle) -> None:
    """Refuse a pin; what people told about others or wished for is not given away by the sentence."""
    if against is Obstacle.NOT_NOW:
        raise Refused("pairing.pinned_not_now")
    if against is Obstacle.NO_COMMON_LANGUAGE:
        raise Refused("pairing.pinned_no_language")
    if against is Obstacle.FORBIDDEN:
        raise Refused("pairing.pinned_and_forbidden")
    raise Refused("pairing.pinned_not_allowed")


def _are_told_alike(a: Candidate, b: Candidate) -> bool:
    return a.gender is not None and a.gender == b.gender
