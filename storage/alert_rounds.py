"""Finds whom an alert is told to and when it is told again; what an alert is stands in `storage.alerts`."""

import datetime as dt

from sqlalchemy import func, select, update

from domain.access import Role
from domain.groups import MemberState
from domain.ids import AlertId, GroupId, PersonId
from storage.repository import Repository
from storage.tables.alerts import AlertRow
from storage.tables.groups import MembershipRow
from storage.tables.people import PersonRow


class AlertRounds(Repository):
    """The tellings of alerts."""

    async def tellable(self, group_id: GroupId) -> list[tuple[PersonId, bool]]:
        """Return the active facilitators of the group, by joining, each with whether messages reach them."""
        query = (
            select(PersonRow.id, PersonRow.unreachable_since)
            .join(MembershipRow, MembershipRow.person_id == PersonRow.id)
            .where(
                MembershipRow.group_id == group_id,
                MembershipRow.role == Role.FACILITATOR,
                MembershipRow.state == MemberState.ACTIVE,
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        return [(PersonId(row[0]), row[1] is None) for row in await self.session.execute(query)]

    async def due(self, now: dt.datetime, limit: int) -> list[AlertId]:
        """Return the open alerts whose next round is due, earliest first."""
        query = (
            select(AlertRow.id)
            .where(AlertRow.next_round_at <= now)
            .order_by(AlertRow.next_round_at, AlertRow.id)
            .limit(limit)
        )
        return [AlertId(found) for found in await self.session.scalars(query)]

    async def next_due_at(self) -> dt.datetime | None:
        """Return when the next round of any alert is due; None when none is."""
        found: dt.datetime | None = await self.session.scalar(select(func.min(AlertRow.next_round_at)))
        return found

    async def postpone(self, alert_id: AlertId, until: dt.datetime) -> None:
        """Move the next round."""
        await self.session.execute(
            update(AlertRow)
            .where(AlertRow.id == alert_id, AlertRow.next_round_at.is_not(None))
            .values(next_round_at=until)
        )
