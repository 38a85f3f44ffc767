import datetime as dt

import pytest

from domain.access import Role
from domain.errors import NotAllowed
from domain.ids import AlertId
from domain.messages import AlertRaised, AlertSeen
from domain.setbacks import AlertState, Cause, Outcome, Rule, Step
from domain.snoozing import Snooze
from handlers.callbacks.alerts import (
    Acknowledge,
    HandedOver,
    HandOver,
    PutOff,
    ShowCourse,
    ShowDetails,
    Snoozed,
)
from services.container import Container
from storage.unit_of_work import Storage
from tests.alerting import SOS, alert_of, card, posted, pressed, presses, raised, text
from tests.cast import NOON, Cast, Member
from tests.scenes import HOUR, MINUTE, alert_about


@pytest.fixture
async def hal(storage: Storage, cast: Cast) -> Member:
    """Facilitate Ana's group beside Fay."""
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(cast.fay.group_id, cast.gus.person_id, Role.FACILITATOR, "Hal", NOON)
    return Member(cast.gus.person_id, seat, cast.fay.group_id, cast.gus.address, "Hal")


async def told(storage: Storage, alert_id: AlertId) -> list[tuple[int, int]]:
    """Return the rounds of the alert that were posted, each with to whom."""
    found = [(message, to) for message, to in await posted(storage) if isinstance(message, AlertRaised)]
    return [(message.round, to) for message, to in found if message.alert_id == alert_id]


async def tick(container: Container, alert_id: AlertId, at: dt.datetime) -> None:
    async with container.transaction() as services:
        await services.alarm.repeat(alert_id, at)


async def test_an_alert_that_was_put_off_comes_back_then_to_whoever_put_it_off(
    storage: Storage, container: Container, cast: Cast, hal: Member
) -> None:
    alert_id = await alert_about(storage, container, cast)
    reply = await pressed(storage, container, cast.fay, Snoozed(alert_id, Snooze.HOUR), NOON + MINUTE)
    await tick(container, alert_id, NOON + HOUR)
    before = await told(storage, alert_id)
    await tick(container, alert_id, NOON + HOUR + MINUTE)

    assert "Reminder:" in (reply.notice or "")
    assert 2 == len(before)
    assert (1, cast.fay.person_id) == (await told(storage, alert_id))[-1]
    screen = await card(storage, container, cast.fay, AlertRaised(alert_id, 1), NOON + HOUR + MINUTE)
    assert screen is not None
    assert "You asked to be reminded" in screen.text


async def test_a_reminder_that_stays_unseen_goes_to_the_others_too(
    storage: Storage, container: Container, cast: Cast, hal: Member
) -> None:
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    await pressed(storage, container, cast.fay, Snoozed(alert_id, Snooze.MINUTES), NOON)
    await tick(container, alert_id, NOON + 15 * MINUTE)
    await tick(container, alert_id, NOON + 30 * MINUTE)

    rounds = await told(storage, alert_id)
    assert {cast.fay.person_id} == {to for number, to in rounds if number == 1}
    assert {cast.fay.person_id, hal.person_id} == {to for number, to in rounds if number == 2}


async def test_putting_off_counts_as_seen_and_the_person_is_told_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    for _ in range(2):
        await pressed(storage, container, cast.fay, Snoozed(alert_id, Snooze.HOURS))

    alert = await alert_of(storage, alert_id)
    assert AlertState.ACKNOWLEDGED is alert.state
    assert [Step.ACKNOWLEDGED, Step.SNOOZED] == [taken.step for taken in alert.steps]
    assert [cast.ana.person_id] == [to for message, to in await posted(storage) if type(message) is AlertSeen]


async def test_an_urgent_alert_is_not_put_off_till_tomorrow(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    asked = await pressed(storage, container, cast.fay, PutOff(alert_id))

    assert [Snooze.MINUTES, Snooze.HOUR] == [one.choice for one in presses(asked) if isinstance(one, Snoozed)]
    with pytest.raises(NotAllowed):
        await pressed(storage, container, cast.fay, Snoozed(alert_id, Snooze.TOMORROW))
    assert AlertState.OPEN is (await alert_of(storage, alert_id)).state


async def test_something_new_ends_the_putting_off(storage: Storage, container: Container, cast: Cast) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Snoozed(alert_id, Snooze.TOMORROW))
    await raised(container, cast.ana, SOS, at=NOON + HOUR)

    alert = await alert_of(storage, alert_id)
    assert alert.snoozed_until is None
    screen = await card(storage, container, cast.fay, AlertRaised(alert_id, 1), NOON + HOUR)
    assert screen is not None
    assert "there is more" in screen.text


async def test_an_alert_handed_over_is_told_to_that_facilitator_alone_and_stays_open(
    storage: Storage, container: Container, cast: Cast, hal: Member
) -> None:
    alert_id = await alert_about(storage, container, cast)
    await pressed(storage, container, cast.fay, Acknowledge(alert_id))
    asked = await pressed(storage, container, cast.fay, HandOver(alert_id), NOON + MINUTE)
    press = HandedOver(alert_id, hal.membership_id)
    reply = await pressed(storage, container, cast.fay, press, NOON + MINUTE)

    assert press in presses(asked)
    assert "Hal is told" in (reply.notice or "")
    assert [(1, hal.person_id)] == [one for one in await told(storage, alert_id) if one[0] == 1]
    assert AlertState.OPEN is (await alert_of(storage, alert_id)).state
    screen = await card(storage, container, hal, AlertRaised(alert_id, 1), NOON + MINUTE)
    assert screen is not None
    assert "asks you to take this on" in screen.text


async def test_what_was_handed_over_and_not_seen_climbs_as_ever(
    storage: Storage, container: Container, cast: Cast, hal: Member
) -> None:
    alert_id = await alert_about(storage, container, cast, NOON, SOS)
    await pressed(storage, container, cast.fay, HandedOver(alert_id, hal.membership_id))
    await tick(container, alert_id, NOON + 15 * MINUTE)

    again = {to for number, to in await told(storage, alert_id) if number == 2}
    assert {cast.fay.person_id, hal.person_id} == again


async def test_an_alert_is_handed_to_nobody_outside_the_group(
    storage: Storage, container: Container, cast: Cast, hal: Member
) -> None:
    alert_id = await alert_about(storage, container, cast)
    for stranger in (cast.ana, cast.ben, cast.cem, cast.gus):
        with pytest.raises(NotAllowed):
            await pressed(storage, container, cast.fay, HandedOver(alert_id, stranger.membership_id))


async def test_whoever_is_alone_is_not_offered_to_hand_over(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    shown = await pressed(storage, container, cast.fay, ShowDetails(alert_id))

    assert not [one for one in presses(shown) if isinstance(one, HandOver)]
    with pytest.raises(NotAllowed):
        await pressed(storage, container, cast.fay, HandOver(alert_id))


async def test_the_last_days_come_as_a_protected_picture_and_the_look_is_recorded(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    reply = await pressed(storage, container, cast.fay, ShowCourse(alert_id))

    (screen,) = reply.screens
    assert screen.picture is not None
    assert screen.is_protected
    async with storage.unit_of_work() as work:
        assert await work.disclosures.of(cast.ana.person_id)


async def test_a_rule_says_how_often_it_was_wrong_once_that_says_something(
    storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await alert_about(storage, container, cast)
    said = []
    for number in range(5):
        at = NOON - dt.timedelta(days=10 - number)
        earlier = await raised(container, cast.ben, Cause(Rule.CRAVING, 9, None), at=at)
        assert earlier is not None
        outcome = Outcome.FALSE_ALARM if number == 0 else Outcome.TALKED
        async with storage.unit_of_work() as work:
            await work.alert_steps.resolve(earlier, cast.fay.person_id, outcome, at)
        said.append(text(await pressed(storage, container, cast.fay, ShowDetails(alert_id))))

    assert all("false alarms" not in one for one in said[:4])
    assert "Such alerts closed here in 180 days: 5; false alarms: 1." in said[4]
