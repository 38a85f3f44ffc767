"""Says what one version of a published questionnaire is: its words, answers, scoring, licence; it alters none of them."""

import dataclasses
import enum
from collections.abc import Mapping
from typing import Final


class Kind(enum.StrEnum):
    """A questionnaire, whatever its language and edition."""

    PHQ2 = "phq2"
    PHQ9 = "phq9"
    PHQ8 = "phq8"
    GAD2 = "gad2"
    GAD7 = "gad7"
    PHQ4 = "phq4"
    WHO5 = "who5"
    BAM = "bam"
    BARC10 = "barc10"
    PACS = "pacs"
    K6 = "k6"


PRINTS_VALUES: Final = frozenset(Kind) - {Kind.BAM, Kind.K6}
"""Questionnaires whose forms print the number beside each answer, so that a written number is an answer."""


class Method(enum.StrEnum):
    """How answers become a score: their sum, the sum times a number, or sums of parts without a total."""

    SUM = "sum"
    SUM_TIMES = "sum_times"
    SUBSCALES = "subscales"


class Bound(enum.StrEnum):
    """On which side of a cut-off a score says something; CHANGE is the difference between two scores."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    CHANGE = "change"

    def holds(self, score: int, value: int) -> bool:
        """Tell whether the score lies on that side of the value; never for a change."""
        match self:
            case Bound.AT_LEAST:
                return score >= value
            case Bound.MORE_THAN:
                return score > value
            case Bound.AT_MOST:
                return score <= value
            case Bound.LESS_THAN:
                return score < value
            case Bound.CHANGE:
                return False


@dataclasses.dataclass(frozen=True, slots=True)
class Option:
    """One published answer with the number it counts as."""

    value: int
    text: str


@dataclasses.dataclass(frozen=True, slots=True)
class Question:
    """One published item.

    Attributes:
        number: as the form prints it, for example 7A.
        lead: the words that the form puts before a group of items; None elsewhere.
        help: what the form explains beside the item.
        only_above_zero: the item is asked only when the item of this id was answered above 0.
        else_value: what counts when it is not asked for that reason; None counts nothing.
        safety_from: an answer from here on is told to a facilitator at once; None for all other items.
    """

    id: str
    number: str
    text: str
    options: tuple[Option, ...]
    lead: str | None
    help: str | None
    only_above_zero: str | None
    else_value: int | None
    safety_from: int | None
    loinc: str | None
    is_verified: bool

    def option(self, value: int) -> Option | None:
        """Return the answer that counts as this number; None when there is none."""
        return next((option for option in self.options if option.value == value), None)


@dataclasses.dataclass(frozen=True, slots=True)
class Band:
    """A range of scores, both ends included, with its published name."""

    lowest: int
    highest: int
    label: str


@dataclasses.dataclass(frozen=True, slots=True)
class Cutoff:
    """A published limit.

    Attributes:
        on: "total", "raw" (before the multiplication), "each" (every part by itself), or a part's name.
        is_verified: it was read for this version; one carried over from another is not shown to people.
    """

    on: str
    bound: Bound
    value: int
    meaning: str
    sources: tuple[str, ...]
    is_verified: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A subscale: the ids of its items, and between which numbers its sum lies."""

    name: str
    items: tuple[str, ...]
    lowest: int
    highest: int


@dataclasses.dataclass(frozen=True, slots=True)
class Scoring:
    """How a version is scored; lowest and highest are of the total, and items those that make it up."""

    method: Method
    items: tuple[str, ...]
    lowest: int
    highest: int
    multiplier: int
    parts: tuple[Part, ...]
    rule: str | None
    missing: str | None

    @property
    def has_total(self) -> bool:
        """Tell whether there is a total score at all."""
        return self.method is not Method.SUBSCALES


@dataclasses.dataclass(frozen=True, slots=True)
class Version:
    """One edition of a questionnaire in one language, as published.

    Attributes:
        language: as its publisher says it, for example es-US.
        recall_days: how far back it asks; None when it names no period.
        instruction: the form's introductory sentence; not shown unless it is verified or confirmed with the version.
        bands_note: where the bands are from, and what they are not.
        verified_parts: which parts were found word for word in two public sources.
        read_on: the date on which the sources were read, as 2026-11-23.
    """

    id: str
    kind: Kind
    name: str
    title: str
    edition: str
    language: str
    recall_days: int | None
    recall: str
    stem: str | None
    instruction: str | None
    questions: tuple[Question, ...]
    scoring: Scoring
    bands: tuple[Band, ...]
    bands_note: str | None
    cutoffs: tuple[Cutoff, ...]
    attribution: str
    licence: str
    licence_note: str | None
    differences: str | None
    is_verified: bool
    verified_parts: Mapping[str, bool]
    read_on: str
    sources: tuple[str, ...]

    @property
    def speaks(self) -> str:
        """Return the language as people choose it, for example es."""
        return self.language.partition("-")[0]

    @property
    def unverified(self) -> tuple[str, ...]:
        """Return the names of the parts that were not found word for word in two sources."""
        return tuple(part for part, is_verified in self.verified_parts.items() if not is_verified)

    def question(self, item: str) -> Question | None:
        """Return the item of this id; None when there is none."""
        return next((question for question in self.questions if question.id == item), None)

    def asked(self, answers: Mapping[str, int | None]) -> tuple[Question, ...]:
        """Return the items that are asked, given the answers so far (None is skipped)."""
        return tuple(
            question
            for question in self.questions
            if question.only_above_zero is None or (answers.get(question.only_above_zero) or 0) > 0
        )

    @property
    def principal(self) -> Cutoff | None:
        """Return the cut-off of the total that a person is told; None when there is none."""
        told = {Bound.AT_LEAST, Bound.AT_MOST}
        return next((one for one in self.cutoffs if one.on == "total" and one.bound in told), None)

    def cutoff_of(self, part: Part) -> Cutoff | None:
        """Return the cut-off of a part; None when it has none."""
        return next((one for one in self.cutoffs if one.on in {part.name, "each"}), None)
