"""Takes updates in: stored before they are confirmed, served in order per person; it understands none of them."""

import json
from collections.abc import Sequence
from typing import Any

import structlog

from bot.lines import Lines
from bot.worker import Worker
from handlers.edge.sheets import Delivery
from storage.inbox import Kept

ALLOWED_UPDATES = ("message", "edited_message", "message_reaction", "callback_query", "my_chat_member")
"""What is asked for: messages, their later edits (which are corrections), reactions, presses, and whether one was blocked."""

_SENDERS = ("callback_query", "message", "edited_message", "message_reaction", "my_chat_member")
_log = structlog.get_logger(__name__)


class Intake:
    """The way in, whether updates are polled or pushed."""

    def __init__(self, worker: Worker, lines: Lines) -> None:
        self._worker = worker
        self._container = worker.container
        self._first_help = worker.first_help
        self._lines = lines
        self._now = worker.now
        self._unsure: set[int] = set()

    @property
    def is_idle(self) -> bool:
        """Tell whether everything that has arrived has been served and answered."""
        return self._lines.size == 0

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store updates and line them up; when this returns they may be confirmed.

        Raises:
            Exception: they could not be stored and must not be confirmed.
        """
        raws = {raw["update_id"]: raw for raw in updates if isinstance(raw.get("update_id"), int)}
        for update_id, raw in raws.items():
            self._first_help.offer(update_id, raw)
        contents = {update_id: json.dumps(raw).encode() for update_id, raw in raws.items()}
        try:
            async with self._container.transaction() as services:
                new = set(await services.intake.keep(contents, self._now()))
        except Exception:
            # The commit may have come through all the same; what then comes again is known, and still to be served.
            self._unsure.update(raws)
            for update_id, raw in raws.items():
                self._first_help.offer(update_id, raw, is_stuck=True)
            raise
        self._worker.vitals.count("updates_received", len(new))
        for update_id, raw in raws.items():
            if update_id in new or update_id in self._unsure:
                await self._line_up(update_id, raw)
        self._unsure.difference_update(raws)

    async def recover(self) -> None:
        """Go on where the last run stopped: send replies that are still owed, serve what still waits."""
        replies = updates = 0
        last = None
        while page := await self._owed(last):
            for last in page:
                await self._owe(last.update_id, last.content)
            replies += len(page)
        last = None
        while page := await self._waiting(last):
            for last in page:
                raw = json.loads(last.content)
                self._first_help.offer(last.update_id, raw)
                await self._line_up(last.update_id, raw)
            updates += len(page)
        if replies or updates:
            _log.info("recovered", replies=replies, updates=updates)

    async def _owed(self, after: Kept | None) -> list[Kept]:
        async with self._container.transaction() as services:
            return await services.intake.owed(self._now(), after)

    async def _waiting(self, after: Kept | None) -> list[Kept]:
        async with self._container.transaction() as services:
            return await services.intake.waiting(after)

    async def _line_up(self, update_id: int, raw: dict[str, Any]) -> None:
        await self._lines.put(_sender(raw), lambda: self._worker.serve(update_id, raw))

    async def _owe(self, update_id: int, packed: bytes) -> None:
        try:
            delivery = Delivery.unpack(packed)
        except ValueError:
            _log.warning("reply_of_another_version", update_id=update_id)
            return
        await self._lines.put(delivery.chat_id, lambda: self._worker.send(update_id, delivery))


def _sender(raw: dict[str, Any]) -> int:
    """Return whose line an update belongs to; 0 for those of nobody."""
    for kind in _SENDERS:
        if isinstance(content := raw.get(kind), dict):
            return int((content.get("from") or content.get("user") or {}).get("id", 0))
    return 0
