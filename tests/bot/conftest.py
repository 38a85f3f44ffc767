"""Fixtures for the bot: a simulated Telegram on loopback, and the real bot beside it in the same loop."""

import asyncio
import contextlib
import dataclasses
import datetime as dt
import logging
import math
import pathlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
import structlog

from bot import app as bot_app
from bot.app import App
from bot.limiter import Pace
from bot.settings import Settings, read
from domain.ids import Address, PersonId
from sandbox.telegram.flood import Limits
from sandbox.telegram.person import Person
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import World
from services.container import Container
from storage.vault import new_master_key
from tests.bot.plays import Play, play

__all__ = ["play"]

TOKEN = "4242:made-up-token-of-a-test-bot-0123456789"
DEADLINE_SECONDS = 5.0
UNPACED = Pace(overall_per_second=math.inf, chat_per_second=math.inf, chat_burst=1_000_000)


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
        app = bot_app.build(make_settings(**more), clock, UNPACED)
        running.append(app)
        await app.start()
        return app

    yield started
    for app in running:
        await app.stop()  # a second stop finds nothing to do


@dataclasses.dataclass
class Scene:
    """A simulated Telegram with one person, a bot with the test's views, and its database."""

    world: World
    ana: Person
    play: Play
    clock: SteeredClock
    folder: pathlib.Path
    start: Callable[..., Awaitable[App]]
    patch: pytest.MonkeyPatch

    def rows(self, query: str) -> list[Any]:
        """Ask the database file, past the bot."""
        with contextlib.closing(sqlite3.connect(self.folder / "bot.db")) as connection:
            return connection.execute(query).fetchall()

    def files_hold(self, words: bytes) -> bool:
        """Tell whether the database's files hold these bytes."""
        return any(words in path.read_bytes() for path in self.folder.glob("bot.db*"))

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the database as another program would."""
        with contextlib.closing(sqlite3.connect(self.folder / "bot.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("COMMIT")

    async def acquaint(self, app: App, person: Person | None = None) -> PersonId:
        """Make somebody known to the bot, without a seat."""
        async with container_of(app).transaction() as services:
            address = Address((person or self.ana).id)
            return await services._work.people.add(address, "en", "UTC", self.clock.now())


def said(person: Person) -> list[str]:
    """Return what the bot has said to somebody, oldest first."""
    return [message.text for message in person.chat if message.from_bot]


def container_of(app: App) -> Container:
    """Return the way into a running bot's services."""
    assert app._container is not None
    return app._container


@pytest.fixture
def scene(
    *,
    world: World,
    play: Play,
    clock: SteeredClock,
    tmp_path: pathlib.Path,
    start: Callable[..., Awaitable[App]],
    monkeypatch: pytest.MonkeyPatch,
) -> Scene:
    monkeypatch.setattr("bot.polling.FIRST_WAIT_SECONDS", 0.01)
    monkeypatch.setattr("bot.worker.FIRST_WAIT_SECONDS", 0.01)
    return Scene(world, world.add_person("Ana"), play, clock, tmp_path, start, monkeypatch)


@pytest.fixture(autouse=True)
def _quiet_log() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
