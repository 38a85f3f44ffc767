"""Keeps one answer of a check-in with all that follows: alert, next question, longer form, end; it shows nothing."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.checkins import AFTER_OUTAGE, CheckIn, Rung, State, answered_state
from domain.forms import Form
from domain.ids import CheckInId
from domain.items import LONGEST_TEXT, MOOD, NOTE, Item
from domain.lengths import worsens
from domain.setbacks import causes_of_answer, may_be_setback
from services.alarm import Alarm
from services.forming import Forming
from services.nudges import Nudges
from services.outbox import Outbox
from services.returns import Returns
from services.steps import DIALOGUE, asked, own_checkin
from storage.unit_of_work import UnitOfWork

SPLIT_FROM = 4_000
"""A written answer from this length on may be the first part of one that the messaging app cut (at 4,096)."""
TIME_FOR_THE_REST = AFTER_OUTAGE
"""For so long at least a check-in is open again whose short form turned out not to be enough."""


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What a person answered; nothing of it is a skip.

    Attributes:
        voice: a voice note, packed.
        message_id: the person's own message that gave it; None for a tap.
    """

    value: int | None = None
    text: str | None = None
    voice: str | None = None
    message_id: int | None = None

    @property
    def is_cut(self) -> bool:
        """Tell whether more was written than is kept."""
        return self.text is not None and len(self.text) > LONGEST_TEXT


class Answering:
    """What follows from an answer."""

    def __init__(self, work: UnitOfWork, alarm: Alarm, outbox: Outbox) -> None:
        self._work = work
        self._alarm = alarm
        self._forming = Forming(work)
        self._returns = Returns(work)
        self._nudges = Nudges(work, outbox)

    async def keep(
        self, actor: Actor, checkin: CheckIn, item: Item, given: Given, now: dt.datetime
    ) -> CheckIn:
        """Keep an answer and go on; return the check-in as it is then."""
        await self._write_down(actor, checkin, item, given, now)
        # Also where it changes nothing: of an answer and an end at the same moment, one must see the other.
        reopened = None if checkin.reopened == item.id else checkin.reopened
        await self._work.checkins.set_reopened(checkin.id, reopened)
        return await self.go_on(actor, checkin.id, now)

    async def go_on(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> CheckIn:
        """Ask the next question, or end; typed answers go to this check-in as long as it asks."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if await self._is_too_short(checkin):
            await self.widen(actor, checkin, now)
            checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.state.is_open and checkin.current is None:
            await self._end(actor, checkin, now)
            checkin = await own_checkin(self._work, actor, checkin_id)
        elif not checkin.state.is_open and _goes_on_late(checkin, now):
            following = checkin.unanswered
            await self._work.checkins.set_reopened(checkin_id, None if following is None else following.id)
            checkin = await own_checkin(self._work, actor, checkin_id)
        note = checkin.answers.get(NOTE)
        may_go_on = note is not None and note.answered_at == now and len(note.text or "") >= SPLIT_FROM
        await self.listen(actor, checkin_id, now, goes_on=asked(checkin) is not None or may_go_on)
        return checkin

    async def widen(self, actor: Actor, checkin: CheckIn, now: dt.datetime) -> None:
        """Ask all questions of its day after all; one that had ended is open again for a while."""
        await self._work.checkins.set_form(checkin.id, Form.FULL)
        if checkin.state.is_open or checkin.late_at is not None:
            return
        closes_at = max(checkin.closes_at, now + TIME_FOR_THE_REST)
        schedule = await self._work.schedules.get(actor.scope, checkin.membership_id)
        coming = None if schedule is None else schedule.next_due_at
        if coming is not None and coming > now:
            closes_at = min(closes_at, coming)
        await self.take_up(actor, checkin.id, closes_at, now)

    async def take_up(
        self, actor: Actor, checkin_id: CheckInId, closes_at: dt.datetime, now: dt.datetime
    ) -> None:
        """Let a check-in that had ended be in progress again until `closes_at`; nobody is reminded of it."""
        await self._work.checkins.set_state(checkin_id, State.IN_PROGRESS, None)
        await self._work.ladders.move(checkin_id, Rung.CLOSE, closes_at, closes_at)
        await self.listen(actor, checkin_id, now, goes_on=True)

    async def listen(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime, *, goes_on: bool) -> None:
        """Let what the person types go to this check-in, or no longer."""
        if goes_on:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin_id, now)
        else:
            await self._work.dialogues.close(actor.person_id, DIALOGUE, checkin_id)

    async def _write_down(
        self, actor: Actor, checkin: CheckIn, item: Item, given: Given, now: dt.datetime
    ) -> None:
        await self._work.checkins.keep_answer(
            checkin,
            item.id,
            now,
            value=given.value,
            text=None if given.text is None else given.text[:LONGEST_TEXT],
            voice=given.voice,
            message_id=given.message_id,
            is_correction=not checkin.state.is_open,
        )
        if given.value is not None and may_be_setback(item.id, given.value):
            # Not at the end: whoever puts the phone away after this answer is no less in need.
            thresholds = await self._work.thresholds.of_seat(checkin.membership_id)
            causes = causes_of_answer(item.id, given.value, checkin.id, thresholds)
            causes = await self._returns.of_checkin(checkin, causes, now)
            await self._alarm.raise_alert(checkin.membership_id, causes, now)
        if not checkin.state.is_open:
            await self._restate(actor, checkin.id, now)

    async def _restate(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> None:
        """Let a check-in that had ended be complete, or in part, by what it holds now."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        state = answered_state(checkin)
        if checkin.has_answers and state is not checkin.state:
            await self._work.checkins.set_state(checkin_id, state, now)

    async def _is_too_short(self, checkin: CheckIn) -> bool:
        if checkin.form is not Form.SHORT or checkin.unanswered is not None or checkin.reopened is not None:
            return False
        return worsens(checkin.value(MOOD), await self._forming.usual_mood(checkin))

    async def _end(self, actor: Actor, checkin: CheckIn, now: dt.datetime) -> None:
        await self._work.checkins.set_state(checkin.id, answered_state(checkin), now)
        await self._nudges.tell_craving(checkin, now)
        await self._work.watches.wake(checkin.membership_id, now)
        await self._count_as_scheduled(actor, checkin)

    async def _count_as_scheduled(self, actor: Actor, checkin: CheckIn) -> None:
        """Let a check-in that the person began early stand for the scheduled one, which is then not asked."""
        schedule = await self._work.schedules.get(actor.scope, checkin.membership_id)
        for time in () if schedule is None else schedule.times:
            if schedule is not None and (time.slot, time.due_on) == (checkin.slot, checkin.local_date):
                following = schedule.due_from(time, checkin.local_date + dt.timedelta(days=1), actor.timezone)
                await self._work.schedules.set_due(time.time_id, following.local_date, following.at)


def _goes_on_late(checkin: CheckIn, now: dt.datetime) -> bool:
    """Tell whether a check-in of yesterday may have a further question to ask."""
    return checkin.late_at is not None and checkin.reopened is None and now < checkin.closes_at
