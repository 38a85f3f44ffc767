"""Questionnaires that people answered, and which versions the operator has switched on or off."""

import datetime as dt

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import Id, UtcDateTime


class MeasureRow(Row):
    """One questionnaire of one participant; it can be answered until `closes_at`.

    `instrument` is the id of the version that is shown. `total` is the score; None where there is none, or not yet.
    `reopened_item` is asked again although it has an answer. One that is open and has an `ended_at` had been completed before
    a correction brought further questions.
    """

    __tablename__ = "measures"
    __table_args__ = (Index("ix_measures_membership_id_offered_at", "membership_id", "offered_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    instrument: Mapped[str] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(16))
    offered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    closes_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    total: Mapped[int | None] = mapped_column(Integer)
    reopened_item: Mapped[str | None] = mapped_column(String(32))


class MeasureAnswerRow(Row):
    """The answer to one item of a questionnaire: the option's number, or a skip.

    `message_id` is the person's own message that gave the answer: its edit corrects it. `first_value` is what was answered
    first where that was changed after the questionnaire's end, at `corrected_at`.
    """

    __tablename__ = "measure_answers"

    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[int | None] = mapped_column(Integer)
    is_skipped: Mapped[bool] = mapped_column(Boolean)
    answered_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    first_value: Mapped[int | None] = mapped_column(Integer)
    corrected_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class InstrumentChoiceRow(Row):
    """A version that the operator switched on, having compared its wording with the publisher's, or off."""

    __tablename__ = "instrument_choices"

    instrument: Mapped[str] = mapped_column(String(32), primary_key=True)
    is_on: Mapped[bool] = mapped_column(Boolean)
    chosen_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
