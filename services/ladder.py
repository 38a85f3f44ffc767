"""Climbs the ladder of what stays unanswered: reminder, partner, close; served by the tick, check-in by check-in."""

import datetime as dt

from domain.access import SYSTEM, Scope
from domain.checkins import AFTER_OUTAGE, STILL_ANSWERING, CheckIn, Rung, State
from domain.groups import Delays
from domain.ids import CheckInId, PersonId
from domain.ladder import next_rung, rung_at, rung_due, was_down_at_end
from domain.messages import CheckInReminder, PartnerNudge
from domain.sharing import SharedItem
from services.alarm import Alarm
from services.endings import Endings
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a check-in waits whose ladder could not move on."""


class Ladder:
    """Check-ins that wait for an answer."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._endings = Endings(work, alarm)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the check-ins whose ladder moves on, earliest first."""
        return [int(found) for found in await self._work.ladders.due(now, limit)]

    async def climb(self, checkin_id: CheckInId, now: dt.datetime) -> None:
        """Remind, ask the partner for a hello, or close, as far as the ladder has come."""
        checkin = await self._work.checkins.get(SYSTEM, checkin_id)
        if checkin is None or not checkin.state.is_open:
            return
        member = await self._work.groups.member(SYSTEM, checkin.membership_id)
        if member is None or not member.is_active:
            await self._work.checkins.set_state(checkin_id, State.SKIPPED, now)
            return
        delays = (await self._work.groups.group(member.group_id)).delays
        rung = rung_due(checkin, delays, now)
        if rung in {Rung.CLOSE, Rung.CLOSE_AFTER_OUTAGE}:
            await self._close(checkin, delays, now)
            return
        if rung is not None and await self._may_be_mentioned(checkin):
            await (self._remind if rung is Rung.REMIND else self._nudge)(checkin, now)
        coming = next_rung(checkin, delays, now)
        step_at = rung_at(coming, checkin, delays)
        await self._work.ladders.move(checkin_id, coming, step_at, checkin.closes_at)

    async def postpone(self, checkin_id: CheckInId, now: dt.datetime) -> None:
        """Let a check-in wait whose ladder could not move on."""
        await self._work.ladders.postpone(checkin_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next ladder moves on; None when none does."""
        return await self._work.ladders.next_step_at()

    async def _remind(self, checkin: CheckIn, now: dt.datetime) -> None:
        if checkin.is_being_answered(now) or await self._quiet_end(checkin.person_id, now) > now:
            return
        # A check-in put off begins its ladder anew, and may be mentioned once more then.
        key = f"checkin:{checkin.id}:reminder:{checkin.asked_at:%Y%m%d%H%M%S}"
        await self._outbox.post(CheckInReminder(checkin.id, step=1), to=checkin.person_id, key=key, now=now)

    async def _nudge(self, checkin: CheckIn, now: dt.datetime) -> None:
        if checkin.answers:
            return
        for partner in await self._work.partners.partners_of(SYSTEM, checkin.membership_id):
            viewer = Scope(person_id=partner.person_id)
            if await self._work.partner_consents.is_shown(
                viewer, checkin.membership_id, SharedItem.CHECKED_IN, now
            ):
                await self._outbox.post(
                    PartnerNudge(partner.pair_id, checkin.id),
                    to=partner.person_id,
                    key=f"checkin:{checkin.id}:nudge",
                    now=now,
                    not_before=await self._quiet_end(partner.person_id, now),
                )

    async def _close(self, checkin: CheckIn, delays: Delays, now: dt.datetime) -> None:
        last = checkin.last_answer_at
        if last is not None and checkin.is_being_answered(now):
            closes_at = last + STILL_ANSWERING
            await self._work.ladders.move(checkin.id, checkin.rung, closes_at, closes_at)
        elif was_down_at_end(checkin, now):
            # What people answered meanwhile is still on its way to us: they are given time, and no blame.
            closes_at = now + AFTER_OUTAGE
            await self._work.ladders.move(checkin.id, Rung.CLOSE_AFTER_OUTAGE, closes_at, closes_at)
        else:
            await self._endings.end(checkin, delays, now)

    async def _may_be_mentioned(self, checkin: CheckIn) -> bool:
        return await self._endings.is_reached(checkin) and await self._endings.was_prompted(checkin)

    async def _quiet_end(self, person_id: PersonId, now: dt.datetime) -> dt.datetime:
        """Return when the person's quiet hours are over; `now` when they are not running."""
        quiet = await self._work.people.quiet(person_id)
        if quiet is None:
            return now
        return quiet.ends_at(now, (await self._work.people.actor(person_id)).timezone)
