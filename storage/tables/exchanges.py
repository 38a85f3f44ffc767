"""What partners are asked together, their answers, and the calls they arrange."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class ExchangeRow(Row):
    """One thing that all sides of a pair are asked; each sees the others' answers after giving their own.

    `kind` is listening, checkin, commitment or talked; `prompt` names the question in the catalogue.
    """

    __tablename__ = "exchanges"
    __table_args__ = (UniqueConstraint("pair_id", "kind", "due_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))
    prompt: Mapped[str] = mapped_column(String(32))
    due_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    closes_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ExchangeAnswerRow(Row):
    """What one side answered: a number or a choice in `value`, words sealed in `body`; both None is a skip."""

    __tablename__ = "exchange_answers"
    __table_args__ = (
        UniqueConstraint("exchange_id", "membership_id"),
        Index("ix_exchange_answers_membership_id", "membership_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    exchange_id: Mapped[int] = mapped_column(ForeignKey("exchanges.id", ondelete="CASCADE"))
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    value: Mapped[int | None] = mapped_column(Integer)
    body: Mapped[Sealed | None] = mapped_column(EncryptedText("exchange_answers.body"))
    answered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class CallRow(Row):
    """A weekly call or walk: up to three times offered by one side, and the one that the other chose."""

    __tablename__ = "calls"
    __table_args__ = (Index("ix_calls_pair_id", "pair_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    offered_by: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(8))
    first_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    second_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    third_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    chosen_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(12))
    offered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
