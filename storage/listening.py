"""Keeps when this bot last looked at Telegram, and finds whom a gap concerns."""

import datetime as dt

from sqlalchemy import select

from domain.groups import MemberState
from domain.ids import PersonId
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.listening import ListeningRow


class Listening(Repository):
    """The last look."""

    async def last(self) -> dt.datetime | None:
        """Return when this bot last looked; None for never."""
        row = await self.session.get(ListeningRow, self.bot_id, populate_existing=True)
        return None if row is None else row.heard_at

    async def heard(self, now: dt.datetime) -> None:
        """Note a look."""
        statement = insert(self.session, ListeningRow).values(bot_id=self.bot_id, heard_at=now)
        await self.session.execute(
            statement.on_conflict_do_update(index_elements=["bot_id"], set_={"heard_at": now})
        )

    async def people_after(self, person_id: int, limit: int) -> list[PersonId]:
        """Return people with a seat in any group, by their ids, from after one of them on."""
        query = (
            select(MembershipRow.person_id)
            .where(MembershipRow.state == MemberState.ACTIVE, MembershipRow.person_id > person_id)
            .group_by(MembershipRow.person_id)
            .order_by(MembershipRow.person_id)
            .limit(limit)
        )
        return [PersonId(found) for found in await self.session.scalars(query)]
