import contextlib
import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.ids import AlertId
from domain.messages import AlertRaised, UrgentAlertRaised
from domain.setbacks import AlertState, Cause, Level, Outcome, Rule
from services.container import Container
from storage.tables.alerts import AlertRow
from storage.unit_of_work import Storage
from tests.alerting import SOS, acknowledged, alert_of, posted, raised
from tests.cast import NOON, Cast
from tests.scenes import HOUR, answered

QUARTER = dt.timedelta(minutes=15)
MOMENT = dt.timedelta(seconds=1)


@pytest.fixture
async def craving(storage: Storage, cast: Cast) -> Cause:
    return Cause(Rule.CRAVING, 9, await answered(storage, cast.ana, craving=9))


async def test_a_setback_is_told_to_every_facilitator_of_the_group_and_to_nobody_else(
    container: Container, storage: Storage, cast: Cast, craving: Cause
) -> None:
    alert_id = await raised(container, cast.ana, craving)

    assert alert_id is not None
    assert [(AlertRaised(alert_id, 0), cast.fay.person_id)] == await posted(storage)


async def test_asking_for_help_goes_out_in_the_urgent_lane(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await raised(container, cast.ana, SOS)

    assert alert_id is not None
    assert [(UrgentAlertRaised(alert_id, 0), cast.fay.person_id)] == await posted(storage)


async def test_no_cause_is_no_alert(container: Container, storage: Storage, cast: Cast) -> None:
    assert await raised(container, cast.ana) is None
    assert [] == await posted(storage)


async def test_there_is_one_open_alert_per_person(
    container: Container, storage: Storage, cast: Cast, craving: Cause
) -> None:
    mood = Cause(Rule.MOOD, 1, craving.checkin_id)
    first = await raised(container, cast.ana, craving)
    second = await raised(container, cast.ana, mood, at=NOON + HOUR)

    assert first == second
    assert [craving, mood] == [found.cause for found in (await alert_of(storage, first)).found]
    assert 1 == len(await posted(storage))


async def test_the_database_itself_refuses_a_second_open_alert(
    container: Container, storage: Storage, cast: Cast
) -> None:
    await raised(container, cast.ana, SOS)

    async with storage.unit_of_work() as work:
        with pytest.raises(IntegrityError):
            await work.alerts.create(cast.ana.membership_id, cast.ana.group_id, Level.HIGH, NOON, None)
        await work.session.rollback()


async def test_a_more_severe_cause_raises_the_alert_and_tells_again(
    container: Container, storage: Storage, cast: Cast, craving: Cause
) -> None:
    alert_id = await raised(container, cast.ana, craving)
    await raised(container, cast.ana, SOS, at=NOON + HOUR)
    alert = await alert_of(storage, alert_id)

    assert (Level.URGENT, 1, 0) == (alert.level, alert.round, alert.repeats)
    assert NOON + HOUR + QUARTER == alert.next_round_at
    assert UrgentAlertRaised(alert.alert_id, 1) == (await posted(storage))[-1][0]


async def test_the_same_cause_twice_is_told_once(
    container: Container, storage: Storage, cast: Cast, craving: Cause
) -> None:
    alert_id = await raised(container, cast.ana, craving)
    await raised(container, cast.ana, craving, at=NOON + MOMENT)

    assert 1 == len((await alert_of(storage, alert_id)).found)
    assert 1 == len(await posted(storage))


async def test_what_a_closed_alert_told_is_not_told_again_by_the_same_check_in(
    container: Container, storage: Storage, cast: Cast, craving: Cause
) -> None:
    alert_id = await raised(container, cast.ana, craving)
    assert alert_id is not None
    async with storage.unit_of_work() as work:
        await work.alert_steps.resolve(alert_id, cast.fay.person_id, Outcome.TALKED, NOON + MOMENT)

    assert await raised(container, cast.ana, craving, at=NOON + HOUR) is None
    assert await raised(container, cast.ana, SOS, at=NOON + HOUR) not in {None, alert_id}


async def test_help_asked_for_again_after_somebody_saw_it_opens_the_alert_again(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    await acknowledged(storage, alert_id, cast.fay, NOON + MOMENT)
    await raised(container, cast.ana, SOS, at=NOON + HOUR)
    alert = await alert_of(storage, alert_id)

    assert (AlertState.OPEN, 1, None) == (alert.state, alert.round, alert.acknowledged_by)
    assert NOON + HOUR + QUARTER == alert.next_round_at


async def test_somebody_who_left_raises_nothing(container: Container, storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ana.membership_id, NOON)

    assert await raised(container, cast.ana, SOS) is None


async def test_a_facilitator_has_no_setbacks(container: Container, cast: Cast) -> None:
    assert await raised(container, cast.fay, SOS) is None


async def test_an_alert_is_undone_with_the_transaction_that_found_it(
    container: Container, storage: Storage, cast: Cast
) -> None:
    with contextlib.suppress(ZeroDivisionError):
        async with container.transaction() as services:
            await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON)
            raise ZeroDivisionError

    async with storage.unit_of_work() as work:
        assert [] == list(await work.session.scalars(select(AlertRow)))
    assert [] == await posted(storage)


async def test_an_alert_that_no_facilitator_can_receive_is_reported_and_kept(
    container: Container, storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        for nobody in (cast.fay, cast.dee):
            await work.people.set_unreachable(nobody.person_id, NOON)
    async with container.transaction() as services:
        alert_id = await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON)
        assert [alert_id] == services.alarm.unheard

    assert NOON + QUARTER == (await alert_of(storage, alert_id)).next_round_at


async def test_a_heard_alert_is_not_reported(container: Container, cast: Cast) -> None:
    async with container.transaction() as services:
        await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON)

        assert [] == services.alarm.unheard


async def test_what_nobody_can_receive_is_reported_once_it_is_durable(
    container: Container, storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        for nobody in (cast.fay, cast.dee):
            await work.people.set_unreachable(nobody.person_id, NOON)
    reported: list[AlertId] = []
    container.on_unheard(reported.append)
    async with container.transaction() as services:
        alert_id = await services.alarm.raise_alert(cast.ana.membership_id, [SOS], NOON)

        assert [] == reported
    async with container.transaction():
        pass

    assert [alert_id] == reported
