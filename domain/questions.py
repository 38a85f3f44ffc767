"""Decides what a group may be asked: the bounds of its own questions, their order, and what always stays on.

Which questions follow from that for one participant on one day is said in `domain.templates`.
"""

import dataclasses
import datetime as dt
import enum
import unicodedata
from collections.abc import Sequence
from typing import Final

from domain.errors import NotUnderstood
from domain.ids import CheckInId, GroupId, PersonId, QuestionId
from domain.items import CATALOGUE, CRAVING, ITEMS, MOOD, NOTE, ROTATING, USE, Item, ItemId, Scale
from domain.templates import Setting
from domain.voices import Voice

LONGEST_WORDING: Final = 200
"""Characters of a question: two sentences, read in a few seconds."""
FEWEST_CHOICES: Final = 2
MOST_CHOICES: Final = 6
LONGEST_CHOICE: Final = 40
"""Characters of a choice: what a button of a phone shows."""
MOST_OWN: Final = 3
"""Own questions that a group asks at the same time."""
MOST_ASKED: Final = 10
"""Questions of one check-in: the longer it is, the fewer people answer."""
ANSWER_DAYS: Final = 7
"""For so many days facilitators see the answers to a question of their group's own."""
ALWAYS_ON: Final = MOOD
"""The short form of steady days is this question alone, so it cannot be switched off."""
ALERTING: Final = frozenset({CRAVING, USE})
"""Alerts rest on these answers: whoever switches them off is told so."""
OWN_SCALES: Final = (Scale.NUMBER, Scale.YES_NO, Scale.CHOICE, Scale.TEXT)


class OwnState(enum.StrEnum):
    """Whether a question of a group's own is being written, is asked, or is asked no more."""

    DRAFT = "draft"
    KEPT = "kept"
    REMOVED = "removed"


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A question of a group's own on its way; its words are empty until they are written."""

    question_id: QuestionId
    group_id: GroupId
    item: Item
    state: OwnState

    @property
    def is_complete(self) -> bool:
        """Tell whether it could be asked as it is."""
        return bool(self.item.wording) and (self.item.scale is not Scale.CHOICE or bool(self.item.choices))


@dataclasses.dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What somebody answered to a question of their group's own; `local_date` is theirs.

    `voice` is a voice note, and `text` then what was written below it; None where there is none.
    """

    checkin_id: CheckInId
    group_id: GroupId
    person_id: PersonId
    name: str
    local_date: dt.date
    value: int | None
    text: str | None
    voice: Voice | None


def wording_of(text: str) -> str:
    """Return the typed words of a question on one line.

    Raises:
        NotUnderstood: there are none, or too many.
    """
    wording = _one_line(text)
    if not wording:
        raise NotUnderstood("questions.no_words")
    if len(wording) > LONGEST_WORDING:
        raise NotUnderstood("questions.too_long", {"length": len(wording), "limit": LONGEST_WORDING})
    return wording


def choices_of(text: str) -> tuple[str, ...]:
    """Return the typed choices, one of each line.

    Raises:
        NotUnderstood: there are too few or too many, one is too long, or one is there twice.
    """
    choices = tuple(choice for line in text.splitlines() if (choice := _one_line(line)))
    if not FEWEST_CHOICES <= len(choices) <= MOST_CHOICES:
        raise NotUnderstood(
            "questions.how_many_choices",
            {"number": len(choices), "fewest": FEWEST_CHOICES, "most": MOST_CHOICES},
        )
    for choice in choices:
        if len(choice) > LONGEST_CHOICE:
            raise NotUnderstood(
                "questions.long_choice", {"choice": f"{choice[:20]}…", "limit": LONGEST_CHOICE}
            )
    if len({choice.casefold() for choice in choices}) < len(choices):
        raise NotUnderstood("questions.same_choice")
    return choices


def lined_up(settings: Sequence[Setting], own: Sequence[Item]) -> tuple[Setting, ...]:
    """Return every question that a group has, in its order; those never set follow the template, the note is the last."""
    switches = {one.item: one.is_on for one in settings}
    here = [item.id for item in (*CATALOGUE, *own) if not item.is_removed and item.id != NOTE]
    placed = [one.item for one in sorted(settings, key=lambda one: one.position) if one.item in here]
    ordered = (*placed, *(item for item in here if item not in placed), NOTE)
    return tuple(Setting(item, number, switches.get(item)) for number, item in enumerate(ordered))


def usual(own: Sequence[Item]) -> tuple[Setting, ...]:
    """Return the questions as the template has them: the group's own ones are off, not removed."""
    return tuple(
        dataclasses.replace(one, is_on=None if one.item in ITEMS else False) for one in lined_up((), own)
    )


def is_usual(lined: Sequence[Setting]) -> bool:
    """Tell whether these are the template's questions in the template's order, and no other."""
    known = [one.item for one in lined if one.item in ITEMS]
    by_template = all(one.is_on is None if one.item in ITEMS else one.is_on is False for one in lined)
    return by_template and known == [item.id for item in CATALOGUE]


def switched(lined: Sequence[Setting], item: ItemId, is_on: bool | None) -> tuple[Setting, ...]:
    """Return the questions with this one on in every phase, off, or with None as the template says.

    Raises:
        NotUnderstood: it always stays on, or a check-in would have too many questions.
    """
    if item == ALWAYS_ON and is_on is False:
        raise NotUnderstood("questions.always_on")
    changed = tuple(dataclasses.replace(one, is_on=is_on) if one.item == item else one for one in lined)
    if is_on is not False:
        check_length(changed)
    return changed


def check_length(lined: Sequence[Setting]) -> None:
    """See that nobody is asked too much at once.

    Raises:
        NotUnderstood: the longest check-in of the group would have more than `MOST_ASKED` questions.
    """
    on = [one.item for one in lined if one.is_on is not False]
    number = sum(item not in ROTATING for item in on) + any(item in ROTATING for item in on)
    if number > MOST_ASKED:
        raise NotUnderstood("questions.too_many", {"number": number, "most": MOST_ASKED})


def moved(lined: Sequence[Setting], item: ItemId, position: int) -> tuple[Setting, ...]:
    """Return the questions with this one at another place; the note stays where it is."""
    rest = [one for one in lined if one.item not in {item, NOTE}]
    chosen = [one for one in lined if one.item == item and item != NOTE]
    place = max(0, min(position, len(rest)))
    ordered = [*rest[:place], *chosen, *rest[place:], *(one for one in lined if one.item == NOTE)]
    return tuple(dataclasses.replace(one, position=number) for number, one in enumerate(ordered))


def _one_line(text: str) -> str:
    visible = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)
    return " ".join(visible.split())
