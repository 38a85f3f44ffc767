"""Decides which questionnaire is due for a participant, one at a time; it offers none and knows no answer.

Burden is kept tiny. At most one questionnaire is begun on a person's day. Of those due the one that has waited longest comes
first; of those due since the same day the first of `PRIORITY`. A questionnaire that grew out of a short one, or was stopped
half-way, comes before everything else and needs no turn.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Final

from domain.instruments.version import Kind, Version
from domain.phases import Phase, Stage, Track

WEEK: Final = dt.timedelta(days=7)
FORTNIGHT: Final = dt.timedelta(days=14)
MONTH: Final = dt.timedelta(days=28)
"""Four weeks, so that it stays on the weekday on which it was first answered."""
QUARTER: Final = dt.timedelta(days=91)

PRIORITY: Final = (
    Kind.PHQ4,
    Kind.PHQ2,
    Kind.GAD2,
    Kind.BAM,
    Kind.PACS,
    Kind.WHO5,
    Kind.BARC10,
)
"""Which of several that are due since the same day is offered first.

Low mood and anxiety before all, since they may lead to item 9 of the PHQ-9; then use and craving, which change from week to
week; last what is asked once a phase.
"""

HALVES: Final = (Kind.PHQ2, Kind.GAD2)
"""Together these are the PHQ-4, item for item."""

_INSIDE: Final = {
    Kind.PHQ4: HALVES,
    Kind.PHQ9: (Kind.PHQ2,),
    Kind.PHQ8: (Kind.PHQ2,),
    Kind.GAD7: (Kind.GAD2,),
}
"""Whoever answered the one has answered these too."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How often a questionnaire is due in one stage of the program.

    Attributes:
        every: from its last time to its next; None is never by time.
        at_change: it is due once after every change of phase, the first one included.
        reason: why so often.
    """

    kind: Kind
    every: dt.timedelta | None
    at_change: bool
    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class Due:
    """A questionnaire that is due, in the version to be shown, since a date of the person's own."""

    version: Version
    since_on: dt.date


def plans(stage: Stage) -> tuple[Plan, ...]:
    """Return what is asked in this stage, and how often.

    Source: product rules on the cadences that the instruments' literature gives: PHQ-2 and GAD-2 weekly where
    mental health is treated; BAM's 7-day form weekly in intensive outpatient programs; PACS about the past week (Flannery
    1999: week 2 predicts weeks 3 to 12); BARC-10 at intake and every one to three months (Vilsaint 2017).
    """
    is_after = stage.phase is Phase.AFTERCARE
    mood = _mood_every(stage)
    found = [
        Plan(Kind.PHQ2, mood, False, _MOOD_REASONS[mood]),
        Plan(Kind.GAD2, mood, False, _MOOD_REASONS[mood]),
        Plan(
            Kind.WHO5,
            MONTH if is_after else None,
            True,
            "well-being, to be compared between phases of the program",
        ),
    ]
    if stage.track.concerns_use:
        is_early = stage.phase <= Phase.COPING
        found.append(
            Plan(Kind.BAM, WEEK if is_early else MONTH, False, "use, risks and protection, item by item")
        )
        found.append(
            Plan(Kind.BARC10, QUARTER if is_after else None, True, "recovery capital, which changes slowly")
        )
        if stage.phase is Phase.PREVENTION:
            found.append(Plan(Kind.PACS, WEEK, False, "craving of the past week, before it becomes a lapse"))
    return tuple(found)


def due(
    stage: Stage,
    last: Mapping[Kind, dt.date],
    versions: Mapping[Kind, Version],
    today: dt.date,
) -> list[Due]:
    """Return what is due, the next to be offered first.

    Args:
        stage: where the person stands in the program.
        last: the person's own date on which each was last begun or left out; those never asked are missing.
        versions: by questionnaire, the version that would be shown to this person; those not in use are missing.
        today: the person's own date.
    """
    asked = _with_what_is_inside(last)
    since = {
        plan.kind: since_on
        for plan in plans(stage)
        if plan.kind in versions or (plan.kind in HALVES and Kind.PHQ4 in versions)
        if (since_on := _due_on(plan, stage, asked.get(plan.kind), versions.get(plan.kind))) is not None
        and since_on <= today
    }
    if _is_one(since, versions):
        since[Kind.PHQ4] = min(since.pop(kind) for kind in HALVES)
    known = [Due(versions[kind], since_on) for kind, since_on in since.items() if kind in versions]
    return sorted(known, key=lambda one: (one.since_on, PRIORITY.index(one.version.kind)))


def _due_on(plan: Plan, stage: Stage, last_on: dt.date | None, version: Version | None) -> dt.date | None:
    """Return from when it is due; None for never in this stage."""
    if last_on is None or (plan.at_change and last_on < stage.since_on):
        return stage.since_on
    if plan.every is None:
        return None
    # A form about the last 30 days, asked every week, would ask the same days again and again.
    looks_back = version is not None and (version.recall_days or 0) >= MONTH.days
    return last_on + (max(plan.every, MONTH) if looks_back else plan.every)


def _is_one(since: Mapping[Kind, dt.date], versions: Mapping[Kind, Version]) -> bool:
    """Tell whether PHQ-2 and GAD-2 are asked as the one PHQ-4: both are due, and it is no worse in language than they are."""
    whole = versions.get(Kind.PHQ4)
    if whole is None or not all(kind in since for kind in HALVES):
        return False
    return all(kind not in versions or versions[kind].speaks == whole.speaks for kind in HALVES)


def _with_what_is_inside(last: Mapping[Kind, dt.date]) -> dict[Kind, dt.date]:
    known = dict(last)
    for kind, parts in _INSIDE.items():
        for part in parts:
            if kind in last:
                known[part] = max(last[kind], known.get(part, last[kind]))
    return known


def _mood_every(stage: Stage) -> dt.timedelta:
    if stage.phase is Phase.AFTERCARE:
        return MONTH
    return WEEK if stage.track in {Track.DUAL_DIAGNOSIS, Track.MENTAL_HEALTH} else FORTNIGHT


_MOOD_REASONS: Final = {
    WEEK: "mood and anxiety are treated beside substance use, or instead of it",
    FORTNIGHT: "the questions are about the last two weeks",
    MONTH: "aftercare stays in touch and tapers",
}
