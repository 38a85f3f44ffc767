"""Faults on purpose: what a bot sees, and whether the message was sent all the same."""

import asyncio
import time

import aiohttp
import pytest

from sandbox.telegram.faults import Fault
from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import TOKEN, Caller, begin


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (Fault.SERVER_ERROR, "500 Internal Server Error: restart"),
        (Fault.TOO_MANY_REQUESTS, "429 Too Many Requests: retry after 5"),
        (Fault.UNAUTHORIZED, "401 Unauthorized"),
        (Fault.NOT_FOUND, "404 Not Found"),
    ],
)
async def test_a_planned_fault_answers_and_sends_nothing(
    api: Caller, world: World, ana: Person, fault: Fault, answer: str
) -> None:
    world.faults.fail_next(fault, method="sendMessage", times=2)

    assert await api.ok("getMe")
    assert [answer, answer] == [await api.refusal("sendMessage", chat_id=ana.id, text="x") for _ in range(2)]
    assert ["/start"] == [bubble.text for bubble in ana.chat]
    assert await api.ok("sendMessage", chat_id=ana.id, text="x")


async def test_a_bad_gateway_answers_a_page(api: Caller, world: World) -> None:
    world.faults.fail_next(Fault.BAD_GATEWAY)
    async with api.session.get(f"{api.url}/bot{TOKEN}/getMe") as response:
        assert (502, "text/html") == (response.status, response.content_type)
        assert "502 Bad Gateway" in await response.text()


@pytest.mark.parametrize(
    ("fault", "texts"),
    [
        (Fault.RESET_BEFORE_EFFECT, ["/start"]),
        (Fault.RESET_AFTER_EFFECT, ["/start", "x"]),
        (Fault.TIMEOUT_AFTER_EFFECT, ["/start", "x"]),
    ],
)
async def test_a_lost_answer_does_not_tell_whether_the_message_was_sent(
    api: Caller, world: World, ana: Person, fault: Fault, texts: list[str]
) -> None:
    world.faults.fail_next(fault, method="sendMessage", seconds=0)
    with pytest.raises(aiohttp.ClientConnectionError):
        await api.raw("sendMessage", chat_id=ana.id, text="x")

    assert texts == [bubble.text for bubble in ana.chat]


async def test_a_bot_that_gave_up_waiting_has_sent_all_the_same(
    api: Caller, world: World, ana: Person
) -> None:
    world.faults.fail_next(Fault.TIMEOUT_AFTER_EFFECT, seconds=30)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await api.raw("sendMessage", chat_id=ana.id, text="x")

    assert "x" == ana.chat[-1].text


async def test_an_outage_resets_every_connection_until_it_ends(
    api: Caller, world: World, ana: Person
) -> None:
    world.faults.outage(on=True)
    for method in ("getMe", "sendMessage", "getUpdates"):
        with pytest.raises(aiohttp.ClientConnectionError):
            await api.raw(method, chat_id=ana.id, text="x")
    world.faults.outage(on=False)

    assert await api.ok("sendMessage", chat_id=ana.id, text="x")
    assert ["/start", "x"] == [bubble.text for bubble in ana.chat]


async def test_an_outage_tears_a_poll_that_waits_and_loses_no_update(
    api: Caller, world: World, ana: Person
) -> None:
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    poll = begin(api.raw("getUpdates", offset=last + 1, timeout=10))
    await asyncio.sleep(0.05)
    world.faults.outage(on=True)
    ana.send("a")
    with pytest.raises(aiohttp.ClientConnectionError):
        await poll
    world.faults.outage(on=False)

    assert "a" == (await api.ok("getUpdates"))[0]["message"]["text"]


async def test_a_slow_server_answers_late(api: Caller, world: World) -> None:
    world.faults.slow(0.1)
    begun = time.monotonic()
    await api.ok("getMe")

    assert time.monotonic() - begun >= 0.1

    world.faults.clear()
    begun = time.monotonic()
    await api.ok("getMe")

    assert time.monotonic() - begun < 0.1
