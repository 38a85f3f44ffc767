"""Decides what a new cause adds to an alert that is not resolved, and whether that is told again; it tells nobody."""

import dataclasses
import datetime as dt
from collections.abc import Collection, Iterable
from typing import Final

from domain.setbacks.kinds import SEVERITY, AlertState, Cause, Found, Level, Rule, Standing, level_of

SAME_FOR: Final = dt.timedelta(hours=24)
"""For so long after an alert was sent, the same cause is not sent again."""

WORDS_SAME_FOR: Final = dt.timedelta(hours=1)
"""For so long hard words are the same hard words: one bad hour is one alert, and the next one is told again."""

_WORDS: Final = frozenset({Rule.CRISIS, Rule.THREAT})


@dataclasses.dataclass(frozen=True, slots=True)
class Joining:
    """What causes do to an unresolved alert."""

    added: tuple[Cause, ...]
    level: Level
    is_sent: bool


def join(alert: Standing, causes: Collection[Cause], now: dt.datetime) -> Joining:
    """Decide what causes add to an unresolved alert, and whether facilitators are told again.

    They are told again when the level rises; when somebody has seen the alert and presses for help once more, answers
    item 9 worse than before, or something of another kind has happened since; and when the last telling is a day old.
    """
    added = tuple(cause for cause in causes if not _is_known(cause, alert.found, now))
    level = max(alert.level, level_of(causes), key=SEVERITY.index)
    asks_again = any(cause.rule is Rule.SOS for cause in causes)
    asks_again |= any(cause.rule in {Rule.ITEM9, Rule.REPORT, *_WORDS} for cause in added)
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


def _is_known(cause: Cause, found: Iterable[Found], now: dt.datetime) -> bool:
    """Tell whether the alert holds this already: same rule, same voice, same check-in (or same day), and no worse."""
    return any(
        (one.cause.rule, one.cause.checkin_id, one.cause.raised_by)
        == (cause.rule, cause.checkin_id, cause.raised_by)
        and not is_worse(cause, one.cause)
        and (cause.checkin_id is not None or now - one.found_at < _same_for(cause.rule))
        for one in found
    )


def _same_for(rule: Rule) -> dt.timedelta:
    return WORDS_SAME_FOR if rule in _WORDS else SAME_FOR


def _is_news(cause: Cause, found: Iterable[Found]) -> bool:
    """Tell whether it is of another kind and from another moment than all that the alert holds."""
    return all(
        one.cause.rule is not cause.rule
        and (cause.checkin_id is None or one.cause.checkin_id != cause.checkin_id)
        for one in found
    )
