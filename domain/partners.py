"""Says what partners agreed on and what one may see of the other; it reads and sends nothing."""

import dataclasses
import datetime as dt
import enum

from domain.agreements import Terms
from domain.ids import GroupId, MembershipId, NoteId, PairId, PersonId
from domain.voices import Voice


class PairState(enum.StrEnum):
    """Where a pair stands; only an active one gives any right."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class PairKind(enum.StrEnum):
    """Whether two are partners of their own, or one stands in while another is away."""

    REGULAR = "regular"
    COVER = "cover"


class EndReason(enum.StrEnum):
    """Why a pair is over."""

    PARTED = "parted"
    BLOCKED = "blocked"
    LEFT_GROUP = "left_group"
    ROTATED = "rotated"
    RETURNED = "returned"
    REGROUPED = "regrouped"

    @property
    def is_told(self) -> bool:
        """Tell whether those who remain hear of it at once; a block is silent."""
        return self is not EndReason.BLOCKED


class Answer(enum.StrEnum):
    """One side's answer to the proposal; LEFT is a trio's third who has gone."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LEFT = "left"


class Reason(enum.StrEnum):
    """Why two would be partners, in the order in which it is told."""

    TRIO = "trio"
    PINNED = "pinned"
    ASKED_FOR_ANOTHER = "asked_for_another"
    NEVER_BEFORE = "never_before"
    PARTNERS_BEFORE = "partners_before"
    SIMILAR_HOURS = "similar_hours"
    ONE_FURTHER = "one_further"
    SAME_TRACK = "same_track"


class LeftOut(enum.StrEnum):
    """Why somebody of a group is not proposed."""

    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    NOT_NOW = "not_now"
    NO_COMMON_LANGUAGE = "no_common_language"
    WISH = "wish"
    NOBODY_ALLOWED = "nobody_allowed"
    NO_ONE_LEFT = "no_one_left"


class ReadyAnswer(enum.StrEnum):
    """A hello for a partner who has not checked in."""

    THINKING_OF_YOU = "thinking"
    AROUND = "around"
    COFFEE = "coffee"


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One member of a pair.

    `name` is the display name; "" when the person was erased. `timezone` is the zone in which the person's days are
    counted, `terms` what they said about how they want to be met.
    """

    membership_id: MembershipId
    person_id: PersonId
    name: str
    timezone: str
    answer: Answer
    answered_at: dt.datetime | None
    terms: Terms

    @property
    def is_in_it(self) -> bool:
        """Tell whether this side said yes or may still say it."""
        return self.answer in {Answer.ASKED, Answer.ACCEPTED}


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A pair (or trio) with its sides, longest in the group first."""

    pair_id: PairId
    group_id: GroupId
    state: PairState
    reasons: tuple[Reason, ...]
    proposed_at: dt.datetime
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    sides: tuple[Side, ...]

    @property
    def is_active(self) -> bool:
        """Tell whether they are partners now."""
        return self.state is PairState.ACTIVE

    @property
    def is_open(self) -> bool:
        """Tell whether they are partners or asked to be."""
        return self.state in {PairState.ACTIVE, PairState.PROPOSED}

    def side_of(self, person_id: PersonId) -> Side | None:
        """Return this person's side; None when they have none."""
        return next((side for side in self.sides if side.person_id == person_id), None)

    def others(self, person_id: PersonId) -> tuple[Side, ...]:
        """Return the other sides that are still in it."""
        return tuple(side for side in self.sides if side.person_id != person_id and side.is_in_it)

    def companions(self, person_id: PersonId) -> tuple[Side, ...]:
        """Return the other sides that are still in it, or, once it is over, were in it to its end."""
        if self.is_open:
            return self.others(person_id)
        return tuple(
            side
            for side in self.sides
            if side.person_id != person_id
            and (side.is_in_it or (side.answer is not Answer.DECLINED and side.answered_at == self.ended_at))
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Partner:
    """The other side of an active pair as one member stands to it."""

    pair_id: PairId
    membership_id: MembershipId
    person_id: PersonId
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class EndedPair:
    """A pair that somebody's going ended or shrank, and who is to be told."""

    pair_id: PairId
    told: tuple[PersonId, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Glimpse:
    """What a partner may see of somebody's day; None is not shared, or nothing there.

    `spoken` is the note as it was spoken, `note` then what was written with it.
    """

    has_checked_in: bool | None = None
    mood: int | None = None
    craving: int | None = None
    note: str | None = None
    spoken: tuple[NoteId, Voice] | None = None
