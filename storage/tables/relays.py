"""Messages carried between partners, and what became of them."""

import datetime as dt

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class RelayRow(Row):
    """A message from one partner to the other, sealed with the sender's key: held (waits for a tap) or sent.

    `cause` names what a ready answer answers, so that each goes out once; None for the sender's own words. `kind` is
    text, voice, photo or sticker, `media` what the app needs to show it again. `message_id` is the sender's own message:
    its edit changes what the partner sees. What was taken back stays a while, so that it can still be reported.
    """

    __tablename__ = "relays"
    __table_args__ = (
        UniqueConstraint("pair_id", "sender_id", "cause"),
        Index("ix_relays_pair_id_written_at", "pair_id", "written_at"),
        Index("ix_relays_withdrawn_at", "withdrawn_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    sender_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(8))
    cause: Mapped[str | None] = mapped_column(String(48))
    body: Mapped[Sealed] = mapped_column(EncryptedText("relays.body"))
    written_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str] = mapped_column(String(8), default="text", server_default="text")
    media: Mapped[Sealed | None] = mapped_column(EncryptedText("relays.media"))
    reply_to_id: Mapped[int | None] = mapped_column(Id)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    edited_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class RelayReactionRow(Row):
    """What somebody answered a message with instead of words."""

    __tablename__ = "relay_reactions"

    relay_id: Mapped[int] = mapped_column(ForeignKey("relays.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    emoji: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class ReportRow(Row):
    """A message that its receiver showed to the facilitators."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("relay_id", "reporter_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    relay_id: Mapped[int] = mapped_column(ForeignKey("relays.id", ondelete="CASCADE"))
    reporter_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    reported_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
