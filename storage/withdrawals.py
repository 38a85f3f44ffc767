"""Takes back unasked messages that are no longer right, also those that a courier holds; it sends and settles none."""

import datetime as dt
from typing import Any

from sqlalchemy import select, true, update

from domain.ids import PersonId
from storage.outbox import CANCELLED, NEW, SENDING
from storage.repository import Repository
from storage.tables.outbox import OutboxRow


class Withdrawals(Repository):
    """Messages in line that are taken back."""

    async def cancel_about(self, about: str, now: dt.datetime, to: PersonId | None = None) -> list[int]:
        """Take back what rests on what has ended, to one person or (None) to all, also what a courier holds; return which."""
        whose = true() if to is None else OutboxRow.person_id == to
        taken = await self.session.scalars(
            update(OutboxRow)
            .where(OutboxRow.about == about, OutboxRow.state.in_((NEW, SENDING)), whose)
            .values(state=CANCELLED, settled_at=now)
            .returning(OutboxRow.id)
        )
        return list(taken)

    async def waiting(self, about: str, to: PersonId) -> list[tuple[int, str, dict[str, Any]]]:
        """Return the id, kind and data of what rests on something and has not reached a person, oldest first."""
        query = select(OutboxRow.id, OutboxRow.kind, OutboxRow.data).where(
            OutboxRow.about == about, OutboxRow.person_id == to, OutboxRow.state.in_((NEW, SENDING))
        )
        return [(id_, kind, data) for id_, kind, data in await self.session.execute(query)]

    async def take_back(self, row_id: int, now: dt.datetime) -> None:
        """Take back one message, also when a courier holds it unsent."""
        await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == row_id, OutboxRow.state.in_((NEW, SENDING)))
            .values(state=CANCELLED, settled_at=now)
        )

    async def was_taken_back(self, row_id: int) -> bool:
        """Tell whether a message was taken back, while a courier held it or before."""
        query = select(OutboxRow.id).where(OutboxRow.id == row_id, OutboxRow.state == CANCELLED)
        return await self.session.scalar(query) is not None
