"""Draws a question of a check-in with its answers, its place and who sees it; it takes no answer and asks no service."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from domain.checkins import CheckIn, State, before, place_of
from domain.forms import Form
from domain.items import CRAVING, HIGHEST, LOWEST, USE, Item, ItemId, Scale, Use, Viewer
from domain.lengths import worsens
from domain.setbacks import Rule, Thresholds
from handlers.callbacks.checkins import (
    AnswerChosen,
    AnswerLeft,
    AskAll,
    ItemReopened,
    ItemSkipped,
    ShowCheckIn,
    StopCheckIn,
    WentBack,
    WhyAsked,
)
from handlers.request import Button, Screen, Style
from handlers.screens.answers import LABEL, said, with_value
from handlers.screens.checkins import anchor
from handlers.screens.voices import own_voice_rows
from handlers.texts import checkins as texts
from handlers.texts import items as item_texts
from handlers.texts.quoting import one_line, shown
from handlers.texts.words import Label, Text, Words, lines, paragraphs
from services.steps import Step

Row = tuple[Button, ...]

_FIRST_ROW_TO: Final = 5
_ONE_ROW: Final = 21
"""Characters that all choices of a question may have together to stand side by side."""
_WORDING: Final = 500


def question_screen(words: Words, step: Step, item: Item) -> Screen:
    """Return the question with its answers, its place among the others, and who will see it."""
    text = paragraphs(
        _for_day(words, step),
        _asked(words, step, item),
        _says_more(words, step),
        _earlier(words, step.checkin, item),
        _mark(words, step, item),
    )
    checkin = step.checkin
    again = (item,) if checkin.reopened == item.id else ()
    rows = (
        *own_voice_rows(words, checkin, again),
        *_answer_rows(words, checkin, item),
        *_way_rows(words, checkin, item),
    )
    return Screen(text, rows, anchor=anchor(step.checkin))


def why_screen(words: Words, step: Step, item: Item, thresholds: Thresholds) -> Screen:
    """Return why the question is asked, with the question still there to be answered."""
    reasons: Mapping[ItemId, Text] = item_texts.REASONS
    told_from = thresholds.of(Rule.CRAVING)
    reason = words(item_texts.OWN_REASON if item.is_own else reasons[item.id], threshold=told_from)
    asked = question_screen(words, step, item)
    return Screen(paragraphs(reason, asked.text), asked.rows[:-1], anchor=asked.anchor)


def choice_screen(words: Words, step: Step) -> Screen:
    """Return the answers of a check-in, each on a row, to choose the one to change."""
    checkin = step.checkin
    rows: list[Row] = [
        (Button(with_value(words, item, checkin.answers.get(item.id)), ItemReopened(checkin.id, item.id)),)
        for item in checkin.questions
    ]
    rows += own_voice_rows(words, checkin, checkin.questions)
    if checkin.form is not Form.FULL:
        rows.append((_all_button(words, checkin),))
    rows.append((Button(words.plain(texts.BACK), ShowCheckIn(checkin.id)),))
    text = paragraphs(_for_day(words, step), words(texts.WHICH))
    return Screen(text, tuple(rows), anchor=anchor(checkin))


def _all_button(words: Words, checkin: CheckIn) -> Button:
    label = texts.SOMETHING_DIFFERENT if checkin.form is Form.SHORT else texts.ALL_QUESTIONS
    return Button(words.plain(label), AskAll(checkin.id))


def _for_day(words: Words, step: Step) -> Markup | None:
    if not step.is_late:
        return None
    return words(texts.FOR_YESTERDAY, day=words.weekday(step.checkin.local_date))


def _asked(words: Words, step: Step, item: Item) -> Markup:
    if item.is_own:
        return _own(words, item)
    if step.checkin.form is Form.WELCOME and not step.is_late:
        return words(texts.WELCOME_QUESTION)
    asked: Mapping[ItemId, Text] = item_texts.LATE_QUESTIONS if step.is_late else item_texts.QUESTIONS
    return words(asked[item.id], since=_since(words, step), day=words.weekday(step.checkin.local_date))


def _own(words: Words, item: Item) -> Markup:
    hints = {Scale.NUMBER: item_texts.OWN_NUMBERS, Scale.TEXT: item_texts.OWN_WORDS}
    hint = hints.get(item.scale)
    cut = any(len(choice) > LABEL for choice in item.choices)
    choices = [
        words(item_texts.OWN_CHOICE, number=number, choice=shown(choice, _WORDING))
        for number, choice in enumerate(item.choices, start=1)
        if cut
    ]
    wording = words(item_texts.OWN_QUESTION, wording=shown(item.wording, _WORDING))
    return lines(wording, None if hint is None else words(hint), *choices)


def _says_more(words: Words, step: Step) -> Markup | None:
    """Return from which number on a tap also says that there is nothing else, where one question stands for all."""
    checkin = step.checkin
    if checkin.form is not Form.SHORT or checkin.reopened is not None:
        return None
    numbers = range(LOWEST, HIGHEST + 1)
    least = next((value for value in numbers if not worsens(value, step.usual_mood)), HIGHEST)
    concerns_use = USE in checkin.items or CRAVING in checkin.items
    return words(texts.SHORT_USE if concerns_use else texts.SHORT, least=least)


def _mark(words: Words, step: Step, item: Item) -> Markup:
    seen = _seen_by(words, step, item)
    number, count = place_of(step.checkin, item)
    if count == 1:
        return words(texts.MARK_ONE, seen=seen)
    return words(texts.MARK, number=number, count=count, seen=seen)


def _answer_rows(words: Words, checkin: CheckIn, item: Item) -> tuple[Row, ...]:
    match item.scale:
        case Scale.NUMBER:
            given = [(str(value), value) for value in range(LOWEST, HIGHEST + 1)]
            return (
                _row(checkin, item, given[: _FIRST_ROW_TO + 1]),
                _row(checkin, item, given[_FIRST_ROW_TO + 1 :]),
            )
        case Scale.USE:
            uses: Mapping[Use, Label] = item_texts.USES
            given = [(words.plain(label), int(use)) for use, label in uses.items()]
            return _row(checkin, item, given[:2]), _row(checkin, item, given[2:])
        case Scale.YES_NO:
            given = [(words.plain(item_texts.NO), 0), (words.plain(item_texts.YES), 1)]
            return (_row(checkin, item, given),)
        case Scale.CHOICE:
            given = [(one_line(choice, LABEL), number) for number, choice in enumerate(item.choices)]
            if sum(len(label) for label, _ in given) <= _ONE_ROW:
                return (_row(checkin, item, given),)
            return tuple(_row(checkin, item, [one]) for one in given)
        case Scale.TEXT:
            return ()


def _row(checkin: CheckIn, item: Item, given: list[tuple[str, int]]) -> Row:
    return tuple(Button(label, AnswerChosen(checkin.id, item.id, value)) for label, value in given)


def _way_rows(words: Words, checkin: CheckIn, item: Item) -> tuple[Row, ...]:
    """Return the ways on. Why stands alone: beside another button its label is cut on a phone."""
    ways: list[Button] = []
    if before(checkin, item) is not None:
        ways.append(Button(words.plain(texts.BACK), WentBack(checkin.id, item.id)))
    rows: list[Row] = []
    label = _skip_label(checkin, item)
    skip = Button(words.plain(label), ItemSkipped(checkin.id, item.id))
    if checkin.reopened == item.id and item.id in checkin.answers:
        rows.append((Button(words.plain(texts.LEAVE_AS_IS), AnswerLeft(checkin.id), style=Style.PRIMARY),))
    elif checkin.form is not Form.FULL:
        rows.append((_all_button(words, checkin),))
    if label is texts.SKIP:
        ways.append(skip)
    else:
        rows.append((skip,))
    if checkin.state is not State.COMPLETED:
        ways.append(Button(words.plain(texts.STOP), StopCheckIn(checkin.id)))
    why = Button(words.plain(texts.WHY), WhyAsked(checkin.id, item.id))
    return (*rows, *((tuple(ways),) if ways else ()), (why,))


def _skip_label(checkin: CheckIn, item: Item) -> Label:
    """Return what leaving a question out is called: skipping, having nothing more to say, or taking back what was said."""
    answer = checkin.answers.get(item.id)
    if answer is not None and not answer.is_skipped:
        return texts.REMOVE
    is_last = item == checkin.questions[-1] and item.scale is Scale.TEXT
    return texts.NOTHING_TO_ADD if is_last else texts.SKIP


def _earlier(words: Words, checkin: CheckIn, item: Item) -> Markup | None:
    answer = checkin.answers.get(item.id)
    if answer is None or checkin.reopened != item.id:
        return None
    if answer.is_skipped:
        return words(texts.YOU_SKIPPED)
    return words(texts.YOU_SAID, answer=said(words, item, answer))


def _since(words: Words, step: Step) -> Markup:
    if step.since is None:
        return words(item_texts.SINCE_NOTHING)
    days = (step.checkin.local_date - step.since).days
    if days <= 0:
        return words(item_texts.SINCE_TODAY)
    return (
        words(item_texts.SINCE_YESTERDAY)
        if days == 1
        else words(item_texts.SINCE_DAY, day=words.day(step.since))
    )


def _seen_by(words: Words, step: Step, item: Item) -> Markup:
    if step.is_seen_by_partner:
        return words(texts.SEEN_BY_PARTNER_TOO)
    return words(texts.SEEN_BY_FACILITATOR if Viewer.FACILITATOR in item.seen_by else texts.SEEN_BY_NOBODY)
