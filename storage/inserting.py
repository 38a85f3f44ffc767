"""Makes inserts that can give way to a row that is there already, in the database's own dialect; it runs none."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Row


def insert(session: AsyncSession, row: type[Row]) -> sqlite.Insert | postgresql.Insert:
    """Return an insert that knows `on_conflict_do_nothing`, for the database of this session."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(row) if is_sqlite else postgresql.insert(row)
