"""The base of pictures: the facts of one, kept as data until it is drawn outside the transaction; it draws nothing.

A reply is stored before it is sent, so a picture travels as its kind and its facts (JSON), never as bytes.
"""

import abc
import dataclasses
from typing import Any, ClassVar, Self

_KINDS: dict[str, type["Picture"]] = {}


@dataclasses.dataclass(frozen=True, slots=True)
class Picture(abc.ABC):
    """Base of all pictures; never shown itself.

    Fields are JSON values, tuples of them, or further dataclasses that `unpack` puts together again.

    Attributes:
        kind: stable name in a stored reply.
    """

    kind: ClassVar[str]

    def __init_subclass__(cls) -> None:
        # A slotted dataclass is created twice; the second one replaces the first under the same kind.
        if "kind" in cls.__dict__:
            _KINDS[cls.kind] = cls

    @abc.abstractmethod
    def render(self) -> bytes:
        """Return the picture as a PNG.

        It takes tens of milliseconds, and everybody waits meanwhile: let `handlers.pictures.studio` call it.
        """

    def pack(self) -> dict[str, Any]:
        """Return the facts as JSON values."""
        return dataclasses.asdict(self)

    @classmethod
    def unpack(cls, data: dict[str, Any]) -> Self:
        """Build the picture from what `pack` returned, also after a trip through JSON."""
        return cls(**data)


def picture_from(kind: str, data: dict[str, Any]) -> Picture:
    """Build the picture that a stored reply names.

    Raises:
        KeyError: the kind is unknown to this version.
    """
    return _KINDS[kind].unpack(data)
