"""Works out what a facilitator needs beside an alert: what is usual for the person, how often in a row, the last days."""

import dataclasses
import datetime as dt
import statistics
from collections.abc import Iterable, Sequence
from typing import Final

from domain.alerts import Alert
from domain.checkins import CheckIn
from domain.items import CRAVING, MOOD, USE, ItemId
from domain.measures import Measure
from domain.notes import Note
from domain.plans import Plan
from domain.progress import ANSWERS_NEEDED, Course
from domain.relays import Relay
from domain.setbacks import Cause, Found, Rule, Step, meets, threshold_of

DAYS: Final = 14
"""So many days, today included, stand beside an alert."""

_ITEM_OF: Final = {Rule.MOOD: MOOD, Rule.CRAVING: CRAVING, Rule.USE: USE}


JUDGED_DAYS: Final = 180
"""So far back the alerts of a rule are counted."""
JUDGED_FROM: Final = 5
"""Closed alerts from which on their share of false alarms says something."""


@dataclasses.dataclass(frozen=True, slots=True)
class Judged:
    """How the closed alerts of a rule turned out in the groups of a facilitator; only as many as say something."""

    closed: int
    false_alarms: int


@dataclasses.dataclass(frozen=True, slots=True)
class Evidence:
    """One cause with what stands beside it.

    Attributes:
        usual: the median of the person's earlier answers of these days; None where there are too few.
        in_a_row: how many answered check-ins in a row, this one included, met the same rule; 0 without a check-in.
        corrected_to: what the person says now, if the answer was changed since; None if not.
        raised_by: the display name of the partner who worries or reports; None for every other rule.
        judged: how earlier alerts of the rule turned out; None where there are too few.
    """

    found: Found
    usual: int | None = None
    in_a_row: int = 0
    corrected_to: int | None = None
    raised_by: str | None = None
    judged: Judged | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Card:
    """An alert as it may stand on a lock screen: whose, how urgent, when; `is_lent`: to a facilitator of another group."""

    alert: Alert
    name: str
    group_name: str
    is_lent: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done about an alert; `name` is "" when unknown."""

    step: Step
    name: str
    done_at: dt.datetime


@dataclasses.dataclass(frozen=True, slots=True)
class Details:
    """Everything that a facilitator is shown of an alert.

    Attributes:
        done: what was done, in order, by the person and by facilitators.
        acknowledged_by: display name; "" when unknown, None when nobody has.
        resolved_by: likewise.
        is_member: the person is still in the group; if not, nothing but the alert itself is shown.
        course: the last days; None when nothing may be shown.
        notes: those that the person gave to the facilitators in these days, latest first.
        wrote_to_partner: since the alert; None when there is no partner.
        reported: what the person sent a partner, who reported it, oldest first; also what was taken back.
        measures: the questionnaires completed in these days, latest first.
        has_others: somebody else facilitates the group too.
        owner: display name of who looks after it; None for nobody, "" when unknown.
        plan: the person's own, where they let facilitators see it; None else.
        lent_by: for a facilitator of another group: who leads this one; then nothing but the evidence is there. None else.
    """

    card: Card
    evidence: tuple[Evidence, ...]
    done: tuple[Done, ...]
    acknowledged_by: str | None
    resolved_by: str | None
    is_member: bool
    course: Course | None
    notes: tuple[Note, ...]
    wrote_to_partner: bool | None
    measures: tuple[Measure, ...]
    reported: tuple[Relay, ...] = ()
    has_others: bool = False
    owner: str | None = None
    plan: Plan | None = None
    lent_by: tuple[str, ...] | None = None

    @property
    def alert(self) -> Alert:
        """Return the alert itself."""
        return self.card.alert


def weigh(found: Found, checkins: Sequence[CheckIn], raised_by: str | None = None) -> Evidence:
    """Return the evidence of one cause; check-ins are of the last days, oldest first."""
    cause = found.cause
    position = next((place for place, checkin in enumerate(checkins) if checkin.id == cause.checkin_id), None)
    item = _ITEM_OF.get(cause.rule)
    if position is None or item is None:
        return Evidence(found, raised_by=raised_by)
    now_said = checkins[position].value(item)
    return Evidence(
        found,
        usual=_usual(checkins[:position], item),
        in_a_row=_in_a_row(checkins[: position + 1], cause, item),
        corrected_to=None if now_said == cause.value else now_said,
        raised_by=raised_by,
    )


def _usual(earlier: Iterable[CheckIn], item: ItemId) -> int | None:
    values = [value for checkin in earlier if (value := checkin.value(item)) is not None]
    if item == USE or len(values) < ANSWERS_NEEDED:
        return None
    return statistics.median_low(values)


def _in_a_row(checkins: Sequence[CheckIn], cause: Cause, item: ItemId) -> int:
    """Count back from the last check-in, over those without this answer, to the first that does not meet the rule."""
    count = 0
    for checkin in reversed(checkins):
        value = cause.value if checkin.id == cause.checkin_id else checkin.value(item)
        if value is None:
            continue
        if not meets(cause.rule, value, threshold_of(cause)):
            break
        count += 1
    return count
