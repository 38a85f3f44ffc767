"""Ends a check-in that stays unanswered, in the state that is true of it; it decides no moment and asks nobody."""

import datetime as dt

from domain.access import SYSTEM
from domain.checkins import CheckIn, State, ended_state
from domain.groups import Delays
from domain.ids import CheckInId
from domain.ladder import was_cut_short
from domain.setbacks import AFTER_USE, causes_of_silence
from services.alarm import Alarm
from services.returns import Returns
from services.steps import DIALOGUE
from storage.unit_of_work import UnitOfWork

PAST_READ = 30
"""Check-ins looked back on to count the missed ones."""
TOLD_READ = dt.timedelta(days=210)
"""So long ago the oldest of them may be: where people are asked once a week."""


class Endings:
    """The one way in which a check-in ends by itself."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm
        self._returns = Returns(work)

    async def end(self, checkin: CheckIn, delays: Delays, now: dt.datetime) -> None:
        """End it now; one that nobody asked for and nobody answered leaves no trace."""
        await self._work.dialogues.close(checkin.person_id, DIALOGUE, checkin.id)
        if checkin.asked_at is None and not checkin.answers and checkin.put_away_at is None:
            await self._work.checkins.remove(checkin.id)
            return
        ended_at = min(now, checkin.closes_at)
        state = ended_state(
            checkin,
            is_reached=await self.is_reached(checkin),
            was_prompted=await self.was_prompted(checkin) and not was_cut_short(checkin, delays, ended_at),
        )
        await self._work.checkins.set_state(checkin.id, state, now)
        if state.is_answered:
            await self._work.watches.wake(checkin.membership_id, now)
        if state is State.MISSED:
            await self._hear_silence(checkin, now)

    async def _hear_silence(self, checkin: CheckIn, now: dt.datetime) -> None:
        seat = checkin.membership_id
        past = await self._work.history.past(SYSTEM, seat, PAST_READ)
        told = await self._work.alerts.causes_told(seat, now - TOLD_READ)
        used_on = await self._returns.last_use(checkin, now - AFTER_USE, now)
        thresholds = await self._work.thresholds.of_seat(seat)
        await self._alarm.raise_alert(seat, causes_of_silence(past, told, used_on, thresholds), now)

    async def is_reached(self, checkin: CheckIn) -> bool:
        """Tell whether messages reach the person."""
        return await self._work.people.unreachable_since(checkin.person_id) is None

    async def was_prompted(self, checkin: CheckIn) -> bool:
        """Tell whether the prompt went out; also true where none was needed."""
        return await self._work.ladders.was_sent(f"{prompt_key(checkin.id)}:{checkin.person_id}")


def prompt_key(checkin_id: CheckInId) -> str:
    """Return the key under which the prompt of a check-in is in line."""
    return f"checkin:{checkin_id}:due"
