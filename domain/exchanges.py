"""Says what partners are asked together, when, and who may see whose part; it reads no clock and no row.

All sides of a pair are asked the same thing on the same date, each at a decent hour of their own. Each sees the others'
part only after giving their own. Nothing is repeated, and what stays unanswered closes without a word.
"""

import dataclasses
import datetime as dt
import enum
import hashlib
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from domain.ids import ExchangeId, MembershipId, PairId
from domain.recurrence import occurrence_on

ASK_MINUTE: Final = 18 * 60
"""The minute of each person's own day at which they are asked, unless quiet hours end later."""
STALE: Final = dt.timedelta(hours=5)
"""What an outage of ours delayed for so long is left out: the evening is over."""
LONGEST_WORDS: Final = 600
"""Characters of what somebody writes for an exchange."""
_DAY: Final = dt.timedelta(days=1)
_DAYS_SEARCHED: Final = 9


class Kind(enum.StrEnum):
    """What partners are asked together."""

    LISTENING = "listening"
    CHECKIN = "checkin"
    COMMITMENT = "commitment"
    TALKED = "talked"
    REVIEW = "review"

    @property
    def is_revealed(self) -> bool:
        """Tell whether the others see one's part at all; whether two talked is counted, never shown."""
        return self is not Kind.TALKED


class Talked(enum.IntEnum):
    """The answers to "did you two talk?"; rather not saying is a pass."""

    NOT_YET = 0
    YES = 1


class Kept(enum.IntEnum):
    """How the one small thing of the week went; none of them is blamed."""

    NOT_THIS_TIME = 0
    PARTLY = 1
    KEPT = 2


SHARE: Final = "share"
HEARD: Final = "heard"
"""The two steps of the listening exercise: telling something, and writing back what one heard."""
THIS_WEEK: Final = "week"
"""The prompt of what is asked once a week in the same words."""

LASTS: Final[Mapping[Kind, dt.timedelta]] = {
    Kind.LISTENING: 7 * _DAY,
    Kind.CHECKIN: 2 * _DAY,
    Kind.COMMITMENT: 5 * _DAY,
    Kind.TALKED: 2 * _DAY,
    Kind.REVIEW: 2 * _DAY,
}
"""For how long after the last side was asked an exchange can be answered; then it closes silently."""

_MONDAY, _TUESDAY, _WEDNESDAY, _FRIDAY, _SUNDAY = 0, 1, 2, 4, 6
WEEK: Final[Mapping[int, tuple[Kind, ...]]] = {
    _MONDAY: (Kind.COMMITMENT,),
    _TUESDAY: (Kind.CHECKIN,),
    _WEDNESDAY: (Kind.TALKED,),
    _FRIDAY: (Kind.CHECKIN,),
    _SUNDAY: (Kind.REVIEW, Kind.TALKED),
}
"""What is asked on which weekday (0 is Monday), in one message; on the other days nothing."""


@dataclasses.dataclass(frozen=True, slots=True)
class Coming:
    """What a pair is asked next.

    Attributes:
        on: the local date of every side.
        due_at: when the first side is asked, in UTC.
    """

    kinds: tuple[Kind, ...]
    on: dt.date
    due_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Exchange:
    """One thing that all sides of a pair are asked; `prompt` names the question in the catalogue."""

    exchange_id: ExchangeId
    pair_id: PairId
    kind: Kind
    prompt: str
    due_at: dt.datetime
    closes_at: dt.datetime

    def is_open(self, now: dt.datetime) -> bool:
        """Tell whether it can still be answered."""
        return now < self.closes_at


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """What one side gave: a number or choice, and words; both None is a pass."""

    membership_id: MembershipId
    value: int | None
    words: str | None
    answered_at: dt.datetime

    @property
    def is_given(self) -> bool:
        """Tell whether it says something; who passes gives nothing and sees nothing."""
        return self.value is not None or self.words is not None


def next_exchange(zones: Sequence[str], after: dt.datetime, *, is_first: bool) -> Coming:
    """Return what a pair is asked next, strictly after a moment; its very first is the listening exercise, on any day.

    `zones` are those of its sides, at least one. The date is the same for all, its evening comes to each in their zone.
    """
    first = after.date() - _DAY
    for day in range(_DAYS_SEARCHED + 2):
        date = first + day * _DAY
        kinds = (Kind.LISTENING,) if is_first else WEEK.get(date.weekday(), ())
        due_at = min(asked_at(date, zone) for zone in zones)
        if kinds and due_at > after:
            return Coming(kinds, date, due_at)
    raise ValueError(f"no evening within {_DAYS_SEARCHED} days of {after}")


def asked_at(date: dt.date, timezone: str) -> dt.datetime:
    """Return when somebody in a zone is asked on a date, in UTC."""
    return occurrence_on(date, ASK_MINUTE, timezone)


def closes_at(kind: Kind, date: dt.date, zones: Sequence[str]) -> dt.datetime:
    """Return until when an exchange of a date can be answered."""
    return max(asked_at(date, zone) for zone in zones) + LASTS[kind]


def week_of(moment: dt.datetime, timezone: str) -> tuple[dt.datetime, dt.datetime]:
    """Return begin and end, in UTC, of the week (from Monday 00:00 in a zone) that holds a moment."""
    local = moment.astimezone(dt.UTC).date() + _DAY
    monday = local - local.weekday() * _DAY
    while occurrence_on(monday, 0, timezone) > moment:
        monday -= 7 * _DAY
    return occurrence_on(monday, 0, timezone), occurrence_on(monday + 7 * _DAY, 0, timezone)


def goes_first(pair_id: PairId, others: Collection[PairId], date: dt.date) -> bool:
    """Tell whether, of all pairs that one person is in, this one may ask on a date; each has its turn in the long run."""
    return all(_draw(pair_id, date) <= _draw(other, date) for other in others)


def _draw(pair_id: PairId, date: dt.date) -> bytes:
    return hashlib.blake2b(f"{pair_id}:{date:%Y%m%d}".encode(), digest_size=8).digest()
