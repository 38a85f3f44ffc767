"""Makes inserts that can give way to a row that is there already, in the database's own dialect; it runs none."""

from typing import TYPE_CHECKING

from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Row

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


def insert(session: AsyncSession, row: type[Row]) -> "sqlite.Insert | postgresql.Insert":
    """Return an insert that knows `on_conflict_do_nothing`, for the database of this session."""
    if session.get_bind().dialect.name == "sqlite":
        return sqlite.insert(row)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 two megabytes that SQLite does not need

    return postgresql.insert(row)
