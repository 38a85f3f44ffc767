"""Keeps unasked messages until they are settled; it renders and sends nothing."""

import datetime as dt

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite

from domain.ids import PersonId
from domain.messages import Message
from storage.repository import Repository
from storage.tables.outbox import OutboxRow
from storage.types import new_id


class OutboxRows(Repository):
    """Messages in line."""

    async def add(self, message: Message, *, to: PersonId, key: str, due_at: dt.datetime) -> bool:
        """Put a message in line unless one with this key ever was; tell whether it is new."""
        values = {
            "id": new_id(),
            "bot_id": self.bot_id,
            "dedup_key": key,
            "person_id": to,
            "kind": message.kind,
            "data": message.pack(),
            "lane": message.lane,
            "state": "new",
            "not_before": due_at,
            "expires_at": None if message.lives is None else due_at + message.lives,
            "tries": 0,
        }
        dialect = sqlite if self.session.get_bind().dialect.name == "sqlite" else postgresql
        statement = (
            dialect.insert(OutboxRow).values(values).on_conflict_do_nothing(index_elements=["dedup_key"])
        )
        result = await self.session.execute(statement.returning(OutboxRow.id))
        return result.first() is not None

    async def cancel(self, key: str, now: dt.datetime) -> None:
        """Take back a message that has not been claimed for sending."""
        await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.dedup_key == key, OutboxRow.state == "new")
            .values(state="cancelled", settled_at=now)
        )
