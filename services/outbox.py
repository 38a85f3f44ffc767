"""Posts unasked messages in the transaction of their cause; it sends nothing."""

import datetime as dt

from domain.ids import PersonId
from domain.messages import Message
from storage.unit_of_work import UnitOfWork


class Outbox:
    """The way out for everything that nobody asked for at this moment."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def post(
        self,
        message: Message,
        *,
        to: PersonId,
        key: str,
        now: dt.datetime,
        not_before: dt.datetime | None = None,
    ) -> bool:
        """Put a message in line; tell whether it is new.

        A message with the same `key` for the same person is in line or sent only once, for ever. `not_before` None is at once.
        """
        return await self._work.outbox.add(message, to=to, key=f"{key}:{to}", due_at=not_before or now)

    async def cancel(self, key: str, to: PersonId, now: dt.datetime) -> None:
        """Take back a message that has not been sent."""
        await self._work.outbox.cancel(f"{key}:{to}", now)
