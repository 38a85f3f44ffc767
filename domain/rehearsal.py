"""Replays past check-ins against thresholds, to say beforehand how many alerts they would bring; it tells nobody."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from domain.checkins import CheckIn
from domain.items import CRAVING, MOOD, USE, ItemId, Use
from domain.setbacks import AFTER_USE, SAME_FOR, Cause, Past, Rule, Thresholds, causes_of_silence, meets

LOOKED_BACK: Final = dt.timedelta(days=28)
"""So far back it is replayed."""

ITEMS: Final[dict[Rule, ItemId]] = {Rule.CRAVING: CRAVING, Rule.MOOD: MOOD}
SILENCES: Final = frozenset({Rule.MISSED, Rule.MISSED_SOON, Rule.MISSED_OFTEN, Rule.COMBINED})
REPLAYED: Final = frozenset({*ITEMS, *SILENCES})
"""Rules that can be replayed; the others read more than check-ins."""


def alerts_of(checkins: Sequence[CheckIn], rule: Rule, thresholds: Thresholds, since: dt.datetime) -> int:
    """Count the alerts about one person that a rule alone, one of `REPLAYED`, would have brought since then.

    The check-ins are all of that time, and those before it that a silence may have begun with, oldest first.
    """
    at = _answered(checkins, rule, thresholds) if rule in ITEMS else _silent(checkins, rule, thresholds)
    count, joins_until = 0, since
    for moment in at:
        if moment >= since and (count == 0 or moment >= joins_until):
            count, joins_until = count + 1, moment + SAME_FOR
    return count


def _answered(checkins: Sequence[CheckIn], rule: Rule, thresholds: Thresholds) -> list[dt.datetime]:
    threshold, item = thresholds.of(rule), ITEMS[rule]
    return [
        checkin.due_at
        for checkin in checkins
        if (value := checkin.value(item)) is not None and meets(rule, value, threshold)
    ]


def _silent(checkins: Sequence[CheckIn], rule: Rule, thresholds: Thresholds) -> list[dt.datetime]:
    told: list[Cause] = []
    found: list[dt.datetime] = []
    past: list[Past] = []
    used_on: dt.date | None = None
    for checkin in checkins:
        past.insert(0, Past(checkin.id, checkin.state))
        if checkin.value(USE) == Use.YES:
            used_on = checkin.local_date
        if checkin.state != "missed":
            continue
        recent = used_on if used_on is not None and checkin.local_date - used_on <= AFTER_USE else None
        causes = causes_of_silence(past, told, recent, thresholds)
        told += causes
        if any(cause.rule is rule for cause in causes):
            found.append(checkin.due_at)
    return found
