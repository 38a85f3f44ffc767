"""Opens the database and hands out transactions; it knows no table.

On SQLite one connection writes, and the transactions that wait at the same moment share one durable commit.
On PostgreSQL every transaction has a connection of its own, at repeatable read: of two that change the same row, one fails.
"""

import asyncio
import contextlib
import pathlib
import re
import sqlite3
import time
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as SqlTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from storage.shared_commits import SharedCommits

BUSY_TIMEOUT_MILLISECONDS = 10_000
_WAL_WAIT_MILLISECONDS = 50
_COLLISIONS = {"40001", "40P01"}
"""PostgreSQL's codes for a serialization failure and for a deadlock."""
_AWAY = ("08", "57P", "53", "58", "25006", "55P03")
"""The beginnings of its codes for: no connection, shutting down, out of room or connections, the system, read only, a lock that is not let go."""
_SQLITE_AWAY = re.compile(r"locked|busy|full|readonly|disk I/O|unable to open|malformed|not a database")
POOL = 20
"""Connections to PostgreSQL that one process holds at most: a server allows a hundred unless told otherwise."""
_CONNECT_SECONDS = 5
POSTGRES_LIMITS = {
    "statement_timeout": "10s",
    "lock_timeout": "3s",
    "idle_in_transaction_session_timeout": "30s",
}
"""What takes longer is undone and tried again: a connection that hangs must not hold up everybody else."""
_KEEPALIVES = {"keepalives": 1, "keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3}
"""A server that is gone without a word is noticed within half a minute."""


class Database:
    """The one way to the rows."""

    def __init__(self, url: str) -> None:
        self.url = normalised(url)
        self.engine = _engine(self.url)
        self._writer = SharedCommits(self.engine) if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        """Tell whether this is SQLite."""
        return self.url.get_backend_name() == "sqlite"

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Open a transaction that is durable when the block has been left, and undone when it raises.

        Never await the network inside: on SQLite all other transactions wait.
        """
        if self._writer is not None:
            async with self._writer.transaction() as session:
                yield session
        else:
            async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                yield session

    async def close(self) -> None:
        """Wait for the running commit and close all connections."""
        if self._writer is not None:
            await self._writer.close()
        await self.engine.dispose()


def normalised(url: str) -> URL:
    """Return the URL with this product's drivers: aiosqlite, psycopg (hosters write ``postgres://`` too)."""
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return parsed.set(drivername="sqlite+aiosqlite")
    if backend in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    raise ValueError(f"{backend} is not supported; use sqlite or postgresql")


def _engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        # Repeatable read turns an update that would be overwritten silently into an error, which the doors try again.
        engine = create_async_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            pool_size=POOL,
            max_overflow=0,
            pool_timeout=2 * _CONNECT_SECONDS,
            isolation_level="REPEATABLE READ",
            connect_args={"connect_timeout": _CONNECT_SECONDS, **_KEEPALIVES},
        )
        event.listen(engine.sync_engine, "connect", _limit_postgres)
        return engine
    engine = create_async_engine(url, hide_parameters=True)
    # Before the library's own first questions: a file that is no database must fail where it is closed again.
    event.listen(engine.sync_engine, "connect", _prepare_sqlite, insert=True)
    event.listen(engine.sync_engine, "do_connect", _touch_file)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _limit_postgres(connection: Any, record: object) -> None:
    """Set the limits by statement: a pooler in between may refuse them in the greeting."""
    del record
    cursor = connection.cursor()
    for name, value in POSTGRES_LIMITS.items():
        cursor.execute(f"SET {name} = '{value}'")
    cursor.close()
    connection.commit()


def _touch_file(dialect: object, record: object, arguments: list[Any], options: object) -> None:
    """Fail here when the file cannot be opened: the driver would leave a thread behind that outlives the event loop."""
    del dialect, record, options
    path = str(arguments[0])
    if path == ":memory:" or path.startswith("file:"):
        return
    try:
        pathlib.Path(path).open("ab").close()
    except OSError as error:
        raise sqlite3.OperationalError(f"unable to open database file: {error.strerror}") from None


def _prepare_sqlite(connection: Any, record: object) -> None:
    del record
    # The driver would open transactions by itself, too late and deferred: updates would be lost silently.
    connection.isolation_level = None
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MILLISECONDS}")
        _enter_wal(connection, cursor)
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "mmap_size=0",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
    except Exception:
        # Nobody else would: the driver's thread would outlive the event loop that it answers to.
        connection.close()
        raise


def _enter_wal(connection: Any, cursor: Any) -> None:
    """Change a new database to its journal mode; SQLite heeds no busy timeout where another process is writing to it."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MILLISECONDS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            connection.run_async(lambda _: asyncio.sleep(_WAL_WAIT_MILLISECONDS / 1000))
        else:
            return


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def has_collided(error: BaseException) -> bool:
    """Tell whether a transaction was undone only because another one was quicker: the same once more may succeed."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _COLLISIONS


def is_away(error: BaseException) -> bool:
    """Tell whether the database cannot do its work at present, whatever it is asked: no fault of what was asked."""
    if isinstance(error, SqlTimeoutError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlstate", None)
    if code is not None:
        return str(code).startswith(_AWAY)
    is_refused = isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error)
    return error.connection_invalidated or is_refused or _SQLITE_AWAY.search(str(error.orig)) is not None


def has_wal_reset_bug(version: tuple[int, int, int] = sqlite3.sqlite_version_info[:3]) -> bool:
    """Tell whether this SQLite can corrupt a WAL when two connections checkpoint at once (3.7.0 to 3.51.2)."""
    return (3, 7, 0) <= version < (3, 51, 3)
