import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import event

from handlers import routes
from handlers.callbacks.checkins import StartCheckIn
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Delivery
from handlers.edge.table import table
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.scenes import TODAY, answered, partners

TO_BEGIN, A_TAP, TO_END = 33, 19, 39
"""Statements of one press, those of the transaction itself with them; a tap is what a morning has most of."""


@pytest.fixture
def statements(storage: Storage) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*details: object) -> None:
        seen.append(str(details[2]))

    engine = storage.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


async def pressed(
    container: Container, statements: list[str], cast: Cast, data: str, number: int
) -> tuple[Delivery, int]:
    """Press through the real door; return what is owed and how many statements that took."""
    known = table(routes.COMMANDS, routes.PRESSES, routes.TYPED, routes.NOTICES)
    arrival = Arrival(
        number, Happening.PRESSED, int(cast.ana.address), message_id=50, data=data, query_id="q"
    )
    async with container.transaction() as services:
        await services.intake.keep({arrival.update_id: b"x"}, NOON)
    statements.clear()
    delivery = await Door(container, known, lambda: NOON).serve(arrival)
    assert delivery is not None
    return delivery, len(statements)


@pytest.mark.parametrize("days", [0, 30])
async def test_a_tap_asks_the_database_as_little_on_the_first_day_as_after_a_month(
    storage: Storage, container: Container, cast: Cast, statements: list[str], days: int
) -> None:
    await partners(storage, cast.ana, cast.ben)
    for day in range(1, days + 1):
        await answered(storage, cast.ana, TODAY - dt.timedelta(days=day), mood=4, craving=5)
    delivery, count = await pressed(container, statements, cast, StartCheckIn().pack(), 1)
    counts = [count]
    while keys := [key for row in delivery.sheets[0].rows for key in row if key.label in {"7", "No"}]:
        delivery, count = await pressed(container, statements, cast, keys[0].data or "", len(counts) + 1)
        counts.append(count)
    (done,) = (
        key for row in delivery.sheets[0].rows for key in row if key.label.startswith("Nothing to add")
    )
    _, last = await pressed(container, statements, cast, done.data or "", len(counts) + 1)

    assert len(counts) == 8
    assert counts[0] <= TO_BEGIN
    assert max(counts[1:]) <= A_TAP
    assert last <= TO_END
