"""Lets transactions that wait at the same moment share one connection and one durable commit; it knows no database.

Each runs in a savepoint of its own, so that one failing leaves the others whole, and none returns before the commit is on
disk.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession

GROUP_LIMIT = 64
"""Transactions that may share one commit; bounds how long the first of them waits."""
LEAVES_NO_TRACE = "leaves_no_trace"
"""Set in a session's `info` by what must not survive in the write-ahead log, as an erasure must not."""


class _Turn:
    """One transaction waiting for, or holding, the writer."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.granted: asyncio.Future[AsyncSession] = loop.create_future()
        self.left: asyncio.Future[bool] = loop.create_future()
        self.settled: asyncio.Future[None] = loop.create_future()


class SharedCommits:
    """The single writer: grants turns one after another and commits when nobody waits."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._waiting: asyncio.Queue[_Turn] = asyncio.Queue()
        self._task: asyncio.Task[None] | None = None
        self._connection: AsyncConnection | None = None
        self._log_is_due = False

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Open a transaction that is durable when the block has been left, and undone when it raises."""
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
        """Wait for the running commit and close the connection."""
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
            if self._log_is_due:
                self._log_is_due = not await _emptied_log(connection)
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
        if turn.left.done() or turn.granted.cancelled():
            # Its owner went away; those who share the commit must not pay for it.
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
                self._log_is_due |= LEAVES_NO_TRACE in session.info
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


async def _emptied_log(connection: AsyncConnection) -> bool:
    """Move the write-ahead log into the database and cut it to nothing; false when a reader is still in its way."""
    raw = await connection.get_raw_connection()
    if raw.driver_connection is None:
        return False
    async with raw.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
        is_busy, *_ = await cursor.fetchone()
    return not is_busy


def _fail(turns: list[_Turn], error: BaseException) -> None:
    cause = error if isinstance(error, Exception) else ConnectionAbortedError("the database is closing")
    for turn in turns:
        for waiting in (turn.granted, turn.settled):
            if not waiting.done():
                waiting.set_exception(cause)
                waiting.exception()
