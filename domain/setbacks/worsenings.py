"""Decides whether a questionnaire has become worse by more than chance moves it; it scores none and tells nobody."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from domain.instruments.version import Kind
from domain.setbacks.kinds import Cause, Rule

RELIABLE_CHANGE: Final[Mapping[Kind, int]] = {
    Kind.PHQ9: 5,
    Kind.PHQ8: 5,
    Kind.GAD7: 4,
    Kind.WHO5: -10,
}
"""From so many points on a change of the total says something; below 0 where fewer points are worse. Sources: PHQ-9, 5 points
(Kroenke & Spitzer 2002, Psychiatric Annals), the PHQ-8 as the PHQ-9; GAD-7, 4 points (Toussaint et al. 2020, Journal of
Affective Disorders); WHO-5, 10 points (Topp et al. 2015, Psychotherapy and Psychosomatics). Cited from memory of the papers
except the WHO-5's, which stands in its form: a clinician should confirm them."""

SEVERE_FROM: Final[Mapping[Kind, int]] = {Kind.PHQ9: 15, Kind.PHQ8: 15, Kind.GAD7: 15}
"""A total from here on, not reached the time before, is told too. Source: moderately severe depression (Kroenke et al. 2001) and
severe anxiety (Spitzer et al. 2006)."""

COMPARED_WITHIN: Final = dt.timedelta(days=70)
"""The time before counts when it is no longer ago than this. Source: product rule."""


def causes_of_measure(kind: Kind, total: int | None, before: int | None) -> list[Cause]:
    """Return the cause that a completed questionnaire gives; `before` is the total of the last one, None without.

    The cause's value is by how many points it is worse, None where it was severe at once; its detail is the kind, the total
    before ("-" for none) and the total now.
    """
    if total is None:
        return []
    worse_by = None if before is None else _worse_by(kind, total, before)
    change = abs(RELIABLE_CHANGE[kind]) if kind in RELIABLE_CHANGE else None
    is_worse = worse_by is not None and change is not None and worse_by >= change
    severe = SEVERE_FROM.get(kind)
    is_severe = severe is not None and total >= severe and (before is None or before < severe)
    if not (is_worse or is_severe):
        return []
    detail = f"{kind} {'-' if before is None else before} {total}"
    return [Cause(Rule.MEASURE, worse_by, None, threshold=change if is_worse else severe, detail=detail)]


def _worse_by(kind: Kind, total: int, before: int) -> int:
    return before - total if RELIABLE_CHANGE.get(kind, 1) < 0 else total - before
