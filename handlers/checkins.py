"""Takes the answers of a check-in, tapped, typed, spoken or corrected, to their use case; it holds no rule and no sentence."""

from domain.ids import CheckInId
from handlers.callbacks.checkins import (
    AnswerChosen,
    AnswerLeft,
    AskAll,
    ChangeAnswer,
    ItemReopened,
    ItemSkipped,
    WentBack,
    WhyAsked,
)
from handlers.checkin_replies import below, standing
from handlers.request import Attachment, Reply, Request
from handlers.screens.questions import choice_screen, why_screen
from handlers.screens.remarks import not_an_answer, remarked
from handlers.texts import checkins as texts
from services.container import Services
from services.steps import Step

_READ_AS_WORDS = {None, Attachment.VOICE}


async def answered(request: Request, press: AnswerChosen, services: Services) -> Reply:
    """Keep a tapped answer and ask the next question."""
    step = await services.checkins.answer(
        request.person, press.checkin_id, press.item, press.value, request.now
    )
    return await standing(request, step, services)


async def typed(request: Request, services: Services) -> Reply:
    """Keep a typed or spoken answer; what cannot be read gets a sentence and leaves the question where it is."""
    if request.is_edit:
        return await _corrected(request, services)
    checkin_id = CheckInId(request.subject_id or 0)
    step = await services.checkins.read(request.person, checkin_id, request.now)
    has_words = bool((request.text or "").strip())
    is_spoken = request.voice is not None and step.question is not None
    if request.is_forwarded or not (has_words or is_spoken):
        sentence = not_an_answer(request.words, step, is_forwarded=request.is_forwarded)
        return below(sentence, await standing(request, step, services))
    step = await services.checkins.write(
        request.person,
        checkin_id,
        request.text or "",
        request.now,
        voice=_packed(request),
        message_id=request.message_id,
    )
    return await _said(request, step, services)


async def skipped(request: Request, press: ItemSkipped, services: Services) -> Reply:
    """Leave a question out."""
    step = await services.checkins.skip(request.person, press.checkin_id, press.item, request.now)
    return await standing(request, step, services)


async def went_back(request: Request, press: WentBack, services: Services) -> Reply:
    """Ask the question before again."""
    step = await services.checkins.back(request.person, press.checkin_id, press.item, request.now)
    return await standing(request, step, services)


async def left_as_is(request: Request, press: AnswerLeft, services: Services) -> Reply:
    """Go on with the answer as it was."""
    step = await services.checkins.leave_as_is(request.person, press.checkin_id, request.now)
    return await standing(request, step, services)


async def asked_for_all(request: Request, press: AskAll, services: Services) -> Reply:
    """Ask all questions of the day after all."""
    step = await services.checkins.something_differs(request.person, press.checkin_id, request.now)
    return await standing(request, step, services)


async def why_asked(request: Request, press: WhyAsked, services: Services) -> Reply:
    """Say why the question is asked, without leaving it."""
    step = await services.checkins.read(request.person, press.checkin_id, request.now)
    if step.question is None or step.question.id != press.item:
        return await standing(request, step, services)
    thresholds = await services.thresholds.of_seat(step.checkin.membership_id)
    return Reply((why_screen(request.words, step, step.question, thresholds),))


async def change_chosen(request: Request, press: ChangeAnswer, services: Services) -> Reply:
    """Show the answers of a finished check-in to choose from."""
    step = await services.checkins.read(request.person, press.checkin_id, request.now)
    if not step.checkin.state.is_answered:
        return await standing(request, step, services)
    return Reply((choice_screen(request.words, step),))


async def item_reopened(request: Request, press: ItemReopened, services: Services) -> Reply:
    """Ask a question again, to change its answer."""
    step = await services.checkins.reopen(request.person, press.checkin_id, press.item, request.now)
    return await standing(request, step, services)


async def _corrected(request: Request, services: Services) -> Reply:
    """Let an answer be what its edited message says now; an edit that changes nothing is left without a word."""
    step = await services.checkins.correct(
        request.person, request.message_id or 0, request.text or "", request.now, voice=_packed(request)
    )
    if step is None or step.remark is None:
        return Reply()
    return await _said(request, step, services)


async def _said(request: Request, step: Step, services: Services) -> Reply:
    reply = await standing(request, step, services)
    sentence = remarked(request.words, step.remark)
    if sentence is None and request.attachment not in _READ_AS_WORDS:
        sentence = request.words(texts.WORDS_KEPT)
    return Reply(reply.screens) if sentence is None else below(sentence, reply)


def _packed(request: Request) -> str | None:
    return None if request.voice is None else request.voice.pack()
