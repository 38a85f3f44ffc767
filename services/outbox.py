"""Posts unasked messages in the transaction of their cause and keeps how each ended; it sends nothing."""

import contextlib
import datetime as dt
from collections.abc import Collection

from domain.ids import PersonId
from domain.messages import Lane, Message, message_from
from storage.outbox import Claimed
from storage.unit_of_work import UnitOfWork

KEPT_FOR = dt.timedelta(days=8)
"""How long a settled message blocks its key; no cause comes twice after that."""
GONE = "gone"
UNREACHABLE = "unreachable"
OUT_OF_REACH = (GONE, UNREACHABLE)
"""The errors of messages that were given up because nobody was there: found by sending, or known before."""


class Outbox:
    """The way out for everything that nobody asked for at this moment.

    Attributes:
        has_news: this transaction has put something in line.
        taken_back: what this transaction has taken back; some of it may be on the wire at this moment.
    """

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self.has_news = False
        self.taken_back: list[int] = []

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

        A message with the same `key` for the same person is in line or sent only once. `not_before` None is at once.
        """
        is_new = await self._work.outbox.add(message, to=to, key=f"{key}:{to}", due_at=not_before or now)
        self.has_news = self.has_news or is_new
        return is_new

    async def cancel(self, key: str, to: PersonId, now: dt.datetime) -> bool:
        """Take back a message that has not been sent; tell whether there was one."""
        return await self._work.outbox.cancel(f"{key}:{to}", now)

    async def cancel_about(self, about: str, now: dt.datetime, to: PersonId | None = None) -> None:
        """Take back what rests on what has ended, to one person or (None) to all, also what a courier holds unsent."""
        self.taken_back += await self._work.withdrawals.cancel_about(about, now, to)

    async def waiting(self, about: str, to: PersonId) -> list[tuple[int, Message]]:
        """Return what rests on something and has not reached a person; what this version does not know is left out."""
        found: list[tuple[int, Message]] = []
        for row_id, kind, data in await self._work.withdrawals.waiting(about, to):
            with contextlib.suppress(KeyError, TypeError):
                found.append((row_id, message_from(kind, data)))
        return found

    async def take_back(self, row_id: int, now: dt.datetime) -> None:
        """Take back one of those that wait."""
        await self._work.withdrawals.take_back(row_id, now)
        self.taken_back.append(row_id)

    async def was_taken_back(self, row: Claimed) -> bool:
        """Tell whether a message was taken back before it was settled."""
        return await self._work.withdrawals.was_taken_back(row.id)

    async def is_held(self, row: Claimed, owner: str) -> bool:
        """Tell whether the courier still holds a message, which nobody has taken back meanwhile."""
        return await self._work.outbox.is_held(row.id, owner)

    async def revive(self, person_id: PersonId, now: dt.datetime) -> None:
        """Put what could not reach a person in line again; what is no longer right is dropped when its turn comes."""
        is_any = await self._work.outbox.revive(person_id, OUT_OF_REACH, now)
        self.has_news = self.has_news or is_any

    async def claim(
        self,
        lanes: Collection[Lane],
        limit: int,
        *,
        owner: str,
        now: dt.datetime,
        lease: dt.timedelta,
        resting: Collection[PersonId] = (),
    ) -> list[Claimed]:
        """Take due messages under a lease, urgent first, at most one of a person."""
        return await self._work.outbox.claim(
            lanes, limit, owner=owner, now=now, lease_until=now + lease, resting=resting
        )

    async def release(self, now: dt.datetime) -> None:
        """Let every lease lapse: no other courier is at work on this database."""
        await self._work.outbox.release(now)

    async def settle(
        self,
        row: Claimed,
        owner: str,
        state: str,
        now: dt.datetime,
        *,
        message_id: int | None = None,
        error: str | None = None,
    ) -> bool:
        """Write down how it ended; tell whether the courier still held it."""
        return await self._work.outbox.settle(row.id, owner, state, now, message_id=message_id, error=error)

    async def put_back(
        self, row: Claimed, owner: str, not_before: dt.datetime, error: str, *, counts: bool = True
    ) -> bool:
        """Let it wait for another try; `counts` false means that it was certainly not sent."""
        return await self._work.outbox.put_back(row.id, owner, not_before, error, counts=counts)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next message is due, past moments included; None when nothing waits."""
        return await self._work.outbox.next_at()

    async def sending(self) -> int:
        """Return how many messages are in the hands of couriers."""
        return await self._work.outbox.sending()

    async def purge(self, now: dt.datetime) -> None:
        """Delete what was settled long ago."""
        await self._work.outbox.purge(now - KEPT_FOR)
