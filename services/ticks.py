"""Lists what becomes due by itself, so that one tick can serve it row by row; it keeps no timer."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from domain.ids import AlertId, CheckInId, GroupId, MembershipId, PairId, TimeId
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


class _Rows(Protocol):
    """What a service knows about its due rows; each has an id of its own kind."""

    async def due(self, now: dt.datetime, limit: int, /) -> list[int]: ...

    async def postpone(self, row: Any, now: dt.datetime, /) -> None: ...

    async def next_at(self) -> dt.datetime | None: ...


def _duty(
    name: str,
    rows: Callable[[Services], _Rows],
    do: Callable[[Services, int, dt.datetime], Awaitable[None]],
) -> Duty:
    return Duty(
        name=name,
        due=lambda services, now: rows(services).due(now, BATCH),
        do=do,
        postpone=lambda services, row, now: rows(services).postpone(row, now),
        next_at=lambda services: rows(services).next_at(),
    )


ALERT_ROUNDS = _duty(
    "alert_rounds",
    lambda services: services.alarm,
    lambda services, row, now: services.alarm.repeat(AlertId(row), now),
)
"""An alert that nobody has seen is sent again."""

ALERT_AUDIT = _duty(
    "alert_audit",
    lambda services: services.alert_audit,
    lambda services, row, now: services.alarm.mend(AlertId(row), now),
)
"""An open alert is stuck: nothing about it is under way."""

DRILLS = _duty(
    "drills",
    lambda services: services.drills,
    lambda services, row, now: services.drills.serve(GroupId(row), now),
)
"""The weekly rehearsal of a group that wants one."""

CHECK_INS_DUE = _duty(
    "checkins_due",
    lambda services: services.asking,
    lambda services, row, now: services.asking.ask(TimeId(row), now),
)
"""A time of a participant has come."""

CHECK_INS_WAITING = _duty(
    "checkins_waiting",
    lambda services: services.ladder,
    lambda services, row, now: services.ladder.climb(CheckInId(row), now),
)
"""A check-in stays unanswered: reminder, partner, close."""

EXCHANGES_DUE = _duty(
    "exchanges_due",
    lambda services: services.exchange_rounds,
    lambda services, row, now: services.exchange_rounds.ask(PairId(row), now),
)
"""The evening of a pair has come: both are asked the same."""

SUMMARIES_DUE = _duty(
    "summaries_due",
    lambda services: services.summaries,
    lambda services, row, now: services.summaries.send(GroupId(row), now),
)
"""A group's week is over: its facilitators can look back."""

ROTATIONS = _duty(
    "rotations",
    lambda services: services.rotations,
    lambda services, row, now: services.rotations.serve(GroupId(row), now),
)
"""The pairs of a group change, a day after it was announced."""

REMATCHES = _duty(
    "rematches",
    lambda services: services.rematching,
    lambda services, row, now: services.rematching.rematch(GroupId(row), now),
)
"""Somebody has no partner: because theirs left, or they have just joined."""

REPAIRS = _duty(
    "repairs",
    lambda services: services.repairs,
    lambda services, row, now: services.repairs.look(PairId(row), now),
)
"""It is looked whether one of a pair is away, or back."""

WATCHES = _duty(
    "watches",
    lambda services: services.watching,
    lambda services, row, now: services.watching.look(MembershipId(row), now),
)
"""Somebody has answered: their days are looked at beside their own usual."""

DUTIES: tuple[Duty, ...] = (
    ALERT_ROUNDS,
    ALERT_AUDIT,
    CHECK_INS_WAITING,
    CHECK_INS_DUE,
    EXCHANGES_DUE,
    SUMMARIES_DUE,
    ROTATIONS,
    REMATCHES,
    REPAIRS,
    DRILLS,
    WATCHES,
)
"""Every kind of due work, in the order in which a tick serves it."""
