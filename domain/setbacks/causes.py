"""Decides what an answer, or silence, is as a setback; it tells nobody and reads no answer but the one it is given."""

from collections.abc import Sequence
from typing import Final

from domain.ids import CheckInId
from domain.setbacks.kinds import Cause, Rule

CRAVING_HIGH: Final = 8
"""A craving from here on (0 to 10) is a setback. Source: product rule; craving predicts use, pooled odds 2.05 a unit
(Vafaie & Kober 2022, JAMA Psychiatry)."""

MOOD_LOW: Final = 2
"""A mood down to here (0 very bad to 10 very good) is a setback. Source: product rule."""

MISSED_IN_A_ROW: Final = 3
"""So many asked and unanswered check-ins in a row are a setback. Source: product rule; people who returned to use had
stopped answering in the days before (Gustafson et al. 2014)."""

ITEM9_FROM: Final = 1
"""An answer to item 9 of the PHQ-9 (thoughts of death or self-harm, 0 to 3) from here on is a setback. Source: product rule;
the risk of an attempt within a year rises from 0.4 % at 0 to 4 % at 3 (Simon et al. 2013). A 0 reassures of nothing."""


def causes_of_answer(item: str, value: int, checkin_id: CheckInId | None) -> list[Cause]:
    """Return the causes that one answer gives; items are mood, craving and use (1 is yes), all others give none."""
    is_cause = {
        Rule.MOOD: item == "mood" and value <= MOOD_LOW,
        Rule.CRAVING: item == "craving" and value >= CRAVING_HIGH,
        Rule.USE: item == "use" and value == 1,
    }
    return [Cause(rule, value, checkin_id) for rule, holds in is_cause.items() if holds]


def causes_of_missed(in_a_row: int, checkin_id: CheckInId | None) -> list[Cause]:
    """Return the cause that so many missed check-ins in a row give."""
    return [Cause(Rule.MISSED, in_a_row, checkin_id)] if in_a_row >= MISSED_IN_A_ROW else []


def causes_of_item9(value: int) -> list[Cause]:
    """Return the cause that an answer to item 9 of the PHQ-9 gives."""
    return [Cause(Rule.ITEM9, value, None)] if value >= ITEM9_FROM else []


def missed_in_a_row(states: Sequence[str]) -> int:
    """Count the missed check-ins up to now.

    Args:
        states: of the person's check-ins, latest first. An answer (completed, partial) ends the count; what was not the
            person's doing (paused, excused, unreachable) or not yet decided neither counts nor ends it; a "not now"
            (skipped) is a sign of life and ends it.
    """
    count = 0
    for state in states:
        if state == "missed":
            count += 1
        elif state in {"completed", "partial", "skipped"}:
            break
    return count
