"""Opens the check-in of the person's yesterday for late answers and corrections; it keeps none and asks nobody."""

import datetime as dt
from typing import Final

from domain.access import Actor
from domain.checkins import OWN_SLOT, CheckIn, State
from domain.errors import NotAllowed
from domain.forms import Form
from domain.ids import CheckInId
from domain.recurrence import MINUTES_A_DAY, local_date_at, occurrence_on
from services.forming import Forming
from services.steps import DIALOGUE, Step, Steps, asked, own_checkin
from storage.unit_of_work import UnitOfWork

LEAST_TIME: Final = dt.timedelta(hours=1)
"""For so long at least it can be answered, however late in the evening it was opened."""
_DAY: Final = dt.timedelta(days=1)


class Yesterday:
    """The day before."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._forming = Forming(work)
        self._steps = Steps(work)

    async def open_yesterday(self, actor: Actor, now: dt.datetime) -> Step:
        """Return where the check-in of the person's local yesterday stands, which can be answered until today ends.

        One whose window is still open is simply begun. Else one that has not been completed asks what is missing, a
        completed one asks nothing and can be corrected. Where there was none, one is made.

        Raises:
            NotAllowed: the person is a participant nowhere.
        """
        today = local_date_at(now, actor.timezone)
        found = await self._of(actor, today - _DAY)
        waiting = next((one for one in found if one.state.is_open and one.late_at is None), None)
        if waiting is not None:
            return await self._begin(actor, waiting, now)
        chosen = _most_open(found) if found else await self._make(actor, today - _DAY, now)
        closes_at = max(occurrence_on(today + _DAY, 0, actor.timezone), now + LEAST_TIME)
        await self._forming.fix(chosen, None if chosen.items else Form.FULL)
        await self._work.checkins.take_up_late(chosen.id, closes_at, now)
        return await self._ask(actor, chosen.id, closes_at, now)

    async def _of(self, actor: Actor, date: dt.date) -> list[CheckIn]:
        seats = [seat.membership_id for seat in actor.participant_seats]
        if not seats:
            raise NotAllowed("system.not_yours")
        return [one for seat in seats for one in await self._work.checkins.of_day(actor.scope, seat, date)]

    async def _begin(self, actor: Actor, checkin: CheckIn, now: dt.datetime) -> Step:
        await self._forming.fix(checkin)
        await self._work.checkins.set_state(checkin.id, State.IN_PROGRESS, None)
        await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin.id, now)
        return await self._steps.of(await own_checkin(self._work, actor, checkin.id), now)

    async def _ask(
        self, actor: Actor, checkin_id: CheckInId, closes_at: dt.datetime, now: dt.datetime
    ) -> Step:
        checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.state.is_open:
            await self._work.checkins.set_state(checkin_id, State.IN_PROGRESS, None)
            await self._work.ladders.move(checkin_id, checkin.rung, closes_at, closes_at)
        elif checkin.state is not State.COMPLETED:
            first = checkin.unanswered or checkin.questions[0]
            await self._work.checkins.set_reopened(checkin_id, first.id)
        checkin = await own_checkin(self._work, actor, checkin_id)
        if asked(checkin) is not None:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin_id, now)
        return await self._steps.of(checkin, now)

    async def _make(self, actor: Actor, date: dt.date, now: dt.datetime) -> CheckIn:
        # At the end of its date, so that it comes after all of that date and before all of today.
        due_at = occurrence_on(date, MINUTES_A_DAY - 1, actor.timezone)
        made = await self._work.checkins.add(
            actor.participant_seats[0].membership_id,
            date,
            OWN_SLOT,
            State.OPEN,
            due_at=due_at,
            asked_at=None,
            closes_at=now + LEAST_TIME,
            next_step_at=now + LEAST_TIME,
        )
        # There is no check-in of that date, so the slot is free.
        if made is None:
            raise NotAllowed("system.not_yours")
        return await own_checkin(self._work, actor, made)


def _most_open(checkins: list[CheckIn]) -> CheckIn:
    """Return the one to fill in: the latest that is not complete, else the latest."""
    ordered = sorted(checkins, key=lambda one: (one.state is not State.COMPLETED, one.due_at, one.slot))
    return ordered[-1]
