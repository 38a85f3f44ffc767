"""Keeps the messages between partners, sealed with the sender's key; only the sender and a present partner can read one."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import MembershipId, PairId, PersonId, RelayId
from domain.partners import Answer, PairState, Relay, RelayState
from storage.reach import within
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.relays import RelayRow
from storage.types import new_id

_BODY = "relays.body"


class Relays(Repository):
    """Messages from one partner to the other."""

    async def add(
        self,
        pair_id: PairId,
        sender_id: PersonId,
        text: str,
        *,
        state: RelayState,
        now: dt.datetime,
        cause: str | None = None,
    ) -> RelayId:
        """Keep a message; `cause` names what a ready answer answers."""
        relay_id = RelayId(new_id())
        cipher = await self.keys.of(sender_id)
        self.session.add(
            RelayRow(
                id=relay_id,
                pair_id=pair_id,
                sender_id=sender_id,
                state=state,
                cause=cause,
                body=cipher.seal(_BODY, relay_id, text),
                written_at=now,
            )
        )
        await self.session.flush()
        return relay_id

    async def own(self, scope: Scope, relay_id: RelayId) -> Relay | None:
        """Return a message that one wrote; None when it is not one's own or is gone."""
        query = select(RelayRow).where(RelayRow.id == relay_id, RelayRow.sender_id == scope.person_id)
        row = await self.session.scalar(query)
        return None if row is None else await self._relay(row)

    async def every(self, scope: Scope) -> list[Relay]:
        """Return all messages that one wrote, oldest first."""
        query = select(RelayRow).where(RelayRow.sender_id == scope.person_id)
        rows = (await self.session.scalars(query.order_by(RelayRow.written_at, RelayRow.id))).all()
        return [await self._relay(row) for row in rows]

    async def received(self, scope: Scope, relay_id: RelayId) -> Relay | None:
        """Return a sent message for a partner of its sender; None when they are no longer partners, or never were."""
        mine, theirs = aliased(PairMemberRow), aliased(PairMemberRow)
        own_seat, sender_seat = aliased(MembershipRow), aliased(MembershipRow)
        query = (
            select(RelayRow)
            .join(PairRow, PairRow.id == RelayRow.pair_id)
            .join(mine, mine.pair_id == PairRow.id)
            .join(own_seat, own_seat.id == mine.membership_id)
            .join(theirs, theirs.pair_id == PairRow.id)
            .join(sender_seat, sender_seat.id == theirs.membership_id)
            .where(
                RelayRow.id == relay_id,
                RelayRow.state == RelayState.SENT,
                PairRow.state == PairState.ACTIVE,
                mine.answer == Answer.ACCEPTED,
                own_seat.person_id == scope.person_id,
                own_seat.state == MemberState.ACTIVE,
                theirs.answer == Answer.ACCEPTED,
                sender_seat.person_id == RelayRow.sender_id,
                sender_seat.state == MemberState.ACTIVE,
                RelayRow.sender_id != scope.person_id,
            )
        )
        row = await self.session.scalar(query)
        return None if row is None else await self._relay(row)

    async def release(self, scope: Scope, relay_id: RelayId, now: dt.datetime) -> bool:
        """Let a held message go; tell whether it was still held."""
        result = await self.session.execute(
            update(RelayRow)
            .where(
                RelayRow.id == relay_id,
                RelayRow.sender_id == scope.person_id,
                RelayRow.state == RelayState.HELD,
            )
            .values(state=RelayState.SENT, written_at=now)
            .returning(RelayRow.id)
        )
        return result.first() is not None

    async def drop(self, scope: Scope, relay_id: RelayId) -> bool:
        """Delete a held message; tell whether it was still held."""
        result = await self.session.execute(
            delete(RelayRow)
            .where(
                RelayRow.id == relay_id,
                RelayRow.sender_id == scope.person_id,
                RelayRow.state == RelayState.HELD,
            )
            .returning(RelayRow.id)
        )
        return result.first() is not None

    async def sent_since(
        self, pair_id: PairId, sender_id: PersonId, since: dt.datetime
    ) -> Sequence[dt.datetime]:
        """Return when one side of a pair sent messages after a moment, oldest first."""
        query = select(RelayRow.written_at).where(
            RelayRow.pair_id == pair_id,
            RelayRow.sender_id == sender_id,
            RelayRow.state == RelayState.SENT,
            RelayRow.written_at > since,
        )
        return (await self.session.scalars(query.order_by(RelayRow.written_at))).all()

    async def causes(self, pair_id: PairId, sender_id: PersonId, beginning: str) -> set[str]:
        """Return which ready answers with this beginning of the cause have gone out."""
        query = select(RelayRow.cause).where(
            RelayRow.pair_id == pair_id,
            RelayRow.sender_id == sender_id,
            RelayRow.cause.startswith(beginning, autoescape=True),
        )
        return {cause for cause in await self.session.scalars(query) if cause is not None}

    async def wrote_since(self, scope: Scope, membership_id: MembershipId, since: dt.datetime) -> bool:
        """Tell whether a member in reach wrote to a partner after a moment; never what."""
        sent = exists().where(
            RelayRow.sender_id == MembershipRow.person_id,
            RelayRow.state == RelayState.SENT,
            RelayRow.written_at > since,
            RelayRow.pair_id == PairMemberRow.pair_id,
            PairMemberRow.membership_id == MembershipRow.id,
        )
        query = select(func.count()).where(MembershipRow.id == membership_id, within(scope), sent)
        return bool(await self.session.scalar(query))

    async def _relay(self, row: RelayRow) -> Relay:
        sender_id = PersonId(row.sender_id)
        cipher = await self.keys.of(sender_id)
        return Relay(
            relay_id=RelayId(row.id),
            pair_id=PairId(row.pair_id),
            sender_id=sender_id,
            text=cipher.open(_BODY, row.id, row.body),
            state=RelayState(row.state),
            written_at=row.written_at,
        )
