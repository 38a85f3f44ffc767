"""Draws what a check-in hands back at its end; it praises no number and blames for none."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from domain.checkins import CheckIn
from domain.forms import Form
from domain.items import CRAVING, MOOD, NOTE, TENSION, USE, ItemId, Use
from domain.progress import GAP, figures, spark
from domain.skills import Need, need_of, skill_for
from handlers.callbacks.checkins import ChangeAnswer, Safety, SafetyAnswered, ShowOverdose
from handlers.callbacks.slips import BeginSlip
from handlers.request import Button, Screen
from handlers.screens.answers import recorded
from handlers.screens.checkins import anchor, other_row
from handlers.screens.measures import offer_button
from handlers.screens.menu import help_button
from handlers.screens.nudges import partner_rows
from handlers.screens.plans import plan_button
from handlers.screens.voices import own_voice_rows
from handlers.texts import checkins as checkin_texts
from handlers.texts import receipts as texts
from handlers.texts import safety, skills
from handlers.texts import slips as slip_texts
from handlers.texts.listing import facilitators
from handlers.texts.words import Text, Words, lines, paragraphs
from services.measures import Waiting
from services.progress import Receipt

Row = tuple[Button, ...]

_DAYS_WORTH_SAYING: Final = 2
_RUN_WORTH_SAYING: Final = 2
_DAYS_WORTH_DRAWING: Final = 2


def receipt_screen(
    words: Words,
    checkin: CheckIn,
    receipt: Receipt,
    waiting: Waiting | None = None,
    other: CheckIn | None = None,
) -> Screen:
    """Return what was recorded, what became of it, the last week, and a way to go on when the moment is hard.

    `waiting` is a questionnaire that can be taken now, `other` another check-in that is open.
    """
    has_used = checkin.value(USE) == Use.YES
    text = paragraphs(
        _after_use(words, receipt) if has_used else None,
        _recorded(words, checkin, is_first=not has_used),
        words(texts.TELLING, names=facilitators(words, receipt.told)) if receipt.told else None,
        _skill(words, checkin),
        _week(words, checkin, receipt),
        _observed(words, checkin, receipt),
        words(safety.ARE_YOU_SAFE) if has_used else None,
    )
    offer = () if waiting is None or has_used else ((offer_button(words, waiting),),)
    change = (Button(words.plain(checkin_texts.CHANGE), ChangeAnswer(checkin.id)),)
    if has_used:
        hard = _safety_rows(words, checkin)
    else:
        hard = () if _need(checkin) is None else hard_rows(words, receipt.has_partner)
    listen = own_voice_rows(words, checkin, checkin.questions)
    return Screen(text, (*hard, *listen, *offer, *other_row(words, other), change), anchor=anchor(checkin))


def hard_rows(words: Words, has_partner: bool) -> tuple[Row, ...]:
    """Return the ways to another person, and to the plan for such a moment."""
    return (*(partner_rows(words) if has_partner else ()), (help_button(words), plan_button(words)))


def safety_screen(words: Words, checkin: CheckIn, safety_given: Safety, has_partner: bool) -> Screen:
    """Return the answer to whether one is safe, with what keeps a body safe after a pause."""
    overdose = (Button(words.plain(safety.OVERDOSE_BUTTON), ShowOverdose()),)
    change = (Button(words.plain(checkin_texts.CHANGE), ChangeAnswer(checkin.id)),)
    person = hard_rows(words, has_partner)
    if safety_given is Safety.UNSURE:
        person = person[::-1]
    look = (Button(words.plain(slip_texts.OFFER), BeginSlip(checkin.id, 1)),)
    return Screen(safety_text(words, safety_given), (*person, overdose, look, change))


def safety_text(words: Words, given: Safety) -> Markup:
    """Return what is said to whoever is safe, or is not sure."""
    if given is Safety.SAFE:
        return words(safety.GOOD_TO_KNOW)
    return paragraphs(words(safety.NOT_ALONE), words(safety.LESS_THAN_BEFORE))


def _after_use(words: Words, receipt: Receipt) -> Markup:
    counted = words(safety.STILL_COUNTED, number=receipt.days) if receipt.days >= _DAYS_WORTH_SAYING else None
    return Markup(" ").join(part for part in (words(safety.THANK_YOU), counted) if part)


def _recorded(words: Words, checkin: CheckIn, *, is_first: bool) -> Markup | None:
    given = recorded(words, checkin)
    said: Markup | None
    if is_first:
        said = words(texts.DONE, answers=given) if given else words(texts.DONE_PLAIN)
    else:
        said = words(texts.KEPT, answers=given) if given else None
    is_short = checkin.form is Form.SHORT and bool(given)
    return lines(
        words(texts.FOR_DAY, day=words.weekday(checkin.local_date)) if checkin.is_late else None,
        said,
        words(texts.SHORT_KEPT) if is_short else None,
        _note(words, checkin),
    )


def _note(words: Words, checkin: CheckIn) -> Markup | None:
    note = checkin.answers.get(NOTE)
    if note is None or note.is_skipped:
        return None
    return words(texts.VOICE_KEPT if note.has_voice else texts.NOTE_KEPT)


def _need(checkin: CheckIn) -> Need | None:
    return need_of(checkin.value(MOOD), checkin.value(CRAVING), checkin.value(TENSION))


def _skill(words: Words, checkin: CheckIn) -> Markup | None:
    need = _need(checkin)
    return None if need is None else words(skills.CARDS[skill_for(need, checkin.local_date)])


def _week(words: Words, checkin: CheckIn, receipt: Receipt) -> Markup | None:
    week = receipt.week
    if checkin.form.is_of_return:
        # Whoever comes back is not shown what they missed.
        return None
    if week.asked < _DAYS_WORTH_DRAWING:
        return None
    if checkin.form is Form.SHORT:
        line = spark(week.values(MOOD))
        return words(texts.WEEK_SHORT, line=line, answered=week.answered, asked=week.asked)
    names: Mapping[ItemId, Text] = texts.SPARK_NAMES
    drawn = [
        words(texts.SPARK, line=spark(week.values(item)), name=words(name))
        for item, name in names.items()
        if figures(week.values(item)) is not None
    ]
    if not drawn:
        return None
    until = words.weekday(checkin.local_date)
    return lines(
        words(texts.WEEK_UNTIL, gap=GAP, day=until) if checkin.is_late else words(texts.WEEK, gap=GAP),
        *drawn,
        _counted(words, receipt),
    )


def _counted(words: Words, receipt: Receipt) -> Markup:
    answered, asked, run = receipt.week.answered, receipt.week.asked, receipt.run
    # Where every day asked was answered, and there were few, the run is the same number again.
    says_more = run >= _RUN_WORTH_SAYING and (answered < asked or run > asked)
    return words(texts.RUN if says_more else texts.ANSWERED, answered=answered, asked=asked, run=run)


def _observed(words: Words, checkin: CheckIn, receipt: Receipt) -> Markup | None:
    seen = receipt.observation
    if seen is None or checkin.is_late:
        return None
    return words(texts.OBSERVED[seen.item], value=seen.value, answers=seen.answers, usual=seen.usual)


def _safety_rows(words: Words, checkin: CheckIn) -> tuple[Row, ...]:
    return (
        (
            Button(words.plain(safety.YES), SafetyAnswered(checkin.id, Safety.SAFE)),
            Button(words.plain(safety.UNSURE), SafetyAnswered(checkin.id, Safety.UNSURE)),
        ),
        (help_button(words),),
        (Button(words.plain(slip_texts.OFFER), BeginSlip(checkin.id, 0)),),
    )
