"""Keeps progress notes, sealed with the writer's key, each with whom it is for; it shares none by itself."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Select, delete, func, select, update

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import GroupId, MembershipId, NoteId, PersonId
from domain.notes import Note, NoteState, Reader, Tag
from storage.partner_reach import shown_to_partner
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.notes import NoteRow
from storage.tables.partners import PairRow
from storage.types import new_id

_BODY = "notes.body"


class Notes(Repository):
    """Progress notes."""

    async def add(self, person_id: PersonId, text: str, state: NoteState, now: dt.datetime) -> NoteId:
        """Keep a note, private and plain."""
        note_id = NoteId(new_id())
        cipher = await self.keys.of(person_id)
        self.session.add(
            NoteRow(
                id=note_id,
                person_id=person_id,
                group_id=None,
                audience=Reader.ME,
                tag=Tag.PLAIN,
                state=state,
                body=cipher.seal(_BODY, note_id, text),
                written_at=now,
                shared_at=None,
            )
        )
        await self.session.flush()
        return note_id

    async def own(self, scope: Scope, note_id: NoteId) -> Note | None:
        """Return a note that one wrote; None when it is somebody else's or is gone."""
        query = select(NoteRow).where(NoteRow.id == note_id, NoteRow.person_id == scope.person_id)
        found = await self._many(query)
        return found[0] if found else None

    async def count(self, scope: Scope) -> int:
        """Return how many notes one has, drafts included."""
        query = select(func.count()).select_from(NoteRow).where(NoteRow.person_id == scope.person_id)
        return int(await self.session.scalar(query) or 0)

    async def latest(self, scope: Scope, limit: int, offset: int = 0) -> list[Note]:
        """Return notes that one wrote, latest first, drafts included."""
        query = (
            select(NoteRow)
            .where(NoteRow.person_id == scope.person_id)
            .order_by(NoteRow.written_at.desc(), NoteRow.id.desc())
        )
        return await self._many(query.limit(limit).offset(offset))

    async def every(self, scope: Scope) -> list[Note]:
        """Return all notes that one wrote, oldest first, drafts included."""
        query = select(NoteRow).where(NoteRow.person_id == scope.person_id)
        return await self._many(query.order_by(NoteRow.written_at, NoteRow.id))

    async def for_facilitator(
        self, scope: Scope, membership_id: MembershipId, since: dt.datetime
    ) -> list[Note]:
        """Return what a member of a facilitated group gave to the facilitators after a moment, latest first."""
        query = _given(membership_id, Reader.FACILITATOR).where(NoteRow.shared_at >= since)
        if not scope.is_system:
            query = query.where(MembershipRow.group_id.in_(scope.facilitated))
        return await self._many(query)

    async def for_partner(self, scope: Scope, membership_id: MembershipId) -> Note | None:
        """Return the latest note that a partner gave to the one who asks, since they are partners."""
        since_partners = NoteRow.shared_at >= PairRow.started_at
        query = _given(membership_id, Reader.PARTNER).where(
            shown_to_partner(scope, MembershipRow.id, None, since_partners)
        )
        found = await self._many(query.limit(1))
        return found[0] if found else None

    async def set_tag(self, note_id: NoteId, tag: Tag) -> None:
        """Change what kind of note it is."""
        await self._set(note_id, tag=tag)

    async def set_reader(
        self, note_id: NoteId, reader: Reader, group_id: GroupId | None, shared_at: dt.datetime | None
    ) -> None:
        """Change for whom it is."""
        await self._set(note_id, audience=reader, group_id=group_id, shared_at=shared_at)

    async def set_state(self, note_id: NoteId, state: NoteState) -> None:
        """Make a draft a note."""
        await self._set(note_id, state=state)

    async def delete(self, scope: Scope, note_id: NoteId) -> bool:
        """Delete a note that one wrote; tell whether it was there."""
        result = await self.session.execute(
            delete(NoteRow)
            .where(NoteRow.id == note_id, NoteRow.person_id == scope.person_id)
            .returning(NoteRow.id)
        )
        return result.first() is not None

    async def _set(self, note_id: NoteId, **values: object) -> None:
        await self.session.execute(update(NoteRow).where(NoteRow.id == note_id).values(**values))

    async def _many(self, query: Select[NoteRow]) -> list[Note]:
        query = query.execution_options(populate_existing=True)
        rows: Sequence[NoteRow] = (await self.session.scalars(query)).all()
        return [await self._note(row) for row in rows]

    async def _note(self, row: NoteRow) -> Note:
        person_id = PersonId(row.person_id)
        cipher = await self.keys.of(person_id)
        return Note(
            note_id=NoteId(row.id),
            person_id=person_id,
            group_id=None if row.group_id is None else GroupId(row.group_id),
            reader=Reader(row.audience),
            tag=Tag(row.tag),
            state=NoteState(row.state),
            text=cipher.open(_BODY, row.id, row.body),
            written_at=row.written_at,
            shared_at=row.shared_at,
        )


def _given(membership_id: MembershipId, reader: Reader) -> Select[NoteRow]:
    return (
        select(NoteRow)
        .join(
            MembershipRow,
            (MembershipRow.person_id == NoteRow.person_id) & (MembershipRow.group_id == NoteRow.group_id),
        )
        .where(
            MembershipRow.id == membership_id,
            MembershipRow.state == MemberState.ACTIVE,
            NoteRow.audience == reader,
            NoteRow.state == NoteState.KEPT,
        )
        .order_by(NoteRow.shared_at.desc(), NoteRow.id.desc())
    )
