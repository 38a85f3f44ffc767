"""Draws a question as people will see it, and the steps of writing one; its answers do nothing here."""

import datetime as dt

from markupsafe import Markup

from domain.checkins import CheckIn, Rung, State
from domain.ids import CheckInId, GroupId, MembershipId, PersonId, QuestionId
from domain.items import NOTE, Item, Scale
from domain.phases import Phase, Track
from domain.questions import FEWEST_CHOICES, LONGEST_CHOICE, LONGEST_WORDING, MOST_CHOICES, Draft
from handlers.callbacks.questions import (
    DropQuestion,
    KeepQuestion,
    OpenQuestion,
    PreviewPressed,
    Rechoose,
    Reword,
    ScaleChosen,
)
from handlers.request import Button, Screen, Style
from handlers.screens.group_questions import anchor, to_list
from handlers.screens.questions import question_screen
from handlers.texts import questions as texts
from handlers.texts.words import Words, paragraphs
from services.questions import Asked
from services.steps import Step

Row = tuple[Button, ...]


def scales_screen(words: Words, asked: Asked) -> Screen:
    """Return the ways in which a question can be answered."""
    group = asked.group.group_id
    scales = [Button(words.plain(label), ScaleChosen(group, scale)) for scale, label in texts.SCALES.items()]
    rows = (tuple(scales[:2]), tuple(scales[2:]), (to_list(words, asked),))
    return Screen(words(texts.HOW_ANSWERED), rows, anchor=anchor(asked))


def writing_screen(words: Words, draft: Draft, problem: Markup | None = None) -> Screen:
    """Return the request for a question's words; `problem` says what was wrong with those that came."""
    text = words(texts.WRITE_WORDS, limit=LONGEST_WORDING)
    return _asking(words, draft, paragraphs(problem, text))


def choosing_screen(words: Words, draft: Draft, problem: Markup | None = None) -> Screen:
    """Return the request for a question's choices; `problem` says what was wrong with those that came."""
    text = words(
        texts.WRITE_CHOICES,
        wording=draft.item.wording,
        fewest=FEWEST_CHOICES,
        most=MOST_CHOICES,
        limit=LONGEST_CHOICE,
    )
    return _asking(words, draft, paragraphs(problem, text))


def draft_screen(words: Words, asked: Asked, draft: Draft, problem: Markup | None = None) -> Screen:
    """Return a draft as people would see it, to keep, change or drop; `problem` says why it is not kept."""
    text, rows = _seen(words, asked, draft.item)
    change = [Button(words.plain(texts.REWORD), Reword(draft.question_id))]
    if draft.item.scale is Scale.CHOICE:
        change.append(Button(words.plain(texts.RECHOOSE), Rechoose(draft.question_id)))
    keep = Button(words.plain(texts.KEEP), KeepQuestion(draft.question_id), style=Style.PRIMARY)
    return Screen(
        paragraphs(problem, text),
        (*rows, (keep, _drop(words, draft.question_id)), tuple(change)),
        anchor=_anchor(draft.group_id),
    )


def preview_screen(words: Words, asked: Asked, item: Item) -> Screen:
    """Return a question of the group as people see it."""
    text, rows = _seen(words, asked, item)
    back = Button(words.plain(texts.LEAVE_PREVIEW), OpenQuestion(asked.group.group_id, item.id))
    return Screen(text, (*rows, (back,)), anchor=anchor(asked))


def _seen(words: Words, asked: Asked, item: Item) -> tuple[Markup, tuple[Row, ...]]:
    """Return the very screen that a check-in shows, with buttons that do nothing."""
    shown = question_screen(words, _example(asked, item), item)
    inert = tuple(
        tuple(Button(button.label, PreviewPressed(), style=button.style) for button in row)
        for row in shown.rows
    )
    return paragraphs(words(texts.AS_SEEN), shown.text), inert


def _example(asked: Asked, item: Item) -> Step:
    """Return a check-in of today that stands at this question: it is nobody's and stored nowhere."""
    sequence = asked.sequence(Phase.STABILISATION, Track.SUBSTANCE_USE)
    if item not in sequence:
        without_note = tuple(one for one in sequence if one.id != NOTE)
        sequence = (*without_note, item, *(one for one in sequence if one.id == NOTE))
    noon = dt.datetime.combine(asked.today, dt.time(12), dt.UTC)
    checkin = CheckIn(
        id=CheckInId(0),
        membership_id=MembershipId(0),
        person_id=PersonId(0),
        group_id=asked.group.group_id,
        local_date=asked.today,
        slot=0,
        state=State.IN_PROGRESS,
        due_at=noon,
        asked_at=noon,
        closes_at=noon,
        rung=Rung.CLOSE,
        snoozed_until=None,
        reopened=None,
        answers={},
        items=tuple(one.id for one in sequence),
        questions=sequence,
    )
    return Step(checkin, since=asked.today - dt.timedelta(days=1))


def _asking(words: Words, draft: Draft, text: Markup) -> Screen:
    return Screen(text, ((_drop(words, draft.question_id),),), anchor=_anchor(draft.group_id))


def _drop(words: Words, question_id: QuestionId) -> Button:
    return Button(words.plain(texts.DROP), DropQuestion(question_id))


def _anchor(group_id: GroupId) -> str:
    return f"questions:{group_id}"
