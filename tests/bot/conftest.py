"""Fixtures for the bot: a simulated Telegram on loopback, and the real bot beside it in the same loop."""

import asyncio
import datetime as dt
import pathlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from bot import app as bot_app
from bot.app import App
from bot.settings import Settings, read
from sandbox.telegram.flood import Limits
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import World
from storage.vault import new_master_key

TOKEN = "4242:made-up-token-of-a-test-bot-0123456789"
DEADLINE_SECONDS = 5.0


class SteeredClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.offset = dt.timedelta()

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self.offset  # noqa: TID251 a test's clock is a clock


async def until(condition: Callable[[], bool | Awaitable[bool]], seconds: float = DEADLINE_SECONDS) -> None:
    """Poll a condition until it holds, failing after the deadline."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while True:
        holds = condition()
        if not isinstance(holds, bool):
            holds = await holds
        if holds:
            return
        assert loop.time() < deadline, "it did not come about"
        await asyncio.sleep(0.01)


@pytest.fixture
def clock() -> SteeredClock:
    return SteeredClock()


@pytest.fixture
def world(clock: SteeredClock) -> World:
    return World(clock.now, TOKEN, limits=Limits.off())


@pytest.fixture
async def server(world: World) -> AsyncIterator[RunningServer]:
    async with RunningServer(world) as server:
        yield server


@pytest.fixture
def make_settings(server: RunningServer, tmp_path: pathlib.Path) -> Callable[..., Settings]:
    key = new_master_key()

    def make(**more: str) -> Settings:
        environ = {
            "BOT_TOKEN": TOKEN,
            "BOT_API_URL": server.url,
            "DATABASE_URL": f"sqlite:///{tmp_path}/bot.db",
            "ENCRYPTION_KEYS": key,
            "TICK_SECONDS": "0.2",
            **more,
        }
        return read(environ, "/nonexistent/.env")

    return make


@pytest.fixture
async def start(
    make_settings: Callable[..., Settings], clock: SteeredClock
) -> AsyncIterator[Callable[..., Awaitable[App]]]:
    """Return a function that starts a bot; all of them are stopped at the end."""
    running: list[App] = []

    async def started(**more: Any) -> App:
        app = bot_app.build(make_settings(**more), clock)
        running.append(app)
        await app.start()
        return app

    yield started
    for app in running:
        await app.stop()
