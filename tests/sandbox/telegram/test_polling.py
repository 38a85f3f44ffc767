"""Long polling: offsets, kinds, lifetimes, and what happens when two bots poll."""

import asyncio
import time
from typing import Any

import pytest

from sandbox.telegram.updates import RepeatedOffset
from sandbox.telegram.world import Limits, Person, World
from tests.sandbox.telegram.caller import Caller, Clock, begin

CONFLICT = (
    "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)


async def _texts(api: Caller, **parameters: Any) -> list[str]:
    return [each["message"]["text"] for each in await api.ok("getUpdates", **parameters)]


async def test_ids_begin_high_and_rise_by_one(api: Caller, ana: Person) -> None:
    ana.send("a")
    first, second = await api.ok("getUpdates")

    assert first["update_id"] >= 2_000_001
    assert first["update_id"] + 1 == second["update_id"]


async def test_only_a_higher_offset_confirms(api: Caller, ana: Person) -> None:
    ana.send("a")
    first = (await api.ok("getUpdates"))[0]["update_id"]

    assert ["/start", "a"] == await _texts(api)
    assert ["/start", "a"] == await _texts(api, offset=first)
    assert ["a"] == await _texts(api, offset=first + 1)
    assert ["a"] == await _texts(api, offset=0)
    assert [] == await _texts(api, offset=first + 2)


async def test_a_negative_offset_keeps_the_newest(api: Caller, ana: Person) -> None:
    for text in "abc":
        ana.send(text)

    assert ["b", "c"] == await _texts(api, offset=-2)
    assert ["b", "c"] == await _texts(api)


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (2, 2), (0, 120), (1000, 120), (-3, 1)])
async def test_a_batch_has_one_to_a_hundred(api: Caller, ana: Person, limit: int, count: int) -> None:
    for number in range(119):
        ana.send(str(number))

    assert min(count, 100) == len(await _texts(api, limit=limit))


async def test_a_poll_returns_as_soon_as_something_happens(api: Caller, ana: Person) -> None:
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    asyncio.get_running_loop().call_later(0.05, ana.send, "a")
    begun = time.monotonic()

    assert ["a"] == await _texts(api, offset=last + 1, timeout=10)
    assert time.monotonic() - begun < 5


async def test_a_second_poller_ends_the_first(api: Caller, ana: Person) -> None:
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    first = begin(api.refusal("getUpdates", offset=last + 1, timeout=10))
    await asyncio.sleep(0.05)
    second = begin(_texts(api, offset=last + 1, timeout=10))

    assert await first == CONFLICT

    ana.send("a")

    assert ["a"] == await second


@pytest.mark.parametrize("limits", [Limits(poll_conflict_delay_seconds=0.1)])
async def test_conflicts_that_follow_each_other_are_slowed_down(api: Caller, ana: Person) -> None:
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    ended = [begin(api.raw("getUpdates", offset=last + 1, timeout=10))]
    for _ in range(2):
        await asyncio.sleep(0.02)
        ended.append(begin(api.raw("getUpdates", offset=last + 1, timeout=10)))
    await asyncio.sleep(0.02)
    begun = time.monotonic()
    ana.send("a")
    status, body = await ended[2]

    assert (200, "a") == (status, body["result"][0]["message"]["text"])
    assert time.monotonic() - begun > 0.05
    assert 409 == (await ended[0])[0]


async def test_a_poller_that_went_away_is_in_nobodys_way(api: Caller, world: World, ana: Person) -> None:
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    gone = begin(api.ok("getUpdates", offset=last + 1, timeout=10))
    await asyncio.sleep(0.05)
    gone.cancel()
    await asyncio.gather(gone, return_exceptions=True)
    await asyncio.sleep(0.05)
    ana.send("a")

    assert ["a"] == await _texts(api, offset=last + 1, timeout=1)
    assert [200, 200] == [call.status for call in world.calls.of("getUpdates")]


async def test_kinds_are_chosen_when_an_update_is_made_and_remembered(api: Caller, ana: Person) -> None:
    ana.react(ana.chat[0].id, "👍")
    await api.ok("getUpdates", allowed_updates=["message_reaction"])
    ana.send("not wanted")
    ana.react(ana.chat[0].id, "🎉")

    assert ["message", "message_reaction"] == [list(each)[1] for each in await api.ok("getUpdates")]

    await api.ok("getUpdates", allowed_updates=[])
    ana.send("wanted again")
    ana.react(ana.chat[0].id, "👎")

    assert "wanted again" == (await api.ok("getUpdates"))[-1]["message"]["text"]


async def test_a_tap_waits_two_and_a_half_minutes_and_a_message_a_day(
    api: Caller, ana: Person, clock: Clock
) -> None:
    ana.forge_tap(1, "x")
    clock.forward(seconds=149)

    assert 2 == len(await api.ok("getUpdates"))

    clock.forward(seconds=1)

    assert ["/start"] == await _texts(api)

    clock.forward(hours=24)

    assert [] == await _texts(api)


async def test_an_edit_of_yesterdays_message_makes_no_update(api: Caller, ana: Person, clock: Clock) -> None:
    sent = ana.send("a")
    clock.forward(hours=24, seconds=1)
    ana.edit(sent.id, "b")

    assert [] == await api.ok("getUpdates")
    assert ("b", True) == (ana.chat[-1].text, ana.chat[-1].edited)


async def test_polling_and_a_webhook_exclude_each_other(api: Caller, ana: Person) -> None:
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    waiting = begin(api.refusal("getUpdates", offset=last + 1, timeout=10))
    await asyncio.sleep(0.05)
    await api.ok("setWebhook", url="http://127.0.0.1:9/hook")

    assert "409 Conflict: terminated by setWebhook request" == await waiting
    assert (
        "409 Conflict: can't use getUpdates method while webhook is active;"
        " use deleteWebhook to delete the webhook first"
    ) == await api.refusal("getUpdates")


@pytest.mark.parametrize(
    ("offsets", "asked", "given"),
    [
        ((5, 5), (0, 100), (3, 1)),
        ((5, 6), (0, 100), (0, 100)),
        ((0, 0), (0, 100), (0, 100)),
        ((5, 5), (10, 100), (10, 100)),
    ],
)
def test_asking_for_the_same_again_is_slowed_and_narrowed(
    offsets: tuple[int, int], asked: tuple[int, int], given: tuple[int, int]
) -> None:
    repeats = RepeatedOffset()
    repeats.adjust(offsets[0], *asked)

    assert given == repeats.adjust(offsets[1], *asked)


async def test_after_a_quiet_week_ids_begin_anew_and_an_old_offset_confirms_nothing(
    api: Caller, world: World, ana: Person, clock: Clock
) -> None:
    """The new ids may be lower than the old ones, so only the last id received tells the next offset."""
    old = (await api.ok("getUpdates"))[-1]["update_id"]
    await api.ok("getUpdates", offset=old + 1)
    clock.forward(days=7, seconds=-1)
    ana.send("still in order")
    still = (await api.ok("getUpdates", offset=old + 1))[-1]["update_id"]
    clock.forward(days=7)
    ana.send("a")
    new = (await api.ok("getUpdates"))[-1]["update_id"]

    assert old + 1 == still
    assert still + 1 != new
    assert ["a"] == await _texts(api, offset=new + 100)
    assert [] == await _texts(api, offset=new + 1)
    assert 0 == world.queue.count(world.now)
