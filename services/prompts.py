"""Lets a person begin a check-in, put it off, stop it, or take it up after all; it keeps no answer."""

import datetime as dt

from domain.access import Actor
from domain.checkins import OWN_SLOT, WINDOW, CheckIn, Rung, State, answered_state
from domain.errors import NotAllowed
from domain.forms import Form
from domain.ids import CheckInId, MembershipId
from domain.ladder import close_after_snooze, first_step_at
from domain.messages import CheckInDue
from domain.recurrence import local_date_at
from domain.schedules import Prompt, upcoming
from services.forming import Forming
from services.outbox import Outbox
from services.steps import DIALOGUE, own_checkin
from storage.unit_of_work import UnitOfWork

LOOKED_BACK = 10
"""So many check-ins without an answer are cleared out of a chat at once."""


class Prompts:
    """What a person makes of being asked."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox
        self._forming = Forming(work)

    async def start(self, actor: Actor, now: dt.datetime) -> CheckInId:
        """Go on with the open check-in, or begin one; return it.

        One begun shortly before the scheduled one takes its place, so that nothing is asked twice.
        """
        seats = [seat.membership_id for seat in actor.participant_seats]
        if not seats:
            raise NotAllowed("system.not_yours")
        waiting = await self._work.checkins.open_of(actor.scope, actor.person_id)
        # One of yesterday that is still being filled in is not what somebody means who wants to check in now.
        mine = next(
            (one.id for one in waiting if one.membership_id in seats and one.late_at is None),
            None,
        )
        checkin_id = mine if mine is not None else await self._create(actor, seats, now)
        await self.begin(actor, checkin_id, now)
        return checkin_id

    async def begin(
        self, actor: Actor, checkin_id: CheckInId, now: dt.datetime, form: Form | None = None
    ) -> None:
        """Take up a check-in that waits; one that is over stays over.

        Somebody who comes back after a silence is welcomed first: without a form it stays as it is (`is_returning`), with
        one of the forms of return it begins so. Everybody else gets the form of their last days.
        """
        checkin = await own_checkin(self._work, actor, checkin_id)
        if not checkin.state.is_open:
            return
        chosen = form if form is not None and form.is_of_return else None
        is_new = checkin.state is State.OPEN and not checkin.items
        if is_new and await self.is_returning(actor, checkin.membership_id, now):
            if chosen is None:
                return
            await self._forming.fix(checkin, chosen)
        else:
            await self._forming.fix(checkin)
        await self._work.checkins.set_state(checkin_id, State.IN_PROGRESS, None)
        await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin_id, now)

    async def is_returning(self, actor: Actor, membership_id: MembershipId, now: dt.datetime) -> bool:
        """Tell whether the person comes back after days on which they were asked and did not answer."""
        today = local_date_at(now, actor.timezone)
        return await self._forming.is_returning(actor.scope, membership_id, today)

    async def put_off(
        self, actor: Actor, checkin_id: CheckInId, snooze: dt.timedelta, now: dt.datetime
    ) -> CheckIn:
        """Let the prompt come back later, the reminders with it; return the check-in as it is now.

        Where that would be too late, or it has been put off already, nothing changes.
        """
        checkin = await own_checkin(self._work, actor, checkin_id)
        next_due_at = await self.next_due_at(actor, now)
        closes_at = close_after_snooze(checkin, snooze, now, next_due_at)
        if checkin.state is not State.OPEN or closes_at is None or checkin.is_put_off(now):
            return checkin
        until = now + snooze
        delays = (await self._work.groups.group(checkin.group_id)).delays
        step_at = first_step_at(until, closes_at, delays)
        await self._work.ladders.ask_from(checkin_id, until, closes_at, step_at, snoozed_until=until)
        await self._outbox.post(
            CheckInDue(checkin_id),
            to=checkin.person_id,
            key=f"checkin:{checkin_id}:later:{until:%Y%m%d%H%M%S}",
            now=now,
            not_before=until,
        )
        return await own_checkin(self._work, actor, checkin_id)

    async def next_due_at(self, actor: Actor, now: dt.datetime) -> dt.datetime | None:
        """Return when the person's next scheduled check-in is due, past which none is put off; None when none is."""
        schedules = await self._work.schedules.of_person(actor.scope, actor.person_id)
        coming = [prompt.at for one in schedules for prompt in upcoming(one, actor.timezone, now, 1)]
        return min(coming, default=None)

    async def stop(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> None:
        """End a check-in that the person does not want now, which is no miss. Given answers stay.

        One that had ended, and was taken up to correct or to fill in something, is as it was.
        """
        checkin = await own_checkin(self._work, actor, checkin_id)
        await self._work.dialogues.close(actor.person_id, DIALOGUE, checkin_id)
        if not checkin.state.is_open:
            await self._work.checkins.set_reopened(checkin_id, None)
        else:
            await self._work.checkins.set_state(checkin_id, answered_state(checkin), now)

    async def resume(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> None:
        """Go on after all with a check-in that the person ended, while its window is open."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if not checkin.can_go_on(now):
            return
        first = checkin.unanswered or next(iter(checkin.questions), None)
        if first is not None:
            await self._work.checkins.set_reopened(checkin_id, first.id)
        if checkin.late_at is not None:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin_id, now)
            return
        await self._work.checkins.set_state(checkin_id, State.OPEN, None)
        await self._work.ladders.move(checkin_id, Rung.CLOSE, checkin.closes_at, checkin.closes_at)
        await self.begin(actor, checkin_id, now)

    async def unanswered(self, actor: Actor, now: dt.datetime) -> list[CheckInId]:
        """Return the person's latest check-ins that are over without an answer: nothing need speak of them any more."""
        return await self._work.history.unanswered(actor.scope, actor.person_id, now, LOOKED_BACK)

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
                return await self._add(membership_id, scheduled.local_date, scheduled.slot, now)
        today = local_date_at(now, actor.timezone)
        slots = [one.slot for one in await self._work.checkins.of_day(actor.scope, seats[0], today)]
        return await self._add(seats[0], today, max([*slots, OWN_SLOT - 1]) + 1, now)

    async def _soon_scheduled(
        self, actor: Actor, membership_id: MembershipId, now: dt.datetime
    ) -> Prompt | None:
        """Return the next scheduled check-in when it is near enough to be answered now."""
        schedule = await self._work.schedules.get(actor.scope, membership_id)
        coming = [] if schedule is None else upcoming(schedule, actor.timezone, now, 1)
        if schedule is None or not coming or not schedule.is_early(coming[0], now):
            return None
        asked = await self._work.checkins.of_day(actor.scope, membership_id, coming[0].local_date)
        return None if any(one.slot == coming[0].slot for one in asked) else coming[0]

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
