"""Notes that Telegram can be heard, and tells everybody of a time in which it could not for so long that updates were lost."""

import datetime as dt

from domain.gaps import TOLD_AT_ONCE
from domain.ids import PersonId
from domain.messages import UpdatesLost
from services.outbox import Outbox
from services.quiet import quiet_end
from storage.unit_of_work import UnitOfWork


class Gaps:
    """The times in which nothing could be heard."""

    def __init__(self, work: UnitOfWork, outbox: Outbox) -> None:
        self._work = work
        self._outbox = outbox

    async def last(self) -> dt.datetime | None:
        """Return when this bot last heard from Telegram; None for never."""
        return await self._work.listening.last()

    async def heard(self, now: dt.datetime) -> None:
        """Note that it hears now; a gap before this moment is told of first, with `tell`."""
        await self._work.listening.heard(now)

    async def tell(self, since: dt.datetime, until: dt.datetime, now: dt.datetime, after: int = 0) -> int:
        """Tell the next people, by their ids, of a gap; return the last of them, 0 when there are no more.

        Telling twice is as good as once: the gap is known by its beginning. Facilitators are told at once, whoever else has
        quiet hours at their end.
        """
        message = UpdatesLost(int(since.timestamp()), int(until.timestamp()))
        people = await self._work.listening.people_after(after, TOLD_AT_ONCE)
        for person_id in people:
            await self._outbox.post(
                message,
                to=person_id,
                key=f"gap:{message.since}",
                now=now,
                not_before=await self._not_before(person_id, now),
            )
        return people[-1] if people else 0

    async def _not_before(self, person_id: PersonId, now: dt.datetime) -> dt.datetime:
        if (await self._work.people.actor(person_id)).facilitator_seats:
            return now
        return await quiet_end(self._work, person_id, now)
