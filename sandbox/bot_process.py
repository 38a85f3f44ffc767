"""Run the real bot with a clock that the sandbox moves through this process's own pipes; nothing else can move it."""

import asyncio
import contextlib
import math
import os
import signal
import sys
from typing import BinaryIO

from bot import logs
from bot.app import App, build
from bot.limiter import Pace
from bot.settings import read
from sandbox.clock import SandboxClock
from sandbox.control import LINE_BYTES, Order, Report

_PACE = Pace(
    overall_per_second=math.inf, chat_per_second=math.inf, chat_burst=1_000_000, group_per_second=math.inf
)
"""The limiter counts real seconds, in which the sandbox lets days pass."""
_IDLE_POLL_SECONDS = 0.003
_IDLE_PATIENCE_SECONDS = 10.0


def main() -> None:
    """Serve orders from stdin until it closes or SIGTERM comes."""
    # What anything prints must not get between the reports.
    reports = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    asyncio.run(_serve(reports))


async def _serve(reports: BinaryIO) -> None:
    settings = read()
    logs.set_up(settings.log_level, settings.log_format, settings.secrets)
    orders = await _stdin()
    first = await orders.readline()
    if not first:
        return
    clock = SandboxClock(Order.unpack(first).offset)
    app = build(settings, clock, _PACE)
    serving = asyncio.current_task()
    assert serving is not None  # noqa: S101  this runs in a task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, serving.cancel)
    try:
        await app.start()
        line = first
        while line:
            report = await _obey(app, clock, Order.unpack(line))
            reports.write(report.pack())
            line = await orders.readline()
    except asyncio.CancelledError:
        serving.uncancel()
    finally:
        await app.stop()


async def _obey(app: App, clock: SandboxClock, order: Order) -> Report:
    clock.set_offset(order.offset)
    if not order.is_tick:
        return Report(order.number, clock.now(), await app.next_due_at(), await app.is_idle())
    await app.tick()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_IDLE_PATIENCE_SECONDS):
            # What is idle is a question to the database; nobody could set an event for it.
            while not (await app.is_idle() and app.receipts.is_empty):  # noqa: ASYNC110
                await asyncio.sleep(_IDLE_POLL_SECONDS)
    return Report(order.number, clock.now(), await app.next_due_at(), await app.is_idle())


async def _stdin() -> asyncio.StreamReader:
    reader = asyncio.StreamReader(limit=LINE_BYTES)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin.buffer
    )
    return reader
