"""Keeps the bot within Telegram's limits, replies first; it loses no call and knows nothing of what calls carry.

Messages leave evenly spaced overall, and each chat may have a short burst and then one a second. Edits are outside that
budget, or a morning's check-ins would answer presses minutes late; answers to button presses wait for nothing at all. A
429 delays the chat that reported it; only when several chats report one within a moment does everything wait. All of it
runs on monotonic time.
"""

import asyncio
import collections
import dataclasses
import enum
import heapq
import itertools
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from handlers.edge.failures import seconds_of

_CHATS_KEPT = 10_000
"""Beyond this many, chats that are at rest are forgotten."""

Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Priority(enum.IntEnum):
    """Who goes first when several wait."""

    ALERT = 0
    REPLY = 1
    UNASKED = 2


@dataclasses.dataclass(frozen=True, slots=True)
class Departure:
    """A call that is looked at once more when its place has come, right before it is made."""

    priority: Priority
    is_right: Callable[[], Awaitable[bool]]


class Withheld(Exception):
    """Raised instead of a call that was no longer right when its place had come."""


@dataclasses.dataclass(frozen=True, slots=True)
class Pace:
    """How fast is allowed; Source: Telegram's bot FAQ (1/s per chat with short bursts, 30/s overall, 20/min per group).

    Attributes:
        reply_tries: how often a reply is tried when Telegram answers 429; an unasked message is left to the courier.
        alarm_chats: this many chats reporting 429 within `alarm_seconds` halt everything.
    """

    overall_per_second: float = 29.5
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_second: float = 20 / 60
    reply_tries: int = 4
    alarm_chats: int = 3
    alarm_seconds: float = 1.0


@dataclasses.dataclass(slots=True)
class _Chat:
    """Pace of one chat: `free_at` is when a call may leave if the whole burst were spent."""

    free_at: float = 0.0
    halted_until: float = 0.0


@dataclasses.dataclass(order=True, slots=True)
class _Waiter:
    ready_at: float
    order: int
    chat_id: int = dataclasses.field(compare=False)
    granted: asyncio.Future[None] = dataclasses.field(compare=False)


class Limiter(BaseRateLimiter[Priority | Departure]):
    """The one gate of all calls."""

    def __init__(self, pace: Pace | None = None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._pace = pace or Pace()
        self._monotonic = monotonic
        self._chats: dict[int, _Chat] = {}
        self._edits: list[_Waiter] = []
        self._messages: tuple[list[_Waiter], ...] = tuple([] for _ in Priority)
        self._order = itertools.count()
        self._next_slot = 0.0
        self._halted_until = 0.0
        self._reports: collections.deque[tuple[float, int]] = collections.deque()
        self._timer: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Stop the timer; whoever waits is cancelled by its owner."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def process_request(  # noqa: PLR0917 the signature is the base class's
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | Departure | None,
    ) -> Answer:
        """Wait for a place, call, and on 429 hold the chat back; a reply is then tried again.

        Raises:
            Withheld: it was no longer right when its place had come.
        """
        chat_id = data.get("chat_id")
        if endpoint == "answerCallbackQuery" or not isinstance(chat_id, int):
            return await callback(*args, **kwargs)
        is_right = rate_limit_args.is_right if isinstance(rate_limit_args, Departure) else None
        priority = _priority(rate_limit_args)
        tries = self._pace.reply_tries if priority is Priority.REPLY else 1
        is_message = endpoint.startswith("send") and endpoint != "sendChatAction"
        while True:
            tries -= 1
            await self._place(chat_id, self._messages[priority] if is_message else self._edits)
            if is_right is not None and not await is_right():
                raise Withheld
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self.halt(chat_id, seconds_of(error), is_about_messages=is_message)
                if tries <= 0:
                    raise

    def delay(self, chat_id: int) -> float:
        """Return the seconds until this chat may be written to, 0 when at once."""
        return max(0.0, self._ready_at(chat_id) - self._monotonic())

    def halt(self, chat_id: int, seconds: float, *, is_about_messages: bool = True) -> None:
        """Hold a chat back after a 429, and everything when several chats report one for messages."""
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.halted_until = max(chat.halted_until, now + seconds)
        if is_about_messages:
            self._reports.append((now, chat_id))
        while self._reports and self._reports[0][0] < now - self._pace.alarm_seconds:
            self._reports.popleft()
        if len({reporter for _, reporter in self._reports}) >= self._pace.alarm_chats:
            self._halted_until = max(self._halted_until, now + seconds)
        self._pump()

    def _place(self, chat_id: int, line: list[_Waiter]) -> asyncio.Future[None]:
        granted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(line, _Waiter(self._monotonic(), next(self._order), chat_id, granted))
        self._pump()
        return granted

    def _pump(self) -> None:
        """Grant whatever may leave now and set the timer for the next."""
        now = self._monotonic()
        moments = [self._grant_edits(now), *(self._grant_messages(line, now) for line in self._messages)]
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        wake_at = min((moment for moment in moments if moment is not None), default=None)
        if wake_at is not None:
            self._timer = asyncio.get_running_loop().call_later(max(0.0, wake_at - now), self._pump)

    def _grant_edits(self, now: float) -> float | None:
        while (waiter := _first(self._edits, self._halt_of)) is not None:
            if waiter.ready_at > now:
                return waiter.ready_at
            heapq.heappop(self._edits).granted.set_result(None)
        return None

    def _grant_messages(self, line: list[_Waiter], now: float) -> float | None:
        while (waiter := _first(line, self._ready_at)) is not None:
            moment = max(waiter.ready_at, self._next_slot)
            if moment > now:
                return moment
            heapq.heappop(line)
            self._take(waiter, now)
        return None

    def _take(self, waiter: _Waiter, now: float) -> None:
        spacing = 1 / self._pace.overall_per_second
        # One place may be made up for, so that a late timer costs nothing in the long run.
        self._next_slot = max(self._next_slot, now - spacing) + spacing
        chat = self._chats.setdefault(waiter.chat_id, _Chat())
        chat.free_at = max(chat.free_at, now) + 1 / self._rate(waiter.chat_id)
        waiter.granted.set_result(None)
        if len(self._chats) > _CHATS_KEPT:
            self._forget(now)

    def _ready_at(self, chat_id: int) -> float:
        chat = self._chats.get(chat_id)
        burst = (self._pace.chat_burst - 1) / self._rate(chat_id)
        return max(self._halt_of(chat_id), 0.0 if chat is None else chat.free_at - burst)

    def _halt_of(self, chat_id: int) -> float:
        chat = self._chats.get(chat_id)
        return max(self._halted_until, 0.0 if chat is None else chat.halted_until)

    def _rate(self, chat_id: int) -> float:
        return self._pace.group_per_second if chat_id < 0 else self._pace.chat_per_second

    def _forget(self, now: float) -> None:
        self._chats = {
            chat_id: chat
            for chat_id, chat in self._chats.items()
            if chat.free_at > now or chat.halted_until > now
        }


def _priority(given: Priority | Departure | None) -> Priority:
    if isinstance(given, Departure):
        return given.priority
    return Priority.REPLY if given is None else given


def _first(line: list[_Waiter], ready_at: Callable[[int], float]) -> _Waiter | None:
    """Return who may leave first, in order again after chats have become slower; None when nobody waits."""
    while line:
        waiter = line[0]
        if waiter.granted.done():
            heapq.heappop(line)
            continue
        moment = ready_at(waiter.chat_id)
        if moment <= waiter.ready_at:
            return waiter
        waiter.ready_at = moment
        heapq.heapreplace(line, waiter)
    return None
