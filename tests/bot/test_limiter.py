import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.limiter import Limiter, Pace, Priority

FAST = Pace(overall_per_second=200, chat_per_second=20, chat_burst=3)


class Telegram:
    """Records which call left when; `refusals` are chats that answer 429 so many times."""

    def __init__(self, limiter: Limiter) -> None:
        self.limiter = limiter
        self.left: list[tuple[str, int]] = []
        self.times: list[float] = []
        self.refusals: dict[int, int] = {}
        self.retry_after = 1

    async def call(
        self, chat: int, endpoint: str = "sendMessage", priority: Priority = Priority.REPLY
    ) -> object:
        async def answer() -> bool:
            if self.refusals.get(chat, 0) > 0:
                self.refusals[chat] -= 1
                raise RetryAfter(self.retry_after)
            self.left.append((endpoint, chat))
            self.times.append(time.monotonic())
            return True

        data: dict[str, Any] = {"chat_id": chat}
        return await self.limiter.process_request(answer, (), {}, endpoint, data, priority)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    limiter = Limiter(FAST)
    yield Telegram(limiter)
    await limiter.shutdown()


async def test_messages_to_different_chats_leave_evenly_spaced(telegram: Telegram) -> None:
    await asyncio.gather(*(telegram.call(chat) for chat in range(21)))

    assert telegram.times[-1] - telegram.times[0] >= 18 / 200


async def test_a_late_timer_is_made_up_for() -> None:
    telegram = Telegram(Limiter(Pace(overall_per_second=100)))
    await telegram.call(1)
    await asyncio.sleep(0.05)
    started = time.monotonic()
    await asyncio.gather(telegram.call(2), telegram.call(3))

    assert time.monotonic() - started < 0.009


async def test_a_chat_gets_a_burst_and_then_its_pace(telegram: Telegram) -> None:
    await asyncio.gather(*(telegram.call(1) for _ in range(5)))
    gaps = [later - earlier for earlier, later in zip(telegram.times, telegram.times[1:], strict=False)]

    assert max(gaps[:2]) < 0.02
    assert min(gaps[2:]) > 0.03


async def test_a_busy_chat_does_not_delay_the_others(telegram: Telegram) -> None:
    busy = [asyncio.ensure_future(telegram.call(1)) for _ in range(6)]  # noqa: TID251 the test holds them
    await asyncio.sleep(0)
    started = time.monotonic()
    await telegram.call(2)

    assert time.monotonic() - started < 0.04
    await asyncio.gather(*busy)


async def test_replies_leave_before_unasked_messages_and_alerts_before_both(telegram: Telegram) -> None:
    await telegram.call(0)
    await telegram.call(1)
    order = [(2, Priority.UNASKED), (3, Priority.UNASKED), (4, Priority.REPLY), (5, Priority.ALERT)]
    await asyncio.gather(*(telegram.call(chat, priority=priority) for chat, priority in order))

    assert [chat for _, chat in telegram.left] == [0, 1, 5, 4, 2, 3]


async def test_answers_to_presses_and_edits_wait_for_nobody() -> None:
    telegram = Telegram(Limiter(Pace(overall_per_second=1)))
    await telegram.call(1)
    waiting = asyncio.get_running_loop().create_task(telegram.call(2))
    started = time.monotonic()
    await telegram.call(1, "answerCallbackQuery")
    await telegram.call(1, "editMessageText")

    assert time.monotonic() - started < 0.1
    waiting.cancel()
    await telegram.limiter.shutdown()


async def test_a_429_delays_its_chat_alone() -> None:
    telegram = Telegram(Limiter(FAST))
    telegram.refusals[1] = 1
    held = asyncio.get_running_loop().create_task(telegram.call(1))
    await asyncio.sleep(0)
    started = time.monotonic()
    await asyncio.gather(*(telegram.call(chat) for chat in (2, 3, 4)))

    assert time.monotonic() - started < 0.1
    assert not held.done()
    assert 0.5 < telegram.limiter.delay(1) <= 1
    held.cancel()
    await telegram.limiter.shutdown()


async def test_a_reply_is_tried_again_after_a_429() -> None:
    telegram = Telegram(Limiter(FAST))
    telegram.refusals[1], telegram.retry_after = 1, 1
    # The halt is lifted by hand: the test does not wait a second.
    reply = asyncio.get_running_loop().create_task(telegram.call(1))
    await asyncio.sleep(0)
    telegram.limiter._chats[1].halted_until = 0
    telegram.limiter._pump()
    await asyncio.wait_for(reply, 1.5)

    assert [("sendMessage", 1)] == telegram.left


async def test_an_unasked_message_is_given_back_after_a_429() -> None:
    telegram = Telegram(Limiter(FAST))
    telegram.refusals[1] = 1
    with pytest.raises(RetryAfter):
        await telegram.call(1, priority=Priority.UNASKED)

    assert telegram.limiter.delay(1) > 0.5


async def test_three_chats_reporting_a_429_at_once_halt_everything() -> None:
    limiter = Limiter(FAST)
    limiter.halt(1, 5)
    limiter.halt(2, 5)

    assert limiter.delay(4) == 0
    limiter.halt(3, 5)

    assert limiter.delay(4) > 4


async def test_groups_are_written_to_twenty_times_a_minute_at_most() -> None:
    telegram = Telegram(Limiter(Pace(overall_per_second=1000)))
    await asyncio.gather(*(telegram.call(-5) for _ in range(3)))

    assert telegram.limiter.delay(-5) > 2.5


async def test_a_caller_who_gives_up_costs_no_place(telegram: Telegram) -> None:
    given_up = asyncio.get_running_loop().create_task(telegram.call(1))
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    await telegram.call(2)

    assert [("sendMessage", 2)] == telegram.left


async def test_chats_at_rest_are_forgotten() -> None:
    limiter = Limiter(Pace(overall_per_second=1e9, chat_per_second=1e9), monotonic=time.monotonic)
    telegram = Telegram(limiter)
    for chat in range(10_050):
        await telegram.call(chat)

    assert len(limiter._chats) < 10_001
