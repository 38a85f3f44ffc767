"""Enrolments on their way: what a person has answered so far between opening a link and taking the seat."""

import datetime as dt

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class EnrolmentRow(Row):
    """One use of one invitation; the next question is the first field without an answer."""

    __tablename__ = "enrolments"
    __table_args__ = (Index("ix_enrolments_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    invite_id: Mapped[int] = mapped_column(ForeignKey("invites.id"), unique=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(16))
    started_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    has_read_welcome: Mapped[bool] = mapped_column(Boolean, default=False)
    has_read_sight: Mapped[bool] = mapped_column(Boolean, default=False)
    agreed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    signature: Mapped[Sealed | None] = mapped_column(EncryptedText("enrolments.signature"))
    display_name: Mapped[Sealed | None] = mapped_column(EncryptedText("enrolments.display_name"))
    timezone: Mapped[str | None] = mapped_column(String(64))
    checkin_minute: Mapped[int | None] = mapped_column(Integer)
    track: Mapped[str | None] = mapped_column(String(20))
    finished_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
