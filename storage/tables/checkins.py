"""When people are asked, each check-in with what it asks, and each answer."""

import datetime as dt

from sqlalchemy import BigInteger, Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class ScheduleRow(Row):
    """When one participant is asked; `weekdays` are seven bits from Monday (1), and hold for all times of a day."""

    __tablename__ = "schedules"

    membership_id: Mapped[int] = mapped_column(
        ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True
    )
    weekdays: Mapped[int] = mapped_column(Integer)
    paused_until: Mapped[dt.date | None] = mapped_column(Date)
    pause_reason: Mapped[str | None] = mapped_column(String(16))


class ScheduleTimeRow(Row):
    """One time of day at which a participant is asked; `next_due_at` is the tick's only question.

    `local_minute` is the minute of the day (0-1439) in the person's zone, `due_on` the person's own date of the check-in
    that waits. The moment is computed anew from that date at every tick, so that a change of the zone's rules moves it.
    `is_held` is true while that date's moment has come and it waits all the same.
    """

    __tablename__ = "schedule_times"
    __table_args__ = (UniqueConstraint("membership_id", "slot"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    slot: Mapped[int] = mapped_column(Integer)
    local_minute: Mapped[int] = mapped_column(Integer)
    due_on: Mapped[dt.date | None] = mapped_column(Date)
    next_due_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)
    is_held: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())


class CheckInRow(Row):
    """One check-in of one participant; unique per local date and slot, whatever the clock does.

    `local_date` is the person's own date. `slot` is that of the schedule's time; those started by the person have slots of their own.
    `next_step_at` is when the ladder (reminder, partner, close) moves on; None when it is over. `asked_at` is from when the
    ladder counts; None when nobody asked. `reopened_item` is asked again although it has an answer. `items` are the ids of
    its questions in their order, parted by commas, fixed when it was begun; empty before. `late_at` is when
    the person first took it up again after its day.
    """

    __tablename__ = "checkins"
    __table_args__ = (
        UniqueConstraint("membership_id", "local_date", "slot"),
        Index("ix_checkins_next_step_at", "next_step_at"),
        Index("ix_checkins_membership_id_due_at", "membership_id", "due_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    local_date: Mapped[dt.date] = mapped_column(Date)
    slot: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(16))
    due_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    asked_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    closes_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    snoozed_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    reopened_item: Mapped[str | None] = mapped_column(String(16))
    ladder_step: Mapped[int] = mapped_column(Integer)
    next_step_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    form: Mapped[str] = mapped_column(String(8), default="full", server_default="full")
    items: Mapped[str] = mapped_column(String(400), default="", server_default="")
    late_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class AnswerRow(Row):
    """One item of one check-in: a number, a sealed text, a sealed voice note, or a skip (`is_skipped`, with none of them).

    `first_value`, `first_text` and `first_voice` are what was answered first where that was changed after the check-in's end, at
    `corrected_at`. `message_id` is the person's own message that gave the answer: its edit corrects it.
    """

    __tablename__ = "answers"

    checkin_id: Mapped[int] = mapped_column(ForeignKey("checkins.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(String(16), primary_key=True)
    value: Mapped[int | None] = mapped_column(Integer)
    text: Mapped[Sealed | None] = mapped_column(EncryptedText("answers.text"))
    is_skipped: Mapped[bool] = mapped_column(Boolean)
    answered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    voice: Mapped[Sealed | None] = mapped_column(EncryptedText("answers.voice"))
    first_value: Mapped[int | None] = mapped_column(Integer)
    first_text: Mapped[Sealed | None] = mapped_column(EncryptedText("answers.first_text"))
    corrected_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    first_voice: Mapped[Sealed | None] = mapped_column(EncryptedText("answers.first_voice"))
