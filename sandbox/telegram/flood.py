"""Count requests as Telegram's flood control does, in real time. It knows no chat but its id."""

import dataclasses
import math
import time
from collections.abc import Callable
from typing import Self

from sandbox.telegram.errors import too_many_requests

_UNLIMITED = math.inf


@dataclasses.dataclass(frozen=True)
class Limits:
    """Hold every knob of the server; rates are requests per second unless the name says otherwise.

    Source: Bot FAQ (1/s per chat with short bursts, 30/s overall, 20/min per group); exact values are
    unpublished.
    """

    overall_per_second: float = 30
    chat_per_second: float = 1
    chat_burst: int = 5
    group_per_minute: float = 20
    callback_answer_seconds: float = 150
    poll_timeout_max_seconds: int = 50
    poll_conflict_delay_seconds: float = 3
    has_same_offset_rule: bool = False
    webhook_needs_https: bool = False
    webhook_first_retry_seconds: float = 1
    webhook_retry_max_seconds: float = 60
    delete_window_hours: float = 48

    @classmethod
    def off(cls) -> Self:
        """Return limits that never refuse, with every other knob as usual."""
        return cls(
            overall_per_second=_UNLIMITED,
            chat_per_second=_UNLIMITED,
            group_per_minute=_UNLIMITED,
            poll_conflict_delay_seconds=0,
        )


class _Bucket:
    def __init__(self, capacity: float, per_second: float, now: float) -> None:
        self._capacity = capacity
        self._per_second = per_second
        self._tokens = capacity
        self._seen_at = now

    def wait(self, now: float) -> float:
        """Return the seconds until a token is there, zero when one is."""
        self._tokens = min(self._capacity, self._tokens + (now - self._seen_at) * self._per_second)
        self._seen_at = now
        return 0.0 if self._tokens >= 1 else (1 - self._tokens) / self._per_second

    def take(self) -> None:
        self._tokens -= 1


class FloodControl:
    """Refuse what comes too fast, overall, per chat and per group."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._monotonic = monotonic
        self._buckets: dict[object, _Bucket] = {}
        self._forced_until: dict[int | None, float] = {}

    def force(self, seconds: float, chat_id: int | None = None) -> None:
        """Answer 429 for this long, in one chat or (None) in all."""
        self._forced_until[chat_id] = self._monotonic() + seconds

    def relax(self) -> None:
        """End every forced 429 and fill the buckets."""
        self._forced_until.clear()
        self._buckets.clear()

    def check_forced(self, chat_id: int | None) -> None:
        """Raise ApiError(429) while a forced halt covers this chat; None asks for the bot as a whole."""
        now = self._monotonic()
        left = max((self._forced_until.get(key, 0.0) - now for key in {None, chat_id}), default=0.0)
        if left > 0:
            raise too_many_requests(math.ceil(left))

    def spend(self, chat_id: int) -> None:
        """Count one message to a chat; raise ApiError(429) with the seconds to wait, counting nothing."""
        now = self._monotonic()
        buckets = [self._bucket(*each, now) for each in self._rules(chat_id)]
        longest = max((bucket.wait(now) for bucket in buckets), default=0.0)
        if longest > 0:
            raise too_many_requests(math.ceil(longest))
        for bucket in buckets:
            bucket.take()

    def _rules(self, chat_id: int) -> list[tuple[object, float, float]]:
        limits = self._limits
        rules: list[tuple[object, float, float]] = [
            ("overall", limits.overall_per_second, limits.overall_per_second),
            (chat_id, limits.chat_burst, limits.chat_per_second),
        ]
        if chat_id < 0:
            rules.append((("group", chat_id), limits.group_per_minute, limits.group_per_minute / 60))
        return [rule for rule in rules if rule[2] != _UNLIMITED]

    def _bucket(self, key: object, capacity: float, per_second: float, now: float) -> _Bucket:
        if key not in self._buckets:
            self._buckets[key] = _Bucket(capacity, per_second, now)
        return self._buckets[key]
