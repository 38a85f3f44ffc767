import asyncio
import contextlib
import datetime as dt

import pytest
from sqlalchemy.exc import OperationalError

from domain.checkins import State
from domain.ids import CheckInId
from domain.items import MOOD
from services.container import Container, Services, Surroundings
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor

WINDOW = dt.timedelta(hours=6)
MOMENT = dt.timedelta(seconds=1)
A_WHILE = 0.2


@pytest.fixture
def container(storage: Storage) -> Container:
    return Container(storage, Surroundings(bot_username="tandem_test_bot", default_country="US"))


async def begun(container: Container, storage: Storage, cast: Cast) -> CheckInId:
    """Ask Ana at noon, let her begin and then go to a note, and leave nothing of the ladder but its end."""
    ana = await actor(storage, cast.ana)
    async with storage.unit_of_work() as work:
        checkin_id = await work.checkins.add(
            cast.ana.membership_id,
            NOON.date(),
            0,
            State.OPEN,
            due_at=NOON,
            asked_at=NOON,
            closes_at=NOON + WINDOW,
            next_step_at=NOON + WINDOW - MOMENT,
        )
        assert checkin_id is not None
    async with container.transaction() as services:
        await services.prompts.begin(ana, checkin_id, NOON)
    async with container.transaction() as services:
        await services.ladder.climb(checkin_id, NOON + WINDOW - MOMENT)
        await services.notes.begin(ana, NOON + WINDOW - MOMENT)
    return checkin_id


async def test_an_answer_in_the_moment_in_which_its_time_ends_is_no_miss(
    storage: Storage, container: Container, cast: Cast
) -> None:
    checkin_id = await begun(container, storage, cast)
    ana, at = await actor(storage, cast.ana), NOON + WINDOW + MOMENT
    is_read, is_closed = asyncio.Event(), asyncio.Event()

    async def tap(services: Services) -> None:
        await services.checkins.read(ana, checkin_id, at)
        is_read.set()
        # One writer at a time, as on SQLite, lets nobody in meanwhile.
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(is_closed.wait(), A_WHILE)
        await services.checkins.answer(ana, checkin_id, MOOD, 6, at)

    async def served() -> None:
        """Tap, and once more when another transaction was quicker, as the door does."""
        with contextlib.suppress(OperationalError):
            async with container.transaction() as services:
                await tap(services)
            return
        async with container.transaction() as services:
            await tap(services)

    async def close() -> None:
        await is_read.wait()
        async with container.transaction() as services:
            await services.ladder.climb(checkin_id, at)
        is_closed.set()

    await asyncio.gather(served(), close())

    async with storage.unit_of_work() as work:
        checkin = await work.checkins.get(ana.scope, checkin_id)
    assert checkin is not None
    assert (checkin.state is State.MISSED) == (not checkin.answers)
