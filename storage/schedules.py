"""Keeps when each participant is asked; it computes the next moment only where a schedule begins."""

import datetime as dt

from sqlalchemy import func, select, update

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import MembershipId, PersonId
from domain.recurrence import Schedule, next_occurrence
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import ScheduleRow
from storage.tables.groups import MembershipRow


class Schedules(Repository):
    """One schedule per participant."""

    async def create(
        self,
        membership_id: MembershipId,
        local_minute: int,
        weekdays: int,
        timezone: str,
        now: dt.datetime,
    ) -> None:
        """Begin asking a participant, or begin again; the first time comes after `now`."""
        first = next_occurrence(local_minute, weekdays, timezone, now)
        await self.session.merge(
            ScheduleRow(
                membership_id=membership_id,
                local_minute=local_minute,
                weekdays=weekdays,
                next_due_at=first.at,
                paused_until=None,
            )
        )
        await self.session.flush()

    async def get(self, scope: Scope, membership_id: MembershipId) -> Schedule | None:
        """Return the schedule of a participant in reach; None when there is none."""
        query = (
            select(ScheduleRow)
            .join(MembershipRow, MembershipRow.id == ScheduleRow.membership_id)
            .where(ScheduleRow.membership_id == membership_id, within(scope))
        )
        row = (await self.session.execute(query)).scalar_one_or_none()
        return None if row is None else _schedule(row)

    async def of_person(self, scope: Scope, person_id: PersonId) -> list[Schedule]:
        """Return the schedules of a person's active memberships in reach, oldest first."""
        query = (
            select(ScheduleRow)
            .join(MembershipRow, MembershipRow.id == ScheduleRow.membership_id)
            .where(
                MembershipRow.person_id == person_id, MembershipRow.state == MemberState.ACTIVE, within(scope)
            )
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )
        return [_schedule(row) for row in (await self.session.execute(query)).scalars()]

    async def set_plan(
        self, membership_id: MembershipId, local_minute: int, weekdays: int, next_due_at: dt.datetime
    ) -> None:
        """Change time and weekdays, and with them the next moment."""
        await self._set(membership_id, local_minute=local_minute, weekdays=weekdays, next_due_at=next_due_at)

    async def set_next_due(self, membership_id: MembershipId, next_due_at: dt.datetime) -> None:
        """Move the moment the tick waits for."""
        await self._set(membership_id, next_due_at=next_due_at)

    async def set_paused_until(self, membership_id: MembershipId, paused_until: dt.date | None) -> None:
        """Pause until a local date, or go on with None."""
        await self._set(membership_id, paused_until=paused_until)

    async def stop(self, membership_id: MembershipId) -> None:
        """Ask this participant no more."""
        await self._set(membership_id, next_due_at=None, paused_until=None)

    async def due(self, now: dt.datetime, limit: int) -> list[MembershipId]:
        """Return whose moment has come, earliest first."""
        query = (
            select(ScheduleRow.membership_id)
            .where(ScheduleRow.next_due_at <= now)
            .order_by(ScheduleRow.next_due_at)
            .limit(limit)
        )
        return [MembershipId(found) for found in (await self.session.execute(query)).scalars()]

    async def next_due_at(self) -> dt.datetime | None:
        """Return the earliest moment of all; None when nobody is asked."""
        return (await self.session.execute(select(func.min(ScheduleRow.next_due_at)))).scalar_one()

    async def _set(self, membership_id: MembershipId, **values: object) -> None:
        statement = update(ScheduleRow).where(ScheduleRow.membership_id == membership_id).values(**values)
        await self.session.execute(statement)


def _schedule(row: ScheduleRow) -> Schedule:
    return Schedule(
        membership_id=MembershipId(row.membership_id),
        local_minute=row.local_minute,
        weekdays=row.weekdays,
        next_due_at=row.next_due_at,
        paused_until=row.paused_until,
    )
