"""What unanswered check-ins bring: something to watch, an alert, more after a return to use, and nothing twice."""

import zoneinfo

import pytest
from sqlalchemy import select

from domain.alerts import Alert
from domain.messages import WatchMorning
from domain.setbacks import Level, Outcome, Rule
from handlers.callbacks.alerts import Acknowledge
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.alerting import pressed
from tests.cast import NOON, Cast, actor
from tests.days import TODAY, answered_on, misses
from tests.evenings import DAY
from tests.phone import Phone, messages


async def alert_of(storage: Storage, cast: Cast) -> Alert | None:
    async with storage.unit_of_work() as work:
        return await work.alerts.unresolved_of(cast.ana.membership_id)


def rules(alert: Alert | None) -> list[Rule]:
    return [] if alert is None else [one.cause.rule for one in alert.found]


async def test_two_missed_in_a_row_are_something_to_watch(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await misses(storage, container, cast.ana, cast.ben, cast.cem, days=2)
    alert = await alert_of(storage, cast)

    assert [Rule.MISSED_SOON] == rules(alert)
    assert alert is not None
    assert (Level.WATCH, None) == (alert.level, alert.next_round_at)
    assert not alert.is_known_to_the_person


async def test_the_third_raises_it_to_an_alert(storage: Storage, container: Container, cast: Cast) -> None:
    await misses(storage, container, cast.ana, cast.ben, cast.cem, days=3)
    alert = await alert_of(storage, cast)

    assert [Rule.MISSED_SOON, Rule.MISSED] == rules(alert)
    assert alert is not None
    assert Level.HIGH is alert.level


async def test_two_missed_after_a_return_to_use_are_an_alert(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await answered_on(storage, cast.ana, TODAY - 5 * DAY, use=1)
    await misses(storage, container, cast.ana, cast.ben, cast.cem, days=2)
    alert = await alert_of(storage, cast)

    assert [Rule.COMBINED, Rule.MISSED_SOON] == sorted(rules(alert))
    assert alert is not None
    assert Level.HIGH is alert.level


async def test_a_silence_that_was_resolved_is_not_told_again_each_day(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await misses(storage, container, cast.ana, cast.ben, cast.cem, days=3)
    alert = await alert_of(storage, cast)
    assert alert is not None
    async with storage.unit_of_work() as work:
        await work.alert_steps.resolve(alert.alert_id, cast.fay.person_id, Outcome.NO_ANSWER, NOON + 3 * DAY)
    await misses(storage, container, cast.ana, days=5)
    assert await alert_of(storage, cast) is None

    await misses(storage, container, cast.ana, days=6)
    assert [Rule.MISSED] == rules(await alert_of(storage, cast))


@pytest.mark.parametrize("soon", [None, 1])
async def test_a_group_chooses_when_it_hears_of_a_silence(
    storage: Storage, container: Container, cast: Cast, soon: int | None
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.thresholds.set(fay, cast.fay.group_id, Rule.MISSED_SOON, soon, NOON)
    await misses(storage, container, cast.ana, cast.ben, cast.cem, days=1 if soon else 2)

    assert ([Rule.MISSED_SOON] if soon else []) == rules(await alert_of(storage, cast))


async def test_those_to_watch_are_mentioned_together_the_next_morning(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await misses(storage, container, cast.ana, cast.cem, days=2)
    fay = Phone(storage, container, cast.fay)
    assert ["alert.watch"] == await messages(storage, cast.fay)
    async with storage.unit_of_work() as work:
        (row,) = await work.session.scalars(
            select(OutboxRow).where(OutboxRow.person_id == cast.fay.person_id)
        )
    assert "08:00" == f"{row.not_before.astimezone(zoneinfo.ZoneInfo('America/New_York')):%H:%M}"

    fay.now = row.not_before
    screen = await fay.receive(WatchMorning(cast.fay.group_id))
    assert screen is not None
    assert "2 people to keep an eye on. Nothing urgent." in screen.text
    assert "Ana" not in screen.text


async def test_whom_a_facilitator_has_seen_is_not_mentioned_in_the_morning(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await misses(storage, container, cast.ana, cast.ben, cast.cem, days=2)
    alert = await alert_of(storage, cast)
    assert alert is not None
    await pressed(storage, container, cast.fay, Acknowledge(alert.alert_id), NOON + 2 * DAY)

    assert await Phone(storage, container, cast.fay).receive(WatchMorning(cast.fay.group_id)) is None
