"""Keeps updates from the moment they arrive until their reply has gone out; it understands none of them."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, literal, select, tuple_, update
from sqlalchemy.orm import InstrumentedAttribute

from storage.inserting import insert
from storage.repository import Repository
from storage.tables.inbox import InboxRow

WAITING = "waiting"
DONE = "done"
ANSWERED = "answered"
DEAD = "dead"

_AT_ONCE = 500
"""Keys that one statement may name."""


@dataclasses.dataclass(frozen=True, slots=True)
class Kept:
    """An update as it arrived, or the reply that is owed for it; `at` is when it came to be."""

    update_id: int
    content: bytes
    at: dt.datetime


class Inbox(Repository):
    """The updates of one bot."""

    async def add(self, updates: Mapping[int, bytes], now: dt.datetime) -> list[int]:
        """Keep updates by their id; return the ids that were not known yet, in the order given."""
        if not updates:
            return []
        rows = [
            {
                "bot_id": self.bot_id,
                "update_id": update_id,
                "state": WAITING,
                "tries": 0,
                "payload": self.keys.master.seal(content, self._context("payload", update_id)),
                "received_at": now,
            }
            for update_id, content in updates.items()
        ]
        statement = insert(self.session, InboxRow).values(rows).on_conflict_do_nothing()
        new = set(await self.session.scalars(statement.returning(InboxRow.update_id)))
        return [update_id for update_id in updates if update_id in new]

    async def waiting(self, limit: int, after: Kept | None = None) -> list[Kept]:
        """Return updates that have had no effect yet, oldest arrival first."""
        query = select(InboxRow.update_id, InboxRow.payload, InboxRow.received_at).where(
            InboxRow.bot_id == self.bot_id, InboxRow.state == WAITING
        )
        return await self._page("payload", query, InboxRow.received_at, limit, after)

    async def is_waiting(self, update_id: int) -> bool:
        """Tell whether the update has had no effect yet; holds the row until the transaction ends."""
        query = (
            select(InboxRow.state)
            .where(InboxRow.bot_id == self.bot_id, InboxRow.update_id == update_id)
            .with_for_update()
        )
        return (await self.session.scalar(query)) == WAITING

    async def finish(self, update_id: int, reply: bytes | None, now: dt.datetime) -> None:
        """Mark the effect as made, dropping the update; a reply is owed until `answered`, None owes nothing."""
        sealed = None if reply is None else self.keys.master.seal(reply, self._context("reply", update_id))
        await self._set(
            [update_id], state=ANSWERED if reply is None else DONE, payload=None, reply=sealed, done_at=now
        )

    async def owed(self, limit: int, after: Kept | None = None) -> list[Kept]:
        """Return the replies that have not gone out, oldest effect first."""
        query = select(InboxRow.update_id, InboxRow.reply, InboxRow.done_at).where(
            InboxRow.bot_id == self.bot_id, InboxRow.state == DONE
        )
        return await self._page("reply", query, InboxRow.done_at, limit, after)

    async def answered(self, update_ids: Sequence[int]) -> None:
        """Mark replies as gone out and drop them; what was given up stays so."""
        await self._set(update_ids, InboxRow.state == DONE, state=ANSWERED, reply=None)

    async def answered_before(self, moment: dt.datetime) -> int:
        """Drop the replies that are too old to be of use; return how many."""
        statement = (
            update(InboxRow)
            .where(InboxRow.bot_id == self.bot_id, InboxRow.state == DONE, InboxRow.done_at < moment)
            .values(state=ANSWERED, reply=None)
            .returning(InboxRow.update_id)
        )
        return len((await self.session.scalars(statement)).all())

    async def failed(self, update_id: int) -> int:
        """Count one more failure of an update; return how many it has had."""
        statement = (
            update(InboxRow)
            .where(InboxRow.bot_id == self.bot_id, InboxRow.update_id == update_id)
            .values(tries=InboxRow.tries + 1)
            .returning(InboxRow.tries)
        )
        return (await self.session.scalar(statement)) or 0

    async def bury(self, update_id: int, now: dt.datetime) -> None:
        """Give up an update: it is kept, sealed, for whoever looks into the cause."""
        await self._set([update_id], state=DEAD, done_at=now)

    async def purge(self, received_before: dt.datetime) -> None:
        """Delete what was settled long ago; Telegram repeats nothing after a day."""
        await self.session.execute(
            delete(InboxRow).where(
                InboxRow.bot_id == self.bot_id,
                InboxRow.received_at < received_before,
                InboxRow.state.in_((ANSWERED, DEAD)),
            )
        )

    async def _set(self, update_ids: Sequence[int], *only: ColumnElement[bool], **values: object) -> None:
        for start in range(0, len(update_ids), _AT_ONCE):
            await self.session.execute(
                update(InboxRow)
                .where(
                    InboxRow.bot_id == self.bot_id,
                    InboxRow.update_id.in_(update_ids[start : start + _AT_ONCE]),
                    *only,
                )
                .values(values)
            )

    async def _page(
        self,
        column: str,
        query: Select[Any, Any, Any],
        at: InstrumentedAttribute[Any],
        limit: int,
        after: Kept | None,
    ) -> list[Kept]:
        if after is not None:
            query = query.where(
                tuple_(at, InboxRow.update_id) > tuple_(literal(after.at, at.type), after.update_id)
            )
        rows = await self.session.execute(query.order_by(at, InboxRow.update_id).limit(limit))
        master = self.keys.master
        return [
            Kept(update_id, master.open(sealed or b"", self._context(column, update_id)), moment)
            for update_id, sealed, moment in rows
        ]

    def _context(self, column: str, update_id: int) -> str:
        return f"inbox.{column}:{self.bot_id}:{update_id}"
