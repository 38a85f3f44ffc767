"""Lets people decide when they are asked: times, weekdays, zone, quiet hours, pauses; a change never asks for a date twice."""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from domain.access import Actor
from domain.checkins import OWN_SLOT
from domain.errors import NotAllowed, NotUnderstood
from domain.ids import MembershipId, TimeId
from domain.quiet import Quiet, quiet_between
from domain.recurrence import local_date_at
from domain.schedules import (
    LONGEST_PAUSE,
    PauseReason,
    Prompt,
    Schedule,
    Time,
    checked_minutes,
    replanned,
    slots_of,
    upcoming,
)
from services.outbox import Outbox
from services.pausing import Pausing
from storage.types import new_id
from storage.unit_of_work import UnitOfWork

SHOWN = 3
"""Prompts to come that a person is shown."""
_AROUND = dt.timedelta(days=8)
"""Dates on each side of now that are looked at for what was asked: also the last one of a weekly plan."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """When one seat of a person is asked.

    Attributes:
        timezone: the zone the times are in.
        coming: the next prompts that will really be sent, over all times; empty when asking has stopped.
        resumes_on: the local date of the first check-in after the running pause; None when nothing is paused.
        quiet: hours in which nothing comes that can wait; None when there are none.
    """

    schedule: Schedule
    timezone: str
    coming: tuple[Prompt, ...]
    resumes_on: dt.date | None
    quiet: Quiet | None = None

    @property
    def is_paused(self) -> bool:
        """Tell whether a pause is running or agreed on."""
        return self.resumes_on is not None


class Schedules:
    """Use cases of the person who is asked."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._pausing = Pausing(work, outbox)

    async def plans(self, actor: Actor, now: dt.datetime) -> list[Plan]:
        """Return when each of the person's seats is asked, oldest seat first."""
        schedules = await self._work.schedules.of_person(actor.scope, actor.person_id)
        return [await self._plan(actor, schedule, now) for schedule in schedules]

    async def plan(self, actor: Actor, membership_id: MembershipId, now: dt.datetime) -> Plan:
        """Return when one seat of the person is asked.

        Raises:
            NotAllowed: it is not the person's, or not any more.
        """
        return await self._plan(actor, await self._own(actor, membership_id), now)

    async def group_names(self, actor: Actor) -> dict[MembershipId, str]:
        """Return the name of the group of each seat as participant, for people who have several."""
        return {
            seat.membership_id: (await self._work.groups.group(seat.group_id)).name
            for seat in actor.participant_seats
        }

    async def group_zone(self, actor: Actor, membership_id: MembershipId) -> str:
        """Return the zone of the group in which the person has this seat.

        Raises:
            NotAllowed: it is not the person's, or not any more.
        """
        await self._own(actor, membership_id)
        seat = next(seat for seat in actor.seats if seat.membership_id == membership_id)
        return (await self._work.groups.group(seat.group_id)).timezone

    async def set_times(
        self, actor: Actor, membership_id: MembershipId, minutes: Sequence[int], now: dt.datetime
    ) -> Plan:
        """Ask at these minutes of the day (0-1439), one to three, in any order.

        Raises:
            NotUnderstood: there is none, there are too many, or two are less than two hours apart.
        """
        schedule = await self._own(actor, membership_id)
        minutes_by_slot = slots_of(schedule.times, checked_minutes(minutes))
        before = {time.slot: time for time in schedule.times}
        times = tuple(_time(before.get(slot), slot, minute) for slot, minute in minutes_by_slot.items())
        changed = dataclasses.replace(schedule, times=tuple(sorted(times, key=lambda time: time.slot)))
        return await self._replan(actor, changed, now)

    async def set_weekdays(
        self, actor: Actor, membership_id: MembershipId, weekdays: int, now: dt.datetime
    ) -> Plan:
        """Ask on other weekdays (seven bits from Monday); with none at all nothing changes."""
        schedule = await self._own(actor, membership_id)
        if not weekdays:
            return await self._plan(actor, schedule, now)
        return await self._replan(actor, dataclasses.replace(schedule, weekdays=weekdays), now)

    async def set_timezone(self, actor: Actor, timezone: str, now: dt.datetime) -> Actor:
        """Move the person to another zone, all seats with it; return the person as of now."""
        await self._work.people.set_timezone(actor.person_id, timezone)
        moved = dataclasses.replace(actor, timezone=timezone)
        for schedule in await self._work.schedules.of_person(moved.scope, moved.person_id):
            await self._replan(moved, schedule, now)
        return moved

    async def set_quiet(self, actor: Actor, from_minute: int | None, until_minute: int | None) -> None:
        """Keep quiet every day between two minutes of the person's day (0-1439); with None never.

        Raises:
            NotUnderstood: it is no time of day, or there would be nothing but quiet.
        """
        quiet = None
        if from_minute is not None and until_minute is not None:
            quiet = quiet_between(from_minute, until_minute)
        await self._work.people.set_quiet(actor.person_id, quiet)

    async def pause(
        self,
        actor: Actor,
        days: int,
        reason: PauseReason | None,
        now: dt.datetime,
        *,
        is_partner_told: bool = False,
    ) -> dt.date | None:
        """Ask nothing for so many days, from the next prompt on; return when asking goes on.

        An open check-in without answers is paused as well. None when the person is not asked anyway.
        """
        first = await self._pausing.first_date(actor, now)
        until = None if first is None else first + dt.timedelta(days=days)
        return await self._pausing.begin(actor, until, reason, now, is_partner_told=is_partner_told)

    async def pause_until(
        self,
        actor: Actor,
        until: dt.date,
        reason: PauseReason | None,
        now: dt.datetime,
        *,
        is_partner_told: bool = False,
    ) -> dt.date | None:
        """Do the same until a local date, on which asking goes on.

        Raises:
            NotUnderstood: the date is not ahead, or more than a year.
        """
        if not dt.timedelta(0) < until - local_date_at(now, actor.timezone) <= LONGEST_PAUSE:
            raise NotUnderstood("schedules.pause_date")
        is_asked = await self._pausing.first_date(actor, now) is not None
        return await self._pausing.begin(
            actor, until if is_asked else None, reason, now, is_partner_told=is_partner_told
        )

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
        today = local_date_at(now, actor.timezone)
        checkins = await self._work.checkins.between(
            actor.scope, schedule.membership_id, today - _AROUND, today + _AROUND
        )
        asked = {(one.local_date, one.slot) for one in checkins if one.slot < OWN_SLOT}
        seat = next(seat for seat in actor.seats if seat.membership_id == schedule.membership_id)
        window = (await self._work.groups.group(seat.group_id)).delays.close_after
        changed = replanned(schedule, actor.timezone, now, asked, window)
        await self._work.schedules.set_plan(changed)
        return await self._plan(actor, changed, now)

    async def _plan(self, actor: Actor, schedule: Schedule, now: dt.datetime) -> Plan:
        coming = tuple(upcoming(schedule, actor.timezone, now, SHOWN))
        is_paused = schedule.is_paused_on(local_date_at(now, actor.timezone))
        resumes_on = coming[0].local_date if coming and is_paused else None
        quiet = await self._work.people.quiet(actor.person_id)
        return Plan(schedule, actor.timezone, coming, resumes_on, quiet)


def _time(before: Time | None, slot: int, minute: int) -> Time:
    if before is not None and before.local_minute == minute:
        return before
    # A new time of day waits for nothing yet, so that it never comes for a moment that has passed.
    return Time(before.time_id if before is not None else TimeId(new_id()), slot, minute, None, None)
