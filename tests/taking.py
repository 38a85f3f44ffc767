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


async def chosen(container: Container, **choices: bool) -> None:
    async with container.transaction() as services:
        for instrument, is_on in choices.items():
            choose = services.instruments.confirm if is_on else services.instruments.withdraw
            await choose(instrument, NOON)


def kind_of(waiting: Waiting | None) -> Kind | None:
    return None if waiting is None else waiting.kind
