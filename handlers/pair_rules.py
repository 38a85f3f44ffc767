"""Views of a facilitator's lasting rules for pairs: who is kept apart, and how often they change; no participant is told."""

from domain.ids import GroupId
from handlers.callbacks.pair_rules import (
    ChooseRhythm,
    KeepApart,
    LetTogether,
    RhythmSet,
    ShowPairRules,
)
from handlers.request import Reply, Request
from handlers.screens.pair_rules import rhythm_screen, rules_screen
from handlers.texts import pair_rules as texts
from services.container import Services


async def rules_shown(request: Request, press: ShowPairRules, services: Services) -> Reply:
    """Show the rules of a group."""
    return await _rules(request, press.group_id, services)


async def kept_apart(request: Request, press: KeepApart, services: Services) -> Reply:
    """Never bring these two together."""
    rules = await services.pair_rules.keep_apart(
        request.person, press.first_id, press.second_id, press.reason, request.now
    )
    return await _rules(request, rules.group.group_id, services, is_changed=True)


async def let_together(request: Request, press: LetTogether, services: Services) -> Reply:
    """Let these two be brought together again."""
    rules = await services.pair_rules.let_together(request.person, press.first_id, press.second_id)
    return await _rules(request, rules.group.group_id, services, is_changed=True)


async def rhythm_asked(request: Request, press: ChooseRhythm, services: Services) -> Reply:
    """Offer how often the pairs change."""
    rhythm = await services.rotations.rhythm(request.person, press.group_id)
    return Reply((rhythm_screen(request.words, rhythm),))


async def rhythm_chosen(request: Request, press: RhythmSet, services: Services) -> Reply:
    """Let the pairs change this often from today on."""
    words = request.words
    rhythm = await services.rotations.set_every(request.person, press.group_id, press.weeks, request.now)
    notice = words.plain(texts.CHANGED if rhythm.is_new else texts.AS_BEFORE)
    return Reply((rhythm_screen(words, rhythm),), notice=notice)


async def _rules(
    request: Request, group_id: GroupId, services: Services, *, is_changed: bool = False
) -> Reply:
    rules = await services.pair_rules.rules(request.person, group_id)
    rhythm = await services.rotations.rhythm(request.person, group_id)
    notice = request.words.plain(texts.CHANGED) if is_changed else None
    return Reply((rules_screen(request.words, rules, rhythm),), notice=notice)
