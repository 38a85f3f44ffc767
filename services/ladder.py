"""Climbs the ladder of what stays unanswered: reminder, partner, close; served by the tick, check-in by check-in."""

import datetime as dt

from domain.access import SYSTEM
from domain.checkins import (
    AFTER_OUTAGE,
    LATE_TICK,
    STILL_ANSWERING,
    CheckIn,
    Rung,
    State,
    ended_state,
    next_rung,
    rung_at,
    rung_due,
)
from domain.ids import CheckInId
from domain.messages import CheckInReminder, PartnerNudge
from domain.setbacks import causes_of_missed, missed_in_a_row
from services.alarm import Alarm
from services.asking import prompt_key
from services.checkins import DIALOGUE
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=5)
"""How long a check-in waits whose ladder could not move on."""
STATES_READ = 30
"""Check-ins looked back on to count the missed ones in a row."""


class Ladder:
    """Check-ins that wait for an answer."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._alarm = alarm

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
        rung = rung_due(checkin, now)
        if rung in {Rung.CLOSE, Rung.CLOSE_AFTER_OUTAGE}:
            await self._close(checkin, now)
            return
        if rung is not None and await self._is_reached(checkin) and await self._was_prompted(checkin):
            await (self._remind if rung is Rung.REMIND else self._nudge)(checkin, now)
        coming = next_rung(checkin, now)
        await self._work.ladders.move(checkin_id, coming, rung_at(coming, checkin), checkin.closes_at)

    async def postpone(self, checkin_id: CheckInId, now: dt.datetime) -> None:
        """Let a check-in wait whose ladder could not move on."""
        await self._work.ladders.postpone(checkin_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next ladder moves on; None when none does."""
        return await self._work.ladders.next_step_at()

    async def _remind(self, checkin: CheckIn, now: dt.datetime) -> None:
        if checkin.is_being_answered(now):
            return
        # A check-in put off begins its ladder anew, and may be mentioned once more then.
        key = f"checkin:{checkin.id}:reminder:{checkin.asked_at:%Y%m%d%H%M%S}"
        await self._outbox.post(CheckInReminder(checkin.id, step=1), to=checkin.person_id, key=key, now=now)

    async def _nudge(self, checkin: CheckIn, now: dt.datetime) -> None:
        if checkin.answers:
            return
        for partner in await self._work.partners.partners_of(SYSTEM, checkin.membership_id):
            if partner.is_shown.checked_in:
                await self._outbox.post(
                    PartnerNudge(partner.pair_id, checkin.id),
                    to=partner.person_id,
                    key=f"checkin:{checkin.id}:nudge",
                    now=now,
                )

    async def _close(self, checkin: CheckIn, now: dt.datetime) -> None:
        last = checkin.last_answer_at
        if last is not None and checkin.is_being_answered(now):
            closes_at = last + STILL_ANSWERING
            await self._work.ladders.move(checkin.id, checkin.rung, closes_at, closes_at)
        elif now - checkin.closes_at > LATE_TICK and checkin.rung is not Rung.CLOSE_AFTER_OUTAGE:
            # What people answered meanwhile is still on its way to us: they are given time, and no blame.
            closes_at = now + AFTER_OUTAGE
            await self._work.ladders.move(checkin.id, Rung.CLOSE_AFTER_OUTAGE, closes_at, closes_at)
        else:
            await self._end(checkin, now)

    async def _end(self, checkin: CheckIn, now: dt.datetime) -> None:
        if await self._work.dialogues.current(checkin.person_id) == (DIALOGUE, checkin.id):
            await self._work.dialogues.close(checkin.person_id)
        if checkin.asked_at is None and not checkin.answers:
            # Nobody asked and nothing was said: there is nothing to keep.
            await self._work.checkins.remove(checkin.id)
            return
        state = ended_state(
            checkin,
            is_reached=await self._is_reached(checkin),
            was_prompted=await self._was_prompted(checkin),
        )
        await self._work.checkins.set_state(checkin.id, state, now)
        if state is State.MISSED:
            states = await self._work.history.states(SYSTEM, checkin.membership_id, STATES_READ)
            causes = causes_of_missed(missed_in_a_row(states), checkin.id)
            await self._alarm.raise_alert(checkin.membership_id, causes, now)

    async def _is_reached(self, checkin: CheckIn) -> bool:
        return await self._work.people.unreachable_since(checkin.person_id) is None

    async def _was_prompted(self, checkin: CheckIn) -> bool:
        return await self._work.ladders.was_sent(f"{prompt_key(checkin.id)}:{checkin.person_id}")
