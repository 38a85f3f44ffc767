import asyncio
import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.scheduler import CLEAN_UP_SECONDS, Scheduler
from bot.vitals import Vitals
from domain.ids import CheckInId, PersonId
from domain.messages import CheckInDue
from services.container import Container, Services
from services.ticks import Duty
from storage.tables.outbox import OutboxRow
from tests.cast import NOON, Cast

HOUR = dt.timedelta(hours=1)


@dataclasses.dataclass
class Work:
    """Rows with due times, some of which cannot be served."""

    due: dict[int, dt.datetime] = dataclasses.field(default_factory=dict)
    broken: set[int] = dataclasses.field(default_factory=set)
    served: list[int] = dataclasses.field(default_factory=list)
    is_away: bool = False

    def duty(self, name: str = "work") -> Duty:
        return Duty(name, self._due, self._do, self._postpone, self._next_at)

    async def _due(self, services: Services, now: dt.datetime) -> list[int]:
        del services
        if self.is_away:
            raise ZeroDivisionError
        return [row for row, due_at in sorted(self.due.items()) if due_at <= now][:10]

    async def _do(self, services: Services, row: int, now: dt.datetime) -> None:
        await services.outbox.post(CheckInDue(CheckInId(row)), to=ANA[0], key=f"row {row}", now=now)
        if row in self.broken:
            raise ZeroDivisionError
        self.served.append(row)
        del self.due[row]

    async def _postpone(self, services: Services, row: int, now: dt.datetime) -> None:
        del services
        self.due[row] = now + HOUR

    async def _next_at(self, services: Services) -> dt.datetime | None:
        del services
        return min(self.due.values(), default=None)


ANA: list[PersonId] = []


@pytest.fixture
def scheduler_of(container: Container, cast: Cast) -> Callable[..., Scheduler]:
    ANA[:] = [cast.ana.person_id]

    def make(
        *duties: Duty, vitals: Vitals | None = None, after: Callable[[], None] = lambda: None
    ) -> Scheduler:
        return Scheduler(
            container=container,
            duties=duties,
            seconds=0.01,
            vitals=vitals or Vitals(),
            now=lambda: NOON,
            after=after,
        )

    return make


async def keys(container: Container) -> list[str]:
    query = select(OutboxRow.dedup_key).order_by(OutboxRow.dedup_key)
    async with container.transaction() as services:
        return list(await services._work.session.scalars(query))


async def test_what_is_due_is_served_and_the_rest_is_left(scheduler_of: Callable[..., Scheduler]) -> None:
    work = Work({1: NOON - HOUR, 2: NOON, 3: NOON + HOUR})
    await scheduler_of(work.duty()).tick(NOON)

    assert sorted(work.served) == [1, 2]
    assert work.due == {3: NOON + HOUR}


async def test_a_backlog_of_many_pages_is_served_in_one_tick(scheduler_of: Callable[..., Scheduler]) -> None:
    work = Work(dict.fromkeys(range(45), NOON))
    await scheduler_of(work.duty()).tick(NOON)

    assert sorted(work.served) == list(range(45))


async def test_a_row_that_fails_leaves_nothing_and_moves_on_while_the_others_are_served(
    scheduler_of: Callable[..., Scheduler], container: Container, cast: Cast
) -> None:
    work = Work({1: NOON, 2: NOON, 3: NOON}, broken={2})
    await scheduler_of(work.duty()).tick(NOON)

    assert sorted(work.served) == [1, 3]
    assert work.due == {2: NOON + HOUR}
    assert await keys(container) == [f"row {row}:{cast.ana.person_id}" for row in (1, 3)]


async def test_one_kind_of_work_that_is_away_does_not_stop_the_others(
    scheduler_of: Callable[..., Scheduler],
) -> None:
    away, well = Work(is_away=True), Work({1: NOON})
    await scheduler_of(away.duty("away"), well.duty("well")).tick(NOON)

    assert well.served == [1]


async def test_two_ticks_at_once_serve_no_row_twice(scheduler_of: Callable[..., Scheduler]) -> None:
    work = Work(dict.fromkeys(range(5), NOON))
    scheduler = scheduler_of(work.duty())
    await asyncio.gather(scheduler.tick(NOON), scheduler.tick(NOON))

    assert sorted(work.served) == list(range(5))


async def test_the_next_due_moment_is_the_earliest_of_work_and_messages(
    scheduler_of: Callable[..., Scheduler], container: Container, cast: Cast
) -> None:
    scheduler = scheduler_of(Work({1: NOON + 2 * HOUR}).duty(), Work().duty())

    assert await scheduler.next_due_at() == NOON + 2 * HOUR
    async with container.transaction() as services:
        await services.outbox.post(
            CheckInDue(CheckInId(1)), to=cast.ana.person_id, key="x", now=NOON, not_before=NOON + HOUR
        )

    assert await scheduler.next_due_at() == NOON + HOUR


async def test_nothing_waits_where_nothing_is_planned(scheduler_of: Callable[..., Scheduler]) -> None:
    assert await scheduler_of().next_due_at() is None


async def test_ticks_repeat_and_each_one_wakes_the_courier(scheduler_of: Callable[..., Scheduler]) -> None:
    woken = asyncio.Semaphore(0)
    vitals = Vitals()
    running = asyncio.get_running_loop().create_task(scheduler_of(vitals=vitals, after=woken.release).run())
    async with asyncio.timeout(2):
        for _ in range(3):
            await woken.acquire()
    running.cancel()

    assert vitals.ticked_at is not None


async def test_old_rows_are_deleted_once_an_hour(
    scheduler_of: Callable[..., Scheduler], container: Container, cast: Cast
) -> None:
    monotonic = [0.0]
    scheduler = scheduler_of(vitals=Vitals(monotonic=lambda: monotonic[0]))
    async with container.transaction() as services:
        await services.intake.keep({1: b"{}", 2: b"{}"}, NOON)
        await services.intake.finish(1, None, NOON)
        await services.outbox.post(CheckInDue(CheckInId(1)), to=cast.ana.person_id, key="x", now=NOON)
        await services.outbox.cancel("x", cast.ana.person_id, NOON)
    later = NOON + dt.timedelta(days=8, seconds=1)
    await scheduler.tick(later)

    assert len(await keys(container)) == 1
    monotonic[0] = CLEAN_UP_SECONDS
    await scheduler.tick(later)

    assert await keys(container) == []
    async with container.transaction() as services:
        assert [kept.update_id for kept in await services.intake.waiting()] == [2]
        assert await services.intake.keep({1: b"{}", 2: b"{}"}, later) == [1]
