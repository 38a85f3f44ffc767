"""Ends a check-in that stays unanswered, in the state that is true of it; it decides no moment and asks nobody."""

import datetime as dt

from domain.access import SYSTEM
from domain.checkins import CheckIn, State, ended_state
from domain.groups import Delays
from domain.ids import CheckInId
from domain.ladder import was_cut_short
from domain.setbacks import causes_of_missed, missed_in_a_row
from services.alarm import Alarm
from services.steps import DIALOGUE
from storage.unit_of_work import UnitOfWork

STATES_READ = 30
"""Check-ins looked back on to count the missed ones in a row."""


class Endings:
    """The one way in which a check-in ends by itself."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def end(self, checkin: CheckIn, delays: Delays, now: dt.datetime) -> None:
        """End it now; one that nobody asked for and nobody answered leaves no trace."""
        if await self._work.dialogues.current(checkin.person_id) == (DIALOGUE, checkin.id):
            await self._work.dialogues.close(checkin.person_id)
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
        if state is State.MISSED:
            states = await self._work.history.states(SYSTEM, checkin.membership_id, STATES_READ)
            causes = causes_of_missed(missed_in_a_row(states), checkin.id)
            await self._alarm.raise_alert(checkin.membership_id, causes, now)

    async def is_reached(self, checkin: CheckIn) -> bool:
        """Tell whether messages reach the person."""
        return await self._work.people.unreachable_since(checkin.person_id) is None

    async def was_prompted(self, checkin: CheckIn) -> bool:
        """Tell whether the prompt went out; also true where none was needed."""
        return await self._work.ladders.was_sent(f"{prompt_key(checkin.id)}:{checkin.person_id}")


def prompt_key(checkin_id: CheckInId) -> str:
    """Return the key under which the prompt of a check-in is in line."""
    return f"checkin:{checkin_id}:due"
