"""What counts as a setback in each group, what people tell of one, and the watch over each person's own baseline."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "thresholds",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(length=24), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("set_by", sa.BigInteger(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_thresholds_group_id_groups"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["set_by"], ["people.id"], name=op.f("fk_thresholds_set_by_people"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("group_id", "rule", name=op.f("pk_thresholds")),
    )
    op.create_table(
        "slips",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("membership_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("during", sa.LargeBinary(), nullable=True),
        sa.Column("afterwards", sa.LargeBinary(), nullable=True),
        sa.Column("next_step", sa.LargeBinary(), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("step", sa.String(length=12), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note_id", sa.BigInteger(), nullable=True),
        sa.Column("checkin_id", sa.BigInteger(), nullable=True),
        sa.Column("messages", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checkin_id"], ["checkins.id"], name=op.f("fk_slips_checkin_id_checkins"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["note_id"], ["notes.id"], name=op.f("fk_slips_note_id_notes"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_slips_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slips")),
    )
    op.create_index("ix_slips_membership_id_used_on", "slips", ["membership_id", "used_on"], unique=False)
    op.create_table(
        "watches",
        sa.Column("membership_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_on", sa.Date(), nullable=True),
        sa.Column("lasting_before", sa.Integer(), nullable=False),
        sa.Column("calm_before", sa.Integer(), nullable=False),
        sa.Column("lasting", sa.Integer(), nullable=False),
        sa.Column("calm", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["membership_id"],
            ["memberships.id"],
            name=op.f("fk_watches_membership_id_memberships"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("membership_id", name=op.f("pk_watches")),
    )
    op.create_index("ix_watches_next_at", "watches", ["next_at"], unique=False)
    op.add_column("alert_causes", sa.Column("threshold", sa.Integer(), nullable=True))
    op.add_column("alert_causes", sa.Column("detail", sa.String(length=160), nullable=True))


def downgrade() -> None:
    op.drop_column("alert_causes", "detail")
    op.drop_column("alert_causes", "threshold")
    op.drop_index("ix_watches_next_at", table_name="watches")
    op.drop_table("watches")
    op.drop_index("ix_slips_membership_id_used_on", table_name="slips")
    op.drop_table("slips")
    op.drop_table("thresholds")
