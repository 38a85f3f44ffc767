"""What counts as a setback in a group, what people tell of one, and where the watch over each person stands."""

import datetime as dt

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class ThresholdRow(Row):
    """A threshold that a facilitator has set for a group; without a row the default holds, `value` None is off."""

    __tablename__ = "thresholds"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    rule: Mapped[str] = mapped_column(String(24), primary_key=True)
    value: Mapped[int | None] = mapped_column(Integer)
    set_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    set_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class SlipRow(Row):
    """What a person told of a return to use; every part may be missing. `state` is draft or kept.

    `step` is what is asked now, None when nothing is. `told_at` is when the person let the facilitators know, `note_id` what
    of their words they gave with it. `checkin_id` is the check-in that reported it, `messages` which of the person's own
    messages gave which answer: its edit corrects it.
    """

    __tablename__ = "slips"
    __table_args__ = (Index("ix_slips_membership_id_used_on", "membership_id", "used_on"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(8))
    used_on: Mapped[dt.date | None] = mapped_column(Date)
    before: Mapped[Sealed | None] = mapped_column(EncryptedText("slips.before"))
    during: Mapped[Sealed | None] = mapped_column(EncryptedText("slips.during"))
    afterwards: Mapped[Sealed | None] = mapped_column(EncryptedText("slips.afterwards"))
    next_step: Mapped[Sealed | None] = mapped_column(EncryptedText("slips.next_step"))
    begun_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    kept_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    step: Mapped[str | None] = mapped_column(String(12))
    told_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    note_id: Mapped[int | None] = mapped_column(ForeignKey("notes.id", ondelete="SET NULL"))
    checkin_id: Mapped[int | None] = mapped_column(ForeignKey("checkins.id", ondelete="SET NULL"))
    messages: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)


class WatchRow(Row):
    """Where the watch over a participant's own baseline stands; `next_at` is when it looks again, None never.

    `seen_on` is the last local date that it has taken in, `lasting` for how many days a shift had gone on after it (0 for none)
    and `calm` for how many of these it was below the limit again; `_before` is the same before that date.
    """

    __tablename__ = "watches"
    __table_args__ = (Index("ix_watches_next_at", "next_at"),)

    membership_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    next_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    seen_on: Mapped[dt.date | None] = mapped_column(Date)
    lasting_before: Mapped[int] = mapped_column(Integer, default=0)
    calm_before: Mapped[int] = mapped_column(Integer, default=0)
    lasting: Mapped[int] = mapped_column(Integer, default=0)
    calm: Mapped[int] = mapped_column(Integer, default=0)
