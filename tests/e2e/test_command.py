"""`tandem sandbox` as somebody types it: it opens within seconds, says where, and leaves nothing behind."""

import asyncio
import os
import pathlib
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

OPENS_WITHIN_SECONDS = 10.0
ROOT = pathlib.Path(__file__).parents[2]


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.fixture
async def command(free_port: int, tmp_path: pathlib.Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the command where a real bot's settings lie around, all of which it must leave alone."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", str(free_port)),
        stdout=asyncio.subprocess.PIPE,
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TMPDIR": str(tmp_path),
            "BOT_TOKEN": "1:real",
            "DATABASE_URL": f"sqlite:///{tmp_path}/real.db",
            "WEBHOOK_URL": "https://clinic.example/hook",
            "WEBHOOK_SECRET": "a-real-webhook-secret",
        },
    )
    yield process
    if process.returncode is None:
        process.kill()
    await process.wait()


async def address(command: asyncio.subprocess.Process) -> str:
    assert command.stdout is not None
    async with asyncio.timeout(30):
        while line := (await command.stdout.readline()).decode():
            if found := re.search(r"http://\S+", line):
                return found.group()
    raise AssertionError("the command ended without an address")


async def test_it_opens_in_time_and_leaves_nothing_behind(
    command: asyncio.subprocess.Process, tmp_path: pathlib.Path
) -> None:
    began = time.monotonic()
    url = await address(command)

    assert time.monotonic() - began < OPENS_WITHIN_SECONDS

    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        assert "Tandem sandbox" in await answer.text()
    command.send_signal(signal.SIGINT)
    async with asyncio.timeout(15):
        assert await command.wait() == 0

    assert [] == _left_in(tmp_path)


async def test_the_bot_ends_with_a_sandbox_that_was_killed(command: asyncio.subprocess.Process) -> None:
    url = await address(command)
    command.kill()
    await command.wait()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and _bots_of(url):  # noqa: ASYNC110  another process tells nobody
        await asyncio.sleep(0.05)

    assert [] == _bots_of(url)


async def test_a_port_that_is_taken_is_said_in_a_sentence(taken_port: int) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sandbox", "--port", str(taken_port)),
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    _, complaint = await process.communicate()

    assert process.returncode == 2
    assert f"Port {taken_port} is in use" in complaint.decode()
    assert "Traceback" not in complaint.decode()


def _left_in(folder: pathlib.Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _bots_of(url: str) -> list[str]:
    """Return the processes whose environment names this address."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if f"BOT_API_URL={url}".encode() in (path / "environ").read_bytes():
                found.append(path.name)
        except OSError:
            continue
    return found
