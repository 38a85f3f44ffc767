"""Give every test a world at a fixed moment, a server on a free port and a plain HTTP caller."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import Limits, Person, World
from tests.sandbox.telegram.caller import TOKEN, Caller, Clock


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
