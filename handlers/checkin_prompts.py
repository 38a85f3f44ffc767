"""Takes what people make of being asked (start, later, not now, stop, go on after all) to its use case; it takes no answer."""

import datetime as dt

from domain.checkins import State
from domain.errors import Outdated
from domain.ladder import SNOOZES
from domain.messages import CheckInDue, CheckInReminder
from handlers.callbacks.checkins import (
    BeginCheckIn,
    GoOnAfterAll,
    LaterChosen,
    NotNow,
    PutOff,
    ReturnChosen,
    ShowCheckIn,
    StartCheckIn,
    StopCheckIn,
)
from handlers.checkin_replies import current, standing
from handlers.request import Reply, Request, Screen
from handlers.route import Notice
from handlers.screens.checkins import clearing, prompt_screen, snoozes_screen
from handlers.texts import checkins as texts
from services.container import Services


async def check_in(request: Request, services: Services) -> Reply:
    """Begin a check-in, or go on with the open one, in a new message."""
    checkin_id = await services.prompts.start(request.person, request.now)
    reply = await current(request, checkin_id, services)
    return Reply(reply.screens, is_new=True)


async def started(request: Request, press: StartCheckIn, services: Services) -> Reply:
    """Do the same for the button on other screens."""
    del press
    return await check_in(request, services)


async def begun(request: Request, press: BeginCheckIn, services: Services) -> Reply:
    """Turn a prompt into its check-in."""
    await services.prompts.begin(request.person, press.checkin_id, request.now)
    return await current(request, press.checkin_id, services)


async def return_chosen(request: Request, press: ReturnChosen, services: Services) -> Reply:
    """Begin as the person who was away has chosen."""
    await services.prompts.begin(request.person, press.checkin_id, request.now, press.form)
    return await current(request, press.checkin_id, services)


async def shown(request: Request, press: ShowCheckIn, services: Services) -> Reply:
    """Show where the check-in stands."""
    return await current(request, press.checkin_id, services)


async def later_chosen(request: Request, press: LaterChosen, services: Services) -> Reply:
    """Ask when to ask again."""
    step = await services.checkins.read(request.person, press.checkin_id, request.now)
    if step.checkin.state is not State.OPEN or step.checkin.is_put_off(request.now):
        return await standing(request, step, services)
    next_due_at = await services.prompts.next_due_at(request.person, request.now)
    screen = snoozes_screen(request.words, step.checkin, request.now, next_due_at)
    if screen is None:
        notice = request.words.plain(texts.TOO_LATE)
        return Reply((prompt_screen(request.words, step.checkin),), notice=notice)
    return Reply((screen,))


async def put_off(request: Request, press: PutOff, services: Services) -> Reply:
    """Let the prompt come back later."""
    snooze = next((one for one in SNOOZES if one // dt.timedelta(minutes=1) == press.minutes), None)
    if snooze is None:
        raise Outdated("system.old_button")
    await services.prompts.put_off(request.person, press.checkin_id, snooze, request.now)
    return await current(request, press.checkin_id, services)


async def not_now(request: Request, press: NotNow, services: Services) -> Reply:
    """Leave the check-in out."""
    await services.prompts.stop(request.person, press.checkin_id, request.now)
    return await current(request, press.checkin_id, services)


async def stopped(request: Request, press: StopCheckIn, services: Services) -> Reply:
    """Leave the check-in at what has been answered."""
    await services.prompts.stop(request.person, press.checkin_id, request.now)
    return await current(request, press.checkin_id, services)


async def went_on(request: Request, press: GoOnAfterAll, services: Services) -> Reply:
    """Take the check-in up again."""
    await services.prompts.resume(request.person, press.checkin_id, request.now)
    return await current(request, press.checkin_id, services)


async def check_in_due(notice: Notice, message: CheckInDue, services: Services) -> Screen | None:
    """Return the prompt; None when the check-in has been begun, put off or ended meanwhile."""
    checkin = await services.prompts.announced(notice.recipient, message.checkin_id)
    if checkin is None or checkin.answers or checkin.is_put_off(notice.now):
        return None
    over = await services.prompts.unanswered(notice.recipient, notice.now)
    return clearing(prompt_screen(notice.words, checkin), over)


async def check_in_reminder(notice: Notice, message: CheckInReminder, services: Services) -> Screen | None:
    """Return the reminder; None when it is no longer in place."""
    checkin = await services.prompts.announced(notice.recipient, message.checkin_id)
    if checkin is None or checkin.is_put_off(notice.now) or checkin.is_being_answered(notice.now):
        return None
    return prompt_screen(notice.words, checkin, texts.REMINDER)
