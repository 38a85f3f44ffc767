"""Hold what the tests of the server share: a clock that stands still and a plain HTTP caller."""

import asyncio
import datetime as dt
import struct
import zlib
from collections.abc import Coroutine
from typing import Any, TypeVar

import aiohttp

_T = TypeVar("_T")
TOKEN = "424242:sandbox-token"
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


class Clock:
    """Tell a time that only the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += dt.timedelta(**duration)


class Caller:
    """Call methods of the server and return status and body."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url

    async def raw(self, method: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", json=parameters) as response:
            return response.status, await response.json()

    async def upload(
        self, method: str, files: dict[str, bytes], **parameters: Any
    ) -> tuple[int, dict[str, Any]]:
        form = aiohttp.FormData()
        for name, value in parameters.items():
            form.add_field(name, str(value))
        for name, content in files.items():
            form.add_field(name, content, filename=f"{name}.png", content_type="application/octet-stream")
        async with self.session.post(f"{self.url}/bot{TOKEN}/{method}", data=form) as response:
            return response.status, await response.json()

    async def ok(self, method: str, **parameters: Any) -> Any:
        status, body = await self.raw(method, **parameters)

        assert (200, True) == (status, body["ok"]), body

        return body["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        status, body = await self.raw(method, **parameters)

        assert (status, False) == (body["error_code"], body["ok"])

        return f"{status} {body['description']}"


def begin(work: Coroutine[Any, Any, _T]) -> asyncio.Task[_T]:
    """Begin something that the test awaits later."""
    return asyncio.get_running_loop().create_task(work)


def png(width: int = 4, height: int = 4) -> bytes:
    """Draw a grey picture."""
    rows = b"".join(b"\x00" + b"\x80" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
