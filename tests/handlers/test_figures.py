import datetime as dt

import pytest

from domain.checkins import State
from domain.messages import WeekSummary
from domain.relays import Content, RelayState
from domain.setbacks import Outcome
from handlers.callbacks.alerts import Acknowledge
from handlers.callbacks.figures import ShowWeek
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.alerting import SOS, pressed, raised
from tests.cast import NOON, Cast
from tests.pairs import in_line, paired
from tests.phone import Phone, tick
from tests.scenes import answered

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
WEEK = dt.date(2026, 3, 2).toordinal()
MONDAY = dt.datetime(2026, 3, 9, 12, tzinfo=dt.UTC)
"""Eight o'clock in New York, a day after its clocks went forward."""


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def talked(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        for hours, member in ((2, cast.ana), (5, cast.ben)):
            at = NOON + hours * HOUR
            await work.relays.add(pair_id, member.person_id, Content("SECRET"), state=RelayState.SENT, now=at)
        await work.exchange_rounds.met(pair_id, NOON + 2 * HOUR)


async def summarised(container: Container, *moments: dt.datetime) -> None:
    for now in moments:
        async with container.transaction() as services:
            due = await services.summaries.due(now, 100)
            for group_id in due:
                await services.summaries.send(group_id, now)


async def test_a_facilitators_group_shows_how_its_pairs_are_doing_with_the_counts(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    await talked(storage, cast)
    fay.now = NOON + 4 * DAY
    await fay.command("group")

    assert "Talked in these 7 days: 1 of 1 pair." in fay.text
    assert "First contact after 2 hours (median of 1)." in fay.text
    assert "Replies after 3 hours (median of 1)." in fay.text
    assert "SECRET" not in fay.text


async def test_without_pairs_there_are_no_figures(fay: Phone) -> None:
    await fay.command("group")

    assert "Pairs" not in fay.text


async def test_the_week_comes_on_monday_at_eight_once_and_says_nothing_unasked(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await talked(storage, cast)
    await answered(storage, cast.ana, mood=4)
    await answered(storage, cast.ben, state=State.MISSED)
    await summarised(container, NOON, MONDAY - HOUR, MONDAY, MONDAY + HOUR)
    (summary,) = await in_line(storage, cast.fay)
    fay.now = MONDAY
    await fay.receive(summary)

    assert WeekSummary(cast.ana.group_id, WEEK) == summary
    assert "Your weekly look back in Tandem is ready." == fay.text
    await fay.tap("Show")
    assert "<b>Tuesday evening</b> · Mon, Mar 2 to Sun, Mar 8" in fay.text
    assert "Check-ins answered: 1 of 2 asked." in fay.text
    assert "No alert is open." in fay.text
    assert "Talked in these 7 days: 1 of 1 pair." in fay.text
    assert [] == [name for name in ("Ana", "Ben") if name in fay.text]


async def test_nobody_gets_a_week_without_participants_and_no_participant_gets_one(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await summarised(container, NOON, MONDAY)

    assert [] == await in_line(storage, cast.gus)
    assert [] == await in_line(storage, cast.ana)


async def test_what_an_outage_delayed_for_days_is_left_out(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await summarised(container, NOON, MONDAY + 2 * DAY + HOUR)

    assert [] == await in_line(storage, cast.fay)


@pytest.mark.parametrize("name", ["ana", "dee", "gus"])
async def test_nobody_but_its_facilitator_opens_a_week(
    name: str, storage: Storage, container: Container, cast: Cast
) -> None:
    await talked(storage, cast)
    phone = Phone(storage, container, getattr(cast, name))
    phone.now = MONDAY
    await phone.press(Button("", ShowWeek(cast.ana.group_id, WEEK)))

    assert "Talked" not in phone.text
    assert None is await phone.receive(WeekSummary(cast.ana.group_id, WEEK))


@pytest.mark.parametrize("week", [0, 1, -1, 2**63 - 1, WEEK + 1, WEEK + 7, WEEK - 70])
async def test_a_week_that_is_none_or_not_over_is_an_old_button(week: int, fay: Phone, cast: Cast) -> None:
    fay.now = MONDAY
    await fay.press(Button("", ShowWeek(cast.ana.group_id, week)))

    assert "Check-ins" not in fay.text


async def test_the_tick_serves_pairs_and_weeks(storage: Storage, container: Container, cast: Cast) -> None:
    await paired(storage, cast.ana, cast.ben)
    await tick(container, NOON)
    async with container.transaction() as services:
        assert NOON + 6 * HOUR == await services.exchange_rounds.next_at()
        assert MONDAY == await services.summaries.next_at()


async def test_the_week_says_how_soon_alerts_were_seen_and_how_many_were_false_alarms(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    assert alert_id is not None
    await pressed(storage, container, cast.fay, Acknowledge(alert_id), NOON + 12 * MINUTE)
    async with storage.unit_of_work() as work:
        await work.alert_steps.resolve(alert_id, cast.fay.person_id, Outcome.FALSE_ALARM, NOON + HOUR)
    fay.now = MONDAY
    await fay.press(Button("", ShowWeek(cast.fay.group_id, WEEK)))

    assert "Told at once: 1; seen: 1, after 12 minutes (median)." in fay.text
    assert "Closed so far: 1; false alarms: 1." in fay.text
    assert "Ana" not in fay.text


async def test_another_groups_alerts_are_not_counted(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await raised(container, cast.ana, SOS)
    dee = Phone(storage, container, cast.dee)
    dee.now = MONDAY
    await dee.press(Button("", ShowWeek(cast.dee.group_id, WEEK)))
    assert "Alerts of the week" not in dee.text
