"""Says above a check-in's screen what became of something typed; it decides nothing."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from domain.items import LONGEST_TEXT, Scale
from handlers.texts import checkins as texts
from handlers.texts.words import Text, Words
from services.steps import Remark, Step

_SAID: Final[Mapping[Remark, Text]] = {
    Remark.NOT_A_NUMBER: texts.NOT_A_NUMBER,
    Remark.NOT_ABOUT_USE: texts.NOT_ABOUT_USE,
    Remark.NOT_YES_OR_NO: texts.NOT_YES_OR_NO,
    Remark.NOT_A_CHOICE: texts.NOT_A_CHOICE,
    Remark.ONLY_WORDS: texts.ONLY_WORDS,
    Remark.CUT: texts.CUT,
    Remark.ADDED: texts.ADDED,
    Remark.CORRECTED: texts.CORRECTED,
    Remark.CLOSED: texts.CLOSED_EDIT,
}
_NOT_READ: Final[Mapping[Scale, Text]] = {
    Scale.NUMBER: texts.NOT_A_NUMBER,
    Scale.USE: texts.NOT_ABOUT_USE,
    Scale.YES_NO: texts.NOT_YES_OR_NO,
    Scale.CHOICE: texts.NOT_A_CHOICE,
    Scale.TEXT: texts.ONLY_WORDS,
}


def remarked(words: Words, remark: Remark | None) -> Markup | None:
    """Return what is said about what somebody just typed; None when nothing is."""
    text = None if remark is None else _SAID.get(remark)
    return None if text is None else words(text, limit=LONGEST_TEXT)


def not_an_answer(words: Words, step: Step, *, is_forwarded: bool) -> Markup:
    """Return why what came is not taken as an answer to the question that is asked."""
    if is_forwarded:
        return words(texts.FORWARDED)
    return words(_NOT_READ[step.question.scale if step.question else Scale.TEXT])
