"""Says when somebody's quiet hours are over, for everything unasked that can wait; it holds nothing back itself."""

import datetime as dt

from domain.ids import PersonId
from storage.unit_of_work import UnitOfWork


async def quiet_end(work: UnitOfWork, person_id: PersonId, now: dt.datetime) -> dt.datetime:
    """Return when the person's quiet hours are over; `now` when they are not running."""
    quiet = await work.people.quiet(person_id)
    if quiet is None:
        return now
    return quiet.ends_at(now, (await work.people.actor(person_id)).timezone)
