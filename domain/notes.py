"""Says what a progress note is and for whom; it shows it to nobody."""

import dataclasses
import datetime as dt
import enum
from typing import Final

from domain.ids import GroupId, NoteId, PersonId
from domain.voices import Voice

LONGEST_NOTE: Final = 20_500
"""Characters of one note: five full messages of the app, more than anybody writes in one go."""
SPLIT_FROM: Final = 4_000
"""A text from this length on may be the first part of one that the messaging app cut (at 4,096)."""
PARTS_WITHIN: Final = dt.timedelta(minutes=5)
"""So long after the first part a further text still belongs to the note: the parts come within seconds."""


class Tag(enum.StrEnum):
    """What kind of note it is."""

    PLAIN = "plain"
    WIN = "win"
    TRIGGER = "trigger"
    GRATITUDE = "gratitude"
    LESSON = "lesson"
    SETBACK = "setback"


class Reader(enum.StrEnum):
    """For whom a note is, beside the one who wrote it."""

    ME = "me"
    FACILITATOR = "facilitator"
    PARTNER = "partner"


class NoteState(enum.StrEnum):
    """Whether a note was meant as one; a draft is a text that came without a question and waits for a tap."""

    DRAFT = "draft"
    KEPT = "kept"


@dataclasses.dataclass(frozen=True, slots=True)
class Note:
    """A progress note.

    Attributes:
        group_id: the group whose facilitator or partner it is for; None for a private one.
        text: exactly as it was written; where it was spoken, what was written with it.
        shared_at: when it was last given to somebody; None for a private one.
        voice: the note as it was spoken; None for a written one.
    """

    note_id: NoteId
    person_id: PersonId
    group_id: GroupId | None
    reader: Reader
    tag: Tag
    state: NoteState
    text: str
    written_at: dt.datetime
    shared_at: dt.datetime | None
    voice: Voice | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class NotePage:
    """Some of a person's notes, latest first; `page` counts from 0, `pages` is at least 1."""

    notes: tuple[Note, ...]
    page: int
    pages: int
