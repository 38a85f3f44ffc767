"""Lets what somebody types next belong to a question about their schedule, and no longer; it answers nothing."""

from domain.ids import MembershipId
from domain.schedules import MOST_TIMES
from handlers.request import Request
from services.container import Services

TIMES = tuple(f"schedule.time{place}" for place in range(MOST_TIMES))
"""One dialogue for each time of the day, in their order; the last of a shorter list is one more time."""
QUIET = "schedule.quiet"
PLACE = "schedule.place"
PAUSE = "schedule.pause"
_ALL = frozenset({*TIMES, QUIET, PLACE, PAUSE})


async def listen(request: Request, kind: str, membership_id: MembershipId, services: Services) -> None:
    """Let what is typed next go to this question."""
    await services.schedules.listen(request.person, kind, membership_id, request.now)


async def stop_listening(request: Request, services: Services) -> None:
    """Let what is typed next be something else again, if it went to one of these questions."""
    kind, _ = await services.people.dialogue(request.person.person_id) or (None, None)
    if kind in _ALL:
        await services.schedules.stop_listening(request.person, kind)
