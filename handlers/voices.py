"""Views that play spoken answers of check-ins to whoever may read them at this moment; they keep nothing."""

from domain.errors import NothingToDo
from handlers.callbacks.checkins import HearAnswer
from handlers.callbacks.questions import HearOwnAnswer
from handlers.request import Reply, Request
from handlers.screens.voices import played_screen
from services.container import Services


async def answer_heard(request: Request, press: HearAnswer, services: Services) -> Reply:
    """Play the person's own spoken answer, below the screen that it stands on."""
    step = await services.checkins.read(request.person, press.checkin_id, request.now)
    answer = step.checkin.answers.get(press.item)
    if answer is None or answer.voice is None:
        raise NothingToDo("voices.gone")
    return Reply((played_screen(request.words, answer.voice, answer.text or ""),), is_below=True)


async def own_answer_heard(request: Request, press: HearOwnAnswer, services: Services) -> Reply:
    """Play to a facilitator what somebody said in answer to a question of the group's own."""
    voice, text = await services.questions.hear(request.person, press.checkin_id, press.item, request.now)
    return Reply((played_screen(request.words, voice, text),), is_below=True)
