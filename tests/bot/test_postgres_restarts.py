"""A PostgreSQL that is cut off again and again under load: every update is served once, nothing unasked is lost, nobody is told of an error."""

import asyncio
from collections.abc import Iterator

import pytest

from domain.ids import CheckInId
from domain.messages import CheckInDue
from sandbox.telegram.person import Person
from tests import postgres
from tests.bot.conftest import Scene, container_of, said, until

PEOPLE = 6
ROUNDS = 4
"""How often the server is cut off; each time for a moment that is longer than the bot's first waits."""
GONE_SECONDS = 1.0
CALM_SECONDS = 1.5


@pytest.fixture
def database() -> Iterator[postgres.Server]:
    with postgres.restartable_server() as server:
        yield server


async def test_a_server_that_is_cut_off_again_and_again_loses_nothing(
    scene: Scene, database: postgres.Server
) -> None:
    app = await scene.start(DATABASE_URL=postgres.create_database(database.url))
    people = [scene.ana, *(scene.world.add_person(f"Person {number}") for number in range(PEOPLE - 1))]
    ids = [await scene.acquaint(app, person) for person in people]
    for number, person_id in enumerate(ids):
        async with container_of(app).transaction() as services:
            await services.outbox.post(
                CheckInDue(CheckInId(number)), to=person_id, key=f"due {number}", now=scene.clock.now()
            )

    loop, sent = asyncio.get_running_loop(), 0
    for _ in range(ROUNDS):
        stopping = loop.run_in_executor(None, database.stop)
        sent = await _chatter(people, sent, until_done=stopping)
        sent = await _chatter(people, sent, seconds=GONE_SECONDS)
        starting = loop.run_in_executor(None, database.start)
        sent = await _chatter(people, sent, until_done=starting)
        sent = await _chatter(people, sent, seconds=CALM_SECONDS)

    expected = {f"{person.id} {number}" for person in people for number in range(sent)}
    await until(lambda: all(said(person)[-1:] == [f"{person.id} {sent - 1}"] for person in people), 60)
    await until(app.is_idle, 60)
    assert expected == set(scene.play.served)
    for person in people:
        assert 1 == said(person).count("Time for your check-in.")
        assert not [text for text in said(person) if "our side" in text]
    async with container_of(app).transaction() as services:
        assert [] == await services.intake.waiting()


async def _chatter(
    people: list[Person], sent: int, *, seconds: float = 0.0, until_done: asyncio.Future[None] | None = None
) -> int:
    """Let everybody write every tenth of a second; return how many each has written so far."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end or (until_done is not None and not until_done.done()):
        for person in people:
            person.send(f"/echo {person.id} {sent}")
        sent += 1
        await asyncio.sleep(0.1)
    if until_done is not None:
        until_done.result()
    return sent
