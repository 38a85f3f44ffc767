"""Give every test a world at a fixed moment, a server on a free port and a plain HTTP caller."""

import datetime as dt
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import Limits, Person, World

TOKEN = "424242:sandbox-token"
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


class Clock:
    """Tell a time that only the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += dt.timedelta(**duration)


class Caller:
    """Call methods of the server and return status and body."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def raw(self, method: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=parameters) as response:
            return response.status, await response.json()

    async def ok(self, method: str, **parameters: Any) -> Any:
        status, body = await self.raw(method, **parameters)

        assert (200, True) == (status, body["ok"]), body

        return body["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        status, body = await self.raw(method, **parameters)

        assert (status, False) == (body["error_code"], body["ok"])

        return f"{status} {body['description']}"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits() -> Limits:
    return Limits.off()


@pytest.fixture
def world(clock: Clock, limits: Limits) -> World:
    return World(clock, TOKEN, limits=limits)


@pytest.fixture
def ana(world: World) -> Person:
    person = world.add_person("Ana", username="ana")
    person.start()
    return person


@pytest.fixture
async def server(world: World) -> AsyncIterator[RunningServer]:
    async with RunningServer(world) as running:
        yield running


@pytest.fixture
async def api(server: RunningServer) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, server.url)
