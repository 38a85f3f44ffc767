"""Queue what happened until the bot has fetched it, with Telegram's offsets and lifetimes. It delivers nothing."""

import asyncio
import dataclasses
import datetime as dt
import itertools
import math
import secrets
import time
from collections.abc import Iterable

from sandbox.telegram.errors import ApiError, Json, conflict

UPDATE_KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
)
# Source: Bot API reference, getUpdates: everything but these three is sent unless asked for.
DEFAULT_KINDS = frozenset(UPDATE_KINDS) - {"chat_member", "message_reaction", "message_reaction_count"}
# Source: telegram-bot-api Client.cpp: how long an update waits to be fetched.
MESSAGE_LIFETIME = dt.timedelta(hours=24)
QUERY_LIFETIME = dt.timedelta(seconds=150)
# Source: telegram-bot-api: the first id is random and never below this.
_FIRST_ID = 2_000_001
_FIRST_ID_SPREAD = 900_000_000
# Source: Bot API reference, Update: after a week without updates the next id is random again.
_IDLE = dt.timedelta(days=7)
# Source: td TQueue.cpp: an offset further ahead of the newest id than this is taken for none.
_MAX_AHEAD = 10
# Source: telegram-bot-api Client.cpp: a poll with the same offset within these times is slowed or narrowed.
_POISON_SECONDS = 0.5
_REPEAT_SECONDS = 3


@dataclasses.dataclass(frozen=True, slots=True)
class QueuedUpdate:
    """Hold one update until it is confirmed or its time is over; `key` orders webhook delivery."""

    id: int
    kind: str
    payload: Json
    key: int
    expires_at: dt.datetime

    def body(self) -> Json:
        """Show the update as the bot receives it."""
        return {"update_id": self.id, self.kind: self.payload}


class RepeatedOffset:
    """Slow down and narrow polls that ask for the same offset again and again."""

    def __init__(self) -> None:
        self._offset: int | None = None
        self._asked_at = 0.0

    def adjust(self, offset: int, timeout: int, limit: int) -> tuple[int, int]:
        """Return the timeout and limit to use, so that one bad update is found by itself."""
        now = time.monotonic()
        since, is_same = now - self._asked_at, offset == self._offset
        self._offset, self._asked_at = offset, now
        if not is_same or offset == 0 or since >= _REPEAT_SECONDS or timeout >= _REPEAT_SECONDS:
            return timeout, limit
        return _REPEAT_SECONDS, 1 if since < _POISON_SECONDS else limit


class UpdateQueue:
    """Keep updates in order; a poller or the webhook takes them from here."""

    def __init__(self) -> None:
        self.allowed_kinds: frozenset[str] = DEFAULT_KINDS
        self.asked_kinds: list[str] | None = None
        self._next_id = _random_id()
        self._pushed_at: dt.datetime | None = None
        self._waiting: dict[int, QueuedUpdate] = {}
        self._by_key: dict[int, dict[int, QueuedUpdate]] = {}
        self._next_expiry_at: dt.datetime | None = None
        self._poll: asyncio.Future[None] | None = None
        self._bells: set[asyncio.Event] = set()
        self._conflict_at = -math.inf
        self.repeats = RepeatedOffset()

    def push(
        self, kind: str, payload: Json, *, key: int, now: dt.datetime, lifetime: dt.timedelta
    ) -> int | None:
        """Queue an update and return its id; None when the bot did not ask for this kind."""
        if kind not in self.allowed_kinds:
            return None
        if self._pushed_at is not None and now - self._pushed_at >= _IDLE:
            self._next_id = _random_id()
        self._pushed_at = now
        expires_at = now + lifetime
        update = QueuedUpdate(self._next_id, kind, payload, key, expires_at)
        self._next_id += 1
        self._waiting[update.id] = update
        self._by_key.setdefault(key, {})[update.id] = update
        self._next_expiry_at = min(expires_at, self._next_expiry_at or expires_at)
        self.wake()
        return update.id

    def pending(self, now: dt.datetime, limit: int | None = None) -> list[QueuedUpdate]:
        """Return what still waits, oldest first, forgetting what is too old."""
        self._expire(now)
        return list(itertools.islice(self._waiting.values(), limit))

    def count(self, now: dt.datetime) -> int:
        """Count what still waits."""
        self._expire(now)
        return len(self._waiting)

    def oldest_of_each_key(self, now: dt.datetime) -> list[QueuedUpdate]:
        """Return the one update of each key that must be delivered before its others."""
        self._expire(now)
        return [next(iter(updates.values())) for updates in self._by_key.values()]

    def confirm_below(self, offset: int) -> None:
        """Forget every update with a smaller id, as a rising offset does; one far in the future does nothing."""
        if offset > self._next_id + _MAX_AHEAD:
            return
        self._forget(itertools.takewhile(lambda update_id: update_id < offset, list(self._waiting)))

    def confirm(self, update_id: int) -> None:
        """Forget one update, as a webhook's 2xx does."""
        self._forget([update_id])

    def keep_last(self, count: int) -> None:
        """Forget all but the newest, as a negative offset does."""
        self._forget(list(self._waiting)[:-count])

    def clear(self) -> None:
        """Forget everything that waits."""
        self._forget(list(self._waiting))

    def allow(self, kinds: Iterable[str]) -> None:
        """Remember which kinds the bot wants; none that Telegram knows means the default."""
        known = [kind for kind in UPDATE_KINDS if kind in set(kinds)]
        self.allowed_kinds = frozenset(known) or DEFAULT_KINDS
        self.asked_kinds = known or None

    async def wait(self, seconds: float) -> None:
        """Wait as a poller until an update comes or the time is over.

        Raises:
            ApiError: another poller or a webhook ended this poll.
        """
        poll = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def end_poll(self, ended_by: str) -> bool:
        """End a waiting poll with a conflict; tell whether there was one."""
        poll, self._poll = self._poll, None
        if poll is None or poll.done():
            return False
        poll.set_exception(_ended(ended_by))
        return True

    def conflict_pause(self, seconds: float) -> float:
        """Return how long a new poller waits: nothing at first, this long when conflicts follow each other."""
        now = time.monotonic()
        is_repeated = now - self._conflict_at < seconds
        self._conflict_at = now
        return seconds if is_repeated else 0.0

    def ring(self) -> asyncio.Event:
        """Return an event that is set at every new update, until `mute` is called with it."""
        bell = asyncio.Event()
        self._bells.add(bell)
        return bell

    def mute(self, bell: asyncio.Event) -> None:
        """Stop setting this event."""
        self._bells.discard(bell)

    def wake(self) -> None:
        """Let whoever waits look again."""
        for bell in self._bells:
            bell.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _forget(self, update_ids: Iterable[int]) -> None:
        for update_id in update_ids:
            update = self._waiting.pop(update_id, None)
            if update is not None:
                del self._by_key[update.key][update_id]
                if not self._by_key[update.key]:
                    del self._by_key[update.key]

    def _expire(self, now: dt.datetime) -> None:
        """Look at every update only when one of them has become too old."""
        if self._next_expiry_at is None or now < self._next_expiry_at:
            return
        self._forget([update.id for update in self._waiting.values() if update.expires_at <= now])
        self._next_expiry_at = min((update.expires_at for update in self._waiting.values()), default=None)


def _ended(ended_by: str) -> ApiError:
    hint = (
        "; make sure that only one bot instance is running" if ended_by == "other getUpdates request" else ""
    )
    return conflict(f"terminated by {ended_by}{hint}")


def _random_id() -> int:
    return _FIRST_ID + secrets.randbelow(_FIRST_ID_SPREAD)
