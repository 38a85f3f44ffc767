"""Consents between partners by name and thing, and how two agreed to be with each other."""

import datetime as dt
import secrets
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ITEMS = {"shares_checked_in": "checkin", "shares_mood": "mood", "shares_craving": "craving"}
_LASTS = dt.timedelta(weeks=12)
_MOMENT = sa.DateTime(timezone=True)
_pairs = sa.table("pairs", sa.column("id"), sa.column("state"), sa.column("started_at", _MOMENT))
_members = sa.table(
    "pair_members",
    sa.column("pair_id"),
    sa.column("membership_id"),
    sa.column("answer"),
    *(sa.column(name, sa.Boolean()) for name in _ITEMS),
)
_consents = sa.table(
    "partner_consents",
    *(sa.column(name) for name in ("id", "pair_id", "owner_membership_id", "viewer_membership_id", "item")),
    *(sa.column(name, _MOMENT) for name in ("given_at", "expires_at", "revoked_at")),
)


def upgrade() -> None:
    op.create_table(
        "partner_consents",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("owner_membership_id", sa.BigInteger(), nullable=False),
        sa.Column("viewer_membership_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_membership_id"],
            ["memberships.id"],
            name=op.f("fk_partner_consents_owner_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_partner_consents_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["viewer_membership_id"],
            ["memberships.id"],
            name=op.f("fk_partner_consents_viewer_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner_consents")),
    )
    op.create_index(
        "ix_partner_consents_owner_viewer",
        "partner_consents",
        ["owner_membership_id", "viewer_membership_id", "item"],
        unique=False,
    )
    op.add_column("pair_members", sa.Column("muted_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column(
        "pair_members", sa.Column("contract_step", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column("pair_members", sa.Column("reach", sa.String(length=64), server_default="", nullable=False))
    op.add_column(
        "pair_members", sa.Column("boundaries", sa.String(length=120), server_default="", nullable=False)
    )
    op.add_column("pair_members", sa.Column("swap_agreed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("pair_members", sa.Column("username", sa.LargeBinary(), nullable=True))
    op.add_column("pairs", sa.Column("kind", sa.String(length=8), server_default="regular", nullable=False))
    op.add_column("pairs", sa.Column("covers_pair_id", sa.BigInteger(), nullable=True))
    op.add_column("pairs", sa.Column("covers_membership_id", sa.BigInteger(), nullable=True))
    op.add_column("pairs", sa.Column("end_reason", sa.String(length=16), nullable=True))
    op.add_column("pairs", sa.Column("first_contact_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("pairs", sa.Column("next_exchange_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("pairs", sa.Column("next_care_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_pairs_next_care_at"), "pairs", ["next_care_at"], unique=False)
    op.create_index(op.f("ix_pairs_next_exchange_at"), "pairs", ["next_exchange_at"], unique=False)
    _give_each_what_was_shared_with_all()
    for name in _ITEMS:
        op.drop_column("pair_members", name)


def downgrade() -> None:
    for name in _ITEMS:
        op.add_column(
            "pair_members", sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    _share_with_all_what_was_given_to_each()
    op.drop_index(op.f("ix_pairs_next_exchange_at"), table_name="pairs")
    op.drop_index(op.f("ix_pairs_next_care_at"), table_name="pairs")
    op.drop_column("pairs", "next_care_at")
    op.drop_column("pairs", "next_exchange_at")
    op.drop_column("pairs", "first_contact_at")
    op.drop_column("pairs", "end_reason")
    op.drop_column("pairs", "covers_membership_id")
    op.drop_column("pairs", "covers_pair_id")
    op.drop_column("pairs", "kind")
    op.drop_column("pair_members", "username")
    op.drop_column("pair_members", "swap_agreed_at")
    op.drop_column("pair_members", "boundaries")
    op.drop_column("pair_members", "reach")
    op.drop_column("pair_members", "contract_step")
    op.drop_column("pair_members", "muted_until")
    op.drop_index("ix_partner_consents_owner_viewer", table_name="partner_consents")
    op.drop_table("partner_consents")


def _give_each_what_was_shared_with_all() -> None:
    """Make a consent of everything that partners share; they go on as they were told, and from now on it ends."""
    bind = op.get_bind()
    now = bind.execute(sa.select(sa.func.current_timestamp())).scalar_one()
    for owner, viewers, given_at in _sides(bind):
        for column, item in _ITEMS.items():
            for viewer in viewers if owner[column] else ():
                values = {
                    "id": secrets.randbits(63) or 1,
                    "pair_id": owner["pair_id"],
                    "owner_membership_id": owner["membership_id"],
                    "viewer_membership_id": viewer,
                    "item": item,
                    "given_at": given_at,
                    "expires_at": now + _LASTS,
                }
                bind.execute(sa.insert(_consents).values(values))


def _share_with_all_what_was_given_to_each() -> None:
    """Share what every partner may see now; what one of two may not see, nobody sees below this revision."""
    bind = op.get_bind()
    now = bind.execute(sa.select(sa.func.current_timestamp())).scalar_one()
    # Whoever is only asked would share at the start what everybody did.
    asked = sa.select(_pairs.c.id).where(_pairs.c.state == "proposed")
    bind.execute(sa.update(_members).where(_members.c.pair_id.in_(asked)).values(shares_checked_in=True))
    holds = sa.select(_consents).where(_consents.c.revoked_at.is_(None), _consents.c.expires_at > now)
    seen = {
        (row.pair_id, row.owner_membership_id, row.viewer_membership_id, row.item)
        for row in bind.execute(holds)
    }
    for owner, viewers, _ in _sides(bind):
        pair_id, seat = owner["pair_id"], owner["membership_id"]
        shared = {
            column: bool(viewers) and all((pair_id, seat, viewer, item) in seen for viewer in viewers)
            for column, item in _ITEMS.items()
        }
        mine = (_members.c.pair_id == pair_id, _members.c.membership_id == seat)
        bind.execute(sa.update(_members).where(*mine).values(shared))


def _sides(bind: sa.Connection) -> list[tuple[sa.RowMapping, list[int], dt.datetime]]:
    """Return each side of every pair that lasts, with the other seats in it and since when it lasts."""
    query = (
        sa.select(_members, _pairs.c.started_at)
        .join(_pairs, _pairs.c.id == _members.c.pair_id)
        .where(_pairs.c.state == "active", _members.c.answer == "accepted")
    )
    rows = bind.execute(query).mappings().all()
    seats: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        seats[row["pair_id"]].append(row["membership_id"])
    return [
        (row, [seat for seat in seats[row["pair_id"]] if seat != row["membership_id"]], row["started_at"])
        for row in rows
    ]
