"""Keeps what happened to each update, in the transaction of its effect; it understands none of them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from storage.inbox import Kept
from storage.unit_of_work import UnitOfWork

MAX_TRIES = 5
"""Failures after which an update is given up."""
REPLY_LIVES = dt.timedelta(minutes=10)
"""How long after the effect a reply is still worth sending."""
PAGE = 500
"""Rows read at once after a start."""
KEPT_FOR = dt.timedelta(days=8)
"""Telegram repeats an update for a day and its ids for a week."""


class Intake:
    """The record of updates: waiting, done (its reply owed), answered or dead."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def keep(self, updates: Mapping[int, bytes], now: dt.datetime) -> list[int]:
        """Store updates by id; return those not known yet, in the order given."""
        return await self._work.inbox.add(updates, now)

    async def waiting(self, after: Kept | None = None) -> list[Kept]:
        """Return a page of updates without an effect yet, oldest first."""
        return await self._work.inbox.waiting(PAGE, after)

    async def begin(self, update_id: int) -> bool:
        """Tell whether the update still waits for its effect; false means that all is done."""
        return await self._work.inbox.is_waiting(update_id)

    async def finish(self, update_id: int, reply: bytes | None, now: dt.datetime) -> None:
        """Mark the effect as made, with the reply that is owed (None: none)."""
        await self._work.inbox.finish(update_id, reply, now)

    async def owed(self, now: dt.datetime, after: Kept | None = None) -> list[Kept]:
        """Return a page of replies that are still worth sending, oldest first, and drop those that are not."""
        await self._work.inbox.answered_before(now - REPLY_LIVES)
        return await self._work.inbox.owed(PAGE, after)

    async def answered(self, update_ids: Sequence[int]) -> None:
        """Mark replies as gone out."""
        await self._work.inbox.answered(update_ids)

    async def failed(self, update_id: int, now: dt.datetime) -> bool:
        """Count a failure; tell whether the update has been given up."""
        if await self._work.inbox.failed(update_id) < MAX_TRIES:
            return False
        await self._work.inbox.bury(update_id, now)
        return True

    async def purge(self, now: dt.datetime) -> None:
        """Delete what was settled long ago."""
        await self._work.inbox.purge(now - KEPT_FOR)
