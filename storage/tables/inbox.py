"""Updates as they arrived, kept until they have had their effect and their reply has gone out."""

import datetime as dt

from sqlalchemy import BigInteger, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import UtcDateTime


class InboxRow(Row):
    """One update of one bot: waiting, done (its reply still owed), answered or dead.

    `payload` (the update) is sealed under the master key and dropped when done; `reply` likewise when answered.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_state_update_id", "state", "update_id"),
        Index("ix_inbox_received_at", "received_at"),
    )

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    state: Mapped[str] = mapped_column(String(8))
    tries: Mapped[int] = mapped_column(Integer)
    payload: Mapped[bytes | None] = mapped_column(LargeBinary)
    reply: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
