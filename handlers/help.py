"""Says what one can do, read from the table of routes, so that the help is never out of date."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from domain.access import Actor, Audience
from handlers.errors import stranger
from handlers.request import Reply, Request, show
from handlers.route import CommandRoute, View
from handlers.screens.menu import help_button
from handlers.texts import help as texts
from handlers.texts.words import Words, lines, paragraphs
from services.container import Services


def helping(commands: Callable[[], Iterable[CommandRoute]]) -> View:
    """Return the view that lists these commands; they are asked for at every use, since the table holds this view too."""

    async def help_asked(request: Request, services: Services) -> Reply:
        """Say what one can do; a stranger is told what every stranger is told."""
        if request.actor is None:
            return stranger(request.words, services.surroundings.default_country)
        return show(help_text(request.words, request.actor, commands()), (help_button(request.words),))

    return help_asked


def help_text(words: Words, actor: Actor, commands: Iterable[CommandRoute]) -> Markup:
    """Return the commands that are open to the person and stand in the menu, by role."""
    told = [route for route in commands if route.menu is not None]
    parts = [paragraphs(words(texts.WHAT_YOU_CAN_DO), words(texts.PROGRAM))]
    for heading, audiences in (
        (texts.FOR_FACILITATORS, {Audience.FACILITATOR}),
        (None, {Audience.PARTICIPANT}),
        (texts.FOR_EVERYBODY, {Audience.ANYONE, Audience.KNOWN, Audience.MEMBER}),
    ):
        named = [
            _command(words, route)
            for route in told
            if route.audience in audiences and actor.belongs_to(route.audience)
        ]
        if named:
            parts.append(lines(None if heading is None else words(heading), *named))
    return paragraphs(*parts, words(texts.JUST_WRITE) if actor.seats else None)


def _command(words: Words, route: CommandRoute) -> Markup:
    what = "" if route.menu is None else words.plain(route.menu)
    return words(texts.COMMAND, name=route.name, what=what)
