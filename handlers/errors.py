"""Makes a sentence of an error, with the way on; it logs nothing and knows no error's cause."""

import importlib
import pkgutil
from functools import cache

from markupsafe import Markup

import handlers.texts
from domain.access import Actor
from domain.errors import NotAllowed, Outdated, TandemError
from handlers.request import Reply, Screen, show
from handlers.screens.crisis_lines import numbers
from handlers.screens.menu import help_button, menu_screen
from handlers.texts import system as texts
from handlers.texts.words import Text, Words, lines, paragraphs


@cache
def refusals() -> dict[str, Text]:
    """Return the sentence for every key that an error may carry, from all areas' texts."""
    found: dict[str, Text] = {}
    for area in pkgutil.iter_modules(handlers.texts.__path__):
        module = importlib.import_module(f"handlers.texts.{area.name}")
        found.update(getattr(module, "REFUSALS", {}))
    return found


def refused(words: Words, error: TandemError, actor: Actor | None, country: str | None) -> Reply:
    """Return the answer to an expected refusal: one sentence, and the menu where the person has lost the thread."""
    if error.key == "system.stranger" or actor is None:
        return stranger(words, country)
    sentence = _sentence(words, error)
    if isinstance(error, Outdated | NotAllowed) and actor.seats:
        menu = menu_screen(words, actor)
        return Reply((Screen(paragraphs(sentence, menu.text), menu.rows),), is_new=True)
    return show(sentence, is_new=True)


def stranger(words: Words, country: str | None) -> Reply:
    """Return the one answer to everybody without a seat, whatever they sent: it shows no sign of who uses the bot."""
    return show(
        paragraphs(words(texts.STRANGER), lines(words(texts.STRANGER_NUMBERS), numbers(words, country))),
        is_new=True,
    )


def apology(words: Words, incident: str) -> Reply:
    """Return what a person is told when something broke on our side; `incident` is the short id in the log.

    Where the person's own words may mean danger, the edge puts the numbers below it.
    """
    return show(words(texts.APOLOGY, incident=incident), (help_button(words),), is_new=True)


def _sentence(words: Words, error: TandemError) -> Markup:
    text = refusals().get(error.key)
    return words(texts.CANNOT_DO_THAT) if text is None else words(text, **error.data)
