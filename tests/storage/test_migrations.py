import asyncio
import pathlib
import shutil
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from domain.ids import Address, PersonId
from storage import schema
from storage.database import Database
from storage.schema import NewerSchema, Standing
from storage.tables import Row
from storage.unit_of_work import Storage
from storage.vault import MasterKeys, new_master_key
from tests.blanks import BOT_ID
from tests.cast import NOON


@pytest.fixture
async def database(database_url: str) -> Any:
    database = Database(database_url)
    yield database
    await database.close()


async def tables(database: Database) -> set[str]:
    async with database.engine.connect() as connection:
        return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


async def test_a_fresh_database_gets_every_table(database: Database) -> None:
    assert await schema.standing(database) is Standing.EMPTY
    assert await schema.upgrade(database) is True
    assert await schema.standing(database) is Standing.CURRENT
    assert {*Row.metadata.tables, "alembic_version"} == await tables(database)


async def test_an_upgrade_of_what_is_current_does_nothing(database: Database) -> None:
    await schema.upgrade(database)

    assert await schema.upgrade(database) is False


async def test_of_processes_that_start_together_one_upgrades_and_all_have_the_same_secret(
    database_url: str,
) -> None:
    databases = [Database(database_url) for _ in range(4)]
    master = MasterKeys([new_master_key()])
    storages = [Storage(database, master, BOT_ID) for database in databases]
    try:
        upgraded = await asyncio.gather(*(schema.upgrade(database) for database in databases))
        await asyncio.gather(*(storage.open() for storage in storages))
        people = [await _recognised(storage) for storage in storages]
    finally:
        for database in databases:
            await database.close()

    assert [False, False, False, True] == sorted(upgraded)
    assert 1 == len(set(people))


async def test_a_database_of_a_later_version_is_refused_and_left_alone(database: Database) -> None:
    await schema.upgrade(database)
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert await schema.standing(database) is Standing.NEWER
    with pytest.raises(NewerSchema) as caught:
        await schema.upgrade(database)
    assert caught.value.revision == "9999"


@pytest.mark.parametrize("revision", schema.revisions())
async def test_each_revision_goes_up_down_and_up_again(database: Database, revision: str) -> None:
    known = ["base", *schema.revisions()]
    before = known[known.index(revision) - 1]
    async with database.engine.begin() as connection:
        await connection.run_sync(schema.migrate, revision)
        after_first = await connection.run_sync(_shape)
        await connection.run_sync(schema.migrate, before)
        await connection.run_sync(schema.migrate, revision)

        assert after_first == await connection.run_sync(_shape)


async def test_the_tables_are_what_the_migrations_make(database: Database) -> None:
    await schema.upgrade(database)
    async with database.engine.connect() as connection:
        differences = await connection.run_sync(_differences)

    assert [] == differences


async def test_a_failed_migration_leaves_nothing_behind(
    database: Database, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "versions").mkdir()
    shutil.copy(schema.MIGRATIONS / "env.py", tmp_path)
    (tmp_path / "versions" / "0001_half.py").write_text(HALF)
    monkeypatch.setattr(schema, "MIGRATIONS", tmp_path)
    with pytest.raises(ZeroDivisionError):
        await schema.upgrade(database)

    assert await tables(database) == set()


HALF = """
from alembic import op

revision, down_revision = "0001", None


def upgrade() -> None:
    op.execute("CREATE TABLE half (id INTEGER)")
    raise ZeroDivisionError
"""


async def _recognised(storage: Storage) -> PersonId:
    async with storage.unit_of_work() as work:
        found = await work.people.find(Address(7))
        return found or await work.people.add(Address(7), "en", "UTC", NOON)


def _shape(connection: Connection) -> set[tuple[str, str]]:
    inspector = inspect(connection)
    return {
        (table, column["name"])
        for table in inspector.get_table_names()
        for column in inspector.get_columns(table)
    }


def _differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection)
    return list(compare_metadata(context, Row.metadata))
