"""Lets facilitators set when newcomers are asked and how soon an unanswered check-in is mentioned again; it holds no rule."""

import dataclasses
import datetime as dt

from domain.errors import NotAllowed, NotUnderstood
from domain.groups import Delays
from domain.ids import GroupId
from domain.recurrence import EVERY_DAY
from domain.times import minute_of_day
from handlers.callbacks.reminders import (
    ChooseDefaultDays,
    ChooseDefaultTime,
    ChooseDelay,
    DefaultDaysSet,
    DefaultTimeSet,
    DelaySet,
    ShowDefaults,
    Step,
)
from handlers.request import Reply, Request
from handlers.screens.reminders import (
    STEPS,
    days_screen,
    defaults_screen,
    delays_screen,
    groups_screen,
    times_screen,
)
from handlers.texts import reminders as texts
from services.container import Services

TIME_DIALOGUE = "reminders.time"


async def reminders(request: Request, services: Services) -> Reply:
    """Show what my group does where nobody has chosen otherwise, or ask which group."""
    groups = await services.defaults.groups(request.person)
    if len(groups) > 1:
        return Reply((groups_screen(request.words, groups),))
    return Reply((defaults_screen(request.words, groups[0]),))


async def shown(request: Request, press: ShowDefaults, services: Services) -> Reply:
    """Show this group's defaults; what is typed next is no time any more."""
    await services.defaults.stop_listening(request.person, TIME_DIALOGUE)
    group = await services.defaults.group(request.person, press.group_id)
    return Reply((defaults_screen(request.words, group),))


async def time_asked(request: Request, press: ChooseDefaultTime, services: Services) -> Reply:
    """Offer the hours, and listen for one that is typed."""
    await services.defaults.listen(request.person, TIME_DIALOGUE, press.group_id, request.now)
    group = await services.defaults.group(request.person, press.group_id)
    return Reply((times_screen(request.words, group),))


async def time_chosen(request: Request, press: DefaultTimeSet, services: Services) -> Reply:
    """Ask newcomers at this time."""
    return await _set_time(request, press.group_id, press.minute, services)


async def time_typed(request: Request, services: Services) -> Reply:
    """Ask newcomers at the typed time; what is no time gets a sentence and leaves the hours there."""
    group_id, minute = GroupId(request.subject_id or 0), minute_of_day(request.text or "")
    if minute is not None:
        return await _set_time(request, group_id, minute, services)
    group = await services.defaults.group(request.person, group_id)
    return Reply((times_screen(request.words, group, request.words(texts.NOT_A_TIME)),))


async def days_asked(request: Request, press: ChooseDefaultDays, services: Services) -> Reply:
    """Offer the weekdays."""
    group = await services.defaults.group(request.person, press.group_id)
    return Reply((days_screen(request.words, group),))


async def days_chosen(request: Request, press: DefaultDaysSet, services: Services) -> Reply:
    """Ask newcomers on these weekdays; one of them stays."""
    group = await services.defaults.group(request.person, press.group_id)
    weekdays = press.weekdays & EVERY_DAY
    if not weekdays:
        notice = request.words.plain(texts.ONE_DAY_STAYS)
        return Reply((days_screen(request.words, group),), notice=notice)
    changed = await services.defaults.set_times(
        request.person, press.group_id, group.checkin_minute, weekdays
    )
    return Reply((days_screen(request.words, changed),))


async def delay_asked(request: Request, press: ChooseDelay, services: Services) -> Reply:
    """Offer the delays of one step."""
    group = await services.defaults.group(request.person, press.group_id)
    return Reply((delays_screen(request.words, group, press.step),))


async def delay_chosen(request: Request, press: DelaySet, services: Services) -> Reply:
    """Let one step come after this delay; one that turns the order round is refused above the choices."""
    words, group = request.words, await services.defaults.group(request.person, press.group_id)
    if press.minutes not in STEPS[press.step]:
        raise NotAllowed("system.not_yours")
    delays = _with(group.delays, press.step, dt.timedelta(minutes=press.minutes))
    try:
        changed = await services.defaults.set_delays(request.person, press.group_id, delays)
    except NotUnderstood:
        return Reply((delays_screen(words, group, press.step, words(texts.WRONG_ORDER)),))
    return Reply((defaults_screen(words, changed),), notice=words.plain(texts.CHANGED))


async def _set_time(request: Request, group_id: GroupId, minute: int, services: Services) -> Reply:
    group = await services.defaults.group(request.person, group_id)
    changed = await services.defaults.set_times(request.person, group_id, minute, group.checkin_weekdays)
    await services.defaults.stop_listening(request.person, TIME_DIALOGUE)
    return Reply((defaults_screen(request.words, changed),), notice=request.words.plain(texts.CHANGED))


def _with(delays: Delays, step: Step, delay: dt.timedelta) -> Delays:
    match step:
        case Step.REMIND:
            return dataclasses.replace(delays, remind_after=delay)
        case Step.NUDGE:
            return dataclasses.replace(delays, nudge_after=delay)
        case Step.CLOSE:
            return dataclasses.replace(delays, close_after=delay)
