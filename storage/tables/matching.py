"""What pairing a group has to heed: who must not meet, what people wish, and when pairs change."""

import datetime as dt

from sqlalchemy import JSON, Boolean, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import UtcDateTime


class BlockRow(Row):
    """Somebody who wants no contact with somebody else, in any group; told to nobody."""

    __tablename__ = "blocks"
    __table_args__ = (Index("ix_blocks_blocked_id", "blocked_id"),)

    blocker_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    blocked_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    blocked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class KeptApartRow(Row):
    """Two whom a facilitator keeps apart (`reason` facilitator or household); the smaller id comes first."""

    __tablename__ = "kept_apart"

    first_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True)
    second_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str] = mapped_column(String(16))
    since: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class PairWishRow(Row):
    """What a participant told for being paired; `languages` separated by commas, `capacity` 0 to 2 people at once."""

    __tablename__ = "pair_wishes"

    membership_id: Mapped[int] = mapped_column(
        ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True
    )
    languages: Mapped[str] = mapped_column(String(16), default="")
    gender: Mapped[str | None] = mapped_column(String(16))
    wants_same_gender: Mapped[bool] = mapped_column(Boolean, default=False)
    capacity: Mapped[int] = mapped_column(Integer, default=1)


class RotationRow(Row):
    """When a group's pairs change: every so many weeks (0 never), next at, and the number of changes so far.

    `rematch_at` is when those without a partner are next looked after; None when nobody waits.
    """

    __tablename__ = "rotations"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    every_weeks: Mapped[int] = mapped_column(Integer)
    number: Mapped[int] = mapped_column(Integer, default=0)
    seed: Mapped[int] = mapped_column(Integer, default=0)
    next_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)
    announced_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    rematch_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)


class PairDraftRow(Row):
    """A proposal on its way: its seed and what a facilitator set by hand, as couples of seats, the smaller id first.

    `held` are the couples that a swap left as they were; `pinned` and `forbidden` are what was said of two.
    """

    __tablename__ = "pair_drafts"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    seed: Mapped[int] = mapped_column(Integer, default=0)
    pinned: Mapped[list[list[int]]] = mapped_column(JSON)
    held: Mapped[list[list[int]]] = mapped_column(JSON)
    forbidden: Mapped[list[list[int]]] = mapped_column(JSON)
