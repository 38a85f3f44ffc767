"""The simulation in small: its books agree, and they would not if a check-in were lost, doubled or invented."""

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from benchmarks.twelve_weeks.deeds import Deeds
from benchmarks.twelve_weeks.ledger import books, by_week, faults
from benchmarks.twelve_weeks.program import outages, program
from benchmarks.twelve_weeks.world import Somebody, World
from services.container import Container
from storage.tables.checkins import AnswerRow, CheckInRow

START = dt.datetime(2026, 9, 1, 4, 0, tzinfo=dt.UTC)
LAST = dt.date(2026, 9, 6)

Lived = tuple[Container, list[Somebody]]


@pytest.fixture
async def lived() -> AsyncIterator[Lived]:
    async with program(6, 0, START) as (container, people):
        world = World(container, outages(START, 1))
        deeds = Deeds(world, START)
        for who in people:
            world.people[who.person_id] = who
            deeds.begin(who)
        await world.run(START, START + dt.timedelta(days=7))
        await world.wind_up()
        yield container, people


async def broken(lived: Lived) -> dict[str, int]:
    container, people = lived
    found = faults(await books(container.storage), people, LAST, outages(START, 1))
    return {promise: times for promise, times in found.items() if times}


async def change(lived: Lived, *statements: Any) -> None:
    async with lived[0].storage.unit_of_work() as work:
        for statement in statements:
            await work.session.execute(statement)


async def an_answered_one(lived: Lived) -> int:
    async with lived[0].storage.unit_of_work() as work:
        found = await work.session.scalar(
            select(CheckInRow.id)
            .where(CheckInRow.state == "completed", CheckInRow.local_date == LAST)
            .order_by(CheckInRow.due_at)
        )
    assert found is not None
    return found


async def test_a_simulated_week_keeps_every_promise_and_the_books_notice_what_does_not(lived: Lived) -> None:
    weeks = by_week(await books(lived[0].storage), START.date())

    assert {} == await broken(lived)
    assert sum(week.total() for week in weeks.values()) >= 6 * 6

    one = await an_answered_one(lived)
    await change(lived, update(CheckInRow).where(CheckInRow.id == one).values(state="missed"))
    assert {"missed though answered": 1} == await broken(lived)

    await change(
        lived,
        update(CheckInRow).where(CheckInRow.id == one).values(state="completed"),
        delete(AnswerRow).where(AnswerRow.checkin_id == one),
    )
    assert {"answer lost": 1, "answered without an answer": 1} == await broken(lived)

    await change(lived, delete(CheckInRow).where(CheckInRow.id == one))
    assert {"date and slot left out": 1} == await broken(lived)
