"""Takes what facilitators do about an alert: seen, reached out, put off, handed over, closed; each press happens once."""

from domain.errors import NotAllowed
from domain.evidence import DAYS, Details
from domain.setbacks import AlertState, Outcome, reference
from domain.snoozing import CHOICES
from handlers.callbacks.alerts import (
    Acknowledge,
    HandedOver,
    HandOver,
    PutOff,
    ReachedOut,
    Resolve,
    Resolved,
    ShowCourse,
    ShowDetails,
    Snoozed,
)
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.alert_cards import anchor, details_screen
from handlers.screens.causes import name_of, when
from handlers.screens.progress import course_picture
from handlers.texts import alert_steps as step_texts
from handlers.texts import alerts as texts
from handlers.texts.words import Text
from services.container import Services


async def acknowledged(request: Request, press: Acknowledge, services: Services) -> Reply:
    """Take note that the facilitator has seen it."""
    is_done = await services.alert_steps.acknowledge(request.person, press.alert_id, request.now)
    return _answer(request, await _details(request, press, services), is_done=is_done)


async def reached_out(request: Request, press: ReachedOut, services: Services) -> Reply:
    """Take note that the facilitator has reached out."""
    is_done = await services.alert_steps.reach_out(request.person, press.alert_id, request.now)
    return _answer(request, await _details(request, press, services), is_done=is_done)


async def put_off(request: Request, press: PutOff, services: Services) -> Reply:
    """Ask for how long to put it off; how long it may be depends on how soon it wants to be seen."""
    details = await _details(request, press, services)
    words, alert = request.words, details.alert
    if alert.state is AlertState.RESOLVED:
        return _answer(request, details, is_done=False)
    return _asked(
        request,
        details,
        step_texts.REMIND_WHEN,
        [
            Button(words.plain(step_texts.SNOOZES[choice]), Snoozed(alert.alert_id, choice))
            for choice in CHOICES[alert.level]
        ],
    )


async def snoozed(request: Request, press: Snoozed, services: Services) -> Reply:
    """Let the alert come back later."""
    is_done = await services.alert_steps.snooze(request.person, press.alert_id, press.choice, request.now)
    details = await _details(request, press, services)
    until = details.alert.snoozed_until
    if not is_done or until is None:
        return _answer(request, details, is_done=False)
    words = request.words
    notice = words.plain(step_texts.NOTICE_SNOOZED, when=when(words, until, request.now))
    return _answer(request, details, is_done=True, notice=notice)


async def hand_over_asked(request: Request, press: HandOver, services: Services) -> Reply:
    """Ask to whom to hand it over."""
    details = await _details(request, press, services)
    if details.alert.state is AlertState.RESOLVED:
        return _answer(request, details, is_done=False)
    others = await services.alert_steps.successors(request.person, press.alert_id)
    if not others:
        raise NotAllowed("alerts.not_there")
    return _asked(
        request,
        details,
        step_texts.HAND_TO_WHOM,
        [Button(one.display_name, HandedOver(press.alert_id, one.membership_id)) for one in others],
    )


async def handed_over(request: Request, press: HandedOver, services: Services) -> Reply:
    """Hand it over."""
    successor = await services.alert_steps.hand_over(
        request.person, press.alert_id, press.membership_id, request.now
    )
    details = await _details(request, press, services)
    if successor is None:
        return _answer(request, details, is_done=False)
    notice = request.words.plain(step_texts.NOTICE_HANDED, name=successor.display_name)
    return _answer(request, details, is_done=True, notice=notice)


async def resolve_asked(request: Request, press: Resolve, services: Services) -> Reply:
    """Ask how it ended; an alert that is closed already is only shown."""
    details = await _details(request, press, services)
    words, alert = request.words, details.alert
    if alert.state is AlertState.RESOLVED:
        return _answer(request, details, is_done=False)
    outcomes = [outcome for outcome in Outcome if outcome is not Outcome.FALSE_ALARM]
    return _asked(
        request,
        details,
        texts.HOW_DID_IT_END,
        [Button(words.plain(texts.OUTCOMES[one]), Resolved(alert.alert_id, one)) for one in outcomes],
    )


async def resolved(request: Request, press: Resolved, services: Services) -> Reply:
    """Close the alert with its outcome."""
    is_done = await services.alert_steps.resolve(request.person, press.alert_id, press.outcome, request.now)
    return _answer(request, await _details(request, press, services), is_done=is_done)


async def course_shown(request: Request, press: ShowCourse, services: Services) -> Reply:
    """Send the last days of the person as a picture."""
    details = await _details(request, press, services)
    look = await services.alerts.retrospect(request.person, press.alert_id, request.now)
    words = request.words
    text = words(
        texts.COURSE,
        name=name_of(words, details.card.name),
        days=DAYS,
        reference=reference(details.alert.alert_id),
    )
    return Reply((Screen(text, picture=course_picture(words, look), is_protected=True),), is_new=True)


_Any = Acknowledge | ReachedOut | PutOff | Snoozed | HandOver | HandedOver | Resolve | Resolved | ShowCourse


async def _details(request: Request, press: _Any, services: Services) -> Details:
    return await services.alerts.details(request.person, press.alert_id, request.now)


def _asked(request: Request, details: Details, question: Text, answers: list[Button]) -> Reply:
    words, alert = request.words, details.alert
    return show(
        words(question, name=name_of(words, details.card.name), reference=reference(alert.alert_id)),
        *((answer,) for answer in answers),
        (Button(words.plain(texts.BACK), ShowDetails(alert.alert_id)),),
        anchor=anchor(alert.alert_id),
        is_protected=True,
    )


def _answer(request: Request, details: Details, *, is_done: bool, notice: str | None = None) -> Reply:
    screen = details_screen(request.words, details, request.person, request.now)
    return Reply((screen,), notice=notice or _notice(request, details, is_done=is_done))


def _notice(request: Request, details: Details, *, is_done: bool) -> str:
    words, alert = request.words, details.alert
    if is_done:
        is_told = alert.state is AlertState.ACKNOWLEDGED and alert.is_known_to_the_person
        if is_told:
            return words.plain(texts.NOTICE_SEEN, name=details.card.name)
        return words.plain(texts.NOTICE_NOTED)
    label, name, moment = texts.NOTICE_ALREADY_SEEN, details.acknowledged_by, alert.acknowledged_at
    if alert.resolved_at is not None:
        label, name, moment = texts.NOTICE_ALREADY_CLOSED, details.resolved_by, alert.resolved_at
    if moment is None:
        return words.plain(texts.NOTICE_NOTED)
    shown = str(name_of(words, name or "").unescape())
    return words.plain(label, name=shown, when=when(words, moment, request.now))
