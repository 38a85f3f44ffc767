"""Carries calls to the Bot API over aiohttp; it decides nothing about retries and writes no token anywhere.

python-telegram-bot's own transport costs four fifths of the whole (docs/decisions/0005-own-transport.md). An error says
whether the call can have had an effect: `NotSent` means that it certainly had none.
"""

import contextlib
import io
import json
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from handlers.edge.failures import NotSent

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
UPLOAD_SECONDS = 60.0
KEEPALIVE_SECONDS = 30.0
"""Shorter than the server's, so that it does not close a connection just as we write to it."""
POOL_SIZE = 64


class Transport(BaseRequest):
    """HTTP to the Bot API."""

    __slots__ = ("_pool_size", "_session")

    def __init__(self, pool_size: int = POOL_SIZE) -> None:
        self._pool_size = pool_size
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return the seconds that an answer may take unless the call says otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=self._pool_size, keepalive_timeout=KEEPALIVE_SECONDS, ttl_dns_cache=60
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                headers={"User-Agent": "tandem"},
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=True,
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917 the signature is the base class's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return the status and the body.

        Raises:
            NotSent: no connection came about, or Telegram itself says that it failed.
            TimedOut: the answer did not come in time; the call may have had its effect.
            NetworkError: the connection broke; likewise.
        """
        del write_timeout, pool_timeout
        if self._session is None:
            raise NotSent("the transport is closed")
        has_files = request_data is not None and bool(request_data.multipart_data)
        read = _seconds(read_timeout, UPLOAD_SECONDS if has_files else READ_SECONDS)
        connect = _seconds(connect_timeout, CONNECT_SECONDS)
        timeout = aiohttp.ClientTimeout(total=read + connect, connect=connect, sock_read=read)
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, _unless_failed(response.status, await response.read())
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(_named(error)) from None
        except aiohttp.InvalidURL:
            # Its text is the address, and the address holds the token.
            raise NotSent("BOT_API_URL makes no valid address") from None
        except TimeoutError as error:
            raise TimedOut(_named(error)) from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(_named(error)) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parse an answer; unlike the base, keep what people wrote out of the log.

        Raises:
            TelegramError: it is no JSON object.
        """
        try:
            answer = json.loads(payload)
        except ValueError:
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict) or not (answer.get("ok") is not True or "result" in answer):
            raise TelegramError("Invalid server response")
        return answer


def _unless_failed(status: int, body: bytes) -> bytes:
    """Return the body, unless it is Telegram's own word that the call failed; a gateway's page proves nothing."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        with contextlib.suppress(ValueError):
            said = json.loads(body)
            if isinstance(said, dict) and said.get("ok") is False:
                raise NotSent(f"{said.get('description')} ({status})")
    return body


def _seconds(given: Any, default: float) -> float:
    return float(given) if isinstance(given, int | float) else default


def _named(error: BaseException) -> str:
    return type(error).__name__


def _body(request_data: RequestData | None) -> Any:
    if request_data is None:
        return None
    files = request_data.multipart_data
    if not files:
        return request_data.json_parameters or None
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime_type) in files.items():
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=mime_type)
    return form
