"""A real mail server on loopback for tests: takes, refuses, lingers, drops the line, with TLS or without."""

import asyncio
import contextlib
import datetime as dt
import email
import email.policy
import ipaddress
import pathlib
import ssl
from collections.abc import AsyncIterator
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.smtp import Server

SENDER = "tandem@clinic.example"


class PostOffice:
    """What came in, and how the server behaves.

    Attributes:
        refuses: the answer to every recipient, for example ``550 no such user``; None takes them.
        drops_after_data: the connection ends before the answer to a mail that was taken.
        lingers: seconds before each answer to a mail.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.logins: list[tuple[str, str]] = []
        self.refuses: str | None = None
        self.drops_after_data = False
        self.lingers = 0.0
        self.port = 0

    async def handle_RCPT(  # noqa: N802 the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or refuse them."""
        del server, session, options
        if self.refuses is not None:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 the library's name
        """Take a mail."""
        del session
        await asyncio.sleep(self.lingers)
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(email.message_from_bytes(content, policy=email.policy.default))
        self.recipients += envelope.rcpt_tos
        if self.drops_after_data:
            assert server.transport is not None
            server.transport.abort()
        return "250 OK"

    def authenticated(
        self, server: SMTP, session: Session, envelope: Envelope, how: str, data: Any
    ) -> AuthResult:
        """Let in whoever knows the password."""
        del server, session, envelope, how
        login = (data.login.decode(), data.password.decode())
        self.logins.append(login)
        return AuthResult(success=login == ("tandem", "a-mail-password"))

    def server(self, **more: Any) -> Server:
        """Return how to reach it."""
        settings = {"security": "none", "timeout": 2.0, **more}
        return Server("127.0.0.1", self.port, SENDER, **settings)


@contextlib.asynccontextmanager
async def open_office(
    office: PostOffice, *, tls: ssl.SSLContext | None = None, at_once: bool = False, port: int = 0
) -> AsyncIterator[PostOffice]:
    """Run a mail server while inside; with `tls` it offers STARTTLS, or speaks TLS from the start (`at_once`)."""

    def protocol() -> SMTP:
        return SMTP(
            office,
            hostname="mail.clinic.example",
            tls_context=None if at_once else tls,
            authenticator=office.authenticated,
            auth_require_tls=tls is not None and not at_once,
        )

    server = await asyncio.get_running_loop().create_server(
        protocol, "127.0.0.1", port, ssl=tls if at_once else None
    )
    office.port = server.sockets[0].getsockname()[1]
    try:
        yield office
    finally:
        server.close()


def certificates(folder: pathlib.Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return the contexts of a server with a certificate of its own, and of a client that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)  # noqa: TID251 certificates are checked by the machine's clock
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    pem = folder / "server.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(pem)
    return server, ssl.create_default_context(cafile=str(pem))
