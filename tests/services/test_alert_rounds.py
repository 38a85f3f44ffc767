import datetime as dt

import pytest

from domain.messages import UrgentAlertRaised
from domain.setbacks import Cause, Rule
from services.container import Container
from services.ticks import ALERT_ROUNDS
from storage.unit_of_work import Storage
from tests.alerting import SOS, acknowledged, alert_of, posted, raised
from tests.cast import NOON, Cast
from tests.scenes import HOUR, answered

QUARTER = dt.timedelta(minutes=15)
MOMENT = dt.timedelta(seconds=1)


@pytest.fixture
async def craving(storage: Storage, cast: Cast) -> Cause:
    return Cause(Rule.CRAVING, 9, await answered(storage, cast.ana, craving=9))


async def tick(container: Container, now: dt.datetime) -> int:
    async with container.transaction() as services:
        rows = await ALERT_ROUNDS.due(services, now)
        for row in rows:
            await ALERT_ROUNDS.do(services, row, now)
        return len(rows)


async def test_an_urgent_alert_is_sent_again_every_quarter_of_an_hour_until_seen(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    async with container.transaction() as services:
        assert NOON + QUARTER == await ALERT_ROUNDS.next_at(services)

    assert 0 == await tick(container, NOON + QUARTER - MOMENT)
    assert 1 == await tick(container, NOON + QUARTER)
    assert 1 == await tick(container, NOON + 2 * QUARTER)
    assert alert_id is not None
    assert [UrgentAlertRaised(alert_id, number) for number in range(3)] == [
        message for message, person_id in await posted(storage) if person_id == cast.fay.person_id
    ]
    assert 2 == (await alert_of(storage, alert_id)).repeats

    await acknowledged(storage, alert_id, cast.fay, NOON + 2 * QUARTER)

    assert 0 == await tick(container, NOON + 3 * QUARTER)
    async with container.transaction() as services:
        assert await ALERT_ROUNDS.next_at(services) is None


async def test_a_high_alert_is_sent_again_after_four_hours(
    container: Container, cast: Cast, craving: Cause
) -> None:
    await raised(container, cast.ana, craving)

    assert 0 == await tick(container, NOON + 4 * HOUR - MOMENT)
    assert 1 == await tick(container, NOON + 4 * HOUR)


async def test_a_round_served_twice_is_one_round(container: Container, storage: Storage, cast: Cast) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    async with container.transaction() as services:
        for _ in range(2):
            await ALERT_ROUNDS.do(services, int(alert_id or 0), NOON + QUARTER)

    assert 1 == (await alert_of(storage, alert_id)).round


async def test_a_round_that_failed_is_tried_again_soon(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    async with container.transaction() as services:
        await ALERT_ROUNDS.postpone(services, int(alert_id or 0), NOON + QUARTER)

    assert NOON + QUARTER + dt.timedelta(minutes=1) == (await alert_of(storage, alert_id)).next_round_at
