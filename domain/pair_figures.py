"""Works out how a group's pairs are doing, always with the counts beside; it names nobody and reads no row."""

import dataclasses
import datetime as dt
import statistics
from collections.abc import Iterable, Sequence
from typing import Final

from domain.ids import MembershipId, PairId, PersonId
from domain.partners import EndReason, PairKind

WEEK: Final = dt.timedelta(days=7)
LOOKED_AT: Final = dt.timedelta(days=28)
"""Over so long the times and repairs are counted; whether pairs talked is always a matter of one week."""
LEAST: Final = dt.timedelta(days=3)
"""A pair counts for a week in which it lasted at least so long."""
_NEEDS_ANOTHER: Final = frozenset({EndReason.PARTED, EndReason.BLOCKED, EndReason.LEFT_GROUP})
"""Ends that leave somebody without a partner who may want another one."""


@dataclasses.dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, in UTC, from its begin until before its end."""

    begins_at: dt.datetime
    ends_at: dt.datetime

    def holds(self, moment: dt.datetime | None) -> bool:
        """Tell whether a moment lies in it; None never does."""
        return moment is not None and self.begins_at <= moment < self.ends_at


@dataclasses.dataclass(frozen=True, slots=True)
class PairFacts:
    """What is known of a pair without a word of it.

    Attributes:
        members: everybody who agreed to it, also those who have left it.
        said_at: when the evenings were at which somebody answered that they had talked.
        written: who sent messages and when, oldest first.
        called_at: when calls were that somebody said took place.
    """

    pair_id: PairId
    kind: PairKind
    proposed_at: dt.datetime
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    end_reason: EndReason | None
    first_contact_at: dt.datetime | None
    members: frozenset[MembershipId] = frozenset()
    said_at: tuple[dt.datetime, ...] = ()
    written: tuple[tuple[PersonId, dt.datetime], ...] = ()
    called_at: tuple[dt.datetime, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Counted:
    """How many of how many."""

    number: int
    of: int


@dataclasses.dataclass(frozen=True, slots=True)
class Typical:
    """The median of some lengths of time, with how many they are; None without any."""

    median: dt.timedelta | None
    number: int


@dataclasses.dataclass(frozen=True, slots=True)
class PairFigures:
    """How a group's pairs are doing.

    Attributes:
        talked: the pair rate: pairs that talked in the week, of those that there were.
        first_contact: from the begin of a pair to its first contact.
        without_contact: pairs, of those that began, which have had no contact yet.
        reply: from a message to the other's next one.
        covers: times when somebody stood in, of the times when it was offered.
        rematched: pairs that ended early after which somebody of them has a new one, of all that ended so.
    """

    talked: Counted
    first_contact: Typical
    without_contact: Counted
    reply: Typical
    covers: Counted
    rematched: Counted

    @property
    def are_any(self) -> bool:
        """Tell whether there is anything to tell."""
        return bool(self.talked.of or self.without_contact.of or self.covers.of or self.rematched.of)


def has_talked(pair: PairFacts, week: Span) -> bool:
    """Tell whether a pair talked: one of them says so, both wrote, or a call is said to have taken place."""
    writers = {writer for writer, at in pair.written if week.holds(at)}
    return any(week.holds(at) for at in (*pair.said_at, *pair.called_at)) or len(writers) > 1


def figures(pairs: Sequence[PairFacts], week: Span, period: Span) -> PairFigures:
    """Return the figures: who talked in the week, the rest over the period."""
    regular = [pair for pair in pairs if pair.kind is PairKind.REGULAR and pair.started_at is not None]
    counted = [pair for pair in regular if _lasted(pair, week) >= LEAST]
    begun = [pair for pair in regular if period.holds(pair.started_at)]
    covers = [pair for pair in pairs if pair.kind is PairKind.COVER and period.holds(pair.proposed_at)]
    parted = [pair for pair in regular if period.holds(pair.ended_at) and pair.end_reason in _NEEDS_ANOTHER]
    return PairFigures(
        talked=Counted(sum(has_talked(pair, week) for pair in counted), len(counted)),
        first_contact=_typical(
            pair.first_contact_at - pair.started_at
            for pair in begun
            if pair.first_contact_at is not None and pair.started_at is not None
        ),
        without_contact=Counted(sum(pair.first_contact_at is None for pair in begun), len(begun)),
        reply=_typical(length for pair in regular for length in _replies(pair, period)),
        covers=Counted(sum(pair.started_at is not None for pair in covers), len(covers)),
        rematched=Counted(sum(_has_follower(pair, regular) for pair in parted), len(parted)),
    )


def _lasted(pair: PairFacts, span: Span) -> dt.timedelta:
    if pair.started_at is None:
        return dt.timedelta()
    return min(pair.ended_at or span.ends_at, span.ends_at) - max(pair.started_at, span.begins_at)


def _replies(pair: PairFacts, period: Span) -> Iterable[dt.timedelta]:
    """Yield how long each turn of messages waited, from its first one, for the other's next."""
    turn: tuple[PersonId, dt.datetime] | None = None
    for writer, at in pair.written:
        if turn is not None and turn[0] != writer and period.holds(at):
            yield at - turn[1]
        if turn is None or turn[0] != writer:
            turn = (writer, at)


def _has_follower(pair: PairFacts, regular: Sequence[PairFacts]) -> bool:
    return any(
        other.started_at is not None
        and pair.ended_at is not None
        and other.started_at >= pair.ended_at
        and bool(other.members & pair.members)
        for other in regular
    )


def _typical(lengths: Iterable[dt.timedelta]) -> Typical:
    seconds = [length.total_seconds() for length in lengths]
    return Typical(dt.timedelta(seconds=statistics.median(seconds)) if seconds else None, len(seconds))
