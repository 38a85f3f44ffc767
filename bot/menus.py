"""Tells Telegram which commands to offer to whom, in each language; nothing waits for it."""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import structlog
from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.supervisor import Supervisor
from domain.access import Actor, Audience
from handlers.route import CommandRoute
from handlers.texts.words import FALLBACK_LANGUAGE, LANGUAGES, Words

TRIES = 5
FIRST_WAIT_SECONDS = 2.0

_PRIVATE = BotCommandScopeAllPrivateChats()
_log = structlog.get_logger(__name__)


class Menus:
    """The command menus: one for everybody, and one for each facilitator once they are met."""

    def __init__(self, bot: ExtBot[Any], commands: Iterable[CommandRoute], supervisor: Supervisor) -> None:
        self._bot = bot
        self._commands = [route for route in commands if route.menu is not None]
        self._supervisor = supervisor
        self._offered: dict[int, tuple[str, bool]] = {}

    async def offer(self) -> None:
        """Set everybody's menu, also strangers': it does not show what a facilitator can do. Groups get none."""
        everybody = {Audience.ANYONE, Audience.MEMBER, Audience.PARTICIPANT}
        for language in LANGUAGES:
            code = None if language == FALLBACK_LANGUAGE else language
            menu = self._menu(language, everybody)
            await _patiently(functools.partial(self._bot.set_my_commands, menu, _PRIVATE, code))
        await _patiently(lambda: self._bot.delete_my_commands(BotCommandScopeAllGroupChats()))

    def met(self, chat_id: int, actor: Actor) -> None:
        """Offer a facilitator the menu for facilitators, once for each run and language."""
        is_participant = actor.belongs_to(Audience.PARTICIPANT)
        offered = (actor.language, is_participant)
        if not actor.belongs_to(Audience.FACILITATOR) or self._offered.get(chat_id) == offered:
            return
        self._offered[chat_id] = offered
        audiences = set(Audience) if is_participant else set(Audience) - {Audience.PARTICIPANT}
        menu = self._menu(actor.language, audiences)
        setting = _patiently(lambda: self._bot.set_my_commands(menu, BotCommandScopeChat(chat_id)))
        self._supervisor.spawn(setting, f"menu {chat_id}")

    def _menu(self, language: str, audiences: set[Audience]) -> list[BotCommand]:
        words = Words(language, "UTC")
        return [
            BotCommand(route.name, words.plain(route.menu))
            for route in self._commands
            if route.menu is not None and route.audience in audiences
        ]


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    wait = FIRST_WAIT_SECONDS
    for _ in range(TRIES):
        try:
            await call()
        except TelegramError as error:
            _log.warning("menu_not_set", error=type(error).__name__)
            await asyncio.sleep(wait)
            wait *= 4
        else:
            return
