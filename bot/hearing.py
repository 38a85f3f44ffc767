"""Notes once a minute that Telegram can be heard, and finds the times in which it could not for longer than it keeps updates."""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import Final

import structlog

from bot.vitals import Vitals
from domain.gaps import LOST_AFTER, is_gap
from services.container import Container

LOOKED_SECONDS: Final = 1.0
NOTED_SECONDS: Final = 60.0
AGE_SECONDS: Final = 90.0
"""A poll this old says nothing about now."""

_log = structlog.get_logger(__name__)


class Hearing:
    """The record of being heard.

    While the process runs a clock that is set forward is no gap: only where polls have failed can something be lost.
    """

    def __init__(self, container: Container, vitals: Vitals, now: Callable[[], dt.datetime]) -> None:
        self._container = container
        self._vitals = vitals
        self._now = now
        self._noted_at: float | None = None
        self._failed_before = 0

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            if self._is_to_note():
                try:
                    await self.note()
                except Exception as error:  # noqa: BLE001 it is noted a moment later
                    _log.warning("hearing_not_noted", error=type(error).__name__)
            await asyncio.sleep(LOOKED_SECONDS)

    async def note(self) -> None:
        """Note that Telegram can be heard now, and tell of the gap before, if there was one."""
        now, moment = self._now(), self._vitals.monotonic()
        async with self._container.transaction() as services:
            last = await services.gaps.last()
        if last is not None and self._may_be_deaf(moment) and is_gap(last, now):
            await self._tell(last, now)
        async with self._container.transaction() as services:
            await services.gaps.heard(now)
        self._noted_at, self._failed_before = moment, self._failed()

    def _may_be_deaf(self, moment: float) -> bool:
        if self._noted_at is None:
            return True
        was_long = moment - self._noted_at >= LOST_AFTER.total_seconds()
        return was_long and self._failed() > self._failed_before

    def _failed(self) -> int:
        return self._vitals.counts["polls_failed"]

    def _is_to_note(self) -> bool:
        polled_at = self._vitals.polled_at
        if polled_at is None or self._vitals.age_of(polled_at) > AGE_SECONDS:
            return False
        return self._noted_at is None or self._vitals.age_of(self._noted_at) >= NOTED_SECONDS

    async def _tell(self, since: dt.datetime, until: dt.datetime) -> None:
        _log.error(
            "updates_may_be_lost",
            since=since.isoformat(),
            until=until.isoformat(),
            cure="Telegram keeps updates for 24 hours: everybody is told, ask the groups",
        )
        person_id = 0
        while True:
            async with self._container.transaction() as services:
                person_id = await services.gaps.tell(since, until, until, person_id)
            if not person_id:
                return
