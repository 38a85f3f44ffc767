"""Lets a person answer a check-in: answer, skip, go back, correct; each of them any number of times. It asks nobody."""

import datetime as dt

from domain.access import Actor
from domain.checkins import CheckIn, State, before
from domain.forms import Form
from domain.ids import CheckInId
from domain.items import LONGEST_TEXT, NOTE, Item, ItemId, Scale
from domain.numbers import is_skip, value_of
from services.alarm import Alarm
from services.answering import SPLIT_FROM, Answering, Given
from services.outbox import Outbox
from services.steps import Remark, Step, Steps, asked, own_checkin
from storage.unit_of_work import UnitOfWork

EDITABLE_FOR = dt.timedelta(days=3)
"""The app lets people edit for two days; ids of messages start anew with another bot, so older ones are not looked at."""

_NOT_READ = {
    Scale.NUMBER: Remark.NOT_A_NUMBER,
    Scale.USE: Remark.NOT_ABOUT_USE,
    Scale.YES_NO: Remark.NOT_YES_OR_NO,
    Scale.CHOICE: Remark.NOT_A_CHOICE,
    Scale.TEXT: Remark.ONLY_WORDS,
}


class CheckIns:
    """Use cases of the person who answers."""

    def __init__(self, work: UnitOfWork, alarm: Alarm, outbox: Outbox) -> None:
        self._work = work
        self._steps = Steps(work)
        self._answering = Answering(work, alarm, outbox)

    async def read(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> Step:
        """Return where a check-in of one's own stands."""
        return await self._steps.of(await own_checkin(self._work, actor, checkin_id), now)

    async def answer(
        self, actor: Actor, checkin_id: CheckInId, item: ItemId, value: int, now: dt.datetime
    ) -> Step:
        """Keep a tapped answer; the same one again changes nothing."""
        checkin, current = await self._asked(actor, checkin_id, now)
        if current is None or current.id != item:
            return await self._steps.of(
                checkin, now, None if checkin.value(item) == value else _stale(checkin, now)
            )
        if not current.accepts(value):
            return await self._steps.of(checkin, now, Remark.OUTDATED)
        return await self._keep(actor, checkin, current, Given(value=value), now)

    async def write(
        self,
        actor: Actor,
        checkin_id: CheckInId,
        text: str,
        now: dt.datetime,
        *,
        voice: str | None = None,
        message_id: int | None = None,
    ) -> Step:
        """Keep a typed or spoken answer to the question that is asked now; what is not understood leaves it asked.

        `text` was typed, or stands below the voice note. `voice` is packed; only a question for words takes one. The edit of
        the message `message_id` then corrects the answer.
        """
        checkin, item = await self._asked(actor, checkin_id, now)
        if item is None:
            return await self._append(actor, checkin, text, now)
        given = _read(item, text, voice, message_id)
        if given is None:
            return await self._steps.of(checkin, now, _NOT_READ[item.scale])
        return await self._keep(actor, checkin, item, given, now)

    async def skip(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        """Leave a question out; an answer given before is taken back."""
        checkin, current = await self._asked(actor, checkin_id, now)
        if current is None or current.id != item:
            answer = checkin.answers.get(item)
            is_same = answer is not None and answer.is_skipped
            return await self._steps.of(checkin, now, None if is_same else _stale(checkin, now))
        return await self._keep(actor, checkin, current, Given(), now)

    async def back(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        """Ask the question before `item` again; pressed twice it goes back once."""
        checkin, current = await self._asked(actor, checkin_id, now)
        previous = None if current is None or current.id != item else before(checkin, current)
        if previous is None:
            return await self._steps.of(checkin, now)
        return await self._reopen(actor, checkin_id, previous.id, now)

    async def leave_as_is(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> Step:
        """Go on from a question that was taken up again, with the answer it had."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.reopened is None:
            return await self._steps.of(checkin, now)
        await self._work.checkins.set_reopened(checkin_id, None)
        return await self._steps.of(await self._answering.go_on(actor, checkin_id, now), now)

    async def reopen(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        """Ask a question again to correct its answer, which is possible until the next check-in."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        is_asked = item in {one.id for one in checkin.questions}
        if not is_asked or not await self._is_correctable(actor, checkin, now):
            return await self._steps.of(checkin, now, Remark.CLOSED)
        return await self._reopen(actor, checkin_id, item, now)

    async def something_differs(self, actor: Actor, checkin_id: CheckInId, now: dt.datetime) -> Step:
        """Ask all questions of the day in place of the short form; what was answered stays."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        if checkin.form is Form.FULL:
            return await self._steps.of(checkin, now)
        if not await self._is_correctable(actor, checkin, now):
            return await self._steps.of(checkin, now, Remark.CLOSED)
        await self._answering.widen(actor, checkin, now)
        return await self._steps.of(await self._answering.go_on(actor, checkin_id, now), now)

    async def correct(
        self,
        actor: Actor,
        message_id: int,
        text: str,
        now: dt.datetime,
        *,
        voice: str | None = None,
    ) -> Step | None:
        """Let an answer be what its edited message says now; None when the message answered nothing.

        What cannot be read leaves the answer as it was; the question that is asked now stays asked.
        """
        found = await self._work.corrections.answer(actor.scope, message_id, now - EDITABLE_FOR)
        if found is None:
            return None
        checkin = await own_checkin(self._work, actor, found[0])
        item = next((one for one in checkin.questions if one.id == found[1]), None)
        if item is None or not await self._is_correctable(actor, checkin, now):
            return await self._steps.of(checkin, now, Remark.CLOSED)
        given = _read(item, text, voice, message_id)
        if given is None:
            return await self._steps.of(checkin, now, _NOT_READ[item.scale])
        answer = checkin.answers[item.id]
        if (answer.value, answer.text) == (given.value, given.text) and answer.has_voice == bool(voice):
            return await self._steps.of(checkin, now)
        checkin = await self._answering.keep(actor, checkin, item, given, now)
        return await self._steps.of(checkin, now, Remark.CUT if given.is_cut else Remark.CORRECTED)

    async def _asked(
        self, actor: Actor, checkin_id: CheckInId, now: dt.datetime
    ) -> tuple[CheckIn, Item | None]:
        """Return the check-in with the question that is asked; one whose time for corrections is over asks nothing more."""
        checkin = await own_checkin(self._work, actor, checkin_id)
        item = asked(checkin)
        if item is None or checkin.state.is_open or await self._is_correctable(actor, checkin, now):
            return checkin, item
        await self._work.checkins.set_reopened(checkin_id, None)
        await self._answering.listen(actor, checkin_id, now, goes_on=False)
        return await own_checkin(self._work, actor, checkin_id), None

    async def _keep(self, actor: Actor, checkin: CheckIn, item: Item, given: Given, now: dt.datetime) -> Step:
        kept = await self._answering.keep(actor, checkin, item, given, now)
        return await self._steps.of(kept, now, Remark.CUT if given.is_cut else None)

    async def _append(self, actor: Actor, checkin: CheckIn, text: str, now: dt.datetime) -> Step:
        """Add the rest of a long text that the app sent in parts, or that came after the end."""
        answer = checkin.answers.get(NOTE)
        has_note = checkin.state is State.COMPLETED and NOTE in {one.id for one in checkin.questions}
        if not has_note or not await self._is_correctable(actor, checkin, now):
            return await self._steps.of(checkin, now, Remark.CLOSED)
        before_it = "" if answer is None or answer.text is None else answer.text
        whole = f"{before_it}\n{text}" if before_it else text
        kept = whole[:LONGEST_TEXT]
        await self._work.checkins.lengthen_answer(checkin, NOTE, kept, now)
        await self._answering.listen(actor, checkin.id, now, goes_on=len(text) >= SPLIT_FROM)
        checkin = await own_checkin(self._work, actor, checkin.id)
        return await self._steps.of(checkin, now, Remark.CUT if kept != whole else Remark.ADDED)

    async def _reopen(self, actor: Actor, checkin_id: CheckInId, item: ItemId, now: dt.datetime) -> Step:
        await self._work.checkins.set_reopened(checkin_id, item)
        return await self._steps.of(await self._answering.go_on(actor, checkin_id, now), now)

    async def _is_correctable(self, actor: Actor, checkin: CheckIn, now: dt.datetime) -> bool:
        if checkin.state.is_open:
            return checkin.state is State.IN_PROGRESS
        if checkin.late_at is not None:
            return now < checkin.closes_at
        latest = await self._work.checkins.latest(actor.scope, checkin.membership_id)
        return checkin.state.is_answered and latest is not None and latest.id == checkin.id


def _read(item: Item, text: str, voice: str | None, message_id: int | None) -> Given | None:
    """Return what was typed or said in answer to a question; None when it is no answer to it."""
    if voice is None and is_skip(text):
        return Given(message_id=message_id)
    if item.scale is Scale.TEXT:
        if voice is None and not text.strip():
            return None
        return Given(text=text if text.strip() else None, voice=voice, message_id=message_id)
    value = None if voice is not None else value_of(item, text)
    return None if value is None else Given(value=int(value), message_id=message_id)


def _stale(checkin: CheckIn, now: dt.datetime) -> Remark:
    is_over = not checkin.state.is_open and checkin.state is not State.COMPLETED
    return Remark.CLOSED if is_over and not checkin.can_go_on(now) else Remark.OUTDATED
