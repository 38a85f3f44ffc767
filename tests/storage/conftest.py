"""Storage is tested on both databases."""

import pathlib
from collections.abc import AsyncIterator, Iterator

import pytest

from storage.database import Database
from storage.tables import Row
from storage.unit_of_work import Storage
from storage.vault import MasterKeys, new_master_key
from tests import postgres
from tests.conftest import BOT_ID


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/tandem.db"
    return postgres.create_database(request.getfixturevalue("postgres_server"))


@pytest.fixture
async def storage(database_url: str) -> AsyncIterator[Storage]:
    database = Database(database_url)
    async with database.engine.begin() as connection:
        await connection.run_sync(Row.metadata.create_all)
    storage = Storage(database, MasterKeys([new_master_key()]), BOT_ID)
    await storage.open()
    yield storage
    await storage.close()
