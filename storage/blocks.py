"""Keeps who wants no contact with whom, in any group; it tells nobody."""

import datetime as dt

from sqlalchemy import delete

from domain.ids import PersonId
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.matching import BlockRow


class Blocks(Repository):
    """Blocks between people."""

    async def add(self, blocker_id: PersonId, blocked_id: PersonId, now: dt.datetime) -> None:
        """Keep a block; a second one changes nothing."""
        values = {"blocker_id": blocker_id, "blocked_id": blocked_id, "blocked_at": now}
        await self.session.execute(
            insert(self.session, BlockRow)
            .values(values)
            .on_conflict_do_nothing(index_elements=["blocker_id", "blocked_id"])
        )

    async def remove(self, blocker_id: PersonId, blocked_id: PersonId) -> None:
        """Take one's block back."""
        await self.session.execute(
            delete(BlockRow).where(BlockRow.blocker_id == blocker_id, BlockRow.blocked_id == blocked_id)
        )
