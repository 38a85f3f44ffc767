"""Names who could be paired, what two have behind them, and what a proposal is; it weighs nothing."""

import dataclasses
import datetime as dt
import zlib
import zoneinfo
from typing import Final

from domain.ids import MembershipId, PersonId
from domain.partners import LeftOut, Reason
from domain.phases import Track

USUAL_LANGUAGES: Final = frozenset({"en"})
"""What somebody writes in who has told nothing."""

Couple = frozenset[MembershipId]
"""Two seats of one group, in no order."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be paired.

    Attributes:
        languages: those in which the person can write, as two letters.
        gender: as the person told it; None when it was not told.
        capacity: how many people at once the person can look after; 0 is not now.
        track: None when it is not known.
        waking: local minutes of the day from which and until when it is not quiet, over midnight too; the same
            twice is the whole day, None the usual hours.
    """

    membership_id: MembershipId
    person_id: PersonId
    name: str
    joined_at: dt.datetime
    timezone: str
    languages: frozenset[str] = USUAL_LANGUAGES
    gender: str | None = None
    wants_same_gender: bool = False
    capacity: int = 1
    track: Track | None = None
    waking: tuple[int, int] | None = None


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
    """Matches for all who can be matched, and why not for each of the others.

    Attributes:
        seed: the seed it was made with; the same seed, people, past and bounds make the same plan.
    """

    matches: tuple[Match, ...]
    unmatched: tuple[tuple[Candidate, LeftOut], ...]
    seed: int

    @property
    def fingerprint(self) -> int:
        """Return a short number that changes when anybody in the matches does."""
        return zlib.crc32(repr(sorted(sorted(_ids(match)) for match in self.matches)).encode())


def couple_of(a: Candidate, b: Candidate) -> Couple:
    """Return the two as a couple."""
    return frozenset({a.membership_id, b.membership_id})


def _ids(match: Match) -> list[MembershipId]:
    return [one.membership_id for one in match.members]
