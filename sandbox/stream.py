"""Tell every open page what changes, as server-sent events. It keeps no history: a page begins with a picture of now."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

_BACKLOG = 2_000
_HEARTBEAT_SECONDS = 15.0
_HEARTBEAT = b": still here\n\n"


class Stream:
    """Pass each change on to every listener; one that cannot keep up is cut off and begins anew."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[bytes | None]] = set()

    @property
    def is_watched(self) -> bool:
        """Tell whether a page is open."""
        return bool(self._listeners)

    def tell(self, kind: str, body: Any) -> None:
        """Pass a change on."""
        packed = packed_event(kind, body)
        for listener in list(self._listeners):
            try:
                listener.put_nowait(packed)
            except asyncio.QueueFull:
                self._end(listener)

    async def follow(self, begin: Callable[[], bytes]) -> AsyncIterator[bytes]:
        """Yield a picture of now, then changes as they come, and a sign of life when none do, until `close`."""
        with self._listening() as listener:
            yield begin()
            while True:
                try:
                    async with asyncio.timeout(_HEARTBEAT_SECONDS):
                        packed = await listener.get()
                except TimeoutError:
                    packed = _HEARTBEAT
                if packed is None:
                    return
                yield packed

    def close(self) -> None:
        """End every listener."""
        for listener in list(self._listeners):
            self._end(listener)

    @contextlib.contextmanager
    def _listening(self) -> Iterator[asyncio.Queue[bytes | None]]:
        listener: asyncio.Queue[bytes | None] = asyncio.Queue(_BACKLOG)
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    def _end(self, listener: asyncio.Queue[bytes | None]) -> None:
        self._listeners.discard(listener)
        while not listener.empty():
            listener.get_nowait()
        listener.put_nowait(None)


def packed_event(kind: str, body: Any) -> bytes:
    """Write one event as the browser reads it."""
    return f"event: {kind}\ndata: {json.dumps(body, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()
