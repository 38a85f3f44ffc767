"""Lets a person answer a questionnaire: begin, answer, skip, go back, stop; each any number of times. It offers none."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.ids import MeasureId, MembershipId
from domain.instruments.scoring import is_alarming
from domain.instruments.typed import value_of
from domain.instruments.version import Kind, Question
from domain.measures import LASTS, Measure, State
from domain.numbers import is_skip
from domain.setbacks import causes_of_item9
from services.alarm import Alarm
from services.checkins import EDITABLE_FOR
from services.growing import Growing
from services.measure_steps import DIALOGUE, MeasureSteps, Remark, Step, own_measure
from services.measures import waiting_of_kind
from services.worsenings import Worsenings
from storage.unit_of_work import UnitOfWork

_OVER = frozenset({State.EXPIRED, State.DECLINED})


class Measuring:
    """Questionnaires while they are answered."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm
        self._growing = Growing(work)
        self._worsenings = Worsenings(work, alarm)
        self._steps = MeasureSteps(work)

    async def begin(self, actor: Actor, membership_id: MembershipId, kind: Kind, now: dt.datetime) -> Step:
        """Begin the questionnaire that waits, or go on with it.

        Raises:
            Outdated: another one waits, or none.
        """
        waiting = await waiting_of_kind(self._work, actor, membership_id, kind, now)
        if waiting.measure is not None:
            return await self._go_on(actor, waiting.measure.measure_id, now)
        added = await self._work.measures.add(
            membership_id, waiting.version, State.OPEN, now, closes_at=now + LASTS
        )
        return await self._go_on(actor, added, now)

    async def read(self, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Step:
        """Return where a questionnaire of one's own stands; typed answers go to it while a question is asked."""
        return await self._go_on(actor, measure_id, now)

    async def answer(
        self, actor: Actor, measure_id: MeasureId, item: str, value: int, now: dt.datetime
    ) -> Step:
        """Keep a tapped answer; the same one again changes nothing."""
        measure = await own_measure(self._work, actor, measure_id, now)
        current = measure.current
        if current is None or current.id != item or current.option(value) is None:
            step = await self._missed(actor, measure, item, value)
            return step if step.remark is None else await self._heard(step, item, value, now)
        return await self._keep(actor, measure, current, value, now)

    async def skip(self, actor: Actor, measure_id: MeasureId, item: str, now: dt.datetime) -> Step:
        """Leave a question out; an answer given before is taken back."""
        measure = await own_measure(self._work, actor, measure_id, now)
        current = measure.current
        if current is None or current.id != item:
            return await self._missed(actor, measure, item, None)
        return await self._keep(actor, measure, current, None, now)

    async def write(
        self,
        actor: Actor,
        measure_id: MeasureId,
        text: str,
        now: dt.datetime,
        *,
        message_id: int | None = None,
    ) -> Step:
        """Keep a typed answer to the question that is asked; what is not understood leaves it asked.

        The edit of the message `message_id` then corrects the answer.
        """
        measure = await own_measure(self._work, actor, measure_id, now)
        current = measure.current
        if current is None:
            await self._listen(actor, measure)
            return await self._steps.of(actor, measure, Remark.CLOSED)
        value = None if is_skip(text) else value_of(current, measure.version.kind, text)
        if value is None and not is_skip(text):
            return await self._steps.of(actor, measure, Remark.NOT_AN_ANSWER)
        return await self._keep(actor, measure, current, value, now, message_id=message_id)

    async def correct(self, actor: Actor, message_id: int, text: str, now: dt.datetime) -> Step | None:
        """Let an answer be what its edited message says now; None when the message answered nothing.

        What cannot be read leaves the answer as it was. So does a questionnaire whose time is over; that item 9 got worse is told
        all the same.
        """
        found = await self._work.corrections.measure_answer(actor.scope, message_id, now - EDITABLE_FOR)
        if found is None:
            return None
        measure = await own_measure(self._work, actor, found[0], now)
        question = measure.version.question(found[1])
        if question is None:
            return await self._steps.of(actor, measure, Remark.CLOSED)
        value = None if is_skip(text) else value_of(question, measure.version.kind, text)
        if value is None and not is_skip(text):
            return await self._steps.of(actor, measure, Remark.NOT_AN_ANSWER)
        earlier = measure.answers[question.id].value
        if value == earlier:
            return await self._steps.of(actor, measure)
        is_worse = (value or 0) > (earlier or 0)
        is_told = is_worse and await self._tell(measure, question, value, now)
        if measure.state in _OVER:
            return await self._steps.of(actor, measure, Remark.CLOSED, is_told=is_told)
        await self._change(actor, measure, question, value, now, message_id=message_id)
        return await self._go_on(actor, measure.measure_id, now, remark=Remark.CORRECTED, is_told=is_told)

    async def back(self, actor: Actor, measure_id: MeasureId, item: str, now: dt.datetime) -> Step:
        """Ask the question before `item` again; pressed twice it goes back once."""
        measure = await own_measure(self._work, actor, measure_id, now)
        current = measure.current
        previous = None if current is None or current.id != item else measure.before(current)
        if previous is not None:
            await self._work.measures.set_reopened(measure_id, previous.id)
        return await self._go_on(actor, measure_id, now)

    async def leave_as_is(self, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Step:
        """Go on from a question that was taken up again, with the answer it had."""
        measure = await own_measure(self._work, actor, measure_id, now)
        if measure.reopened in measure.answers:
            await self._work.measures.set_reopened(measure_id, None)
        return await self._go_on(actor, measure_id, now)

    async def stop(self, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Step:
        """Put a questionnaire aside with what was answered; it can be gone on with until its time is over."""
        measure = await own_measure(self._work, actor, measure_id, now)
        await self._hush(actor, measure)
        return await self._steps.of(actor, measure)

    async def _keep(
        self,
        actor: Actor,
        measure: Measure,
        question: Question,
        value: int | None,
        now: dt.datetime,
        *,
        message_id: int | None = None,
    ) -> Step:
        await self._work.measures.keep_answer(
            measure.measure_id, question.id, value, now, message_id=message_id
        )
        await self._work.measures.set_reopened(measure.measure_id, None)
        is_told = await self._tell(measure, question, value, now)
        return await self._go_on(actor, measure.measure_id, now, is_told=is_told)

    async def _heard(self, step: Step, item: str, value: int, now: dt.datetime) -> Step:
        """Tell of an answer to item 9 that comes too late to be kept: the person says it now all the same."""
        question = step.measure.version.question(item)
        if question is None or question.option(value) is None:
            return step
        is_told = await self._tell(step.measure, question, value, now)
        return dataclasses.replace(step, is_told=is_told)

    async def _tell(self, measure: Measure, question: Question, value: int | None, now: dt.datetime) -> bool:
        """Tell of an answer to item 9 above 0, at once: whoever puts the phone away after it is no less in need."""
        if value is None or not is_alarming(question, value):
            return False
        await self._alarm.raise_alert(measure.membership_id, causes_of_item9(value), now)
        return True

    async def _change(
        self,
        actor: Actor,
        measure: Measure,
        question: Question,
        value: int | None,
        now: dt.datetime,
        *,
        message_id: int,
    ) -> None:
        """Put another answer in an earlier one's place; what had been completed is scored anew, with all that follows."""
        measure_id, is_over = measure.measure_id, measure.state is State.COMPLETED
        await self._work.measures.keep_answer(
            measure_id,
            question.id,
            value,
            now,
            message_id=message_id,
            corrected_at=now if is_over else None,
        )
        if measure.reopened == question.id:
            await self._work.measures.set_reopened(measure_id, None)
        if not is_over:
            return
        after = await own_measure(self._work, actor, measure_id, now)
        await self._work.measures.set_total(measure_id, after.score.total)
        if after.left and now < after.closes_at:
            await self._work.measures.take_up(measure_id)
        await self._growing.follow(actor, measure, after, now)
        await self._worsenings.look(after, now)

    async def _go_on(
        self,
        actor: Actor,
        measure_id: MeasureId,
        now: dt.datetime,
        remark: Remark | None = None,
        *,
        is_told: bool = False,
    ) -> Step:
        measure = await own_measure(self._work, actor, measure_id, now)
        if measure.state is State.OPEN and measure.current is None:
            await self._work.measures.end(measure_id, State.COMPLETED, measure.score.total, now)
            await self._growing.grow(actor, measure, now)
            await self._worsenings.look(measure, now)
            measure = await own_measure(self._work, actor, measure_id, now)
        writing = await self._work.dialogues.current(actor.person_id)
        # An edit far up takes nothing away from what the person is writing now.
        if remark is not Remark.CORRECTED or writing in (None, (DIALOGUE, measure_id)):
            await self._listen(actor, measure, now)
        return await self._steps.of(actor, measure, remark, is_told=is_told)

    async def _missed(self, actor: Actor, measure: Measure, item: str, value: int | None) -> Step:
        """Return where it stands when what was pressed is no longer, or not yet, asked."""
        given = measure.answers.get(item)
        if given is not None and given.value == value:
            return await self._steps.of(actor, measure)
        remark = Remark.CLOSED if measure.state in _OVER else Remark.OUTDATED
        return await self._steps.of(actor, measure, remark)

    async def _listen(self, actor: Actor, measure: Measure, now: dt.datetime | None = None) -> None:
        if measure.current is not None and now is not None:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, measure.measure_id, now)
        else:
            await self._hush(actor, measure)

    async def _hush(self, actor: Actor, measure: Measure) -> None:
        await self._work.dialogues.close(actor.person_id, DIALOGUE, measure.measure_id)
