"""Progress notes, sealed, each with its audience."""

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class NoteRow(Row):
    """A note; `group_id` None means that it belongs to no group (private), `state` draft or kept.

    `voice` is a spoken note; `message_id` the person's own message that it came in: its edit corrects it.

    `shared_at` is when its audience was last widened: a later partner does not get what an earlier one was shown.
    """

    __tablename__ = "notes"
    __table_args__ = (Index("ix_notes_person_id_written_at", "person_id", "written_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    audience: Mapped[str] = mapped_column(String(16))
    tag: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    body: Mapped[Sealed] = mapped_column(EncryptedText("notes.body"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    shared_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    voice: Mapped[Sealed | None] = mapped_column(EncryptedText("notes.voice"))
    message_id: Mapped[int | None] = mapped_column(BigInteger)
