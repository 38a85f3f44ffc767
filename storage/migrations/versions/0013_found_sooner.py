"""Indexes for what is asked at each check-in and each hour."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.create_index("ix_alert_causes_checkin_id", "alert_causes", ["checkin_id"], unique=False)
    op.create_index("ix_relays_withdrawn_at", "relays", ["withdrawn_at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_relays_withdrawn_at", table_name="relays")
    op.drop_index("ix_alert_causes_checkin_id", table_name="alert_causes")
