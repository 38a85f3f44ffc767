"""The visitor's switch for the network: one state at a time, and the clock stands while there is none."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.ground import Ground
from sandbox.guide import Guide
from sandbox.stage import Stage
from sandbox.web import Front


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage(Guide())
    async with Ground(furnish=Front(stage).furnish) as ground:
        stage.stand_on(ground)
        stage.tell_setting("")
        yield stage


@pytest.fixture
async def browser(stage: Stage) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(stage.ground.url) as session:
        yield session


async def _act(browser: aiohttp.ClientSession, **order: object) -> tuple[int, str]:
    async with browser.post("/act", json=order) as answer:
        return answer.status, await answer.text()


async def test_the_network_can_be_taken_away_and_given_back(
    browser: aiohttp.ClientSession, stage: Stage
) -> None:
    faults = stage.ground.world.faults
    assert 400 > (await _act(browser, do="network", how="away"))[0]
    assert faults.is_down
    status, problem = await _act(browser, do="travel", to="hour")
    assert (True, True) == (status >= 400, "Bring the network back first" in problem)
    assert 400 > (await _act(browser, do="network", how="slow"))[0]
    assert not faults.is_down
    assert 1.0 <= faults.wait_seconds() <= 4.0
    assert 400 > (await _act(browser, do="network", how="failing"))[0]
    assert 0.0 == faults.wait_seconds()
    assert any(faults.take("sendMessage") for _ in range(100))
    assert 400 > (await _act(browser, do="network", how="fine"))[0]
    assert not any(faults.take("sendMessage") for _ in range(100))
    assert 400 <= (await _act(browser, do="network", how="by pigeon"))[0]
