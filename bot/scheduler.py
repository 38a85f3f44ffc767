"""Serves what has become due: one question to the database per kind of work, one transaction per row; it keeps no timer.

The pause between ticks runs on monotonic time, so that a clock that is set back silences nothing.
"""

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence

import structlog

from bot.vitals import Vitals
from services.container import Container
from services.ticks import Duty
from storage.database import has_collided, is_away

SIDE_BY_SIDE = 32
"""Rows of one duty served at the same time; on SQLite they share commits."""
CLEAN_UP_SECONDS = 3600

_log = structlog.get_logger(__name__)


class Scheduler:
    """The tick."""

    def __init__(
        self,
        *,
        container: Container,
        duties: Sequence[Duty],
        seconds: float,
        vitals: Vitals,
        now: Callable[[], dt.datetime],
        after: Callable[[], None],
    ) -> None:
        self._container = container
        self._duties = duties
        self._seconds = seconds
        self._vitals = vitals
        self._now = now
        self._after = after
        self._ticking = asyncio.Lock()
        self._cleaned_at = vitals.monotonic()

    async def run(self) -> None:
        """Tick until cancelled."""
        while True:
            await self.tick(self._now())
            await asyncio.sleep(self._seconds)

    async def tick(self, now: dt.datetime) -> None:
        """Serve everything that is due at `now`; never raises."""
        async with self._ticking:
            for duty in self._duties:
                await self._serve(duty, now)
            await self._clean_up(now)
            self._vitals.ticked()
            self._after()

    async def next_due_at(self) -> dt.datetime | None:
        """Return the earliest moment at which something becomes due, past ones included; None when nothing waits."""
        async with self._container.transaction() as services:
            moments = [await duty.next_at(services) for duty in self._duties]
            moments.append(await services.outbox.next_at())
        return min((moment for moment in moments if moment is not None), default=None)

    async def _serve(self, duty: Duty, now: dt.datetime) -> None:
        served: set[int] = set()
        try:
            while rows := [row for row in await self._due(duty, now) if row not in served]:
                for start in range(0, len(rows), SIDE_BY_SIDE):
                    batch = rows[start : start + SIDE_BY_SIDE]
                    await asyncio.gather(*(self._do(duty, row, now) for row in batch))
                served.update(rows)
        except Exception as error:  # noqa: BLE001 one kind of work must not stop the others
            _log.error("duty_unavailable", duty=duty.name, error=type(error).__name__)
        self._vitals.count(f"due_{duty.name}", len(served))

    async def _due(self, duty: Duty, now: dt.datetime) -> list[int]:
        async with self._container.transaction() as services:
            return await duty.due(services, now)

    async def _do(self, duty: Duty, row: int, now: dt.datetime) -> None:
        try:
            async with self._container.transaction() as services:
                await duty.do(services, row, now)
        except Exception as error:  # noqa: BLE001 the row moves its own due time and the others go on
            if has_collided(error):
                # The next tick finds the row as the other transaction left it.
                return
            trace = None if is_away(error) else error
            _log.error("due_row_failed", duty=duty.name, row=row, error=type(error).__name__, exc_info=trace)
            self._vitals.count("due_rows_failed")
            await self._postpone(duty, row, now)

    async def _postpone(self, duty: Duty, row: int, now: dt.datetime) -> None:
        try:
            async with self._container.transaction() as services:
                await duty.postpone(services, row, now)
        except Exception as error:  # noqa: BLE001 the next tick finds the row again
            _log.error("due_row_not_postponed", duty=duty.name, row=row, error=type(error).__name__)

    async def _clean_up(self, now: dt.datetime) -> None:
        if self._vitals.monotonic() - self._cleaned_at < CLEAN_UP_SECONDS:
            return
        self._cleaned_at = self._vitals.monotonic()
        try:
            async with self._container.transaction() as services:
                await services.intake.purge(now)
                await services.outbox.purge(now)
                await services.people.forget_anchors(now)
                await services.relay_changes.purge(now)
                await services.mails.purge(now)
        except Exception as error:  # noqa: BLE001 what stays is deleted next hour
            _log.error("clean_up_failed", error=type(error).__name__)
