"""Takes what people do with a check-in to its use case and shows where it stands then; it holds no rule and no sentence."""

import dataclasses
import datetime as dt

from babel.core import get_global
from markupsafe import Markup

from domain import crisis
from domain.checkins import State
from domain.ids import CheckInId
from domain.messages import CheckInDue, CheckInReminder
from handlers.callbacks.checkins import (
    AnswerChosen,
    AnswerLeft,
    BeginCheckIn,
    ChangeAnswer,
    ItemReopened,
    ItemSkipped,
    LaterChosen,
    NotNow,
    PutOff,
    SafetyAnswered,
    ShowCheckIn,
    ShowOverdose,
    StartCheckIn,
    WentBack,
    WhyAsked,
)
from handlers.request import Reply, Request, Screen, show
from handlers.route import Notice
from handlers.screens.checkins import (
    choice_screen,
    not_an_answer,
    over_screen,
    prompt_screen,
    put_off_screen,
    question_screen,
    remarked,
    snoozes_screen,
    why_screen,
)
from handlers.screens.menu import help_button
from handlers.screens.receipts import receipt_screen, safety_screen
from handlers.texts import checkins as texts
from handlers.texts import safety
from handlers.texts.words import paragraphs
from services.checkins import Remark, Step
from services.container import Services


async def check_in(request: Request, services: Services) -> Reply:
    """Begin a check-in, or go on with the open one, in a new message."""
    checkin_id = await services.prompts.start(request.person, request.now)
    reply = await _shown(request, await services.checkins.read(request.person, checkin_id), services)
    return Reply(reply.screens, is_new=True)


async def started(request: Request, press: StartCheckIn, services: Services) -> Reply:
    """Do the same for the button on other screens."""
    del press
    return await check_in(request, services)


async def begun(request: Request, press: BeginCheckIn, services: Services) -> Reply:
    """Turn a prompt into its check-in."""
    await services.prompts.begin(request.person, press.checkin_id, request.now)
    return await _current(request, press.checkin_id, services)


async def shown(request: Request, press: ShowCheckIn, services: Services) -> Reply:
    """Show where the check-in stands."""
    return await _current(request, press.checkin_id, services)


async def answered(request: Request, press: AnswerChosen, services: Services) -> Reply:
    """Keep a tapped answer and ask the next question."""
    step = await services.checkins.answer(
        request.person, press.checkin_id, press.item, press.value, request.now
    )
    return await _shown(request, step, services)


async def typed(request: Request, services: Services) -> Reply:
    """Keep a typed answer; what cannot be read gets a sentence and leaves the question where it is."""
    checkin_id = CheckInId(request.subject_id or 0)
    if not request.text or request.is_forwarded:
        return await _not_text(request, checkin_id, services)
    step = await services.checkins.write(request.person, checkin_id, request.text, request.now)
    reply = await _shown(request, step, services)
    sentence = remarked(request.words, step.remark)
    if sentence is None and request.attachment is not None:
        sentence = request.words(texts.WORDS_KEPT)
    return Reply(reply.screens) if sentence is None else _below(sentence, reply)


async def skipped(request: Request, press: ItemSkipped, services: Services) -> Reply:
    """Leave a question out."""
    step = await services.checkins.skip(request.person, press.checkin_id, press.item, request.now)
    return await _shown(request, step, services)


async def went_back(request: Request, press: WentBack, services: Services) -> Reply:
    """Ask the question before again."""
    step = await services.checkins.back(request.person, press.checkin_id, press.item, request.now)
    return await _shown(request, step, services)


async def left_as_is(request: Request, press: AnswerLeft, services: Services) -> Reply:
    """Go on with the answer as it was."""
    step = await services.checkins.leave_as_is(request.person, press.checkin_id, request.now)
    return await _shown(request, step, services)


async def why_asked(request: Request, press: WhyAsked, services: Services) -> Reply:
    """Say why the question is asked, without leaving it."""
    step = await services.checkins.read(request.person, press.checkin_id)
    if step.question is None or step.question.id != press.item:
        return await _shown(request, step, services)
    return Reply((why_screen(request.words, step, step.question),))


async def change_chosen(request: Request, press: ChangeAnswer, services: Services) -> Reply:
    """Show the answers of a finished check-in to choose from."""
    step = await services.checkins.read(request.person, press.checkin_id)
    if step.checkin.state is not State.COMPLETED:
        return await _shown(request, step, services)
    return Reply((choice_screen(request.words, step.checkin),))


async def item_reopened(request: Request, press: ItemReopened, services: Services) -> Reply:
    """Ask a question again, to change its answer."""
    step = await services.checkins.reopen(request.person, press.checkin_id, press.item, request.now)
    return await _shown(request, step, services)


async def later_chosen(request: Request, press: LaterChosen, services: Services) -> Reply:
    """Ask when to ask again."""
    step = await services.checkins.read(request.person, press.checkin_id)
    if step.checkin.state is not State.OPEN or step.checkin.is_put_off(request.now):
        return await _shown(request, step, services)
    screen = snoozes_screen(request.words, step.checkin, request.now)
    if screen is None:
        notice = request.words.plain(texts.TOO_LATE)
        return Reply((prompt_screen(request.words, step.checkin),), notice=notice)
    return Reply((screen,))


async def put_off(request: Request, press: PutOff, services: Services) -> Reply:
    """Let the prompt come back later."""
    snooze = dt.timedelta(minutes=press.minutes)
    await services.prompts.put_off(request.person, press.checkin_id, snooze, request.now)
    return await _current(request, press.checkin_id, services)


async def not_now(request: Request, press: NotNow, services: Services) -> Reply:
    """Leave the check-in out."""
    await services.prompts.decline(request.person, press.checkin_id, request.now)
    return await _current(request, press.checkin_id, services)


async def safety_answered(request: Request, press: SafetyAnswered, services: Services) -> Reply:
    """Answer to whether the person is safe, below the receipt."""
    step = await services.checkins.read(request.person, press.checkin_id)
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


async def check_in_due(notice: Notice, message: CheckInDue, services: Services) -> Screen | None:
    """Return the prompt; None when the check-in has been begun, put off or ended meanwhile."""
    checkin = await services.prompts.announced(notice.recipient, message.checkin_id)
    if checkin is None or checkin.answers or checkin.is_put_off(notice.now):
        return None
    return prompt_screen(notice.words, checkin)


async def check_in_reminder(notice: Notice, message: CheckInReminder, services: Services) -> Screen | None:
    """Return the reminder; None when it is no longer in place."""
    checkin = await services.prompts.announced(notice.recipient, message.checkin_id)
    if checkin is None or checkin.is_put_off(notice.now) or checkin.is_being_answered(notice.now):
        return None
    return prompt_screen(notice.words, checkin, texts.REMINDER)


async def _current(request: Request, checkin_id: CheckInId, services: Services) -> Reply:
    return await _shown(request, await services.checkins.read(request.person, checkin_id), services)


async def _shown(request: Request, step: Step, services: Services) -> Reply:
    notices = {Remark.OUTDATED: texts.OUTDATED, Remark.CLOSED: texts.CLOSED_NOTICE}
    label = None if step.remark is None else notices.get(step.remark)
    notice = None if label is None else request.words.plain(label)
    return Reply((await _screen(request, step, services),), notice=notice)


async def _screen(request: Request, step: Step, services: Services) -> Screen:
    words, checkin = request.words, step.checkin
    if step.question is not None:
        return question_screen(words, step, step.question)
    if checkin.state is State.COMPLETED:
        return receipt_screen(words, checkin, await services.progress.receipt(request.person.scope, checkin))
    if checkin.is_put_off(request.now) and checkin.snoozed_until is not None:
        return put_off_screen(words, checkin, checkin.snoozed_until)
    return prompt_screen(words, checkin) if checkin.state.is_open else over_screen(words, checkin)


async def _not_text(request: Request, checkin_id: CheckInId, services: Services) -> Reply:
    step = await services.checkins.read(request.person, checkin_id)
    reply = await _shown(request, step, services)
    return _below(not_an_answer(request.words, step, is_forwarded=request.is_forwarded), reply)


def _below(sentence: Markup, reply: Reply) -> Reply:
    """Return the screen under a sentence, in a new message: an edit further up would go unseen."""
    first, *rest = reply.screens
    return Reply((dataclasses.replace(first, text=paragraphs(sentence, first.text)), *rest), is_new=True)
