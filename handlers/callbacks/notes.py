"""The buttons of progress notes; they carry ids, never rights."""

import dataclasses
from typing import ClassVar

from domain.ids import GroupId, NoteId
from domain.notes import Reader, Tag
from handlers.callbacks.payload import Press


@dataclasses.dataclass(frozen=True, slots=True)
class StopNote(Press):
    """I'd rather not write a note now."""

    prefix: ClassVar[str] = "no.stop"


@dataclasses.dataclass(frozen=True, slots=True)
class NoteTagChosen(Press):
    """This is what kind of note it is."""

    prefix: ClassVar[str] = "no.tag"
    note_id: NoteId
    tag: Tag


@dataclasses.dataclass(frozen=True, slots=True)
class NoteReaderChosen(Press):
    """This is for whom it is; the group is 0 for oneself."""

    prefix: ClassVar[str] = "no.for"
    note_id: NoteId
    reader: Reader
    group_id: GroupId


@dataclasses.dataclass(frozen=True, slots=True)
class DraftKept(Press):
    """Keep what I typed as a note."""

    prefix: ClassVar[str] = "no.keep"
    note_id: NoteId


@dataclasses.dataclass(frozen=True, slots=True)
class DraftDropped(Press):
    """Never mind what I typed."""

    prefix: ClassVar[str] = "no.drop"
    note_id: NoteId


@dataclasses.dataclass(frozen=True, slots=True)
class NotesPage(Press):
    """Show this page of my notes."""

    prefix: ClassVar[str] = "no.page"
    page: int


@dataclasses.dataclass(frozen=True, slots=True)
class OpenNote(Press):
    """Show this note."""

    prefix: ClassVar[str] = "no.open"
    note_id: NoteId


@dataclasses.dataclass(frozen=True, slots=True)
class HearNote(Press):
    """Play this spoken note, my own or one that was given to me."""

    prefix: ClassVar[str] = "no.hear"
    note_id: NoteId


@dataclasses.dataclass(frozen=True, slots=True)
class WholeNote(Press):
    """Send this note whole, as a file."""

    prefix: ClassVar[str] = "no.whole"
    note_id: NoteId


@dataclasses.dataclass(frozen=True, slots=True)
class DeleteNote(Press):
    """Delete this note; asks first."""

    prefix: ClassVar[str] = "no.del"
    note_id: NoteId


@dataclasses.dataclass(frozen=True, slots=True)
class DeleteNoteConfirmed(Press):
    """Yes, delete this note."""

    prefix: ClassVar[str] = "no.gone"
    note_id: NoteId
