"""Decides the life of one check-in: which question comes next, when it is mentioned again, how it ends.

It sends nothing and invents no answer: what was not answered stays a gap, and each kind of gap has a state of its own.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping
from typing import Final

from domain.forms import Form
from domain.ids import CheckInId, GroupId, MembershipId, PersonId
from domain.items import Item, ItemId
from domain.voices import Voice

WINDOW: Final = dt.timedelta(hours=6)
"""For so long a check-in that the person began can be answered; one that was asked, as long as its group says."""
STILL_ANSWERING: Final = dt.timedelta(minutes=30)
"""Somebody who answered within this time is neither reminded nor cut off."""
LATE_TICK: Final = dt.timedelta(minutes=15)
"""When a step is later than this, the service was down and the person is not to blame."""
AFTER_OUTAGE: Final = dt.timedelta(hours=1)
"""For so long a check-in stays open when the service comes back after the end of its window."""
OWN_SLOT: Final = 10
"""From here on slots of a date are those of check-ins that the person began; lower ones are scheduled."""


class State(enum.StrEnum):
    """Where a check-in stands, or how it ended; the ways of ending are never mixed up."""

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
    LAST_LOOK = 2
    CLOSE = 3
    CLOSE_AFTER_OUTAGE = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one item: a number, words, a voice note, or none of them where it was skipped.

    Attributes:
        first_value: the number given first, where the answer was changed after the check-in's end.
        corrected_at: when it was changed after the check-in's end; None when it was not.
        has_voice: it was spoken; `voice` is the voice note, there only where its owner asked for it.
    """

    value: int | None
    text: str | None
    is_skipped: bool
    answered_at: dt.datetime
    first_value: int | None = None
    corrected_at: dt.datetime | None = None
    has_voice: bool = False
    voice: Voice | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in of one participant.

    Attributes:
        local_date: the person's own date that it belongs to.
        slot: which of that date's check-ins it is; from `OWN_SLOT` on, one that the person began.
        due_at: when it was due, or started by the person.
        asked_at: from when the ladder counts: the prompt, or the end of a snooze; None when nobody asked.
        closes_at: until when it can be answered.
        rung: what the ladder waits for.
        snoozed_until: when the prompt comes back; None when it was not put off.
        reopened: the item that is asked again although it has an answer; None when none is.
        answers: by item. Texts are there only where they were asked for.
        questions: what this one asks, in order, fixed when it was begun (removed ones of a group's too); empty before.
        items: the ids of all questions of its day, asked in this form or not.
        late_at: when the person took it up again after its day; None when they did not.
        put_away_at: when it had ended before it was taken up again, of one that is open; None when it had not.
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
    form: Form = Form.FULL
    items: tuple[ItemId, ...] = ()
    questions: tuple[Item, ...] = ()
    late_at: dt.datetime | None = None
    put_away_at: dt.datetime | None = None

    @property
    def current(self) -> Item | None:
        """Return the question that is asked now: the one taken up again, else the first without an answer."""
        again = next((item for item in self.questions if item.id == self.reopened), None)
        return again or self.unanswered

    @property
    def unanswered(self) -> Item | None:
        """Return the first question that was neither answered nor skipped; None when there is none."""
        return next((item for item in self.questions if item.id not in self.answers), None)

    @property
    def has_answers(self) -> bool:
        """Tell whether the person answered anything; a skip is no answer."""
        return any(not answer.is_skipped for answer in self.answers.values())

    @property
    def was_asked(self) -> bool:
        """Tell whether it counts as asked; one that the person began and left without an answer was asked by nobody."""
        return self.state.was_asked and (self.slot < OWN_SLOT or self.has_answers)

    @property
    def is_late(self) -> bool:
        """Tell whether anything was answered or changed after its day."""
        late_at = self.late_at
        return late_at is not None and any(one.answered_at >= late_at for one in self.answers.values())

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

    def can_go_on(self, now: dt.datetime) -> bool:
        """Tell whether the person ended it themselves and may still take it up after all."""
        return self.state in {State.PARTIAL, State.SKIPPED} and now < self.closes_at

    def is_being_answered(self, now: dt.datetime) -> bool:
        """Tell whether the person was at it a moment ago."""
        last = self.last_answer_at
        return last is not None and now - last < STILL_ANSWERING


def place_of(checkin: CheckIn, item: Item) -> tuple[int, int]:
    """Return the number of a question of this check-in, from 1, and of how many."""
    return checkin.questions.index(item) + 1, len(checkin.questions)


def before(checkin: CheckIn, item: Item) -> Item | None:
    """Return the question before this one; None for the first."""
    number = checkin.questions.index(item)
    return checkin.questions[number - 1] if number else None


def ended_state(checkin: CheckIn, *, is_reached: bool, was_prompted: bool) -> State:
    """Return how a check-in ends whose window is over; `was_prompted` is also true where no prompt was needed.

    Who had ended it themselves, and only looked at it once more, is taken at their word.
    """
    if not checkin.answers and checkin.put_away_at is None:
        if not is_reached:
            return State.UNREACHABLE
        is_our_fault = not was_prompted or checkin.rung is Rung.CLOSE_AFTER_OUTAGE
        return State.EXCUSED if is_our_fault else State.MISSED
    return answered_state(checkin)


def answered_state(checkin: CheckIn) -> State:
    """Return how a check-in ends that the person was at: complete, in part, or with every question left out."""
    if not checkin.has_answers:
        return State.SKIPPED
    return State.COMPLETED if checkin.unanswered is None else State.PARTIAL


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
