"""Answers a call for help from memory, before anything is stored and even when the database is gone.

What follows from it (the alert to the facilitators) takes the way of every other update.
"""

import asyncio
import collections
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.supervisor import Supervisor
from domain.crisis_language import may_mean_danger
from handlers.callbacks.crisis import HelpNow
from handlers.crisis import sos_screen
from handlers.edge.inbound import is_call_for_help
from handlers.edge.outbound import Outbound
from handlers.edge.sheets import Sheet
from handlers.texts.words import Words, spoken

REMEMBERED = 10_000
"""Update ids kept, so that an update that is fetched again is not answered again."""

_log = structlog.get_logger(__name__)
_PRESS = HelpNow().pack()


class FirstHelp:
    """The numbers to call, at once."""

    def __init__(self, outbound: Outbound, supervisor: Supervisor, country: str) -> None:
        self._outbound = outbound
        self._supervisor = supervisor
        self._country = country
        self._answers: collections.OrderedDict[int, asyncio.Task[None]] = collections.OrderedDict()

    def offer(self, update_id: int, raw: dict[str, Any], *, is_stuck: bool = False) -> None:
        """Send the numbers if this is a call for help that has not been answered.

        `is_stuck`: it could not be stored or served just now, so that words of danger would wait for an answer too.
        """
        if update_id in self._answers:
            return
        call = _call_of(raw, hears_words=is_stuck)
        if call is None:
            return
        chat_id, language_code, query_id = call
        self._answers[update_id] = self._supervisor.spawn(
            self._answer(update_id, chat_id, language_code, query_id), f"first help {update_id}"
        )
        if len(self._answers) > REMEMBERED:
            self._answers.popitem(last=False)

    async def settled(self, update_id: int) -> None:
        """Wait until the numbers have gone out, so that what follows stands below them."""
        answer = self._answers.get(update_id)
        if answer is not None:
            await asyncio.wait({answer})

    async def _answer(
        self, update_id: int, chat_id: int, language_code: str | None, query_id: str | None
    ) -> None:
        if query_id is not None:
            self._supervisor.spawn(self._outbound.acknowledge(query_id), "acknowledge")
        words = Words(spoken(language_code), "UTC")
        try:
            await self._outbound.insist(chat_id, Sheet.of(sos_screen(words, self._country)))
        except TelegramError as error:
            _log.error("first_help_not_sent", update_id=update_id, error=type(error).__name__)


def _call_of(raw: dict[str, Any], *, hears_words: bool = False) -> tuple[int, str | None, str | None] | None:
    """Return chat, language and press of a call for help in a private chat; None when it is none."""
    try:
        if "callback_query" in raw:
            query = raw["callback_query"]
            if query["data"] != _PRESS or query["message"]["chat"]["type"] != "private":
                return None
            return query["message"]["chat"]["id"], query["from"].get("language_code"), query["id"]
        message = raw["message"]
        if message["chat"]["type"] != "private":
            return None
        text, is_forwarded = message["text"], "forward_origin" in message
        is_hard = hears_words and not is_forwarded and may_mean_danger(text)
        if not (is_hard or is_call_for_help(text, is_forwarded=is_forwarded)):
            return None
        return message["chat"]["id"], message["from"].get("language_code"), None
    except (KeyError, TypeError, IndexError, AttributeError):
        return None
