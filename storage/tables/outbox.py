"""Unasked messages on their way: kinds and ids, never words."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import Id, UtcDateTime


class OutboxRow(Row):
    """One message to one person: new, sending (under a lease), sent, unsure, expired, cancelled or dead.

    `lease_until` is when another courier may take over a row in sending. `not_before` orders and delays.
    `about` names what the message rests on, for example ``pair:123``: when that ends, what waits is taken back.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_state_lane_not_before", "bot_id", "state", "lane", "not_before"),
        Index("ix_outbox_person_id", "person_id"),
        Index("ix_outbox_about", "about"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    dedup_key: Mapped[str] = mapped_column(String(120), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(32))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    lane: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12))
    not_before: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(Integer)
    lease_owner: Mapped[str | None] = mapped_column(String(32))
    lease_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    settled_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str | None] = mapped_column(String(64))
    about: Mapped[str | None] = mapped_column(String(32))
