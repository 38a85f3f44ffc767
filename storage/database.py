"""Opens the database and hands out transactions; it knows no table.

On SQLite one connection writes, and the transactions that wait at the same moment share one durable commit: each runs
in a savepoint of its own, so that one failing leaves the others whole, and none returns before the commit is on disk.
On PostgreSQL every transaction has a connection of its own, at repeatable read: of two that change the same row, one fails.
"""

import asyncio
import contextlib
import pathlib
import sqlite3
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine

BUSY_TIMEOUT_MILLISECONDS = 10_000
_COLLISIONS = {"40001", "40P01"}
"""PostgreSQL's codes for a serialization failure and for a deadlock."""
GROUP_LIMIT = 64
"""Transactions that may share one commit; bounds how long the first of them waits."""


class Database:
    """The one way to the rows."""

    def __init__(self, url: str) -> None:
        self.url = normalised(url)
        self.engine = _engine(self.url)
        self._writer = _SharedCommits(self.engine) if self.is_sqlite else None

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


class _Turn:
    """One transaction waiting for, or holding, the writer."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.granted: asyncio.Future[AsyncSession] = loop.create_future()
        self.left: asyncio.Future[bool] = loop.create_future()
        self.settled: asyncio.Future[None] = loop.create_future()


class _SharedCommits:
    """The single writer: grants turns one after another and commits when nobody waits."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._waiting: asyncio.Queue[_Turn] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._connection: AsyncConnection | None = None

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        if self._task is None or self._task.done():
            # The writer is the one task that outlives its caller; `close` ends it.
            self._task = asyncio.get_running_loop().create_task(self._run())
        turn = _Turn()
        self._waiting.put_nowait(turn)
        try:
            session = await turn.granted
            yield session
        except BaseException:
            turn.left.set_result(False)
            await asyncio.shield(turn.settled)
            raise
        turn.left.set_result(True)
        await asyncio.shield(turn.settled)

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None
        await self._drop_connection()

    async def _run(self) -> None:
        while True:
            await self._commit_group(await self._waiting.get())

    async def _commit_group(self, first: _Turn) -> None:
        members: list[_Turn] = []
        turn: _Turn | None = first
        try:
            connection = await self._opened()
            async with connection.begin():
                while turn is not None:
                    if await self._serve(connection, turn):
                        members.append(turn)
                    turn = self._next() if len(members) < GROUP_LIMIT else None
        except BaseException as error:
            await self._drop_connection()
            _fail([*members, *([turn] if turn is not None else [])], error)
            if not isinstance(error, Exception):
                raise
        else:
            for member in members:
                member.settled.set_result(None)

    async def _serve(self, connection: AsyncConnection, turn: _Turn) -> bool:
        """Run one transaction in a savepoint; tell whether it is to be committed."""
        if turn.left.done():
            turn.settled.set_result(None)
            return False
        session = AsyncSession(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
        async with session:
            await session.begin()
            turn.granted.set_result(session)
            if await turn.left:
                try:
                    await session.commit()
                except Exception as error:  # noqa: BLE001 the savepoint failed: its owner is told, the group goes on
                    await session.rollback()
                    turn.settled.set_exception(error)
                    return False
                return True
            await session.rollback()
        turn.settled.set_result(None)
        return False

    def _next(self) -> _Turn | None:
        try:
            return self._waiting.get_nowait()
        except asyncio.QueueEmpty:
            return None

    async def _opened(self) -> AsyncConnection:
        if self._connection is None:
            self._connection = await self._engine.connect()
        return self._connection

    async def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):
                await connection.invalidate()
            with contextlib.suppress(Exception):
                await connection.close()


def _fail(turns: list[_Turn], error: BaseException) -> None:
    cause = error if isinstance(error, Exception) else ConnectionAbortedError("the database is closing")
    for turn in turns:
        for waiting in (turn.granted, turn.settled):
            if not waiting.done():
                waiting.set_exception(cause)
                waiting.exception()


def _engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        # Repeatable read turns an update that would be overwritten silently into an error, which the doors try again.
        return create_async_engine(
            url, hide_parameters=True, pool_pre_ping=True, isolation_level="REPEATABLE READ"
        )
    engine = create_async_engine(url, hide_parameters=True)
    # Before the library's own first questions: a file that is no database must fail where it is closed again.
    event.listen(engine.sync_engine, "connect", _prepare_sqlite, insert=True)
    event.listen(engine.sync_engine, "do_connect", _touch_file)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


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
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT_MILLISECONDS}",
            "journal_mode=WAL",
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


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def has_collided(error: BaseException) -> bool:
    """Tell whether a transaction was undone only because another one was quicker: the same once more may succeed."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _COLLISIONS


def has_wal_reset_bug(version: tuple[int, int, int] = sqlite3.sqlite_version_info[:3]) -> bool:
    """Tell whether this SQLite can corrupt a WAL when two connections checkpoint at once (3.7.0 to 3.51.2)."""
    return (3, 7, 0) <= version < (3, 51, 3)
