"""Lets people choose hours in which nothing comes that can wait; it holds nothing back itself."""

from domain.errors import NotAllowed
from domain.ids import MembershipId
from domain.recurrence import MINUTES_A_DAY
from domain.spans import spans
from handlers.callbacks.schedules import NONE, ChooseQuiet, QuietSet
from handlers.listening import QUIET, listen, stop_listening
from handlers.request import Reply, Request
from handlers.screens.schedules import plan_screen, quiet_screen, spans_screen
from handlers.texts import schedules as texts
from services.container import Services


async def quiet_asked(request: Request, press: ChooseQuiet, services: Services) -> Reply:
    """Offer quiet hours, and listen for some that are typed."""
    await listen(request, QUIET, press.membership_id, services)
    plan = await services.schedules.plan(request.person, press.membership_id, request.now)
    return Reply((quiet_screen(request.words, plan),))


async def quiet_chosen(request: Request, press: QuietSet, services: Services) -> Reply:
    """Keep quiet in these hours from now on, or in none."""
    is_none = press.from_minute == press.until_minute == NONE
    minutes = (press.from_minute, press.until_minute)
    if not is_none and not all(0 <= minute < MINUTES_A_DAY for minute in minutes):
        raise NotAllowed("system.not_yours")
    return await _set(request, press.membership_id, None if is_none else minutes, services)


async def quiet_typed(request: Request, services: Services) -> Reply:
    """Keep quiet in the typed hours; what are no hours gets a sentence and leaves the choices there."""
    seat = MembershipId(request.subject_id or 0)
    plan = await services.schedules.plan(request.person, seat, request.now)
    meant = () if request.attachment is not None else spans(request.text or "")
    if len(meant) == 1:
        return await _set(request, seat, meant[0], services)
    if meant:
        return Reply((spans_screen(request.words, plan, meant),))
    return Reply((quiet_screen(request.words, plan, problem=request.words(texts.NOT_HOURS)),))


async def _set(
    request: Request, seat: MembershipId, minutes: tuple[int, int] | None, services: Services
) -> Reply:
    # Asked first, so that nothing is changed by somebody without this seat.
    await services.schedules.plan(request.person, seat, request.now)
    await services.schedules.set_quiet(request.person, *(minutes or (None, None)))
    await stop_listening(request, services)
    plan = await services.schedules.plan(request.person, seat, request.now)
    return Reply((plan_screen(request.words, plan, request.now, first=request.words(texts.CHANGED)),))
