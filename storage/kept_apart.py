"""Keeps whom a facilitator never wants together, and why; no participant is told."""

import datetime as dt

from sqlalchemy import delete, select

from domain.ids import GroupId, MembershipId
from domain.pairing import Apart, Couple
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.matching import KeptApartRow


class KeptApart(Repository):
    """Couples kept apart. Callers see to it that the viewer facilitates the group."""

    async def of(self, group_id: GroupId) -> dict[Couple, Apart]:
        """Return the couples of the group that are kept apart, oldest first, each with why."""
        query = (
            select(KeptApartRow)
            .where(KeptApartRow.group_id == group_id)
            .order_by(KeptApartRow.since, KeptApartRow.first_id, KeptApartRow.second_id)
        )
        rows = (await self.session.scalars(query.execution_options(populate_existing=True))).all()
        return {
            frozenset({MembershipId(row.first_id), MembershipId(row.second_id)}): Apart(row.reason)
            for row in rows
        }

    async def add(self, group_id: GroupId, couple: Couple, reason: Apart, now: dt.datetime) -> None:
        """Keep two apart from now on; a second time changes the reason alone."""
        first, second = sorted(couple)
        values = {"group_id": group_id, "reason": reason, "since": now}
        await self.session.execute(
            insert(self.session, KeptApartRow)
            .values(first_id=first, second_id=second, **values)
            .on_conflict_do_update(index_elements=["first_id", "second_id"], set_={"reason": reason})
        )

    async def remove(self, couple: Couple) -> None:
        """No longer keep two apart."""
        first, second = sorted(couple)
        await self.session.execute(
            delete(KeptApartRow).where(KeptApartRow.first_id == first, KeptApartRow.second_id == second)
        )
