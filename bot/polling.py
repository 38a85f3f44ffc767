"""Asks Telegram for updates, for ever; an answer is confirmed only after it has been stored.

Nothing ends it: a stray 401 or 404 stops python-telegram-bot's own poller for good, and a garbled answer makes it spin.
"""

import asyncio
import json
import urllib.parse
from typing import Any

import structlog
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot import webhook
from bot.intake import ALLOWED_UPDATES
from bot.vitals import Vitals
from bot.waiting import Entrance, NotOpen
from handlers.edge.failures import seconds_of

POLL_SECONDS = 30
BATCH = 100
ANSWER_SECONDS = 10
"""How long the answer may take once Telegram has given up waiting for updates."""
IDS_HOLD_SECONDS = 6 * 24 * 3600
"""After a week without updates Telegram starts the ids anew, perhaps lower; an old offset would confirm them unseen."""
UNKEPT_WAIT_SECONDS = 1.0
"""Until updates that could not be stored are fetched again: a call for help may stand among them by then."""
UNKEPT_TOLD_EVERY = 15
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 15.0

_log = structlog.get_logger(__name__)


class NotKept(Exception):
    """Updates could not be stored; Telegram keeps them."""


class Poller:
    """The loop that fetches updates."""

    def __init__(
        self,
        bot: ExtBot[Any],
        request: BaseRequest,
        entrance: Entrance,
        vitals: Vitals,
    ) -> None:
        self._bot = bot
        self._url = f"{bot.base_url}/getUpdates"
        self._request = request
        self._entrance = entrance
        self._vitals = vitals
        self._offset: int | None = None
        self._monotonic = vitals.monotonic
        self._received_at = self._monotonic()
        self._unkept = 0

    async def run(self) -> None:
        """Fetch until cancelled."""
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                await self._once()
            except NotKept:
                await asyncio.sleep(UNKEPT_WAIT_SECONDS)
            except Exception as error:  # noqa: BLE001 whatever it is, the next try may succeed
                pause = self._told(error, wait)
                if isinstance(error, Conflict) and "webhook" in error.message:
                    await webhook.forget(self._bot)
                await asyncio.sleep(pause)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)
            else:
                wait = FIRST_WAIT_SECONDS

    async def _once(self) -> None:
        if self._monotonic() - self._received_at > IDS_HOLD_SECONDS:
            self._offset = None
        updates = await self._fetch()
        self._vitals.polled()
        if updates:
            await self._accept(updates)
            # Only now: a higher offset tells Telegram to forget what is below it. At a start there is none, so that
            # everything unconfirmed comes again; the inbox takes only what it does not know.
            self._offset = max(update["update_id"] for update in updates) + 1
            self._received_at = self._monotonic()

    async def _accept(self, updates: list[dict[str, Any]]) -> None:
        try:
            await self._entrance.accept(updates)
        except NotOpen as error:
            raise NotKept from error
        except Exception as error:
            self._vitals.count("polls_failed")
            if self._unkept % UNKEPT_TOLD_EVERY == 0:
                _log.error("updates_not_stored", error=type(error).__name__, tries=self._unkept + 1)
            self._unkept += 1
            raise NotKept from error
        self._unkept = 0

    async def _fetch(self) -> list[dict[str, Any]]:
        # The first answer comes at once: that Telegram can be heard is known then, not after a quiet minute.
        patience = 0 if self._vitals.polled_at is None else POLL_SECONDS
        asked = {"timeout": patience, "limit": BATCH, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        if self._offset is not None:
            asked["offset"] = self._offset
        url = f"{self._url}?{urllib.parse.urlencode(asked)}"
        answer = await self._request.post(url, read_timeout=POLL_SECONDS + ANSWER_SECONDS)
        if not isinstance(answer, list) or not all(_is_update(one) for one in answer):
            raise TelegramError("Invalid server response")
        return answer

    def _told(self, error: Exception, wait: float) -> float:
        """Log why a poll failed and return how long to wait."""
        self._vitals.count("polls_failed")
        if isinstance(error, Conflict):
            _log.error(
                "another_instance_polls",
                cure="stop the other bot process that uses this token, or its webhook",
            )
        elif isinstance(error, RetryAfter):
            return seconds_of(error)
        else:
            _log.warning("poll_failed", error=type(error).__name__)
        return wait


def _is_update(one: object) -> bool:
    return isinstance(one, dict) and isinstance(one.get("update_id"), int)
