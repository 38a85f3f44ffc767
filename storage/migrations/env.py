"""Runs migrations on the connection that `storage.schema` hands over; it opens none of its own."""

from typing import Literal

from alembic import context

from storage.tables import Row
from storage.types import EncryptedText, UtcDateTime


def _rendered(kind: str, item: object, autogen: object) -> str | Literal[False]:
    """Write our column types as what they are in the database, so that old revisions never change with the code."""
    del autogen
    if kind == "type" and isinstance(item, EncryptedText):
        return "sa.LargeBinary()"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=_rendered,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
