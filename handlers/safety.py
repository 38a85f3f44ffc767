"""Goes on with somebody who told of use: are they safe, and what keeps a body safe; it watches over nobody."""

from babel.core import get_global

from domain import crisis
from handlers.callbacks.checkins import SafetyAnswered, ShowOverdose
from handlers.request import Reply, Request, show
from handlers.screens.menu import help_button
from handlers.screens.receipts import safety_screen
from handlers.texts import safety
from services.container import Services


async def safety_answered(request: Request, press: SafetyAnswered, services: Services) -> Reply:
    """Answer to whether the person is safe, below the receipt."""
    step = await services.checkins.read(request.person, press.checkin_id, request.now)
    receipt = await services.progress.receipt(request.person.scope, step.checkin)
    screen = safety_screen(request.words, step.checkin, press.safety, receipt.has_partner)
    return Reply((screen,), is_new=True)


async def overdose_shown(request: Request, press: ShowOverdose, services: Services) -> Reply:
    """Show what to do in an overdose, with the emergency number of where the person lives."""
    del press
    words = request.words
    here = get_global("zone_territories").get(words.timezone, services.surroundings.default_country)
    known = crisis.country(here)
    number = None if known is None else known.emergency
    emergency = (
        words(safety.EMERGENCY_LOCAL) if number is None else words(safety.EMERGENCY_NUMBER, number=number)
    )
    return show(words(safety.OVERDOSE, emergency=emergency), (help_button(words),), is_new=True)
