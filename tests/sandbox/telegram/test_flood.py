"""Flood control: how much a bot may send, and how it is told to wait."""

import pytest

from sandbox.telegram.errors import ApiError
from sandbox.telegram.flood import FloodControl, Limits
from sandbox.telegram.world import Person, World
from tests.sandbox.telegram.caller import TOKEN, Caller

PERSON = 7
GROUP = -7


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


def _sent(control: FloodControl, chat_id: int, times: int) -> int:
    """Send so often and count what is let through."""
    passed = 0
    for _ in range(times):
        try:
            control.spend(chat_id)
        except ApiError:
            continue
        passed += 1
    return passed


def test_one_chat_takes_a_short_burst_and_then_one_a_second(stopwatch: Stopwatch) -> None:
    control = FloodControl(Limits(), stopwatch)

    assert 5 == _sent(control, PERSON, 10)

    stopwatch.seconds += 2

    assert 2 == _sent(control, PERSON, 10)


def test_all_chats_together_take_thirty_a_second(stopwatch: Stopwatch) -> None:
    control = FloodControl(Limits(), stopwatch)

    assert 30 == sum(_sent(control, chat_id, 1) for chat_id in range(1, 41))

    stopwatch.seconds += 1

    assert 30 == sum(_sent(control, chat_id, 1) for chat_id in range(41, 81))


def test_a_group_takes_twenty_a_minute(stopwatch: Stopwatch) -> None:
    control = FloodControl(Limits(chat_burst=100), stopwatch)

    assert 20 == _sent(control, GROUP, 30)

    stopwatch.seconds += 3

    assert 1 == _sent(control, GROUP, 30)
    assert 30 - 1 == _sent(control, PERSON, 100)


def test_the_wait_is_told_in_whole_seconds(stopwatch: Stopwatch) -> None:
    control = FloodControl(Limits(chat_burst=1, chat_per_second=0.25), stopwatch)
    control.spend(PERSON)
    stopwatch.seconds += 0.5

    with pytest.raises(ApiError) as caught:
        control.spend(PERSON)

    assert (429, 4, "Too Many Requests: retry after 4") == (
        caught.value.status,
        caught.value.retry_after,
        caught.value.description,
    )


def test_what_one_limit_refuses_costs_nothing_in_the_others(stopwatch: Stopwatch) -> None:
    control = FloodControl(Limits(overall_per_second=10), stopwatch)
    _sent(control, PERSON, 100)

    assert 5 == sum(_sent(control, chat_id, 1) for chat_id in range(100, 120))


def test_limits_that_are_off_refuse_nothing(stopwatch: Stopwatch) -> None:
    assert 1000 == _sent(FloodControl(Limits.off(), stopwatch), GROUP, 1000)


def test_a_forced_halt_ends_by_itself(stopwatch: Stopwatch) -> None:
    control = FloodControl(Limits.off(), stopwatch)
    control.force(7, PERSON)
    stopwatch.seconds += 6.5

    with pytest.raises(ApiError, match=r"retry after 1$"):
        control.check_forced(PERSON)

    control.check_forced(GROUP)
    stopwatch.seconds += 0.5
    control.check_forced(PERSON)


async def test_a_refusal_carries_the_wait_twice(api: Caller, world: World, ana: Person) -> None:
    world.flood.force(7, ana.id)
    async with api.session.post(
        f"{api.url}/bot{TOKEN}/sendMessage", json={"chat_id": ana.id, "text": "x"}
    ) as response:
        body = await response.json()

    assert (429, "7", {"retry_after": 7}) == (
        response.status,
        response.headers["Retry-After"],
        body["parameters"],
    )
    assert ["/start"] == [bubble.text for bubble in ana.chat]


async def test_a_halt_for_all_holds_everything_until_it_is_relaxed(
    api: Caller, world: World, ana: Person
) -> None:
    world.flood.force(60)

    assert "429 Too Many Requests: retry after 60" == await api.refusal("getMe")

    world.flood.relax()

    assert await api.ok("sendMessage", chat_id=ana.id, text="x")


@pytest.mark.parametrize("limits", [Limits(chat_burst=1, chat_per_second=0.01)])
async def test_edits_count_but_reading_does_not(api: Caller, ana: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=ana.id, text="x")
    refusal = await api.refusal("editMessageText", chat_id=ana.id, message_id=sent["message_id"], text="y")

    assert refusal.startswith("429 ")
    assert await api.ok("getChat", chat_id=ana.id)
    assert await api.ok("sendChatAction", chat_id=ana.id, action="typing")
    assert "x" == ana.chat[-1].text
