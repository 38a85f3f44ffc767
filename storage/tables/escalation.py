"""Whom alerts reach and when: hours, covers, backups' tellings, e-mail beside the chat."""

import datetime as dt

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class OnCallRow(Row):
    """When a facilitator is on call, in their own zone; without a row they always are.

    `weekdays` are seven bits from Monday (1); minutes of the day (0-1439), over midnight when `until` is not after `from`.
    """

    __tablename__ = "on_call"

    membership_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    weekdays: Mapped[int] = mapped_column(Integer)
    from_minute: Mapped[int] = mapped_column(Integer)
    until_minute: Mapped[int] = mapped_column(Integer)


class CoverRow(Row):
    """A facilitator is away and another one has their alerts meanwhile; `covered_by` None is everybody else of the group."""

    __tablename__ = "covers"
    __table_args__ = (Index("ix_covers_membership_id_until_at", "membership_id", "until_at"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    covered_by: Mapped[int | None] = mapped_column(ForeignKey("memberships.id", ondelete="SET NULL"))
    from_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    until_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    made_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)


class AlertTellingRow(Row):
    """That an alert was told to somebody, and when last.

    `is_guest`: to a facilitator of another group of the program, for whom it is the right to take it while it is not resolved.
    """

    __tablename__ = "alert_tellings"

    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"), primary_key=True)
    told_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    is_guest: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())


class MailAddressRow(Row):
    """Where a facilitator gets "open Tandem" by e-mail; nothing goes there before the code that was sent came back.

    The code is not kept: it follows from the person, `asked_at` and the installation's secret. `wrong_codes` were typed.
    """

    __tablename__ = "mail_addresses"

    person_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    address: Mapped[Sealed] = mapped_column(EncryptedText("mail_addresses.address"))
    wrong_codes: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    asked_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    confirmed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)


class MailRow(Row):
    """An e-mail on its way; `alert_id` None is the code that confirms an address."""

    __tablename__ = "mails"
    __table_args__ = (
        UniqueConstraint("person_id", "alert_id", "round"),
        Index("ix_mails_state_due_at", "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    alert_id: Mapped[int | None] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"))
    round: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(12))
    due_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(Integer)
    leased_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str | None] = mapped_column(String(64))
    sent_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
