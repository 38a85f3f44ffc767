"""Speaks for the bot's own account at Telegram: the client, and who it is; it sends nothing to anybody."""

import asyncio
from typing import Any

import structlog
from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Defaults, ExtBot

from bot.limiter import Limiter
from bot.operator import WRONG_SETTINGS, OperatorError
from bot.settings import Settings
from bot.transport import Transport

WRONG_TOKEN_TRIES = 3
"""Telegram sometimes answers 401 for no reason; this many in a row are one."""
FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 15.0

_log = structlog.get_logger(__name__)


def bot_of(settings: Settings, limiter: Limiter | None = None, polls: Transport | None = None) -> ExtBot[Any]:
    """Return the client of the Bot API that these settings ask for."""
    return ExtBot(
        settings.bot_token.get_secret_value(),
        base_url=f"{settings.bot_api_url}/bot",
        base_file_url=f"{settings.bot_api_url}/file/bot",
        request=Transport(),
        get_updates_request=polls or Transport(pool_size=1),
        rate_limiter=limiter,
        defaults=Defaults(
            parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
    )


async def met(bot: ExtBot[Any]) -> None:
    """Ask Telegram who the bot is, for as long as it takes.

    Raises:
        OperatorError: Telegram does not know the token.
    """
    wait, refusals = FIRST_WAIT_SECONDS, 0
    while True:
        try:
            await bot.initialize()
        except InvalidToken:
            refusals += 1
            if refusals >= WRONG_TOKEN_TRIES:
                raise wrong_token() from None
        except TelegramError as error:
            refusals = 0
            _log.warning("telegram_not_reachable", error=type(error).__name__)
        else:
            return
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT_SECONDS)


def wrong_token() -> OperatorError:
    """Return what the operator is told when Telegram does not know the token."""
    return OperatorError(
        "BOT_TOKEN cannot be used: Telegram does not know it. Copy it again from @BotFather, "
        "or see that BOT_API_URL names the server that it belongs to.",
        WRONG_SETTINGS,
    )
