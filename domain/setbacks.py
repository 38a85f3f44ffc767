"""Decides what counts as a setback and how loudly to say so; it tells nobody and reads no answer but the one it is given."""

import dataclasses
import datetime as dt
import enum
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from domain.ids import AlertId, CheckInId, MembershipId

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

SAME_FOR: Final = dt.timedelta(hours=24)
"""For so long after an alert was sent, the same cause is not sent again."""

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
}

TOLD_BY_THE_PERSON: Final = frozenset({Rule.USE, Rule.CRAVING, Rule.MOOD, Rule.SOS, Rule.ITEM9})
"""Rules whose alerts the person knows of; only these may be mentioned to the person."""

_SEVERITY: Final = (Level.WATCH, Level.HIGH, Level.URGENT)


@dataclasses.dataclass(frozen=True, slots=True)
class Cause:
    """One reason for an alert.

    Attributes:
        value: the number behind it (the answer, or how many in a row); None where there is none.
        checkin_id: the check-in it was found in; None when it was found elsewhere.
        raised_by: the partner who is worried or reports a message; shown to facilitators alone. None for every other rule.
    """

    rule: Rule
    value: int | None
    checkin_id: CheckInId | None
    raised_by: MembershipId | None = None


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


@dataclasses.dataclass(frozen=True, slots=True)
class Joining:
    """What causes do to an unresolved alert."""

    added: tuple[Cause, ...]
    level: Level
    is_sent: bool


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


def level_of(causes: Iterable[Cause]) -> Level:
    """Return the level of the most severe cause; watch when there is none."""
    return max((LEVELS[cause.rule] for cause in causes), key=_SEVERITY.index, default=Level.WATCH)


def join(alert: Standing, causes: Collection[Cause], now: dt.datetime) -> Joining:
    """Decide what causes add to an unresolved alert, and whether facilitators are told again.

    They are told again when the level rises; when somebody has seen the alert and presses for help once more, answers
    item 9 worse than before, or something of another kind has happened since; and when the last telling is a day old.
    """
    added = tuple(cause for cause in causes if not _is_known(cause, alert.found, now))
    level = max(alert.level, level_of(causes), key=_SEVERITY.index)
    asks_again = any(cause.rule is Rule.SOS for cause in causes)
    asks_again |= any(cause.rule in {Rule.ITEM9, Rule.REPORT} for cause in added)
    is_seen = alert.state is AlertState.ACKNOWLEDGED
    is_sent = (
        level is not alert.level
        or (is_seen and (asks_again or any(_is_news(cause, alert.found) for cause in added)))
        or (bool(added) and now - alert.sent_at >= SAME_FOR)
    )
    return Joining(added, level, is_sent)


def fresh(causes: Iterable[Cause], told: Collection[Cause]) -> list[Cause]:
    """Return the causes that a closed alert has not told already: what a check-in said once is not raised again by it."""
    return [
        cause
        for cause in causes
        if cause.checkin_id is None
        or not any(
            (one.rule, one.checkin_id) == (cause.rule, cause.checkin_id) and not is_worse(cause, one)
            for one in told
        )
    ]


def is_worse(cause: Cause, than: Cause) -> bool:
    """Tell whether a cause is worse than an earlier one of the same rule."""
    if cause.value is None or than.value is None:
        return False
    return cause.value < than.value if cause.rule is Rule.MOOD else cause.value > than.value


def reference(alert_id: AlertId) -> str:
    """Return the short name under which people speak of an alert, for example A-7K2; not unique for ever."""
    signs, number = "", int(alert_id)
    for _ in range(3):
        number, place = divmod(number, len(_REFERENCE_SIGNS))
        signs += _REFERENCE_SIGNS[place]
    return f"A-{signs}"


def _is_known(cause: Cause, found: Iterable[Found], now: dt.datetime) -> bool:
    """Tell whether the alert holds this already: same rule, same voice, same check-in (or same day), and no worse."""
    return any(
        (one.cause.rule, one.cause.checkin_id, one.cause.raised_by)
        == (cause.rule, cause.checkin_id, cause.raised_by)
        and not is_worse(cause, one.cause)
        and (cause.checkin_id is not None or now - one.found_at < SAME_FOR)
        for one in found
    )


def _is_news(cause: Cause, found: Iterable[Found]) -> bool:
    """Tell whether it is of another kind and from another moment than all that the alert holds."""
    return all(
        one.cause.rule is not cause.rule
        and (cause.checkin_id is None or one.cause.checkin_id != cause.checkin_id)
        for one in found
    )
