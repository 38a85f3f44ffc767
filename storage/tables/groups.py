"""Programs, their groups, and who sits in them."""

import datetime as dt

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class ProgramRow(Row):
    """A clinic or peer organisation."""

    __tablename__ = "programs"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class GroupRow(Row):
    """A group with its defaults; `checkin_minute` is the local minute of the day (0-1439) of the default check-in.

    `checkin_weekdays` are seven bits from Monday (1). The ladder's delays are minutes after a check-in was asked.
    """

    __tablename__ = "groups"
    __table_args__ = (UniqueConstraint("program_id", "name"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    program_id: Mapped[int] = mapped_column(ForeignKey("programs.id"))
    name: Mapped[str] = mapped_column(String(120))
    timezone: Mapped[str] = mapped_column(String(64))
    checkin_minute: Mapped[int] = mapped_column(Integer)
    checkin_weekdays: Mapped[int] = mapped_column(Integer, default=127, server_default="127")
    remind_after: Mapped[int] = mapped_column(Integer, default=45, server_default="45")
    nudge_after: Mapped[int] = mapped_column(Integer, default=120, server_default="120")
    close_after: Mapped[int] = mapped_column(Integer, default=360, server_default="360")
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    summary_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)
    drill_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)


class MembershipRow(Row):
    """A person's seat in a group; the display name is the only name that others see.

    `is_backup`: a facilitator who hears of alerts only when the others of the group have not seen them.
    """

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("group_id", "person_id"),
        Index("ix_memberships_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(16))
    display_name: Mapped[Sealed | None] = mapped_column(EncryptedText("memberships.display_name"))
    phase: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    track: Mapped[str] = mapped_column(String(20), default="substance_use", server_default="substance_use")
    joined_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    left_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    is_backup: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())


class PhaseChangeRow(Row):
    """A phase or track that a participant was moved to; `since_on` is the person's own date."""

    __tablename__ = "phase_changes"
    __table_args__ = (Index("ix_phase_changes_membership_id", "membership_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    phase: Mapped[int] = mapped_column(Integer)
    track: Mapped[str] = mapped_column(String(20))
    since_on: Mapped[dt.date] = mapped_column(Date)


class InviteRow(Row):
    """A single-use link; only the hash of its token is kept."""

    __tablename__ = "invites"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    role: Mapped[str] = mapped_column(String(16))
    invited_by: Mapped[int | None] = mapped_column(ForeignKey("people.id", ondelete="SET NULL"))
    created_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class LinkMissRow(Row):
    """Wrong links tried by one account in the running hour; holds no account, only its keyed hash."""

    __tablename__ = "link_misses"

    address_hash: Mapped[bytes] = mapped_column(primary_key=True)
    misses: Mapped[int] = mapped_column(Integer)
    since_at: Mapped[dt.datetime] = mapped_column(UtcDateTime, index=True)


class ConsentRow(Row):
    """A consent given, with its text's version and the name typed as signature; revoked, it stays as a record."""

    __tablename__ = "consents"
    __table_args__ = (Index("ix_consents_person_id", "person_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    kind: Mapped[str] = mapped_column(String(16))
    version: Mapped[str] = mapped_column(String(16))
    signature: Mapped[Sealed | None] = mapped_column(EncryptedText("consents.signature"))
    given_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
