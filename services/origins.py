"""Tells from whom an unasked message between partners comes, so that it can be taken back with that person's consent."""

from domain.access import SYSTEM, Scope
from domain.messages import Message
from domain.partners import Side
from storage.unit_of_work import UnitOfWork


async def is_from(work: UnitOfWork, message: Message, side: Side) -> bool:
    """Tell whether a message carries or tells something of this side of the pair that it is about."""
    relay_id = getattr(message, "relay_id", None)
    if relay_id is not None:
        return await work.relays.own(Scope(person_id=side.person_id), relay_id) is not None
    checkin_id = getattr(message, "checkin_id", None)
    if checkin_id is not None:
        checkin = await work.checkins.get(SYSTEM, checkin_id)
        return checkin is not None and checkin.membership_id == side.membership_id
    return getattr(message, "membership_id", None) == side.membership_id
