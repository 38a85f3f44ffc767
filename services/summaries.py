"""Sends facilitators a look back on the week on its Monday; served by the tick, group by group. It holds no figure."""

import datetime as dt

from domain.access import SYSTEM
from domain.ids import GroupId
from domain.messages import WeekSummary
from domain.recurrence import local_date_at, next_occurrence
from services.outbox import Outbox
from services.pair_figures import monday_of
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork

MINUTE = 8 * 60
"""The minute of the group's Monday at which it is sent, unless quiet hours end later."""
STALE = dt.timedelta(days=2)
"""What an outage of ours delayed for so long is left out: the new week is well on its way."""
POSTPONE = dt.timedelta(minutes=5)
_MONDAY = 0b0000001
_WEEK = dt.timedelta(days=7)


class Summaries:
    """Weekly summaries that become due."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the groups whose summary is due, and those for which no moment is set yet."""
        return [int(found) for found in await self._work.summaries.due(now, limit)]

    async def send(self, group_id: GroupId, now: dt.datetime) -> None:
        """Post the summary of the week before to the group's facilitators, and set the next one; without participants none."""
        planned_at = await self._work.summaries.planned_at(group_id)
        if planned_at is not None and planned_at > now:
            return
        group = await self._work.groups.group(group_id)
        following = next_occurrence(MINUTE, _MONDAY, group.timezone, now).at
        await self._work.summaries.set_next(group_id, following)
        if planned_at is None or now - planned_at > STALE:
            return
        if not await self._work.groups.participants(SYSTEM, group_id):
            return
        week = monday_of(local_date_at(now, group.timezone)) - _WEEK
        for member in await self._work.groups.facilitators(group_id):
            await self._outbox.post(
                WeekSummary(group_id, week.toordinal()),
                to=member.person_id,
                key=f"week:{group_id}:{week:%Y%m%d}",
                now=now,
                not_before=await quiet_end(self._work, member.person_id, now),
            )

    async def postpone(self, group_id: GroupId, now: dt.datetime) -> None:
        """Let a group wait whose summary could not be posted."""
        await self._work.summaries.set_next(group_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next summary is due; None when none waits."""
        return await self._work.summaries.next_at()
