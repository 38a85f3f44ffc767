"""Lets facilitators note who was missing at a group session without a word."""

import datetime as dt

from handlers.callbacks.sessions import MarkAbsent, OpenSession, SessionDone
from handlers.request import Reply, Request
from handlers.screens.sessions import groups_screen, noted_screen, session_screen
from services.container import Services


async def sessions(request: Request, services: Services) -> Reply:
    """Show today's session of my group, or ask which group."""
    groups = await services.sessions.groups(request.person)
    if len(groups) > 1:
        return Reply((groups_screen(request.words, groups),))
    found = await services.sessions.session(request.person, groups[0].group_id, None, request.now)
    return Reply((session_screen(request.words, found),))


async def opened(request: Request, press: OpenSession, services: Services) -> Reply:
    """Show the session of a day."""
    held_on = _date(press.ordinal) if press.ordinal else None
    found = await services.sessions.session(request.person, press.group_id, held_on, request.now)
    return Reply((session_screen(request.words, found),))


async def marked(request: Request, press: MarkAbsent, services: Services) -> Reply:
    """Mark somebody as missing, or as there."""
    found = await services.sessions.mark(
        request.person,
        press.group_id,
        press.membership_id,
        _date(press.ordinal),
        request.now,
        is_absent=bool(press.is_absent),
    )
    return Reply((session_screen(request.words, found),))


async def done(request: Request, press: SessionDone, services: Services) -> Reply:
    """Let what was marked be told."""
    found = await services.sessions.tell(request.person, press.group_id, _date(press.ordinal), request.now)
    return Reply((noted_screen(request.words, found),))


def _date(ordinal: int) -> dt.date:
    """Return the date that a button carries; one that is none is so far away that no session can be marked on it."""
    return dt.date.fromordinal(ordinal) if 0 < ordinal <= dt.date.max.toordinal() else dt.date.min
