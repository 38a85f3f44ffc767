"""Lets a person answer a questionnaire: begin, answer, skip, go back, stop; each any number of times. It offers none."""

import dataclasses
import datetime as dt
import enum

from domain.access import Actor
from domain.errors import NotAllowed
from domain.ids import MeasureId, MembershipId
from domain.instruments.catalogue import in_use, version_of
from domain.instruments.scoring import is_alarming
from domain.instruments.typed import value_of
from domain.instruments.version import Kind, Question
from domain.measures import LASTS, Measure, State, carried, growths
from domain.numbers import is_skip
from domain.setbacks import causes_of_item9
from services.alarm import Alarm
from services.measures import Waiting, open_in, seen_by, waiting_of_kind
from storage.unit_of_work import UnitOfWork

DIALOGUE = "measure"
"""The kind of dialogue in which typed answers arrive."""


class Remark(enum.StrEnum):
    """What is to be said about what the person just did, besides showing where the questionnaire stands."""

    OUTDATED = "outdated"
    CLOSED = "closed"
    NOT_AN_ANSWER = "not_an_answer"


@dataclasses.dataclass(frozen=True, slots=True)
class Step:
    """Where a questionnaire stands after what the person did.

    Attributes:
        is_told: the answer just given was told to the facilitators at once.
        names: display names of the facilitators who can see answers and result.
        following: what it grew into, at its end; None when nothing.
        previous: the last completed one of the same form before it; None when there is none.
    """

    measure: Measure
    remark: Remark | None
    is_told: bool
    names: tuple[str, ...]
    following: Waiting | None
    previous: Measure | None


class Measuring:
    """Questionnaires while they are answered."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

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
        measure = await self._own(actor, measure_id, now)
        current = measure.current
        if current is None or current.id != item or current.option(value) is None:
            step = await self._missed(actor, measure, item, value)
            return step if step.remark is None else await self._heard(step, item, value, now)
        return await self._keep(actor, measure, current, value, now)

    async def skip(self, actor: Actor, measure_id: MeasureId, item: str, now: dt.datetime) -> Step:
        """Leave a question out; an answer given before is taken back."""
        measure = await self._own(actor, measure_id, now)
        current = measure.current
        if current is None or current.id != item:
            return await self._missed(actor, measure, item, None)
        return await self._keep(actor, measure, current, None, now)

    async def write(self, actor: Actor, measure_id: MeasureId, text: str, now: dt.datetime) -> Step:
        """Keep a typed answer to the question that is asked; what is not understood leaves it asked."""
        measure = await self._own(actor, measure_id, now)
        current = measure.current
        if current is None:
            await self._listen(actor, measure)
            return await self._step(actor, measure, Remark.CLOSED)
        if is_skip(text):
            return await self._keep(actor, measure, current, None, now)
        value = value_of(current, measure.version.kind, text)
        if value is None:
            return await self._step(actor, measure, Remark.NOT_AN_ANSWER)
        return await self._keep(actor, measure, current, value, now)

    async def back(self, actor: Actor, measure_id: MeasureId, item: str, now: dt.datetime) -> Step:
        """Ask the question before `item` again; pressed twice it goes back once."""
        measure = await self._own(actor, measure_id, now)
        current = measure.current
        previous = None if current is None or current.id != item else measure.before(current)
        if previous is not None:
            await self._work.measures.set_reopened(measure_id, previous.id)
        return await self._go_on(actor, measure_id, now)

    async def leave_as_is(self, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Step:
        """Go on from a question that was taken up again, with the answer it had."""
        measure = await self._own(actor, measure_id, now)
        if measure.reopened in measure.answers:
            await self._work.measures.set_reopened(measure_id, None)
        return await self._go_on(actor, measure_id, now)

    async def stop(self, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Step:
        """Put a questionnaire aside with what was answered; it can be gone on with until its time is over."""
        measure = await self._own(actor, measure_id, now)
        await self._hush(actor, measure)
        return await self._step(actor, measure)

    async def _keep(
        self, actor: Actor, measure: Measure, question: Question, value: int | None, now: dt.datetime
    ) -> Step:
        await self._work.measures.keep_answer(measure.measure_id, question.id, value, now)
        await self._work.measures.set_reopened(measure.measure_id, None)
        is_told = value is not None and is_alarming(question, value)
        if is_told and value is not None:
            # Not at the end: whoever puts the phone away after this answer is no less in need.
            await self._alarm.raise_alert(measure.membership_id, causes_of_item9(value), now)
        return await self._go_on(actor, measure.measure_id, now, is_told=is_told)

    async def _heard(self, step: Step, item: str, value: int, now: dt.datetime) -> Step:
        """Tell of an answer to item 9 that comes too late to be kept: the person says it now all the same."""
        question = step.measure.version.question(item)
        is_told = question is not None and question.option(value) is not None and is_alarming(question, value)
        if is_told:
            await self._alarm.raise_alert(step.measure.membership_id, causes_of_item9(value), now)
        return dataclasses.replace(step, is_told=is_told)

    async def _go_on(
        self, actor: Actor, measure_id: MeasureId, now: dt.datetime, *, is_told: bool = False
    ) -> Step:
        measure = await self._own(actor, measure_id, now)
        if measure.state is State.OPEN and measure.current is None:
            await self._work.measures.end(measure_id, State.COMPLETED, measure.score.total, now)
            await self._grow(actor, measure, now)
            measure = await self._own(actor, measure_id, now)
        await self._listen(actor, measure, now)
        return await self._step(actor, measure, is_told=is_told)

    async def _grow(self, actor: Actor, measure: Measure, now: dt.datetime) -> None:
        """Let the longer questionnaires wait that a short one's answers ask for, with its answers in them."""
        offered = in_use(await self._work.measures.choices())
        for kinds in growths(measure.version, measure.values):
            versions = [version_of(kind, actor.language, offered) for kind in kinds]
            version = next((one for one in versions if one is not None), None)
            if version is not None:
                await self._work.measures.add(
                    measure.membership_id,
                    version,
                    State.OPEN,
                    now,
                    closes_at=now + LASTS,
                    answers=carried(measure, version),
                )

    async def _missed(self, actor: Actor, measure: Measure, item: str, value: int | None) -> Step:
        """Return where it stands when what was pressed is no longer, or not yet, asked."""
        given = measure.answers.get(item)
        if given is not None and given.value == value:
            return await self._step(actor, measure)
        is_over = measure.state in {State.EXPIRED, State.DECLINED}
        return await self._step(actor, measure, Remark.CLOSED if is_over else Remark.OUTDATED)

    async def _listen(self, actor: Actor, measure: Measure, now: dt.datetime | None = None) -> None:
        if measure.current is not None and now is not None:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, measure.measure_id, now)
        else:
            await self._hush(actor, measure)

    async def _hush(self, actor: Actor, measure: Measure) -> None:
        if await self._work.dialogues.current(actor.person_id) == (DIALOGUE, measure.measure_id):
            await self._work.dialogues.close(actor.person_id)

    async def _own(self, actor: Actor, measure_id: MeasureId, now: dt.datetime) -> Measure:
        """Return the actor's own questionnaire.

        Raises:
            NotAllowed: it is somebody else's, of a group the actor has left, or there is none.
        """
        await self._work.measures.expire(actor.person_id, now)
        measure = await self._work.measures.get(actor.scope, measure_id)
        seats = {seat.membership_id for seat in actor.participant_seats}
        if measure is None or measure.person_id != actor.person_id or measure.membership_id not in seats:
            raise NotAllowed("system.not_yours")
        return measure

    async def _step(
        self, actor: Actor, measure: Measure, remark: Remark | None = None, *, is_told: bool = False
    ) -> Step:
        names = await seen_by(self._work, actor, measure.group_id)
        if measure.state is State.OPEN:
            return Step(measure, remark, is_told, names, None, None)
        following = await open_in(self._work, actor, measure.membership_id)
        every = await self._work.measures.of(actor.scope, measure.membership_id)
        same = (measure.version.kind, measure.version.recall_days)
        previous = next(
            (
                one
                for one in every
                if one.state is State.COMPLETED
                and (one.version.kind, one.version.recall_days) == same
                and one.offered_at < measure.offered_at
            ),
            None,
        )
        return Step(measure, remark, is_told, names, following, previous)
