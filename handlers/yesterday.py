"""Opens the check-in of the person's yesterday, to fill it in or to correct it; its answers go the way of all answers."""

from domain.checkins import State
from handlers.checkin_replies import standing
from handlers.request import Reply, Request
from handlers.screens.questions import choice_screen
from services.container import Services


async def yesterday(request: Request, services: Services) -> Reply:
    """Ask what is missing of yesterday in a new message; of one that is complete show the answers to choose from."""
    step = await services.yesterday.open_yesterday(request.person, request.now)
    if step.question is None and step.checkin.state is State.COMPLETED:
        return Reply((choice_screen(request.words, step),), is_new=True)
    reply = await standing(request, step, services)
    return Reply(reply.screens, is_new=True)
