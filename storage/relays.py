"""Keeps the messages between partners, sealed with the sender's key; only the sender and a present partner can read one."""

import datetime as dt

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import aliased

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import MembershipId, PairId, PersonId, RelayId
from domain.partners import Answer, PairState
from domain.relays import Content, Media, Relay, RelayKind, RelayState
from storage.reach import within
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.partners import PairMemberRow, PairRow
from storage.tables.relays import RelayRow
from storage.types import new_id

_BODY = "relays.body"
_MEDIA = "relays.media"
_WAITS = "waits:"
"""The cause of what is held until it may go: what is written meanwhile is added to it."""


class Relays(Repository):
    """Messages from one partner to the other."""

    async def add(
        self,
        pair_id: PairId,
        sender_id: PersonId,
        content: Content,
        *,
        state: RelayState,
        now: dt.datetime,
        cause: str | None = None,
    ) -> RelayId:
        """Keep a message; `cause` names what a ready answer answers."""
        relay_id, media = RelayId(new_id()), content.media
        cipher = await self.keys.of(sender_id)
        self.session.add(
            RelayRow(
                id=relay_id,
                pair_id=pair_id,
                sender_id=sender_id,
                state=state,
                cause=cause,
                body=cipher.seal(_BODY, relay_id, content.text),
                written_at=now,
                kind=RelayKind.TEXT if media is None else media.kind,
                media=None if media is None else cipher.seal(_MEDIA, relay_id, media.pack()),
                reply_to_id=content.reply_to_id,
                message_id=content.message_id,
            )
        )
        await self.session.flush()
        return relay_id

    async def own(self, scope: Scope, relay_id: RelayId) -> Relay | None:
        """Return a message that one wrote; None when it is not one's own or is gone."""
        query = select(RelayRow).where(RelayRow.id == relay_id, RelayRow.sender_id == scope.person_id)
        row = await self.session.scalar(query)
        return None if row is None else await self._relay(row)

    async def of_message(self, scope: Scope, message_id: int) -> Relay | None:
        """Return the message that one wrote in this message of one's chat, taken back or not; None when there is none."""
        query = select(RelayRow).where(
            RelayRow.sender_id == scope.person_id, RelayRow.message_id == message_id
        )
        row = await self.session.scalar(query.order_by(RelayRow.written_at.desc()).limit(1))
        return None if row is None else await self._relay(row)

    async def waiting(self, pair_id: PairId, sender_id: PersonId) -> Relay | None:
        """Return what one side wrote that waits until it may go; None when nothing does."""
        query = select(RelayRow).where(
            RelayRow.pair_id == pair_id,
            RelayRow.sender_id == sender_id,
            RelayRow.state == RelayState.HELD,
            RelayRow.cause.startswith(_WAITS),
        )
        row = await self.session.scalar(query.order_by(RelayRow.written_at.desc()).limit(1))
        return None if row is None else await self._relay(row)

    async def add_waiting(
        self, pair_id: PairId, sender_id: PersonId, content: Content, *, now: dt.datetime
    ) -> RelayId:
        """Keep a text that waits until it may go."""
        cause = f"{_WAITS}{new_id()}"
        return await self.add(pair_id, sender_id, content, state=RelayState.HELD, now=now, cause=cause)

    async def set_text(self, relay: Relay, text: str, now: dt.datetime) -> None:
        """Let a message say something else; one that is still held has not been edited, but was written now."""
        cipher = await self.keys.of(relay.sender_id)
        changed: dict[str, object] = {"body": cipher.seal(_BODY, relay.relay_id, text)}
        changed |= {"written_at": now} if relay.state is RelayState.HELD else {"edited_at": now}
        await self.session.execute(update(RelayRow).where(RelayRow.id == relay.relay_id).values(changed))

    async def forget_message(self, relay_id: RelayId) -> None:
        """Let no edit change a message any more: it came in several."""
        await self.session.execute(update(RelayRow).where(RelayRow.id == relay_id).values(message_id=None))

    async def withdraw(self, scope: Scope, relay_id: RelayId, now: dt.datetime) -> bool:
        """Take a sent message back; tell whether it was not before."""
        result = await self.session.execute(
            update(RelayRow)
            .where(
                RelayRow.id == relay_id,
                RelayRow.sender_id == scope.person_id,
                RelayRow.state == RelayState.SENT,
                RelayRow.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=now)
            .returning(RelayRow.id)
        )
        return result.first() is not None

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
            .values(state=RelayState.SENT, written_at=now, cause=None)
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
        kind = RelayKind(row.kind)
        media = None if row.media is None else Media.unpack(kind, cipher.open(_MEDIA, row.id, row.media))
        return Relay(
            relay_id=RelayId(row.id),
            pair_id=PairId(row.pair_id),
            sender_id=sender_id,
            content=Content(
                cipher.open(_BODY, row.id, row.body),
                media,
                None if row.reply_to_id is None else RelayId(row.reply_to_id),
                row.message_id,
            ),
            state=RelayState(row.state),
            written_at=row.written_at,
            edited_at=row.edited_at,
            withdrawn_at=row.withdrawn_at,
        )
