"""Lets people go: asks once before leaving a group, twice before erasing; it holds nobody back."""

from domain.access import Role
from handlers.callbacks.privacy import (
    EraseAsked,
    EraseConfirmedOnce,
    EraseConfirmedTwice,
    LeaveAsked,
    LeaveConfirmed,
    Stayed,
)
from handlers.request import Button, Reply, Request, Style, show
from handlers.screens.crisis_lines import numbers
from handlers.screens.menu import help_button
from handlers.texts import leaving as texts
from handlers.texts.quoting import LABEL_NAME, one_line
from handlers.texts.words import lines, paragraphs
from services.container import Services


async def leave(request: Request, services: Services) -> Reply:
    """Ask which group to leave, or whether to leave the only one."""
    seats = await services.leaving.seats(request.person)
    if len(seats) == 1:
        return await _asked(request, LeaveAsked(seats[0][0].membership_id), services)
    choices = tuple(
        (
            Button(
                request.words.plain(texts.GROUP_CHOICE, group=one_line(group.name, LABEL_NAME)),
                LeaveAsked(seat.membership_id),
            ),
        )
        for seat, group in seats
    )
    stay = Button(request.words.plain(texts.NO_STAY), Stayed())
    return show(request.words(texts.WHICH_GROUP), *choices, (stay,))


async def leave_asked(request: Request, press: LeaveAsked, services: Services) -> Reply:
    """Say what leaving means, and ask."""
    return await _asked(request, press, services)


async def leave_confirmed(request: Request, press: LeaveConfirmed, services: Services) -> Reply:
    """Leave the group."""
    words = request.words
    group = await services.leaving.leave(request.person, press.membership_id, request.now)
    call = lines(words(texts.PEOPLE_TO_CALL), numbers(words, services.surroundings.default_country))
    return show(paragraphs(words(texts.LEFT, group=group.name), call), (help_button(words),))


async def stayed(request: Request, press: Stayed, services: Services) -> Reply:
    """Change nothing."""
    del press, services
    return show(request.words(texts.STAYED))


async def erase(request: Request, services: Services) -> Reply:
    """Say what erasing means, and ask."""
    del services
    return _erase_asked(request)


async def erase_asked(request: Request, press: EraseAsked, services: Services) -> Reply:
    """Do the same for the button."""
    del press, services
    return _erase_asked(request)


async def erase_confirmed_once(request: Request, press: EraseConfirmedOnce, services: Services) -> Reply:
    """Ask once more."""
    del press, services
    words = request.words
    keep = Button(words.plain(texts.NO_KEEP), Stayed(), style=Style.PRIMARY)
    erase_it = Button(words.plain(texts.ERASE_FOR_EVER), EraseConfirmedTwice(), style=Style.DANGER)
    return show(words(texts.ERASE_AGAIN), (keep,), (erase_it,))


async def erase_confirmed_twice(request: Request, press: EraseConfirmedTwice, services: Services) -> Reply:
    """Erase everything and say what stays."""
    del press
    words = request.words
    await services.leaving.erase(request.person, request.now)
    call = lines(words(texts.PEOPLE_TO_CALL), numbers(words, services.surroundings.default_country))
    return show(paragraphs(words(texts.ERASED), call))


async def _asked(request: Request, press: LeaveAsked, services: Services) -> Reply:
    words = request.words
    seat, group = await services.leaving.seat(request.person, press.membership_id)
    text = texts.STOP_LEADING if seat.role is Role.FACILITATOR else texts.LEAVE
    stay = Button(words.plain(texts.NO_STAY), Stayed(), style=Style.PRIMARY)
    leave_it = Button(words.plain(texts.YES_LEAVE), LeaveConfirmed(press.membership_id), style=Style.DANGER)
    return show(words(text, group=group.name), (stay,), (leave_it,))


def _erase_asked(request: Request) -> Reply:
    words, _ = request.words, request.person
    keep = Button(words.plain(texts.NO_KEEP), Stayed(), style=Style.PRIMARY)
    erase_it = Button(words.plain(texts.YES_ERASE), EraseConfirmedOnce(), style=Style.DANGER)
    return show(words(texts.ERASE), (keep,), (erase_it,))
