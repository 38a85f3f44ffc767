"""Packs what a button means into at most 64 bytes and back; it carries ids, never rights.

A packed press is ``prefix:field:field``. A client can send anything: whatever does not unpack exactly is an old button.
"""

import dataclasses
import enum
import string
import typing
from typing import Any, ClassVar, Self

from domain.errors import Outdated

LIMIT_BYTES = 64
"""Telegram's limit for callback data."""

_ID_BITS = 64
_DIGITS = string.digits + string.ascii_lowercase
_PRESSES: dict[str, type["Press"]] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class Press:
    """Base of all presses; a subclass names its prefix and has int, str (slug) or enum fields."""

    prefix: ClassVar[str]

    def __init_subclass__(cls) -> None:
        if "prefix" in cls.__dict__:
            _PRESSES[cls.prefix] = cls

    def pack(self) -> str:
        """Return the callback data.

        Raises:
            ValueError: it is longer than 64 bytes or a text field holds a colon.
        """
        parts = [self.prefix, *(_packed(getattr(self, field.name)) for field in dataclasses.fields(self))]
        if any(":" in part for part in parts):
            raise ValueError(f"a colon inside {parts}")
        data = ":".join(parts)
        if len(data.encode()) > LIMIT_BYTES:
            raise ValueError(f"{data} is longer than {LIMIT_BYTES} bytes")
        return data

    @classmethod
    def of(cls, parts: list[str]) -> Self:
        """Build the press from its fields."""
        fields = dataclasses.fields(cls)
        if len(parts) != len(fields):
            raise ValueError("wrong number of fields")
        kinds = typing.get_type_hints(cls)
        return cls(**{f.name: _unpacked(part, kinds[f.name]) for f, part in zip(fields, parts, strict=True)})


def unpack(data: str) -> Press:
    """Return the press that the callback data means.

    Raises:
        Outdated: no press of this version packs to exactly this data.
    """
    prefix, *parts = data.split(":")
    try:
        press = _PRESSES[prefix].of(parts)
        is_exact = press.pack() == data
    except (KeyError, ValueError) as error:
        raise Outdated("system.old_button") from error
    if not is_exact:
        raise Outdated("system.old_button")
    return press


def all_presses() -> dict[str, type[Press]]:
    """Return every kind of press by its prefix."""
    return dict(_PRESSES)


def _packed(value: object) -> str:
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, int):
        return _base36(value)
    return str(value)


def _unpacked(part: str, kind: Any) -> object:
    kind = getattr(kind, "__supertype__", kind)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return kind(part)
    if kind is int:
        number = int(part, 36)
        if number.bit_length() >= _ID_BITS:
            raise ValueError("no database takes this number")
        return number
    return kind(part) if isinstance(kind, type) and issubclass(kind, str) else part


def _base36(number: int) -> str:
    if number < 0:
        return "-" + _base36(-number)
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if number == 0:
            return digits
