"""Decides when an unanswered check-in is mentioned again, told to the partner, closed, or put off; it sends nothing."""

import datetime as dt
from typing import Final

from domain.checkins import LATE_TICK, CheckIn, Rung
from domain.groups import Delays

SNOOZES: Final = (dt.timedelta(minutes=30), dt.timedelta(hours=1), dt.timedelta(hours=2))
TIME_AFTER_SNOOZE: Final = dt.timedelta(hours=1)
"""A check-in put off stays open at least so long after it comes back, unless the next one is due."""
LEAST_AFTER_SNOOZE: Final = dt.timedelta(minutes=30)
"""It is not put off to less than this before the next one."""
LATEST_CLOSE: Final = dt.timedelta(hours=12)
"""However often it is put off, a check-in is closed so long after it was due."""
FAIR_TIME: Final = dt.timedelta(hours=2)
"""Who had less time than this to answer, because the next one was due, has missed nothing."""


def rung_at(rung: Rung, checkin: CheckIn, delays: Delays) -> dt.datetime:
    """Return when a rung of this check-in's ladder is reached."""
    asked_at = checkin.asked_at or checkin.due_at
    return {
        Rung.REMIND: asked_at + delays.remind_after,
        Rung.NUDGE: asked_at + delays.nudge_after,
        Rung.LAST_LOOK: checkin.closes_at - LATE_TICK,
        Rung.CLOSE: checkin.closes_at,
        Rung.CLOSE_AFTER_OUTAGE: checkin.closes_at,
    }[rung]


def rung_due(checkin: CheckIn, delays: Delays, now: dt.datetime) -> Rung | None:
    """Return the furthest rung that has been reached; those passed over by then are left out. None when none is."""
    reached = (
        rung
        for rung in _ahead(checkin, delays)
        if rung is not Rung.LAST_LOOK and rung_at(rung, checkin, delays) <= now
    )
    return max(reached, default=None)


def next_rung(checkin: CheckIn, delays: Delays, now: dt.datetime) -> Rung:
    """Return the rung after those reached by now."""
    return min(
        rung for rung in _ahead(checkin, delays) if rung >= Rung.CLOSE or rung_at(rung, checkin, delays) > now
    )


def first_step_at(asked_at: dt.datetime, closes_at: dt.datetime, delays: Delays) -> dt.datetime:
    """Return when the ladder of a check-in that is asked now is looked at first."""
    return min(asked_at + (delays.remind_after or delays.nudge_after), max(asked_at, closes_at - LATE_TICK))


def was_down_at_end(checkin: CheckIn, now: dt.datetime) -> bool:
    """Tell whether the service was away, or its clock jumped, when a check-in that was asked came to its end.

    It is so when the end is served late, or when the last look shortly before it never took place.
    """
    if checkin.rung is Rung.CLOSE_AFTER_OUTAGE:
        return False
    is_unwatched = checkin.asked_at is not None and checkin.rung < Rung.CLOSE
    return is_unwatched or now - checkin.closes_at > LATE_TICK


def was_cut_short(checkin: CheckIn, delays: Delays, ended_at: dt.datetime) -> bool:
    """Tell whether somebody who did not answer had too little time: asked late by us, or soon before the next one.

    What was put off counts from when it came back.
    """
    if checkin.asked_at is None:
        return False
    had = ended_at - checkin.asked_at
    if checkin.snoozed_until is not None:
        return had < TIME_AFTER_SNOOZE
    is_asked_late = checkin.asked_at - checkin.due_at > LATE_TICK
    return had < (delays.close_after if is_asked_late else min(FAIR_TIME, delays.close_after))


def close_after_snooze(
    checkin: CheckIn, snooze: dt.timedelta, now: dt.datetime, next_due_at: dt.datetime | None = None
) -> dt.datetime | None:
    """Return until when the check-in is open if it is put off now; None when it is too late for that.

    `next_due_at` is when the person's next one is due, past which nothing is put off.
    """
    closes_at = max(checkin.closes_at, now + snooze + TIME_AFTER_SNOOZE)
    if closes_at > max(checkin.due_at + LATEST_CLOSE, checkin.closes_at):
        return None
    if next_due_at is None:
        return closes_at
    return None if now + snooze + LEAST_AFTER_SNOOZE > next_due_at else min(closes_at, next_due_at)


def _ahead(checkin: CheckIn, delays: Delays) -> list[Rung]:
    """Return the rungs that a check-in has before it; one that its end comes before is none."""
    if checkin.rung is Rung.CLOSE_AFTER_OUTAGE:
        return [Rung.CLOSE_AFTER_OUTAGE]
    reminders = (Rung.REMIND,) if delays.remind_after else ()
    return [
        rung
        for rung in (*reminders, Rung.NUDGE, Rung.LAST_LOOK, Rung.CLOSE)
        if checkin.rung <= rung and (rung is Rung.CLOSE or rung_at(rung, checkin, delays) < checkin.closes_at)
    ]
