"""Takes what people do with a questionnaire to its use case and shows where it stands; it holds no rule and no sentence."""

import dataclasses
from collections.abc import Mapping
from typing import Final

from babel.core import get_global

from domain.ids import MeasureId
from domain.measures import State
from handlers.callbacks.crisis import SafeForNow
from handlers.callbacks.measures import (
    BeginMeasure,
    DeclineMeasure,
    GoOnMeasure,
    MeasureAnswered,
    MeasureBack,
    MeasureLeft,
    MeasureSkipped,
    MeasureStopped,
    ShowMeasure,
    ShowMeasures,
    StartMeasure,
)
from handlers.callbacks.partners import WritePartner
from handlers.request import Button, Reply, Request, Screen, show
from handlers.screens.crisis_lines import first_numbers, who_is_told
from handlers.screens.measures import (
    overview_screen,
    question_screen,
    start_screen,
    stopped_screen,
    told_screen,
)
from handlers.screens.results import expired_screen, result_screen
from handlers.texts import corrections as edits
from handlers.texts import crisis as crisis_texts
from handlers.texts import measures as texts
from handlers.texts.words import Text, paragraphs
from services.container import Services
from services.measure_steps import Remark, Step

_EDITED: Final[Mapping[Remark, Text]] = {
    Remark.CORRECTED: edits.CHANGED,
    Remark.NOT_AN_ANSWER: edits.NOT_READ,
    Remark.CLOSED: edits.TOO_LATE,
}


async def measures(request: Request, services: Services) -> Reply:
    """List what waits and what was answered, in a new message."""
    return Reply((await _overview(request, services),), is_new=True)


async def listed(request: Request, press: ShowMeasures, services: Services) -> Reply:
    """Do the same for the button, below what it stands under."""
    del press
    return await measures(request, services)


async def started(request: Request, press: StartMeasure, services: Services) -> Reply:
    """Show what waits before it is begun; what was begun goes on. The button has then done its work, and goes alone."""
    waiting = await services.measures.waiting(request.person, press.membership_id, request.now)
    if waiting is None:
        return Reply(notice=request.words.plain(texts.NONE_WAITS), drops_button=True)
    if waiting.measure is not None and waiting.is_begun:
        step = await services.measuring.read(request.person, waiting.measure.measure_id, request.now)
        return dataclasses.replace(await _shown(request, step, services), is_new=True, drops_button=True)
    return Reply((start_screen(request.words, waiting),), is_new=True, drops_button=True)


async def begun(request: Request, press: BeginMeasure, services: Services) -> Reply:
    """Ask the first question."""
    step = await services.measuring.begin(request.person, press.membership_id, press.kind, request.now)
    return await _shown(request, step, services)


async def declined(request: Request, press: DeclineMeasure, services: Services) -> Reply:
    """Leave it out this time."""
    await services.measures.decline(request.person, press.membership_id, press.kind, request.now)
    return show(request.words(texts.DECLINED))


async def shown(request: Request, press: ShowMeasure, services: Services) -> Reply:
    """Show where a questionnaire stands."""
    step = await services.measuring.read(request.person, press.measure_id, request.now)
    return await _shown(request, step, services)


async def gone_on(request: Request, press: GoOnMeasure, services: Services) -> Reply:
    """Do the same in a new message: the numbers to call stay where they are."""
    step = await services.measuring.read(request.person, press.measure_id, request.now)
    return dataclasses.replace(await _shown(request, step, services), is_new=True)


async def answered(request: Request, press: MeasureAnswered, services: Services) -> Reply:
    """Keep a tapped answer and ask the next question."""
    step = await services.measuring.answer(
        request.person, press.measure_id, press.item, press.value, request.now
    )
    return await _shown(request, step, services)


async def skipped(request: Request, press: MeasureSkipped, services: Services) -> Reply:
    """Leave a question out."""
    step = await services.measuring.skip(request.person, press.measure_id, press.item, request.now)
    return await _shown(request, step, services)


async def went_back(request: Request, press: MeasureBack, services: Services) -> Reply:
    """Ask the question before again."""
    step = await services.measuring.back(request.person, press.measure_id, press.item, request.now)
    return await _shown(request, step, services)


async def left_as_is(request: Request, press: MeasureLeft, services: Services) -> Reply:
    """Go on with the answer as it was."""
    step = await services.measuring.leave_as_is(request.person, press.measure_id, request.now)
    return await _shown(request, step, services)


async def stopped(request: Request, press: MeasureStopped, services: Services) -> Reply:
    """Put the questionnaire aside."""
    step = await services.measuring.stop(request.person, press.measure_id, request.now)
    if step.measure.state is not State.OPEN:
        return await _shown(request, step, services)
    return Reply((stopped_screen(request.words, step.measure),))


async def typed(request: Request, services: Services) -> Reply:
    """Keep a typed answer, or take its edit; what cannot be read gets a sentence and leaves the question where it is."""
    if request.is_edit:
        return await _corrected(request, services)
    measure_id = MeasureId(request.subject_id or 0)
    if not request.text or request.is_forwarded:
        step = await services.measuring.read(request.person, measure_id, request.now)
        sentence = texts.FORWARDED if request.is_forwarded else texts.NOT_AN_ANSWER
    else:
        step = await services.measuring.write(
            request.person, measure_id, request.text, request.now, message_id=request.message_id
        )
        sentence = texts.NOT_AN_ANSWER
        if step.remark is not Remark.NOT_AN_ANSWER:
            return await _shown(request, step, services)
    first, *rest = (await _shown(request, step, services)).screens
    text = paragraphs(request.words(sentence), first.text)
    return Reply((dataclasses.replace(first, text=text), *rest), is_new=True)


async def _corrected(request: Request, services: Services) -> Reply:
    """Let an answer be what its edited message says now; an edit that changes nothing is left without a word.

    What became of it stands in a message of its own: the questionnaire's may be far up.
    """
    step = await services.measuring.correct(
        request.person, request.message_id or 0, request.text or "", request.now
    )
    if step is None or step.remark is None:
        return Reply()
    shown_again = await _screen(request, step, services)
    if step.is_told:
        return Reply((await _told(request, step, services), shown_again), is_new=True)
    return Reply((shown_again, Screen(request.words(_EDITED[step.remark]))))


async def _overview(request: Request, services: Services) -> Screen:
    return overview_screen(request.words, await services.measures.overview(request.person, request.now))


async def _shown(request: Request, step: Step, services: Services) -> Reply:
    if step.is_told:
        return Reply((await _told(request, step, services),), is_new=True)
    notices = {Remark.OUTDATED: texts.OUTDATED, Remark.CLOSED: texts.CLOSED}
    label = None if step.remark is None else notices.get(step.remark)
    notice = None if label is None else request.words.plain(label)
    return Reply((await _screen(request, step, services),), notice=notice)


async def _screen(request: Request, step: Step, services: Services) -> Screen:
    measure, question = step.measure, step.measure.current
    if question is not None:
        return question_screen(request.words, step, question)
    match measure.state:
        case State.COMPLETED:
            return result_screen(request.words, step)
        case State.EXPIRED:
            return expired_screen(request.words, measure)
        case _:
            return await _overview(request, services)


async def _told(request: Request, step: Step, services: Services) -> Screen:
    words = request.words
    here = get_global("zone_territories").get(words.timezone, services.surroundings.default_country)
    told = await services.crisis.told_of(request.person, step.measure.membership_id)
    rows = [(Button(words.plain(crisis_texts.SAFE_FOR_NOW), SafeForNow()),)]
    if told.has_partner:
        rows.append((Button(words.plain(crisis_texts.MESSAGE_PARTNER), WritePartner()),))
    return told_screen(words, step, first_numbers(words, here), who_is_told(words, told, is_brief=True), rows)
