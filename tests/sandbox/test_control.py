import asyncio
import datetime as dt

import pytest

from sandbox.control import BotGone, Control, Order, Report

NOW = dt.datetime(2026, 3, 3, 22, 0, tzinfo=dt.UTC)


class Pipe:
    """The bot's end of the pipe for orders: keeps what is written."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []

    def write(self, line: bytes) -> None:
        self.lines.append(line)

    async def drain(self) -> None:
        return


def test_an_order_survives_the_pipe() -> None:
    order = Order(7, dt.timedelta(days=-3, seconds=1.5), is_tick=True)

    assert order == Order.unpack(order.pack())


@pytest.mark.parametrize("due", [None, NOW + dt.timedelta(hours=1)])
def test_a_report_survives_the_pipe(due: dt.datetime | None) -> None:
    report = Report(7, NOW, due, is_idle=True)

    assert report == Report.unpack(report.pack())


async def test_each_report_goes_to_its_own_order() -> None:
    pipe, reports = Pipe(), asyncio.StreamReader()
    control = Control(pipe, reports)  # type: ignore[arg-type]  only write and drain are used
    async with asyncio.TaskGroup() as group:
        group.create_task(control.listen())
        first = group.create_task(control.order(dt.timedelta()))
        second = group.create_task(control.order(dt.timedelta(), is_tick=True))
        while len(pipe.lines) < 2:  # noqa: ASYNC110  two turns of the loop, not a wait
            await asyncio.sleep(0)
        reports.feed_data(
            Report(2, NOW, None, is_idle=True).pack() + Report(1, NOW, NOW, is_idle=True).pack()
        )
        answers = await first, await second
        reports.feed_eof()

    assert [1, 2] == [answer.number for answer in answers]
    assert [False, True] == [Order.unpack(line).is_tick for line in pipe.lines]


async def test_orders_fail_when_the_bot_is_gone() -> None:
    reports = asyncio.StreamReader()
    control = Control(Pipe(), reports)  # type: ignore[arg-type]  only write and drain are used
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(_is_gone(control))
        await asyncio.sleep(0)
        reports.feed_eof()
        await control.listen()

    assert waiting.result()
    assert await _is_gone(control)


async def _is_gone(control: Control) -> bool:
    try:
        await control.order(dt.timedelta())
    except BotGone:
        return True
    return False
