"""Who is on call, who covers, how far an alert has climbed, and who was told."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "covers",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("covered_by", sa.BigInteger(), nullable=True),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["covered_by"],
            ["memberships.id"],
            name=op.f("fk_covers_covered_by_memberships"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_covers_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_covers")),
    )
    op.create_index("ix_covers_membership_id_until_at", "covers", ["membership_id", "until_at"], unique=False)
    op.create_table(
        "on_call",
        sa.Column("membership_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_on_call_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("membership_id", name=op.f("pk_on_call")),
    )
    op.create_table(
        "alert_tellings",
        sa.Column("alert_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_guest", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["alerts.id"], name=op.f("fk_alert_tellings_alert_id_alerts"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_alert_tellings_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("alert_id", "person_id", name=op.f("pk_alert_tellings")),
    )
    op.add_column("alerts", sa.Column("owner_id", sa.BigInteger(), nullable=True))
    op.add_column("alerts", sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True))
    op.add_column("alerts", sa.Column("rung", sa.Integer(), server_default="0", nullable=False))
    op.add_column("alerts", sa.Column("unheard_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("alerts", sa.Column("is_drill", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index(
        "ix_alerts_open",
        "alerts",
        ["raised_at"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.add_column("groups", sa.Column("drill_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_groups_drill_at"), "groups", ["drill_at"], unique=False)
    op.add_column(
        "memberships", sa.Column("is_backup", sa.Boolean(), server_default=sa.false(), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("memberships", "is_backup")
    op.drop_index(op.f("ix_groups_drill_at"), table_name="groups")
    op.drop_column("groups", "drill_at")
    op.drop_index("ix_alerts_open", table_name="alerts")
    op.drop_column("alerts", "is_drill")
    op.drop_column("alerts", "unheard_since")
    op.drop_column("alerts", "rung")
    op.drop_column("alerts", "snoozed_until")
    op.drop_column("alerts", "owner_id")
    op.drop_table("alert_tellings")
    op.drop_table("on_call")
    op.drop_index("ix_covers_membership_id_until_at", table_name="covers")
    op.drop_table("covers")
