"""Keeps who was missing at which group session; it tells nobody."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import delete, func, select, update

from domain.ids import MembershipId
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.sessions import NoShowRow


class NoShows(Repository):
    """No-shows."""

    async def of_day(
        self, seats: Collection[MembershipId], held_on: dt.date
    ) -> dict[MembershipId, dt.datetime | None]:
        """Return which of these seats were missing on a date, each with when that was told; None for not yet."""
        query = select(NoShowRow).where(NoShowRow.membership_id.in_(seats), NoShowRow.held_on == held_on)
        rows = await self.session.scalars(query.execution_options(populate_existing=True))
        return {MembershipId(row.membership_id): row.told_at for row in rows}

    async def mark(self, membership_id: MembershipId, held_on: dt.date, now: dt.datetime) -> None:
        """Note that somebody was missing; a second time changes nothing."""
        row = insert(self.session, NoShowRow).values(
            membership_id=membership_id, held_on=held_on, marked_at=now
        )
        await self.session.execute(row.on_conflict_do_nothing())

    async def unmark(self, membership_id: MembershipId, held_on: dt.date) -> None:
        """Take that back."""
        await self.session.execute(
            delete(NoShowRow).where(NoShowRow.membership_id == membership_id, NoShowRow.held_on == held_on)
        )

    async def count(self, membership_id: MembershipId, after: dt.date) -> int:
        """Return at how many sessions after a date somebody was missing."""
        query = select(func.count()).where(
            NoShowRow.membership_id == membership_id, NoShowRow.held_on > after
        )
        return (await self.session.scalar(query)) or 0

    async def tell(self, membership_id: MembershipId, held_on: dt.date, now: dt.datetime) -> None:
        """Note that it is part of an alert now."""
        await self.session.execute(
            update(NoShowRow)
            .where(NoShowRow.membership_id == membership_id, NoShowRow.held_on == held_on)
            .values(told_at=now)
        )
