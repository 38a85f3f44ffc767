"""Lets a person answer a check-in: answer, skip, go back, correct; each of them any number of times. It asks nobody."""

import dataclasses
import datetime as dt
import enum

from domain.access import Actor, Scope
from domain.checkins import CheckIn, State, before
from domain.errors import NotAllowed
from domain.ids import CheckInId
from domain.items import (
    CRAVING,
    LONGEST_TEXT,
    MOOD,
    NOTE,
    Item,
    ItemId,
    Scale,
    Viewer,
)
from domain.numbers import is_skip, number_of, use_of
from domain.recurrence import next_occurrence
from domain.setbacks import causes_of_answer
from services.alarm import Alarm
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork

DIALOGUE = "checkin"
"""The kind of dialogue in which typed answers arrive."""
SPLIT_FROM = 4_000
"""A written answer from this length on may be the first part of one that the messaging app cut (at 4,096)."""


class Remark(enum.StrEnum):
    """What is to be said about what the person just did, besides showing where the check-in stands."""

    OUTDATED = "outdated"
    CLOSED = "closed"
    NOT_A_NUMBER = "not_a_number"
    NOT_ABOUT_USE = "not_about_use"
    CUT = "cut"
    ADDED = "added"


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Where a check-in stands after what the person did.

    Attributes:
        since: the date of the last check-in that was answered before; None when there is none.
        is_seen_by_partner: a partner sees the answer to the question that is asked now.
    """

    checkin: CheckIn
    remark: Remark | None = None
    since: dt.date | None = None
    is_seen_by_partner: bool = False

    @property
    def question(self) -> Item | None:
        """Return the question that is asked now; None when none is."""
        return asked(self.checkin)


class CheckIns:
    """Use cases of the person who answers."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._alarm = alarm

    async def read(self, actor: Actor, checkin_id: CheckInId) -> Step:
        """Return where a check-in of one's own stands."""
        return await self._step(await own_checkin(self._work, actor, checkin_id))

    async def answer(
        self, actor: Actor, checkin_id: CheckInId, item: ItemId, value: int, now: dt.datetime
    ) -> Step:
        """Keep a tapped answer; the same one again changes nothing."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        current = asked(checkin)
        if current is None or current.id != item:
            return await self._step(checkin, None if checkin.value(item) == value else _stale(checkin))
        if not current.accepts(value):
            return await self._step(checkin, Remark.OUTDATED)
        return await self._keep(actor, checkin, current, now, value=value)

    async def write(self, actor: Actor, checkin_id: CheckInId, text: str, now: dt.datetime) -> Step:
        """Keep a typed answer to the question that is asked now; what is not understood leaves it asked."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        item = asked(checkin)
        if item is None:
            return await self._append(actor, checkin, text, now)
        if is_skip(text):
            return await self._keep(actor, checkin, item, now)
        match item.scale:
            case Scale.TEXT:
                return await self._keep(actor, checkin, item, now, text=text)
            case Scale.NUMBER:
                number, otherwise = number_of(text), Remark.NOT_A_NUMBER
            case Scale.USE:
                number, otherwise = use_of(text), Remark.NOT_ABOUT_USE
        if number is None:
            return await self._step(checkin, otherwise)
        return await self._keep(actor, checkin, item, now, value=int(number))

    async def skip(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        """Leave a question out; an answer given before is taken back."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        current = asked(checkin)
        if current is None or current.id != item:
            answer = checkin.answers.get(item)
            is_same = answer is not None and answer.is_skipped
            return await self._step(checkin, None if is_same else _stale(checkin))
        return await self._keep(actor, checkin, current, now)

    async def back(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        """Ask the question before `item` again; pressed twice it goes back once."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        current = asked(checkin)
        previous = None if current is None or current.id != item else before(current)
        if previous is None:
            return await self._step(checkin)
        return await self._reopen(actor, checkin_id, previous.id, now)

    async def leave_as_is(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> Step:
        """Go on from a question that was taken up again, with the answer it had."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.reopened is None:
            return await self._step(checkin)
        await self._work.checkins.set_reopened(checkin_id, None)
        return await self._go_on(actor, checkin_id, now)

    async def reopen(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        """Ask a question again to correct its answer, which is possible until the next check-in."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        latest = await self._work.checkins.latest(actor.scope, checkin.membership_id)
        is_correctable = checkin.state is State.COMPLETED and latest is not None and latest.id == checkin_id
        if not (checkin.state is State.IN_PROGRESS or is_correctable):
            return await self._step(checkin, Remark.CLOSED)
        return await self._reopen(actor, checkin_id, item, now)

    async def _keep(
        self,
        actor: Actor,
        checkin: CheckIn,
        item: Item,
        now: dt.datetime,
        *,
        value: int | None = None,
        text: str | None = None,
    ) -> Step:
        kept = None if text is None else text[:LONGEST_TEXT]
        await self._work.checkins.keep_answer(checkin, item.id, now, value=value, text=kept)
        await self._work.checkins.set_reopened(checkin.id, None)
        if checkin.state.is_open:
            await self._work.checkins.set_state(checkin.id, State.IN_PROGRESS, None)
        if value is not None:
            # Not at the end: whoever puts the phone away after this answer is no less in need.
            causes = causes_of_answer(item.id, value, checkin.id)
            await self._alarm.raise_alert(checkin.membership_id, causes, now)
        return await self._go_on(actor, checkin.id, now, Remark.CUT if kept != text else None)

    async def _append(self, actor: Actor, checkin: CheckIn, text: str, now: dt.datetime) -> Step:
        """Add the rest of a long text that the app sent in parts, or that came after the end."""
        answer = checkin.answers.get(NOTE)
        if checkin.state is not State.COMPLETED:
            return await self._step(checkin, Remark.CLOSED)
        before_it = "" if answer is None or answer.text is None else answer.text
        whole = f"{before_it}\n{text}" if before_it else text
        kept = whole[:LONGEST_TEXT]
        await self._work.checkins.keep_answer(checkin, NOTE, now, text=kept)
        await self._listen(actor, checkin.id, now, goes_on=len(text) >= SPLIT_FROM)
        checkin = await own_checkin(self._work, actor, checkin.id)
        return await self._step(checkin, Remark.CUT if kept != whole else Remark.ADDED)

    async def _reopen(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        await self._work.checkins.set_reopened(checkin_id, item)
        return await self._go_on(actor, checkin_id, now)

    async def _go_on(
        self, actor: Actor, checkin_id: CheckInId, now: dt.datetime, remark: Remark | None = None
    ) -> Step:
        checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.current is None and checkin.state.is_open:
            await self._work.checkins.set_state(checkin_id, State.COMPLETED, now)
            await self._count_as_scheduled(actor, checkin)
            checkin = await own_checkin(self._work, actor, checkin_id)
        note = checkin.answers.get(NOTE)
        may_go_on = note is not None and note.answered_at == now and len(note.text or "") >= SPLIT_FROM
        await self._listen(actor, checkin_id, now, goes_on=asked(checkin) is not None or may_go_on)
        return await self._step(checkin, remark)

    async def _count_as_scheduled(self, actor: Actor, checkin: CheckIn) -> None:
        """Let a check-in that the person began early stand for the scheduled one, which is then not asked."""
        schedule = await self._work.schedules.get(actor.scope, checkin.membership_id)
        if checkin.slot or schedule is None or schedule.next_due_at is None:
            return
        plan = (schedule.local_minute, schedule.weekdays, actor.timezone)
        waiting = next_occurrence(*plan, schedule.next_due_at - dt.timedelta(minutes=1))
        if waiting.local_date == checkin.local_date:
            following = next_occurrence(*plan, waiting.at)
            await self._work.schedules.set_next_due(checkin.membership_id, following.at)

    async def _listen(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime, *, goes_on: bool) -> None:
        if goes_on:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, checkin_id, now)
        elif await self._work.dialogues.current(actor.person_id) == (DIALOGUE, checkin_id):
            await self._work.dialogues.close(actor.person_id)

    async def _step(self, checkin: CheckIn, remark: Remark | None = None) -> Step:
        item = asked(checkin)
        if item is None:
            return Step(checkin, remark)
        own = Scope(person_id=checkin.person_id)
        since = await self._work.history.answered_before(own, checkin.membership_id, checkin.due_at)
        if Viewer.PARTNER not in item.seen_by:
            return Step(checkin, remark, since)
        partners = await self._work.partners.partners_of(own, checkin.membership_id)
        is_shown = any(
            {MOOD: one.is_shown.mood, CRAVING: one.is_shown.craving}.get(item.id, False) for one in partners
        )
        return Step(checkin, remark, since, is_shown)


def asked(checkin: CheckIn) -> Item | None:
    """Return the question that the person is to answer now; None before the start, when put off, and at the end."""
    is_asked = checkin.state is State.IN_PROGRESS or checkin.reopened is not None
    return checkin.current if is_asked else None


async def own_checkin(work: UnitOfWork, actor: Actor, checkin_id: CheckInId) -> CheckIn:
    """Return the actor's own check-in.

    Raises:
        NotAllowed: it is somebody else's, of a group the actor has left, or there is none.
    """
    checkin = await work.checkins.get(actor.scope, checkin_id)
    seats = {seat.membership_id for seat in actor.participant_seats}
    if checkin is None or checkin.person_id != actor.person_id or checkin.membership_id not in seats:
        raise NotAllowed("system.not_yours")
    return checkin


def _stale(checkin: CheckIn) -> Remark:
    is_over = not checkin.state.is_open and checkin.state is not State.COMPLETED
    return Remark.CLOSED if is_over else Remark.OUTDATED
