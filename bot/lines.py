"""Keeps each person's updates in order and people side by side; it does not know what an update is."""

import asyncio
import collections
from collections.abc import Awaitable, Callable

import structlog

from bot.supervisor import Supervisor

FAIR_SHARE = 50
"""What one person may have waiting before it counts no more: whoever floods us keeps nobody else out."""

_log = structlog.get_logger(__name__)
Work = Callable[[], Awaitable[None]]


class Lines:
    """One line for each person; lines run in parallel, and `put` waits while too much is in all of them together."""

    def __init__(self, supervisor: Supervisor, limit: int = 1000) -> None:
        self._supervisor = supervisor
        self._limit = limit
        self._lines: dict[int, collections.deque[Work]] = {}
        self._size = 0
        self._shares = 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    @property
    def size(self) -> int:
        """Return how many pieces of work wait or run."""
        return self._size

    async def put(self, key: int, work: Work) -> None:
        """Append to a person's line, waiting until there is room."""
        await self._has_room.wait()
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = collections.deque()
            self._supervisor.spawn(self._run(key), f"line {key}")
        line.append(work)
        self._size += 1
        if len(line) <= FAIR_SHARE:
            self._shares += 1
        if self._shares >= self._limit:
            self._has_room.clear()

    async def _run(self, key: int) -> None:
        line = self._lines[key]
        try:
            while line:
                try:
                    await line[0]()
                except Exception as error:  # noqa: BLE001 one piece of work must not hold up the next
                    _log.error("line_work_failed", exc_info=error)
                finally:
                    self._done(line)
        finally:
            # Reached early only by a cancelled stop: what is left is in the database.
            while line:
                self._done(line)
            del self._lines[key]

    def _done(self, line: collections.deque[Work]) -> None:
        if len(line) <= FAIR_SHARE:
            self._shares -= 1
        line.popleft()
        self._size -= 1
        if self._shares < self._limit:
            self._has_room.set()
