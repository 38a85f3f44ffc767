"""Lists what partners are asked twice a week and which small things are offered for a week; the words stand with the texts.

The questions are our own. An id is kept with every answer and is never used again for something else.
"""

import dataclasses
import enum
from typing import Final

from domain.exchanges import Exchange, Kept, Kind, Talked
from domain.ids import PairId

HIGHEST: Final = 10
"""The numbers go from 0 to this."""


class Scale(enum.Enum):
    """How a question is answered; words may be added to a number or a choice."""

    NUMBER = "number"
    CHOICE = "choice"
    WORDS = "words"


@dataclasses.dataclass(frozen=True, slots=True)
class Prompt:
    """A question; `choices` is how many there are to choose from, from 0 on."""

    prompt_id: str
    scale: Scale
    choices: int = 0

    def accepts(self, value: int) -> bool:
        """Tell whether a value is one of its answers."""
        return 0 <= value <= HIGHEST if self.scale is Scale.NUMBER else 0 <= value < self.choices


PROMPTS: Final = (
    Prompt("tank", Scale.NUMBER),
    Prompt("helped", Scale.CHOICE, 5),
    Prompt("load", Scale.NUMBER),
    Prompt("wish", Scale.CHOICE, 4),
    Prompt("uneasy", Scale.WORDS),
    Prompt("near", Scale.NUMBER),
    Prompt("ahead", Scale.CHOICE, 4),
    Prompt("thanks", Scale.WORDS),
)
"""The questions of partner check-ins, in the order in which a pair meets them."""
SMALL_THINGS: Final = 5
"""How many small things for a week are offered, from 0 on; words of one's own do as well."""
_KNOWN: Final = {prompt.prompt_id: prompt for prompt in PROMPTS}


def prompt_of(pair_id: PairId, asked_before: int) -> Prompt:
    """Return the question for a pair that has been asked so many; each comes before one comes again."""
    return PROMPTS[(pair_id + asked_before) % len(PROMPTS)]


def known_prompt(prompt_id: str) -> Prompt | None:
    """Return the question with this id; None when this version knows none."""
    return _KNOWN.get(prompt_id)


def accepts(exchange: Exchange, value: int) -> bool:
    """Tell whether a value is an answer to what was asked; the listening exercise takes words alone."""
    if exchange.kind is Kind.CHECKIN:
        prompt = known_prompt(exchange.prompt)
        return prompt is not None and prompt.accepts(value)
    values = {
        Kind.LISTENING: range(0),
        Kind.COMMITMENT: range(SMALL_THINGS),
        Kind.TALKED: range(len(Talked)),
        Kind.REVIEW: range(len(Kept)),
    }
    return value in values[exchange.kind]
