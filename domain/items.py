"""Lists the questions of a check-in as data: scale, direction, code, who sees the answer, where it is from; no wording."""

import dataclasses
import enum
from collections.abc import Sequence
from typing import Final

LOWEST: Final = 0
HIGHEST: Final = 10
LONGEST_TEXT: Final = 20_500
"""Characters of a written answer that are kept: five full messages of the app."""
CODE_SYSTEM: Final = "urn:tandem:codes"
"""Names the product's own codes; LOINC has none for these items, and none is invented."""
OWN_PREFIX: Final = "q."
"""Begins the id of every question of a group's own."""


class ItemId(str):
    """The stable name of a question, at most 16 characters: one of the catalogue below, or a group's own."""

    __slots__ = ()


MOOD: Final = ItemId("mood")
TENSION: Final = ItemId("tension")
CRAVING: Final = ItemId("craving")
USE: Final = ItemId("use")
CONFIDENCE: Final = ItemId("confidence")
SLEEP: Final = ItemId("sleep")
AHEAD: Final = ItemId("ahead")
PARTNER: Final = ItemId("partner")
COMMITMENT: Final = ItemId("commitment")
NOTE: Final = ItemId("note")


class Scale(enum.StrEnum):
    """How a question is answered.

    NUMBER 0 to 10 · USE the three answers about use · YES_NO 1 or 0 · CHOICE the number of the choice, from 0 · TEXT words.
    """

    NUMBER = "number"
    USE = "use"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"


class Direction(enum.StrEnum):
    """Which end of a scale is the better one."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


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
    """One question.

    Attributes:
        code: its code in `CODE_SYSTEM`, for exports.
        source: why it is asked: what was published about it, or that it is the product's own.
        wording: a group's own question in its facilitator's words; empty for the catalogue, whose wording has languages.
        choices: what can be chosen, in the facilitator's words; empty for the other scales.
        is_removed: a group's own question that is asked no more; those on whose phones it is open still answer it.
    """

    id: ItemId
    scale: Scale
    direction: Direction
    seen_by: frozenset[Viewer]
    code: str
    source: str
    wording: str = ""
    choices: tuple[str, ...] = ()
    is_removed: bool = False

    @property
    def is_own(self) -> bool:
        """Tell whether it is a question of a group's own."""
        return self.id.startswith(OWN_PREFIX)

    def accepts(self, value: int) -> bool:
        """Tell whether the number is an answer to this question."""
        match self.scale:
            case Scale.NUMBER:
                return LOWEST <= value <= HIGHEST
            case Scale.USE:
                return value in set(Use)
            case Scale.YES_NO:
                return value in {0, 1}
            case Scale.CHOICE:
                return 0 <= value < len(self.choices)
            case Scale.TEXT:
                return False


_FACILITATOR: Final = frozenset({Viewer.FACILITATOR})
_BOTH: Final = frozenset({Viewer.FACILITATOR, Viewer.PARTNER})
_OWN: Final = "own item; single-item measures of momentary affect are supported (Psychol Assess 2023;35:189)"

CATALOGUE: Final = (
    Item(MOOD, Scale.NUMBER, Direction.HIGHER, _BOTH, "mood-nrs-0-10", _OWN),
    Item(
        TENSION,
        Scale.NUMBER,
        Direction.LOWER,
        _FACILITATOR,
        "tension-nrs-0-10",
        "own item; restlessness was the best published prodrome (Smit & Snippe 2022, PMC10476069)",
    ),
    Item(
        CRAVING,
        Scale.NUMBER,
        Direction.LOWER,
        _BOTH,
        "craving-nrs-0-10",
        "own item; craving predicts use, pooled odds 2.05 a unit (Vafaie & Kober 2022)",
    ),
    Item(
        USE,
        Scale.USE,
        Direction.LOWER,
        _FACILITATOR,
        "use-since-last",
        "own item; recent use is the strongest predictor of use",
    ),
    Item(
        CONFIDENCE,
        Scale.NUMBER,
        Direction.HIGHER,
        _FACILITATOR,
        "confidence-nrs-0-10",
        "own item; abstinence self-efficacy is among the three strongest predictors of a lapse",
    ),
    Item(
        SLEEP,
        Scale.NUMBER,
        Direction.HIGHER,
        _FACILITATOR,
        "sleep-nrs-0-10",
        "own item; poor sleep predicts return to use (Hochheimer 2024)",
    ),
    Item(
        AHEAD,
        Scale.YES_NO,
        Direction.LOWER,
        _FACILITATOR,
        "risk-ahead",
        "own item; celebrations and risky company precede use (Tovmasyan 2022)",
    ),
    Item(
        PARTNER,
        Scale.YES_NO,
        Direction.HIGHER,
        _FACILITATOR,
        "partner-contact",
        "own item; partner contact is an active ingredient (PMC8060350)",
    ),
    Item(COMMITMENT, Scale.YES_NO, Direction.HIGHER, _FACILITATOR, "commitment-kept", "own item"),
    Item(NOTE, Scale.TEXT, Direction.NEITHER, frozenset(), "note", "own item"),
)
"""Every question of the product."""

ITEMS: Final = {item.id: item for item in CATALOGUE}
ROTATING: Final = (AHEAD, PARTNER, COMMITMENT)
"""Of these one is asked a day, by turns."""


def chosen(ids: Sequence[ItemId], own: Sequence[Item] = ()) -> tuple[Item, ...]:
    """Return the questions with these ids in their order; `own` are those of a group. Unknown ids are left out."""
    known = {**ITEMS, **{item.id: item for item in own}}
    return tuple(known[one] for one in ids if one in known)
