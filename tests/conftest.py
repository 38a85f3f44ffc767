"""Fixtures for all tests: a real database in a temporary folder, and the standing cast."""

import gc
import os
import pathlib
import shutil
import tempfile
from collections.abc import AsyncIterator

import pytest

from services.container import Container, Surroundings
from storage.unit_of_work import Storage
from tests.blanks import Blanks, file_copied
from tests.cast import Cast

MEMORY = pathlib.Path("/dev/shm")  # noqa: S108 each test makes a folder of its own in it
ROOM = 2 * 1024**3


def pytest_configure() -> None:
    """Lay temporary folders into memory where there is room: a disk spends minutes on syncing and deleting them."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None
    gc.disable()


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of tests and all modules, which stay: they took a seventh of the time."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def sqlite_blanks(tmp_path_factory: pytest.TempPathFactory) -> Blanks:
    return Blanks(tmp_path_factory.mktemp("blanks"), file_copied)


@pytest.fixture
def blanks(sqlite_blanks: Blanks) -> Blanks:
    return sqlite_blanks


@pytest.fixture
async def storage(
    request: pytest.FixtureRequest, blanks: Blanks, tmp_path: pathlib.Path
) -> AsyncIterator[Storage]:
    storage = await blanks.lay(tmp_path / "tandem.db", with_cast="cast" in request.fixturenames)
    yield storage
    await storage.close()


@pytest.fixture
def container(storage: Storage) -> Container:
    return Container(storage, Surroundings(bot_username="tandem_test_bot", default_country="US"))


@pytest.fixture
def cast(storage: Storage, blanks: Blanks) -> Cast:
    return blanks.cast
