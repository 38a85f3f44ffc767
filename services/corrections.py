"""Finds what an edited message had given before; what the edit then changes, the area of that thing decides."""

import dataclasses
import datetime as dt
from typing import Final

from domain.access import Actor
from domain.items import ItemId
from services import checkins, notes
from storage.unit_of_work import UnitOfWork

EDITABLE_FOR: Final = dt.timedelta(days=3)
"""The app lets people edit for two days; ids of messages start anew with another bot, so older ones are not looked at."""


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """What a message gave.

    Attributes:
        dialogue: the kind of dialogue whose view takes the correction.
        subject_id: the check-in or the note.
        item: the question that it answered; None for a note.
    """

    dialogue: str
    subject_id: int
    item: ItemId | None = None


class Corrections:
    """Edits of the person's own messages."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    async def of_message(self, actor: Actor, message_id: int, now: dt.datetime) -> Given | None:
        """Return what a message of the person's own gave; None when nothing came of it."""
        since = now - EDITABLE_FOR
        answered = await self._work.corrections.answer(actor.scope, message_id, since)
        if answered is not None:
            return Given(checkins.DIALOGUE, *answered)
        note_id = await self._work.corrections.note(actor.scope, message_id, since)
        return None if note_id is None else Given(notes.DIALOGUE, note_id)
