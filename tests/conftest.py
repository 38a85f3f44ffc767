"""Fixtures for all tests: a real database in a temporary folder, and the standing cast."""

import pathlib
from collections.abc import AsyncIterator

import pytest

from services.container import Container, Surroundings
from storage.database import Database
from storage.tables import Row
from storage.unit_of_work import Storage
from storage.vault import MasterKeys, new_master_key
from tests.cast import Cast, assemble

BOT_ID = 4242


@pytest.fixture
async def storage(tmp_path: pathlib.Path) -> AsyncIterator[Storage]:
    database = Database(f"sqlite:///{tmp_path}/tandem.db")
    async with database.engine.begin() as connection:
        await connection.run_sync(Row.metadata.create_all)
    storage = Storage(database, MasterKeys([new_master_key()]), BOT_ID)
    await storage.open()
    yield storage
    await storage.close()


@pytest.fixture
def container(storage: Storage) -> Container:
    return Container(storage, Surroundings(bot_username="tandem_test_bot", default_country="US"))


@pytest.fixture
async def cast(storage: Storage) -> Cast:
    return await assemble(storage)
