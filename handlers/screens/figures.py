"""Draws figures about pairs and about alerts, each with its counts; it asks no service and names nobody."""

import datetime as dt

from markupsafe import Markup

from domain.alert_figures import AlertFigures
from domain.pair_figures import Counted, PairFigures, Typical
from handlers.texts import figures as texts
from handlers.texts.words import Text, Words, lines

_HOUR = dt.timedelta(hours=1)
_DAYS_FROM = dt.timedelta(hours=48)
"""From here on a length is told in days."""


def pair_lines(words: Words, found: PairFigures) -> Markup | None:
    """Return the figures of a group's pairs; None when there is nothing to tell."""
    if not found.are_any:
        return None
    talked = (
        words.counted(texts.ONE_TALKED, texts.MANY_TALKED, found.talked.of, talked=found.talked.number)
        if found.talked.of
        else words(texts.NO_PAIRS)
    )
    without = found.without_contact
    return lines(
        words(texts.PAIRS),
        talked,
        _typical(words, texts.FIRST_CONTACT, found.first_contact),
        _counted(words, texts.WITHOUT_CONTACT, without) if without.number else None,
        _typical(words, texts.REPLY, found.reply),
        _counted(words, texts.COVERS, found.covers),
        _counted(words, texts.REMATCHED, found.rematched),
        words(texts.RULE),
    )


def alert_lines(words: Words, found: AlertFigures) -> Markup | None:
    """Return how a week's alerts were answered; None when there were none."""
    if not found.told and not found.watched:
        return None
    after = Markup()
    if found.seen_after is not None:
        after = words(texts.SEEN_AFTER, length=_short(words, found.seen_after))
    return lines(
        words(texts.ALERTS),
        words(texts.ALERTS_TOLD, told=found.told, seen=found.seen, after=after) if found.told else None,
        words(texts.ALERTS_WATCHED, watched=found.watched) if found.watched else None,
        words(texts.ALERTS_CLOSED, closed=found.closed, wrong=found.false_alarms) if found.closed else None,
    )


def _short(words: Words, length: dt.timedelta) -> Markup:
    if length >= _HOUR:
        return _length(words, length)
    minutes = max(1, round(length / dt.timedelta(minutes=1)))
    return words.counted(texts.ONE_MINUTE, texts.MANY_MINUTES, minutes)


def _typical(words: Words, text: Text, found: Typical) -> Markup | None:
    if found.median is None:
        return None
    return words(text, length=_length(words, found.median), number=found.number)


def _counted(words: Words, text: Text, found: Counted) -> Markup | None:
    return words(text, number=found.number, of=found.of) if found.of else None


def _length(words: Words, length: dt.timedelta) -> Markup:
    if length < _HOUR:
        return words(texts.MINUTES)
    if length < _DAYS_FROM:
        return words.counted(texts.ONE_HOUR, texts.MANY_HOURS, round(length / _HOUR))
    return words(texts.MANY_DAYS, number=round(length / dt.timedelta(days=1)))
