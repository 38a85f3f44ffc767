"""Keeps when each participant is asked; it computes the next moment only where a schedule begins."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Select, delete, func, select, update

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import MembershipId, PersonId, TimeId
from domain.recurrence import next_occurrence
from domain.schedules import PauseReason, Schedule, Time
from storage.reach import within
from storage.repository import Repository
from storage.tables.checkins import ScheduleRow, ScheduleTimeRow
from storage.tables.groups import MembershipRow
from storage.types import new_id


class Schedules(Repository):
    """One schedule per participant, with one row for each of its times."""

    async def create(
        self,
        membership_id: MembershipId,
        minutes: Sequence[int],
        weekdays: int,
        timezone: str,
        now: dt.datetime,
    ) -> None:
        """Begin asking a participant at these minutes of the day, or begin again; the first time comes after `now`."""
        firsts = [next_occurrence(minute, weekdays, timezone, now) for minute in minutes]
        times = tuple(
            Time(TimeId(new_id()), slot, minute, first.local_date, first.at)
            for slot, (minute, first) in enumerate(zip(minutes, firsts, strict=True))
        )
        await self.session.merge(
            ScheduleRow(membership_id=membership_id, weekdays=weekdays, paused_until=None, pause_reason=None)
        )
        await self.session.flush()
        await self.set_plan(Schedule(membership_id, times, weekdays))

    async def get(self, scope: Scope, membership_id: MembershipId) -> Schedule | None:
        """Return the schedule of a participant in reach; None when there is none."""
        found = await self._many(_reached(scope).where(ScheduleRow.membership_id == membership_id))
        return found[0] if found else None

    async def with_time(self, scope: Scope, time_id: TimeId) -> Schedule | None:
        """Return the schedule in reach that has this time; None when there is none."""
        owner = select(ScheduleTimeRow.membership_id).where(ScheduleTimeRow.id == time_id)
        found = await self._many(_reached(scope).where(ScheduleRow.membership_id.in_(owner)))
        return found[0] if found else None

    async def of_person(self, scope: Scope, person_id: PersonId) -> list[Schedule]:
        """Return the schedules of a person's active memberships in reach, oldest first."""
        return await self._many(
            _reached(scope)
            .where(MembershipRow.person_id == person_id, MembershipRow.state == MemberState.ACTIVE)
            .order_by(MembershipRow.joined_at, MembershipRow.id)
        )

    async def set_plan(self, schedule: Schedule) -> None:
        """Change times and weekdays, and with them the next moments."""
        await self._set(schedule.membership_id, weekdays=schedule.weekdays)
        await self.session.execute(
            delete(ScheduleTimeRow).where(ScheduleTimeRow.membership_id == schedule.membership_id)
        )
        self.session.add_all(
            ScheduleTimeRow(
                id=time.time_id,
                membership_id=schedule.membership_id,
                slot=time.slot,
                local_minute=time.local_minute,
                due_on=time.due_on,
                next_due_at=time.next_due_at,
                is_held=time.is_held,
            )
            for time in schedule.times
        )
        await self.session.flush()

    async def set_due(self, time_id: TimeId, due_on: dt.date, next_due_at: dt.datetime) -> None:
        """Let a time wait for the check-in of a date, and the tick for its moment."""
        await self._set_time(time_id, due_on=due_on, next_due_at=next_due_at, is_held=False)

    async def hold(self, time_id: TimeId, due_on: dt.date, until: dt.datetime) -> None:
        """Let the check-in of a date, whose moment has come, wait for another moment."""
        await self._set_time(time_id, due_on=due_on, next_due_at=until, is_held=True)

    async def postpone(self, time_id: TimeId, until: dt.datetime) -> None:
        """Look at a time whose moment has come again later; it goes on waiting for the same date."""
        await self._set_time(time_id, next_due_at=until, is_held=True)

    async def set_paused_until(
        self, membership_id: MembershipId, paused_until: dt.date | None, reason: PauseReason | None = None
    ) -> None:
        """Pause until a local date, or go on with None."""
        await self._set(membership_id, paused_until=paused_until, pause_reason=reason)

    async def stop(self, membership_id: MembershipId) -> None:
        """Ask this participant no more."""
        await self._set(membership_id, paused_until=None, pause_reason=None)
        await self.session.execute(
            update(ScheduleTimeRow)
            .where(ScheduleTimeRow.membership_id == membership_id)
            .values(due_on=None, next_due_at=None, is_held=False)
        )

    async def due(self, now: dt.datetime, limit: int) -> list[TimeId]:
        """Return the times whose moment has come, earliest first."""
        query = (
            select(ScheduleTimeRow.id)
            .where(ScheduleTimeRow.next_due_at <= now)
            .order_by(ScheduleTimeRow.next_due_at)
            .limit(limit)
        )
        return [TimeId(found) for found in (await self.session.execute(query)).scalars()]

    async def next_due_at(self) -> dt.datetime | None:
        """Return the earliest moment of all; None when nobody is asked."""
        return (await self.session.execute(select(func.min(ScheduleTimeRow.next_due_at)))).scalar_one()

    async def _many(self, query: Select[ScheduleRow]) -> list[Schedule]:
        rows = (await self.session.scalars(query)).all()
        times = await self._times([row.membership_id for row in rows])
        return [_schedule(row, times[row.membership_id]) for row in rows]

    async def _times(self, membership_ids: Sequence[int]) -> Mapping[int, list[Time]]:
        found: dict[int, list[Time]] = defaultdict(list)
        if membership_ids:
            query = select(ScheduleTimeRow).where(ScheduleTimeRow.membership_id.in_(membership_ids))
            ordered = query.order_by(ScheduleTimeRow.slot).execution_options(populate_existing=True)
            for row in await self.session.scalars(ordered):
                found[row.membership_id].append(_time(row))
        return found

    async def _set(self, membership_id: MembershipId, **values: object) -> None:
        statement = update(ScheduleRow).where(ScheduleRow.membership_id == membership_id).values(**values)
        await self.session.execute(statement)

    async def _set_time(self, time_id: TimeId, **values: object) -> None:
        await self.session.execute(
            update(ScheduleTimeRow).where(ScheduleTimeRow.id == time_id).values(**values)
        )


def _reached(scope: Scope) -> Select[ScheduleRow]:
    return (
        select(ScheduleRow)
        .join(MembershipRow, MembershipRow.id == ScheduleRow.membership_id)
        .where(within(scope))
        .execution_options(populate_existing=True)
    )


def _schedule(row: ScheduleRow, times: Sequence[Time]) -> Schedule:
    return Schedule(
        membership_id=MembershipId(row.membership_id),
        times=tuple(times),
        weekdays=row.weekdays,
        paused_until=row.paused_until,
        pause_reason=None if row.pause_reason is None else PauseReason(row.pause_reason),
    )


def _time(row: ScheduleTimeRow) -> Time:
    return Time(
        time_id=TimeId(row.id),
        slot=row.slot,
        local_minute=row.local_minute,
        due_on=row.due_on,
        next_due_at=row.next_due_at,
        is_held=row.is_held,
    )
