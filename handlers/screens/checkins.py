"""Draws where a check-in stands: prompt, question, receipt, closed; it takes no answer and asks no service."""

import datetime as dt
from collections.abc import Mapping

from markupsafe import Markup

from domain.checkins import SNOOZES, CheckIn, State, before, close_after_snooze, place_of
from domain.items import DAILY, HIGHEST, LONGEST_TEXT, LOWEST, Item, ItemId, Scale, Use, Viewer
from domain.setbacks import CRAVING_HIGH
from handlers.callbacks.checkins import (
    AnswerChosen,
    AnswerLeft,
    BeginCheckIn,
    ItemReopened,
    ItemSkipped,
    LaterChosen,
    NotNow,
    PutOff,
    ShowCheckIn,
    StartCheckIn,
    WentBack,
    WhyAsked,
)
from handlers.request import Button, Screen, Style
from handlers.texts import checkins as texts
from handlers.texts.words import Label, Text, Words, paragraphs
from services.checkins import Remark, Step

Row = tuple[Button, ...]

_FIRST_ROW_TO = 5
_MINUTES_AN_HOUR = 60


def anchor(checkin: CheckIn) -> str:
    """Return the name of the one message that shows a check-in."""
    return f"checkin:{checkin.id}"


def prompt_screen(words: Words, checkin: CheckIn, text: Text = texts.DUE) -> Screen:
    """Return the call to a check-in, which says nothing that a lock screen must not show."""
    is_begun = checkin.state is State.IN_PROGRESS
    start = Button(
        words.plain(texts.GO_ON if is_begun else texts.START), BeginCheckIn(checkin.id), style=Style.PRIMARY
    )
    later = () if is_begun else (Button(words.plain(texts.LATER), LaterChosen(checkin.id)),)
    not_now = Button(words.plain(texts.NOT_NOW), NotNow(checkin.id))
    return Screen(words(text), ((start,), (*later, not_now)), anchor=anchor(checkin))


def snoozes_screen(words: Words, checkin: CheckIn, now: dt.datetime) -> Screen | None:
    """Return the times to be asked again; None when it is too late to put the check-in off."""
    possible = [snooze for snooze in SNOOZES if close_after_snooze(checkin, snooze, now) is not None]
    if not possible:
        return None
    minutes = [int(snooze.total_seconds()) // 60 for snooze in possible]
    row = tuple(Button(_in(words, number), PutOff(checkin.id, number)) for number in minutes)
    back = Button(words.plain(texts.BACK), ShowCheckIn(checkin.id))
    return Screen(words(texts.WHEN), (row, (back,)), anchor=anchor(checkin))


def put_off_screen(words: Words, checkin: CheckIn, until: dt.datetime) -> Screen:
    """Return until when the check-in is put off."""
    row = (
        Button(words.plain(texts.START_NOW), BeginCheckIn(checkin.id)),
        Button(words.plain(texts.NOT_NOW), NotNow(checkin.id)),
    )
    return Screen(words(texts.PUT_OFF, time=words.time(until)), (row,), anchor=anchor(checkin))


def over_screen(words: Words, checkin: CheckIn) -> Screen:
    """Return that the check-in is over without having been finished, and the way to a new one."""
    if checkin.state is State.SKIPPED:
        again = Button(words.plain(texts.CHECK_IN_AFTER_ALL), StartCheckIn())
        return Screen(words(texts.DECLINED), ((again,),), anchor=anchor(checkin))
    kept = answers(words, checkin)
    text = words(texts.CLOSED_KEPT, answers=kept) if kept else words(texts.CLOSED)
    again = Button(words.plain(texts.CHECK_IN_NOW), StartCheckIn())
    return Screen(text, ((again,),), anchor=anchor(checkin))


def question_screen(words: Words, step: Step, item: Item) -> Screen:
    """Return the question with its answers, its place among the others, and who will see it."""
    number, count = place_of(item)
    text = paragraphs(
        words(texts.QUESTIONS[item.id], since=_since(words, step)),
        _earlier(words, step.checkin, item),
        words(texts.MARK, number=number, count=count, seen=_seen_by(words, step, item)),
    )
    rows = (*_answer_rows(words, step.checkin, item), *_way_rows(words, step.checkin, item))
    return Screen(text, rows, anchor=anchor(step.checkin))


def why_screen(words: Words, step: Step, item: Item) -> Screen:
    """Return why the question is asked, with the question still there to be answered."""
    reason = words(texts.REASONS[item.id], threshold=CRAVING_HIGH)
    asked = question_screen(words, step, item)
    return Screen(paragraphs(reason, asked.text), asked.rows[:-1], anchor=asked.anchor)


def choice_screen(words: Words, checkin: CheckIn) -> Screen:
    """Return the answers of a finished check-in, to choose the one to change."""
    buttons = [Button(_with_value(words, checkin, item), ItemReopened(checkin.id, item.id)) for item in DAILY]
    back = Button(words.plain(texts.BACK), ShowCheckIn(checkin.id))
    return Screen(words(texts.WHICH), (*((button,) for button in buttons), (back,)), anchor=anchor(checkin))


def answers(words: Words, checkin: CheckIn) -> Markup:
    """Return the numbers that were given, in one line that begins with a capital; empty when there are none."""
    given: Mapping[ItemId, Text] = texts.VALUES
    parts = [
        words(text, value=value) for item, text in given.items() if (value := checkin.value(item)) is not None
    ]
    line = Markup(" · ").join(parts)
    return line[:1].upper() + line[1:]


def _answer_rows(words: Words, checkin: CheckIn, item: Item) -> tuple[Row, ...]:
    match item.scale:
        case Scale.NUMBER:
            numbers = [
                Button(str(value), AnswerChosen(checkin.id, item.id, value))
                for value in range(LOWEST, HIGHEST + 1)
            ]
            return tuple(numbers[: _FIRST_ROW_TO + 1]), tuple(numbers[_FIRST_ROW_TO + 1 :])
        case Scale.USE:
            uses: Mapping[Use, Label] = texts.USES
            no, yes, rather_not = (
                Button(words.plain(label), AnswerChosen(checkin.id, item.id, int(use)))
                for use, label in uses.items()
            )
            return (no, yes), (rather_not,)
        case _:
            return ()


def _way_rows(words: Words, checkin: CheckIn, item: Item) -> tuple[Row, ...]:
    is_again = checkin.reopened == item.id and item.id in checkin.answers
    ways = [Button(words.plain(texts.SKIP), ItemSkipped(checkin.id, item.id))]
    if before(item) is not None:
        ways.insert(0, Button(words.plain(texts.BACK), WentBack(checkin.id, item.id)))
    kept = (Button(words.plain(texts.LEAVE_AS_IS), AnswerLeft(checkin.id)),)
    why = (Button(words.plain(texts.WHY), WhyAsked(checkin.id, item.id)),)
    return (kept, tuple(ways), why) if is_again else (tuple(ways), why)


def _earlier(words: Words, checkin: CheckIn, item: Item) -> Markup | None:
    answer = checkin.answers.get(item.id)
    if answer is None or checkin.reopened != item.id:
        return None
    if answer.is_skipped:
        return words(texts.YOU_SKIPPED)
    return words(texts.YOU_SAID, answer=_said(words, item, answer.value, answer.text))


def _said(words: Words, item: Item, value: int | None, text: str | None) -> str:
    if item.scale is Scale.USE and value is not None:
        return words.plain(texts.USES[Use(value)])
    return _shortened(text or "") if value is None else str(value)


def _with_value(words: Words, checkin: CheckIn, item: Item) -> str:
    name = words.plain(texts.ITEM_NAMES[item.id])
    value = checkin.value(item.id)
    if value is None:
        return name
    return words.plain(texts.ITEM_WITH_VALUE, item=name, value=_said(words, item, value, None))


def _since(words: Words, step: Step) -> Markup:
    if step.since is None:
        return words(texts.SINCE_NOTHING)
    days = (step.checkin.local_date - step.since).days
    if days <= 0:
        return words(texts.SINCE_TODAY)
    return words(texts.SINCE_YESTERDAY) if days == 1 else words(texts.SINCE_DAY, day=words.day(step.since))


def _seen_by(words: Words, step: Step, item: Item) -> Markup:
    if step.is_seen_by_partner:
        return words(texts.SEEN_BY_PARTNER_TOO)
    return words(texts.SEEN_BY_FACILITATOR if Viewer.FACILITATOR in item.seen_by else texts.SEEN_BY_NOBODY)


def _in(words: Words, minutes: int) -> str:
    hours = minutes // _MINUTES_AN_HOUR
    if not hours:
        return words.plain(texts.IN_MINUTES, number=minutes)
    return words.plain(texts.IN_ONE_HOUR) if hours == 1 else words.plain(texts.IN_HOURS, number=hours)


def _shortened(text: str, limit: int = 300) -> str:
    return text if len(text) <= limit else f"{text[:limit].rstrip()}…"


def remarked(words: Words, remark: Remark | None) -> Markup | None:
    """Return what is said above the screen about what somebody just typed; None when nothing is."""
    match remark:
        case Remark.NOT_A_NUMBER:
            return words(texts.NOT_A_NUMBER)
        case Remark.NOT_ABOUT_USE:
            return words(texts.NOT_ABOUT_USE)
        case Remark.CUT:
            return words(texts.CUT, limit=LONGEST_TEXT)
        case Remark.ADDED:
            return words(texts.ADDED)
        case _:
            return None


def not_an_answer(words: Words, step: Step, *, is_forwarded: bool) -> Markup:
    """Return why what came is not taken as an answer to the question that is asked."""
    if is_forwarded:
        return words(texts.FORWARDED)
    match step.question.scale if step.question else Scale.TEXT:
        case Scale.NUMBER:
            return words(texts.NOT_A_NUMBER)
        case Scale.USE:
            return words(texts.NOT_ABOUT_USE)
        case _:
            return words(texts.ONLY_TEXT)
