"""Rehearses the way of an urgent alert, when the operator or a group wants it, and reports its times; it is about nobody."""

import dataclasses
import datetime as dt
from typing import Final

from domain.access import Actor
from domain.drills import Drill
from domain.errors import NotAllowed
from domain.ids import AlertId, GroupId
from services.alarm import Alarm
from services.on_call import next_drill_at
from storage.unit_of_work import UnitOfWork

STALE: Final = dt.timedelta(hours=2)
"""A weekly drill that an outage of ours delayed for so long is left out: at night it would only wake somebody."""
POSTPONE: Final = dt.timedelta(minutes=5)


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """How a drill went; `seen_by` is a display name, "" when unknown, None for nobody."""

    drill: Drill
    group_name: str
    seen_by: str | None


class Drills:
    """Rehearsals."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def begin(self, group_id: GroupId, now: dt.datetime) -> AlertId | None:
        """Begin a drill at once; None where the group has no facilitator, or one is running."""
        return await self._alarm.raise_drill(group_id, now)

    async def get(self, alert_id: AlertId) -> Drill | None:
        """Return a drill with the times of its steps; None when this is none."""
        return await self._work.drills.get(alert_id)

    async def card(self, viewer: Actor, alert_id: AlertId) -> Drill | None:
        """Return a drill that runs, for those to whom it may be told; None else."""
        drill = await self._work.drills.get(alert_id)
        if drill is None or drill.over_at is not None:
            return None
        team = await self._work.alert_rounds.team(drill.group_id, drill.raised_at)
        return drill if any(one.person_id == viewer.person_id for one in team) else None

    async def see(self, viewer: Actor, alert_id: AlertId, now: dt.datetime) -> Drill:
        """Take note that the viewer has seen a drill, which ends it; one that is over stays as it is.

        Raises:
            NotAllowed: it is no drill, or none of the viewer's program.
        """
        drill = await self._work.drills.get(alert_id)
        if drill is None:
            raise NotAllowed("system.not_yours")
        team = await self._work.alert_rounds.team(drill.group_id, now)
        if all(one.person_id != viewer.person_id for one in team):
            raise NotAllowed("system.not_yours")
        await self._alarm.end_drill(alert_id, now, viewer.person_id)
        return await self._work.drills.get(alert_id) or drill

    async def report(self, viewer: Actor, alert_id: AlertId) -> Report | None:
        """Return how a drill went, for the facilitators of its group; None when it runs or is not theirs."""
        drill = await self._work.drills.get(alert_id)
        if drill is None or drill.over_at is None or drill.group_id not in viewer.scope.facilitated:
            return None
        group = await self._work.groups.group(drill.group_id)
        seen_by = None
        if drill.seen_at is not None:
            person_id = await self._work.drills.seen_by(alert_id)
            names = {
                one.person_id: one.display_name
                for one in await self._work.groups.facilitators(drill.group_id)
            }
            seen_by = "" if person_id is None else names.get(person_id, "")
        return Report(drill, group.name, seen_by)

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the groups whose weekly drill is due, earliest first."""
        return [int(group_id) for group_id in await self._work.drills.due(now, limit)]

    async def serve(self, group_id: GroupId, now: dt.datetime) -> None:
        """Begin the weekly drill of a group if it is due, and set the next one."""
        planned_at = await self._work.on_call.drill_at(group_id)
        if planned_at is None or planned_at > now:
            return
        group = await self._work.groups.group(group_id)
        await self._work.on_call.set_drill(group_id, next_drill_at(group.timezone, now))
        if now - planned_at <= STALE:
            await self.begin(group_id, now)

    async def postpone(self, group_id: GroupId, now: dt.datetime) -> None:
        """Let a drill wait that could not begin."""
        await self._work.on_call.set_drill(group_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next weekly drill is due; None when none is."""
        return await self._work.drills.next_at()
