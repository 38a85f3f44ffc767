"""Tells Telegram which commands to offer in each language, once at the start; nothing waits for it."""

import asyncio
from collections.abc import Iterable
from typing import Any

import structlog
from telegram import BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError
from telegram.ext import ExtBot

from domain.access import Audience
from handlers.route import CommandRoute
from handlers.texts.words import FALLBACK_LANGUAGE, LANGUAGES, Words

TRIES = 5
FIRST_WAIT_SECONDS = 2.0

_log = structlog.get_logger(__name__)


async def offer(bot: ExtBot[Any], commands: Iterable[CommandRoute]) -> None:
    """Set the menu of private chats; groups get none.

    A stranger's menu is everybody's menu: it must not show what a facilitator can do.
    """
    wait = FIRST_WAIT_SECONDS
    for _ in range(TRIES):
        try:
            await _offer(bot, [route for route in commands if route.menu])
        except TelegramError as error:
            _log.warning("menu_not_set", error=type(error).__name__)
            await asyncio.sleep(wait)
            wait *= 4
        else:
            return


async def _offer(bot: ExtBot[Any], commands: list[CommandRoute]) -> None:
    scope = BotCommandScopeAllPrivateChats()
    for language in LANGUAGES:
        words = Words(language, "UTC")
        menu = [
            BotCommand(route.name, words.plain(route.menu))
            for route in commands
            if route.menu is not None and route.audience is not Audience.FACILITATOR
        ]
        code = None if language == FALLBACK_LANGUAGE else language
        await bot.set_my_commands(menu, scope, code)
    await bot.delete_my_commands(BotCommandScopeAllGroupChats())
