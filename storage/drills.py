"""Keeps drills: alerts about nobody, which hang on the seat of a facilitator and count in no figure."""

import datetime as dt

from sqlalchemy import func, select, update

from domain.access import Role
from domain.drills import Drill
from domain.escalation import Rung
from domain.groups import MemberState
from domain.ids import AlertId, GroupId, PersonId
from domain.messages import DrillRaised, about_alert
from domain.setbacks import AlertState, Level
from storage.outbox import SENT
from storage.repository import Repository
from storage.tables.alerts import AlertRow
from storage.tables.groups import GroupRow, MembershipRow
from storage.tables.outbox import OutboxRow
from storage.types import new_id


class Drills(Repository):
    """Rehearsals."""

    async def begin(
        self, group_id: GroupId, now: dt.datetime, next_round_at: dt.datetime | None
    ) -> AlertId | None:
        """Create a drill; None where the group has no facilitator, or one is running."""
        # Held until the transaction ends, so that two at once make one drill.
        await self.session.execute(update(GroupRow).where(GroupRow.id == group_id).values(name=GroupRow.name))
        running = select(AlertRow.id).where(
            AlertRow.group_id == group_id, AlertRow.is_drill, AlertRow.resolved_at.is_(None)
        )
        seat = await self.session.scalar(
            select(MembershipRow.id)
            .where(
                MembershipRow.group_id == group_id,
                MembershipRow.role == Role.FACILITATOR,
                MembershipRow.state == MemberState.ACTIVE,
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
            .limit(1)
        )
        if seat is None or await self.session.scalar(running) is not None:
            return None
        row = AlertRow(
            id=new_id(),
            group_id=group_id,
            membership_id=seat,
            level=Level.URGENT,
            state=AlertState.OPEN,
            round=0,
            repeats=0,
            raised_at=now,
            sent_at=now,
            next_round_at=next_round_at,
            is_drill=True,
        )
        self.session.add(row)
        await self.session.flush()
        return AlertId(row.id)

    async def get(self, alert_id: AlertId) -> Drill | None:
        """Return a drill with the times of its steps; None when this is none."""
        row = await self.session.get(AlertRow, alert_id, populate_existing=True)
        if row is None or not row.is_drill:
            return None
        sent_at: dt.datetime | None = await self.session.scalar(
            select(func.min(OutboxRow.settled_at)).where(
                OutboxRow.about == about_alert(alert_id),
                OutboxRow.kind == DrillRaised.kind,
                OutboxRow.state == SENT,
            )
        )
        return Drill(
            alert_id=AlertId(row.id),
            group_id=GroupId(row.group_id),
            raised_at=row.raised_at,
            rung=Rung(row.rung),
            sent_at=sent_at,
            seen_at=row.acknowledged_at,
            over_at=row.resolved_at,
        )

    async def seen_by(self, alert_id: AlertId) -> PersonId | None:
        """Return who has seen a drill; None for nobody, or somebody who has been erased."""
        found = await self.session.scalar(select(AlertRow.acknowledged_by).where(AlertRow.id == alert_id))
        return None if found is None else PersonId(found)

    async def end(self, alert_id: AlertId, now: dt.datetime, by: PersonId | None) -> bool:
        """End a drill that runs, as seen by somebody or (None) by nobody; tell whether it ran."""
        seen = {} if by is None else {"acknowledged_by": by, "acknowledged_at": now}
        ended = (
            update(AlertRow)
            .where(AlertRow.id == alert_id, AlertRow.is_drill, AlertRow.resolved_at.is_(None))
            .values(
                state=AlertState.RESOLVED, resolved_at=now, next_round_at=None, unheard_since=None, **seen
            )
            .returning(AlertRow.id)
            .execution_options(synchronize_session=False)
        )
        return (await self.session.execute(ended)).first() is not None

    async def due(self, now: dt.datetime, limit: int) -> list[GroupId]:
        """Return the groups whose weekly drill is due, earliest first."""
        query = select(GroupRow.id).where(GroupRow.drill_at <= now).order_by(GroupRow.drill_at).limit(limit)
        return [GroupId(found) for found in await self.session.scalars(query)]

    async def next_at(self) -> dt.datetime | None:
        """Return when the first weekly drill of all is due; None when none is."""
        found: dt.datetime | None = await self.session.scalar(select(func.min(GroupRow.drill_at)))
        return found
