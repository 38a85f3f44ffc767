"""The first schema."""

from alembic import op

from storage.tables import Row

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    Row.metadata.create_all(op.get_bind())


def downgrade() -> None:
    Row.metadata.drop_all(op.get_bind())
