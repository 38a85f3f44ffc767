"""Shows alerts to facilitators and takes their answers; what is behind one is shown only after a fresh look at the right."""

import datetime as dt
from typing import Final

from markupsafe import Markup

from domain.evidence import Card, Details
from domain.ids import AlertId
from domain.messages import AlertRaised, AlertSeen
from domain.setbacks import AlertState, Level, Outcome, reference
from handlers.callbacks.alerts import (
    Acknowledge,
    HideDetails,
    ReachedOut,
    Resolve,
    Resolved,
    ShowAlerts,
    ShowDetails,
)
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.route import Notice
from handlers.screens.alerts import NOTES_SHOWN, details_text, name_of, status, when
from handlers.screens.menu import help_button
from handlers.screens.notes import listen_rows
from handlers.texts import alerts as texts
from handlers.texts.words import Words, lines, paragraphs
from services.alerts import Handled
from services.container import Services

LATE: Final = dt.timedelta(minutes=10)
"""An alert sent so long after it should have been is marked as delayed."""
LISTED: Final = 20
"""Alerts in one list; more would not fit below one message."""


async def alerts(request: Request, services: Services) -> Reply:
    """List the unresolved alerts of my groups."""
    cards = await services.alerts.unresolved(request.person, request.now)
    words = request.words
    if not cards:
        return show(words(texts.NO_ALERTS), is_protected=True)
    cards.sort(key=lambda card: card.alert.level is not Level.URGENT)
    listed = cards[:LISTED]
    more = len(cards) - len(listed)
    return show(
        paragraphs(
            words(texts.OPEN_ALERTS),
            lines(*(_listed(words, card, request.now) for card in listed)),
            words(texts.MORE_ALERTS, number=more) if more else None,
        ),
        *((_alert_button(words, card),) for card in listed),
        is_protected=True,
    )


async def alerts_pressed(request: Request, press: ShowAlerts, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await alerts(request, services)


async def details_asked(request: Request, press: ShowDetails, services: Services) -> Reply:
    """Show what is behind an alert."""
    details = await services.alerts.details(request.person, press.alert_id, request.now)
    return _details(request, details)


async def details_hidden(request: Request, press: HideDetails, services: Services) -> Reply:
    """Show the card again, which tells a name and a level only."""
    details = await services.alerts.details(request.person, press.alert_id, request.now)
    card = _card(request.words, details.card, request.now, is_repeat=False)
    text = paragraphs(card.text, status(request.words, details, request.now))
    return show(text, *card.rows, anchor=card.anchor, is_protected=True)


async def acknowledged(request: Request, press: Acknowledge, services: Services) -> Reply:
    """Take note that the facilitator has seen it."""
    handled = await services.alerts.acknowledge(request.person, press.alert_id, request.now)
    return _handled(request, handled)


async def reached_out(request: Request, press: ReachedOut, services: Services) -> Reply:
    """Take note that the facilitator has reached out."""
    handled = await services.alerts.reach_out(request.person, press.alert_id, request.now)
    return _handled(request, handled)


async def resolve_asked(request: Request, press: Resolve, services: Services) -> Reply:
    """Ask how it ended; an alert that is closed already is only shown."""
    details = await services.alerts.details(request.person, press.alert_id, request.now)
    words, alert = request.words, details.alert
    if alert.state is AlertState.RESOLVED:
        return _handled(request, Handled(details, is_done=False))
    outcomes = [outcome for outcome in Outcome if outcome is not Outcome.FALSE_ALARM]
    return show(
        words(
            texts.HOW_DID_IT_END,
            name=name_of(words, details.card.name),
            reference=reference(alert.alert_id),
        ),
        *(
            (Button(words.plain(texts.OUTCOMES[outcome]), Resolved(alert.alert_id, outcome)),)
            for outcome in outcomes
        ),
        (Button(words.plain(texts.BACK), ShowDetails(alert.alert_id)),),
        anchor=_anchor(alert.alert_id),
        is_protected=True,
    )


async def resolved(request: Request, press: Resolved, services: Services) -> Reply:
    """Close the alert with its outcome."""
    handled = await services.alerts.resolve(request.person, press.alert_id, press.outcome, request.now)
    return _handled(request, handled)


async def alert_raised(notice: Notice, message: AlertRaised, services: Services) -> Screen | None:
    """Tell a facilitator that somebody needs their eyes, unless it has been seen or told anew meanwhile."""
    card = await services.alerts.card(notice.recipient, message.alert_id)
    if card is None or card.alert.state is not AlertState.OPEN or card.alert.round != message.round:
        return None
    return _card(notice.words, card, notice.now, is_repeat=card.alert.repeats > 0)


async def alert_seen(notice: Notice, message: AlertSeen, services: Services) -> Screen | None:
    """Tell the person who has seen it."""
    seen = await services.crisis.seen(notice.recipient, message.alert_id)
    if seen is None:
        return None
    words = notice.words
    name = Markup.escape(seen.name) if seen.name else words(texts.YOUR_FACILITATOR)
    return Screen(
        words(texts.ALERT_SEEN, name=name, time=when(words, seen.seen_at, notice.now)),
        ((help_button(words),),),
    )


def _card(words: Words, card: Card, now: dt.datetime, *, is_repeat: bool) -> Screen:
    alert = card.alert
    text = texts.NEEDS_YOUR_EYES if alert.round == 0 else texts.NEEDS_THEM_AGAIN
    is_late = not is_repeat and alert.state is AlertState.OPEN and now - alert.sent_at > LATE
    return Screen(
        lines(
            words(texts.NOT_YET_SEEN if is_repeat else text, name=name_of(words, card.name)),
            words(
                texts.CARD_LINE_DELAYED if is_late else texts.CARD_LINE,
                level=words.plain(texts.LEVELS[alert.level]),
                when=when(words, alert.raised_at, now),
                reference=reference(alert.alert_id),
            ),
        ),
        ((Button(words.plain(texts.SHOW_DETAILS), ShowDetails(alert.alert_id), style=Style.PRIMARY),),),
        anchor=_anchor(alert.alert_id),
        is_protected=True,
    )


def _details(request: Request, details: Details, notice: str | None = None) -> Reply:
    words, alert = request.words, details.alert
    rows: list[tuple[Button, ...]] = []
    if alert.state is AlertState.OPEN:
        seen = Button(words.plain(texts.I_HAVE_SEEN_IT), Acknowledge(alert.alert_id), style=Style.PRIMARY)
        rows.append((seen, Button(words.plain(texts.I_REACHED_OUT), ReachedOut(alert.alert_id))))
    elif alert.state is AlertState.ACKNOWLEDGED:
        rows.append((Button(words.plain(texts.I_REACHED_OUT), ReachedOut(alert.alert_id)),))
    if alert.state is not AlertState.RESOLVED:
        false_alarm = Resolved(alert.alert_id, Outcome.FALSE_ALARM)
        rows.append(
            (
                Button(words.plain(texts.RESOLVE), Resolve(alert.alert_id)),
                Button(words.plain(texts.FALSE_ALARM), false_alarm),
            )
        )
    rows += listen_rows(words, details.notes[:NOTES_SHOWN])
    rows.append(
        (
            Button(words.plain(texts.HIDE_DETAILS), HideDetails(alert.alert_id)),
            Button(words.plain(texts.ALL_ALERTS), ShowAlerts()),
        )
    )
    return show(
        details_text(words, details, request.now),
        *rows,
        anchor=_anchor(alert.alert_id),
        is_protected=True,
        notice=notice,
    )


def _anchor(alert_id: AlertId) -> str:
    """Return the name under which one message shows the alert: a repeat takes the buttons from the one before."""
    return f"alert:{alert_id}"


def _handled(request: Request, handled: Handled) -> Reply:
    return _details(request, handled.details, notice=_notice(request, handled))


def _notice(request: Request, handled: Handled) -> str:
    words, details, alert = request.words, handled.details, handled.details.alert
    if handled.is_done:
        is_told = alert.state is AlertState.ACKNOWLEDGED and alert.is_known_to_the_person
        if is_told:
            return words.plain(texts.NOTICE_SEEN, name=details.card.name)
        return words.plain(texts.NOTICE_NOTED)
    label, name, moment = texts.NOTICE_ALREADY_SEEN, details.acknowledged_by, alert.acknowledged_at
    if alert.resolved_at is not None:
        label, name, moment = texts.NOTICE_ALREADY_CLOSED, details.resolved_by, alert.resolved_at
    if moment is None:
        return words.plain(texts.NOTICE_NOTED)
    shown = str(name_of(words, name or "").unescape())
    return words.plain(label, name=shown, when=when(words, moment, request.now))


def _listed(words: Words, card: Card, now: dt.datetime) -> Markup:
    is_seen = card.alert.state is AlertState.ACKNOWLEDGED
    return words(
        texts.ALERT_LINE,
        name=name_of(words, card.name),
        group=card.group_name,
        level=words.plain(texts.LEVELS[card.alert.level]),
        age=_age(words, now - card.alert.raised_at),
        state=words(texts.STATE_SEEN if is_seen else texts.STATE_OPEN),
    )


def _alert_button(words: Words, card: Card) -> Button:
    label = words.plain(
        texts.ALERT_BUTTON,
        name=str(name_of(words, card.name).unescape()),
        level=words.plain(texts.LEVELS[card.alert.level]),
        reference=reference(card.alert.alert_id),
    )
    return Button(label, ShowDetails(card.alert.alert_id))


def _age(words: Words, age: dt.timedelta) -> Markup:
    if age >= dt.timedelta(days=2):
        return words(texts.DAYS, number=age.days)
    if age >= dt.timedelta(hours=1):
        return words(texts.HOURS, number=age // dt.timedelta(hours=1))
    return words(texts.MINUTES, number=age // dt.timedelta(minutes=1))
