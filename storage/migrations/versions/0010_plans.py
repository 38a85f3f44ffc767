"""Plans for hard moments."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_PARTS = ("signs", "triggers", "helps", "people", "avoid", "reasons")


def upgrade() -> None:
    op.create_table(
        "plans",
        sa.Column("person_id", sa.BigInteger(), autoincrement=False, nullable=False),
        *(sa.Column(part, sa.LargeBinary(), nullable=True) for part in _PARTS),
        sa.Column("shown_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_plans_person_id_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_plans")),
    )


def downgrade() -> None:
    op.drop_table("plans")
