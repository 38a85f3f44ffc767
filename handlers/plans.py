"""Views of a person's plan for hard moments: read it, write it part by part, let facilitators see it or not."""

from markupsafe import Markup

from domain.errors import NotUnderstood
from domain.plans import Plan, PlanPart
from handlers.callbacks.plans import EmptyPlan, OpenPlan, SharePlan, WritePlan
from handlers.request import Reply, Request
from handlers.screens.plans import part_screen, plan_screen
from handlers.texts import plans as texts
from services.container import Services


async def plan(request: Request, services: Services) -> Reply:
    """Show the plan."""
    return _shown(request, await services.plans.plan(request.person), services)


async def opened(request: Request, press: OpenPlan, services: Services) -> Reply:
    """Show the plan, from a hard moment or on the way back."""
    del press
    return await plan(request, services)


async def part_asked(request: Request, press: WritePlan, services: Services) -> Reply:
    """Ask for a part, and listen."""
    found = await services.plans.ask(request.person, press.part, request.now)
    return Reply((part_screen(request.words, found, press.part),))


async def typed(request: Request, services: Services) -> Reply:
    """Add what was written to the part that was asked for; what does not fit gets a sentence."""
    part = list(PlanPart)[request.subject_id or 0]
    words = request.words
    text = "" if request.attachment is not None else request.text or ""
    remark: Markup
    try:
        found, remark = await services.plans.write(request.person, part, text), words(texts.KEPT)
    except NotUnderstood as error:
        found = await services.plans.ask(request.person, part, request.now)
        remark = words(texts.REFUSALS[error.key])
    return Reply((part_screen(words, found, part, remark),))


async def emptied(request: Request, press: EmptyPlan, services: Services) -> Reply:
    """Take a part back, and ask for it again."""
    await services.plans.empty(request.person, press.part)
    found = await services.plans.ask(request.person, press.part, request.now)
    return Reply((part_screen(request.words, found, press.part),))


async def shared(request: Request, press: SharePlan, services: Services) -> Reply:
    """Let facilitators see the plan beside an alert, or not any more."""
    found = await services.plans.let_see(request.person, request.now, is_shown=bool(press.is_shown))
    return _shown(request, found, services)


def _shown(request: Request, found: Plan, services: Services) -> Reply:
    return Reply((plan_screen(request.words, found, services.surroundings.default_country),))
