"""Holds what a facilitator sets by hand in a proposal before it is sent; it plans nothing."""

import dataclasses
import itertools
from collections.abc import Iterable, Sequence

from domain.errors import NotUnderstood
from domain.ids import MembershipId
from domain.pairing import Couple, Match

Seats = tuple[MembershipId, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A proposal on its way.

    Attributes:
        pinned: couples that the facilitator wants together.
        held: couples that a swap left as they were; the next change by hand frees them.
        forbidden: couples that the facilitator does not want this time.
    """

    seed: int = 0
    pinned: frozenset[Couple] = frozenset()
    held: frozenset[Couple] = frozenset()
    forbidden: frozenset[Couple] = frozenset()

    @property
    def is_by_hand(self) -> bool:
        """Tell whether anything was set by hand."""
        return bool(self.pinned or self.forbidden)

    def mixed(self, seed: int) -> "Draft":
        """Return it with another seed; what was set by hand stays."""
        return dataclasses.replace(self, seed=seed, held=frozenset())

    def pin(self, one: MembershipId, other: MembershipId) -> "Draft":
        """Return it with two together.

        Raises:
            NotUnderstood: it is twice the same person.
        """
        couple = _couple(one, other)
        return dataclasses.replace(
            self, pinned=self.pinned | {couple}, forbidden=self.forbidden - {couple}, held=frozenset()
        )

    def forbid(self, one: MembershipId, other: MembershipId) -> "Draft":
        """Return it with two not together this time.

        Raises:
            NotUnderstood: it is twice the same person.
        """
        couple = _couple(one, other)
        return dataclasses.replace(
            self, pinned=self.pinned - {couple}, forbidden=self.forbidden | {couple}, held=frozenset()
        )

    def swap(self, one: MembershipId, other: MembershipId, matches: Sequence[Match]) -> "Draft":
        """Return it with two in each other's place in these matches, and all the others as they are.

        Raises:
            NotUnderstood: they are not in two different matches.
        """
        groups = [tuple(member.membership_id for member in match.members) for match in matches]
        touched = [group for group in groups if (one in group) != (other in group)]
        if len(touched) != 2:  # noqa: PLR2004 somebody from each of two
            raise NotUnderstood("pairing.swap_two")
        other_way = {one: other, other: one}
        changed = [tuple(other_way.get(seat, seat) for seat in group) for group in touched]
        new = _couples(changed)
        gone = _couples(touched) - new
        held = _couples(group for group in groups if group not in touched)
        return Draft(
            self.seed,
            pinned=(self.pinned - gone) | new,
            held=held - self.pinned,
            forbidden=self.forbidden - new,
        )


def _couples(groups: Iterable[Seats]) -> frozenset[Couple]:
    return frozenset(frozenset(two) for group in groups for two in itertools.combinations(group, 2))


def _couple(one: MembershipId, other: MembershipId) -> Couple:
    if one == other:
        raise NotUnderstood("pairing.two_people")
    return frozenset({one, other})
