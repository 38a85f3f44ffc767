"""Keeps what stands beside the words of messages between partners: when they went, reactions, reports; it opens none."""

import datetime as dt

from sqlalchemy import delete, func, select

from domain.ids import PairId, PersonId, RelayId
from domain.messages import ThanksArrived, about_pair
from domain.relays import RelayState
from storage.inserting import insert
from storage.repository import Repository
from storage.tables.outbox import OutboxRow
from storage.tables.relays import RelayReactionRow, RelayRow, ReportRow
from storage.types import new_id


class RelayMarks(Repository):
    """When messages went, reactions to them and reports of them."""

    async def sent_since(
        self, pair_id: PairId, sender_id: PersonId, since: dt.datetime
    ) -> list[tuple[dt.datetime, bool]]:
        """Return when one side of a pair sent messages after a moment, oldest first, and whether in own words."""
        query = select(RelayRow.written_at, RelayRow.cause).where(
            RelayRow.pair_id == pair_id,
            RelayRow.sender_id == sender_id,
            RelayRow.state == RelayState.SENT,
            RelayRow.written_at > since,
        )
        rows = await self.session.execute(query.order_by(RelayRow.written_at))
        return [(row.written_at, row.cause is None) for row in rows]

    async def answered_at(self, pair_id: PairId, person_id: PersonId) -> dt.datetime | None:
        """Return when another side of the pair last wrote, reacted to this side or thanked it; None when never."""
        wrote = select(func.max(RelayRow.written_at)).where(
            RelayRow.pair_id == pair_id,
            RelayRow.sender_id != person_id,
            RelayRow.state == RelayState.SENT,
        )
        reacted = (
            select(func.max(RelayReactionRow.given_at))
            .join(RelayRow, RelayRow.id == RelayReactionRow.relay_id)
            .where(RelayRow.pair_id == pair_id, RelayReactionRow.person_id != person_id)
        )
        thanked = select(func.max(OutboxRow.not_before)).where(
            OutboxRow.person_id == person_id,
            OutboxRow.kind == ThanksArrived.kind,
            OutboxRow.about == about_pair(pair_id),
        )
        moments = [await self.session.scalar(query) for query in (wrote, reacted, thanked)]
        return max((moment for moment in moments if moment is not None), default=None)

    async def sender_of(self, relay_id: RelayId) -> PersonId | None:
        """Return who wrote a message; None when it is gone."""
        sender_id = await self.session.scalar(select(RelayRow.sender_id).where(RelayRow.id == relay_id))
        return None if sender_id is None else PersonId(sender_id)

    async def react(self, relay_id: RelayId, person_id: PersonId, emoji: str, now: dt.datetime) -> None:
        """Keep somebody's reaction in place of the one before."""
        await self.session.merge(
            RelayReactionRow(relay_id=relay_id, person_id=person_id, emoji=emoji, given_at=now)
        )
        await self.session.flush()

    async def take_reaction(self, relay_id: RelayId, person_id: PersonId) -> bool:
        """Take somebody's reaction away; tell whether there was one."""
        gone = await self.session.execute(
            delete(RelayReactionRow)
            .where(RelayReactionRow.relay_id == relay_id, RelayReactionRow.person_id == person_id)
            .returning(RelayReactionRow.relay_id)
        )
        return gone.first() is not None

    async def reaction(self, relay_id: RelayId) -> str | None:
        """Return the latest reaction to a message; None when there is none."""
        query = select(RelayReactionRow.emoji).where(RelayReactionRow.relay_id == relay_id)
        return await self.session.scalar(query.order_by(RelayReactionRow.given_at.desc()).limit(1))

    async def report(self, relay_id: RelayId, reporter_id: PersonId, now: dt.datetime) -> bool:
        """Keep that somebody reported a message; tell whether it is new."""
        values = {"id": new_id(), "relay_id": relay_id, "reporter_id": reporter_id, "reported_at": now}
        statement = (
            insert(self.session, ReportRow)
            .values(values)
            .on_conflict_do_nothing(index_elements=["relay_id", "reporter_id"])
        )
        return (await self.session.execute(statement.returning(ReportRow.id))).first() is not None

    async def reports_by(self, reporter_id: PersonId, sender_id: PersonId) -> int:
        """Return how many messages of one person another has reported."""
        query = (
            select(func.count())
            .select_from(ReportRow)
            .join(RelayRow, RelayRow.id == ReportRow.relay_id)
            .where(ReportRow.reporter_id == reporter_id, RelayRow.sender_id == sender_id)
        )
        return int(await self.session.scalar(query) or 0)
