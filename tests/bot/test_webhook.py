import datetime as dt
import io
import pathlib
import socket
import ssl

import aiohttp
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.app import App
from bot.operator import OperatorError
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


@pytest.fixture
def certificate(tmp_path: pathlib.Path) -> tuple[str, str]:
    """Return the files of a certificate for this machine, signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)  # noqa: TID251 what the other side checks is the machine's clock
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = tmp_path / "cert.pem", tmp_path / "key.pem"
    cert_file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(cert_file), str(key_file)


async def test_with_a_certificate_it_listens_encrypted(scene: Scene, certificate: tuple[str, str]) -> None:
    cert, key = certificate
    port = _free_port()
    await scene.start(
        WEBHOOK_URL=f"https://localhost:{port}/hook",
        WEBHOOK_SECRET=SECRET,
        WEBHOOK_LISTEN=f"127.0.0.1:{port}",
        WEBHOOK_CERT=cert,
        WEBHOOK_KEY=key,
    )
    trusted = ssl.create_default_context(cafile=cert)
    async with aiohttp.ClientSession() as session:
        address = f"https://localhost:{port}/hook"
        async with session.post(address, json=UPDATE, headers={HEADER: SECRET}, ssl=trusted) as response:
            assert 200 == response.status
        with pytest.raises(aiohttp.ClientError):
            await session.post(address.replace("https", "http"), json=UPDATE, headers={HEADER: SECRET})


async def test_a_certificate_that_cannot_be_used_is_said_at_the_start(
    scene: Scene, tmp_path: pathlib.Path
) -> None:
    port = _free_port()
    with pytest.raises(OperatorError, match="WEBHOOK_CERT or WEBHOOK_KEY cannot be used"):
        await scene.start(
            WEBHOOK_URL=f"https://localhost:{port}/hook",
            WEBHOOK_SECRET=SECRET,
            WEBHOOK_LISTEN=f"127.0.0.1:{port}",
            WEBHOOK_CERT=str(tmp_path / "none.pem"),
            WEBHOOK_KEY=str(tmp_path / "none.pem"),
        )
