"""Lets people see and change the times and days at which they are asked; it holds no rule and no sentence."""

from domain.errors import NotAllowed, NotUnderstood
from domain.ids import MembershipId
from domain.recurrence import EVERY_DAY, MINUTES_A_DAY
from domain.schedules import CLOSEST
from domain.times import possible_minutes
from handlers.callbacks.schedules import (
    NONE,
    ChooseDays,
    ChooseTime,
    DaysSet,
    ShowSchedule,
    TimeRemoved,
    TimeSet,
)
from handlers.listening import TIMES, listen, stop_listening
from handlers.request import Button, Reply, Request, show
from handlers.route import View
from handlers.screens.moments import clock
from handlers.screens.schedules import days_screen, halves_screen, plan_screen, times_screen
from handlers.texts import schedules as texts
from services.container import Services
from services.schedules import Plan

_CLOSEST_MINUTES = int(CLOSEST.total_seconds()) // 60


async def schedule(request: Request, services: Services) -> Reply:
    """Show when the person is asked, of the group that is meant where there are several."""
    await stop_listening(request, services)
    seats = request.person.participant_seats
    if len(seats) == 1:
        return await _shown(request, seats[0].membership_id, services)
    names = await services.schedules.group_names(request.person)
    rows = [(Button(name, ShowSchedule(membership_id)),) for membership_id, name in names.items()]
    return show(request.words(texts.WHICH_GROUP), *rows)


async def shown(request: Request, press: ShowSchedule, services: Services) -> Reply:
    """Show when this seat is asked; what is typed next is no answer to a question about it any more."""
    await stop_listening(request, services)
    return await _shown(request, press.membership_id, services)


async def time_asked(request: Request, press: ChooseTime, services: Services) -> Reply:
    """Offer the hours, and listen for one that is typed."""
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    minutes = plan.schedule.minutes
    if press.instead_of != NONE and press.instead_of not in minutes:
        return await _outdated(request, plan, services)
    place = len(minutes) if press.instead_of == NONE else minutes.index(press.instead_of)
    if place >= len(TIMES):
        return await _outdated(request, plan, services)
    await listen(request, TIMES[place], press.membership_id, services)
    return Reply((times_screen(request.words, plan, press.instead_of),))


async def time_chosen(request: Request, press: TimeSet, services: Services) -> Reply:
    """Ask at this time from now on, instead of another or as well."""
    if not 0 <= press.minute < MINUTES_A_DAY:
        raise NotAllowed("system.not_yours")
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    return await _set_time(request, plan, press.instead_of, press.minute, services)


def time_typed(place: int) -> View:
    """Return the view of a typed time for the time at this place of the day's order."""

    async def view(request: Request, services: Services) -> Reply:
        """Ask at the typed time from now on; what is no time gets a sentence and leaves the hours there."""
        seat = MembershipId(request.subject_id or 0)
        plan = await services.schedules.plan(request.person, seat, request.now)
        minutes = plan.schedule.minutes
        instead_of = minutes[place] if place < len(minutes) else NONE
        meant = () if request.attachment is not None else possible_minutes(request.text or "")
        if len(meant) == 1:
            return await _set_time(request, plan, instead_of, meant[0], services)
        if meant:
            return Reply((halves_screen(request.words, plan, instead_of, meant),))
        problem = request.words(texts.NOT_A_TIME)
        return Reply((times_screen(request.words, plan, instead_of, problem=problem),))

    return view


async def time_removed(request: Request, press: TimeRemoved, services: Services) -> Reply:
    """Ask no longer at this time; one stays."""
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    left = [minute for minute in plan.schedule.minutes if minute != press.minute]
    if len(left) == len(plan.schedule.minutes):
        return await _outdated(request, plan, services)
    await stop_listening(request, services)
    if not left:
        notice = request.words.plain(texts.ONE_TIME_STAYS)
        return Reply((plan_screen(request.words, plan, request.now),), notice=notice)
    plan = await services.schedules.set_times(request.person, press.membership_id, left, request.now)
    return _changed(request, plan)


async def days_asked(request: Request, press: ChooseDays, services: Services) -> Reply:
    """Offer the weekdays."""
    await stop_listening(request, services)
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    return Reply((days_screen(request.words, plan),))


async def days_chosen(request: Request, press: DaysSet, services: Services) -> Reply:
    """Ask on these weekdays from now on; one of them stays."""
    weekdays = press.weekdays & EVERY_DAY
    plan = await services.schedules.set_weekdays(request.person, press.membership_id, weekdays, request.now)
    notice = None if weekdays else request.words.plain(texts.ONE_DAY_STAYS)
    return Reply((days_screen(request.words, plan),), notice=notice)


async def _set_time(request: Request, plan: Plan, instead_of: int, minute: int, services: Services) -> Reply:
    minutes, seat = plan.schedule.minutes, plan.schedule.membership_id
    if minute in minutes and instead_of in {NONE, minute}:
        # The second of two quick taps, or the time that it is already: nothing to do and nothing to explain.
        return await _shown(request, seat, services)
    if instead_of != NONE and instead_of not in minutes:
        return (
            await _shown(request, seat, services)
            if minute in minutes
            else await _outdated(request, plan, services)
        )
    others = [one for one in minutes if one != instead_of]
    near = next((one for one in others if _apart(one, minute) < _CLOSEST_MINUTES), None)
    if near is not None:
        problem = request.words(texts.TOO_CLOSE, time=clock(minute), other=clock(near))
        return Reply((times_screen(request.words, plan, instead_of, problem=problem),))
    try:
        plan = await services.schedules.set_times(request.person, seat, [*others, minute], request.now)
    except NotUnderstood as refusal:
        problem = request.words(texts.REFUSALS[refusal.key], **refusal.data)
        return Reply((plan_screen(request.words, plan, request.now, first=problem),))
    await stop_listening(request, services)
    return _changed(request, plan)


def _apart(one: int, other: int) -> int:
    return min((one - other) % MINUTES_A_DAY, (other - one) % MINUTES_A_DAY)


def _changed(request: Request, plan: Plan) -> Reply:
    return Reply((plan_screen(request.words, plan, request.now, first=request.words(texts.CHANGED)),))


async def _outdated(request: Request, plan: Plan, services: Services) -> Reply:
    await stop_listening(request, services)
    notice = request.words.plain(texts.OLD_TIME)
    return Reply((plan_screen(request.words, plan, request.now),), notice=notice)


async def _shown(request: Request, seat: MembershipId, services: Services) -> Reply:
    await stop_listening(request, services)
    plan = await services.schedules.plan(request.person, seat, request.now)
    return Reply((plan_screen(request.words, plan, request.now),))
