"""Says what a voice note is: the name under which Telegram keeps it, and its length; the sound itself is never here."""

import dataclasses
from typing import Self


@dataclasses.dataclass(frozen=True, slots=True)
class Voice:
    """A voice note.

    Attributes:
        file_id: the name under which the messaging app keeps the sound for this bot.
        seconds: how long it is.
    """

    file_id: str
    seconds: int

    def pack(self) -> str:
        """Return it as a text."""
        return f"{self.seconds} {self.file_id}"

    @classmethod
    def unpack(cls, packed: str) -> Self:
        """Return what `pack` was given."""
        seconds, _, file_id = packed.partition(" ")
        return cls(file_id, int(seconds))
