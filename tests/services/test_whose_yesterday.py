"""Which check-in the day before is: of several, of two groups, of the person's own zone, or one still open."""

import datetime as dt

import pytest

from domain.access import SYSTEM, Role
from domain.checkins import State
from domain.items import Use
from domain.recurrence import local_date_at
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast
from tests.evenings import CLOSE, DAY, HOUR, MINUTE, asked
from tests.hands import Hands
from tests.scenes import TODAY, answered

FULL = (7, 2, 1, Use.NO, 8, 7, 1)
YESTERDAY = TODAY - DAY
MIDNIGHT = dt.datetime(2026, 3, 4, 5, tzinfo=dt.UTC)
"""The end of the third of March in New York."""


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hands:
    return Hands(storage, container, cast.ana)


async def test_one_of_yesterday_whose_window_is_still_open_is_simply_answered(
    storage: Storage, container: Container, ana: Hands, cast: Cast
) -> None:
    await asked(storage, container)
    ana.now = MIDNIGHT - 30 * MINUTE + HOUR
    assert ana.now < CLOSE + HOUR
    async with storage.unit_of_work() as work:
        (checkin,) = await work.checkins.open_of(SYSTEM, cast.ana.person_id)
        await work.ladders.move(checkin.id, checkin.rung, ana.now + HOUR, ana.now + HOUR)
    await ana.yesterday()

    assert (State.IN_PROGRESS, False) == (ana.checkin.state, ana.step.is_late)
    await ana.tap(*FULL)
    await ana.skip()
    assert (State.COMPLETED, None) == (ana.checkin.state, ana.checkin.late_at)


async def test_of_several_the_one_that_is_not_complete_is_opened(
    storage: Storage, ana: Hands, cast: Cast
) -> None:
    await answered(storage, cast.ana, YESTERDAY, mood=6)
    async with storage.unit_of_work() as work:
        missed = await work.checkins.add(
            cast.ana.membership_id,
            YESTERDAY,
            1,
            State.MISSED,
            due_at=NOON - DAY - HOUR,
            asked_at=NOON - DAY - HOUR,
            closes_at=NOON - HOUR,
            next_step_at=None,
        )
    await ana.yesterday()

    assert missed == ana.checkin.id


async def test_yesterday_is_that_of_the_person_s_own_zone(storage: Storage, ana: Hands, cast: Cast) -> None:
    ana.now = MIDNIGHT - MINUTE
    await ana.yesterday()
    assert YESTERDAY == ana.checkin.local_date
    async with storage.unit_of_work() as work:
        await work.people.set_timezone(cast.ana.person_id, "Asia/Tokyo")
    await ana.yesterday()

    assert TODAY == ana.checkin.local_date
    assert (TODAY, TODAY + DAY) == (
        local_date_at(ana.now, ZONE),
        local_date_at(ana.now, "Asia/Tokyo"),
    )


async def test_of_two_groups_each_has_its_own_yesterday(storage: Storage, ana: Hands, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(
            cast.cem.group_id, cast.ana.person_id, Role.PARTICIPANT, "Anita", NOON - 3 * DAY
        )
        for membership_id in (cast.ana.membership_id, seat):
            due_at = NOON - DAY
            await work.checkins.add(
                membership_id,
                YESTERDAY,
                0,
                State.MISSED,
                due_at=due_at,
                asked_at=due_at,
                closes_at=due_at + 6 * HOUR,
                next_step_at=None,
            )
    filled = set()
    for _ in range(2):
        await ana.yesterday()
        await ana.tap(*FULL)
        await ana.skip()
        filled.add(ana.checkin.membership_id)

    assert {cast.ana.membership_id, seat} == filled
