"""What a group asks in its check-ins: catalogue items switched and ordered, and questions of its own."""

import datetime as dt

from sqlalchemy import Boolean, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import Id, UtcDateTime


class GroupItemRow(Row):
    """One item as a group's facilitator has set it; items without a row follow the template.

    `is_on` None is a place in the order alone.
    """

    __tablename__ = "group_items"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True)
    item: Mapped[str] = mapped_column(String(16), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)
    is_on: Mapped[bool | None] = mapped_column(Boolean)


class QuestionRow(Row):
    """A question of a group's own; removed ones stay, for those on whose phones they are open and for old answers.

    One that is being written is a draft: nobody is asked, and its text may still be empty.
    `item` is the id under which answers are kept. `choices` are lines, empty where the scale has none.
    """

    __tablename__ = "questions"
    __table_args__ = (Index("ix_questions_group_id", "group_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id", ondelete="CASCADE"))
    item: Mapped[str] = mapped_column(String(16), unique=True)
    scale: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(String(300))
    choices: Mapped[str] = mapped_column(String(400), default="")
    state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
