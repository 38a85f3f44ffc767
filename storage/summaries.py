"""Keeps when each group's facilitators are next sent a look back on the week; it reads nothing of anybody."""

import datetime as dt

from sqlalchemy import func, or_, select, update

from domain.ids import GroupId
from storage.repository import Repository
from storage.tables.groups import GroupRow


class Summaries(Repository):
    """The due moments of weekly summaries."""

    async def due(self, now: dt.datetime, limit: int) -> list[GroupId]:
        """Return the groups whose summary is due, earliest first, and those for which no moment is set yet."""
        query = (
            select(GroupRow.id)
            .where(or_(GroupRow.summary_at <= now, GroupRow.summary_at.is_(None)))
            .order_by(GroupRow.summary_at, GroupRow.id)
            .limit(limit)
        )
        return [GroupId(found) for found in await self.session.scalars(query)]

    async def planned_at(self, group_id: GroupId) -> dt.datetime | None:
        """Return when a group's next summary is due; None when that is not set yet."""
        return await self.session.scalar(select(GroupRow.summary_at).where(GroupRow.id == group_id))

    async def set_next(self, group_id: GroupId, at: dt.datetime) -> None:
        """Let a group wait for its next summary."""
        await self.session.execute(update(GroupRow).where(GroupRow.id == group_id).values(summary_at=at))

    async def next_at(self) -> dt.datetime | None:
        """Return when the first of all is due; None when none waits."""
        return await self.session.scalar(select(func.min(GroupRow.summary_at)))
