"""Says from which value on a group takes something for a setback, and what its facilitators may change; it stores nothing.

What is urgent has no threshold: asking for help, item 9 and words of danger are always told, and so is use that is reported.
"""

import dataclasses
from collections.abc import Mapping
from typing import Final

from domain.setbacks.kinds import Cause, Rule


@dataclasses.dataclass(frozen=True, slots=True)
class Threshold:
    """What a group may choose for a rule.

    Attributes:
        default: None is off.
        choices: from the one that brings the most alerts to the one that brings the fewest; a single one is "on".
        may_be_off: only rules of the level watch.
    """

    default: int | None
    choices: tuple[int, ...]
    may_be_off: bool = False

    def allows(self, value: int | None) -> bool:
        """Tell whether a group may choose this value; None is off."""
        return self.may_be_off if value is None else value in self.choices


ON: Final = 1

ADJUSTABLE: Final[Mapping[Rule, Threshold]] = {
    Rule.CRAVING: Threshold(8, (6, 7, 8, 9, 10)),
    Rule.MOOD: Threshold(2, (4, 3, 2, 1, 0)),
    Rule.MISSED: Threshold(3, (2, 3, 4, 5)),
    Rule.MISSED_SOON: Threshold(2, (1, 2, 3, 4), may_be_off=True),
    Rule.MISSED_OFTEN: Threshold(5, (4, 5, 6), may_be_off=True),
    Rule.COMBINED: Threshold(ON, (ON,), may_be_off=True),
    Rule.MEASURE: Threshold(ON, (ON,), may_be_off=True),
    Rule.SHIFT: Threshold(ON, (ON,), may_be_off=True),
    Rule.NO_SHOW: Threshold(ON, (ON,), may_be_off=True),
}
"""The rules that a group may change. Sources of the defaults:

- craving 8 of 10: product rule; craving predicts use, pooled odds 2.05 a unit (Vafaie & Kober 2022, JAMA Psychiatry);
- mood 2 of 10: product rule;
- three missed in a row: product rule; people who returned to use had stopped answering in the days before (Gustafson et al.
  2014). Two in a row and five of seven: product rules; in CTN-0094 a missed visit after one without use doubled the share of
  use at the next one (8.9 % to 18.9 %), while old misses by people who came back carried no risk;
- no-shows: product rule; a missed session is told of by a facilitator, see `domain.sessions`;
- combined, measures, shifts: see `domain.setbacks.silences`, `domain.setbacks.worsenings` and `domain.shifts`.
"""


@dataclasses.dataclass(frozen=True, slots=True)
class Thresholds:
    """The thresholds of a group; what it has not chosen has its default."""

    chosen: Mapping[Rule, int | None] = dataclasses.field(default_factory=dict)

    def of(self, rule: Rule) -> int | None:
        """Return the threshold of an adjustable rule; None is off."""
        return self.chosen.get(rule, ADJUSTABLE[rule].default)

    def has(self, rule: Rule) -> bool:
        """Tell whether an adjustable rule is on."""
        return self.of(rule) is not None

    def with_(self, rule: Rule, value: int | None) -> "Thresholds":
        """Return them with another value for one rule."""
        return Thresholds({**self.chosen, rule: value})


DEFAULTS: Final = Thresholds()


def threshold_of(cause: Cause) -> int | None:
    """Return the threshold that held for a cause; one from before groups could choose had the default."""
    if cause.threshold is None and cause.rule in ADJUSTABLE:
        return ADJUSTABLE[cause.rule].default
    return cause.threshold


def may_be_setback(item: str, value: int) -> bool:
    """Tell whether an answer is a setback in any group at all, whatever its thresholds; most answers are not."""
    return (
        (item == "use" and value == 1)
        or (item == "craving" and value >= min(ADJUSTABLE[Rule.CRAVING].choices))
        or (item == "mood" and value <= max(ADJUSTABLE[Rule.MOOD].choices))
    )
