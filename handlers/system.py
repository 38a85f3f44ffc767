"""Answers what has no view of its own: unknown commands, buttons of the past, group chats, strangers."""

from domain.access import Audience
from domain.errors import NotAllowed
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.menu import menu_screen
from handlers.texts import system as texts
from handlers.texts.words import Words, paragraphs
from services.container import Services


async def unknown_command(request: Request, services: Services) -> Reply:
    """Say that there is no such command, and what there is."""
    del services
    menu = menu_screen(request.words, request.person)
    return Reply((Screen(paragraphs(request.words(texts.UNKNOWN_COMMAND), menu.text), menu.rows),))


def not_for(audience: Audience, *, is_stranger: bool) -> NotAllowed:
    """Return the refusal for somebody who is not in a route's audience."""
    if is_stranger:
        return NotAllowed("system.stranger")
    return NotAllowed(
        {
            Audience.FACILITATOR: "system.facilitators_only",
            Audience.PARTICIPANT: "system.participants_only",
        }.get(audience, "system.stranger")
    )


def group_chat(words: Words, bot_username: str) -> Reply:
    """Return the only thing that is ever said in a group chat."""
    link = f"https://t.me/{bot_username}"
    return show(words(texts.GROUP_CHAT), (Button(words.plain(texts.OPEN_PRIVATE_CHAT), url=link),))
