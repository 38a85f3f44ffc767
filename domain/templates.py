"""Says which questions a check-in has: what the program asks, and what a group has set; it asks nobody."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Final

from domain.items import (
    AHEAD,
    CATALOGUE,
    COMMITMENT,
    CONFIDENCE,
    CRAVING,
    ITEMS,
    MOOD,
    NOTE,
    PARTNER,
    ROTATING,
    SLEEP,
    TENSION,
    USE,
    Item,
    ItemId,
)
from domain.phases import Phase, Stage, Track

_DAILY: Final = (MOOD, TENSION, CRAVING, USE, CONFIDENCE, SLEEP, AHEAD, PARTNER, COMMITMENT, NOTE)
_AFTERCARE: Final = (MOOD, CRAVING, USE, CONFIDENCE, NOTE)
_OF_USE: Final = frozenset({CRAVING, USE})


@dataclasses.dataclass(frozen=True, slots=True)
class Setting:
    """A question as a group's facilitators have set it; those without a setting follow the template.

    Attributes:
        position: its place among the set ones, from 0.
        is_on: in every phase; False in none; None as the template says.
    """

    item: ItemId
    position: int
    is_on: bool | None


def template(phase: Phase, track: Track) -> tuple[ItemId, ...]:
    """Return what the program asks in this phase and on this track, with all questions that take turns."""
    asked = _AFTERCARE if phase is Phase.AFTERCARE else _DAILY
    return tuple(item for item in asked if track.concerns_use or item not in _OF_USE)


def questions_of(
    stage: Stage,
    settings: Sequence[Setting],
    own: Sequence[Item],
    local_date: dt.date,
    *,
    has_partner: bool = True,
) -> tuple[ItemId, ...]:
    """Return the questions of one participant on one date, in their order.

    The note is always the last; of those that take turns at most one is there; a track without substance use has no
    question about it, whatever the group has set.
    """
    by_template = template(stage.phase, stage.track)
    known = [item.id for item in CATALOGUE] + [item.id for item in own if not item.is_removed]
    switches = {one.item: one.is_on for one in settings if one.is_on is not None}
    is_on = {item: switches.get(item, item in by_template or item not in ITEMS) for item in known}
    turn = _turn([item for item in ROTATING if is_on[item]], local_date, has_partner=has_partner)
    asked = [
        item
        for item in _ordered(known, settings)
        if is_on[item]
        and (item == turn or item not in ROTATING)
        and (stage.track.concerns_use or item not in _OF_USE)
    ]
    return (*(item for item in asked if item != NOTE), *(item for item in asked if item == NOTE))


def _turn(rotating: Sequence[ItemId], local_date: dt.date, *, has_partner: bool) -> ItemId | None:
    """Return whose day it is; where that asks about a partner and there is none, the next takes it."""
    if not rotating:
        return None
    first = local_date.toordinal() % len(rotating)
    in_turn = (*rotating[first:], *rotating[:first])
    return next((item for item in in_turn if has_partner or item != PARTNER), None)


def _ordered(known: Sequence[ItemId], settings: Sequence[Setting]) -> list[ItemId]:
    placed = [one.item for one in sorted(settings, key=lambda one: one.position) if one.item in known]
    return placed + [item for item in known if item not in placed]
