"""Storage is tested on both databases."""

import pathlib
from collections.abc import Iterator

import pytest

from tests import postgres
from tests.blanks import Blanks


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    with postgres.running_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_blanks(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Blanks:
    def copied(source: str | None, path: pathlib.Path) -> str:
        return postgres.create_database(postgres_server, source)

    return Blanks(tmp_path_factory.mktemp("blanks"), copied)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, kind: str, tmp_path: pathlib.Path) -> str:
    """Return the URL of a database without tables."""
    if kind == "sqlite":
        return f"sqlite:///{tmp_path}/tandem.db"
    return postgres.create_database(request.getfixturevalue("postgres_server"))


@pytest.fixture
def blanks(request: pytest.FixtureRequest, kind: str) -> Iterator[Blanks]:
    if kind == "sqlite":
        yield request.getfixturevalue("sqlite_blanks")
        return
    blanks: Blanks = request.getfixturevalue("postgres_blanks")
    yield blanks
    # Two hundred databases would fill the memory.
    for url in blanks.laid:
        postgres.drop_database(request.getfixturevalue("postgres_server"), url)
    blanks.laid.clear()
