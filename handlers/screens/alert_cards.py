"""Puts alerts on a lock screen and their details with buttons below; a card tells no more than a name, how soon and when."""

import datetime as dt
from typing import Final

from domain.access import Actor
from domain.alerts import Occasion
from domain.evidence import Card, Details
from domain.ids import AlertId
from domain.setbacks import AlertState, Outcome, reference
from handlers.callbacks.alerts import (
    Acknowledge,
    HandOver,
    HideDetails,
    PutOff,
    ReachedOut,
    Resolve,
    Resolved,
    ShowAlerts,
    ShowCourse,
    ShowDetails,
)
from handlers.request import Button, Screen, Style
from handlers.screens.alerts import NOTES_SHOWN, details_text, lent_text
from handlers.screens.causes import name_of, when
from handlers.screens.notes import listen_rows
from handlers.texts import alerts as texts
from handlers.texts.words import Words, lines

LATE: Final = dt.timedelta(minutes=10)
"""An alert sent so long after it should have been is marked as delayed."""


def anchor(alert_id: AlertId) -> str:
    """Return the name under which one message shows the alert: a repeat takes the buttons from the one before."""
    return f"alert:{alert_id}"


def card_screen(
    words: Words,
    card: Card,
    now: dt.datetime,
    *,
    is_news: bool = False,
    may_have_arrived: bool = False,
) -> Screen:
    """Return an alert as it may stand on a lock screen; `is_news`: it is sent at this moment, and says why."""
    alert = card.alert
    occasion = Occasion.NEW if alert.is_told_first else Occasion.MORE
    if is_news:
        occasion = alert.occasion
    is_late = (
        occasion is not Occasion.REPEAT and alert.state is AlertState.OPEN and now - alert.sent_at > LATE
    )
    return Screen(
        lines(
            words(texts.OCCASIONS[occasion], name=name_of(words, card.name)),
            words(
                texts.CARD_LINE_DELAYED if is_late else texts.CARD_LINE,
                level=words.plain(texts.LEVELS[alert.level]),
                when=when(words, alert.raised_at, now),
                reference=reference(alert.alert_id),
            ),
            words(texts.OF_GROUP, group=card.group_name) if card.is_lent else None,
            words(texts.MAY_BE_TWICE) if may_have_arrived else None,
        ),
        ((Button(words.plain(texts.SHOW_DETAILS), ShowDetails(alert.alert_id), style=Style.PRIMARY),),),
        anchor=anchor(alert.alert_id),
        is_protected=True,
    )


def details_screen(words: Words, details: Details, viewer: Actor, now: dt.datetime) -> Screen:
    """Return everything that a facilitator is shown of an alert, with what they can do about it."""
    alert = details.alert
    if details.lent_by is not None:
        return _lent_screen(words, details, now)
    rows = [*_steps(words, details, viewer), *listen_rows(words, details.notes[:NOTES_SHOWN])]
    if details.course is not None:
        rows.append((Button(words.plain(texts.SHOW_COURSE), ShowCourse(alert.alert_id)),))
    rows.append(
        (
            Button(words.plain(texts.HIDE_DETAILS), HideDetails(alert.alert_id)),
            Button(words.plain(texts.ALL_ALERTS), ShowAlerts()),
        )
    )
    return Screen(
        details_text(words, details, now), tuple(rows), anchor=anchor(alert.alert_id), is_protected=True
    )


def _lent_screen(words: Words, details: Details, now: dt.datetime) -> Screen:
    """Return what a facilitator of another group sees: the evidence, whom to call, and that they can take it."""
    alert = details.alert
    seen = Button(words.plain(texts.I_HAVE_SEEN_IT), Acknowledge(alert.alert_id), style=Style.PRIMARY)
    hide = Button(words.plain(texts.HIDE_DETAILS), HideDetails(alert.alert_id))
    rows = [(seen,)] if alert.state is AlertState.OPEN else []
    return Screen(
        lent_text(words, details, now), (*rows, (hide,)), anchor=anchor(alert.alert_id), is_protected=True
    )


def _steps(words: Words, details: Details, viewer: Actor) -> list[tuple[Button, ...]]:
    """Return the buttons for what comes next; whoever else has seen it can still reach out and close it."""
    alert = details.alert
    if alert.state is AlertState.RESOLVED:
        return []
    out = Button(words.plain(texts.I_REACHED_OUT), ReachedOut(alert.alert_id))
    seen = Button(words.plain(texts.I_HAVE_SEEN_IT), Acknowledge(alert.alert_id), style=Style.PRIMARY)
    is_open = alert.state is AlertState.OPEN
    later: list[Button] = []
    if is_open or alert.owner_id == viewer.person_id:
        later.append(Button(words.plain(texts.PUT_OFF), PutOff(alert.alert_id)))
    if details.has_others:
        later.append(Button(words.plain(texts.HAND_OVER), HandOver(alert.alert_id)))
    ends = (
        Button(words.plain(texts.RESOLVE), Resolve(alert.alert_id)),
        Button(words.plain(texts.FALSE_ALARM), Resolved(alert.alert_id, Outcome.FALSE_ALARM)),
    )
    return [(seen, out) if is_open else (out,), *([tuple(later)] if later else []), ends]
