"""Keeps whether messages still reach a person, and tells those who rely on it; it sends nothing."""

import datetime as dt

from domain.access import SYSTEM
from domain.ids import PersonId
from domain.messages import MemberUnreachable
from services.alarm import Alarm
from services.outbox import Outbox
from storage.unit_of_work import UnitOfWork


class Reachability:
    """Who blocked the bot or deleted the account, and who is back."""

    def __init__(self, work: UnitOfWork, outbox: Outbox, alarm: Alarm) -> None:
        self._work = work
        self._outbox = outbox
        self._alarm = alarm

    async def lost(self, person_id: PersonId, now: dt.datetime) -> bool:
        """Mark a person as out of reach and tell those who rely on it; alerts climb past them. Tell whether that is news."""
        if not await self._work.people.set_unreachable(person_id, now):
            return False
        for seat in await self._work.groups.seats(SYSTEM, person_id):
            for facilitator in await self._work.groups.facilitators(seat.group_id):
                if facilitator.person_id != person_id:
                    await self._outbox.post(
                        MemberUnreachable(group_id=seat.group_id, person_id=person_id),
                        to=facilitator.person_id,
                        key=f"unreachable:{seat.membership_id}:{now:%Y%m%d%H%M%S}",
                        now=now,
                    )
        await self._alarm.lost(person_id, now)
        return True

    async def regained(self, person_id: PersonId, now: dt.datetime) -> bool:
        """Mark a person as in reach again and send what did not arrive; tell whether that is news."""
        if not await self._work.people.set_unreachable(person_id, None):
            return False
        await self._outbox.revive(person_id, now)
        await self._alarm.regained(person_id, now)
        return True

    async def is_lost(self, person_id: PersonId) -> bool:
        """Tell whether messages no longer reach the person."""
        return await self._work.people.unreachable_since(person_id) is not None
