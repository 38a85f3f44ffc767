"""Pairs, how their members agreed to be with each other, and what each lets the other see."""

import datetime as dt

from sqlalchemy import ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Row
from storage.types import EncryptedText, Id, Sealed, UtcDateTime


class PairRow(Row):
    """A pair (or trio) of one group: proposed, active, declined, withdrawn or ended.

    `reasons` are those of the proposal, separated by commas. A pair of kind cover stands in for the seat
    `covers_membership_id` in the pair `covers_pair_id`. `end_reason` is None while it lasts. `next_exchange_at` is when
    the two are next asked something together, `next_care_at` when it is next looked whether one of them is missing.
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
    kind: Mapped[str] = mapped_column(String(8), default="regular", server_default="regular")
    covers_pair_id: Mapped[int | None] = mapped_column(Id)
    covers_membership_id: Mapped[int | None] = mapped_column(Id)
    end_reason: Mapped[str | None] = mapped_column(String(16))
    first_contact_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    next_exchange_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)
    next_care_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime, index=True)


class PairMemberRow(Row):
    """One side of a pair: its answer to the proposal (asked, accepted, declined, left) and how it wants to be met.

    `contract_step` counts the steps of the agreement that this side has taken (0-3); `reach` and `boundaries` are what it
    chose there, separated by commas. `username` is kept only from one's yes to a swap until the pair ends.
    """

    __tablename__ = "pair_members"
    __table_args__ = (Index("ix_pair_members_membership_id", "membership_id"),)

    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"), primary_key=True)
    membership_id: Mapped[int] = mapped_column(
        ForeignKey("memberships.id", ondelete="CASCADE"), primary_key=True
    )
    answer: Mapped[str] = mapped_column(String(16))
    answered_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    muted_until: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    contract_step: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    reach: Mapped[str] = mapped_column(String(64), default="", server_default="")
    boundaries: Mapped[str] = mapped_column(String(120), default="", server_default="")
    swap_agreed_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
    username: Mapped[Sealed | None] = mapped_column(EncryptedText("pair_members.username"))


class PartnerConsentRow(Row):
    """One member's consent that one other may see one thing; it holds until revoked, expired, or the pair is over."""

    __tablename__ = "partner_consents"
    __table_args__ = (
        Index("ix_partner_consents_owner_viewer", "owner_membership_id", "viewer_membership_id", "item"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pairs.id", ondelete="CASCADE"))
    owner_membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    viewer_membership_id: Mapped[int] = mapped_column(ForeignKey("memberships.id", ondelete="CASCADE"))
    item: Mapped[str] = mapped_column(String(16))
    given_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[dt.datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[dt.datetime | None] = mapped_column(UtcDateTime)
