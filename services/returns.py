"""Counts the returns to use that facilitators know of, so that none is told twice and the third is noted; it raises nothing."""

import datetime as dt
from collections.abc import Sequence

from domain.access import SYSTEM
from domain.checkins import CheckIn
from domain.ids import CheckInId, MembershipId
from domain.items import USE, Use
from domain.recurrence import local_date_at
from domain.setbacks import Cause, Rule
from domain.slips import NOTED_WITHIN, RETURNS_NOTED, Slip, is_same_return, returned_on
from storage.unit_of_work import UnitOfWork


class Returns:
    """Returns to use: slips that were told, and check-ins that reported use."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def of_checkin(self, checkin: CheckIn, causes: Sequence[Cause], now: dt.datetime) -> list[Cause]:
        """Return the causes of an answer as they are to be raised; the answer is kept already.

        Use that the person has told of as a slip is known already. Anything else about use may be one return more.
        """
        if all(cause.rule is not Rule.USE for cause in causes):
            return list(causes)
        zone = (await self._work.people.actor(checkin.person_id)).timezone
        told = await self._work.slips.told(checkin.membership_id)
        if any(is_same_return(slip, checkin, zone) for slip in told):
            return [cause for cause in causes if cause.rule is not Rule.USE]
        return [*causes, *await self._noted(checkin.membership_id, told, checkin.id, zone, now)]

    async def of_slip(
        self, membership_id: MembershipId, slip: Slip, zone: str, now: dt.datetime
    ) -> list[Cause]:
        """Return what a slip would raise if its person let the facilitators of this seat know of it now.

        Where a check-in has reported the same use, the cause is that check-in's: the two are one.
        """
        on = slip.on(zone)
        same = await self._work.checkins.between(SYSTEM, membership_id, on, on)
        if slip.checkin_id is not None:
            reported = await self._work.checkins.get(SYSTEM, slip.checkin_id)
            same = [] if reported is None else [reported]
        causes = [
            Cause(Rule.USE, 1, checkin.id)
            for checkin in same
            if checkin.membership_id == membership_id and checkin.value(USE) == Use.YES
        ]
        told = [one for one in await self._work.slips.told(membership_id) if one.slip_id != slip.slip_id]
        noted = await self._noted(membership_id, [*told, slip], None, zone, now)
        # A slip of a date that facilitators know of already is no return more.
        is_known = bool(causes) or any(one.on(zone) == on for one in told)
        return [*(causes[:1] or [Cause(Rule.USE, 1, None)]), *([] if is_known else noted)]

    async def last_use(self, checkin: CheckIn, since: dt.datetime, until: dt.datetime) -> dt.date | None:
        """Return the last date of use that the facilitators of this check-in's group know of; None for none in that time."""
        seat = checkin.membership_id
        zone = (await self._work.people.actor(checkin.person_id)).timezone
        first, last = local_date_at(since, zone), local_date_at(until, zone)
        told = await self._work.slips.told(seat)
        dates = {slip.on(zone) for slip in told}
        dates |= {
            one.local_date
            for one in await self._work.checkins.between(SYSTEM, seat, first, last)
            if one.value(USE) == Use.YES
        }
        return max((date for date in dates if first <= date <= last), default=None)

    async def _noted(
        self,
        membership_id: MembershipId,
        told: Sequence[Slip],
        checkin_id: CheckInId | None,
        zone: str,
        now: dt.datetime,
    ) -> list[Cause]:
        today = local_date_at(now, zone)
        checkins = await self._work.checkins.between(SYSTEM, membership_id, today - NOTED_WITHIN, today)
        dates = returned_on(told, checkins, today, zone)
        return [Cause(Rule.SLIPS, len(dates), checkin_id)] if len(dates) >= RETURNS_NOTED else []
