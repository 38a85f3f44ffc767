"""The buttons of hard moments between partners: asking for a word, giving one, saying thank you; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import PairId, RelayId
from domain.partners import ReadyAnswer
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class AskForWord(Press):
    """Ask my partner for a word, whoever it is now."""

    prefix: ClassVar[str] = "nu.ask"


@dataclasses.dataclass(frozen=True, slots=True)
class AskPartnerForWord(Press):
    """Ask the partner of this pair for a word."""

    prefix: ClassVar[str] = "nu.askto"
    pair_id: PairId


@dataclasses.dataclass(frozen=True, slots=True)
class WordGiven(Press):
    """Send a ready answer to a partner who asked for a word, at this minute since 1970."""

    prefix: ClassVar[str] = "nu.word"
    pair_id: PairId
    asked_at: int
    answer: ReadyAnswer


@dataclasses.dataclass(frozen=True, slots=True)
class Thank(Press):
    """Say thank you for a partner's message."""

    prefix: ClassVar[str] = "nu.thank"
    relay_id: RelayId
