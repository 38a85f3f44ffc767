"""Who uses the bot, the key that opens what they wrote, and where their typing goes."""

import datetime as dt

from sqlalchemy import ForeignKey, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class PersonRow(Row):
    """One account in the messaging app; its address is a keyed hash to find it and a sealed copy to reach it.

    `quiet_from` and `quiet_until` are minutes of the person's own day (0-1439) between which nothing unasked is sent, both
    None when there are no such hours. `picture_theme` is light or dark.
    """

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    address_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    address: Mapped[Sealed] = mapped_column(EncryptedText("people.address"))
    language: Mapped[str] = mapped_column(String(8))
    timezone: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    unreachable_since: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    quiet_from: Mapped[int | None] = mapped_column(Integer)
    quiet_until: Mapped[int | None] = mapped_column(Integer)
    picture_theme: Mapped[str] = mapped_column(String(8), default="light", server_default="light")


class PersonKeyRow(Row):
    """The data key of one person, wrapped under a master key; deleting it erases everything sealed with it."""

    __tablename__ = "person_keys"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)


class VaultSecretRow(Row):
    """A secret of the installation itself, wrapped under a master key (the key of the address hashes)."""

    __tablename__ = "vault_secrets"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)


class DialogueRow(Row):
    """What a person's free text answers now; `subject_id` is the check-in, note or pair it belongs to."""

    __tablename__ = "dialogues"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(Id)
    opened_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class AnchorRow(Row):
    """Which message of the chat shows a thing that is edited in place, for example ``checkin:123``."""

    __tablename__ = "anchors"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    anchor: Mapped[str] = mapped_column(String(40), primary_key=True)
    message_id: Mapped[int] = mapped_column(Id)
    saved_at: Mapped[dt.datetime] = mapped_column(UtcDateTime, index=True)
