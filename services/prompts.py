"""Lets a person begin a check-in, put it off, or say not now; it keeps no answer."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.checkins import EARLY, WINDOW, CheckIn, Rung, State, close_after_snooze, rung_at
from domain.errors import NotAllowed
from domain.ids import CheckInId, MembershipId
from domain.messages import CheckInDue
from domain.recurrence import local_date_at, next_occurrence
from services.checkins import DIALOGUE, own_checkin
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Prompts:
    """What a person makes of being asked."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def start(self, actor: Actor, now: dt.datetime) -> CheckInId:
        """Go on with the open check-in, or begin one; return it.

        One begun shortly before the scheduled one takes its place, so that nothing is asked twice.
        """
        seats = [seat.membership_id for seat in actor.participant_seats]
        if not seats:
            raise NotAllowed("system.not_yours")
        waiting = await self._work.checkins.open_of(actor.scope, actor.person_id)
        mine = next((checkin.id for checkin in waiting if checkin.membership_id in seats), None)
        checkin_id = mine if mine is not None else await self._create(actor, seats, now)
        await self.begin(actor, checkin_id, now)
        return checkin_id

    async def begin(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> CheckIn:
        """Take up a check-in that waits; one that is over stays over. Return it as it is now."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.state.is_open:
            await self._work.checkins.set_state(checkin_id, State.IN_PROGRESS, None)
            await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin_id, now)
        return await own_checkin(self._work, actor, checkin_id)

    async def put_off(
        self, actor: Actor, checkin_id: CheckInId, snooze: dt.timedelta, now: dt.datetime
    ) -> CheckIn:
        """Let the prompt come back later, the reminders with it; return the check-in as it is now.

        Where that would be too late, or it has been put off already, nothing changes.
        """
        checkin = await own_checkin(self._work, actor, checkin_id)
        closes_at = close_after_snooze(checkin, snooze, now)
        if checkin.state is not State.OPEN or closes_at is None or checkin.is_put_off(now):
            return checkin
        until = now + snooze
        moved = dataclasses.replace(checkin, asked_at=until, closes_at=closes_at)
        await self._work.ladders.ask_from(
            checkin_id, until, closes_at, rung_at(Rung.REMIND, moved), snoozed_until=until
        )
        await self._outbox.post(
            CheckInDue(checkin_id),
            to=checkin.person_id,
            key=f"checkin:{checkin_id}:later:{until:%Y%m%d%H%M%S}",
            now=now,
            not_before=until,
        )
        return await own_checkin(self._work, actor, checkin_id)

    async def decline(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> CheckIn:
        """End a check-in that the person does not want now, which is no miss; return it. Given answers stay."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if not checkin.state.is_open:
            return checkin
        state = State.PARTIAL if checkin.answers else State.SKIPPED
        await self._work.checkins.set_state(checkin_id, state, now)
        if await self._work.dialogues.current(actor.person_id) == (DIALOGUE, checkin_id):
            await self._work.dialogues.close(actor.person_id)
        return await own_checkin(self._work, actor, checkin_id)

    async def announced(self, actor: Actor, checkin_id: CheckInId) -> CheckIn | None:
        """Return the check-in that a message on its way announces; None when it need not be announced any more."""
        try:
            checkin = await own_checkin(self._work, actor, checkin_id)
        except NotAllowed:
            return None
        return checkin if checkin.state.is_open else None

    async def _create(self, actor: Actor, seats: list[MembershipId], now: dt.datetime) -> CheckInId:
        for membership_id in seats:
            scheduled = await self._soon_scheduled(actor, membership_id, now)
            if scheduled is not None:
                return await self._add(membership_id, scheduled, 0, now)
        today = local_date_at(now, actor.timezone)
        slots = [one.slot for one in await self._work.checkins.of_day(actor.scope, seats[0], today)]
        return await self._add(seats[0], today, max([*slots, 0]) + 1, now)

    async def _soon_scheduled(
        self, actor: Actor, membership_id: MembershipId, now: dt.datetime
    ) -> dt.date | None:
        """Return the date of the next scheduled check-in when it is near enough to be answered now."""
        schedule = await self._work.schedules.get(actor.scope, membership_id)
        if schedule is None or schedule.next_due_at is None:
            return None
        coming = next_occurrence(schedule.local_minute, schedule.weekdays, actor.timezone, now)
        if coming.at - now > EARLY or schedule.is_paused_on(coming.local_date):
            return None
        asked = await self._work.checkins.of_day(actor.scope, membership_id, coming.local_date)
        return None if any(one.slot == 0 for one in asked) else coming.local_date

    async def _add(
        self, membership_id: MembershipId, date: dt.date, slot: int, now: dt.datetime
    ) -> CheckInId:
        closes_at = now + WINDOW
        checkin_id = await self._work.checkins.add(
            membership_id,
            date,
            slot,
            State.OPEN,
            due_at=now,
            asked_at=None,
            closes_at=closes_at,
            next_step_at=closes_at,
        )
        # Two starts of one person come one after the other, so the slot is free.
        if checkin_id is None:
            raise NotAllowed("system.not_yours")
        return checkin_id
