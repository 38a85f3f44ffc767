"""Column types that refuse what must not be stored: plain text where a secret belongs, moments without a zone."""

import datetime as dt
import secrets
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


class Sealed(bytes):
    """A value encrypted by the vault; the only thing that an `EncryptedText` column accepts."""


class EncryptedText(TypeDecorator[Sealed]):
    """A text that is stored only sealed (see `storage.vault`), bound to `field`, for example ``notes.body``.

    Raises:
        TypeError: something else than a `Sealed` value is bound.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        """Let only sealed values through."""
        del dialect
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"{self.field} takes sealed values only")
        return bytes(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Sealed | None:
        """Return the stored bytes as a sealed value."""
        del dialect
        return None if value is None else Sealed(value)


class UtcDateTime(TypeDecorator[dt.datetime]):
    """A moment, aware in Python, UTC in the database.

    Raises:
        TypeError: a moment without a zone is bound.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Convert to UTC; SQLite keeps it without an offset."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs a zone")
        in_utc = value.astimezone(dt.UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Return the moment, aware in UTC."""
        del dialect
        if value is None:
            return None
        moment: dt.datetime = value
        return moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment.astimezone(dt.UTC)


Id = BigInteger
"""Primary keys are 63 random bits: known before the insert (sealed values are bound to them) and telling nothing."""


def new_id() -> int:
    """Make a primary key: 63 random bits, never 0."""
    return secrets.randbits(63) or 1
