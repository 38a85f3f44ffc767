"""Drills: through the whole chain, marked as such, about nobody, in no figure."""

import datetime as dt

import pytest
from sqlalchemy import select

from domain.access import SYSTEM
from domain.drills import Drill
from domain.errors import NotAllowed
from domain.ids import AlertId
from domain.messages import DrillOver, DrillRaised
from domain.setbacks import Rule
from handlers.callbacks.drills import DrillSeen
from handlers.request import Button
from services.container import Container
from services.drills import STALE
from services.on_call import next_drill_at
from services.ticks import ALERT_ROUNDS, DRILLS
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.alerting import alert_of, listed, posted, text
from tests.cast import NOON, ZONE, Cast, actor
from tests.escalating import tick, told
from tests.phone import Phone

QUARTER = dt.timedelta(minutes=15)
MOMENT = dt.timedelta(seconds=30)


async def begun(container: Container, cast: Cast) -> AlertId:
    async with container.transaction() as services:
        alert_id = await services.drills.begin(cast.fay.group_id, NOON)
    assert alert_id is not None
    return alert_id


async def sent(storage: Storage, after: dt.timedelta) -> None:
    async with storage.unit_of_work() as work:
        for row in await work.session.scalars(select(OutboxRow)):
            row.state, row.settled_at = "sent", NOON + after


async def test_a_drill_says_first_that_it_is_one_and_goes_only_to_facilitators(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await begun(container, cast)
    fays = Phone(storage, container, cast.fay)
    await fays.receive(DrillRaised(alert_id, 0))

    assert [(DrillRaised(alert_id, 0), cast.fay.person_id)] == await posted(storage)
    assert fays.text.startswith("<b>This is a drill.</b> Nobody is in need.")
    assert ["I've seen the drill"] == fays.labels


async def test_it_climbs_as_an_urgent_alert_does_and_ends_after_the_last_rung(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ended: list[Drill] = []
    container.on_drill(ended.append)
    alert_id = await begun(container, cast)
    for number in range(1, 3):
        await tick(container, NOON + number * QUARTER)
    assert {cast.fay.person_id, cast.dee.person_id} == await told(storage, 2)
    for number in range(3, 6):
        await tick(container, NOON + number * QUARTER)

    assert [None] == [drill.seen_at for drill in ended]
    fays = Phone(storage, container, cast.fay)
    await fays.receive(DrillOver(alert_id))
    assert "Drill of Tuesday evening</b>: nobody tapped the button" in fays.text
    async with container.transaction() as services:
        assert await ALERT_ROUNDS.next_at(services) is None


async def test_a_tap_ends_it_and_its_times_are_told_to_the_group_and_the_log(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ended: list[Drill] = []
    container.on_drill(ended.append)
    alert_id = await begun(container, cast)
    await sent(storage, dt.timedelta(seconds=2))
    fays = Phone(storage, container, cast.fay)
    fays.now = NOON + MOMENT
    await fays.press(Button("", DrillSeen(alert_id)))
    assert "seen after 30 s" in fays.text
    await fays.receive(DrillOver(alert_id))

    assert "sent after 2 s, seen after 30 s by Fay" in fays.text
    assert "those on call" in fays.text
    assert [(dt.timedelta(seconds=2), MOMENT)] == [(one.sent_after, one.seen_after) for one in ended]


async def test_a_second_tap_changes_nothing(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await begun(container, cast)
    fays = Phone(storage, container, cast.fay)
    await fays.press(Button("", DrillSeen(alert_id)))
    fays.now = NOON + QUARTER
    await fays.press(Button("", DrillSeen(alert_id)))

    assert "The drill is over. Thank you." in fays.text
    async with container.transaction() as services:
        drill = await services.drills.get(alert_id)
    assert drill is not None
    assert NOON == drill.seen_at


async def test_a_drill_is_no_alert_in_any_list_detail_or_figure(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await begun(container, cast)
    assert "No alert is open" in text(await listed(storage, container, cast.fay))
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        with pytest.raises(NotAllowed):
            await services.alerts.details(fay, alert_id, NOON)
        assert 0 == (await services.alert_audit.figures()).open
    async with storage.unit_of_work() as work:
        assert {} == await work.alerts.judged(SYSTEM, list(Rule), NOON - QUARTER)


async def test_others_can_neither_see_nor_end_it(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await begun(container, cast)
    gus, ana = await actor(storage, cast.gus), await actor(storage, cast.ana)
    async with container.transaction() as services:
        for stranger in (gus, ana):
            assert await services.drills.card(stranger, alert_id) is None
            with pytest.raises(NotAllowed):
                await services.drills.see(stranger, alert_id, NOON)
    assert (await alert_of(storage, alert_id)).resolved_at is None


async def test_no_alert_can_be_ended_as_a_drill(storage: Storage, container: Container, cast: Cast) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        with pytest.raises(NotAllowed):
            await services.drills.see(fay, AlertId(1), NOON)


async def test_one_drill_of_a_group_runs_at_a_time(container: Container, cast: Cast) -> None:
    await begun(container, cast)
    async with container.transaction() as services:
        assert await services.drills.begin(cast.fay.group_id, NOON) is None
        assert await services.drills.begin(cast.dee.group_id, NOON) is not None


async def test_the_weekly_drill_comes_on_its_tuesday_at_ten(
    storage: Storage, container: Container, cast: Cast
) -> None:
    due_at = next_drill_at(ZONE, NOON)
    async with storage.unit_of_work() as work:
        await work.on_call.set_drill(cast.fay.group_id, due_at)
    for moment, posts in ((due_at - MOMENT, 0), (due_at, 1), (due_at + MOMENT, 1)):
        async with container.transaction() as services:
            for row in await DRILLS.due(services, moment):
                await DRILLS.do(services, row, moment)
        assert posts == len(await posted(storage))

    async with container.transaction() as services:
        assert next_drill_at(ZONE, due_at) == await DRILLS.next_at(services)


async def test_a_weekly_drill_that_an_outage_delayed_is_left_out(
    storage: Storage, container: Container, cast: Cast
) -> None:
    late = NOON + STALE + MOMENT
    async with storage.unit_of_work() as work:
        await work.on_call.set_drill(cast.fay.group_id, NOON)
    async with container.transaction() as services:
        await DRILLS.do(services, cast.fay.group_id, late)

    assert [] == await posted(storage)
