"""Draws the questions about a setback; kind words and safety come first, and each question can be skipped in one tap."""

import dataclasses
import datetime as dt

from markupsafe import Markup

from domain.slips import CHIPS, Slip, SlipState, SlipStep
from handlers.callbacks.checkins import Safety, ShowOverdose
from handlers.callbacks.slips import (
    EmptySlip,
    LaterSlip,
    OpenSlip,
    SlipBack,
    SlipChip,
    SlipNext,
    SlipSafety,
    SlipsPage,
    SlipUsedOn,
)
from handlers.request import Button, Screen, Style
from handlers.screens.menu import help_button
from handlers.screens.nudges import partner_rows
from handlers.screens.receipts import safety_text
from handlers.texts import safety
from handlers.texts import slips as texts
from handlers.texts.quoting import shown
from handlers.texts.words import Words, paragraphs
from services.slip_telling import Standing

Row = tuple[Button, ...]

_SHOWN = 2_500
"""Characters of an answer beside its question."""
_DAYS_WORTH_SAYING = 2
_A_DAY = dt.timedelta(days=1)
_WIDE = 18
"""Characters from which on a label wants a row of its own on a phone."""


def anchor(slip: Slip) -> str:
    """Return the name of the one message in the chat that shows a slip."""
    return f"slip:{slip.slip_id}"


def safety_first_screen(words: Words, slip: Slip, standing: Standing) -> Screen:
    """Return the kind words, and the question that comes before every other."""
    rows: list[Row] = [
        (
            Button(words.plain(safety.YES), SlipSafety(slip.slip_id, Safety.SAFE)),
            Button(words.plain(safety.UNSURE), SlipSafety(slip.slip_id, Safety.UNSURE)),
        ),
        (help_button(words),),
        (Button(words.plain(texts.SKIP), SlipNext(slip.slip_id, SlipStep.SAFETY)),),
    ]
    if standing.has_earlier:
        rows.append((Button(words.plain(texts.EARLIER), SlipsPage(0)),))
    text = paragraphs(_thanks(words, standing), words(texts.FORK), words(safety.ARE_YOU_SAFE))
    return Screen(text, tuple(rows), anchor=anchor(slip))


def unsure_screen(words: Words, slip: Slip, standing: Standing) -> Screen:
    """Return what keeps a body safe, and the ways to a person: nothing further is asked by itself."""
    person: tuple[Row, ...] = ((help_button(words),), *(partner_rows(words) if standing.has_partner else ()))
    go_on: Row = (Button(words.plain(texts.GO_ON), OpenSlip(slip.slip_id)),)
    return Screen(safety_text(words, Safety.UNSURE), (*person, _overdose_row(words), go_on))


def with_safety(words: Words, screen: Screen) -> Screen:
    """Return a question with what keeps the body of somebody safe above it, and the ways to more of that below."""
    return dataclasses.replace(
        screen,
        text=paragraphs(safety_text(words, Safety.SAFE), screen.text),
        rows=(*screen.rows, _overdose_row(words), (help_button(words),)),
    )


def question_screen(
    words: Words,
    slip: Slip,
    step: SlipStep,
    today: dt.date,
    remark: Markup | None = None,
    *,
    is_back: bool = False,
) -> Screen:
    """Return one question, with what was said so far; `is_back`: the person had left it half-way."""
    is_first = step is SlipStep.WHEN and slip.state is SlipState.DRAFT
    began = words.day(words.local(slip.begun_at).date())
    text = paragraphs(
        words(texts.WE_STOPPED_HERE, day=began) if is_back and not is_first else None,
        remark,
        words(texts.LOOK_AT_IT) if is_first and remark is None else None,
        words(texts.QUESTIONS[step]),
        _so_far(words, slip, step),
    )
    choices = _days(words, slip, today) if step is SlipStep.WHEN else _chips(words, slip, step)
    return Screen(text, (*choices, *_ways_on(words, slip, step)), anchor=anchor(slip), is_protected=True)


def which_day_screen(words: Words, slip: Slip, dates: tuple[dt.date, ...]) -> Screen:
    """Return the days that something typed can mean."""
    rows = tuple((_day(words, slip, words.day(date), date),) for date in dates)
    ways_on = _ways_on(words, slip, SlipStep.WHEN)
    return Screen(words(texts.WHICH_DAY), (*rows, *ways_on), anchor=anchor(slip), is_protected=True)


def _overdose_row(words: Words) -> Row:
    return (Button(words.plain(safety.OVERDOSE_BUTTON), ShowOverdose()),)


def _thanks(words: Words, standing: Standing) -> Markup:
    counted = (
        words(safety.STILL_COUNTED, number=standing.days) if standing.days >= _DAYS_WORTH_SAYING else None
    )
    return Markup(" ").join(part for part in (words(safety.THANK_YOU), counted) if part)


def _so_far(words: Words, slip: Slip, step: SlipStep) -> Markup | None:
    if step is SlipStep.WHEN:
        return None if slip.used_on is None else words(texts.ON_DAY, day=words.day(slip.used_on))
    said = slip.account(step).text
    return words(texts.SO_FAR, said=shown(said, _SHOWN)) if said else None


def _days(words: Words, slip: Slip, today: dt.date) -> tuple[Row, ...]:
    return (
        (
            _day(words, slip, words.plain(texts.TODAY), today),
            _day(words, slip, words.plain(texts.YESTERDAY), today - _A_DAY),
        ),
    )


def _day(words: Words, slip: Slip, label: str, date: dt.date) -> Button:
    press = SlipUsedOn(slip.slip_id, date.toordinal())
    return Button(words.plain(texts.CHOSEN, name=label) if slip.used_on == date else label, press)


def _chips(words: Words, slip: Slip, step: SlipStep) -> tuple[Row, ...]:
    chosen = slip.account(step).chips
    rows: list[Row] = []
    for chip in CHIPS[step]:
        name = words.plain(texts.CHIPS[chip])
        label = words.plain(texts.CHOSEN, name=name) if chip in chosen else name
        button = Button(label, SlipChip(slip.slip_id, step, chip))
        is_short = len(name) < _WIDE and rows and len(rows[-1]) == 1 and len(rows[-1][0].label) < _WIDE
        if is_short:
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return tuple(rows)


def _ways_on(words: Words, slip: Slip, step: SlipStep) -> tuple[Row, ...]:
    is_answered = slip.used_on is not None if step is SlipStep.WHEN else not slip.account(step).is_empty
    on = Button(
        words.plain(texts.NEXT if is_answered else texts.SKIP),
        SlipNext(slip.slip_id, step),
        style=Style.PRIMARY if is_answered else Style.PLAIN,
    )
    is_draft = slip.state is SlipState.DRAFT
    back = Button(words.plain(texts.BACK), SlipBack(slip.slip_id, step))
    first: Row = (back, on) if is_draft and step is not SlipStep.WHEN else (on,)
    clears = is_answered and (bool(slip.account(step).text) or not is_draft)
    empty: tuple[Row, ...] = (
        ((Button(words.plain(texts.EMPTY), EmptySlip(slip.slip_id, step)),),) if clears else ()
    )
    later: tuple[Row, ...] = (
        ((Button(words.plain(texts.LATER), LaterSlip(slip.slip_id)),),) if is_draft else ()
    )
    return (first, *empty, *later)
