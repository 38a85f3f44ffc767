"""Keeps invitations by the hash of their token, wrong tries, and consents; it decides nothing."""

import datetime as dt

from sqlalchemy import delete, select, update

from domain.access import Role, Scope
from domain.ids import Address, GroupId, InviteId, PersonId
from domain.joining import MISS_WINDOW, Consent, Invite
from storage.repository import Repository
from storage.tables.groups import ConsentRow, InviteRow, LinkMissRow
from storage.types import new_id
from storage.vault import token_hash


class Invites(Repository):
    """Single-use links."""

    async def add(
        self,
        token: str,
        *,
        group_id: GroupId,
        role: Role,
        invited_by: PersonId | None,
        now: dt.datetime,
        expires_at: dt.datetime,
    ) -> InviteId:
        """Store the hash of a new link's token; `invited_by` None is the operator."""
        row = InviteRow(
            id=new_id(),
            token_hash=token_hash(token),
            group_id=group_id,
            role=role,
            invited_by=invited_by,
            created_at=now,
            expires_at=expires_at,
        )
        self.session.add(row)
        await self.session.flush()
        return InviteId(row.id)

    async def by_token(self, token: str) -> Invite | None:
        """Return the invitation of this token, open or not; None for a token that never was."""
        row = await self.session.scalar(select(InviteRow).where(InviteRow.token_hash == token_hash(token)))
        return None if row is None else _invite(row)

    async def use(self, invite_id: InviteId, now: dt.datetime) -> bool:
        """Use up an open invitation; tell whether this was the one use that it had."""
        return await self._close(invite_id, now, used_at=now)

    async def get(self, scope: Scope, invite_id: InviteId) -> Invite | None:
        """Return an invitation into a group that one facilitates; None when it is out of reach."""
        row = await self.session.get(InviteRow, invite_id, populate_existing=True)
        if row is None or not (scope.is_system or row.group_id in scope.facilitated):
            return None
        return _invite(row)

    async def open_into(self, scope: Scope, group_id: GroupId, now: dt.datetime) -> list[Invite]:
        """Return the open invitations into a group that one facilitates, oldest first."""
        if not (scope.is_system or group_id in scope.facilitated):
            return []
        query = (
            select(InviteRow)
            .where(
                InviteRow.group_id == group_id,
                InviteRow.used_at.is_(None),
                InviteRow.revoked_at.is_(None),
                InviteRow.expires_at > now,
            )
            .order_by(InviteRow.created_at, InviteRow.id)
        )
        return [_invite(row) for row in await self.session.scalars(query)]

    async def revoke(self, invite_id: InviteId, now: dt.datetime) -> bool:
        """Close an open invitation; tell whether it was open."""
        return await self._close(invite_id, now, revoked_at=now)

    async def misses(self, address: Address, now: dt.datetime) -> int:
        """Return how many wrong links this account tried in the running hour."""
        row = await self.session.get(LinkMissRow, self.keys.hash_of(address))
        return 0 if row is None or row.since_at + MISS_WINDOW <= now else row.misses

    async def miss(self, address: Address, now: dt.datetime) -> None:
        """Count one more wrong link; a new hour begins with it when the last one is over.

        Every account's hour that is over is forgotten on the way.
        """
        await self.session.execute(delete(LinkMissRow).where(LinkMissRow.since_at <= now - MISS_WINDOW))
        misses = await self.misses(address, now)
        hashed = self.keys.hash_of(address)
        if misses == 0:
            await self.session.merge(LinkMissRow(address_hash=hashed, misses=1, since_at=now))
        else:
            counted = update(LinkMissRow).where(LinkMissRow.address_hash == hashed).values(misses=misses + 1)
            await self.session.execute(counted)
        await self.session.flush()

    async def _close(self, invite_id: InviteId, now: dt.datetime, **values: dt.datetime) -> bool:
        # The condition is in the statement, so that of two at the same moment one finds it closed.
        result = await self.session.execute(
            update(InviteRow)
            .where(
                InviteRow.id == invite_id,
                InviteRow.used_at.is_(None),
                InviteRow.revoked_at.is_(None),
                InviteRow.expires_at > now,
            )
            .values(**values)
            .returning(InviteRow.id)
        )
        return result.first() is not None


class Consents(Repository):
    """What people agreed to, and took back."""

    async def give(
        self,
        person_id: PersonId,
        group_id: GroupId,
        *,
        kind: str,
        version: str,
        signature: str,
        given_at: dt.datetime,
        expires_at: dt.datetime | None,
    ) -> None:
        """Write down a consent with the name typed as signature."""
        row_id = new_id()
        cipher = await self.keys.of(person_id)
        self.session.add(
            ConsentRow(
                id=row_id,
                person_id=person_id,
                group_id=group_id,
                kind=kind,
                version=version,
                signature=cipher.seal("consents.signature", row_id, signature),
                given_at=given_at,
                expires_at=expires_at,
            )
        )
        await self.session.flush()

    async def of(self, scope: Scope) -> list[Consent]:
        """Return one's own consents, latest first, those taken back included."""
        query = (
            select(ConsentRow)
            .where(ConsentRow.person_id == scope.person_id)
            .order_by(ConsentRow.given_at.desc(), ConsentRow.id)
            .execution_options(populate_existing=True)
        )
        return [_consent(row) for row in await self.session.scalars(query)]

    async def revoke(self, person_id: PersonId, group_id: GroupId, now: dt.datetime) -> None:
        """Take back every consent of a person that concerns this group; the record stays."""
        await self.session.execute(
            update(ConsentRow)
            .where(
                ConsentRow.person_id == person_id,
                ConsentRow.group_id == group_id,
                ConsentRow.revoked_at.is_(None),
            )
            .values(revoked_at=now)
        )


def _invite(row: InviteRow) -> Invite:
    return Invite(
        invite_id=InviteId(row.id),
        group_id=GroupId(row.group_id),
        role=Role(row.role),
        created_at=row.created_at,
        expires_at=row.expires_at,
        is_used=row.used_at is not None,
        is_revoked=row.revoked_at is not None,
    )


def _consent(row: ConsentRow) -> Consent:
    return Consent(
        group_id=GroupId(row.group_id),
        kind=row.kind,
        version=row.version,
        given_at=row.given_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )
