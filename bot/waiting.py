"""Waits for a database that cannot be opened yet, and keeps the door meanwhile: it confirms no update, and only helps.

What time or somebody's hand may mend is tried again for ever; a later schema or a missing key is not, they end the start.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from typing import Any

import structlog
from sqlalchemy.exc import DBAPIError

from bot.first_help import FirstHelp
from bot.intake import Intake
from bot.operator import explained
from storage import schema
from storage.database import has_wal_reset_bug
from storage.unit_of_work import Storage

PATIENCE_SECONDS = 2.0
"""How long a start waits for the database before it takes calls for help without one."""
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 15.0

_log = structlog.get_logger(__name__)


class NotOpen(Exception):
    """Updates came while there is no database; they must not be confirmed."""


class Opening:
    """The opening of the database: `run` in a task of its own, `ended` where its end matters."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._is_over = asyncio.Event()
        self._obstacle: Exception | None = None

    async def run(self) -> None:
        """Try until the database is open, or until something is in the way that trying again cannot mend."""
        wait = FIRST_WAIT_SECONDS
        try:
            while not await self._is_open():
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)
        except Exception as error:  # noqa: BLE001 whoever waits for the end raises it
            self._obstacle = error
        self._is_over.set()

    async def ended(self, seconds: float | None = None) -> bool:
        """Wait for the end, for a limited time or (None) for ever; tell whether the database is open.

        Raises:
            NewerSchema, Unreadable: trying again cannot mend it.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._is_over.wait()
        if self._obstacle is not None:
            raise self._obstacle
        return self._is_over.is_set()

    async def _is_open(self) -> bool:
        try:
            await schema.upgrade(self._storage.database)
            await self._storage.open()
        except (DBAPIError, OSError) as error:
            told = explained(error)
            _log.error(
                "database_not_usable",
                cure=str(told) if told else "see the error",
                meanwhile="calls for help are answered, everything else waits at Telegram",
                exc_info=None if told else error,
            )
            return False
        if self._storage.database.is_sqlite and has_wal_reset_bug():
            # One connection writes here, which is safe; a second program that writes would not be.
            _log.warning("old_sqlite", cure="let no other program write to the database while the bot runs")
        return True


class Entrance:
    """Where updates come in, polled or pushed: from the first moment for calls for help, later for everything."""

    def __init__(self, first_help: FirstHelp) -> None:
        self.first_help = first_help
        self._intake: Intake | None = None

    def open_to(self, intake: Intake) -> None:
        """Let everything in from now on."""
        self._intake = intake

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Answer calls for help, and store all updates if there is a database; when this returns they may be confirmed.

        Raises:
            Exception: they could not be stored and must not be confirmed; `NotOpen` while there is no database.
        """
        if self._intake is not None:
            await self._intake.accept(updates)
            return
        for raw in updates:
            if isinstance(update_id := raw.get("update_id"), int):
                self.first_help.offer(update_id, raw, is_stuck=True)
        raise NotOpen
