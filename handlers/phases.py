"""Views of where people stand in the program: the facilitator's list and choice, and what the person is told."""

from domain.errors import NotAllowed
from domain.messages import StageChanged
from domain.phases import Phase, Stage, Track
from handlers.callbacks.phases import ChooseStage, ShowOwnStage, ShowPhases, StageSet
from handlers.request import Reply, Request, Screen
from handlers.route import Notice
from handlers.screens.phases import (
    changed_screen,
    groups_screen,
    own_stage_screen,
    people_screen,
    stage_screen,
)
from handlers.texts import phases as texts
from services.container import Services


async def phase(request: Request, services: Services) -> Reply:
    """Show where the people of my group stand, or ask which group."""
    groups = await services.phases.groups(request.person)
    if len(groups) > 1:
        return Reply((groups_screen(request.words, groups),))
    people = await services.phases.members(request.person, groups[0].group_id, request.now)
    return Reply((people_screen(request.words, groups[0], people),))


async def shown(request: Request, press: ShowPhases, services: Services) -> Reply:
    """Show where the people of this group stand."""
    people = await services.phases.members(request.person, press.group_id, request.now)
    groups = await services.phases.groups(request.person)
    group = next(one for one in groups if one.group_id == press.group_id)
    return Reply((people_screen(request.words, group, people),))


async def stage_chosen(request: Request, press: ChooseStage, services: Services) -> Reply:
    """Show what this phase and track would change for somebody; nothing is changed yet."""
    chosen = _phase(press.phase)
    placed = await services.phases.member(request.person, press.membership_id, request.now)
    asked = await services.questions.asked(request.person, placed.member.group_id, request.now)
    questions = (
        asked.sequence(placed.stage.phase, placed.stage.track),
        asked.sequence(chosen, press.track),
    )
    stage = Stage(chosen, press.track, asked.today)
    return Reply((stage_screen(request.words, placed, stage, questions),))


async def stage_set(request: Request, press: StageSet, services: Services) -> Reply:
    """Move somebody, and let them know that something changes."""
    words, actor = request.words, request.person
    is_new = await services.phases.move(
        actor, press.membership_id, _phase(press.phase), press.track, request.now
    )
    placed = await services.phases.member(actor, press.membership_id, request.now)
    reply = await shown(request, ShowPhases(placed.member.group_id), services)
    return Reply(reply.screens, notice=words.plain(texts.MOVED if is_new else texts.AS_BEFORE))


async def stage_changed(notice: Notice, message: StageChanged, services: Services) -> Screen | None:
    """Tell somebody that something changes in their check-ins; nothing when it has changed again since."""
    try:
        own = await services.phases.own(notice.recipient, message.membership_id, message.moved_by, notice.now)
    except NotAllowed:
        return None
    if (own.stage.phase, own.stage.track) != (Phase(message.phase), Track(message.track)):
        return None
    return changed_screen(notice.words, ShowOwnStage(message.membership_id, message.moved_by))


async def own_stage_shown(request: Request, press: ShowOwnStage, services: Services) -> Reply:
    """Show the person where they stand and what that means."""
    own = await services.phases.own(request.person, press.membership_id, press.moved_by, request.now)
    return Reply((own_stage_screen(request.words, own),))


def _phase(number: int) -> Phase:
    if number not in set(Phase):
        raise NotAllowed("system.not_yours")
    return Phase(number)
