from typing import Any

import pytest
from sqlalchemy import select

from domain.access import Role
from domain.errors import NotAllowed
from domain.ids import AlertId
from domain.messages import AlertSeen
from domain.setbacks import Outcome
from handlers import alerts
from handlers.callbacks.alerts import (
    Acknowledge,
    HideDetails,
    ReachedOut,
    Resolve,
    Resolved,
    ShowDetails,
)
from handlers.callbacks.crisis import HelpNow
from services.container import Container
from storage.tables.alerts import AlertStepRow
from storage.unit_of_work import Storage
from tests.alerting import pressed, presses, seen_messages, text
from tests.cast import NOON, Cast
from tests.scenes import HOUR, MINUTE, alert_about, notice_to


@pytest.mark.parametrize(
    "press", [Acknowledge, HideDetails, ReachedOut, Resolve, ShowDetails], ids=lambda press: press.prefix
)
async def test_nobody_else_gets_anything_by_any_button(
    storage: Storage, container: Container, cast: Cast, press: Any
) -> None:
    alert_id = await alert_about(storage, container, cast)
    for outsider in (cast.ana, cast.ben, cast.cem, cast.dee, cast.gus):
        with pytest.raises(NotAllowed):
            await pressed(storage, container, outsider, press(alert_id))
        with pytest.raises(NotAllowed):
            await pressed(storage, container, outsider, Resolved(alert_id, Outcome.TALKED))
    async with storage.unit_of_work() as work:
        assert [] == await work.disclosures.of(cast.ana.person_id)


async def test_an_alert_that_does_not_exist_looks_like_one_that_is_not_yours(
    storage: Storage, container: Container, cast: Cast
) -> None:
    with pytest.raises(NotAllowed) as error:
        await pressed(storage, container, cast.fay, ShowDetails(AlertId(1)))

    assert "system.not_yours" == error.value.key


async def test_an_ex_facilitator_is_refused(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.fay.membership_id, NOON)

    with pytest.raises(NotAllowed):
        await pressed(storage, container, cast.fay, ShowDetails(alert_id))


async def test_acknowledging_tells_the_person_who_has_seen_it_and_when(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    reply = await pressed(storage, container, cast.fay, Acknowledge(alert_id), NOON + 9 * MINUTE)
    notice = await notice_to(storage, cast.ana, NOON + 9 * MINUTE)
    async with container.transaction() as services:
        told = await alerts.alert_seen(notice, AlertSeen(alert_id), services)

    assert "Noted. Ana is told." == reply.notice
    assert "Seen by <b>Fay</b>, 12:09." in text(reply)
    assert Acknowledge(alert_id) not in presses(reply)
    assert [cast.ana.person_id] == await seen_messages(storage)
    assert told is not None
    assert str(told.text).startswith("<b>Fay</b> has seen this (12:09).")
    assert [HelpNow()] == [button.press for row in told.rows for button in row]


async def test_who_has_seen_an_alert_is_told_to_its_person_alone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Acknowledge(alert_id))
    for other in (cast.ben, cast.cem, cast.fay, cast.gus):
        notice = await notice_to(storage, other)
        async with container.transaction() as services:
            assert await alerts.alert_seen(notice, AlertSeen(alert_id), services) is None


async def test_a_double_tap_does_everything_once(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    for _ in range(3):
        await pressed(storage, container, cast.fay, Acknowledge(alert_id))
        await pressed(storage, container, cast.fay, ReachedOut(alert_id))
    for _ in range(3):
        await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.TALKED))
    async with storage.unit_of_work() as work:
        steps = await work.session.scalars(select(AlertStepRow.step).order_by(AlertStepRow.step))

        assert ["acknowledged", "reached_out", "resolved"] == list(steps)
    assert 1 == len(await seen_messages(storage))


async def test_of_two_facilitators_the_second_learns_who_was_first(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.ana.group_id, cast.dee.person_id, Role.FACILITATOR, "Dee", NOON - HOUR)
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.dee, Acknowledge(alert_id), NOON + MINUTE)
    reply = await pressed(storage, container, cast.fay, Acknowledge(alert_id), NOON + 2 * MINUTE)

    assert "Dee has seen this already (12:01)." == reply.notice
    assert "Seen by <b>Dee</b>, 12:01." in text(reply)


async def test_reaching_out_is_seeing_it_too(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    shown = text(await pressed(storage, container, cast.fay, ReachedOut(alert_id)))

    assert "Fay reached out." in shown
    assert "Seen by <b>Fay</b>" in shown
    assert [cast.ana.person_id] == await seen_messages(storage)


async def test_resolving_asks_how_it_ended_and_closes_with_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    asked = await pressed(storage, container, cast.fay, Resolve(alert_id))
    closed = await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.SAFETY_PLAN))

    assert [
        Outcome.TALKED,
        Outcome.SAFETY_PLAN,
        Outcome.LEVEL_OF_CARE,
        Outcome.NO_ANSWER,
        Outcome.OTHER,
    ] == [press.outcome for press in presses(asked) if isinstance(press, Resolved)]
    assert "Closed by <b>Fay</b>, 12:00: Safety plan made." in text(closed)
    assert [] == [press for press in presses(closed) if isinstance(press, Acknowledge | Resolve | Resolved)]


async def test_a_closed_alert_stays_as_it_was_closed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Resolved(alert_id, Outcome.FALSE_ALARM))
    for press in (
        Resolved(alert_id, Outcome.TALKED),
        Acknowledge(alert_id),
        ReachedOut(alert_id),
        Resolve(alert_id),
    ):
        reply = await pressed(storage, container, cast.fay, press, NOON + MINUTE)

        assert "Closed by <b>Fay</b>, 12:00: False alarm." in text(reply)
        assert "Fay has closed this already (12:00)." == reply.notice
    assert [] == await seen_messages(storage)
