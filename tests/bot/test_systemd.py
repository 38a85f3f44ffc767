"""What systemd is told, over a real socket."""

import asyncio
import contextlib
import pathlib
import socket
from collections.abc import Iterator

import pytest

from bot.systemd import ALIVE, READY, Systemd


@pytest.fixture
def listening(tmp_path: pathlib.Path) -> Iterator[tuple[socket.socket, str]]:
    with contextlib.closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as heard:
        path = str(tmp_path / "notify")
        heard.bind(path)
        heard.settimeout(2)
        yield heard, path


async def test_it_is_told_of_being_ready_and_of_staying_alive(
    listening: tuple[socket.socket, str],
) -> None:
    heard, path = listening
    systemd = Systemd({"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "40000"})
    systemd.tell(READY)
    assert READY.encode() == heard.recv(64)

    signs = [True, False, False, True]

    async def is_well() -> bool:
        if not signs:
            raise asyncio.CancelledError
        return signs.pop(0)

    with contextlib.suppress(asyncio.CancelledError):
        await systemd.stay_alive(is_well)
    assert [ALIVE.encode(), ALIVE.encode()] == [heard.recv(64), heard.recv(64)]
    heard.setblocking(False)
    with pytest.raises(BlockingIOError):
        heard.recv(64)


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": "/nowhere/at/all", "WATCHDOG_USEC": "soon"}])
async def test_without_systemd_nothing_happens(environ: dict[str, str]) -> None:
    async def is_well() -> bool:
        raise AssertionError

    systemd = Systemd(environ)
    systemd.tell(READY)
    await asyncio.wait_for(systemd.stay_alive(is_well), 1)
