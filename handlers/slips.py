"""Views for after a setback: kind words and safety first, then questions that can all be left; it tells nobody."""

import datetime as dt

from domain.dates import coming_dates, recent_dates
from domain.ids import SlipId
from domain.recurrence import local_date_at
from domain.slips import Slip, SlipState, SlipStep
from handlers.callbacks.checkins import Safety
from handlers.callbacks.slips import (
    BeginSlip,
    ChangeSlip,
    DeleteSlip,
    DeleteSlipConfirmed,
    EmptySlip,
    LaterSlip,
    OpenSlip,
    ReopenSlip,
    SlipBack,
    SlipChip,
    SlipNext,
    SlipSafety,
    SlipSkill,
    SlipsPage,
    SlipUsedOn,
)
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.slip_summaries import (
    change_screen,
    delete_screen,
    list_screen,
    skill_screen,
    summary_screen,
)
from handlers.screens.slips import (
    question_screen,
    safety_first_screen,
    unsure_screen,
    which_day_screen,
    with_safety,
)
from handlers.texts import slips as texts
from handlers.texts.words import Text
from services.container import Services


async def slip(request: Request, services: Services) -> Reply:
    """Begin to look at a setback, or go on where it was left."""
    before = request.now
    found = await services.slips.begin(request.person, request.text or "", request.now)
    return await _shown(request, found, services, is_back=found.begun_at < before)


async def begun(request: Request, press: BeginSlip, services: Services) -> Reply:
    """Look at what a check-in reported, below it."""
    found = await services.slips.begin_from(
        request.person, press.checkin_id, request.now, is_asked=bool(press.is_asked)
    )
    reply = await _shown(request, found, services, is_back=found.begun_at < request.now)
    return Reply(reply.screens, is_below=True)


async def safety_answered(request: Request, press: SlipSafety, services: Services) -> Reply:
    """Say what keeps a body safe; whoever is safe is asked the first question with it."""
    found = await services.slips.go_on(request.person, press.slip_id, SlipStep.SAFETY, request.now)
    if press.safety is Safety.UNSURE:
        await services.slips.stop(request.person)
        standing = await services.slip_telling.standing(request.person, found)
        return Reply((unsure_screen(request.words, found, standing),), is_new=True)
    screen = await _screen(request, found, services)
    return Reply((screen if found.step is None else with_safety(request.words, screen),), is_new=True)


async def day_chosen(request: Request, press: SlipUsedOn, services: Services) -> Reply:
    """Keep the day, and go on."""
    if not 0 < press.ordinal <= dt.date.max.toordinal():
        return await _shown(request, await services.slips.slip(request.person, press.slip_id), services)
    on = dt.date.fromordinal(press.ordinal)
    found = await services.slips.set_used_on(request.person, press.slip_id, on, request.now)
    return await _shown(request, found, services)


async def chip_chosen(request: Request, press: SlipChip, services: Services) -> Reply:
    """Mark a ready answer, or unmark it."""
    found = await services.slips.choose(request.person, press.slip_id, press.step, press.chip)
    return await _shown(request, found, services)


async def went_on(request: Request, press: SlipNext, services: Services) -> Reply:
    """Ask the next question, or show the whole."""
    found = await services.slips.go_on(request.person, press.slip_id, press.step, request.now)
    return await _shown(request, found, services)


async def went_back(request: Request, press: SlipBack, services: Services) -> Reply:
    """Ask the question before again."""
    found = await services.slips.go_back(request.person, press.slip_id, press.step, request.now)
    return await _shown(request, found, services)


async def emptied(request: Request, press: EmptySlip, services: Services) -> Reply:
    """Take an answer back."""
    found = await services.slips.empty(request.person, press.slip_id, press.step)
    return await _shown(request, found, services)


async def left(request: Request, press: LaterSlip, services: Services) -> Reply:
    """Leave it, half-way or told to the end."""
    await services.slips.stop(request.person)
    found = await services.slips.slip(request.person, press.slip_id)
    if found.state is SlipState.KEPT:
        return show(request.words(texts.GOODBYE))
    delete = Button(request.words.plain(texts.DELETE), DeleteSlip(found.slip_id))
    return show(request.words(texts.LEFT), (delete,))


async def opened(request: Request, press: OpenSlip, services: Services) -> Reply:
    """Show a slip as it stands."""
    found = await services.slips.open(request.person, press.slip_id, request.now)
    return await _shown(request, found, services)


async def change_asked(request: Request, press: ChangeSlip, services: Services) -> Reply:
    """Show what can be changed."""
    found = await services.slips.slip(request.person, press.slip_id)
    return Reply((change_screen(request.words, found),))


async def reopened(request: Request, press: ReopenSlip, services: Services) -> Reply:
    """Ask one question again."""
    found = await services.slips.reopen(request.person, press.slip_id, press.step, request.now)
    return await _shown(request, found, services)


async def skill_shown(request: Request, press: SlipSkill, services: Services) -> Reply:
    """Show something that helps now."""
    found = await services.slips.slip(request.person, press.slip_id)
    return Reply((skill_screen(request.words, found, press.number),))


async def page_chosen(request: Request, press: SlipsPage, services: Services) -> Reply:
    """List what was told before."""
    return Reply((list_screen(request.words, await services.slips.page(request.person, press.page)),))


async def delete_asked(request: Request, press: DeleteSlip, services: Services) -> Reply:
    """Ask once more before a slip is deleted."""
    found = await services.slips.slip(request.person, press.slip_id)
    standing = await services.slip_telling.standing(request.person, found)
    names = standing.facilitators.get(found.membership_id, ())
    return Reply((delete_screen(request.words, found, names),))


async def delete_confirmed(request: Request, press: DeleteSlipConfirmed, services: Services) -> Reply:
    """Delete a slip for good; a second tap finds it gone and says the same."""
    await services.slips.delete(request.person, press.slip_id)
    return show(request.words(texts.DELETED))


async def typed(request: Request, services: Services) -> Reply:
    """Take what was written as the answer to the open question, or its edit."""
    slip_id = SlipId(request.subject_id or 0)
    if request.is_edit:
        corrected = await services.slips.correct(
            request.person, slip_id, request.message_id or 0, request.text or ""
        )
        return Reply() if corrected is None else await _shown(request, corrected, services)
    found = await services.slips.slip(request.person, slip_id)
    if request.attachment is not None or not (request.text or "").strip():
        return await _shown(request, found, services, remark=texts.WORDS_ONLY)
    if found.step is SlipStep.WHEN:
        return await _day_typed(request, found, services)
    step = found.step
    found = await services.slips.write(
        request.person, slip_id, request.text or "", request.message_id, request.now
    )
    waits = found.step is step and step is not None
    return await _shown(request, found, services, remark=texts.MORE_TO_COME if waits else None)


async def _day_typed(request: Request, found: Slip, services: Services) -> Reply:
    today = local_date_at(request.now, request.person.timezone)
    dates = recent_dates(request.text or "", today)
    if len(dates) > 1:
        return Reply((which_day_screen(request.words, found, dates),))
    if not dates:
        is_to_come = bool(coming_dates(request.text or "", today))
        remark = texts.TO_COME if is_to_come else texts.NOT_A_DAY
        return await _shown(request, found, services, remark=remark)
    found = await services.slips.set_used_on(request.person, found.slip_id, dates[0], request.now)
    return await _shown(request, found, services)


async def _shown(
    request: Request,
    found: Slip,
    services: Services,
    *,
    remark: Text | None = None,
    is_back: bool = False,
) -> Reply:
    return Reply((await _screen(request, found, services, remark=remark, is_back=is_back),))


async def _screen(
    request: Request,
    found: Slip,
    services: Services,
    *,
    remark: Text | None = None,
    is_back: bool = False,
) -> Screen:
    words = request.words
    if found.step is None or found.step is SlipStep.SAFETY:
        standing = await services.slip_telling.standing(request.person, found)
        draw = summary_screen if found.step is None else safety_first_screen
        return draw(words, found, standing)
    today = local_date_at(request.now, request.person.timezone)
    said = None if remark is None else words(remark)
    return question_screen(words, found, found.step, today, said, is_back=is_back)
