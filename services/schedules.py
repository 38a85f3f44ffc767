"""Lets people decide when they are asked: time, weekdays, zone, pauses; a change never asks for one date twice."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.checkins import CheckIn, State
from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.recurrence import Occurrence, Schedule, local_date_at, next_occurrence, upcoming
from storage.unit_of_work import UnitOfWork

SHOWN = 3
"""Prompts to come that a person is shown."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """When one seat of a person is asked.

    Attributes:
        timezone: the zone the times are in.
        coming: the next prompts that will really be sent; empty when asking has stopped.
        resumes_on: the local date of the first check-in after the running pause; None when nothing is paused.
    """

    schedule: Schedule
    timezone: str
    coming: tuple[Occurrence, ...]
    resumes_on: dt.date | None

    @property
    def is_paused(self) -> bool:
        """Tell whether a pause is running or agreed on."""
        return self.resumes_on is not None


class Schedules:
    """Use cases of the person who is asked."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def plans(self, actor: Actor, now: dt.datetime) -> list[Plan]:
        """Return when each of the person's seats is asked, oldest seat first."""
        schedules = await self._work.schedules.of_person(actor.scope, actor.person_id)
        return [_plan(actor, schedule, now) for schedule in schedules]

    async def plan(self, actor: Actor, membership_id: MembershipId, now: dt.datetime) -> Plan:
        """Return when one seat of the person is asked.

        Raises:
            NotAllowed: it is not the person's, or not any more.
        """
        return _plan(actor, await self._own(actor, membership_id), now)

    async def group_names(self, actor: Actor) -> dict[MembershipId, str]:
        """Return the name of the group of each seat as participant, for people who have several."""
        return {
            seat.membership_id: (await self._work.groups.group(seat.group_id)).name
            for seat in actor.participant_seats
        }

    async def set_time(
        self, actor: Actor, membership_id: MembershipId, local_minute: int, now: dt.datetime
    ) -> Plan:
        """Ask at another minute of the day (0-1439)."""
        schedule = await self._own(actor, membership_id)
        return await self._replan(actor, dataclasses.replace(schedule, local_minute=local_minute), now)

    async def set_weekdays(
        self, actor: Actor, membership_id: MembershipId, weekdays: int, now: dt.datetime
    ) -> Plan:
        """Ask on other weekdays (seven bits from Monday); with none at all nothing changes."""
        schedule = await self._own(actor, membership_id)
        if not weekdays:
            return _plan(actor, schedule, now)
        return await self._replan(actor, dataclasses.replace(schedule, weekdays=weekdays), now)

    async def set_timezone(self, actor: Actor, timezone: str, now: dt.datetime) -> Actor:
        """Move the person to another zone, all seats with it; return the person as of now."""
        await self._work.people.set_timezone(actor.person_id, timezone)
        moved = dataclasses.replace(actor, timezone=timezone)
        for schedule in await self._work.schedules.of_person(moved.scope, moved.person_id):
            await self._replan(moved, schedule, now)
        return moved

    async def pause(self, actor: Actor, days: int, now: dt.datetime) -> dt.date | None:
        """Ask nothing for so many days, from the next prompt on; return when asking goes on.

        An open check-in without answers is paused as well. None when the person is not asked anyway.
        """
        for checkin in await self._work.checkins.open_of(actor.scope, actor.person_id):
            if not checkin.answers:
                await self._set_aside(actor, checkin, now)
        schedules = await self._work.schedules.of_person(actor.scope, actor.person_id)
        first = [
            await self._first_paused(actor, one, now) for one in schedules if one.next_due_at is not None
        ]
        if not first:
            return None
        until = min(first) + dt.timedelta(days=days)
        for schedule in schedules:
            await self._work.schedules.set_paused_until(schedule.membership_id, until)
        return until

    async def resume(self, actor: Actor) -> None:
        """End the pause of all seats."""
        for schedule in await self._work.schedules.of_person(actor.scope, actor.person_id):
            await self._work.schedules.set_paused_until(schedule.membership_id, None)

    async def listen(self, actor: Actor, kind: str, membership_id: MembershipId, now: dt.datetime) -> None:
        """Let what the person types next be a time or a place for the schedule."""
        await self._own(actor, membership_id)
        await self._work.dialogues.open(actor.person_id, kind, membership_id, now)

    async def stop_listening(self, actor: Actor, kind: str) -> None:
        """Let what the person types next be something else again."""
        await self._work.dialogues.close(actor.person_id, kind)

    async def _own(self, actor: Actor, membership_id: MembershipId) -> Schedule:
        is_seat = any(seat.membership_id == membership_id for seat in actor.participant_seats)
        schedule = await self._work.schedules.get(actor.scope, membership_id) if is_seat else None
        if schedule is None:
            raise NotAllowed("system.not_yours")
        return schedule

    async def _replan(self, actor: Actor, schedule: Schedule, now: dt.datetime) -> Plan:
        due = now
        while True:
            coming = next_occurrence(schedule.local_minute, schedule.weekdays, actor.timezone, due)
            if not await self._is_asked(actor, schedule.membership_id, coming.local_date):
                break
            due = coming.at
        changed = dataclasses.replace(schedule, next_due_at=coming.at)
        await self._work.schedules.set_plan(
            schedule.membership_id, schedule.local_minute, schedule.weekdays, coming.at
        )
        return _plan(actor, changed, now)

    async def _is_asked(self, actor: Actor, membership_id: MembershipId, date: dt.date) -> bool:
        checkins = await self._work.checkins.of_day(actor.scope, membership_id, date)
        return any(checkin.slot == 0 for checkin in checkins)

    async def _first_paused(self, actor: Actor, schedule: Schedule, now: dt.datetime) -> dt.date:
        today = local_date_at(now, actor.timezone)
        checkins = await self._work.checkins.of_day(actor.scope, schedule.membership_id, today)
        if any(checkin.state is State.PAUSED for checkin in checkins):
            return today
        plan = (schedule.local_minute, schedule.weekdays, actor.timezone)
        return next_occurrence(*plan, now).local_date

    async def _set_aside(self, actor: Actor, checkin: CheckIn, now: dt.datetime) -> None:
        await self._work.checkins.set_state(checkin.id, State.PAUSED, now)
        if await self._work.dialogues.current(actor.person_id) == ("checkin", checkin.id):
            await self._work.dialogues.close(actor.person_id)


def _plan(actor: Actor, schedule: Schedule, now: dt.datetime) -> Plan:
    coming: tuple[Occurrence, ...] = ()
    if schedule.next_due_at is not None:
        # The one that waits may be later than the next by the clock: its date may have been answered early.
        after = max(now, schedule.next_due_at - dt.timedelta(seconds=1))
        coming = tuple(upcoming(schedule, actor.timezone, after, SHOWN))
    is_paused = schedule.is_paused_on(local_date_at(now, actor.timezone))
    resumes_on = coming[0].local_date if coming and is_paused else None
    return Plan(schedule, actor.timezone, coming, resumes_on)
