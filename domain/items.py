"""Lists the questions of a check-in as data: what is asked, on which scale, who sees it; it holds no wording."""

import dataclasses
import enum
from typing import Final

LOWEST: Final = 0
HIGHEST: Final = 10
LONGEST_TEXT: Final = 20_000
"""Characters of a written answer that are kept."""


class ItemId(enum.StrEnum):
    """The stable name of a question."""

    MOOD = "mood"
    CRAVING = "craving"
    SLEEP = "sleep"
    USE = "use"
    NOTE = "note"


class Scale(enum.StrEnum):
    """How a question is answered: a number from 0 to 10, the three answers about use, or words."""

    NUMBER = "number"
    USE = "use"
    TEXT = "text"


class Use(enum.IntEnum):
    """Answers about use; rather not saying is an answer of its own and never counts as no."""

    NO = 0
    YES = 1
    RATHER_NOT_SAY = 2


class Viewer(enum.StrEnum):
    """Who besides the person sees an answer; a partner only where the person shares that item."""

    FACILITATOR = "facilitator"
    PARTNER = "partner"


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One question."""

    id: ItemId
    scale: Scale
    seen_by: frozenset[Viewer]

    def accepts(self, value: int) -> bool:
        """Tell whether the number is an answer to this question."""
        match self.scale:
            case Scale.NUMBER:
                return LOWEST <= value <= HIGHEST
            case Scale.USE:
                return value in set(Use)
            case Scale.TEXT:
                return False


DAILY: Final = (
    Item(ItemId.MOOD, Scale.NUMBER, frozenset({Viewer.FACILITATOR, Viewer.PARTNER})),
    Item(ItemId.CRAVING, Scale.NUMBER, frozenset({Viewer.FACILITATOR, Viewer.PARTNER})),
    Item(ItemId.SLEEP, Scale.NUMBER, frozenset({Viewer.FACILITATOR})),
    Item(ItemId.USE, Scale.USE, frozenset({Viewer.FACILITATOR})),
    Item(ItemId.NOTE, Scale.TEXT, frozenset()),
)
"""The questions of a check-in in their order."""

ITEMS: Final = {item.id: item for item in DAILY}
