"""Lets people take a rest from being asked: until when, what for, and who may know; none of it has to be answered."""

import datetime as dt

from domain.dates import coming_dates
from domain.errors import NotAllowed, NotUnderstood
from domain.recurrence import local_date_at
from domain.schedules import LONGEST_PAUSE, PauseReason
from handlers.callbacks.pauses import (
    ChooseLonger,
    ChoosePause,
    PartnerNotTold,
    PartnerTold,
    PauseEnded,
    PauseSet,
    ReasonGiven,
    ReasonSkipped,
)
from handlers.listening import PAUSE, listen, stop_listening
from handlers.request import Reply, Request, show
from handlers.screens.pauses import (
    dates_screen,
    lengths_screen,
    over_screen,
    running_screen,
    settled_screen,
    tell_screen,
    why_screen,
)
from handlers.texts import pauses as texts
from handlers.texts.words import Text
from services.container import Services
from services.schedules import Plan

_DAY = dt.timedelta(days=1)


async def pause(request: Request, services: Services) -> Reply:
    """Show the pause that is running, or offer the lengths of one."""
    await stop_listening(request, services)
    running = _running(await services.schedules.plans(request.person, request.now))
    if running is not None:
        return Reply((running_screen(request.words, running),))
    return await _lengths(request, services)


async def pause_asked(request: Request, press: ChoosePause, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await pause(request, services)


async def longer_asked(request: Request, press: ChooseLonger, services: Services) -> Reply:
    """Offer more time than the running pause has."""
    del press
    return await _lengths(request, services)


async def pause_chosen(request: Request, press: PauseSet, services: Services) -> Reply:
    """Ask nothing until that date: the pause begins at once, the questions about it can be left."""
    until = _date(press.until)
    if until is None or until > local_date_at(request.now, request.person.timezone) + LONGEST_PAUSE:
        raise NotAllowed("system.not_yours")
    return await _begun(request, until, services)


async def pause_typed(request: Request, services: Services) -> Reply:
    """Pause until the typed date; what is no coming date gets a sentence and leaves the lengths there."""
    today = local_date_at(request.now, request.person.timezone)
    dates = () if request.attachment is not None else coming_dates(request.text or "", today)
    if len(dates) == 1:
        return await _begun(request, dates[0], services)
    if dates:
        return Reply((dates_screen(request.words, dates),))
    return await _lengths(request, services, problem=texts.NOT_A_DATE)


async def reason_given(request: Request, press: ReasonGiven, services: Services) -> Reply:
    """Keep what the pause is for."""
    until = await _still(request, press.until, services)
    if until is None:
        return await _outdated(request, services)
    await services.schedules.pause_until(request.person, until, press.reason, request.now)
    return await _then_partner(request, until, services)


async def reason_skipped(request: Request, press: ReasonSkipped, services: Services) -> Reply:
    """Go on without a reason."""
    until = await _still(request, press.until, services)
    if until is None:
        return await _outdated(request, services)
    return await _then_partner(request, until, services)


async def partner_told(request: Request, press: PartnerTold, services: Services) -> Reply:
    """Let the partner know that it is a pause, and until when."""
    until = await _still(request, press.until, services)
    if until is None:
        return await _outdated(request, services)
    reason = await _reason(request, services)
    await services.schedules.pause_until(request.person, until, reason, request.now, is_partner_told=True)
    told = await _partners(request, services)
    return Reply((settled_screen(request.words, until, told or ()),))


async def partner_not_told(request: Request, press: PartnerNotTold, services: Services) -> Reply:
    """Keep it from the partner."""
    until = await _still(request, press.until, services)
    if until is None:
        return await _outdated(request, services)
    return Reply((settled_screen(request.words, until),))


async def pause_ended(request: Request, press: PauseEnded, services: Services) -> Reply:
    """Ask again from the next time on."""
    del press
    await stop_listening(request, services)
    await services.schedules.resume(request.person)
    plans = await services.schedules.plans(request.person, request.now)
    coming = [plan.coming[0] for plan in plans if plan.coming]
    if not coming:
        return show(request.words(texts.NOT_ASKED))
    first = min(coming, key=lambda prompt: prompt.at)
    return Reply((over_screen(request.words, first.local_date, first.at),))


async def _lengths(request: Request, services: Services, problem: Text | None = None) -> Reply:
    plans = await services.schedules.plans(request.person, request.now)
    coming = [plan for plan in plans if plan.coming]
    if not coming:
        return show(request.words(texts.NOT_ASKED))
    await listen(request, PAUSE, coming[0].schedule.membership_id, services)
    first = min(plan.coming[0].local_date for plan in coming)
    said = None if problem is None else request.words(problem)
    return Reply((lengths_screen(request.words, first, _running(plans), problem=said),))


async def _begun(request: Request, until: dt.date, services: Services) -> Reply:
    await stop_listening(request, services)
    if until <= local_date_at(request.now, request.person.timezone):
        return await _outdated(request, services)
    reason = await _reason(request, services)
    try:
        begun = await services.schedules.pause_until(request.person, until, reason, request.now)
    except NotUnderstood:
        return await _lengths(request, services, problem=texts.NOT_A_DATE)
    if begun is None:
        return show(request.words(texts.NOT_ASKED))
    if reason is not None:
        return await _then_partner(request, until, services)
    return Reply((why_screen(request.words, until),))


async def _then_partner(request: Request, until: dt.date, services: Services) -> Reply:
    partners = await _partners(request, services)
    if partners is None:
        return Reply((settled_screen(request.words, until),))
    return Reply((tell_screen(request.words, until, partners),))


async def _partners(request: Request, services: Services) -> list[str] | None:
    """Return the names of the person's partners; None when there is no partner."""
    me = request.person.person_id
    pairs = [pair for _, pair in await services.partners.pairs(request.person) if pair.is_active]
    others = [side for pair in pairs for side in pair.others(me)]
    return [side.name for side in others] if others else None


async def _still(request: Request, ordinal: int, services: Services) -> dt.date | None:
    """Return the date until which a button's pause goes; None when that pause is not the one that is running."""
    plans = await services.schedules.plans(request.person, request.now)
    today = local_date_at(request.now, request.person.timezone)
    running = {plan.schedule.paused_until for plan in plans}
    until = _date(ordinal)
    return until if until in running and until is not None and until > today else None


async def _reason(request: Request, services: Services) -> PauseReason | None:
    plans = await services.schedules.plans(request.person, request.now)
    return next((plan.schedule.pause_reason for plan in plans if plan.is_paused), None)


async def _outdated(request: Request, services: Services) -> Reply:
    reply = await pause(request, services)
    return Reply(reply.screens, notice=request.words.plain(texts.OLD_PRESS))


def _running(plans: list[Plan]) -> dt.date | None:
    return max((plan.resumes_on for plan in plans if plan.resumes_on is not None), default=None)


def _date(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if 0 < ordinal <= dt.date.max.toordinal() else None
