"""Asked up to three times a day: each date and time once, one open at a time."""

import dataclasses
import datetime as dt

import pytest

from domain.access import SYSTEM, Role
from domain.checkins import State
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import EVERY_DAY, NOON, ZONE, Cast, actor
from tests.evenings import (
    DAY,
    DUE,
    HOUR,
    MINUTE,
    arrived,
    asked_at,
    latest,
    scheduled,
    taken,
)
from tests.phone import messages, tick

NINE, TWO, EIGHT = (NOON + hours * HOUR for hours in (21, 26, 32))
"""The three moments of Wednesday."""
THREE = (9 * 60, 14 * 60, 20 * 60)


@pytest.fixture
async def thrice(storage: Storage, cast: Cast) -> Cast:
    """Let Ana be asked at nine, two and eight from Wednesday on."""
    await asked_at(storage, cast.ana, *THREE, now=NOON + 9 * HOUR)
    return cast


async def served(storage: Storage, container: Container, *moments: dt.datetime) -> None:
    for moment in moments:
        await tick(container, moment)
        await arrived(storage)


async def test_each_time_makes_a_check_in_of_its_own(
    storage: Storage, container: Container, thrice: Cast
) -> None:
    for moment in (NINE, NINE, TWO, EIGHT):
        await served(storage, container, moment)
        await taken(storage, container, thrice.ana, moment + MINUTE)

    found = await scheduled(storage, thrice.ana)
    assert [(0, NINE), (1, TWO), (2, EIGHT)] == [(one.slot, one.due_at) for one in found]
    assert {NINE.date()} == {one.local_date for one in found}
    assert {State.COMPLETED} == {one.state for one in found}


async def test_the_window_ends_when_the_next_one_is_due(
    storage: Storage, container: Container, thrice: Cast
) -> None:
    await served(storage, container, NINE)
    assert TWO == (await latest(storage, thrice.ana)).closes_at

    await served(storage, container, TWO - 10 * MINUTE, TWO)
    assert [State.MISSED, State.OPEN] == [one.state for one in await scheduled(storage, thrice.ana)]


async def test_whoever_is_at_it_when_the_next_one_is_due_is_asked_when_they_are_done(
    storage: Storage, container: Container, thrice: Cast
) -> None:
    await served(storage, container, NINE, TWO - 10 * MINUTE)
    ana = await actor(storage, thrice.ana)
    async with container.transaction() as services:
        checkin_id = await services.prompts.start(ana, TWO - MINUTE)
        step = await services.checkins.read(ana, checkin_id, TWO - MINUTE)
        assert step.question is not None
        await services.checkins.answer(ana, checkin_id, step.question.id, 6, TWO - MINUTE)
    await served(storage, container, TWO)
    assert [State.IN_PROGRESS] == [one.state for one in await scheduled(storage, thrice.ana)]

    await served(storage, container, TWO + 29 * MINUTE)
    assert [State.PARTIAL, State.OPEN] == [one.state for one in await scheduled(storage, thrice.ana)]


async def test_a_check_in_put_off_never_reaches_past_the_next_one(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked_at(storage, cast.ana, 9 * 60, 11 * 60, now=NOON + 9 * HOUR)
    await served(storage, container, NINE)
    ana, checkin = await actor(storage, cast.ana), await latest(storage, cast.ana)
    async with container.transaction() as services:
        refused = await services.prompts.put_off(ana, checkin.id, 2 * HOUR, NINE + MINUTE)
        later = await services.prompts.put_off(ana, checkin.id, HOUR, NINE + MINUTE)

    assert refused.snoozed_until is None
    assert (NINE + HOUR + MINUTE, NINE + 2 * HOUR) == (later.snoozed_until, later.closes_at)


@pytest.mark.parametrize(("before", "slot"), [(2 * HOUR + 29 * MINUTE, 1), (2 * HOUR + 31 * MINUTE, 10)])
async def test_one_begun_by_oneself_stands_for_the_nearer_one(
    storage: Storage, container: Container, thrice: Cast, before: dt.timedelta, slot: int
) -> None:
    await served(storage, container, NINE)
    await taken(storage, container, thrice.ana, NINE + MINUTE)
    await taken(storage, container, thrice.ana, TWO - before)
    assert slot == (await latest(storage, thrice.ana)).slot

    await served(storage, container, TWO)
    assert 2 == len(await scheduled(storage, thrice.ana))
    assert (1 if slot == 1 else 2) == (await messages(storage, thrice.ana)).count("checkin.due")


async def test_new_times_keep_what_was_asked_today(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """Asked at six already; six stays, and half past nine is new today."""
    await served(storage, container, DUE)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        plan = await services.schedules.set_times(
            ana, cast.ana.membership_id, [21 * 60 + 30, 18 * 60], DUE + HOUR
        )

    assert [3.5, 24, 27.5] == [(prompt.at - DUE) / HOUR for prompt in plan.coming]


async def test_a_time_moved_after_it_was_asked_comes_tomorrow(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await served(storage, container, DUE)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        plan = await services.schedules.set_times(ana, cast.ana.membership_id, [20 * 60], DUE + HOUR)

    assert DUE + DAY + 2 * HOUR == plan.coming[0].at


async def test_a_time_taken_away_is_not_asked_any_more(
    storage: Storage, container: Container, thrice: Cast
) -> None:
    ana = await actor(storage, thrice.ana)
    async with container.transaction() as services:
        plan = await services.schedules.set_times(ana, thrice.ana.membership_id, [9 * 60], NOON + 10 * HOUR)
    await served(storage, container, NINE, TWO, EIGHT)

    assert (9 * 60,) == plan.schedule.minutes
    assert [NINE] == [one.due_at for one in await scheduled(storage, thrice.ana)]


async def test_a_change_of_weekdays_is_for_all_times(
    storage: Storage, container: Container, thrice: Cast
) -> None:
    friday = 0b10000
    ana = await actor(storage, thrice.ana)
    async with container.transaction() as services:
        plan = await services.schedules.set_weekdays(ana, thrice.ana.membership_id, friday, NOON + 10 * HOUR)

    assert [dt.date(2026, 3, 6)] * 3 == [prompt.local_date for prompt in plan.coming]


async def test_somebody_in_two_groups_with_the_same_hour_is_asked_one_after_the_other(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(cast.cem.group_id, cast.ana.person_id, Role.PARTICIPANT, "Anita", NOON)
        await work.schedules.create(seat, (18 * 60,), EVERY_DAY, ZONE, NOON)
    second = dataclasses.replace(cast.ana, membership_id=seat)
    await served(storage, container, DUE, DUE + 30 * MINUTE)
    assert 1 == len(await scheduled(storage, cast.ana)) + len(await scheduled(storage, second))

    await served(storage, container, DUE + HOUR)
    found = [*await scheduled(storage, cast.ana), *await scheduled(storage, second)]
    assert [State.EXCUSED, State.OPEN] == sorted(one.state for one in found)
    async with storage.unit_of_work() as work:
        assert 1 == len(await work.checkins.open_of(SYSTEM, cast.ana.person_id))
