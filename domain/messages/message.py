"""Names every unasked message as a kind with ids; it holds no sentence and no content of a person.

A message is posted to the outbox in the transaction of its cause and becomes a sentence only when it is sent.
"""

import dataclasses
import datetime as dt
import enum
from typing import Any, ClassVar, Self

from domain.ids import PairId
from domain.sharing import SharedItem

_KINDS: dict[str, type["Message"]] = {}


class Lane(enum.IntEnum):
    """The order in which the courier serves messages, lowest first."""

    URGENT = 0
    ALERT = 10
    PARTNER = 20
    CHECK_IN = 30
    NOTICE = 40


@dataclasses.dataclass(frozen=True, slots=True)
class Message:
    """Base of all unasked messages; never posted itself.

    Attributes:
        kind: stable name in the outbox.
        lane: priority.
        lives: how long after its due moment it may still be sent; None is for ever.
        repeats_when_unsure: whether an ambiguous result (timeout, lost connection) is sent again.
        rests_on: what of the other must be shared for it to be told; it is taken back with that consent. None is nothing.
    """

    kind: ClassVar[str]
    lane: ClassVar[Lane]
    lives: ClassVar[dt.timedelta | None] = dt.timedelta(hours=24)
    repeats_when_unsure: ClassVar[bool] = True
    rests_on: ClassVar[SharedItem | None] = None

    def __init_subclass__(cls) -> None:
        # A slotted dataclass is created twice; the second one replaces the first under the same kind.
        if "kind" in cls.__dict__:
            _KINDS[cls.kind] = cls

    @property
    def about(self) -> str | None:
        """Return what the message rests on, for example ``pair:123``; it is taken back when that ends. None is nothing."""
        pair_id = getattr(self, "pair_id", None)
        return None if pair_id is None else about_pair(pair_id)

    def pack(self) -> dict[str, Any]:
        """Return the ids as JSON values."""
        return dataclasses.asdict(self)

    @classmethod
    def unpack(cls, data: dict[str, Any]) -> Self:
        """Build the message from what `pack` returned."""
        return cls(**data)


def about_pair(pair_id: PairId) -> str:
    """Return the name under which everything that rests on a pair waits in the outbox."""
    return f"pair:{pair_id}"


def message_from(kind: str, data: dict[str, Any]) -> Message:
    """Build the message that an outbox row names.

    Raises:
        KeyError: the kind is unknown to this version.
    """
    return _KINDS[kind].unpack(data)
