import asyncio
import os
import pathlib
import signal
import socket
import sys
from collections.abc import Awaitable, Callable

import pytest

from bot.app import App
from bot.operator import WRONG_SETTINGS, OperatorError
from sandbox.telegram.faults import Fault
from sandbox.telegram.server import RunningServer
from sandbox.telegram.world import World
from storage.vault import new_master_key
from tests.bot.conftest import TOKEN, Scene, container_of, said, until

ROOT = pathlib.Path(__file__).parents[2]
Start = Callable[..., Awaitable[App]]


async def test_a_stranger_who_presses_start_gets_an_answer_over_real_http(world: World, start: Start) -> None:
    await start()
    ana = world.add_person("Ana")
    ana.start()

    await until(lambda: len(ana.chat) == 2)
    assert ana.chat[-1].from_bot


async def test_a_stranger_who_asks_for_help_gets_the_numbers_first(world: World, start: Start) -> None:
    await start()
    ana = world.add_person("Ana", language_code="es")
    ana.send("/sos")

    await until(lambda: len(said(ana)) == 2)
    assert "988" in said(ana)[0]
    assert "Qué bueno" in said(ana)[0]


async def test_a_network_that_is_away_at_the_start_is_waited_for(
    world: World, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.account.FIRST_WAIT_SECONDS", 0.01)
    world.faults.outage(on=True)
    starting = asyncio.get_running_loop().create_task(start())
    await asyncio.sleep(0.1)
    assert not starting.done()
    world.faults.outage(on=False)

    assert (await starting).vitals.is_ready


@pytest.mark.parametrize(("times", "is_refused"), [(2, False), (3, True)])
async def test_only_the_third_refusal_of_the_token_in_a_row_counts(
    world: World, start: Start, monkeypatch: pytest.MonkeyPatch, *, times: int, is_refused: bool
) -> None:
    monkeypatch.setattr("bot.account.FIRST_WAIT_SECONDS", 0.01)
    world.faults.fail_next(Fault.UNAUTHORIZED, method="getMe", times=times)
    if not is_refused:
        assert (await start()).vitals.is_ready
        return
    with pytest.raises(OperatorError) as caught:
        await start()
    assert caught.value.exit_code == WRONG_SETTINGS
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("name", ["HTTP_LISTEN", "WEBHOOK_LISTEN"])
async def test_an_address_that_is_taken_is_told(start: Start, name: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        more = {"WEBHOOK_URL": "https://bot.example", "WEBHOOK_SECRET": "s" * 32} if name[0] == "W" else {}
        with pytest.raises(OperatorError) as caught:
            await start(**{name: f"127.0.0.1:{taken.getsockname()[1]}", **more})

    assert str(caught.value).startswith(f"{name} cannot be used: ")


async def test_two_bots_on_one_token_fight_but_lose_nothing(scene: Scene) -> None:
    await scene.start()
    await scene.start()
    for number in range(5):
        scene.ana.send(f"/echo {number}")

    # Both have the same database: whoever fetches an update first serves it.
    await until(lambda: sorted(scene.play.served) == [str(number) for number in range(5)])


async def test_a_stop_finishes_what_has_been_begun(scene: Scene) -> None:
    app = await scene.start()
    for number in range(30):
        scene.ana.send(f"/echo {number}")
    await until(lambda: len(scene.play.served) > 0)
    waiting = app.lines.size
    await app.stop()

    assert len(said(scene.ana)) >= min(waiting, 1)
    assert scene.rows("SELECT count(*) FROM inbox WHERE state = 'done'") == [(0,)]


async def test_menus_are_offered_by_language_and_role(scene: Scene, world: World) -> None:
    del world
    app = await scene.start()
    await until(lambda: len(scene.world.calls.of("setMyCommands")) >= 2)

    scopes = {
        (call.parameters["scope"], call.parameters.get("language_code"))
        for call in scene.world.calls.of("setMyCommands")
    }
    assert scopes == {('{"type": "all_private_chats"}', None), ('{"type": "all_private_chats"}', "es")}
    assert app.vitals.is_ready


async def test_the_bot_is_idle_once_everything_is_answered(scene: Scene) -> None:
    app = await scene.start()
    scene.ana.send("/echo one")
    await until(lambda: said(scene.ana) == ["one"])

    await until(app.is_idle)
    async with container_of(app).transaction() as services:
        assert await services.intake.waiting() == []


async def test_the_program_answers_and_ends_on_a_signal(
    server: RunningServer, world: World, tmp_path: pathlib.Path
) -> None:
    environ = {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": server.url,
        "DATABASE_URL": f"sqlite:///{tmp_path}/bot.db",
        "ENCRYPTION_KEYS": new_master_key(),
        "PYTHONPATH": str(ROOT),
        "LOG_FORMAT": "json",
    }
    ana = world.add_person("Ana")
    ana.send("/start")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=tmp_path, env=environ, stderr=asyncio.subprocess.PIPE
    )
    await until(lambda: len(said(ana)) == 1, 20)
    process.send_signal(signal.SIGTERM)
    _, log = await asyncio.wait_for(process.communicate(), 15)

    assert process.returncode == 0
    assert b"Traceback" not in log
    assert TOKEN.encode() not in log
