"""Keeps progress notes, sealed with the writer's key, each with whom it is for; it shares none by itself."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, update

from domain.access import Scope
from domain.groups import MemberState
from domain.ids import GroupId, MembershipId, NoteId, PersonId
from domain.notes import Note, NoteState, Reader, Tag
from domain.voices import Voice
from storage.partner_reach import is_partner
from storage.repository import Repository
from storage.tables.groups import MembershipRow
from storage.tables.notes import NoteRow
from storage.tables.partners import PairRow
from storage.types import new_id

_BODY = "notes.body"
_VOICE = "notes.voice"


class Notes(Repository):
    """Progress notes."""

    async def add(
        self,
        person_id: PersonId,
        text: str,
        state: NoteState,
        now: dt.datetime,
        *,
        voice: Voice | None = None,
        message_id: int | None = None,
    ) -> NoteId:
        """Keep a note, private and plain; `message_id` is the person's own message that it came in."""
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
                voice=None if voice is None else cipher.seal(_VOICE, note_id, voice.pack()),
                message_id=message_id,
            )
        )
        await self.session.flush()
        return note_id

    async def own(self, scope: Scope, note_id: NoteId) -> Note | None:
        """Return a note that one wrote; None when it is somebody else's or is gone."""
        query = select(NoteRow).where(NoteRow.id == note_id, NoteRow.person_id == scope.person_id)
        found = await self._many(query)
        return found[0] if found else None

    async def readable(self, scope: Scope, note_id: NoteId) -> Note | None:
        """Return a note that one wrote, or was given as a facilitator or partner and still may read; else None."""
        own = await self.own(scope, note_id)
        if own is not None:
            return own
        may_read = or_(
            and_(NoteRow.audience == Reader.FACILITATOR, MembershipRow.group_id.in_(scope.facilitated)),
            and_(NoteRow.audience == Reader.PARTNER, _shown_to_partner(scope)),
        )
        found = await self._many(_given().where(NoteRow.id == note_id, may_read).limit(1))
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
        query = _given_by(membership_id, Reader.FACILITATOR).where(NoteRow.shared_at >= since)
        if not scope.is_system:
            query = query.where(MembershipRow.group_id.in_(scope.facilitated))
        return await self._many(query)

    async def for_partner(self, scope: Scope, membership_id: MembershipId) -> Note | None:
        """Return the latest note that a partner gave to the one who asks, since they are partners."""
        query = _given_by(membership_id, Reader.PARTNER).where(_shown_to_partner(scope))
        found = await self._many(query.limit(1))
        return found[0] if found else None

    async def set_text(self, person_id: PersonId, note_id: NoteId, text: str) -> None:
        """Put another text in a note's place."""
        cipher = await self.keys.of(person_id)
        await self._set(note_id, body=cipher.seal(_BODY, note_id, text))

    async def forget_message(self, note_id: NoteId) -> None:
        """Keep no longer in which message the note came: it came in more than one."""
        await self._set(note_id, message_id=None)

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
            voice=None if row.voice is None else Voice.unpack(cipher.open(_VOICE, row.id, row.voice)),
        )


def _shown_to_partner(scope: Scope) -> ColumnElement[bool]:
    since_partners = NoteRow.shared_at >= PairRow.started_at
    return is_partner(scope, MembershipRow.id, since_partners)


def _given_by(membership_id: MembershipId, reader: Reader) -> Select[NoteRow]:
    return _given().where(MembershipRow.id == membership_id, NoteRow.audience == reader)


def _given() -> Select[NoteRow]:
    return (
        select(NoteRow)
        .join(
            MembershipRow,
            (MembershipRow.person_id == NoteRow.person_id) & (MembershipRow.group_id == NoteRow.group_id),
        )
        .where(
            MembershipRow.state == MemberState.ACTIVE,
            NoteRow.state == NoteState.KEPT,
        )
        .order_by(NoteRow.shared_at.desc(), NoteRow.id.desc())
    )
