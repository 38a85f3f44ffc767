import asyncio
import pathlib
import sqlite3

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import DBAPIError

from storage.database import Database, has_wal_reset_bug, is_away, normalised
from storage.tables.people import VaultSecretRow
from storage.unit_of_work import Storage


async def count(storage: Storage) -> int:
    async with storage.database.transaction() as session:
        query = select(func.count()).where(VaultSecretRow.name.like("test%"))
        return (await session.execute(query)).scalar_one()


async def write(storage: Storage, number: int, *, fail: bool = False) -> None:
    async with storage.database.transaction() as session:
        session.add(VaultSecretRow(name=f"test{number}", wrapped_key=b""))
        await session.flush()
        if fail:
            raise RuntimeError


async def test_one_that_fails_leaves_those_that_share_its_commit_whole(storage: Storage) -> None:
    results = await asyncio.gather(
        *(write(storage, number, fail=number % 3 == 0) for number in range(30)), return_exceptions=True
    )

    assert 10 == sum(isinstance(result, RuntimeError) for result in results)
    assert 20 == await count(storage)


async def test_transactions_that_wait_share_a_commit_on_sqlite(storage: Storage) -> None:
    commits: list[str] = []

    def note(_connection: object) -> None:
        commits.append("commit")

    event.listen(storage.database.engine.sync_engine, "commit", note)
    await asyncio.gather(*(write(storage, number) for number in range(50)))

    assert 50 == await count(storage)
    assert len(commits) <= (5 if storage.database.is_sqlite else 51)


async def test_read_then_write_loses_no_update(storage: Storage) -> None:
    """Stock SQLAlchemy on aiosqlite opens no transaction before the read and loses most of these."""
    await write(storage, 0)

    async def increment() -> None:
        async with storage.database.transaction() as session:
            row = await session.get_one(VaultSecretRow, "test0")
            await asyncio.sleep(0)
            row.wrapped_key = str(int(row.wrapped_key or b"0") + 1).encode()

    results = await asyncio.gather(*(increment() for _ in range(40)), return_exceptions=True)
    applied = results.count(None)

    async with storage.database.transaction() as session:
        assert applied == int((await session.get_one(VaultSecretRow, "test0")).wrapped_key)
    assert applied == 40 or not storage.database.is_sqlite


async def test_a_cancelled_transaction_is_undone_and_blocks_nobody(storage: Storage) -> None:
    inside = asyncio.Event()

    async def stay() -> None:
        async with storage.database.transaction() as session:
            session.add(VaultSecretRow(name="test-cancelled", wrapped_key=b""))
            inside.set()
            await asyncio.sleep(60)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(stay())
        waiting = group.create_task(write(storage, 1))
        await inside.wait()
        task.cancel()
        await waiting

    assert 1 == await count(storage)


async def test_what_was_committed_survives_in_another_process(storage: Storage) -> None:
    await write(storage, 1)

    other = Database(str(storage.database.url))
    async with other.engine.connect() as connection:
        found = (
            await connection.execute(text("SELECT count(*) FROM vault_secrets WHERE name = 'test1'"))
        ).scalar()
    await other.close()

    assert 1 == found


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 10000),
    ],
)
async def test_sqlite_runs_with_the_settings_that_keep_data(
    tmp_path: pathlib.Path, pragma: str, value: object
) -> None:
    database = Database(f"sqlite:///{tmp_path}/pragmas.db")
    async with database.transaction() as session:
        found = (await session.execute(text(f"PRAGMA {pragma}"))).scalar()
    await database.close()

    assert value == found


async def test_a_failing_database_fails_all_who_wait_and_recovers(tmp_path: pathlib.Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/missing/folder.db")

    for _ in range(2):
        with pytest.raises(Exception, match="unable to open"):
            async with database.transaction():
                pass
    (tmp_path / "missing").mkdir()
    async with database.transaction() as session:
        assert 1 == (await session.execute(text("SELECT 1"))).scalar()
    await database.close()


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///x.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:///x.db", "sqlite+aiosqlite"),
        ("postgres://u:p@h/db?sslmode=require", "postgresql+psycopg"),
        ("postgresql://u:p@h/db", "postgresql+psycopg"),
    ],
)
def test_a_database_url_is_taken_as_hosters_give_it(url: str, driver: str) -> None:
    assert driver == normalised(url).drivername


@pytest.mark.parametrize(
    ("version", "is_affected"), [((3, 51, 2), True), ((3, 51, 3), False), ((3, 40, 1), True)]
)
def test_a_sqlite_with_the_wal_fault_is_known(version: tuple[int, int, int], is_affected: bool) -> None:
    assert is_affected == has_wal_reset_bug(version)


async def test_a_new_database_that_another_process_is_writing_to_is_waited_for(
    tmp_path: pathlib.Path,
) -> None:
    """SQLite answers "locked" to the change of journal mode at once, whatever the busy timeout."""
    other = sqlite3.connect(tmp_path / "new.db", isolation_level=None)
    other.execute("CREATE TABLE first (x)")
    other.execute("BEGIN IMMEDIATE")
    asyncio.get_running_loop().call_later(0.15, other.execute, "COMMIT")

    database = Database(f"sqlite:///{tmp_path}/new.db")
    async with database.transaction() as session:
        assert "wal" == (await session.execute(text("PRAGMA journal_mode"))).scalar()
    await database.close()
    other.close()


class _Postgres(Exception):
    def __init__(self, sqlstate: str) -> None:
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (sqlite3.OperationalError("database is locked"), True),
        (sqlite3.OperationalError("database or disk is full"), True),
        (sqlite3.OperationalError("attempt to write a readonly database"), True),
        (sqlite3.OperationalError("no such column: colour"), False),
        (sqlite3.IntegrityError("UNIQUE constraint failed"), False),
        (_Postgres("57P01"), True),
        (_Postgres("08006"), True),
        (_Postgres("53100"), True),
        (_Postgres("25006"), True),
        (_Postgres("42703"), False),
        (_Postgres("57014"), False),
        (_Postgres("23505"), False),
    ],
)
def test_a_database_that_is_away_is_told_from_a_statement_that_is_wrong(
    error: Exception, expected: bool
) -> None:
    assert is_away(DBAPIError("SELECT 1", None, error)) is expected


async def test_a_statement_on_postgresql_ends_after_its_time(storage: Storage) -> None:
    if storage.database.is_sqlite:
        return
    async with storage.database.transaction() as session:
        limits = [
            (await session.execute(text(f"SHOW {name}"))).scalar_one()
            for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
        ]
    assert ["10s", "3s", "30s"] == limits
