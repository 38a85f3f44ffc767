"""Writes down that replies have gone out, many at a time; a kill before that repeats a reply, it never loses one."""

import asyncio

import structlog

from bot.supervisor import Supervisor
from services.container import Container

GROUP = 200
"""Replies that one transaction marks."""

_log = structlog.get_logger(__name__)


class Receipts:
    """Replies that have gone out and are not marked yet."""

    def __init__(self, container: Container, supervisor: Supervisor, linger: float = 0.1) -> None:
        self._container = container
        self._supervisor = supervisor
        self._linger = linger
        self._pending: list[int] = []
        self._writer: asyncio.Task[None] | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether everything is marked."""
        return not self._pending

    def add(self, update_id: int) -> None:
        """Note that the reply to an update has gone out."""
        self._pending.append(update_id)
        if self._writer is None or self._writer.done():
            self._writer = self._supervisor.spawn(self._write(), "receipts")

    async def _write(self) -> None:
        wait = self._linger
        while self._pending:
            await asyncio.sleep(wait)
            group = self._pending[:GROUP]
            try:
                async with self._container.transaction() as services:
                    await services.intake.answered(group)
            except Exception as error:  # noqa: BLE001 the rows are still there; the database may be back in a moment
                _log.warning("receipts_not_written", count=len(self._pending), error=type(error).__name__)
                wait = min(wait * 2, 15)
                continue
            del self._pending[: len(group)]
            wait = self._linger
