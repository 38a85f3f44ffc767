"""Sums up how the alerts of a week were answered; it names nobody."""

import dataclasses
import datetime as dt
import statistics
from collections.abc import Sequence

from domain.setbacks import Level, Outcome


@dataclasses.dataclass(frozen=True, slots=True)
class Raised:
    """One alert of the week; `seen_at` is when somebody first acknowledged it, None for not yet."""

    level: Level
    raised_at: dt.datetime
    seen_at: dt.datetime | None
    outcome: Outcome | None


@dataclasses.dataclass(frozen=True, slots=True)
class AlertFigures:
    """How alerts were answered.

    Attributes:
        told: alerts that were told at once; those to watch are not among them.
        seen: how many of these somebody acknowledged.
        seen_after: the median time until then; None where nobody has.
        watched: alerts that were only to be watched.
        closed: how many of all were closed.
        false_alarms: how many of these as a false alarm.
    """

    told: int
    seen: int
    seen_after: dt.timedelta | None
    watched: int
    closed: int
    false_alarms: int


def alert_figures(raised: Sequence[Raised]) -> AlertFigures:
    """Return the figures of a week's alerts."""
    told = [one for one in raised if one.level is not Level.WATCH]
    waits = [one.seen_at - one.raised_at for one in told if one.seen_at is not None]
    outcomes = [one.outcome for one in raised if one.outcome is not None]
    return AlertFigures(
        told=len(told),
        seen=len(waits),
        seen_after=dt.timedelta(seconds=statistics.median(wait.total_seconds() for wait in waits))
        if waits
        else None,
        watched=len(raised) - len(told),
        closed=len(outcomes),
        false_alarms=outcomes.count(Outcome.FALSE_ALARM),
    )
