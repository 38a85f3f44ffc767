"""Keeps unasked messages until they are settled; it renders and sends nothing."""

import dataclasses
import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import and_, delete, func, or_, select, update

from domain.ids import PersonId
from domain.messages import Message
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.outbox import OutboxRow
from storage.types import new_id

NEW = "new"
SENDING = "sending"
SENT = "sent"
UNSURE = "unsure"
EXPIRED = "expired"
CANCELLED = "cancelled"
DEAD = "dead"
SETTLED = (SENT, UNSURE, EXPIRED, CANCELLED, DEAD)


@dataclasses.dataclass(frozen=True, slots=True)
class Claimed:
    """A message in the hands of one courier.

    Attributes:
        tries: how often it has been claimed, this time included.
        was_interrupted: an earlier courier held it and never settled it: it may have been sent.
        may_have_arrived: so, or the last try ended without a clear answer.
    """

    id: int
    person_id: PersonId
    kind: str
    data: dict[str, Any]
    lane: int
    not_before: dt.datetime
    expires_at: dt.datetime | None
    tries: int
    was_interrupted: bool
    may_have_arrived: bool = False


class OutboxRows(Repository):
    """Messages in line."""

    async def add(self, message: Message, *, to: PersonId, key: str, due_at: dt.datetime) -> bool:
        """Put a message in line unless one with this key ever was; tell whether it is new."""
        values = {
            "id": new_id(),
            "bot_id": self.bot_id,
            "dedup_key": key,
            "person_id": to,
            "kind": message.kind,
            "data": message.pack(),
            "lane": message.lane,
            "state": NEW,
            "not_before": due_at,
            "expires_at": None if message.lives is None else due_at + message.lives,
            "tries": 0,
            "about": message.about,
        }
        statement = (
            insert(self.session, OutboxRow)
            .values(values)
            .on_conflict_do_nothing(index_elements=["dedup_key"])
        )
        result = await self.session.execute(statement.returning(OutboxRow.id))
        return result.first() is not None

    async def cancel(self, key: str, now: dt.datetime) -> bool:
        """Take back a message that has not been claimed for sending; tell whether there was one."""
        taken = (
            update(OutboxRow)
            .where(OutboxRow.dedup_key == key, OutboxRow.state == NEW)
            .values(state=CANCELLED, settled_at=now)
            .returning(OutboxRow.id)
            .execution_options(synchronize_session=False)
        )
        return (await self.session.execute(taken)).first() is not None

    async def is_held(self, row_id: int, owner: str) -> bool:
        """Tell whether a courier still holds a message, which nobody has taken back meanwhile."""
        query = select(OutboxRow.id).where(
            OutboxRow.id == row_id, OutboxRow.state == SENDING, OutboxRow.lease_owner == owner
        )
        return await self.session.scalar(query) is not None

    async def claim(
        self,
        lanes: Collection[int],
        limit: int,
        *,
        owner: str,
        now: dt.datetime,
        lease_until: dt.datetime,
        resting: Collection[PersonId] = (),
    ) -> list[Claimed]:
        """Take due messages, urgent lanes first, at most one of a person; a lapsed lease is taken over.

        `resting` are people to whom nothing can be sent at this moment.
        """
        due = (
            select(OutboxRow)
            .where(
                OutboxRow.bot_id == self.bot_id,
                OutboxRow.lane.in_(lanes),
                OutboxRow.person_id.not_in(resting),
                or_(
                    and_(OutboxRow.state == NEW, OutboxRow.not_before <= now),
                    and_(OutboxRow.state == SENDING, OutboxRow.lease_until <= now),
                ),
            )
            .order_by(OutboxRow.lane, OutboxRow.not_before, OutboxRow.id)
            .limit(limit * 4)
            .with_for_update(skip_locked=True)
        )
        first_of_each: dict[int, OutboxRow] = {}
        for row in await self.session.scalars(due):
            first_of_each.setdefault(row.person_id, row)
        taken = list(first_of_each.values())[:limit]
        claimed = [_claimed(row) for row in taken]
        for row in taken:
            row.state = SENDING
            row.tries += 1
            row.lease_owner = owner
            row.lease_until = lease_until
        await self.session.flush()
        return claimed

    async def release(self, now: dt.datetime) -> None:
        """Let every lease lapse: no other courier is at work on this database."""
        await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.bot_id == self.bot_id, OutboxRow.state == SENDING)
            .values(lease_until=now)
        )

    async def settle(
        self,
        row_id: int,
        owner: str,
        state: str,
        now: dt.datetime,
        *,
        message_id: int | None = None,
        error: str | None = None,
    ) -> bool:
        """Write down how it ended; tell whether the courier still held it."""
        return await self._change(
            row_id, owner, state=state, settled_at=now, message_id=message_id, error=error
        )

    async def put_back(
        self, row_id: int, owner: str, not_before: dt.datetime, error: str, *, counts: bool = True
    ) -> bool:
        """Let it wait for another try; one that does not count as a try was certainly not sent."""
        values: dict[str, Any] = {"state": NEW, "not_before": not_before, "error": error}
        if not counts:
            values["tries"] = OutboxRow.tries - 1
        return await self._change(row_id, owner, **values)

    async def next_at(self) -> dt.datetime | None:
        """Return when the next message is due, past moments included; None when nothing waits."""
        query = select(func.min(OutboxRow.not_before)).where(
            OutboxRow.bot_id == self.bot_id, OutboxRow.state == NEW
        )
        return await self.session.scalar(query)

    async def sending(self) -> int:
        """Return how many messages are in the hands of couriers."""
        query = select(func.count()).where(OutboxRow.bot_id == self.bot_id, OutboxRow.state == SENDING)
        return (await self.session.scalar(query)) or 0

    async def drop_of(self, person_id: PersonId, now: dt.datetime) -> None:
        """Take back everything in line for a person."""
        await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.person_id == person_id, OutboxRow.state == NEW)
            .values(state=CANCELLED, settled_at=now)
        )

    async def revive(self, person_id: PersonId, errors: Collection[str], now: dt.datetime) -> bool:
        """Put what was given up for these errors in line again, unless it has expired; tell whether there was any."""
        given_up = (
            update(OutboxRow)
            .where(
                OutboxRow.person_id == person_id,
                OutboxRow.state == DEAD,
                OutboxRow.error.in_(errors),
                or_(OutboxRow.expires_at.is_(None), OutboxRow.expires_at > now),
            )
            .values(state=NEW, not_before=now, tries=0, settled_at=None, error=None)
            .returning(OutboxRow.id)
            .execution_options(synchronize_session=False)
        )
        return (await self.session.execute(given_up)).first() is not None

    async def purge(self, settled_before: dt.datetime) -> None:
        """Delete what was settled long ago."""
        await self.session.execute(
            delete(OutboxRow).where(
                OutboxRow.bot_id == self.bot_id,
                OutboxRow.state.in_(SETTLED),
                OutboxRow.settled_at < settled_before,
            )
        )

    async def _change(self, row_id: int, owner: str, **values: Any) -> bool:
        statement = (
            update(OutboxRow)
            .where(OutboxRow.id == row_id, OutboxRow.state == SENDING, OutboxRow.lease_owner == owner)
            .values(lease_owner=None, lease_until=None, **values)
            .returning(OutboxRow.id)
            .execution_options(synchronize_session=False)
        )
        return (await self.session.execute(statement)).first() is not None


def _claimed(row: OutboxRow) -> Claimed:
    return Claimed(
        id=row.id,
        person_id=PersonId(row.person_id),
        kind=row.kind,
        data=row.data,
        lane=row.lane,
        not_before=row.not_before,
        expires_at=row.expires_at,
        tries=row.tries + 1,
        was_interrupted=row.state == SENDING,
        may_have_arrived=row.state == SENDING or (row.error or "").startswith(UNSURE),
    )
