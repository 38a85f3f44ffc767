"""Push updates to the bot's webhook: in order per chat, again until taken. The queue is elsewhere."""

import asyncio
import contextlib
import datetime as dt
import random
import time
from collections.abc import AsyncIterator

import aiohttp
from aiohttp import web

from sandbox.telegram.errors import ApiError
from sandbox.telegram.methods.table import METHODS, NOT_IN_WEBHOOK_ANSWERS
from sandbox.telegram.parameters import Parameters
from sandbox.telegram.state import State
from sandbox.telegram.updates import QueuedUpdate

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the header's name, not a secret
_ANSWER_TIMEOUT = aiohttp.ClientTimeout(total=60)
_MAX_RETRY_AFTER = 3600
_OUTAGE_CHECK_SECONDS = 0.1
_OK = range(200, 300)


class WebhookSender:
    """Deliver what waits in the queue while a webhook is set."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._busy: set[int] = set()
        self._next_try: dict[int, float] = {}
        self._tries: dict[int, int] = {}

    async def run(self, app: web.Application) -> AsyncIterator[None]:
        """Deliver for as long as the application runs."""
        del app
        task = asyncio.get_running_loop().create_task(self._deliver_all())
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    async def _deliver_all(self) -> None:
        bell = self._state.queue.ring()
        try:
            async with (
                aiohttp.ClientSession(timeout=_ANSWER_TIMEOUT) as session,
                asyncio.TaskGroup() as group,
            ):
                while True:
                    bell.clear()
                    for update in self._ready():
                        self._busy.add(update.key)
                        group.create_task(self._deliver(session, update))
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(self._until_next_try()):
                            await bell.wait()
        finally:
            self._state.queue.mute(bell)

    def _ready(self) -> list[QueuedUpdate]:
        """Choose the oldest update of each chat that is neither on its way nor waiting for its next try."""
        if not self._state.webhook.url or self._state.faults.is_down:
            return []
        now = time.monotonic()
        ready = [
            update
            for update in self._state.queue.oldest_of_each_key(self._state.now)
            if update.key not in self._busy and self._next_try.get(update.key, 0.0) <= now
        ]
        return ready[: max(0, self._state.webhook.max_connections - len(self._busy))]

    def _until_next_try(self) -> float | None:
        """Return the seconds until a failed update is due again; None when only a new one can be next."""
        if not self._state.webhook.url:
            return None
        if self._state.faults.is_down:
            return _OUTAGE_CHECK_SECONDS
        now = time.monotonic()
        waits = [
            self._next_try[update.key] - now
            for update in self._state.queue.oldest_of_each_key(self._state.now)
            if update.key in self._next_try and update.key not in self._busy
        ]
        return max(0.0, min(waits)) if waits else None

    async def _deliver(self, session: aiohttp.ClientSession, update: QueuedUpdate) -> None:
        webhook = self._state.webhook
        generation = webhook.generation
        headers = {SECRET_HEADER: webhook.secret_token} if webhook.secret_token else {}
        retry_after: float | None = None
        error = ""
        try:
            async with session.post(webhook.url, json=update.body(), headers=headers) as response:
                if response.status in _OK:
                    await self._take_answer(response)
                else:
                    error = f"Wrong response from the webhook: {response.status} {response.reason}"
                    retry_after = _seconds(response.headers.get("Retry-After"))
        except (aiohttp.ClientError, TimeoutError) as failure:
            error = f"Connection failed: {type(failure).__name__}"
        finally:
            self._busy.discard(update.key)
        if generation == webhook.generation:
            self._settle(update, error, retry_after)
        self._state.queue.wake()

    def _settle(self, update: QueuedUpdate, error: str, retry_after: float | None) -> None:
        if not error:
            self._forget(update)
            return
        webhook = self._state.webhook
        webhook.last_error, webhook.last_error_at = error, self._state.now
        pause = retry_after if retry_after is not None else self._pause(update.key)
        self._tries[update.key] = self._tries.get(update.key, 0) + 1
        self._next_try[update.key] = time.monotonic() + pause
        if self._state.now + dt.timedelta(seconds=pause) >= update.expires_at:
            self._forget(update)

    def _forget(self, update: QueuedUpdate) -> None:
        self._state.queue.confirm(update.id)
        self._tries.pop(update.key, None)
        self._next_try.pop(update.key, None)

    def _pause(self, key: int) -> float:
        """Double the pause at each failure, up to a minute or two."""
        limits = self._state.limits
        longest = limits.webhook_retry_max_seconds * random.uniform(1, 2)  # noqa: S311 -- spreads retries
        pause: float = limits.webhook_first_retry_seconds * 2 ** self._tries.get(key, 0)
        return min(pause, longest)

    async def _take_answer(self, response: aiohttp.ClientResponse) -> None:
        """Run the one method that a webhook's answer may name; its result and its errors are lost."""
        if response.content_type != "application/json":
            return
        try:
            body = await response.json()
        except ValueError:
            return
        name = str(body.get("method", "")).lower() if isinstance(body, dict) else ""
        if name not in METHODS or name in NOT_IN_WEBHOOK_ANSWERS:
            return
        parameters = Parameters({key: value for key, value in body.items() if key != "method"})
        status, description = 200, ""
        try:
            METHODS[name](self._state, parameters)
        except ApiError as error:
            status, description = error.status, error.description
        self._state.calls.add(self._state.now, name, parameters.summary(), status, description)


def _seconds(value: str | None) -> float | None:
    return min(float(value), _MAX_RETRY_AFTER) if value is not None and value.isdecimal() else None
