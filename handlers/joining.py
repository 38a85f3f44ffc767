"""Lets people in: opens links, and takes each answer of an enrolment; it decides nothing about who may."""

from domain.access import Actor
from domain.errors import NotAllowed, NotUnderstood
from domain.ids import EnrolmentId
from domain.joining import Step
from domain.positions import zone_at
from domain.times import possible_minutes
from domain.timezones import Place as Found
from domain.timezones import find
from handlers.callbacks.joining import (
    AnotherZone,
    ConsentAgreed,
    JoiningPostponed,
    JoiningResumed,
    SightRead,
    StepBack,
    TimeChosen,
    TrackChosen,
    WelcomeRead,
    ZoneChosen,
)
from handlers.request import Reply, Request, show
from handlers.screens.joining import later_screen, step_screen, whom_to_call
from handlers.screens.menu import menu_screen
from handlers.screens.places import Offer
from handlers.texts import joining as texts
from handlers.texts import timezones as timezone_texts
from handlers.texts.words import Text, Words, paragraphs
from services.container import Services
from services.enrolment import Place
from services.joining import Opened, Way


async def start(request: Request, services: Services) -> Reply:
    """Open a link, go on with an enrolment, or show a member the menu."""
    if request.text:
        token = request.text.strip()
        opened = await services.joining.open_link(
            request.actor, request.address, request.words.language, token, request.now
        )
        return await _opened(request, opened, services)
    actor = request.person
    enrolment_id = await services.enrolling.current(actor)
    if enrolment_id is not None:
        return await _resumed(request, actor, enrolment_id, services)
    return _menu(request.words, actor)


async def welcome_read(request: Request, press: WelcomeRead, services: Services) -> Reply:
    """Go on from the first screen."""
    place = await services.enrolling.read(request.person, press.enrolment_id, Step.WELCOME, request.now)
    return _shown(request, place, services, Step.WELCOME)


async def sight_read(request: Request, press: SightRead, services: Services) -> Reply:
    """Go on from who sees what."""
    place = await services.enrolling.read(request.person, press.enrolment_id, Step.SIGHT, request.now)
    return _shown(request, place, services, Step.SIGHT)


async def consent_agreed(request: Request, press: ConsentAgreed, services: Services) -> Reply:
    """Take the consent and ask for the signature."""
    place = await services.enrolling.agree(request.person, press.enrolment_id, request.now)
    return _shown(request, place, services, Step.CONSENT)


async def joining_postponed(request: Request, press: JoiningPostponed, services: Services) -> Reply:
    """Leave the enrolment where it is."""
    place = await services.enrolling.at(request.person, press.enrolment_id, request.now)
    if place.enrolment.is_finished:
        return _shown(request, place, services, Step.CONSENT)
    return Reply((later_screen(request.words, place),))


async def joining_resumed(request: Request, press: JoiningResumed, services: Services) -> Reply:
    """Go on with the enrolment where it was left."""
    place = await services.enrolling.at(request.person, press.enrolment_id, request.now)
    return _shown(request, place, services, place.enrolment.step)


async def step_back(request: Request, press: StepBack, services: Services) -> Reply:
    """Go back by one question."""
    place = await services.enrolling.back(request.person, press.enrolment_id, press.step, request.now)
    return _shown(request, place, services, press.step)


async def zone_chosen(request: Request, press: ZoneChosen, services: Services) -> Reply:
    """Take the time zone."""
    place = await services.enrolling.place(request.person, press.enrolment_id, press.zone, request.now)
    return _shown(request, place, services, Step.ZONE)


async def another_zone(request: Request, press: AnotherZone, services: Services) -> Reply:
    """Ask for a city."""
    place = await services.enrolling.at(request.person, press.enrolment_id, request.now)
    return _shown(request, place, services, place.enrolment.step, Offer())


async def time_chosen(request: Request, press: TimeChosen, services: Services) -> Reply:
    """Take the time of the check-in."""
    place = await services.enrolling.time(request.person, press.enrolment_id, press.minute, request.now)
    return _shown(request, place, services, Step.TIME)


async def track_chosen(request: Request, press: TrackChosen, services: Services) -> Reply:
    """Take the program the person is in and give the seat."""
    place = await services.enrolling.track(request.person, press.enrolment_id, press.track, request.now)
    return _shown(request, place, services, Step.TRACK)


async def typed(request: Request, services: Services) -> Reply:
    """Take what was typed as the answer to the question that is open, or say what is wrong with it."""
    enrolment_id = EnrolmentId(request.subject_id or 0)
    place = await services.enrolling.at(request.person, enrolment_id, request.now)
    step = place.enrolment.step
    if step is Step.ZONE:
        return _place_answered(request, place, services)
    if request.attachment is not None or request.text is None:
        return _again(request, place, services, texts.ONLY_TEXT)
    if step is Step.TIME:
        return await _time_answered(request, place, services)
    try:
        if step is Step.SIGNATURE:
            place = await services.enrolling.sign(request.person, enrolment_id, request.text, request.now)
        elif step is Step.NAME:
            place = await services.enrolling.name(request.person, enrolment_id, request.text, request.now)
        else:
            return _again(
                request, place, services, texts.TAP_TRACK if step is Step.TRACK else texts.TAP_PLEASE
            )
    except NotUnderstood as refusal:
        return _again(request, place, services, texts.REFUSALS[refusal.key], **refusal.data)
    return _shown(request, place, services, step)


def _place_answered(request: Request, place: Place, services: Services) -> Reply:
    """Offer what a typed place or a shared location may be; the location goes no further than this."""
    if request.place is not None:
        zone = zone_at(*request.place)
        if zone is None:
            return _again(request, place, services, timezone_texts.NO_ZONE_THERE)
        offer = Offer((Found("", "", zone),), is_seen=True)
        return _shown(request, place, services, Step.ZONE, offer)
    if request.attachment is not None or request.text is None:
        return _again(request, place, services, timezone_texts.ONLY_PLACES)
    found = find(request.text)
    if not found:
        return _again(request, place, services, texts.REFUSALS["joining.zone_unknown"])
    return _shown(request, place, services, Step.ZONE, Offer(tuple(found)))


async def _time_answered(request: Request, place: Place, services: Services) -> Reply:
    minutes = possible_minutes(request.text or "")
    if not minutes:
        return _again(request, place, services, texts.REFUSALS["joining.time_unclear"])
    if len(minutes) > 1:
        country = _country(services)
        return Reply((step_screen(request.words, place, request.now, country, minutes=minutes),))
    enrolment_id = place.enrolment.enrolment_id
    place = await services.enrolling.time(request.person, enrolment_id, minutes[0], request.now)
    return _shown(request, place, services, Step.TIME)


async def _opened(request: Request, opened: Opened, services: Services) -> Reply:
    if opened.way is Way.REFUSED or opened.actor is None:
        call = request.words(texts.NO_EMERGENCY, call=whom_to_call(request.words, _country(services)))
        return show(paragraphs(request.words(texts.LINK_REFUSED), call))
    if opened.enrolment_id is None:
        return _menu(request.words, opened.actor)
    return await _resumed(request, opened.actor, opened.enrolment_id, services)


async def _resumed(request: Request, actor: Actor, enrolment_id: EnrolmentId, services: Services) -> Reply:
    words = Words(actor.language, actor.timezone)
    place = await services.enrolling.at(actor, enrolment_id, request.now)
    screen = step_screen(words, place, request.now, _country(services))
    return Reply((screen,), is_new=True)


def _menu(words: Words, actor: Actor) -> Reply:
    if not actor.seats:
        raise NotAllowed("system.stranger")
    return Reply((menu_screen(words, actor),))


def _shown(
    request: Request,
    place: Place,
    services: Services,
    answered: Step,
    offer: Offer | None = None,
) -> Reply:
    screen = step_screen(request.words, place, request.now, _country(services), offer=offer)
    # The second of two quick taps finds its own question just answered: nothing to explain.
    is_repeat = place.enrolment.previous is answered or place.enrolment.is_finished
    notice = request.words.plain(texts.STALE) if place.is_stale and not is_repeat else None
    return Reply((screen,), notice=notice)


def _again(request: Request, place: Place, services: Services, problem: Text, **values: object) -> Reply:
    said = request.words(problem, **values)
    screen = step_screen(request.words, place, request.now, _country(services), problem=said)
    return Reply((screen,))


def _country(services: Services) -> str:
    return services.surroundings.default_country
