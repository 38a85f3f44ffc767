"""Watches over each participant's own usual: an answered check-in wakes it, the tick looks; it delays no answer."""

import datetime as dt

from domain.access import SYSTEM
from domain.ids import MembershipId
from domain.own_days import days_of, last_answered, look
from domain.setbacks import Cause, Rule
from domain.shifts import REMEMBERED
from services.alarm import Alarm
from storage.unit_of_work import UnitOfWork

POSTPONE = dt.timedelta(minutes=10)


class Watching:
    """The watch over people's own usual."""

    def __init__(self, work: UnitOfWork, alarm: Alarm) -> None:
        self._work = work
        self._alarm = alarm

    async def due(self, now: dt.datetime, limit: int) -> list[int]:
        """Return the seats whose days are to be looked at, earliest first."""
        return [int(seat) for seat in await self._work.watches.due(now, limit)]

    async def look(self, membership_id: MembershipId, now: dt.datetime) -> None:
        """Look at the days of a seat up to its latest check-in, and tell the facilitators when a shift begins.

        The person is not told: it is nothing that they said. A group that has turned the rule off is not told either, but the
        watch goes on, so that turning it on later tells of what begins then.
        """
        if not await self._work.watches.is_due(membership_id, now):
            return
        latest = await self._work.checkins.latest(SYSTEM, membership_id)
        standing = await self._work.watches.get(membership_id)
        until = dt.date.min if latest is None else latest.local_date
        since = until if latest is None else until - dt.timedelta(days=REMEMBERED - 1)
        checkins = await self._work.checkins.between(SYSTEM, membership_id, since, until)
        today, shift = last_answered(checkins), None
        if today is not None:
            standing, shift = look(standing, days_of(checkins, today), today)
        await self._work.watches.keep(membership_id, standing)
        if shift is None or not (await self._work.thresholds.of_seat(membership_id)).has(Rule.SHIFT):
            return
        checkin_id = None if latest is None else latest.id
        cause = Cause(Rule.SHIFT, shift.days, checkin_id, detail=",".join(shift.signals))
        await self._alarm.raise_alert(membership_id, [cause], now)

    async def postpone(self, membership_id: MembershipId, now: dt.datetime) -> None:
        """Let a seat wait whose days could not be looked at."""
        await self._work.watches.postpone(membership_id, now + POSTPONE)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next days are to be looked at; None when none are."""
        return await self._work.watches.next_at()
