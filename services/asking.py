"""Asks people when their time has come, and writes down why where it does not; served by the tick, row by row."""

import datetime as dt

from domain.access import SYSTEM
from domain.checkins import LATE_TICK, REMIND_AFTER, WINDOW, CheckIn, State, state_when_due
from domain.groups import Member
from domain.ids import CheckInId, MembershipId
from domain.messages import CheckInDue
from domain.recurrence import Occurrence, Schedule, local_date_at, next_occurrence
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a participant waits whose check-in could not be made."""
KNOWN_FOR = dt.timedelta(hours=1)
"""A due moment postponed by at most this is still known as that of its occurrence."""
SETTLED_AT_ONCE = 100
"""Due dates of one person that one turn settles; after a still longer outage the next turn goes on."""


class Asking:
    """Check-ins that become due."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the participants whose time has come, earliest first."""
        return [int(found) for found in await self._work.schedules.due(now, limit)]

    async def ask(self, membership_id: MembershipId, now: dt.datetime) -> None:
        """Make the check-ins that are due, and post the prompt; those that our outage delayed too long are excused."""
        schedule = await self._work.schedules.get(SYSTEM, membership_id)
        if schedule is None or schedule.next_due_at is None or schedule.next_due_at > now:
            return
        member = await self._work.groups.member(SYSTEM, membership_id)
        if member is None or not member.is_active:
            await self._work.schedules.stop(membership_id)
            return
        timezone = (await self._work.people.actor(member.person_id)).timezone
        due = _occurrence(schedule, schedule.next_due_at, timezone)
        for _ in range(SETTLED_AT_ONCE):
            await self._settle(member, schedule, due, now)
            due = next_occurrence(schedule.local_minute, schedule.weekdays, timezone, due.at)
            if due.at > now:
                break
        await self._work.schedules.set_next_due(membership_id, due.at)

    async def postpone(self, membership_id: MembershipId, now: dt.datetime) -> None:
        """Let a participant wait whose check-in could not be made."""
        await self._work.schedules.set_next_due(membership_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next participant is asked; None when nobody is."""
        return await self._work.schedules.next_due_at()

    async def _settle(self, member: Member, schedule: Schedule, due: Occurrence, now: dt.datetime) -> None:
        today = await self._work.checkins.of_day(SYSTEM, member.membership_id, due.local_date)
        begun = next((checkin for checkin in today if checkin.slot == 0), None)
        if begun is not None:
            await self._ask_about(begun, now)
            return
        waiting = await self._work.checkins.open_of(SYSTEM, member.person_id)
        late_by = now - due.at
        state = state_when_due(
            due.local_date,
            schedule.paused_until,
            is_reached=await self._work.people.unreachable_since(member.person_id) is None,
            is_late=late_by >= WINDOW or (late_by > LATE_TICK and bool(waiting)),
        )
        # Who is asked late has the whole window all the same.
        asked_at = now if state is State.OPEN else None
        checkin_id = await self._work.checkins.add(
            member.membership_id,
            due.local_date,
            0,
            state,
            due_at=due.at,
            asked_at=asked_at,
            closes_at=(asked_at or due.at) + WINDOW,
            next_step_at=None if asked_at is None else asked_at + REMIND_AFTER,
        )
        if checkin_id is not None and state is State.OPEN:
            await self._prompt(member, checkin_id, now)

    async def _ask_about(self, begun: CheckIn, now: dt.datetime) -> None:
        """Ask for a check-in that the person began early and left without an answer."""
        if begun.asked_at is not None or begun.answers or not begun.state.is_open:
            return
        await self._work.ladders.ask_from(begun.id, now, now + WINDOW, now + REMIND_AFTER, snoozed_until=None)
        member = await self._work.groups.member(SYSTEM, begun.membership_id)
        if member is not None:
            await self._prompt(member, begun.id, now)

    async def _prompt(self, member: Member, checkin_id: CheckInId, now: dt.datetime) -> None:
        await self._outbox.post(
            CheckInDue(checkin_id), to=member.person_id, key=prompt_key(checkin_id), now=now
        )


def prompt_key(checkin_id: CheckInId) -> str:
    """Return the key under which the prompt of a check-in is in line."""
    return f"checkin:{checkin_id}:due"


def _occurrence(schedule: Schedule, due_at: dt.datetime, timezone: str) -> Occurrence:
    found = next_occurrence(schedule.local_minute, schedule.weekdays, timezone, due_at - KNOWN_FOR)
    return found if found.at <= due_at else Occurrence(local_date_at(due_at, timezone), due_at)
