"""Takes updates that Telegram pushes: the secret first, then stored, then 200; it serves none before it is stored."""

import asyncio
import contextlib
import hmac
import json
import ssl
from collections.abc import AsyncIterator
from typing import Any

import structlog
from aiohttp import web
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.health import site
from bot.intake import ALLOWED_UPDATES
from bot.operator import WRONG_SETTINGS, OperatorError
from bot.vitals import Vitals
from bot.waiting import Entrance, NotOpen

HEADER = "X-Telegram-Bot-Api-Secret-Token"
MAX_BODY_BYTES = 1024 * 1024
CONNECTIONS = 40
CHECK_SECONDS = 30.0
"""How often Telegram is asked whether it still knows the address: nothing pushed is no sign of death."""
FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 60.0

_log = structlog.get_logger(__name__)


class Webhook:
    """The door for pushed updates."""

    def __init__(self, bot: ExtBot[Any], entrance: Entrance, vitals: Vitals, url: str, secret: str) -> None:
        self._bot = bot
        self._entrance = entrance
        self._vitals = vitals
        self._url = url
        self._secret = secret.encode()

    @contextlib.asynccontextmanager
    async def listening(self, listen: str, encryption: ssl.SSLContext | None = None) -> AsyncIterator[int]:
        """Listen on host:port while inside, in the clear behind a proxy or encrypted; yields the port."""
        app = web.Application(client_max_size=MAX_BODY_BYTES)
        app.router.add_post("/{path:.*}", self._receive)
        async with site(app, listen, encryption) as port:
            yield port

    async def run(self) -> None:
        """Tell Telegram the address and see that it keeps it, until cancelled."""
        wait = FIRST_WAIT_SECONDS
        while True:
            try:
                await self._announce()
            except TelegramError as error:
                _log.warning("webhook_not_set", error=type(error).__name__)
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT_SECONDS)
                continue
            wait = FIRST_WAIT_SECONDS
            await asyncio.sleep(CHECK_SECONDS)

    async def _announce(self) -> None:
        info = await self._bot.get_webhook_info()
        if info.url != self._url or self._vitals.polled_at is None:
            await self._bot.set_webhook(
                self._url,
                allowed_updates=ALLOWED_UPDATES,
                secret_token=self._secret.decode(),
                max_connections=CONNECTIONS,
            )
        self._vitals.polled()

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "").encode(errors="replace")
        if not hmac.compare_digest(given, self._secret):
            self._vitals.count("webhook_refused")
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
        except ValueError:
            return web.Response(status=400)
        if not isinstance(update, dict):
            return web.Response(status=400)
        try:
            await self._entrance.accept([update])
        except NotOpen:
            return web.Response(status=503)
        except Exception as error:  # noqa: BLE001 anything but 200 makes Telegram send it again
            _log.error("update_not_stored", error=type(error).__name__)
            return web.Response(status=503)
        self._vitals.polled()
        return web.Response()


def encryption_of(cert: str, key: str) -> ssl.SSLContext | None:
    """Return how to encrypt with the certificate and key in these files; None where none are given.

    Raises:
        OperatorError: a file cannot be read, or the two do not belong together.
    """
    if not cert:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        context.load_cert_chain(cert, key)
    except OSError as error:
        reason = error.strerror or "the two do not fit"
        raise OperatorError(
            f"WEBHOOK_CERT or WEBHOOK_KEY cannot be used: {reason}.", WRONG_SETTINGS
        ) from None
    return context


async def forget(bot: ExtBot[Any]) -> None:
    """Ask Telegram to delete a webhook, without which polling is refused; keeps waiting updates.

    One attempt: polling goes on in any case, and comes back here when Telegram says that a webhook is in its way.
    """
    try:
        await bot.delete_webhook(drop_pending_updates=False)
    except TelegramError as error:
        _log.warning("webhook_not_deleted", error=type(error).__name__)
