"""Draws what a check-in hands back at its end; it praises no number and blames for none."""

from collections.abc import Mapping

from markupsafe import Markup

from domain.checkins import CheckIn
from domain.items import (
    CRAVING,
    MOOD,
    NOTE,
    USE,
    ItemId,
    Use,
)
from domain.progress import CRAVING_HARD, GAP, figures, is_hard, spark
from handlers.callbacks.checkins import ChangeAnswer, Safety, SafetyAnswered, ShowOverdose
from handlers.callbacks.partners import WritePartner
from handlers.request import Button, Screen
from handlers.screens.checkins import anchor, answers
from handlers.screens.menu import help_button
from handlers.texts import checkins as texts
from handlers.texts import crisis as crisis_texts
from handlers.texts import progress as progress_texts
from handlers.texts import safety
from handlers.texts.listing import facilitators
from handlers.texts.words import Text, Words, lines, paragraphs
from services.progress import Receipt

Row = tuple[Button, ...]

_DAYS_WORTH_SAYING = 2


def receipt_screen(words: Words, checkin: CheckIn, receipt: Receipt) -> Screen:
    """Return what was recorded, what became of it, the last week, and a way to go on when the moment is hard."""
    has_used = checkin.value(USE) == Use.YES
    note = checkin.answers.get(NOTE)
    text = paragraphs(
        _after_use(words, receipt) if has_used else None,
        _recorded(words, checkin, is_first=not has_used),
        words(texts.NOTE_KEPT) if note is not None and not note.is_skipped else None,
        words(texts.TELLING, names=facilitators(words, receipt.told)) if receipt.told else None,
        _skill(words, checkin),
        _week(words, receipt),
        _observed(words, receipt),
        words(safety.ARE_YOU_SAFE) if has_used else None,
    )
    change = (Button(words.plain(texts.CHANGE), ChangeAnswer(checkin.id)),)
    if has_used:
        return Screen(text, (*_safety_rows(words, checkin), change), anchor=anchor(checkin))
    if is_hard(checkin.value(MOOD), checkin.value(CRAVING)):
        return Screen(text, (*hard_rows(words, receipt.has_partner), change), anchor=anchor(checkin))
    return Screen(text, (change,), anchor=anchor(checkin))


def hard_rows(words: Words, has_partner: bool) -> tuple[Row, ...]:
    """Return the ways to another person."""
    partner = (Button(words.plain(crisis_texts.MESSAGE_PARTNER), WritePartner()),)
    return (*((partner,) if has_partner else ()), (help_button(words),))


def safety_screen(words: Words, checkin: CheckIn, safety_given: Safety, has_partner: bool) -> Screen:
    """Return the answer to whether one is safe, with what keeps a body safe after a pause."""
    text = (
        words(safety.GOOD_TO_KNOW)
        if safety_given is Safety.SAFE
        else paragraphs(words(safety.NOT_ALONE), words(safety.LESS_THAN_BEFORE))
    )
    overdose = (Button(words.plain(safety.OVERDOSE_BUTTON), ShowOverdose()),)
    change = (Button(words.plain(texts.CHANGE), ChangeAnswer(checkin.id)),)
    person = hard_rows(words, has_partner)
    if safety_given is Safety.UNSURE:
        person = person[::-1]
    return Screen(text, (*person, overdose, change))


def _after_use(words: Words, receipt: Receipt) -> Markup:
    counted = words(safety.STILL_COUNTED, number=receipt.days) if receipt.days >= _DAYS_WORTH_SAYING else None
    return Markup(" ").join(part for part in (words(safety.THANK_YOU), counted) if part)


def _recorded(words: Words, checkin: CheckIn, *, is_first: bool) -> Markup | None:
    given = answers(words, checkin)
    if is_first:
        return words(texts.DONE, answers=given) if given else words(texts.DONE_PLAIN)
    return words(texts.KEPT, answers=given) if given else None


def _skill(words: Words, checkin: CheckIn) -> Markup | None:
    mood, craving = checkin.value(MOOD), checkin.value(CRAVING)
    if not is_hard(mood, craving):
        return None
    has_craving = craving is not None and craving >= CRAVING_HARD
    return words(texts.SKILL_CRAVING if has_craving else texts.SKILL_MOOD)


def _week(words: Words, receipt: Receipt) -> Markup | None:
    names: Mapping[ItemId, Text] = texts.NAMES
    drawn = [
        words(texts.SPARK, line=spark(receipt.week.values(item)), name=words(names[item]))
        for item in (MOOD, CRAVING)
        if figures(receipt.week.values(item)) is not None
    ]
    if not drawn:
        return None
    asked = words(progress_texts.ANSWERED, answered=receipt.week.answered, asked=receipt.week.asked)
    return lines(words(texts.WEEK, gap=GAP), *drawn, asked)


def _observed(words: Words, receipt: Receipt) -> Markup | None:
    seen = receipt.observation
    if seen is None:
        return None
    return words(texts.OBSERVED[seen.item], value=seen.value, answers=seen.answers, usual=seen.usual)


def _safety_rows(words: Words, checkin: CheckIn) -> tuple[Row, ...]:
    return (
        (
            Button(words.plain(safety.YES), SafetyAnswered(checkin.id, Safety.SAFE)),
            Button(words.plain(safety.UNSURE), SafetyAnswered(checkin.id, Safety.UNSURE)),
        ),
        (help_button(words),),
    )
