"""Answers hard words, each kind in its own way: the numbers first, then who is told; it asks no service and keeps no words."""

from markupsafe import Markup

from domain import crisis
from domain.crisis_language import Finding
from handlers.callbacks.crisis import MeantIt, NotMeant
from handlers.request import Button, Screen
from handlers.screens.crisis_lines import first_numbers, numbers, who_is_told
from handlers.screens.menu import help_button
from handlers.texts import crisis as texts
from handlers.texts.listing import facilitators
from handlers.texts.words import Words, paragraphs
from services.crisis import Told


def danger_screen(words: Words, country: str, finding: Finding, told: Told) -> Screen:
    """Return the answer to clear words: what to do now, whom to call, and who learns of it."""
    match finding:
        case Finding.OVERDOSE:
            first = words(texts.OVERDOSE, number=_emergency(words, country))
        case Finding.THREAT:
            first = words(texts.THREAT)
        case _:
            first = words(texts.HEARD_AND_TOLD)
    says = who_is_told(words, told, is_brief=True)
    if finding is Finding.THREAT and told.is_reached:
        says = words(texts.THREAT_TOLD, names=facilitators(words, told.names))
    if finding is Finding.OVERDOSE:
        # Short, so that what to do first does not scroll away.
        text = paragraphs(first, first_numbers(words, country), says)
    else:
        text = paragraphs(first, numbers(words, country), says, words(texts.PROGRAM))
    return Screen(text, is_protected=True)


def doubt_screen(words: Words, country: str) -> Screen:
    """Ask what somebody meant, once and plainly, with the first numbers already there."""
    text = paragraphs(words(texts.ASKED), first_numbers(words, country), words(texts.ASKED_WHY))
    yes = Button(words.plain(texts.YES), MeantIt())
    no = Button(words.plain(texts.NO), NotMeant())
    return Screen(text, ((yes, no), (help_button(words),)), is_protected=True)


def somebody_screen(words: Words, country: str) -> Screen:
    """Return what helps somebody who worries about another person."""
    first = words(texts.SOMEBODY, number=_emergency(words, country))
    text = paragraphs(first, numbers(words, country), words(texts.SOMEBODY_TOLD))
    return Screen(text, ((help_button(words),),), is_protected=True)


def _emergency(words: Words, country: str) -> Markup:
    known = crisis.country(country)
    if known is None or known.emergency is None:
        return words(texts.EMERGENCY_NUMBER)
    return words(texts.NUMBER, number=known.emergency)
