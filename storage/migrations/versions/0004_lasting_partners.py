"""Consents between partners, rules of matching, what two are asked together, and messages that are more than text."""

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
        "blocks",
        sa.Column("blocker_id", sa.BigInteger(), nullable=False),
        sa.Column("blocked_id", sa.BigInteger(), nullable=False),
        sa.Column("blocked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["blocked_id"], ["people.id"], name=op.f("fk_blocks_blocked_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["blocker_id"], ["people.id"], name=op.f("fk_blocks_blocker_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("blocker_id", "blocked_id", name=op.f("pk_blocks")),
    )
    op.create_index("ix_blocks_blocked_id", "blocks", ["blocked_id"], unique=False)
    op.create_table(
        "rotations",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rematch_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_rotations_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_rotations")),
    )
    op.create_index(op.f("ix_rotations_next_at"), "rotations", ["next_at"], unique=False)
    op.create_index(op.f("ix_rotations_rematch_at"), "rotations", ["rematch_at"], unique=False)
    op.create_table(
        "pair_drafts",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("pinned", sa.JSON(), nullable=False),
        sa.Column("held", sa.JSON(), nullable=False),
        sa.Column("forbidden", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_pair_drafts_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_pair_drafts")),
    )
    op.create_table(
        "calls",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("offered_by", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("second_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("third_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["offered_by"],
            ["memberships.id"],
            name=op.f("fk_calls_offered_by_memberships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_calls_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
    )
    op.create_index("ix_calls_pair_id", "calls", ["pair_id"], unique=False)
    op.create_table(
        "exchanges",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("pair_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("prompt", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["pair_id"], ["pairs.id"], name=op.f("fk_exchanges_pair_id_pairs"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchanges")),
        sa.UniqueConstraint("pair_id", "kind", "due_at", name=op.f("uq_exchanges_pair_id_kind_due_at")),
    )
    op.create_table(
        "kept_apart",
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("second_id", sa.BigInteger(), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["first_id"],
            ["memberships.id"],
            name=op.f("fk_kept_apart_first_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_kept_apart_group_id_groups"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["memberships.id"],
            name=op.f("fk_kept_apart_second_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_kept_apart")),
    )
    op.create_index(op.f("ix_kept_apart_group_id"), "kept_apart", ["group_id"], unique=False)
    op.create_table(
        "pair_wishes",
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("languages", sa.String(length=16), nullable=False),
        sa.Column("gender", sa.String(length=16), nullable=True),
        sa.Column("wants_same_gender", sa.Boolean(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_pair_wishes_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("membership_id", name=op.f("pk_pair_wishes")),
    )
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
    op.create_table(
        "exchange_answers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("exchange_id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["exchange_id"],
            ["exchanges.id"],
            name=op.f("fk_exchange_answers_exchange_id_exchanges"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_exchange_answers_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exchange_answers")),
        sa.UniqueConstraint(
            "exchange_id", "membership_id", name=op.f("uq_exchange_answers_exchange_id_membership_id")
        ),
    )
    op.create_index("ix_exchange_answers_membership_id", "exchange_answers", ["membership_id"], unique=False)
    op.create_table(
        "relay_reactions",
        sa.Column("relay_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("emoji", sa.String(length=16), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_relay_reactions_person_id_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["relay_id"], ["relays.id"], name=op.f("fk_relay_reactions_relay_id_relays"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("relay_id", "person_id", name=op.f("pk_relay_reactions")),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("relay_id", sa.BigInteger(), nullable=False),
        sa.Column("reporter_id", sa.BigInteger(), nullable=False),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["relay_id"], ["relays.id"], name=op.f("fk_reports_relay_id_relays"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["reporter_id"], ["people.id"], name=op.f("fk_reports_reporter_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("relay_id", "reporter_id", name=op.f("uq_reports_relay_id_reporter_id")),
    )
    op.add_column("groups", sa.Column("summary_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_groups_summary_at"), "groups", ["summary_at"], unique=False)
    op.add_column("outbox", sa.Column("about", sa.String(length=32), nullable=True))
    op.create_index("ix_outbox_about", "outbox", ["about"], unique=False)
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
    op.add_column("relays", sa.Column("kind", sa.String(length=8), server_default="text", nullable=False))
    op.add_column("relays", sa.Column("media", sa.LargeBinary(), nullable=True))
    op.add_column("relays", sa.Column("reply_to_id", sa.BigInteger(), nullable=True))
    op.add_column("relays", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.add_column("relays", sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("relays", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
    _give_each_what_was_shared_with_all()
    for name in _ITEMS:
        op.drop_column("pair_members", name)


def downgrade() -> None:
    for name in _ITEMS:
        op.add_column(
            "pair_members", sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    _share_with_all_what_was_given_to_each()
    op.drop_column("relays", "withdrawn_at")
    op.drop_column("relays", "edited_at")
    op.drop_column("relays", "message_id")
    op.drop_column("relays", "reply_to_id")
    op.drop_column("relays", "media")
    op.drop_column("relays", "kind")
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
    op.drop_index("ix_outbox_about", table_name="outbox")
    op.drop_column("outbox", "about")
    op.drop_index(op.f("ix_groups_summary_at"), table_name="groups")
    op.drop_column("groups", "summary_at")
    op.drop_table("reports")
    op.drop_table("relay_reactions")
    op.drop_index("ix_exchange_answers_membership_id", table_name="exchange_answers")
    op.drop_table("exchange_answers")
    op.drop_index("ix_partner_consents_owner_viewer", table_name="partner_consents")
    op.drop_table("partner_consents")
    op.drop_table("pair_wishes")
    op.drop_index(op.f("ix_kept_apart_group_id"), table_name="kept_apart")
    op.drop_table("kept_apart")
    op.drop_table("exchanges")
    op.drop_index("ix_calls_pair_id", table_name="calls")
    op.drop_table("calls")
    op.drop_table("pair_drafts")
    op.drop_index(op.f("ix_rotations_rematch_at"), table_name="rotations")
    op.drop_index(op.f("ix_rotations_next_at"), table_name="rotations")
    op.drop_table("rotations")
    op.drop_index("ix_blocks_blocked_id", table_name="blocks")
    op.drop_table("blocks")


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
