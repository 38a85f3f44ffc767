import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from structlog.testing import capture_logs

from bot.lines import FAIR_SHARE, Lines
from bot.supervisor import Supervisor
from tests.bot.conftest import until


@pytest.fixture
async def supervisor() -> AsyncIterator[Supervisor]:
    supervisor = Supervisor()
    yield supervisor
    await supervisor.stop()


def noting(
    where: list[str], what: str, first: Awaitable[object] | None = None
) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        if first is not None:
            await first
        where.append(what)

    return work


async def test_one_line_keeps_its_order_while_others_pass(supervisor: Supervisor) -> None:
    lines, done, gate = Lines(supervisor), [], asyncio.Event()
    await lines.put(1, noting(done, "a1", gate.wait()))
    await lines.put(1, noting(done, "a2"))
    await lines.put(2, noting(done, "b1"))
    await until(lambda: done == ["b1"])
    gate.set()

    await until(lambda: lines.size == 0)
    assert done == ["b1", "a1", "a2"]


async def test_work_that_fails_does_not_hold_up_the_next(supervisor: Supervisor) -> None:
    async def broken() -> None:
        raise ZeroDivisionError

    lines, done = Lines(supervisor), list[str]()
    with capture_logs() as logs:
        await lines.put(1, broken)
        await lines.put(1, noting(done, "next"))
        await until(lambda: done == ["next"])

    assert [entry["event"] for entry in logs] == ["line_work_failed"]


async def test_whoever_brings_more_than_fits_waits(supervisor: Supervisor) -> None:
    lines, done, gate = Lines(supervisor, limit=2), list[str](), asyncio.Event()
    await lines.put(1, noting(done, "a", gate.wait()))
    await lines.put(2, noting(done, "b", gate.wait()))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(lines.put(3, noting(done, "c")), 0.05)
    gate.set()
    await lines.put(3, noting(done, "c"))

    await until(lambda: done == ["a", "b", "c"])


async def test_one_person_who_floods_keeps_nobody_else_out(supervisor: Supervisor) -> None:
    lines, done, gate = Lines(supervisor, limit=FAIR_SHARE + 1), list[str](), asyncio.Event()
    for number in range(FAIR_SHARE * 3):
        await lines.put(1, noting(done, f"flood {number}", gate.wait()))
    await asyncio.wait_for(lines.put(2, noting(done, "help")), 1)
    await until(lambda: done == ["help"])
    gate.set()

    await until(lambda: lines.size == 0)
    assert done[1:] == [f"flood {number}" for number in range(FAIR_SHARE * 3)]


async def test_an_error_in_a_task_is_logged_loudly(supervisor: Supervisor) -> None:
    async def broken() -> None:
        raise ZeroDivisionError

    with capture_logs() as logs:
        supervisor.spawn(broken(), "broken one")
        await supervisor.drain(1)

    assert [("task_failed", "broken one", "error")] == [
        (entry["event"], entry["task"], entry["log_level"]) for entry in logs
    ]


async def test_drain_waits_for_tasks_and_for_those_that_they_start(supervisor: Supervisor) -> None:
    done: list[str] = []

    async def parent() -> None:
        await asyncio.sleep(0.01)
        supervisor.spawn(noting(done, "child", asyncio.sleep(0.01))(), "child")

    supervisor.spawn(parent(), "parent")

    assert await supervisor.drain(1)
    assert done == ["child"]


async def test_drain_has_an_end_and_stop_cancels_the_rest(supervisor: Supervisor) -> None:
    task = supervisor.spawn(asyncio.sleep(60), "sleeper")

    assert not await supervisor.drain(0.01)
    await supervisor.stop()
    assert task.cancelled()
