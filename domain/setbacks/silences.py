"""Decides what unanswered check-ins are as a setback; it counts those that go on now, and none that somebody came back from."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Final

from domain.ids import CheckInId
from domain.setbacks.kinds import Cause, Rule
from domain.setbacks.thresholds import DEFAULTS, Thresholds

RECENT: Final = 7
"""So many of the latest check-ins count for "missed often"."""

AFTER_USE: Final = dt.timedelta(days=28)
"""Use that was reported within this time makes two missed check-ins more than a missed week. Source: CTN-0094, where
use in the last four weeks by itself tells later use from none with an AUC of .66 (`make bench-lapses`), and a visit missed now, unlike old
ones, with use at the next (see docs/lapses.md)."""

COMBINED_FROM: Final = 2
"""So many missed in a row are a cause together with such use. Source: product rule."""

_MISSED = "missed"
_ANSWERED = frozenset({"completed", "partial", "skipped"})
"""A "not now" (skipped) is a sign of life like an answer."""


@dataclasses.dataclass(frozen=True, slots=True)
class Past:
    """A check-in that has ended: its id, and its state."""

    checkin_id: CheckInId
    state: str


def causes_of_silence(
    past: Sequence[Past],
    told: Sequence[Cause],
    used_on: dt.date | None,
    thresholds: Thresholds = DEFAULTS,
) -> list[Cause]:
    """Return what the check-in that was just missed is a cause of: the loudest rule of silence, and that it follows on use.

    A silence is told when it reaches a threshold and, by a rule that is resolved, again only when it has doubled: somebody who
    stays away for a month is no new alert each day.

    Args:
        past: the latest check-ins, latest first, the missed one included; what was not the person's doing (paused,
            excused, unreachable) or is not yet decided neither counts nor ends a silence.
        thresholds: of the group.
        told: the causes that were told of these check-ins.
        used_on: the last date of use that is known of within `AFTER_USE`; None for none.
    """
    run = _run(past)
    if not run:
        return []
    latest, count = run[0], len(run)
    known = [cause for cause in told if cause.checkin_id in run]
    loudest_first = (
        _in_a_row(run, known, Rule.MISSED, thresholds),
        _often(past, told, thresholds),
        _in_a_row(run, known, Rule.MISSED_SOON, thresholds),
    )
    causes = [cause for cause in loudest_first if cause is not None][:1]
    is_after_use = used_on is not None and thresholds.has(Rule.COMBINED) and count >= COMBINED_FROM
    if is_after_use and used_on is not None and not _is_told(known, Rule.COMBINED, count):
        causes.append(Cause(Rule.COMBINED, count, latest, detail=used_on.isoformat()))
    return causes


def missed_in_a_row(states: Sequence[str]) -> int:
    """Count the missed check-ins up to now.

    Args:
        states: of the person's check-ins, latest first. An answer (completed, partial) ends the count; what was not the
            person's doing (paused, excused, unreachable) or not yet decided neither counts nor ends it; a "not now"
            (skipped) is a sign of life and ends it.
    """
    return len(_run([Past(CheckInId(number), state) for number, state in enumerate(states)]))


def _run(past: Sequence[Past]) -> list[CheckInId]:
    """Return the missed check-ins up to now, latest first."""
    run: list[CheckInId] = []
    for one in past:
        if one.state == _MISSED:
            run.append(one.checkin_id)
        elif one.state in _ANSWERED:
            break
    return run


def _in_a_row(
    run: Sequence[CheckInId], known: Sequence[Cause], rule: Rule, thresholds: Thresholds
) -> Cause | None:
    threshold = thresholds.of(rule)
    if threshold is None or len(run) < threshold or _is_told(known, rule, len(run)):
        return None
    return Cause(rule, len(run), run[0], threshold=threshold)


def _often(past: Sequence[Past], told: Sequence[Cause], thresholds: Thresholds) -> Cause | None:
    """Return that most of the latest check-ins were missed, unless one of these was told of as missed already."""
    threshold = thresholds.of(Rule.MISSED_OFTEN)
    counted = [one for one in past if one.state == _MISSED or one.state in _ANSWERED][:RECENT]
    missed = [one.checkin_id for one in counted if one.state == _MISSED]
    if threshold is None or len(missed) < threshold:
        return None
    if any(cause.rule in {Rule.MISSED, Rule.MISSED_OFTEN} and cause.checkin_id in missed for cause in told):
        return None
    return Cause(Rule.MISSED_OFTEN, len(missed), missed[0], threshold=threshold)


def _is_told(known: Sequence[Cause], rule: Rule, count: int) -> bool:
    """Tell whether this silence was told by the rule, or by a louder one, when it was more than half as long."""
    rules = {rule, Rule.MISSED} if rule is Rule.MISSED_SOON else {rule}
    return any(cause.rule in rules and 2 * (cause.value or 0) > count for cause in known)
