import asyncio
from collections.abc import Iterator

import pytest

from domain.ids import CheckInId
from domain.messages import CheckInDue
from tests import postgres
from tests.bot.conftest import Scene, container_of, said, until


@pytest.fixture(scope="module")
def server_url() -> Iterator[str]:
    with postgres.running_server() as server:
        yield server


async def test_the_same_bot_runs_on_postgresql(scene: Scene, server_url: str) -> None:
    app = await scene.start(DATABASE_URL=postgres.create_database(server_url))
    people = [scene.ana, *(scene.world.add_person(f"Person {number}") for number in range(7))]
    ids = [await scene.acquaint(app, person) for person in people]
    for number in range(6):
        for person in people:
            person.send(f"/echo {number}")
    await until(lambda: len(scene.play.served) == 48, 15)
    await until(lambda: all(said(person)[-1:] == ["5"] for person in people), 15)

    async def post(number: int) -> None:
        async with container_of(app).transaction() as services:
            for person in ids:
                await services.outbox.post(
                    CheckInDue(CheckInId(number)), to=person, key=f"due {number}", now=scene.clock.now()
                )

    await asyncio.gather(*(post(number) for number in range(4)))
    await until(app.is_idle, 15)

    assert 4 * 8 == app.vitals.counts["outbox_sent"]
    # What was asked before leaves the chat when the next prompt has come.
    assert [1] * 8 == [said(person).count("Time for your check-in.") for person in people]
    assert await app.next_due_at() is None
    assert app.vitals.counts["updates_failed"] == 0
