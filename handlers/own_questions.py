"""Views of writing a question for one's group: scale, words, choices, a look at it, and only then it is asked."""

from markupsafe import Markup

from domain.errors import NotUnderstood
from domain.ids import QuestionId
from domain.questions import Draft
from handlers.callbacks.questions import (
    AddQuestion,
    DropQuestion,
    KeepQuestion,
    Rechoose,
    Reword,
    ScaleChosen,
)
from handlers.request import Reply, Request
from handlers.screens.group_questions import list_screen
from handlers.screens.question_drafts import choosing_screen, draft_screen, scales_screen, writing_screen
from handlers.texts import questions as texts
from handlers.texts.words import Words
from services.container import Services
from services.own_questions import CHOICES_DIALOGUE, WORDING_DIALOGUE


async def add_asked(request: Request, press: AddQuestion, services: Services) -> Reply:
    """Offer the ways in which a question can be answered; with enough of them already, say so."""
    asked = await services.questions.asked(request.person, press.group_id, request.now)
    try:
        asked.check_room()
    except NotUnderstood as refusal:
        return Reply((list_screen(request.words, asked, _problem(request.words, refusal)),))
    return Reply((scales_screen(request.words, asked),))


async def scale_chosen(request: Request, press: ScaleChosen, services: Services) -> Reply:
    """Ask for the question's words."""
    try:
        draft = await services.own_questions.begin(request.person, press.group_id, press.scale, request.now)
    except NotUnderstood as refusal:
        asked = await services.questions.asked(request.person, press.group_id, request.now)
        return Reply((list_screen(request.words, asked, _problem(request.words, refusal)),))
    return Reply((writing_screen(request.words, draft),))


async def wording_typed(request: Request, services: Services) -> Reply:
    """Take the question's words; what is none, or too much, gets a sentence and is asked for again."""
    question_id = QuestionId(request.subject_id or 0)
    try:
        draft = await services.own_questions.word(request.person, question_id, _typed(request), request.now)
    except NotUnderstood as refusal:
        draft = await services.own_questions.draft(request.person, question_id)
        return Reply((writing_screen(request.words, draft, _problem(request.words, refusal)),))
    return await _next(request, draft, services)


async def choices_typed(request: Request, services: Services) -> Reply:
    """Take the question's choices; lines that no buttons can show get a sentence and are asked for again."""
    question_id = QuestionId(request.subject_id or 0)
    try:
        draft = await services.own_questions.choose(request.person, question_id, _typed(request), request.now)
    except NotUnderstood as refusal:
        draft = await services.own_questions.draft(request.person, question_id)
        return Reply((choosing_screen(request.words, draft, _problem(request.words, refusal)),))
    return await _next(request, draft, services)


async def reword(request: Request, press: Reword, services: Services) -> Reply:
    """Ask for other words."""
    draft = await services.own_questions.reword(
        request.person, press.question_id, WORDING_DIALOGUE, request.now
    )
    return Reply((writing_screen(request.words, draft),))


async def rechoose(request: Request, press: Rechoose, services: Services) -> Reply:
    """Ask for other choices."""
    draft = await services.own_questions.reword(
        request.person, press.question_id, CHOICES_DIALOGUE, request.now
    )
    return Reply((choosing_screen(request.words, draft),))


async def kept(request: Request, press: KeepQuestion, services: Services) -> Reply:
    """Ask it from now on; what stands in the way is said above the draft, which stays."""
    words = request.words
    try:
        asked = await services.own_questions.keep(request.person, press.question_id, request.now)
    except NotUnderstood as refusal:
        draft = await services.own_questions.draft(request.person, press.question_id)
        return await _next(request, draft, services, _problem(words, refusal))
    return Reply((list_screen(words, asked),), notice=words.plain(texts.KEPT))


async def dropped(request: Request, press: DropQuestion, services: Services) -> Reply:
    """Let go of a draft."""
    asked = await services.own_questions.drop(request.person, press.question_id, request.now)
    return Reply((list_screen(request.words, asked),), notice=request.words.plain(texts.DROPPED))


async def _next(request: Request, draft: Draft, services: Services, problem: Markup | None = None) -> Reply:
    """Return the step that the draft stands at."""
    if not draft.is_complete:
        return Reply((choosing_screen(request.words, draft, problem),))
    asked = await services.questions.asked(request.person, draft.group_id, request.now)
    return Reply((draft_screen(request.words, asked, draft, problem),))


def _typed(request: Request) -> str:
    return "" if request.attachment is not None else request.text or ""


def _problem(words: Words, refusal: NotUnderstood) -> Markup:
    return words(texts.REFUSALS[refusal.key], **refusal.data)
