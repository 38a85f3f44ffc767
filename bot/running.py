"""Runs the app until the system asks it to stop; it decides nothing."""

import asyncio
import signal

from bot.app import build
from bot.clock import Clock
from bot.settings import Settings
from bot.systemd import READY, STOPPING, Systemd


def run(settings: Settings, clock: Clock | None = None) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises:
        OperatorError: the token is wrong; and what `App.start` raises.
    """
    asyncio.run(_run(settings, clock))


async def _run(settings: Settings, clock: Clock | None) -> None:
    app, systemd = build(settings, clock), Systemd()
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    starting = loop.create_task(app.start())
    waiting = loop.create_task(stopping.wait())
    try:
        await asyncio.wait({starting, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            systemd.tell(READY)
            alive = loop.create_task(systemd.stay_alive(app.health.is_well))
            await waiting
            alive.cancel()
    finally:
        systemd.tell(STOPPING)
        for task in (starting, waiting):
            task.cancel()
        await asyncio.gather(starting, waiting, return_exceptions=True)
        await app.stop()
