"""Meets a crisis: the numbers first and from memory, then whom this tells; it never says that somebody is watching."""

import dataclasses

from babel.core import get_global
from markupsafe import Markup

from domain import crisis
from domain.access import Actor
from domain.crisis_language import Finding, read
from domain.setbacks import Rule
from handlers.callbacks.crisis import HelpNow, MeantIt, NotMeant, SafeForNow
from handlers.callbacks.partners import WritePartner
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.crisis_lines import numbers, who_is_told
from handlers.screens.hard_words import danger_screen, doubt_screen, somebody_screen
from handlers.screens.menu import help_button
from handlers.screens.plans import plan_button
from handlers.texts import crisis as texts
from handlers.texts.listing import facilitators
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services
from services.crisis import Told


def sos_screen(words: Words, country: str | None) -> Screen:
    """Return the numbers of a country; it needs no database, no network and no person.

    None, or a country whose numbers are not known, gets the local emergency number in words and the directory.
    """
    return Screen(
        paragraphs(words(texts.GLAD), numbers(words, country), words(texts.PROGRAM)), is_protected=False
    )


async def answered(reply: Reply, request: Request, services: Services, *, is_call: bool = False) -> Reply:
    """Return the reply with an answer to hard words below it, and tell the facilitators where the words are clear.

    `is_call`: the words are those of the button for help. A stranger is given the numbers with every answer anyway.
    """
    actor, country = request.actor, services.surroundings.default_country
    if actor is None or request.text is None or request.is_forwarded:
        return reply
    finding = read(request.text).finding
    if is_call or (finding is not None and not actor.participant_seats):
        return heard(reply, request.words, country)
    if finding is None:
        return reply
    screen = await _answer(request, actor, finding, services)
    return reply if screen is None else dataclasses.replace(reply, screens=(*reply.screens, screen))


def heard(reply: Reply, words: Words, country: str) -> Reply:
    """Return the reply with the numbers and the button for help below it; it needs no database and no person."""
    text = paragraphs(words(texts.HEARD), numbers(words, country), words(texts.HEARD_BY_NOBODY))
    screen = Screen(text, ((help_button(words),),))
    return dataclasses.replace(reply, screens=(*reply.screens, screen))


async def sos(request: Request, services: Services) -> Reply:
    """Tell the facilitators that the person asked for help, and say so; the numbers have gone out before."""
    return await _tell(request, services)


async def help_now(request: Request, press: HelpNow, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await _tell(request, services)


async def meant(request: Request, press: MeantIt, services: Services) -> Reply:
    """Take a yes as what it is: the numbers, and the facilitators are told."""
    del press
    actor = request.actor
    if actor is None or not actor.participant_seats:
        return await _tell(request, services)
    return Reply((await _danger(request, actor, Finding.DANGER, services),))


async def not_meant(request: Request, press: NotMeant, services: Services) -> Reply:
    """Believe a no, and leave the way to help open."""
    del press
    await services.crisis.said_no(request.person, request.now)
    return show(request.words(texts.NOT_MEANT), (help_button(request.words),))


async def safe_for_now(request: Request, press: SafeForNow, services: Services) -> Reply:
    """Note that the person is safe for the moment; the alert stays."""
    del press
    told = await services.crisis.safe_for_now(request.person, request.now)
    names = facilitators(request.words, told.names)
    text = request.words(texts.SAFE, names=names) if told.has_alert else request.words(texts.SAFE_ALONE)
    return show(text, (help_button(request.words),), *_partner_row(request.words, told))


async def _answer(request: Request, actor: Actor, finding: Finding, services: Services) -> Screen | None:
    words, country = request.words, services.surroundings.default_country
    if finding is Finding.SOMEBODY:
        return somebody_screen(words, country)
    if finding is not Finding.DOUBT:
        return await _danger(request, actor, finding, services)
    if not await services.crisis.is_to_ask(actor, request.now):
        return None
    return doubt_screen(words, country)


async def _danger(request: Request, actor: Actor, finding: Finding, services: Services) -> Screen:
    rule = Rule.THREAT if finding is Finding.THREAT else Rule.CRISIS
    told = await services.crisis.heard(actor, rule, request.now)
    screen = danger_screen(request.words, services.surroundings.default_country, finding, told)
    rows = (
        (help_button(request.words),),
        (Button(request.words.plain(texts.SAFE_FOR_NOW), SafeForNow()),),
        *_partner_row(request.words, told),
    )
    return dataclasses.replace(screen, rows=rows)


async def _tell(request: Request, services: Services) -> Reply:
    words, actor = request.words, request.actor
    here = _numbers_here(words, services.surroundings.default_country)
    if actor is None or not actor.participant_seats:
        return show(paragraphs(here, words(texts.TELLS_NOBODY)), is_new=True)
    told = await services.crisis.ask_for_help(actor, request.now)
    rows = (
        (Button(words.plain(texts.SAFE_FOR_NOW), SafeForNow()),),
        *_partner_row(words, told),
        (plan_button(words),),
    )
    return show(paragraphs(here, who_is_told(words, told)), *rows, is_new=True)


def _partner_row(words: Words, told: Told) -> tuple[tuple[Button, ...], ...]:
    return ((Button(words.plain(texts.MESSAGE_PARTNER), WritePartner()),),) if told.has_partner else ()


def _numbers_here(words: Words, default_country: str) -> Markup | None:
    """Return the numbers of where the person lives, if those that went out first were another country's."""
    here = get_global("zone_territories").get(words.timezone)
    if crisis.country(here) is None or here == default_country.upper():
        return None
    return lines(words(texts.WHERE_YOU_ARE), numbers(words, here))
