"""Views of what a group is asked; every change shows the question or the list as it then stands."""

from typing import Final

from markupsafe import Markup

from domain.errors import NotUnderstood
from domain.ids import GroupId
from domain.items import ItemId
from handlers.callbacks.questions import (
    OpenQuestion,
    PreviewCheckIn,
    PreviewPressed,
    PreviewQuestion,
    QuestionMoved,
    QuestionSwitched,
    RemoveQuestion,
    RemoveQuestionConfirmed,
    ResetQuestions,
    ResetQuestionsConfirmed,
    ShowAnswers,
    ShowQuestions,
    Switch,
)
from handlers.request import Reply, Request, Screen
from handlers.screens.group_questions import (
    check_in_screen,
    groups_screen,
    item_screen,
    list_screen,
    remove_screen,
    reset_screen,
)
from handlers.screens.own_answers import answers_screen
from handlers.screens.question_drafts import preview_screen
from handlers.texts import questions as texts
from handlers.texts.words import Words
from services.container import Services
from services.questions import Asked

_SWITCHES: Final = {Switch.USUAL: None, Switch.OFF: False, Switch.ALWAYS: True}


async def questions(request: Request, services: Services) -> Reply:
    """Show what my group is asked, or ask which group."""
    groups = await services.questions.groups(request.person)
    if len(groups) > 1:
        return Reply((groups_screen(request.words, groups),))
    return await _list(request, groups[0].group_id, services)


async def shown(request: Request, press: ShowQuestions, services: Services) -> Reply:
    """Show what this group is asked; what is typed next is no part of a question any more."""
    await services.own_questions.stop_listening(request.person)
    return await _list(request, press.group_id, services)


async def opened(request: Request, press: OpenQuestion, services: Services) -> Reply:
    """Show one question with what can be changed about it."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    return Reply((_item(request.words, asked, press.item),))


async def switched(request: Request, press: QuestionSwitched, services: Services) -> Reply:
    """Switch a question; what may not be is said above it."""
    ask = services.questions
    try:
        asked = await ask.switch(
            request.person, press.group_id, press.item, _SWITCHES[press.switch], request.now
        )
    except NotUnderstood as refusal:
        asked = await ask.asked(request.person, press.group_id, request.now)
        return Reply((_item(request.words, asked, press.item, _problem(request.words, refusal)),))
    return Reply((_item(request.words, asked, press.item),))


async def moved(request: Request, press: QuestionMoved, services: Services) -> Reply:
    """Ask a question earlier or later."""
    asked = await services.questions.move(
        request.person, press.group_id, press.item, press.position, request.now
    )
    return Reply((_item(request.words, asked, press.item),))


async def previewed(request: Request, press: PreviewQuestion, services: Services) -> Reply:
    """Show a question as people see it."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    item = asked.item(press.item)
    if item is None:
        return _gone(request.words, asked)
    return Reply((preview_screen(request.words, asked, item),))


async def check_in_previewed(request: Request, press: PreviewCheckIn, services: Services) -> Reply:
    """Show what is asked today, one after the other."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    return Reply((check_in_screen(request.words, asked),))


async def preview_pressed(request: Request, press: PreviewPressed, services: Services) -> Reply:
    """Say that the buttons of a preview do nothing."""
    del press, services
    return Reply(notice=request.words.plain(texts.ONLY_A_PREVIEW))


async def answers_shown(request: Request, press: ShowAnswers, services: Services) -> Reply:
    """Show what people answered lately to a question of the group's own."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    item = asked.item(press.item)
    if item is None or not item.is_own:
        return _gone(request.words, asked)
    answers = await services.questions.answers(request.person, press.group_id, item, request.now)
    return Reply((answers_screen(request.words, asked, item, answers),))


async def remove_asked(request: Request, press: RemoveQuestion, services: Services) -> Reply:
    """Ask once more before a question of the group's own goes."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    item = asked.item(press.item)
    if item is None or not item.is_own:
        return _gone(request.words, asked)
    return Reply((remove_screen(request.words, asked, item),))


async def removed(request: Request, press: RemoveQuestionConfirmed, services: Services) -> Reply:
    """Ask a question of the group's own no more."""
    asked = await services.questions.remove(request.person, press.group_id, press.item, request.now)
    return Reply((list_screen(request.words, asked),), notice=request.words.plain(texts.REMOVED))


async def reset_asked(request: Request, press: ResetQuestions, services: Services) -> Reply:
    """Ask once more before the template holds again."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    return Reply((reset_screen(request.words, asked),))


async def reset(request: Request, press: ResetQuestionsConfirmed, services: Services) -> Reply:
    """Let the template hold again."""
    asked = await services.questions.reset(request.person, press.group_id, request.now)
    return Reply((list_screen(request.words, asked),), notice=request.words.plain(texts.RESET_DONE))


async def _list(request: Request, group_id: GroupId, services: Services) -> Reply:
    asked = await services.questions.asked(request.person, group_id, request.now)
    return Reply((list_screen(request.words, asked),))


def _item(words: Words, asked: Asked, item_id: ItemId, problem: Markup | None = None) -> Screen:
    item, setting = asked.item(item_id), asked.setting(item_id)
    if item is None or setting is None:
        return list_screen(words, asked, words(texts.GONE))
    return item_screen(words, asked, setting, item, problem)


def _gone(words: Words, asked: Asked) -> Reply:
    return Reply((list_screen(words, asked, words(texts.GONE)),))


def _problem(words: Words, refusal: NotUnderstood) -> Markup:
    return words(texts.REFUSALS[refusal.key], **refusal.data)
