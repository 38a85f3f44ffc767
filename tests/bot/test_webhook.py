import io
import socket

import aiohttp
import pytest

from bot.app import App
from bot.webhook import HEADER, MAX_BODY_BYTES
from tests.bot.conftest import Scene, said, until

SECRET = "a-secret-of-the-webhook"
UPDATE = {"update_id": 77, "message": {"text": "no sender"}}


async def start(scene: Scene) -> tuple[App, str]:
    port = _free_port()
    app = await scene.start(
        WEBHOOK_URL=f"http://127.0.0.1:{port}/hook", WEBHOOK_SECRET=SECRET, WEBHOOK_LISTEN=f"127.0.0.1:{port}"
    )
    return app, f"http://127.0.0.1:{port}/hook"


async def post(url: str, *, secret: str | None, body: bytes | io.BytesIO | None = None) -> int:
    headers = {} if secret is None else {HEADER: secret}
    async with aiohttp.ClientSession() as session:
        payload = {"data": body} if body is not None else {"json": UPDATE}
        async with session.post(url, headers=headers, **payload) as response:  # type: ignore[arg-type]
            return response.status


async def test_pushed_updates_are_served(scene: Scene) -> None:
    await start(scene)
    await until(lambda: scene.world.webhook.url != "")
    scene.ana.send("/echo pushed")

    await until(lambda: said(scene.ana) == ["pushed"])
    assert scene.world.calls.of("getUpdates") == []


async def test_telegram_is_told_the_secret_and_what_to_send_and_nothing_is_dropped(scene: Scene) -> None:
    scene.ana.send("/echo before the start")
    await start(scene)

    await until(lambda: said(scene.ana) == ["before the start"])
    (call,) = scene.world.calls.of("setWebhook")
    assert call.parameters["secret_token"] == SECRET
    assert "my_chat_member" in call.parameters["allowed_updates"]
    assert "drop_pending_updates" not in call.parameters


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "ä" * 16])
async def test_without_the_secret_nothing_gets_in(scene: Scene, secret: str | None) -> None:
    _, url = await start(scene)

    assert await post(url, secret=secret) == 403
    assert scene.rows("SELECT * FROM inbox") == []


@pytest.mark.parametrize("body", [b"not json", b"[]", b'"text"', b"\xff\xfe"])
async def test_what_is_no_update_is_refused(scene: Scene, body: bytes) -> None:
    _, url = await start(scene)

    assert await post(url, secret=SECRET, body=body) == 400


async def test_what_is_too_big_is_refused(scene: Scene) -> None:
    _, url = await start(scene)

    assert await post(url, secret=SECRET, body=io.BytesIO(b" " * (MAX_BODY_BYTES + 1))) == 413


async def test_what_cannot_be_stored_is_not_confirmed(scene: Scene) -> None:
    scene.patch.setattr("storage.database.BUSY_TIMEOUT_MILLISECONDS", 50)
    _, url = await start(scene)
    await until(lambda: scene.rows("SELECT * FROM inbox") == [])
    with scene.locked():
        assert await post(url, secret=SECRET) == 503

    assert await post(url, secret=SECRET) == 200
    assert await post(url, secret=SECRET) == 200
    assert len(scene.rows("SELECT * FROM inbox")) == 1


async def test_polling_takes_the_webhook_away_and_keeps_what_waits(scene: Scene) -> None:
    scene.world.webhook.url = "https://elsewhere.example/hook"
    scene.ana.send("/echo kept")
    await scene.start()

    await until(lambda: said(scene.ana) == ["kept"])
    assert scene.world.webhook.url == ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
