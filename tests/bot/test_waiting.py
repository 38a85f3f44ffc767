import asyncio
import contextlib
import os
import pathlib
import signal
import socket
import sqlite3
import sys
import time
from collections.abc import AsyncIterator

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.app import App
from domain.errors import Unreadable
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import World
from storage.schema import NewerSchema
from storage.vault import new_master_key
from tests.bot.conftest import TOKEN, Scene, said, until

ROOT = pathlib.Path(__file__).parents[2]
SECRET = "a-secret-of-the-webhook"
NUMBERS = "988"
GARBAGE = b"this is no database at all" * 100


@pytest.fixture(autouse=True)
def _swift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr("bot.waiting.FIRST_WAIT_SECONDS", 0.02)
    monkeypatch.setattr("bot.waiting.LONGEST_WAIT_SECONDS", 0.1)
    monkeypatch.setattr("bot.polling.UNKEPT_WAIT_SECONDS", 0.05)
    monkeypatch.setattr("storage.database.BUSY_TIMEOUT_MILLISECONDS", 50)


@contextlib.asynccontextmanager
async def starting(scene: Scene, **more: str) -> AsyncIterator[asyncio.Task[App]]:
    """Begin a start that waits for its database, and end it with the block."""
    task = asyncio.get_running_loop().create_task(scene.start(**more))  # type: ignore[arg-type]  # start is a coroutine function
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def broken(scene: Scene) -> pathlib.Path:
    """Put something in the database's place that is none."""
    file = scene.folder / "bot.db"
    file.write_bytes(GARBAGE)
    return file


def numbers(scene: Scene) -> int:
    return sum(NUMBERS in text for text in said(scene.ana))


async def test_the_numbers_for_help_come_although_the_database_cannot_be_opened(scene: Scene) -> None:
    broken(scene)
    async with starting(scene) as start:
        scene.ana.send("/sos")
        began = time.monotonic()
        await until(lambda: numbers(scene) == 1)

        assert time.monotonic() - began < 2
        assert not start.done()


async def test_what_came_while_there_was_no_database_is_served_in_order_when_it_is_there(
    scene: Scene,
) -> None:
    file = broken(scene)
    scene.ana.send("/echo one")
    scene.ana.send("/sos")
    scene.ana.send("/echo two")
    async with starting(scene) as start:
        await until(lambda: numbers(scene) == 1)
        assert (scene.play.served, len(scene.world.queue.pending(scene.clock.now()))) == ([], 3)
        file.unlink()
        app = await start
        await until(lambda: scene.play.served == ["one", "sos", "two"])

        await until(app.is_idle)
        assert numbers(scene) == 1
        assert "I'm telling Fay now." in said(scene.ana)


async def test_each_call_for_help_is_answered_once_however_often_it_is_fetched(scene: Scene) -> None:
    broken(scene)
    async with starting(scene):
        scene.ana.send("/sos")
        await until(lambda: numbers(scene) == 1)
        asked = len(scene.world.calls.of("getUpdates"))
        await until(lambda: len(scene.world.calls.of("getUpdates")) > asked + 2)
        assert numbers(scene) == 1
        scene.ana.send("/sos")

        await until(lambda: numbers(scene) == 2)


async def test_no_offset_moves_while_there_is_no_database(scene: Scene) -> None:
    broken(scene)
    async with starting(scene):
        scene.ana.send("/echo kept")
        await until(lambda: len(scene.world.calls.of("getUpdates")) > 2)

        assert [call for call in scene.world.calls.of("getUpdates") if "offset" in call.parameters] == []


async def test_a_database_that_another_program_holds_is_waited_for(scene: Scene) -> None:
    await (await scene.start()).stop()
    async with starting(scene) as start:
        with scene.locked():
            scene.ana.send("/sos")
            await until(lambda: numbers(scene) == 1)
            assert not start.done()

        assert (await start).vitals.is_ready


async def test_a_folder_that_is_missing_is_waited_for(scene: Scene) -> None:
    folder = scene.folder / "not mounted yet"
    async with starting(scene, DATABASE_URL=f"sqlite:///{folder}/bot.db") as start:
        scene.ana.send("/sos")
        await until(lambda: numbers(scene) == 1)
        folder.mkdir()

        assert (await start).vitals.is_ready


async def test_every_try_tells_the_cure(scene: Scene) -> None:
    broken(scene)
    with capture_logs() as logs:
        async with starting(scene):
            await until(lambda: len([log for log in logs if log["event"] == "database_not_usable"]) > 2)

    told = [log for log in logs if log["event"] == "database_not_usable"]
    assert {log["log_level"] for log in told} == {"error"}
    assert {log["cure"] for log in told} == {
        "The file in DATABASE_URL is no intact SQLite database: put a backup in its place."
    }


async def test_health_says_not_ready_until_the_database_is_there(scene: Scene) -> None:
    file = broken(scene)
    port = _free_port()
    async with starting(scene, HTTP_LISTEN=f"127.0.0.1:{port}") as start:
        scene.ana.send("/sos")
        await until(lambda: numbers(scene) == 1)
        assert await _status(f"http://127.0.0.1:{port}/readyz") == 503
        file.unlink()
        await start

        assert await _status(f"http://127.0.0.1:{port}/readyz") == 200


async def test_pushed_updates_are_refused_for_now_and_help_comes(scene: Scene) -> None:
    file = broken(scene)
    port = _free_port()
    url = f"http://127.0.0.1:{port}/hook"
    more = {"WEBHOOK_URL": url, "WEBHOOK_SECRET": SECRET, "WEBHOOK_LISTEN": f"127.0.0.1:{port}"}
    async with starting(scene, **more) as start:
        await until(lambda: scene.world.webhook.url == url)
        scene.ana.send("/sos")
        await until(lambda: numbers(scene) == 1)
        assert len(scene.world.queue.pending(scene.clock.now())) == 1
        file.unlink()
        await start
        await until(lambda: scene.play.served == ["sos"])

        assert numbers(scene) == 1


async def test_a_stop_ends_the_waiting(scene: Scene) -> None:
    broken(scene)
    async with starting(scene) as start:
        scene.ana.send("/sos")
        await until(lambda: numbers(scene) == 1)
    began = time.monotonic()

    assert start.cancelled()
    assert time.monotonic() - began < 2


async def test_a_database_of_a_later_version_ends_the_start(scene: Scene) -> None:
    await (await scene.start()).stop()
    with contextlib.closing(sqlite3.connect(scene.folder / "bot.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()

    with pytest.raises(NewerSchema):
        await scene.start()


async def test_a_database_that_comes_back_under_another_key_ends_the_start(scene: Scene) -> None:
    await (await scene.start()).stop()
    whole = (scene.folder / "bot.db").read_bytes()
    file = broken(scene)
    async with starting(scene, ENCRYPTION_KEYS=new_master_key()) as start:
        scene.ana.send("/sos")
        await until(lambda: numbers(scene) == 1)
        file.write_bytes(whole)

        with pytest.raises(Unreadable):
            await start


async def test_the_program_stays_up_helps_and_ends_on_a_signal(
    world: World, server: RunningServer, tmp_path: pathlib.Path
) -> None:
    settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": server.url, "ENCRYPTION_KEYS": new_master_key()}
    environ = {**os.environ, **settings, "DATABASE_URL": "sqlite:///bot.db", "PYTHONPATH": str(ROOT)}
    (tmp_path / "bot.db").write_bytes(GARBAGE)
    ana = world.add_person("Ana")
    ana.send("/sos")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=tmp_path, env=environ, stderr=asyncio.subprocess.PIPE
    )
    await until(lambda: any(NUMBERS in text for text in said(ana)), 20)
    process.send_signal(signal.SIGTERM)
    _, log = await asyncio.wait_for(process.communicate(), 15)

    assert process.returncode == 0
    assert b"put a backup in its place" in log
    assert b"Traceback" not in log


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _status(url: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status
