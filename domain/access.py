"""Answers who may see what of whom; it reads nothing and trusts no button."""

import dataclasses
import enum

from domain.ids import GroupId, MembershipId, PersonId


class Role(enum.StrEnum):
    """What a person is in a group."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"


class Audience(enum.Enum):
    """Who may use a route; KNOWN is who has an account here, also while joining and after leaving."""

    ANYONE = "anyone"
    KNOWN = "known"
    MEMBER = "member"
    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"


@dataclasses.dataclass(frozen=True, slots=True)
class Seat:
    """A person's active place in one group."""

    membership_id: MembershipId
    group_id: GroupId
    role: Role


@dataclasses.dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an update, with every active seat, as read in the transaction that serves it."""

    person_id: PersonId
    language: str
    timezone: str
    seats: tuple[Seat, ...]

    @property
    def participant_seats(self) -> tuple[Seat, ...]:
        """Return the seats as participant, oldest first."""
        return tuple(seat for seat in self.seats if seat.role is Role.PARTICIPANT)

    @property
    def facilitator_seats(self) -> tuple[Seat, ...]:
        """Return the seats as facilitator, oldest first."""
        return tuple(seat for seat in self.seats if seat.role is Role.FACILITATOR)

    @property
    def scope(self) -> "Scope":
        """Return what this person's queries may reach."""
        return Scope(
            person_id=self.person_id,
            facilitated=frozenset(seat.group_id for seat in self.facilitator_seats),
        )

    def belongs_to(self, audience: Audience) -> bool:
        """Tell whether a route for this audience is open to the person."""
        return {
            Audience.ANYONE: True,
            Audience.KNOWN: True,
            Audience.MEMBER: bool(self.seats),
            Audience.PARTICIPANT: bool(self.participant_seats),
            Audience.FACILITATOR: bool(self.facilitator_seats),
        }[audience]


@dataclasses.dataclass(frozen=True, slots=True)
class Scope:
    """The reach of a query over people's data: one's own rows, and those of participants one facilitates.

    `person_id` None is the product itself (ticks, the courier), which reaches all rows and shows none.
    """

    person_id: PersonId | None
    facilitated: frozenset[GroupId] = frozenset()

    @property
    def is_system(self) -> bool:
        """Tell whether the product itself is asking."""
        return self.person_id is None


SYSTEM = Scope(person_id=None)
