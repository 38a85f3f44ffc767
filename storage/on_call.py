"""Keeps when facilitators are on call, who is a backup, and who covers whom; whom an alert reaches stands in `storage.alert_rounds`."""

import datetime as dt

from sqlalchemy import delete, select, update

from domain.ids import GroupId, MembershipId
from domain.on_call import Cover, Hours
from storage.repository import Repository
from storage.tables.escalation import CoverRow, OnCallRow
from storage.tables.groups import GroupRow, MembershipRow
from storage.types import new_id


class OnCall(Repository):
    """Hours, backups and covers."""

    async def hours(self, membership_id: MembershipId) -> Hours | None:
        """Return when the facilitator is on call; None is always."""
        row = await self.session.get(OnCallRow, membership_id)
        return None if row is None else Hours(row.weekdays, row.from_minute, row.until_minute)

    async def set_hours(self, membership_id: MembershipId, hours: Hours | None) -> None:
        """Let the facilitator be on call then; None is always."""
        if hours is None:
            await self.session.execute(delete(OnCallRow).where(OnCallRow.membership_id == membership_id))
            return
        await self.session.merge(
            OnCallRow(
                membership_id=membership_id,
                weekdays=hours.weekdays,
                from_minute=hours.from_minute,
                until_minute=hours.until_minute,
            )
        )
        await self.session.flush()

    async def is_backup(self, membership_id: MembershipId) -> bool:
        """Tell whether the facilitator hears only of what the others have not seen."""
        query = select(MembershipRow.is_backup).where(MembershipRow.id == membership_id)
        return bool(await self.session.scalar(query))

    async def set_backup(self, membership_id: MembershipId, *, is_backup: bool) -> None:
        """Make the facilitator a backup, or no backup."""
        await self.session.execute(
            update(MembershipRow).where(MembershipRow.id == membership_id).values(is_backup=is_backup)
        )

    async def cover(self, membership_id: MembershipId, now: dt.datetime) -> Cover | None:
        """Return the absence that is running or comes next; None when none does."""
        query = select(CoverRow).where(CoverRow.membership_id == membership_id, CoverRow.until_at > now)
        row = await self.session.scalar(query.order_by(CoverRow.from_at).limit(1))
        if row is None:
            return None
        covered_by = None if row.covered_by is None else MembershipId(row.covered_by)
        return Cover(MembershipId(row.membership_id), covered_by, row.from_at, row.until_at)

    async def replace_cover(self, cover: Cover, now: dt.datetime) -> None:
        """Keep one absence in the place of those that are not over."""
        await self.end_covers(cover.membership_id, now)
        self.session.add(
            CoverRow(
                id=new_id(),
                membership_id=cover.membership_id,
                covered_by=cover.covered_by,
                from_at=cover.from_at,
                until_at=cover.until_at,
                made_at=now,
            )
        )
        await self.session.flush()

    async def end_covers(self, membership_id: MembershipId, now: dt.datetime) -> bool:
        """End the absence that is running and forget those to come; tell whether there was any."""
        mine = (CoverRow.membership_id == membership_id, CoverRow.until_at > now)
        ended = await self.session.execute(
            update(CoverRow)
            .where(*mine, CoverRow.from_at <= now)
            .values(until_at=now)
            .returning(CoverRow.id)
            .execution_options(synchronize_session=False)
        )
        dropped = await self.session.execute(delete(CoverRow).where(*mine).returning(CoverRow.id))
        return bool(ended.all()) | bool(dropped.all())

    async def drill_at(self, group_id: GroupId) -> dt.datetime | None:
        """Return when the group's next weekly drill is; None for none."""
        found: dt.datetime | None = await self.session.scalar(
            select(GroupRow.drill_at).where(GroupRow.id == group_id)
        )
        return found

    async def set_drill(self, group_id: GroupId, drill_at: dt.datetime | None) -> None:
        """Let the next drill be then; None for none."""
        await self.session.execute(update(GroupRow).where(GroupRow.id == group_id).values(drill_at=drill_at))
