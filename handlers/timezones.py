"""Lets people say where they live, by tap, city or shared location; a location goes no further than its zone."""

from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.positions import zone_at
from domain.timezones import Place, find, is_zone, suggestions
from handlers.callbacks.schedules import AskCity, ChooseZone, ZoneSet
from handlers.listening import PLACE, listen, stop_listening
from handlers.request import Reply, Request
from handlers.screens.places import Offer
from handlers.screens.timezones import moved_screen, offer_screen, where_screen
from handlers.texts import timezones as texts
from handlers.texts.words import Words
from services.container import Services
from services.schedules import SHOWN


async def timezone(request: Request, services: Services) -> Reply:
    """Show where the person lives and offer other places; what stands behind the command is a place already."""
    seat = request.person.participant_seats[0].membership_id
    asked = await _asked(request, seat, services)
    if not request.text:
        return asked
    return _found(request, seat)


async def place_asked(request: Request, press: ChooseZone, services: Services) -> Reply:
    """Do the same for the button."""
    return await _asked(request, press.membership_id, services)


async def city_asked(request: Request, press: AskCity, services: Services) -> Reply:
    """Ask for a city: the place that was offered is not it."""
    await listen(request, PLACE, press.membership_id, services)
    return Reply((offer_screen(request.words, press.membership_id, Offer(), request.now),))


async def place_typed(request: Request, services: Services) -> Reply:
    """Offer what a typed place or a shared location may be."""
    seat = MembershipId(request.subject_id or 0)
    # A seat that was left meanwhile has no place any more.
    await services.schedules.plan(request.person, seat, request.now)
    return _found(request, seat)


async def place_chosen(request: Request, press: ZoneSet, services: Services) -> Reply:
    """Live in this zone from now on."""
    if not is_zone(press.zone):
        raise NotAllowed("system.not_yours")
    await services.schedules.plan(request.person, press.membership_id, request.now)
    await stop_listening(request, services)
    moved, is_same = request.person, press.zone == request.person.timezone
    if not is_same:
        moved = await services.schedules.set_timezone(request.person, press.zone, request.now)
    plans = await services.schedules.plans(moved, request.now)
    coming = sorted((prompt for plan in plans for prompt in plan.coming), key=lambda prompt: prompt.at)
    there = Words(request.words.language, press.zone)
    screen = moved_screen(there, press.membership_id, coming[:SHOWN], request.now, is_same=is_same)
    return Reply((screen,))


async def _asked(request: Request, seat: MembershipId, services: Services) -> Reply:
    await listen(request, PLACE, seat, services)
    group_zone = await services.schedules.group_zone(request.person, seat)
    zones = suggestions(group_zone, request.person.timezone, request.words.language)
    return Reply((where_screen(request.words, seat, zones, request.now),))


def _found(request: Request, seat: MembershipId) -> Reply:
    offer, problem = Offer(), None
    if request.place is not None:
        zone = zone_at(*request.place)
        offer = Offer((Place("", "", zone),), is_seen=True) if zone else Offer()
        problem = None if zone else texts.NO_ZONE_THERE
    elif request.attachment is not None or request.text is None:
        problem = texts.ONLY_PLACES
    else:
        offer = Offer(tuple(find(request.text)))
        problem = None if offer.places else texts.NO_PLACE
    said = None if problem is None else request.words(problem)
    return Reply((offer_screen(request.words, seat, offer, request.now, problem=said),))
