"""Scores answers as published: sums, bands, cut-offs, parts. What was skipped is never guessed.

A sum needs all of its items. No rule that allows a total with items missing was read in any source of the shipped versions
(the PHQ-9 entry says so; the others name none), so a skipped item means no total and no band. Items that the form itself
leaves out after a "0" count as the form says.
"""

import dataclasses
from collections.abc import Mapping, Sequence

from domain.instruments.version import Band, Bound, Cutoff, Part, Question, Version

Answers = Mapping[str, int | None]
"""By item: the number of the answer, None where it was skipped."""


@dataclasses.dataclass(frozen=True, slots=True)
class PartScore:
    """The sum of one part; None where an item of it has no answer.

    Attributes:
        is_flagged: the sum meets the part's cut-off.
    """

    part: Part
    value: int | None
    cutoff: Cutoff | None
    is_flagged: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    """What answers come to.

    Attributes:
        total: None where the version has none, or where a scored item has no answer.
        raw: the sum before it is multiplied; None likewise.
        band: None where there is no total, or the version has no bands.
        reached: the cut-offs of the total that it meets.
        missing: how many scored items have no answer.
    """

    total: int | None
    raw: int | None
    band: Band | None
    parts: tuple[PartScore, ...]
    reached: tuple[Cutoff, ...]
    missing: int

    def part(self, name: str) -> PartScore:
        """Return the score of the part of this name."""
        return next(one for one in self.parts if one.part.name == name)

    @property
    def flags(self) -> tuple[str, ...]:
        """Return the names of the parts that meet their cut-off."""
        return tuple(one.part.name for one in self.parts if one.is_flagged)


def score(version: Version, answers: Answers) -> Score:
    """Return the score of a version's answers."""
    scoring = version.scoring
    scored = dict.fromkeys((*scoring.items, *(item for part in scoring.parts for item in part.items)))
    raw = _sum(version, scoring.items, answers) if scoring.has_total else None
    total = None if raw is None else raw * scoring.multiplier
    return Score(
        total=total,
        raw=raw,
        band=None if total is None else _band(version, total),
        parts=tuple(_part(version, part, answers) for part in scoring.parts),
        reached=tuple(one for one in version.cutoffs if _is_reached(one, total, raw)),
        missing=sum(_counted(version, item, answers) is None for item in scored),
    )


def lowest_possible(version: Version, items: Sequence[str], answers: Answers) -> int:
    """Return the least that the sum of these items can be: every missing answer counts as its lowest."""
    total = 0
    for item in items:
        value = _counted(version, item, answers)
        question = version.question(item)
        if value is None and question is not None:
            value = min(option.value for option in question.options)
        total += value or 0
    return total


def is_alarming(question: Question, value: int | None) -> bool:
    """Tell whether this answer is told to a facilitator at once, whatever the total."""
    return value is not None and question.safety_from is not None and value >= question.safety_from


def _sum(version: Version, items: Sequence[str], answers: Answers) -> int | None:
    values = [_counted(version, item, answers) for item in items]
    given = [value for value in values if value is not None]
    return sum(given) if len(given) == len(values) else None


def _counted(version: Version, item: str, answers: Answers) -> int | None:
    question = version.question(item)
    if question is not None and question.only_above_zero is not None:
        leading = answers.get(question.only_above_zero)
        if leading == 0:
            return question.else_value
    return answers.get(item)


def _band(version: Version, total: int) -> Band | None:
    return next((band for band in version.bands if band.lowest <= total <= band.highest), None)


def _part(version: Version, part: Part, answers: Answers) -> PartScore:
    value, cutoff = _sum(version, part.items, answers), version.cutoff_of(part)
    is_flagged = value is not None and cutoff is not None and cutoff.bound.holds(value, cutoff.value)
    return PartScore(part, value, cutoff, is_flagged)


def _is_reached(cutoff: Cutoff, total: int | None, raw: int | None) -> bool:
    score = {"total": total, "raw": raw}.get(cutoff.on)
    return score is not None and cutoff.bound is not Bound.CHANGE and cutoff.bound.holds(score, cutoff.value)
