"""Hands one mail to a mail server and says how that ended; it decides neither what is sent nor when again."""

import asyncio
import contextlib
import dataclasses
import email.utils
import enum
import ssl
from email.message import EmailMessage
from typing import Final

import aiosmtplib
from aiosmtplib.errors import (
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from bot.settings import Settings

TIMEOUT_SECONDS: Final = 20.0
"""For each step of the conversation."""
PERMANENT_FROM: Final = 500


class Outcome(enum.Enum):
    """How an attempt ended: taken; certainly not, and never will be; certainly not; or nobody knows."""

    TAKEN = "taken"
    REFUSED = "refused"
    NOT_SENT = "not sent"
    UNSURE = "unsure"


@dataclasses.dataclass(frozen=True, slots=True)
class Server:
    """Where mails are handed over; `context` None verifies certificates as the system does."""

    host: str
    port: int
    sender: str
    security: str
    user: str = ""
    password: str = dataclasses.field(default="", repr=False)
    timeout: float = TIMEOUT_SECONDS
    context: ssl.SSLContext | None = None

    @classmethod
    def of(cls, settings: Settings) -> "Server | None":
        """Return the server that the settings name; None for no e-mail."""
        if not settings.smtp_host:
            return None
        password = settings.smtp_password
        return cls(
            host=settings.smtp_host,
            port=settings.smtp_port,
            sender=settings.smtp_from,
            security=settings.smtp_tls,
            user=settings.smtp_user,
            password="" if password is None else password.get_secret_value(),
        )


def written(server: Server, to: str, subject: str, body: str, name: str) -> EmailMessage:
    """Return a mail; `name` makes its Message-ID, the same for every attempt, so that readers can drop a second copy."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = server.sender, to, subject
    mail["Date"] = email.utils.localtime()
    mail["Message-ID"] = f"<{name}@{server.sender.partition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(body)
    return mail


async def hand_over(server: Server, to: str, mail: EmailMessage) -> tuple[Outcome, str]:
    """Hand a mail over; return how that ended, and the kind of error, which tells of nobody."""
    client = aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        timeout=server.timeout,
        use_tls=server.security == "tls",
        start_tls=server.security == "starttls",
        tls_context=server.context,
    )
    try:
        try:
            await client.connect()
            if server.user:
                await client.login(server.user, server.password)
            await client.mail(server.sender)
            await client.rcpt(to)
        except (SMTPRecipientRefused, SMTPSenderRefused) as error:
            return _answered(error)
        except (SMTPException, OSError, TimeoutError, ValueError) as error:
            return Outcome.NOT_SENT, type(error).__name__
        try:
            await client.data(mail.as_bytes())
        except SMTPDataError as error:
            return _answered(error)
        except (SMTPException, OSError, TimeoutError) as error:
            return Outcome.UNSURE, type(error).__name__
        return Outcome.TAKEN, ""
    finally:
        with contextlib.suppress(SMTPException, OSError, TimeoutError, asyncio.CancelledError):
            client.close()


def _answered(error: SMTPResponseException) -> tuple[Outcome, str]:
    outcome = Outcome.REFUSED if error.code >= PERMANENT_FROM else Outcome.NOT_SENT
    return outcome, f"{type(error).__name__} {error.code}"
