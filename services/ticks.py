"""Lists what becomes due by itself, so that one tick can serve it row by row; it keeps no timer."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable

from domain.ids import AlertId, CheckInId, GroupId, PairId, TimeId
from services.container import Services

BATCH = 500
"""Rows that one question for due work may return."""


@dataclasses.dataclass(frozen=True, slots=True)
class Duty:
    """A kind of work with a due time in a row.

    Attributes:
        name: for logs and metrics.
        due: returns ids of rows due at `now`, earliest first, at most `BATCH`.
        do: serves one row; finds out again whether it is due, so that twice does nothing.
        postpone: moves the row's due time after a failure, so that it never blocks the others.
        next_at: returns the earliest due time of all; None when nothing waits.
    """

    name: str
    due: Callable[[Services, dt.datetime], Awaitable[list[int]]]
    do: Callable[[Services, int, dt.datetime], Awaitable[None]]
    postpone: Callable[[Services, int, dt.datetime], Awaitable[None]]
    next_at: Callable[[Services], Awaitable[dt.datetime | None]]


ALERT_ROUNDS = Duty(
    name="alert_rounds",
    due=lambda services, now: services.alarm.due(now, BATCH),
    do=lambda services, row, now: services.alarm.repeat(AlertId(row), now),
    postpone=lambda services, row, now: services.alarm.postpone(AlertId(row), now),
    next_at=lambda services: services.alarm.next_at(),
)
"""An alert that nobody has seen is sent again."""

CHECK_INS_DUE = Duty(
    name="checkins_due",
    due=lambda services, now: services.asking.due(now, BATCH),
    do=lambda services, row, now: services.asking.ask(TimeId(row), now),
    postpone=lambda services, row, now: services.asking.postpone(TimeId(row), now),
    next_at=lambda services: services.asking.next_at(),
)
"""A time of a participant has come."""

CHECK_INS_WAITING = Duty(
    name="checkins_waiting",
    due=lambda services, now: services.ladder.due(now, BATCH),
    do=lambda services, row, now: services.ladder.climb(CheckInId(row), now),
    postpone=lambda services, row, now: services.ladder.postpone(CheckInId(row), now),
    next_at=lambda services: services.ladder.next_at(),
)
"""A check-in stays unanswered: reminder, partner, close."""

EXCHANGES_DUE = Duty(
    name="exchanges_due",
    due=lambda services, now: services.exchange_rounds.due(now, BATCH),
    do=lambda services, row, now: services.exchange_rounds.ask(PairId(row), now),
    postpone=lambda services, row, now: services.exchange_rounds.postpone(PairId(row), now),
    next_at=lambda services: services.exchange_rounds.next_at(),
)
"""The evening of a pair has come: both are asked the same."""

SUMMARIES_DUE = Duty(
    name="summaries_due",
    due=lambda services, now: services.summaries.due(now, BATCH),
    do=lambda services, row, now: services.summaries.send(GroupId(row), now),
    postpone=lambda services, row, now: services.summaries.postpone(GroupId(row), now),
    next_at=lambda services: services.summaries.next_at(),
)
"""A group's week is over: its facilitators can look back."""

ROTATIONS = Duty(
    name="rotations",
    due=lambda services, now: services.rotations.due(now, BATCH),
    do=lambda services, row, now: services.rotations.serve(GroupId(row), now),
    postpone=lambda services, row, now: services.rotations.postpone(GroupId(row), now),
    next_at=lambda services: services.rotations.next_at(),
)
"""The pairs of a group change, a day after it was announced."""

REMATCHES = Duty(
    name="rematches",
    due=lambda services, now: services.rematching.due(now, BATCH),
    do=lambda services, row, now: services.rematching.rematch(GroupId(row), now),
    postpone=lambda services, row, now: services.rematching.postpone(GroupId(row), now),
    next_at=lambda services: services.rematching.next_at(),
)
"""Somebody has no partner: because theirs left, or they have just joined."""

REPAIRS = Duty(
    name="repairs",
    due=lambda services, now: services.repairs.due(now, BATCH),
    do=lambda services, row, now: services.repairs.look(PairId(row), now),
    postpone=lambda services, row, now: services.repairs.postpone(PairId(row), now),
    next_at=lambda services: services.repairs.next_at(),
)
"""It is looked whether one of a pair is away, or back."""

DUTIES: tuple[Duty, ...] = (
    ALERT_ROUNDS,
    CHECK_INS_WAITING,
    CHECK_INS_DUE,
    EXCHANGES_DUE,
    SUMMARIES_DUE,
    ROTATIONS,
    REMATCHES,
    REPAIRS,
)
"""Every kind of due work, in the order in which a tick serves it."""
