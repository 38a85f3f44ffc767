"""Keeps where the watch over each participant's own usual stands, and whose days are to be looked at; it looks at none."""

import datetime as dt

from sqlalchemy import func, select, update

from domain.ids import MembershipId
from domain.own_days import Standing
from domain.shifts import Watch
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.setbacks import WatchRow


class Watches(Repository):
    """The watch over each participant."""

    async def wake(self, membership_id: MembershipId, at: dt.datetime) -> None:
        """Let the days of this seat be looked at, at this moment."""
        added = insert(self.session, WatchRow).values(membership_id=membership_id, next_at=at)
        await self.session.execute(
            added.on_conflict_do_update(index_elements=["membership_id"], set_={"next_at": at})
        )

    async def due(self, now: dt.datetime, limit: int) -> list[MembershipId]:
        """Return the seats whose days are to be looked at, earliest first."""
        query = (
            select(WatchRow.membership_id)
            .where(WatchRow.next_at <= now)
            .order_by(WatchRow.next_at, WatchRow.membership_id)
            .limit(limit)
        )
        return [MembershipId(found) for found in await self.session.scalars(query)]

    async def next_at(self) -> dt.datetime | None:
        """Return when the next days are to be looked at; None when none are."""
        found: dt.datetime | None = await self.session.scalar(select(func.min(WatchRow.next_at)))
        return found

    async def is_due(self, membership_id: MembershipId, now: dt.datetime) -> bool:
        """Tell whether the days of this seat are still to be looked at."""
        query = select(WatchRow.membership_id).where(
            WatchRow.membership_id == membership_id, WatchRow.next_at <= now
        )
        return await self.session.scalar(query) is not None

    async def get(self, membership_id: MembershipId) -> Standing:
        """Return where the watch over this seat stands."""
        row = await self.session.get(WatchRow, membership_id, populate_existing=True)
        if row is None:
            return Standing()
        before, after = Watch(row.lasting_before, row.calm_before), Watch(row.lasting, row.calm)
        return Standing(row.seen_on, before, after)

    async def keep(self, membership_id: MembershipId, standing: Standing) -> None:
        """Keep where the watch stands now; nothing more is to be looked at for the moment."""
        await self._set(
            membership_id,
            next_at=None,
            seen_on=standing.seen_on,
            lasting_before=standing.before.lasting,
            calm_before=standing.before.calm,
            lasting=standing.after.lasting,
            calm=standing.after.calm,
        )

    async def postpone(self, membership_id: MembershipId, until: dt.datetime) -> None:
        """Look at this seat later."""
        await self._set(membership_id, next_at=until)

    async def _set(self, membership_id: MembershipId, **values: object) -> None:
        await self.session.execute(
            update(WatchRow).where(WatchRow.membership_id == membership_id).values(**values)
        )
