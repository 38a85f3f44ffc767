"""Decides whether a check-in may be short, turns long, or begins with a welcome; the rule in words: docs/adaptive-length.md."""

import datetime as dt
import statistics
from collections.abc import Mapping, Sequence
from typing import Final

from domain.checkins import CheckIn, State
from domain.forms import Form
from domain.items import CONFIDENCE, CRAVING, MOOD, TENSION, USE, ItemId, Use
from domain.progress import MOOD_HARD, USUAL_OF

STEADY_DAYS: Final = 3
"""So many steady days in a row make the next check-in short."""
FULL_WITHIN: Final = dt.timedelta(days=7)
"""A short check-in needs a completed full one this close before it."""
WORSE_BY: Final = 2
"""Points below the person's own middle at which a mood is worse than usual: one point is the noise of such scales."""
SILENT_DAYS: Final = 3
"""After so many asked days without an answer, a person is welcomed back."""

_STEADY_RANGES: Final[Mapping[ItemId, range]] = {
    MOOD: range(5, 11),
    TENSION: range(6),
    CRAVING: range(4),
    CONFIDENCE: range(6, 11),
    USE: range(Use.NO, Use.NO + 1),
}


def form_for(earlier: Sequence[CheckIn], on: dt.date, *, has_open_alert: bool) -> Form:
    """Return the form of a check-in of the date `on`; `earlier` are those of the days before it and of the day itself."""
    if has_open_alert:
        return Form.FULL
    asked = [checkin for checkin in earlier if checkin.was_asked]
    latest_days = sorted({checkin.local_date for checkin in asked})[-STEADY_DAYS:]
    is_steady_now = len(latest_days) == STEADY_DAYS and all(
        is_steady(checkin) for checkin in asked if checkin.local_date in latest_days
    )
    has_full = any(
        checkin.form is Form.FULL
        and checkin.state is State.COMPLETED
        and on - checkin.local_date <= FULL_WITHIN
        for checkin in asked
    )
    return Form.SHORT if is_steady_now and has_full else Form.FULL


def is_steady(checkin: CheckIn) -> bool:
    """Tell whether nothing in a check-in calls for a closer look; what was skipped or not asked for certain is no yes."""
    if checkin.state is not State.COMPLETED or checkin.form.is_of_return:
        return False
    asked = [item.id for item in checkin.questions]
    return MOOD in asked and all(
        checkin.value(item) in values for item, values in _STEADY_RANGES.items() if item in asked
    )


def usual_mood(earlier: Sequence[CheckIn], on: dt.date) -> int | None:
    """Return the middle of the person's moods of the last days; None without any."""
    moods = [
        value
        for checkin in earlier
        if on - USUAL_OF <= checkin.local_date and (value := checkin.value(MOOD)) is not None
    ]
    return statistics.median_low(moods) if moods else None


def worsens(mood: int | None, usual: int | None) -> bool:
    """Tell whether a mood is a reason to ask the other questions after all."""
    if mood is None:
        return False
    return mood <= MOOD_HARD or (usual is not None and mood <= usual - WORSE_BY)


def is_silent(asked: Sequence[tuple[dt.date, State]], today: dt.date) -> bool:
    """Tell whether a person has answered nothing on the last days on which they were asked.

    Args:
        asked: date and state of check-ins, of which those that were not asked (paused, excused, unreachable) are passed
            over: they are no silence, and end none.
        today: the person's own date; an answer of today ends the silence, a question of today is none yet.
    """
    is_answered: dict[dt.date, bool] = {}
    for on, state in asked:
        if state.was_asked:
            is_answered[on] = is_answered.get(on, False) or state.is_answered
    if any(answered for on, answered in is_answered.items() if on >= today):
        return False
    latest = sorted((on for on in is_answered if on < today), reverse=True)[:SILENT_DAYS]
    return len(latest) == SILENT_DAYS and not any(is_answered[on] for on in latest)
