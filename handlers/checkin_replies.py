"""Finds the screen for where a check-in stands, for the views of check-ins; it takes nothing from the person."""

import dataclasses

from markupsafe import Markup

from domain.checkins import CheckIn, State
from domain.ids import CheckInId
from handlers.request import Reply, Request, Screen
from handlers.screens.checkins import (
    clearing,
    over_screen,
    prompt_screen,
    put_off_screen,
    welcome_screen,
)
from handlers.screens.questions import question_screen
from handlers.screens.receipts import receipt_screen
from handlers.texts import checkins as texts
from handlers.texts.words import paragraphs
from services.container import Services
from services.steps import Remark, Step


async def current(request: Request, checkin_id: CheckInId, services: Services) -> Reply:
    """Return where a check-in of the person's own stands."""
    return await standing(
        request, await services.checkins.read(request.person, checkin_id, request.now), services
    )


async def standing(request: Request, step: Step, services: Services) -> Reply:
    """Return where a check-in stands after this step, with a line above the chat when the press came too late."""
    notices = {Remark.OUTDATED: texts.OUTDATED, Remark.CLOSED: texts.CLOSED_NOTICE}
    label = None if step.remark is None else notices.get(step.remark)
    notice = None if label is None else request.words.plain(label)
    return Reply((await _screen(request, step, services),), notice=notice)


def below(sentence: Markup, reply: Reply) -> Reply:
    """Return the screen under a sentence, in a new message: an edit further up would go unseen."""
    first, *rest = reply.screens
    return Reply((dataclasses.replace(first, text=paragraphs(sentence, first.text)), *rest), is_new=True)


async def _screen(request: Request, step: Step, services: Services) -> Screen:
    words, checkin = request.words, step.checkin
    if step.question is not None:
        return question_screen(words, step, step.question)
    if checkin.state is State.COMPLETED:
        return await _receipt(request, step, services)
    if step.is_returning:
        welcome = welcome_screen(words, checkin, await _name(request, checkin, services))
        return clearing(welcome, await services.prompts.unanswered(request.person, request.now))
    if checkin.is_put_off(request.now) and checkin.snoozed_until is not None:
        return put_off_screen(words, checkin, checkin.snoozed_until)
    if checkin.state.is_open:
        return prompt_screen(words, checkin)
    return over_screen(words, checkin, request.now)


async def _receipt(request: Request, step: Step, services: Services) -> Screen:
    actor, checkin = request.person, step.checkin
    return receipt_screen(
        request.words,
        checkin,
        await services.progress.receipt(actor.scope, checkin),
        await services.measures.waiting(actor, checkin.membership_id, request.now),
        step.other,
    )


async def _name(request: Request, checkin: CheckIn, services: Services) -> str:
    groups = await services.groups.own(request.person)
    return next((one.display_name for one in groups if one.group.group_id == checkin.group_id), "")
