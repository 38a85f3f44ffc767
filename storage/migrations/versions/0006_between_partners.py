"""What two are asked together, the calls they arrange, and messages that are more than text."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
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
    op.add_column("relays", sa.Column("kind", sa.String(length=8), server_default="text", nullable=False))
    op.add_column("relays", sa.Column("media", sa.LargeBinary(), nullable=True))
    op.add_column("relays", sa.Column("reply_to_id", sa.BigInteger(), nullable=True))
    op.add_column("relays", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.add_column("relays", sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("relays", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("relays", "withdrawn_at")
    op.drop_column("relays", "edited_at")
    op.drop_column("relays", "message_id")
    op.drop_column("relays", "reply_to_id")
    op.drop_column("relays", "media")
    op.drop_column("relays", "kind")
    op.drop_index("ix_outbox_about", table_name="outbox")
    op.drop_column("outbox", "about")
    op.drop_index(op.f("ix_groups_summary_at"), table_name="groups")
    op.drop_column("groups", "summary_at")
    op.drop_table("reports")
    op.drop_table("relay_reactions")
    op.drop_index("ix_exchange_answers_membership_id", table_name="exchange_answers")
    op.drop_table("exchange_answers")
    op.drop_table("exchanges")
    op.drop_index("ix_calls_pair_id", table_name="calls")
    op.drop_table("calls")
