"""Lets facilitators set from where on something is a setback in their group, after a look at what it would bring."""

from handlers.callbacks.thresholds import OFF, ShowThreshold, ShowThresholds, ThresholdSet, TryThreshold
from handlers.request import Reply, Request
from handlers.screens.thresholds import groups_screen, preview_screen, threshold_screen, thresholds_screen
from handlers.texts import thresholds as texts
from services.container import Services


async def thresholds(request: Request, services: Services) -> Reply:
    """Show what raises an alert in my group, or ask which group."""
    groups = await services.thresholds.groups(request.person)
    if len(groups) > 1:
        return Reply((groups_screen(request.words, groups),))
    group, found = await services.thresholds.of_group(request.person, groups[0].group_id)
    return Reply((thresholds_screen(request.words, group, found),))


async def shown(request: Request, press: ShowThresholds, services: Services) -> Reply:
    """Show what raises an alert in this group."""
    group, found = await services.thresholds.of_group(request.person, press.group_id)
    return Reply((thresholds_screen(request.words, group, found),))


async def rule_shown(request: Request, press: ShowThreshold, services: Services) -> Reply:
    """Offer the values of one rule."""
    group, found = await services.thresholds.of_rule(request.person, press.group_id, press.rule)
    return Reply((threshold_screen(request.words, group, found, press.rule),))


async def tried(request: Request, press: TryThreshold, services: Services) -> Reply:
    """Say what a value would have brought in the last four weeks, before it holds."""
    group, found = await services.thresholds.of_group(request.person, press.group_id)
    preview = await services.thresholds.preview(
        request.person, press.group_id, press.rule, _value(press.value), request.now
    )
    return Reply((preview_screen(request.words, group, found, preview),))


async def chosen(request: Request, press: ThresholdSet, services: Services) -> Reply:
    """Let the value hold from now on."""
    await services.thresholds.set(
        request.person, press.group_id, press.rule, _value(press.value), request.now
    )
    group, found = await services.thresholds.of_group(request.person, press.group_id)
    screen = thresholds_screen(request.words, group, found)
    return Reply((screen,), notice=request.words.plain(texts.CHANGED))


def _value(carried: int) -> int | None:
    return None if carried == OFF else carried
