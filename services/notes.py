"""Keeps what a person writes down, private until they say otherwise; it decides nothing about what it means."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo, NotUnderstood
from domain.groups import Group
from domain.ids import GroupId, NoteId, PairId
from domain.notes import (
    LONGEST_NOTE,
    PARTS_WITHIN,
    SPLIT_FROM,
    Note,
    NotePage,
    NoteState,
    Reader,
    Tag,
)
from domain.voices import Voice
from storage.unit_of_work import UnitOfWork

DIALOGUE = "note"
A_NEW_ONE = 0
"""The subject of the dialogue: a note that is not there yet; any other is a long note whose next part may come."""
HEARD = "voice"
"""What a facilitator looked at, in the record."""
PAGE = 5
"""Notes of one page of the list."""


@dataclasses.dataclass(frozen=True, slots=True)
class Reachable:
    """A group in which the person could give a note to somebody.

    Attributes:
        partners: the pairs there with the partners' names; none when there is no partner now.
    """

    group: Group
    partners: tuple[tuple[PairId, tuple[str, ...]], ...]


class Notes:
    """Progress notes of one person."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def begin(self, actor: Actor, now: dt.datetime) -> None:
        """Let the person's next text be a note."""
        await self._work.dialogues.open(actor.person_id, DIALOGUE, A_NEW_ONE, now)

    async def stop(self, actor: Actor) -> None:
        """Let the person's next text be no note."""
        await self._work.dialogues.close(actor.person_id, DIALOGUE)

    async def keep(
        self,
        actor: Actor,
        text: str,
        now: dt.datetime,
        *,
        voice: Voice | None = None,
        message_id: int | None = None,
    ) -> Note:
        """Keep a note, whole, for the person alone; `message_id` is the person's message whose edit corrects it.

        Raises:
            NotUnderstood: it is longer than a note can be.
        """
        await self.stop(actor)
        return await self._add(actor, text, NoteState.KEPT, now, voice=voice, message_id=message_id)

    async def hold(
        self,
        actor: Actor,
        text: str,
        now: dt.datetime,
        *,
        voice: Voice | None = None,
        message_id: int | None = None,
    ) -> Note:
        """Keep what nothing asked for as a draft, until the person says what it is.

        Raises:
            NotUnderstood: it is longer than a note can be.
        """
        return await self._add(actor, text, NoteState.DRAFT, now, voice=voice, message_id=message_id)

    async def add_part(self, actor: Actor, note_id: NoteId, text: str, now: dt.datetime) -> Note | None:
        """Add the next part of a long text that the app sent in several; None when it is no part of that note.

        Raises:
            NotUnderstood: the note would be longer than a note can be.
        """
        note = await self._work.notes.own(actor.scope, note_id)
        if note is None or now - note.written_at > PARTS_WITHIN:
            await self.stop(actor)
            return None
        whole = f"{note.text}\n{text}"
        _refuse_long(whole)
        await self._work.notes.set_text(actor.person_id, note_id, whole)
        # An edit of one part says nothing about the others.
        await self._work.notes.forget_message(note_id)
        if len(text) < SPLIT_FROM:
            await self.stop(actor)
        return await self.note(actor, note_id)

    async def keep_draft(self, actor: Actor, note_id: NoteId) -> Note:
        """Make a draft a note.

        Raises:
            NothingToDo: it is gone.
        """
        await self.note(actor, note_id)
        await self._work.notes.set_state(note_id, NoteState.KEPT)
        return await self.note(actor, note_id)

    async def drop_draft(self, actor: Actor, note_id: NoteId) -> None:
        """Delete a draft; a note that has been kept meanwhile stays.

        Raises:
            NothingToDo: it is gone or kept.
        """
        if (await self.note(actor, note_id)).state is not NoteState.DRAFT:
            raise NothingToDo("notes.gone")
        await self._work.notes.delete(actor.scope, note_id)

    async def note(self, actor: Actor, note_id: NoteId) -> Note:
        """Return a note of the person's own.

        Raises:
            NothingToDo: it is gone, or it never was theirs.
        """
        note = await self._work.notes.own(actor.scope, note_id)
        if note is None:
            raise NothingToDo("notes.gone")
        return note

    async def hear(self, actor: Actor, note_id: NoteId, now: dt.datetime) -> Note:
        """Return a spoken note to whoever may read it now; that a facilitator heard it is recorded.

        Raises:
            NothingToDo: it is gone, is not spoken, or is not for this person.
        """
        note = await self._work.notes.readable(actor.scope, note_id)
        if note is None or note.voice is None:
            raise NothingToDo("notes.gone")
        if note.person_id != actor.person_id and note.reader is Reader.FACILITATOR:
            seat = next(seat for seat in actor.facilitator_seats if seat.group_id == note.group_id)
            await self._work.disclosures.record(
                [note.person_id],
                viewer_id=actor.person_id,
                viewer_membership_id=seat.membership_id,
                what=HEARD,
                now=now,
            )
        return note

    async def set_tag(self, actor: Actor, note_id: NoteId, tag: Tag) -> Note:
        """Say what kind of note it is.

        Raises:
            NothingToDo: it is gone.
        """
        await self.keep_draft(actor, note_id)
        await self._work.notes.set_tag(note_id, tag)
        return await self.note(actor, note_id)

    async def set_reader(
        self, actor: Actor, note_id: NoteId, reader: Reader, group_id: GroupId | None, now: dt.datetime
    ) -> Note:
        """Say for whom it is; in a group where one is a participant, unless it is for oneself.

        Raises:
            NothingToDo: it is gone, or there is nobody to give it to.
        """
        note = await self.keep_draft(actor, note_id)
        if reader is Reader.ME:
            await self._work.notes.set_reader(note_id, reader, None, None)
            return await self.note(actor, note_id)
        reachable = [one for one in await self.reachable(actor) if one.group.group_id == group_id]
        if not reachable or (reader is Reader.PARTNER and not reachable[0].partners):
            raise NothingToDo("notes.nobody")
        if (note.reader, note.group_id) != (reader, group_id):
            await self._work.notes.set_reader(note_id, reader, group_id, now)
        return await self.note(actor, note_id)

    async def reachable(self, actor: Actor) -> list[Reachable]:
        """Return the groups in which the person is a participant, oldest seat first, with the partners there."""
        found = []
        for seat in actor.participant_seats:
            names: dict[PairId, tuple[str, ...]] = {}
            for one in await self._work.partners.partners_of(actor.scope, seat.membership_id):
                names[one.pair_id] = (*names.get(one.pair_id, ()), one.name)
            group = await self._work.groups.group(seat.group_id)
            found.append(Reachable(group, tuple(names.items())))
        return found

    async def page(self, actor: Actor, page: int) -> NotePage:
        """Return one page of the person's notes, drafts included; a page that is not there becomes the nearest one."""
        pages = max(1, -(-await self._work.notes.count(actor.scope) // PAGE))
        page = min(max(page, 0), pages - 1)
        return NotePage(tuple(await self._work.notes.latest(actor.scope, PAGE, page * PAGE)), page, pages)

    async def delete(self, actor: Actor, note_id: NoteId) -> bool:
        """Delete a note of the person's own, for good; tell whether it was there."""
        return await self._work.notes.delete(actor.scope, note_id)

    async def _add(
        self,
        actor: Actor,
        text: str,
        state: NoteState,
        now: dt.datetime,
        *,
        voice: Voice | None,
        message_id: int | None,
    ) -> Note:
        _refuse_long(text)
        note_id = await self._work.notes.add(
            actor.person_id, text, state, now, voice=voice, message_id=message_id
        )
        if len(text) >= SPLIT_FROM:
            await self._work.dialogues.open(actor.person_id, DIALOGUE, note_id, now)
        return await self.note(actor, note_id)


def _refuse_long(text: str) -> None:
    if len(text) > LONGEST_NOTE:
        raise NotUnderstood("notes.too_long", {"length": len(text), "limit": LONGEST_NOTE})
