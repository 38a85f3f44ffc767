"""Begins a pause of all seats of a person, and tells the partners where that is wanted; it decides no length."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor
from domain.checkins import State
from domain.ids import MembershipId
from domain.messages import PartnerPaused
from domain.recurrence import local_date_at
from domain.schedules import PauseReason, Schedule, upcoming
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Pausing:
    """The one way in which a pause begins."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def first_date(self, actor: Actor, now: dt.datetime) -> dt.date | None:
        """Return the local date of the first check-in that a pause begun now leaves out; None when none is asked."""
        schedules = await self._work.schedules.of_person(actor.scope, actor.person_id)
        asked = [schedule for schedule in schedules if schedule.next_due_at is not None]
        return min([await self._first_of(actor, schedule, now) for schedule in asked], default=None)

    async def begin(
        self,
        actor: Actor,
        until: dt.date | None,
        reason: PauseReason | None,
        now: dt.datetime,
        *,
        is_partner_told: bool,
    ) -> dt.date | None:
        """Pause until a local date, and return it; open check-ins without answers are set aside, also with None."""
        await self._set_open_aside(actor, now)
        if until is None:
            return None
        for schedule in await self._work.schedules.of_person(actor.scope, actor.person_id):
            await self._work.schedules.set_paused_until(schedule.membership_id, until, reason)
            # Whoever is left alone by it is not left alone until the evening.
            await self._work.repairs.look_soon(schedule.membership_id, now)
            if is_partner_told:
                await self._tell(schedule.membership_id, until, now)
        return until

    async def _tell(self, membership_id: MembershipId, until: dt.date, now: dt.datetime) -> None:
        for partner in await self._work.partners.partners_of(SYSTEM, membership_id):
            message = PartnerPaused(partner.pair_id, membership_id)
            key = f"paused:{membership_id}:{until.isoformat()}"
            await self._outbox.post(message, to=partner.person_id, key=key, now=now)

    async def _first_of(self, actor: Actor, schedule: Schedule, now: dt.datetime) -> dt.date:
        today = local_date_at(now, actor.timezone)
        checkins = await self._work.checkins.of_day(actor.scope, schedule.membership_id, today)
        if any(one.state is State.PAUSED or (one.state.is_open and not one.has_answers) for one in checkins):
            return today
        unpaused = dataclasses.replace(schedule, paused_until=None)
        return upcoming(unpaused, actor.timezone, now, 1)[0].local_date

    async def _set_open_aside(self, actor: Actor, now: dt.datetime) -> None:
        for checkin in await self._work.checkins.open_of(actor.scope, actor.person_id):
            if checkin.has_answers or checkin.late_at is not None:
                continue
            await self._work.checkins.set_state(checkin.id, State.PAUSED, now)
            await self._work.dialogues.close(actor.person_id, "checkin", checkin.id)
