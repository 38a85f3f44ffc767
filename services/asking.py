"""Asks people when their time has come, and writes down why where it does not; served by the tick, time by time."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM
from domain.checkins import LATE_TICK, OWN_SLOT, STILL_ANSWERING, CheckIn, Rung, State, state_when_due
from domain.groups import Delays, Member
from domain.ids import CheckInId, TimeId
from domain.ladder import first_step_at
from domain.messages import CheckInDue
from domain.recurrence import Occurrence
from domain.schedules import Schedule, Time
from services.alarm import Alarm
from services.endings import Endings, prompt_key
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a participant waits whose check-in could not be made."""
BETWEEN_SEATS = dt.timedelta(hours=1)
"""A person with several seats is left in peace for so long between two of them."""
SETTLED_AT_ONCE = 100
"""Due dates of one time that one turn settles; after a still longer outage the next turn goes on."""
_DAY = dt.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True)
class _Turn:
    """One time of one participant whose moment has come; `others` are the schedules of the person's other seats."""

    member: Member
    timezone: str
    delays: Delays
    schedule: Schedule
    time: Time
    others: tuple[Schedule, ...]

    def end_of(self, due: Occurrence, asked_at: dt.datetime) -> dt.datetime:
        """Return until when a check-in can be answered: for the group's window, or until the next one is due."""
        between = [one.next_at(self.timezone, asked_at + BETWEEN_SEATS) for one in self.others]
        own = self.schedule.next_at(self.timezone, due.at)
        return min(asked_at + self.delays.close_after, own, *between)

    def was_due_at(self, due: Occurrence) -> dt.datetime:
        """Return when we meant to ask: later than it was due where it had to wait for another one."""
        held = self.time.next_due_at if due.local_date == self.time.due_on else None
        return max(due.at, held or due.at)


class Asking:
    """Check-ins that become due."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._endings = Endings(work, alarm)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the times whose moment has come, earliest first."""
        return [int(found) for found in await self._work.schedules.due(now, limit)]

    async def ask(self, time_id: TimeId, now: dt.datetime) -> None:
        """Make the check-ins that are due, and post the prompt; those that our outage delayed too long are excused.

        The moment is computed anew from the date that waits: under rules of the zone that have changed, it may lie ahead.
        """
        turn = await self._turn(time_id, now)
        if turn is None or turn.time.due_on is None:
            return
        schedule, time = turn.schedule, turn.time
        due = schedule.due_from(time, turn.time.due_on, turn.timezone)
        for _ in range(SETTLED_AT_ONCE):
            if due.at > now:
                break
            held_until = await self._settle(turn, due, now)
            if held_until is not None:
                await self._work.schedules.hold(time_id, due.local_date, held_until)
                return
            due = schedule.due_from(time, due.local_date + _DAY, turn.timezone)
        await self._work.schedules.set_due(time_id, due.local_date, due.at)

    async def postpone(self, time_id: TimeId, now: dt.datetime) -> None:
        """Let a participant wait whose check-in could not be made."""
        await self._work.schedules.postpone(time_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next participant is asked; None when nobody is."""
        return await self._work.schedules.next_due_at()

    async def _turn(self, time_id: TimeId, now: dt.datetime) -> _Turn | None:
        schedule = await self._work.schedules.with_time(SYSTEM, time_id)
        time = next((one for one in schedule.times if one.time_id == time_id), None) if schedule else None
        if schedule is None or time is None or time.next_due_at is None or time.next_due_at > now:
            return None
        member = await self._work.groups.member(SYSTEM, schedule.membership_id)
        if member is None or not member.is_active:
            await self._work.schedules.stop(schedule.membership_id)
            return None
        every = await self._work.schedules.of_person(SYSTEM, member.person_id)
        others = tuple(
            one for one in every if one.membership_id != member.membership_id and one.next_due_at is not None
        )
        if others or len(schedule.times) > 1:
            await self._work.people.alone(member.person_id)
        timezone = (await self._work.people.actor(member.person_id)).timezone
        delays = (await self._work.groups.group(member.group_id)).delays
        return _Turn(member, timezone, delays, schedule, time, others)

    async def _settle(self, turn: _Turn, due: Occurrence, now: dt.datetime) -> dt.datetime | None:
        """Make the check-in of a date; return until when it has to wait, None when it is made."""
        member = turn.member
        today = await self._work.checkins.of_day(SYSTEM, member.membership_id, due.local_date)
        begun = next((checkin for checkin in today if checkin.slot == turn.time.slot), None)
        if begun is not None:
            await self._ask_about(turn, begun, due, now)
            return None
        waiting = [
            one for one in await self._work.checkins.open_of(SYSTEM, member.person_id) if one.late_at is None
        ]
        is_over = now >= min(due.at + turn.delays.close_after, turn.schedule.next_at(turn.timezone, due.at))
        if not is_over and (given := _time_given(waiting, now)) is not None:
            return given
        state = state_when_due(
            due.local_date,
            turn.schedule.paused_until,
            is_reached=await self._work.people.unreachable_since(member.person_id) is None,
            is_late=is_over or (now - turn.was_due_at(due) > LATE_TICK and bool(waiting)),
        )
        if state is not State.OPEN:
            await self._add(turn, due, state, None)
            return None
        if (peace := _peace_until(turn, waiting, now)) is not None:
            return peace
        for checkin in waiting:
            if checkin.slot < OWN_SLOT:
                await self._endings.end(checkin, turn.delays, now)
        # Who is asked late has the whole window all the same.
        checkin_id = await self._add(turn, due, state, now)
        if checkin_id is not None:
            await self._prompt(member, checkin_id, now)
        return None

    async def _add(
        self, turn: _Turn, due: Occurrence, state: State, asked_at: dt.datetime | None
    ) -> CheckInId | None:
        closes_at = turn.end_of(due, asked_at or due.at)
        return await self._work.checkins.add(
            turn.member.membership_id,
            due.local_date,
            turn.time.slot,
            state,
            due_at=due.at,
            asked_at=asked_at,
            closes_at=closes_at,
            next_step_at=None if asked_at is None else first_step_at(asked_at, closes_at, turn.delays),
        )

    async def _ask_about(self, turn: _Turn, begun: CheckIn, due: Occurrence, now: dt.datetime) -> None:
        """Ask for a check-in that the person began early and left without an answer."""
        if begun.asked_at is not None or begun.answers or not begun.state.is_open:
            return
        closes_at = turn.end_of(due, now)
        step_at = first_step_at(now, closes_at, turn.delays)
        await self._work.ladders.ask_from(begun.id, now, closes_at, step_at, snoozed_until=None)
        await self._prompt(turn.member, begun.id, now)

    async def _prompt(self, member: Member, checkin_id: CheckInId, now: dt.datetime) -> None:
        await self._outbox.post(
            CheckInDue(checkin_id), to=member.person_id, key=prompt_key(checkin_id), now=now
        )


def _time_given(waiting: list[CheckIn], now: dt.datetime) -> dt.datetime | None:
    """Return until when the one before is kept open after our outage; None when none is."""
    given = [one.closes_at for one in waiting if one.rung is Rung.CLOSE_AFTER_OUTAGE and one.closes_at > now]
    return max(given, default=None)


def _peace_until(turn: _Turn, waiting: list[CheckIn], now: dt.datetime) -> dt.datetime | None:
    """Return until when the person is not disturbed: at it a moment ago, or just asked in another group."""
    moments = []
    for checkin in waiting:
        if checkin.slot >= OWN_SLOT:
            continue
        if checkin.last_answer_at is not None:
            moments.append(checkin.last_answer_at + STILL_ANSWERING)
        if checkin.membership_id != turn.member.membership_id and checkin.asked_at is not None:
            moments.append(checkin.asked_at + BETWEEN_SEATS)
    until = max(moments, default=now)
    return until if until > now else None
