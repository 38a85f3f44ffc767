"""Lets people see and change when they are asked, and pause; it holds no rule and no sentence."""

from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.recurrence import EVERY_DAY, MINUTES_A_DAY
from domain.times import minute_of_day
from domain.timezones import is_zone, search
from handlers.callbacks.schedules import (
    ChooseDays,
    ChoosePause,
    ChooseTime,
    ChooseZone,
    DaysSet,
    PauseEnded,
    PauseSet,
    ShowSchedule,
    TimeSet,
    ZoneSet,
)
from handlers.request import Button, Reply, Request, show
from handlers.screens.schedules import (
    days_screen,
    paused_screen,
    pauses_screen,
    places_screen,
    plan_screen,
    times_screen,
)
from handlers.texts import schedules as texts
from handlers.texts.words import Words
from services.container import Services

TIME_DIALOGUE = "schedule.time"
PLACE_DIALOGUE = "schedule.place"


async def schedule(request: Request, services: Services) -> Reply:
    """Show when the person is asked, of the group that is meant where there are several."""
    seats = request.person.participant_seats
    if len(seats) == 1:
        return await _shown(request, seats[0].membership_id, services)
    names = await services.schedules.group_names(request.person)
    rows = [(Button(name, ShowSchedule(membership_id)),) for membership_id, name in names.items()]
    return show(request.words(texts.WHICH_GROUP), *rows)


async def shown(request: Request, press: ShowSchedule, services: Services) -> Reply:
    """Show when this seat is asked; what is typed next is no time and no place any more."""
    await _stop_listening(request, services)
    return await _shown(request, press.membership_id, services)


async def time_asked(request: Request, press: ChooseTime, services: Services) -> Reply:
    """Offer the hours, and listen for one that is typed."""
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    await services.schedules.listen(request.person, TIME_DIALOGUE, press.membership_id, request.now)
    return Reply((times_screen(request.words, plan),))


async def time_chosen(request: Request, press: TimeSet, services: Services) -> Reply:
    """Ask at this time from now on."""
    if not 0 <= press.minute < MINUTES_A_DAY:
        raise NotAllowed("system.not_yours")
    return await _set_time(request, press.membership_id, press.minute, services)


async def time_typed(request: Request, services: Services) -> Reply:
    """Ask at the typed time from now on; what is no time gets a sentence and leaves the hours there."""
    seat = MembershipId(request.subject_id or 0)
    minute = minute_of_day(request.text or "")
    if minute is not None:
        return await _set_time(request, seat, minute, services)
    plan = await services.schedules.plan(request.person, seat, request.now)
    return Reply((times_screen(request.words, plan, problem=request.words(texts.NOT_A_TIME)),))


async def days_asked(request: Request, press: ChooseDays, services: Services) -> Reply:
    """Offer the weekdays."""
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    return Reply((days_screen(request.words, plan),))


async def days_chosen(request: Request, press: DaysSet, services: Services) -> Reply:
    """Ask on these weekdays from now on; one of them stays."""
    weekdays = press.weekdays & EVERY_DAY
    plan = await services.schedules.set_weekdays(request.person, press.membership_id, weekdays, request.now)
    notice = None if weekdays else request.words.plain(texts.ONE_DAY_STAYS)
    return Reply((days_screen(request.words, plan),), notice=notice)


async def place_asked(request: Request, press: ChooseZone, services: Services) -> Reply:
    """Ask where the person lives now."""
    await services.schedules.listen(request.person, PLACE_DIALOGUE, press.membership_id, request.now)
    return Reply((places_screen(request.words, press.membership_id, (), request.now),))


async def place_typed(request: Request, services: Services) -> Reply:
    """Offer the zones that fit what was typed."""
    seat, zones = MembershipId(request.subject_id or 0), search(request.text or "")
    await services.schedules.plan(request.person, seat, request.now)
    problem = None if zones else request.words(texts.NO_PLACE)
    return Reply((places_screen(request.words, seat, zones, request.now, problem=problem),))


async def place_chosen(request: Request, press: ZoneSet, services: Services) -> Reply:
    """Live in this zone from now on."""
    if not is_zone(press.zone):
        raise NotAllowed("system.not_yours")
    await _stop_listening(request, services)
    moved = await services.schedules.set_timezone(request.person, press.zone, request.now)
    plan = await services.schedules.plan(moved, press.membership_id, request.now)
    there = Words(request.words.language, press.zone)
    return Reply((plan_screen(there, plan, first=there(texts.CHANGED)),))


async def pause(request: Request, services: Services) -> Reply:
    """Offer the lengths of a pause, or the end of the running one."""
    plans = await services.schedules.plans(request.person, request.now)
    return Reply((pauses_screen(request.words, plans),))


async def pause_asked(request: Request, press: ChoosePause, services: Services) -> Reply:
    """Do the same for the button."""
    del press
    return await pause(request, services)


async def pause_chosen(request: Request, press: PauseSet, services: Services) -> Reply:
    """Ask nothing for so many days."""
    if press.days not in texts.PAUSES:
        raise NotAllowed("system.not_yours")
    until = await services.schedules.pause(request.person, press.days, request.now)
    if until is None:
        return show(request.words(texts.NOT_ASKED))
    return Reply((paused_screen(request.words, until),))


async def pause_ended(request: Request, press: PauseEnded, services: Services) -> Reply:
    """Ask again from the next time on."""
    del press
    await services.schedules.resume(request.person)
    coming = [
        plan.coming[0] for plan in await services.schedules.plans(request.person, request.now) if plan.coming
    ]
    if not coming:
        return show(request.words(texts.NOT_ASKED))
    first = min(coming, key=lambda occurrence: occurrence.at)
    words = request.words
    return show(words(texts.PAUSE_OVER, day=words.day(first.local_date), time=words.time(first.at)))


async def _set_time(request: Request, seat: MembershipId, minute: int, services: Services) -> Reply:
    await _stop_listening(request, services)
    plan = await services.schedules.set_time(request.person, seat, minute, request.now)
    return Reply((plan_screen(request.words, plan, first=request.words(texts.CHANGED)),))


async def _shown(request: Request, seat: MembershipId, services: Services) -> Reply:
    plan = await services.schedules.plan(request.person, seat, request.now)
    return Reply((plan_screen(request.words, plan),))


async def _stop_listening(request: Request, services: Services) -> None:
    for kind in (TIME_DIALOGUE, PLACE_DIALOGUE):
        await services.schedules.stop_listening(request.person, kind)
