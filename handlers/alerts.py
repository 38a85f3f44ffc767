"""Shows alerts to facilitators; what is behind one is shown only after a fresh look at the right."""

import datetime as dt
from typing import Final

from markupsafe import Markup

from domain.evidence import Card
from domain.messages import AlertRaised, AlertSeen, WatchMorning
from domain.setbacks import SEVERITY, AlertState, Level, reference
from handlers.callbacks.alerts import HideDetails, ShowAlerts, ShowDetails
from handlers.request import Button, Reply, Request, Screen, Style, show
from handlers.route import Notice
from handlers.screens.alert_cards import card_screen, details_screen
from handlers.screens.alerts import status
from handlers.screens.causes import name_of, when
from handlers.screens.menu import help_button
from handlers.texts import alerts as texts
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services

LISTED: Final = 20
"""Alerts in one list; more would not fit below one message."""


async def alerts(request: Request, services: Services) -> Reply:
    """List the unresolved alerts of my groups."""
    cards = await services.alerts.unresolved(request.person, request.now)
    words = request.words
    if not cards:
        return show(words(texts.NO_ALERTS), is_protected=True)
    cards.sort(key=lambda card: SEVERITY.index(card.alert.level), reverse=True)
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
    return Reply((details_screen(request.words, details, request.person, request.now),))


async def details_hidden(request: Request, press: HideDetails, services: Services) -> Reply:
    """Show the card again, which tells a name and a level only."""
    details = await services.alerts.details(request.person, press.alert_id, request.now)
    card = card_screen(request.words, details.card, request.now)
    text = paragraphs(card.text, status(request.words, details, request.now))
    return show(text, *card.rows, anchor=card.anchor, is_protected=True)


async def alert_raised(notice: Notice, message: AlertRaised, services: Services) -> Screen | None:
    """Tell a facilitator that somebody needs their eyes, unless it has been seen or told anew meanwhile."""
    card = await services.alerts.card(notice.recipient, message.alert_id)
    if card is None or card.alert.state is not AlertState.OPEN or card.alert.round != message.round:
        return None
    return card_screen(notice.words, card, notice.now, is_news=True, may_have_arrived=notice.may_have_arrived)


async def watch_morning(notice: Notice, message: WatchMorning, services: Services) -> Screen | None:
    """Tell a facilitator in the morning how many people are to be watched; nothing when all of it was seen meanwhile."""
    cards = await services.alerts.unresolved(notice.recipient, notice.now)
    waiting = [
        card
        for card in cards
        if card.alert.group_id == message.group_id
        and card.alert.level is Level.WATCH
        and card.alert.state is AlertState.OPEN
    ]
    if not waiting:
        return None
    words = notice.words
    text = words.counted(texts.ONE_TO_WATCH, texts.TO_WATCH, len(waiting), group=waiting[0].group_name)
    button = Button(words.plain(texts.SHOW_TO_WATCH), ShowAlerts(), style=Style.PRIMARY)
    return Screen(text, ((button,),), is_protected=True)


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
