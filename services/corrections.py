"""Finds what an edited message had given, and corrects a note; what else an edit changes, others decide."""

import dataclasses
import datetime as dt

from domain.access import Actor
from domain.errors import NothingToDo
from domain.ids import NoteId
from domain.items import ItemId
from domain.notes import Note, Reader
from services import checkins, measure_steps, notes, relays, slips, steps
from storage.unit_of_work import UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What a message gave.

    Attributes:
        dialogue: the kind of dialogue whose view takes the correction.
        subject_id: the check-in, the questionnaire, the message to a partner, the slip or the note.
        item: the question of a check-in that it answered; None for anything else.
    """

    dialogue: str
    subject_id: int
    item: ItemId | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class CorrectedNote:
    """A note after its message was edited.

    Attributes:
        readers: the names of those who may have read it as it was; None while it is nobody else's.
    """

    note: Note
    is_changed: bool
    readers: tuple[str, ...] | None = None


class Corrections:
    """Edits of the person's own messages."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def of_message(self, actor: Actor, message_id: int, now: dt.datetime) -> Given | None:
        """Return what a message of the person's own gave; None when nothing came of it."""
        since = now - checkins.EDITABLE_FOR
        answered = await self._work.corrections.answer(actor.scope, message_id, since)
        if answered is not None:
            return Given(steps.DIALOGUE, *answered)
        measured = await self._work.corrections.measure_answer(actor.scope, message_id, since)
        if measured is not None:
            return Given(measure_steps.DIALOGUE, measured[0])
        relay = await self._work.relays.of_message(actor.scope, message_id)
        if relay is not None:
            return Given(relays.DIALOGUE, relay.relay_id)
        slip_id = await self._work.slips.at_message(actor.scope, message_id, since)
        if slip_id is not None:
            return Given(slips.DIALOGUE, slip_id)
        note_id = await self._work.corrections.note(actor.scope, message_id, since)
        return None if note_id is None else Given(notes.DIALOGUE, note_id)

    async def note(self, actor: Actor, note_id: NoteId, text: str) -> CorrectedNote:
        """Let a note say what its message says now; the same again changes nothing.

        Raises:
            NothingToDo: it is gone.
        """
        note = await self._work.notes.own(actor.scope, note_id)
        if note is None:
            raise NothingToDo("notes.gone")
        if text == note.text or (not text.strip() and note.voice is None):
            return CorrectedNote(note, is_changed=False)
        await self._work.notes.set_text(actor.person_id, note_id, text)
        changed = dataclasses.replace(note, text=text)
        return CorrectedNote(changed, is_changed=True, readers=await self._readers(actor, note))

    async def _readers(self, actor: Actor, note: Note) -> tuple[str, ...] | None:
        if note.reader is Reader.ME or note.group_id is None:
            return None
        if note.reader is Reader.FACILITATOR:
            return tuple(one.display_name for one in await self._work.groups.facilitators(note.group_id))
        names: list[str] = []
        for seat in actor.participant_seats:
            if seat.group_id == note.group_id:
                partners = await self._work.partners.partners_of(actor.scope, seat.membership_id)
                names += [one.name for one in partners]
        return tuple(names)
