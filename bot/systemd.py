"""Tells systemd that the bot is ready, alive and stopping, where systemd has asked for that; elsewhere it does nothing.

The protocol is one datagram to the socket that `NOTIFY_SOCKET` names (sd_notify(3)).
"""

import asyncio
import contextlib
import os
import socket
from collections.abc import Awaitable, Callable, Mapping

READY = "READY=1"
ALIVE = "WATCHDOG=1"
STOPPING = "STOPPING=1"


class Systemd:
    """The way to systemd."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._address = environ.get("NOTIFY_SOCKET", "")
        given = environ.get("WATCHDOG_USEC", "")
        self._alive_every = int(given) / 1_000_000 / 2 if given.isdecimal() and int(given) > 0 else None

    def tell(self, what: str) -> None:
        """Send a word; one that does not arrive is no reason for anything."""
        if not self._address:
            return
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as door:
            door.connect(address)
            door.send(what.encode())

    async def stay_alive(self, is_well: Callable[[], Awaitable[bool]]) -> None:
        """Say that the bot lives as often as systemd wants to hear it, and only while it is well; until cancelled."""
        if not self._address or self._alive_every is None:
            return
        while True:
            if await is_well():
                self.tell(ALIVE)
            await asyncio.sleep(self._alive_every)
