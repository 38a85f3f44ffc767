"""Brings the database to this version's schema, and refuses one from a later version; it holds no table itself."""

import enum
import pathlib

from sqlalchemy import Connection, inspect, text

from storage.database import POSTGRES_LIMITS, Database

MIGRATIONS = pathlib.Path(__file__).parent / "migrations"
_LOCK = 7_264_001
"""Names the lock under which one process of several upgrades PostgreSQL."""


class Standing(enum.Enum):
    """How the database's schema relates to this version's."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    NEWER = "newer"


class NewerSchema(Exception):
    """The database was written by a later version; `revision` is what it says."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def revisions() -> list[str]:
    """Return the revisions that this version knows, oldest first; each file's name begins with its revision."""
    return sorted(path.name.partition("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


async def standing(database: Database) -> Standing:
    """Return how the database's schema relates to this version's; changes nothing."""
    async with database.engine.connect() as connection:
        return _standing(await connection.run_sync(_revision))


async def upgrade(database: Database) -> bool:
    """Apply the migrations that are missing; tell whether there were any.

    Raises:
        NewerSchema: a later version has been at work on this database.
    """
    async with database.engine.connect() as connection:
        if not database.is_sqlite:
            # Whoever waited for the lock must then see what the process before it has committed.
            await connection.execution_options(isolation_level="READ COMMITTED")
        async with connection.begin():
            if not database.is_sqlite:
                # The one place where a statement may take its time: a large table, or another process that upgrades.
                for limit in POSTGRES_LIMITS:
                    await connection.execute(text(f"SET LOCAL {limit} = 0"))
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            found = await connection.run_sync(_revision)
            state = _standing(found)
            if state is Standing.NEWER:
                raise NewerSchema(found or "")
            if state is not Standing.CURRENT:
                await connection.run_sync(migrate, "head")
            return state is not Standing.CURRENT


def migrate(connection: Connection, revision: str) -> None:
    """Move the schema to a revision, up or down, inside the connection's transaction."""
    # Alembic takes a fifth of a second to import and is needed only when there is something to do.
    from alembic import command  # noqa: PLC0415 see above
    from alembic.config import Config  # noqa: PLC0415 see above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    known = [*revisions(), "head", "base"]
    is_down = revision == "base" or known.index(revision) < known.index(_revision(connection) or known[0])
    (command.downgrade if is_down else command.upgrade)(config, revision)


def _standing(revision: str | None) -> Standing:
    known = revisions()
    if revision is None:
        return Standing.EMPTY
    if revision not in known:
        return Standing.NEWER
    return Standing.CURRENT if revision == known[-1] else Standing.BEHIND


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
