"""Names what a setback is made of: rules, levels, causes, and what becomes of an alert; it decides nothing."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterable
from typing import Final

from domain.ids import AlertId, CheckInId, MembershipId

_REFERENCE_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0, O, 1, I or L: a reference may be read out on the telephone."""


class Rule(enum.StrEnum):
    """Why somebody may need a facilitator's eyes."""

    USE = "use"
    CRAVING = "craving"
    MOOD = "mood"
    MISSED = "missed"
    SOS = "sos"
    CONCERN = "concern"
    ITEM9 = "item9"
    REPORT = "report"
    SLIPS = "slips"
    CRISIS = "crisis"
    THREAT = "threat"
    MISSED_SOON = "missed_soon"
    MISSED_OFTEN = "missed_often"
    COMBINED = "combined"
    MEASURE = "measure"
    SHIFT = "shift"
    NO_SHOW = "no_show"


class Level(enum.StrEnum):
    """How soon a facilitator is told: at once and until seen, at once, or in the daily view."""

    URGENT = "urgent"
    HIGH = "high"
    WATCH = "watch"


class AlertState(enum.StrEnum):
    """Where an alert stands."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    RESOLVED = "resolved"


class Outcome(enum.StrEnum):
    """How an alert ended."""

    TALKED = "talked"
    SAFETY_PLAN = "safety_plan"
    LEVEL_OF_CARE = "level_of_care"
    NO_ANSWER = "no_answer"
    OTHER = "other"
    FALSE_ALARM = "false_alarm"


class Step(enum.StrEnum):
    """What was done about an alert, by the person or by a facilitator."""

    SAFE_FOR_NOW = "safe_for_now"
    ACKNOWLEDGED = "acknowledged"
    REACHED_OUT = "reached_out"
    SNOOZED = "snoozed"
    HANDED_OVER = "handed_over"
    RESOLVED = "resolved"


LEVELS: Final = {
    Rule.USE: Level.HIGH,
    Rule.CRAVING: Level.HIGH,
    Rule.MOOD: Level.HIGH,
    Rule.MISSED: Level.HIGH,
    Rule.SOS: Level.URGENT,
    Rule.CONCERN: Level.HIGH,
    Rule.ITEM9: Level.URGENT,
    Rule.REPORT: Level.HIGH,
    Rule.SLIPS: Level.WATCH,
    Rule.CRISIS: Level.URGENT,
    Rule.THREAT: Level.URGENT,
    Rule.MISSED_SOON: Level.WATCH,
    Rule.MISSED_OFTEN: Level.HIGH,
    Rule.COMBINED: Level.HIGH,
    Rule.MEASURE: Level.WATCH,
    Rule.SHIFT: Level.WATCH,
    Rule.NO_SHOW: Level.WATCH,
}

TOLD_BY_THE_PERSON: Final = frozenset({Rule.USE, Rule.CRAVING, Rule.MOOD, Rule.SOS, Rule.ITEM9, Rule.CRISIS})
"""Rules whose alerts the person knows of; only these may be mentioned to the person."""

SEVERITY: Final = (Level.WATCH, Level.HIGH, Level.URGENT)
"""From the least to the most severe."""


@dataclasses.dataclass(frozen=True, slots=True)
class Cause:
    """One reason for an alert.

    Attributes:
        value: the number behind it (the answer, or how many in a row); None where there is none.
        checkin_id: the check-in it was found in; None when it was found elsewhere.
        raised_by: the partner who is worried or reports a message; shown to facilitators alone. None for every other rule.
        threshold: from which value on it is a setback in this group; None where there is none. The same answer is the same
            cause at whatever threshold.
        detail: what else the rule read, in names and numbers, at most 160 characters, never words of a person.
    """

    rule: Rule
    value: int | None
    checkin_id: CheckInId | None
    raised_by: MembershipId | None = None
    threshold: int | None = dataclasses.field(default=None, compare=False)
    detail: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A cause that an alert holds, with when it was found."""

    cause: Cause
    found_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """An unresolved alert as a new cause finds it; `sent_at` is when facilitators were last told."""

    alert_id: AlertId
    level: Level
    state: AlertState
    sent_at: dt.datetime
    found: tuple[Found, ...]


def level_of(causes: Iterable[Cause]) -> Level:
    """Return the level of the most severe cause; watch when there is none."""
    return max((LEVELS[cause.rule] for cause in causes), key=SEVERITY.index, default=Level.WATCH)


def reference(alert_id: AlertId) -> str:
    """Return the short name under which people speak of an alert, for example A-7K2; not unique for ever."""
    signs, number = "", int(alert_id)
    for _ in range(3):
        number, place = divmod(number, len(_REFERENCE_SIGNS))
        signs += _REFERENCE_SIGNS[place]
    return f"A-{signs}"
