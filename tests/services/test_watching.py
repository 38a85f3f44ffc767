"""How the watch over somebody's own usual is woken by answers, looks, and tells when their days have become worse."""

import pytest

from domain.alerts import Alert
from domain.setbacks import Level, Outcome, Rule
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.days import TODAY, answered_on
from tests.evenings import DAY, MINUTE, taken
from tests.phone import messages, tick


async def alert_of(storage: Storage, cast: Cast) -> Alert | None:
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved_of(cast.ana.membership_id)


async def lives(storage: Storage, container: Container, cast: Cast, *, worse: int, ago: int = 0) -> None:
    """Let Ana have thirty steady days and then so many that are far worse; the watch looks on each."""
    for number in range(30 + worse):
        date = TODAY - (29 + worse + ago - number) * DAY
        is_steady = number < 30
        values = (
            {"mood": 7 - number % 2, "tension": 2 + number % 3, "sleep": 8}
            if is_steady
            else {"mood": 3, "tension": 9, "sleep": 3}
        )
        await answered_on(storage, cast.ana, date, **values)
        async with storage.unit_of_work() as work:
            await work.watches.wake(cast.ana.membership_id, NOON)
        async with container.transaction() as services:
            await services.watching.look(cast.ana.membership_id, NOON)


async def test_worse_days_than_usual_are_something_to_watch(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await lives(storage, container, cast, worse=6)
    alert = await alert_of(storage, cast)

    assert alert is not None
    assert Level.WATCH is alert.level
    (found,) = alert.found
    assert (Rule.SHIFT, {"mood", "tension", "sleep"}) == (
        found.cause.rule,
        set((found.cause.detail or "").split(",")),
    )
    assert not alert.is_known_to_the_person
    assert ["alert.watch"] == await messages(storage, cast.fay)
    assert [] == await messages(storage, cast.ana)


async def test_steady_days_bring_nothing(storage: Storage, container: Container, cast: Cast) -> None:
    await lives(storage, container, cast, worse=0)
    assert await alert_of(storage, cast) is None


async def test_a_shift_that_was_resolved_is_not_told_again_while_it_goes_on(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await lives(storage, container, cast, worse=6, ago=3)
    alert = await alert_of(storage, cast)
    assert alert is not None
    async with storage.unit_of_work() as work:
        await work.alert_steps.resolve(alert.alert_id, cast.fay.person_id, Outcome.TALKED, NOON)
    for ago in (2, 1, 0):
        await answered_on(storage, cast.ana, TODAY - ago * DAY, mood=3, tension=9, sleep=3)
        async with storage.unit_of_work() as work:
            await work.watches.wake(cast.ana.membership_id, NOON)
        async with container.transaction() as services:
            await services.watching.look(cast.ana.membership_id, NOON)

    assert await alert_of(storage, cast) is None


async def test_a_group_that_turned_it_off_is_not_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.thresholds.set(fay, cast.fay.group_id, Rule.SHIFT, None, NOON)
    await lives(storage, container, cast, worse=6)

    assert await alert_of(storage, cast) is None


@pytest.mark.parametrize("looks", [1, 2])
async def test_an_answered_check_in_wakes_the_watch_and_the_tick_looks_once(
    storage: Storage, container: Container, cast: Cast, looks: int
) -> None:
    await taken(storage, container, cast.ana, NOON)
    async with container.transaction() as services:
        assert NOON == await services.watching.next_at()
    for _ in range(looks):
        await tick(container, NOON + MINUTE)

    async with storage.unit_of_work() as work:
        assert await work.watches.next_at() is None
        assert TODAY == (await work.watches.get(cast.ana.membership_id)).seen_on
