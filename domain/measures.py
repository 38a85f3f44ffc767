"""Says what one answered questionnaire is, which question comes next, and what it grows into; it scores by `instruments`."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Mapping
from typing import Final

from domain.ids import GroupId, MeasureId, MembershipId, PersonId
from domain.instruments.scoring import Score, is_alarming, lowest_possible, score
from domain.instruments.version import Kind, Question, Version

LASTS: Final = dt.timedelta(days=2)
"""So long after it was begun a questionnaire can be gone on with: its recall window has hardly moved by then."""

SECONDS_AN_ITEM: Final = 8
"""What an item is said to take, on the screen that says how long it will be."""

GROWS: Final[Mapping[Kind, tuple[Kind, ...]]] = {
    Kind.PHQ2: (Kind.PHQ9, Kind.PHQ8),
    Kind.GAD2: (Kind.GAD7,),
}
"""What a short form at its cut-off grows into: the first of these that is in use. The PHQ-8 stands in where an operator has
withdrawn the PHQ-9, because nobody can answer to its item 9 at once."""

_PARTS: Final = {"depression": Kind.PHQ2, "anxiety": Kind.GAD2}
"""The parts of the PHQ-4 as the short forms that they are."""


class State(enum.StrEnum):
    """How far a questionnaire has come; EXPIRED kept what was answered in time.

    DECLINED was left out by the person, or fell away when they corrected the answers that had asked for it.
    """

    OPEN = "open"
    COMPLETED = "completed"
    EXPIRED = "expired"
    DECLINED = "declined"


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """The answer to one item; `value` None is a skip.

    Attributes:
        first_value: the number given first, where the answer was changed after the questionnaire's end.
        corrected_at: when it was changed after the questionnaire's end; None when it was not.
    """

    value: int | None
    answered_at: dt.datetime
    first_value: int | None = None
    corrected_at: dt.datetime | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Measure:
    """One questionnaire of one participant.

    Attributes:
        version: the frozen wording that it was begun with.
        offered_at: when it was begun, or when it grew out of a shorter one.
        total: as it was scored at its end; None where there is no total.
        reopened: the item that is asked again although it has an answer.
    """

    measure_id: MeasureId
    membership_id: MembershipId
    person_id: PersonId
    group_id: GroupId
    version: Version
    state: State
    offered_at: dt.datetime
    closes_at: dt.datetime
    ended_at: dt.datetime | None
    total: int | None
    reopened: str | None
    answers: Mapping[str, Given]

    @property
    def values(self) -> dict[str, int | None]:
        """Return the number of every answer; None for a skip."""
        return {item: given.value for item, given in self.answers.items()}

    @property
    def asked(self) -> tuple[Question, ...]:
        """Return the items that are asked, given the answers so far."""
        return self.version.asked(self.values)

    @property
    def current(self) -> Question | None:
        """Return the question to be answered now; None when it is over or everything is answered."""
        if self.state is not State.OPEN:
            return None
        if self.reopened is not None:
            return self.version.question(self.reopened)
        return next((question for question in self.asked if question.id not in self.answers), None)

    @property
    def is_begun(self) -> bool:
        """Tell whether something was answered in it, beside what it took over from a shorter one."""
        return any(given.answered_at > self.offered_at for given in self.answers.values())

    @property
    def is_alarming(self) -> bool:
        """Tell whether one of its answers was told to a facilitator at once."""
        return any(
            is_alarming(question, self.answers[question.id].value)
            for question in self.version.questions
            if question.id in self.answers
        )

    @property
    def is_kept(self) -> bool:
        """Tell whether it is over with something to look back on."""
        return self.state is State.COMPLETED or (self.state is State.EXPIRED and bool(self.answers))

    @property
    def is_grown(self) -> bool:
        """Tell whether it is one that only ever grows out of a shorter one."""
        return any(self.version.kind in kinds for kinds in GROWS.values())

    @property
    def score(self) -> Score:
        """Return what the answers come to."""
        return score(self.version, self.values)

    @property
    def left(self) -> int:
        """Return how many questions are still to be answered."""
        return sum(question.id not in self.answers for question in self.asked)

    def place_of(self, question: Question) -> tuple[int, int]:
        """Return the question's number among those asked, from 1, and how many those are."""
        asked = self.asked
        return asked.index(question) + 1, len(asked)

    def before(self, question: Question) -> Question | None:
        """Return the question asked before this one; None at the first."""
        asked = self.asked
        at = asked.index(question) if question in asked else 0
        return asked[at - 1] if at else None


def growths(version: Version, answers: Mapping[str, int | None]) -> tuple[tuple[Kind, ...], ...]:
    """Return what a short form's answers ask for, each as the questionnaires of which the first in use is taken.

    A skipped item counts as its lowest answer: it grows when what was answered reaches the cut-off whatever the rest had been.
    """
    grown = []
    if version.kind in GROWS and _reaches(version, version.scoring.items, answers):
        grown.append(GROWS[version.kind])
    grown += [
        GROWS[_PARTS[part.name]]
        for part in version.scoring.parts
        if version.kind is Kind.PHQ4 and _reaches(version, part.items, answers, part.name)
    ]
    return tuple(sorted(grown, key=lambda kinds: kinds is not GROWS[Kind.PHQ2]))


def carried(short: Measure, version: Version) -> dict[str, Given]:
    """Return the answers of a short form that are answers of the longer one too; the same LOINC code is the same question."""
    known = {
        question.loinc: short.answers[question.id]
        for question in short.version.questions
        if question.loinc is not None and question.id in short.answers
    }
    return {question.id: known[question.loinc] for question in version.questions if question.loinc in known}


def minutes_of(questions: int) -> int:
    """Return about how many minutes so many questions take, at least 1."""
    return max(1, round(questions * SECONDS_AN_ITEM / 60))


def _reaches(
    version: Version, items: tuple[str, ...], answers: Mapping[str, int | None], part: str | None = None
) -> bool:
    names = {part, "each"} if part else {"total"}
    cutoff = next((one for one in version.cutoffs if one.on in names), None)
    return cutoff is not None and cutoff.bound.holds(lowest_possible(version, items, answers), cutoff.value)
