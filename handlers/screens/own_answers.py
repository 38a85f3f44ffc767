"""Draws what people answered to a question of their group's own, for its facilitators; it judges no answer."""

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from domain.items import Item
from domain.questions import ANSWER_DAYS, OwnAnswer
from handlers.callbacks.questions import HearOwnAnswer, OpenQuestion
from handlers.request import Button, Screen
from handlers.screens.answers import chosen
from handlers.screens.group_questions import anchor
from handlers.screens.voices import play_button
from handlers.texts import questions as texts
from handlers.texts.quoting import one_line
from handlers.texts.words import Words, lines, paragraphs
from services.questions import Asked

_SHOWN: Final = 30
"""Answers that fit into one message with words of any length."""
_NAME: Final = 24
_QUOTED: Final = 80


def answers_screen(words: Words, asked: Asked, item: Item, answers: Sequence[OwnAnswer]) -> Screen:
    """Return the answers of the last days, latest first, each with whose it is."""
    head = words(texts.LATELY if answers else texts.NONE_LATELY, wording=item.wording, days=ANSWER_DAYS)
    more = len(answers) - _SHOWN
    told = lines(
        *(_line(words, item, one) for one in answers[:_SHOWN]),
        words(texts.MORE_ANSWERS, number=more) if more > 0 else None,
    )
    back = Button(words.plain(texts.BACK), OpenQuestion(asked.group.group_id, item.id))
    listen = [
        (play_button(words, one.voice, HearOwnAnswer(one.checkin_id, item.id), _name(words, one)),)
        for one in answers[:_SHOWN]
        if one.voice is not None
    ]
    return Screen(paragraphs(head, told), (*listen, (back,)), anchor=anchor(asked), is_protected=True)


def _line(words: Words, item: Item, one: OwnAnswer) -> Markup:
    return words(
        texts.ANSWERED,
        name=_name(words, one),
        day=words.day(one.local_date),
        answer=_said(words, item, one),
    )


def _name(words: Words, one: OwnAnswer) -> str:
    return one_line(one.name, _NAME) if one.name else words(texts.SOMEBODY)


def _said(words: Words, item: Item, one: OwnAnswer) -> str:
    if one.value is not None:
        return chosen(words, item, one.value)
    return words(texts.SPOKEN) if one.text is None else f"“{one_line(one.text, _QUOTED)}”"
