"""Takes single settings as they are written and says no to what cannot be meant; it reads none of them itself."""

import re
from typing import Any

from pydantic import SecretStr
from sqlalchemy.exc import ArgumentError

from domain.errors import NotUnderstood
from domain.mail import mail_address
from storage.database import normalised
from storage.vault import MasterKeys


def as_address(text: str) -> str:
    """Take host:port."""
    if text and not re.fullmatch(r"(\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}", text):
        raise ValueError("not host:port")
    return text


def as_url(text: str) -> str:
    """Take an http address, without a slash at its end."""
    if not re.fullmatch(r"https?://\S+", text):
        raise ValueError("not an address")
    return text.rstrip("/")


def as_database(secret: SecretStr) -> SecretStr:
    """Take the address of a database that can be used."""
    try:
        normalised(secret.get_secret_value())
    except (ArgumentError, ValueError):
        raise ValueError("no address of a database that we can use") from None
    return secret


def as_token(secret: SecretStr) -> SecretStr:
    """Take a bot token."""
    if not re.fullmatch(r"\d+:[\w-]+", secret.get_secret_value(), re.ASCII):
        raise ValueError("not a bot token")
    return secret


def as_keys(secret: SecretStr) -> SecretStr:
    """Take one or more encryption keys."""
    MasterKeys(split_keys(secret))
    return secret


def as_webhook_secret(secret: SecretStr | None) -> SecretStr | None:
    """Take a secret that Telegram takes too."""
    if secret is not None and not re.fullmatch(r"[\w-]{16,256}", secret.get_secret_value(), re.ASCII):
        raise ValueError("too short, too long, or with other characters")
    return secret


def as_mail_address(text: str) -> str:
    """Take an e-mail address, or none."""
    try:
        return mail_address(text) if text else ""
    except NotUnderstood:
        raise ValueError("not an address") from None


def upper(value: Any) -> Any:
    """Return a text in capitals."""
    return value.upper() if isinstance(value, str) else value


def split_keys(secret: SecretStr) -> list[str]:
    """Return the master keys, the current one first."""
    return [key.strip() for key in secret.get_secret_value().split(",") if key.strip()]
