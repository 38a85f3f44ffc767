"""Who was missing at a group session without a word."""

import datetime as dt

from sqlalchemy import BigInteger, Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import UtcDateTime


class NoShowRow(Row):
    """A participant who was missing on a date; `told_at` is when this became part of an alert, None before."""

    __tablename__ = "no_shows"

    membership_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    held_on: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    marked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
