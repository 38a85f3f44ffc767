"""Lets facilitators set from where on their group takes something for a setback, with a look at what that would bring."""

import dataclasses
import datetime as dt

from domain.access import SYSTEM, Actor
from domain.errors import NotAllowed
from domain.groups import Group
from domain.ids import GroupId, MembershipId
from domain.recurrence import local_date_at
from domain.rehearsal import LOOKED_BACK, REPLAYED, alerts_of
from domain.setbacks import ADJUSTABLE, Rule, Thresholds
from storage.unit_of_work import UnitOfWork

_BEFORE = dt.timedelta(days=30)
"""A silence that goes on may have begun so long before the days that are looked at."""


@dataclasses.dataclass(frozen=True, slots=True)
class Preview:
    """What a threshold would have brought in the last four weeks, beside what holds now.

    Attributes:
        value: the threshold; None is off.
        alerts: with this threshold; None where it cannot be replayed.
        alerts_now: with the one that holds; None likewise.
        closed: alerts of this rule that were closed in that time.
        false_alarms: how many of these were closed as a false alarm.
    """

    rule: Rule
    value: int | None
    alerts: int | None
    alerts_now: int | None
    closed: int
    false_alarms: int


class ThresholdSettings:
    """The thresholds of a group, for its facilitators."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def groups(self, actor: Actor) -> list[Group]:
        """Return the groups that the person facilitates, oldest seat first."""
        return [await self._work.groups.group(seat.group_id) for seat in actor.facilitator_seats]

    async def of_group(self, actor: Actor, group_id: GroupId) -> tuple[Group, Thresholds]:
        """Return the group with its thresholds.

        Raises:
            NotAllowed: the person does not facilitate the group.
        """
        if group_id not in actor.scope.facilitated:
            raise NotAllowed("system.not_yours")
        return await self._work.groups.group(group_id), await self._work.thresholds.of_group(group_id)

    async def of_rule(self, actor: Actor, group_id: GroupId, rule: Rule) -> tuple[Group, Thresholds]:
        """Return the same for one rule that can be changed.

        Raises:
            NotAllowed: the person does not facilitate the group, or the rule has no threshold.
        """
        if rule not in ADJUSTABLE:
            raise NotAllowed("system.not_yours")
        return await self.of_group(actor, group_id)

    async def of_seat(self, membership_id: MembershipId) -> Thresholds:
        """Return the thresholds that hold for somebody."""
        return await self._work.thresholds.of_seat(membership_id)

    async def preview(
        self, actor: Actor, group_id: GroupId, rule: Rule, value: int | None, now: dt.datetime
    ) -> Preview:
        """Return what a threshold would have brought: counts alone, of nobody in particular.

        Raises:
            NotAllowed: the person does not facilitate the group, or it is no threshold of this rule.
        """
        _check(rule, value)
        group, thresholds = await self.of_group(actor, group_id)
        since = now - LOOKED_BACK
        judged = await self._work.alerts.judged(actor.scope, [rule], since)
        closed, false_alarms = judged.get(rule, (0, 0))
        if rule not in REPLAYED:
            return Preview(rule, value, None, None, closed, false_alarms)
        changed, alerts, alerts_now = thresholds.with_(rule, value), 0, 0
        first = local_date_at(since - _BEFORE, group.timezone)
        last = local_date_at(now, group.timezone) + dt.timedelta(days=1)
        for member in await self._work.groups.participants(SYSTEM, group_id):
            checkins = await self._work.checkins.between(SYSTEM, member.membership_id, first, last)
            alerts += alerts_of(checkins, rule, changed, since)
            alerts_now += alerts_of(checkins, rule, thresholds, since)
        return Preview(rule, value, alerts, alerts_now, closed, false_alarms)

    async def set(
        self, actor: Actor, group_id: GroupId, rule: Rule, value: int | None, now: dt.datetime
    ) -> None:
        """Let this threshold hold from now on; what was raised before stays.

        Raises:
            NotAllowed: the person does not facilitate the group, or it is no threshold of this rule.
        """
        _check(rule, value)
        await self.of_group(actor, group_id)
        await self._work.thresholds.set(group_id, rule, value, actor.person_id, now)


def _check(rule: Rule, value: int | None) -> None:
    if rule not in ADJUSTABLE or not ADJUSTABLE[rule].allows(value):
        raise NotAllowed("system.not_yours")
