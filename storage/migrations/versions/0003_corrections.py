"""What was answered first beside its correction, also where it was spoken; typed answers to questionnaires by message; times held."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column(
        "schedule_times", sa.Column("is_held", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("answers", sa.Column("first_voice", sa.LargeBinary(), nullable=True))
    op.add_column("measure_answers", sa.Column("message_id", sa.BigInteger(), nullable=True))
    op.add_column("measure_answers", sa.Column("first_value", sa.Integer(), nullable=True))
    op.add_column("measure_answers", sa.Column("corrected_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("measure_answers", "corrected_at")
    op.drop_column("measure_answers", "first_value")
    op.drop_column("measure_answers", "message_id")
    op.drop_column("answers", "first_voice")
    op.drop_column("schedule_times", "is_held")
