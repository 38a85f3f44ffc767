"""Views of what two agree on when they become partners: three short steps, each one tap, each can be left out."""

from domain.agreements import STEPS
from handlers.callbacks.agreements import (
    AgreedShareChosen,
    AgreementOpened,
    BoundaryChosen,
    ReachChosen,
    StepTaken,
)
from handlers.request import Reply, Request
from handlers.screens.agreements import done_screen, step_screen
from services.agreements import Agreement
from services.container import Services


async def agreement_opened(request: Request, press: AgreementOpened, services: Services) -> Reply:
    """Show the step that comes next; all of them once more to somebody who has taken all."""
    agreement = await services.agreements.read(request.person, press.pair_id)
    return await _step(request, agreement, agreement.step or 1, services)


async def reach_chosen(request: Request, press: ReachChosen, services: Services) -> Reply:
    """Keep how the person may be reached, and show what is shared."""
    agreement = await services.agreements.take(request.person, press.pair_id, 1, reach=press.reach)
    return await _following(request, agreement, services)


async def share_chosen(request: Request, press: AgreedShareChosen, services: Services) -> Reply:
    """Share an item or no longer, and stay at this step."""
    await services.consenting.choose(
        request.person,
        press.pair_id,
        press.membership_id,
        item=press.item,
        is_on=bool(press.is_on),
        now=request.now,
    )
    agreement = await services.agreements.read(request.person, press.pair_id)
    return await _step(request, agreement, 2, services)


async def boundary_chosen(request: Request, press: BoundaryChosen, services: Services) -> Reply:
    """Keep what the person wants of advice; with the last one's last step what follows may begin."""
    agreement = await services.agreements.take(request.person, press.pair_id, STEPS, boundary=press.boundary)
    return await _following(request, agreement, services)


async def step_taken(request: Request, press: StepTaken, services: Services) -> Reply:
    """Go on without a choice."""
    agreement = await services.agreements.take(request.person, press.pair_id, press.step)
    return await _following(request, agreement, services)


async def _following(request: Request, agreement: Agreement, services: Services) -> Reply:
    if agreement.is_new:
        await services.exchanges.start_listening(request.person, agreement.pair.pair_id, request.now)
    if agreement.step is None:
        return Reply((done_screen(request.words, agreement),))
    return await _step(request, agreement, agreement.step, services)


async def _step(request: Request, agreement: Agreement, step: int, services: Services) -> Reply:
    given = await services.consenting.every(request.person, agreement.pair.pair_id, request.now)
    return Reply((step_screen(request.words, agreement, step, given, request.now),))
