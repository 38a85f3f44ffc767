"""Decides whom an alert is told to as it climbs, rung by rung, until somebody has seen it; it tells nobody.

A rung on which nobody can be reached is skipped at once. Whoever was told on a lower rung is told again on a higher one.
"""

import dataclasses
import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from typing import Final

from domain.ids import MembershipId, PersonId
from domain.on_call import Hours
from domain.setbacks import Level

UNHEARD_AGAIN_AFTER: Final = dt.timedelta(minutes=30)
"""While nobody can be reached, the operator hears of it so often, whatever the level."""


class Rung(enum.IntEnum):
    """How far an alert has climbed."""

    ON_CALL = 0
    AGAIN = 1
    BACKUPS = 2
    PROGRAM = 3
    OPERATOR = 4


@dataclasses.dataclass(frozen=True, slots=True)
class Facilitator:
    """Somebody who may be told of an alert.

    Attributes:
        is_guest: facilitates another group of the program.
        is_backup: hears only of what the others have not seen.
        hours: on call; None is always.
        is_away: somebody else has their alerts at present.
        covered_by: who that is; None is everybody else of the group.
    """

    person_id: PersonId
    membership_id: MembershipId
    timezone: str
    is_reachable: bool = True
    is_guest: bool = False
    is_backup: bool = False
    hours: Hours | None = None
    is_away: bool = False
    covered_by: MembershipId | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Telling:
    """Whom one round of an alert is told to.

    Attributes:
        told: each with the moment from which they are told: now, or when their hours begin.
        is_heard: at least one of them can be reached.
    """

    rung: Rung
    told: tuple[tuple[Facilitator, dt.datetime], ...]
    is_heard: bool


@dataclasses.dataclass(frozen=True, slots=True)
class _Duty:
    """Somebody who stands for one or more places, with the hours of those."""

    who: Facilitator
    hours: tuple[tuple[Hours | None, str], ...]

    def begins_at(self, now: dt.datetime) -> dt.datetime:
        return min(now if hours is None else hours.begins_at(now, zone) for hours, zone in self.hours)


def telling(rung: Rung, level: Level, team: Sequence[Facilitator], now: dt.datetime) -> Telling:
    """Return whom an alert is told to on this rung, or on the first above it where somebody can be reached.

    At the last rung everybody is told, whatever their hours and holidays.
    """
    told: dict[PersonId, tuple[Facilitator, dt.datetime]] = {}
    for step in Rung:
        if step is Rung.OPERATOR:
            break
        added = _on_duty(_places(step, team), level, now)
        for one, at in added:
            if one.person_id not in told or at < told[one.person_id][1]:
                told[one.person_id] = (one, at)
        if step >= rung and any(one.is_reachable for one, _ in added):
            return Telling(step, tuple(told.values()), is_heard=True)
    everybody = {one.person_id: (one, now) for one in reversed(team)}
    is_heard = any(one.is_reachable for one in team)
    return Telling(Rung.OPERATOR, tuple(reversed(everybody.values())), is_heard)


def after(rung: Rung) -> Rung:
    """Return the next rung; from the last one on it stays there."""
    return Rung(min(rung + 1, Rung.OPERATOR))


def _places(step: Rung, team: Iterable[Facilitator]) -> list[_Duty]:
    group = [one for one in team if not one.is_guest]
    if step is Rung.PROGRAM:
        away = {one.person_id for one in team if one.is_away}
        return [_Duty(one, ((one.hours, one.timezone),)) for one in team if one.person_id not in away]
    return [
        _Duty(standing, ((one.hours, one.timezone), (standing.hours, standing.timezone)))
        for one in group
        if one.is_backup is (step is Rung.BACKUPS)
        for standing in [_stands_for(one, group)]
        if standing is not None
    ]


def _stands_for(one: Facilitator, group: Sequence[Facilitator]) -> Facilitator | None:
    """Return who has somebody's alerts: themselves, or their cover, or the cover's; None when nobody in particular."""
    for _ in group:
        if not one.is_away:
            return one
        cover = next((other for other in group if other.membership_id == one.covered_by), None)
        if cover is None:
            return None
        one = cover
    return None


def _on_duty(
    places: Sequence[_Duty], level: Level, now: dt.datetime
) -> list[tuple[Facilitator, dt.datetime]]:
    """Return who of them is told when: those on call now; if none is, what is urgent goes to all, the rest can wait."""
    begins = [(duty.who, duty.begins_at(now)) for duty in places]
    on_call = [(one, at) for one, at in begins if at <= now]
    if any(one.is_reachable for one, _ in on_call):
        return on_call
    return [(one, now if level is Level.URGENT else at) for one, at in begins]
