"""What is asked at every tick, tap and hour goes by an index: no table is read from end to end, on SQLite's own word."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event

from domain.messages import Lane
from services.container import Container
from services.ticks import DUTIES
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.phone import Phone
from tests.taps import answer

SMALL = {
    "thresholds",
    "programs",
    "groups",
    "instrument_choices",
    "group_items",
    "questions",
    "vault_secrets",
}
"""Tables whose rows are a handful however many people there are."""

Asked = dict[str, tuple[Any, ...]]


@pytest.fixture
def asked(storage: Storage) -> Iterator[Asked]:
    """Collect every statement with its last parameters."""
    found: Asked = {}

    def note(
        _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        if not many and statement.lstrip().startswith(("SELECT", "UPDATE", "DELETE")):
            found[statement] = parameters

    engine = storage.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


async def _scans(storage: Storage, asked: Asked) -> list[str]:
    found: list[str] = []
    async with storage.database.engine.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        for statement, parameters in list(asked.items()):
            cursor = await raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            steps = [str(row[3]) for row in await cursor.fetchall()]
            found += [
                f"{step}: {statement[:60]} … {statement[-160:]}"
                for step in steps
                if step.startswith("SCAN ")
                and " USING " not in step
                and step.split()[1] not in SMALL
                # What an inner query has found, or a list of values, is no table.
                and not step.startswith(("SCAN CONSTANT", "SCAN (", "SCAN anon", "SCAN json"))
            ]
    return found


async def test_what_a_tick_asks_goes_by_an_index(
    storage: Storage, container: Container, asked: Asked
) -> None:
    for duty in DUTIES:
        async with container.transaction() as services:
            await duty.due(services, NOON)
            await duty.next_at(services)
    async with container.transaction() as services:
        await services.outbox.claim(
            tuple(Lane), 6, owner="one", now=NOON, lease=dt.timedelta(minutes=2), resting=set()
        )
        await services.outbox.next_at()
        await services.outbox.sending()
        await services.intake.waiting()
        await services.intake.owed(NOON)
        await services.mails.claim(3, NOON, dt.timedelta(minutes=3))
        await services.gaps.tell(NOON, NOON, NOON)
    if storage.database.is_sqlite:
        assert len(asked) > len(DUTIES)
        assert [] == await _scans(storage, asked)


async def test_what_is_purged_each_hour_is_found_by_an_index(
    storage: Storage, container: Container, asked: Asked
) -> None:
    async with container.transaction() as services:
        await services.intake.purge(NOON)
        await services.outbox.purge(NOON)
        await services.people.forget_anchors(NOON)
        await services.relay_changes.purge(NOON)
        await services.mails.purge(NOON)
    if storage.database.is_sqlite:
        assert [] == await _scans(storage, asked)


async def test_what_a_check_in_asks_goes_by_an_index(
    storage: Storage, container: Container, cast: Cast, asked: Asked
) -> None:
    ana = Phone(storage, container, cast.ana)
    await ana.command("checkin")
    await answer(ana, craving="9")
    for command in ("progress", "notes", "plan", "partner", "schedule"):
        await ana.command(command)
    fay = Phone(storage, container, cast.fay)
    for command in ("today", "alerts", "group", "sessions"):
        await fay.command(command)
    if storage.database.is_sqlite:
        assert [] == await _scans(storage, asked)
