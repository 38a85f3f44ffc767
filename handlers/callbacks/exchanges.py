"""What the buttons of what partners are asked together mean."""

import dataclasses
from typing import ClassVar

from domain.ids import ExchangeId, PairId
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class OpenExchange(Press):
    """Show what we two are asked, or where it stands."""

    prefix: ClassVar[str] = "ex.open"
    exchange_id: ExchangeId


@dataclasses.dataclass(frozen=True, slots=True)
class PartChosen(Press):
    """This number, or this choice, is my part."""

    prefix: ClassVar[str] = "ex.pick"
    exchange_id: ExchangeId
    value: int


@dataclasses.dataclass(frozen=True, slots=True)
class WritePart(Press):
    """Let me write my part, or add words to it."""

    prefix: ClassVar[str] = "ex.write"
    exchange_id: ExchangeId


@dataclasses.dataclass(frozen=True, slots=True)
class LeaveOut(Press):
    """I leave this one out."""

    prefix: ClassVar[str] = "ex.out"
    exchange_id: ExchangeId


@dataclasses.dataclass(frozen=True, slots=True)
class StartListening(Press):
    """Begin the listening exercise now."""

    prefix: ClassVar[str] = "ex.listen"
    pair_id: PairId
