from collections.abc import AsyncIterator

import pytest

from bot.receipts import Receipts
from bot.supervisor import Supervisor
from services.container import Container
from storage.database import Database
from tests.bot.conftest import until
from tests.cast import NOON


@pytest.fixture
async def supervisor() -> AsyncIterator[Supervisor]:
    supervisor = Supervisor()
    yield supervisor
    await supervisor.stop()


async def owed(container: Container) -> list[int]:
    async with container.transaction() as services:
        return [kept.update_id for kept in await services.intake.owed(NOON)]


async def test_replies_that_went_out_together_are_marked_together(
    container: Container, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with container.transaction() as services:
        await services.intake.keep(dict.fromkeys(range(30), b"x"), NOON)
        for update_id in range(30):
            await services.intake.finish(update_id, b"reply", NOON)
    transactions: list[int] = []
    real = Database.transaction

    def counted(database: Database) -> object:
        transactions.append(1)
        return real(database)

    monkeypatch.setattr(Database, "transaction", counted)
    receipts = Receipts(container, supervisor, linger=0.01)
    for update_id in range(29):
        receipts.add(update_id)
    await until(lambda: receipts.is_empty)

    assert len(transactions) == 1
    assert await owed(container) == [29]


async def test_receipts_wait_for_a_database_that_is_away(
    container: Container, supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with container.transaction() as services:
        await services.intake.keep({1: b"x"}, NOON)
        await services.intake.finish(1, b"reply", NOON)
    receipts = Receipts(container, supervisor, linger=0.01)
    with monkeypatch.context() as away:
        away.setattr(Database, "transaction", _away)
        receipts.add(1)
        await until(lambda: _away.times > 1)

        assert not receipts.is_empty
    await until(lambda: receipts.is_empty)

    assert await owed(container) == []


class _Away:
    times = 0

    def __call__(self, *_: object) -> None:
        self.times += 1
        raise ConnectionError


_away = _Away()
