"""Decides what an answer is as a setback; it tells nobody and reads no answer but the one it is given."""

from typing import Final

from domain.ids import CheckInId
from domain.setbacks.kinds import Cause, Rule
from domain.setbacks.thresholds import DEFAULTS, Thresholds

ITEM9_FROM: Final = 1
"""An answer to item 9 of the PHQ-9 (thoughts of death or self-harm, 0 to 3) from here on is a setback. Source: product rule;
the risk of an attempt within a year rises from 0.4 % at 0 to 4 % at 3 (Simon et al. 2013). A 0 reassures of nothing."""

_RULE_OF: Final = {"use": Rule.USE, "craving": Rule.CRAVING, "mood": Rule.MOOD}


def causes_of_answer(
    item: str, value: int, checkin_id: CheckInId | None, thresholds: Thresholds = DEFAULTS
) -> list[Cause]:
    """Return the causes that one answer gives; items are mood, craving and use (1 is yes), all others give none."""
    rule = _RULE_OF.get(item)
    if rule is None:
        return []
    threshold = None if rule is Rule.USE else thresholds.of(rule)
    return [Cause(rule, value, checkin_id, threshold=threshold)] if meets(rule, value, threshold) else []


def meets(rule: Rule, value: int, threshold: int | None) -> bool:
    """Tell whether an answer meets the rule use (which has no threshold), craving or mood."""
    if rule is Rule.USE:
        return value == 1
    if threshold is None:
        return False
    return value <= threshold if rule is Rule.MOOD else value >= threshold


def causes_of_item9(value: int) -> list[Cause]:
    """Return the cause that an answer to item 9 of the PHQ-9 gives."""
    return [Cause(Rule.ITEM9, value, None)] if value >= ITEM9_FROM else []
