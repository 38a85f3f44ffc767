"""Somebody who takes questionnaires, for tests of services: begins, answers in order, lets time go by."""

import datetime as dt

from domain.access import Actor
from domain.ids import MeasureId
from domain.instruments.version import Kind
from services.container import Container
from services.measure_steps import Step
from services.measures import Waiting
from tests.cast import NOON, Member

MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)


class Taker:
    """Somebody who takes questionnaires, a minute between any two things that they do."""

    def __init__(self, container: Container, who: Actor, member: Member) -> None:
        self.container, self.who, self.seat = container, who, member.membership_id
        self.now = NOON

    async def waiting(self) -> Waiting | None:
        async with self.container.transaction() as services:
            return await services.measures.waiting(self.who, self.seat, self.now)

    async def begin(self, kind: Kind) -> Step:
        async with self.container.transaction() as services:
            return await services.measuring.begin(self.who, self.seat, kind, self.now)

    async def give(self, step: Step, *values: int | None) -> Step:
        for value in values:
            self.now += MINUTE
            question = step.measure.current
            assert question is not None
            async with self.container.transaction() as services:
                if value is None:
                    step = await services.measuring.skip(
                        self.who, step.measure.measure_id, question.id, self.now
                    )
                else:
                    step = await services.measuring.answer(
                        self.who, step.measure.measure_id, question.id, value, self.now
                    )
        return step

    async def take(self, kind: Kind, *values: int | None) -> Step:
        return await self.give(await self.begin(kind), *values)

    async def read(self, measure_id: MeasureId) -> Step:
        async with self.container.transaction() as services:
            return await services.measuring.read(self.who, measure_id, self.now)

    async def decline(self, kind: Kind) -> None:
        async with self.container.transaction() as services:
            await services.measures.decline(self.who, self.seat, kind, self.now)

    async def dialogue(self) -> tuple[str, int] | None:
        async with self.container.transaction() as services:
            return await services.people.dialogue(self.who.person_id)


class Writer(Taker):
    """Somebody who types their answers: the message of the first one is number 1."""

    written = 0

    async def write(self, step: Step, *texts: str) -> Step:
        for text in texts:
            self.now += MINUTE
            self.written += 1
            async with self.container.transaction() as services:
                step = await services.measuring.write(
                    self.who, step.measure.measure_id, text, self.now, message_id=self.written
                )
        return step

    async def edit(self, message_id: int, text: str) -> Step:
        self.now += MINUTE
        async with self.container.transaction() as services:
            step = await services.measuring.correct(self.who, message_id, text, self.now)
        assert step is not None
        return step

    async def long_one(self, *texts: str) -> Step:
        """Answer a PHQ-9; messages 1 and 2 are those of the PHQ-2 before it."""
        await self.write(await self.begin(Kind.PHQ2), "3", "3")
        return await self.write(await self.begin(Kind.PHQ9), *texts)


async def chosen(container: Container, **choices: bool) -> None:
    async with container.transaction() as services:
        for instrument, is_on in choices.items():
            choose = services.instruments.confirm if is_on else services.instruments.withdraw
            await choose(instrument, NOON)


def kind_of(waiting: Waiting | None) -> Kind | None:
    return None if waiting is None else waiting.kind
