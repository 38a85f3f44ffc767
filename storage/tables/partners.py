"""Pairs, what each member of a pair shares, and the messages carried between them."""

import datetime as dt

from sqlalchemy import Boolean, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class PairRow(Row):
    """A pair (or trio) of one group: proposed, active, declined, withdrawn or ended.

    `reasons` are those of the proposal, separated by commas.
    """

    __tablename__ = "pairs"
    __table_args__ = (Index("ix_pairs_group_id_state", "group_id", "state"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    state: Mapped[str] = mapped_column(String(16))
    reasons: Mapped[str] = mapped_column(String(120))
    proposed_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class PairMemberRow(Row):
    """One side of a pair: its answer to the proposal (asked, accepted, declined, left) and what it shares."""

    __tablename__ = "pair_members"
    __table_args__ = (Index("ix_pair_members_membership_id", "membership_id"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True)
    membership_id: Mapped[int] = mapped_column(
        ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True
    )
    answer: Mapped[str] = mapped_column(String(16))
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    shares_checked_in: Mapped[bool] = mapped_column(Boolean)
    shares_mood: Mapped[bool] = mapped_column(Boolean)
    shares_craving: Mapped[bool] = mapped_column(Boolean)


class RelayRow(Row):
    """A message from one partner to the other, sealed with the sender's key: held (waits for a tap) or sent.

    `cause` names what a ready answer answers, so that each goes out once; None for the sender's own words.
    """

    __tablename__ = "relays"
    __table_args__ = (
        UniqueConstraint("pair_id", "sender_id", "cause"),
        Index("ix_relays_pair_id_written_at", "pair_id", "written_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    sender_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(8))
    cause: Mapped[str | None] = mapped_column(String(48))
    body: Mapped[Sealed] = mapped_column(EncryptedText("relays.body"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
