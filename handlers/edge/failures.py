"""Says what a failed call to Telegram means for the message it carried; it retries nothing."""

import enum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

GONE_TEXTS = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation with a user",
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "bot was kicked",
    "bot is not a member",
    "the group chat was deleted",
)
"""What Telegram says when nobody is there any more; compared in lower case."""


class NotSent(NetworkError):
    """The call had no effect: there was no connection to write it to, or Telegram says that it failed."""


class Verdict(enum.Enum):
    """What became of a message whose call failed."""

    NOT_SENT = "not_sent"
    UNSURE = "unsure"
    THROTTLED = "throttled"
    GONE = "gone"
    REFUSED = "refused"
    SYSTEM = "system"


def verdict(error: TelegramError) -> Verdict:
    """Return what the error means: only GONE is about the person, and SYSTEM is about the bot's own account."""
    if isinstance(error, RetryAfter):
        return Verdict.THROTTLED
    if isinstance(error, NotSent):
        return Verdict.NOT_SENT
    if isinstance(error, Forbidden | BadRequest):
        said = error.message.lower()
        return Verdict.GONE if any(text in said for text in GONE_TEXTS) else Verdict.REFUSED
    if isinstance(error, InvalidToken):
        return Verdict.SYSTEM
    if isinstance(error, ChatMigrated):
        return Verdict.REFUSED
    return Verdict.UNSURE


def says(error: TelegramError, *beginnings: str) -> bool:
    """Tell whether Telegram's text contains one of these, whatever its case and tail."""
    said = error.message.lower()
    return any(beginning.lower() in said for beginning in beginnings)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait, whichever type the library gives."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
