"""Draws a pause: how long, what for, who is told, and that it goes; it changes nothing."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from handlers.callbacks.pauses import (
    ChooseLonger,
    ChoosePause,
    PartnerNotTold,
    PartnerTold,
    PauseEnded,
    PauseSet,
    ReasonGiven,
    ReasonSkipped,
)
from handlers.request import Button, Screen, Style
from handlers.texts import pauses as texts
from handlers.texts.listing import listed
from handlers.texts.words import Words, paragraphs

_ANCHOR = "pause"
_REASONS_A_ROW = 2


def lengths_screen(
    words: Words, first: dt.date, resumes_on: dt.date | None, *, problem: Markup | None = None
) -> Screen:
    """Return the lengths to choose from, counted from `first`; `resumes_on` ends the pause that is running."""
    question = words(texts.HOW_LONG)
    if resumes_on is not None:
        question = words(texts.HOW_MUCH_LONGER, day=words.day(resumes_on))
    rows = []
    for days, label in texts.LENGTHS.items():
        until = first + dt.timedelta(days=days)
        said = words.plain(texts.UNTIL, length=words.plain(label), day=words.day(until))
        rows.append((Button(said, PauseSet(until.toordinal())),))
    if resumes_on is not None:
        rows.append((Button(words.plain(texts.BACK), ChoosePause()),))
    return Screen(paragraphs(problem, question), tuple(rows), anchor=_ANCHOR)


def dates_screen(words: Words, dates: Sequence[dt.date]) -> Screen:
    """Return the dates that were perhaps meant."""
    rows = [
        (Button(words.plain(texts.UNTIL_DAY, day=words.day(date)), PauseSet(date.toordinal())),)
        for date in dates
    ]
    return Screen(words(texts.WHICH_DATE), tuple(rows), anchor=_ANCHOR)


def why_screen(words: Words, until: dt.date) -> Screen:
    """Return that the pause has begun, and the question what it is for."""
    ordinal = until.toordinal()
    reasons = [
        Button(words.plain(label), ReasonGiven(ordinal, reason)) for reason, label in texts.REASONS.items()
    ]
    reasons.append(Button(words.plain(texts.SKIP), ReasonSkipped(ordinal)))
    rows = [
        tuple(reasons[start : start + _REASONS_A_ROW]) for start in range(0, len(reasons), _REASONS_A_ROW)
    ]
    said = paragraphs(words(texts.BEGUN, day=words.day(until)), words(texts.WHY))
    return Screen(said, tuple(rows), anchor=_ANCHOR)


def tell_screen(words: Words, until: dt.date, partners: Sequence[str]) -> Screen:
    """Return the question whether the partner may be told."""
    row = (
        Button(words.plain(texts.TELL_THEM), PartnerTold(until.toordinal())),
        Button(words.plain(texts.DONT_TELL), PartnerNotTold(until.toordinal())),
    )
    said = words(texts.TELL, names=_names(words, partners), day=words.day(until))
    return Screen(paragraphs(words(texts.BEGUN, day=words.day(until)), said), (row,), anchor=_ANCHOR)


def settled_screen(words: Words, until: dt.date, told: Sequence[str] = ()) -> Screen:
    """Return until when the pause goes, and whom it was told."""
    telling = words(texts.TOLD, names=_names(words, told)) if told else None
    said = paragraphs(words(texts.SETTLED, day=words.day(until)), telling)
    return Screen(said, ((_end(words),),), anchor=_ANCHOR)


def running_screen(words: Words, resumes_on: dt.date) -> Screen:
    """Return the pause that is running."""
    said = words(texts.RUNNING, day=words.day(resumes_on))
    row = (_end(words), Button(words.plain(texts.LONGER), ChooseLonger()))
    return Screen(said, (row,), anchor=_ANCHOR)


def over_screen(words: Words, day: dt.date, at: dt.datetime) -> Screen:
    """Return that the pause is over, and the next prompt."""
    return Screen(words(texts.OVER, day=words.day(day), time=words.time(at)), anchor=_ANCHOR)


def _names(words: Words, names: Sequence[str]) -> Markup:
    return listed(words, [Markup.escape(name) for name in names if name] or [words(texts.YOUR_PARTNER)])


def _end(words: Words) -> Button:
    return Button(words.plain(texts.END_PAUSE), PauseEnded(), style=Style.PRIMARY)
