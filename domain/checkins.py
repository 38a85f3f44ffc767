"""Decides the life of one check-in: which question comes next, when it is mentioned again, how it ends.

It sends nothing and invents no answer: what was not answered stays a gap, and each kind of gap has a state of its own.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping
from typing import Final

from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import DAILY, Item, ItemId

WINDOW: Final = dt.timedelta(hours=6)
"""For so long after asking a check-in can be answered."""
REMIND_AFTER: Final = dt.timedelta(minutes=45)
NUDGE_AFTER: Final = dt.timedelta(hours=2)
"""After so long without an answer the partner is asked to say hello."""
SNOOZES: Final = (dt.timedelta(minutes=30), dt.timedelta(hours=1), dt.timedelta(hours=2))
TIME_AFTER_SNOOZE: Final = dt.timedelta(hours=1)
"""A check-in put off stays open at least so long after it comes back."""
LATEST_CLOSE: Final = dt.timedelta(hours=12)
"""However often it is put off, a check-in is closed so long after it was due."""
STILL_ANSWERING: Final = dt.timedelta(minutes=30)
"""Somebody who answered within this time is neither reminded nor cut off."""
LATE_TICK: Final = dt.timedelta(minutes=15)
"""When a step is later than this, the service was down and the person is not to blame."""
AFTER_OUTAGE: Final = dt.timedelta(hours=1)
"""For so long a check-in stays open when the service comes back after the end of its window."""
EARLY: Final = WINDOW
"""A check-in that the person starts by themselves this close before the scheduled one takes its place."""


class State(enum.StrEnum):
    """Where a check-in stands, or how it ended; the ways of ending are never mixed up."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    PARTIAL = "partial"
    MISSED = "missed"
    SKIPPED = "skipped"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    EXCUSED = "excused"

    @property
    def is_open(self) -> bool:
        """Tell whether it can be answered now."""
        return self in {State.OPEN, State.IN_PROGRESS}

    @property
    def is_answered(self) -> bool:
        """Tell whether it ended with answers."""
        return self in {State.COMPLETED, State.PARTIAL}

    @property
    def was_asked(self) -> bool:
        """Tell whether it ended after the person had been asked: these are the denominator of every rate."""
        return self in {State.COMPLETED, State.PARTIAL, State.MISSED, State.SKIPPED}


class Rung(enum.IntEnum):
    """What the ladder of an unanswered check-in waits for."""

    REMIND = 0
    NUDGE = 1
    CLOSE = 2
    CLOSE_AFTER_OUTAGE = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one item: a number, a text, or neither where it was skipped."""

    value: int | None
    text: str | None
    is_skipped: bool
    answered_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in of one participant.

    Attributes:
        local_date: the person's own date that it belongs to.
        slot: 0 is the scheduled one of that date; those that the person starts have slots of their own.
        due_at: when it was due, or started by the person.
        asked_at: from when the ladder counts: the prompt, or the end of a snooze; None when nobody asked.
        closes_at: until when it can be answered.
        rung: what the ladder waits for.
        snoozed_until: when the prompt comes back; None when it was not put off.
        reopened: the item that is asked again although it has an answer; None when none is.
        answers: by item. Texts are there only where they were asked for.
    """

    id: CheckInId
    membership_id: MembershipId
    person_id: PersonId
    group_id: GroupId
    local_date: dt.date
    slot: int
    state: State
    due_at: dt.datetime
    asked_at: dt.datetime | None
    closes_at: dt.datetime
    rung: Rung
    snoozed_until: dt.datetime | None
    reopened: ItemId | None
    answers: Mapping[ItemId, Answer]

    @property
    def current(self) -> Item | None:
        """Return the question that is asked now: the one taken up again, else the first without an answer."""
        if self.reopened is not None:
            return next(item for item in DAILY if item.id == self.reopened)
        return next((item for item in DAILY if item.id not in self.answers), None)

    @property
    def last_answer_at(self) -> dt.datetime | None:
        """Return when the person last answered something; None when nothing is answered."""
        return max((answer.answered_at for answer in self.answers.values()), default=None)

    def value(self, item: ItemId) -> int | None:
        """Return the number given for an item; None when there is none."""
        answer = self.answers.get(item)
        return None if answer is None else answer.value

    def is_put_off(self, now: dt.datetime) -> bool:
        """Tell whether the person asked to be asked later and that has not come yet."""
        return self.state is State.OPEN and self.snoozed_until is not None and self.snoozed_until > now

    def is_being_answered(self, now: dt.datetime) -> bool:
        """Tell whether the person was at it a moment ago."""
        last = self.last_answer_at
        return last is not None and now - last < STILL_ANSWERING


def place_of(item: Item) -> tuple[int, int]:
    """Return the number of a question, from 1, and of how many."""
    return DAILY.index(item) + 1, len(DAILY)


def before(item: Item) -> Item | None:
    """Return the question before this one; None for the first."""
    number = DAILY.index(item)
    return DAILY[number - 1] if number else None


def rung_at(rung: Rung, checkin: CheckIn) -> dt.datetime:
    """Return when a rung of this check-in's ladder is reached."""
    asked_at = checkin.asked_at or checkin.due_at
    return {
        Rung.REMIND: asked_at + REMIND_AFTER,
        Rung.NUDGE: asked_at + NUDGE_AFTER,
        Rung.CLOSE: checkin.closes_at,
        Rung.CLOSE_AFTER_OUTAGE: checkin.closes_at,
    }[rung]


def rung_due(checkin: CheckIn, now: dt.datetime) -> Rung | None:
    """Return the furthest rung that has been reached; those passed over by then are left out. None when none is."""
    return max(
        (rung for rung in Rung if _waits(rung, checkin) and rung_at(rung, checkin) <= now), default=None
    )


def next_rung(checkin: CheckIn, now: dt.datetime) -> Rung:
    """Return the rung after those reached by now."""
    return min(
        rung
        for rung in Rung
        if _waits(rung, checkin) and (rung_at(rung, checkin) > now or rung >= Rung.CLOSE)
    )


def close_after_snooze(checkin: CheckIn, snooze: dt.timedelta, now: dt.datetime) -> dt.datetime | None:
    """Return until when the check-in is open if it is put off now; None when it is too late for that."""
    closes_at = max(checkin.closes_at, now + snooze + TIME_AFTER_SNOOZE)
    return None if closes_at > checkin.due_at + LATEST_CLOSE else closes_at


def ended_state(checkin: CheckIn, *, is_reached: bool, was_prompted: bool) -> State:
    """Return how a check-in ends whose window is over; `was_prompted` is also true where no prompt was needed."""
    if not checkin.answers:
        if not is_reached:
            return State.UNREACHABLE
        is_our_fault = not was_prompted or checkin.rung is Rung.CLOSE_AFTER_OUTAGE
        return State.EXCUSED if is_our_fault else State.MISSED
    return State.COMPLETED if all(item.id in checkin.answers for item in DAILY) else State.PARTIAL


def state_when_due(
    local_date: dt.date, paused_until: dt.date | None, *, is_reached: bool, is_late: bool
) -> State:
    """Return in which state a check-in begins at its due moment: open, or the reason why nobody is asked.

    `is_late` is that its window is over, or that the person has already been asked to catch up on another one.
    """
    if paused_until is not None and local_date < paused_until:
        return State.PAUSED
    if not is_reached:
        return State.UNREACHABLE
    return State.EXCUSED if is_late else State.OPEN


def _waits(rung: Rung, checkin: CheckIn) -> bool:
    if checkin.rung is Rung.CLOSE_AFTER_OUTAGE:
        return rung is Rung.CLOSE_AFTER_OUTAGE
    return checkin.rung <= rung <= Rung.CLOSE
