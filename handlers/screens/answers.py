"""Says answers back: on buttons, in the receipt's one line, above a question taken up again. It judges none of them."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from domain.checkins import Answer, CheckIn
from domain.items import Item, ItemId, Scale, Use
from handlers.texts import items as texts
from handlers.texts.quoting import one_line, shown
from handlers.texts.words import Label, Text, Words

LABEL: Final = 30
"""Characters of a group's own words on a button that has a row of its own."""
_NAMED: Final = 24
_VALUE: Final = 19
"""Characters of an answer beside its question on one button."""
_QUOTED: Final = 300


def name_of(words: Words, item: Item, limit: int = LABEL) -> str:
    """Return what a question is called on a button, plain; a group's own one is called by its words, cut."""
    names: Mapping[ItemId, Label] = texts.ITEM_NAMES
    return one_line(item.wording, limit) if item.is_own else words.plain(names[item.id])


def said(words: Words, item: Item, answer: Answer) -> str:
    """Return an answer as the person gave it, plain; one that was skipped is said to be none."""
    if answer.value is not None:
        return chosen(words, item, answer.value)
    if answer.has_voice and not answer.text:
        return words.plain(texts.VOICE)
    return shown(answer.text, _QUOTED) if answer.text else words.plain(texts.NO_ANSWER)


def chosen(words: Words, item: Item, value: int) -> str:
    """Return what a value of this question's scale is called, plain."""
    match item.scale:
        case Scale.USE:
            return words.plain(texts.USES[Use(value)])
        case Scale.YES_NO:
            return words.plain(texts.YES if value else texts.NO)
        case Scale.CHOICE:
            return one_line(item.choices[value], LABEL)
        case _:
            return str(value)


def with_value(words: Words, item: Item, answer: Answer | None) -> str:
    """Return a question with its answer for the list of answers; words stay out of it."""
    if answer is None:
        return words.plain(
            texts.ITEM_WITH_VALUE, item=name_of(words, item), value=words.plain(texts.NO_ANSWER)
        )
    if answer.text or answer.has_voice:
        return name_of(words, item)
    value = one_line(said(words, item, answer), _VALUE)
    return words.plain(texts.ITEM_WITH_VALUE, item=name_of(words, item, LABEL - len(value)), value=value)


def recorded(words: Words, checkin: CheckIn) -> Markup:
    """Return what was answered in one line that begins with a capital; empty when nothing was. Words are left out."""
    given = [(item, checkin.answers[item.id]) for item in checkin.questions if item.id in checkin.answers]
    parts = [_part(words, item, answer.value) for item, answer in given if answer.value is not None]
    line = Markup(" · ").join(parts)
    return line[:1].upper() + line[1:]


def _part(words: Words, item: Item, value: int) -> Markup:
    if item.is_own:
        wording = one_line(item.wording, _NAMED)
        return words(texts.OWN_VALUE, wording=wording, value=chosen(words, item, value))
    numbers: Mapping[ItemId, Text] = texts.VALUES
    if item.id in numbers:
        return words(numbers[item.id], value=value)
    others: Mapping[tuple[ItemId, int], Text] = texts.CHOSEN
    return words(others[item.id, value])
