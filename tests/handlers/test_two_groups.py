"""A person may sit in several groups, and may leave one: what belongs to which seat stays apart."""

import pytest

from domain.access import SYSTEM, Role
from domain.checkins import State
from domain.ids import MembershipId
from domain.recurrence import EVERY_DAY
from handlers.callbacks.progress import ShowProgress
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast
from tests.evenings import DUE, HOUR, MINUTE
from tests.phone import Phone, kept, tick
from tests.scenes import TODAY, answered
from tests.taps import answer


@pytest.fixture
async def second_seat(storage: Storage, cast: Cast) -> MembershipId:
    """Seat Ana in Friday morning as well, asked at nine in the evening."""
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(
            cast.cem.group_id, cast.ana.person_id, Role.PARTICIPANT, "Anita", NOON + MINUTE
        )
        await work.schedules.create(seat, (21 * 60,), EVERY_DAY, ZONE, NOON)
    return seat


async def test_one_chooses_whose_schedule_and_whose_days(
    storage: Storage, cast: Cast, ana: Phone, second_seat: MembershipId
) -> None:
    await answered(storage, cast.ana, TODAY, mood=6)
    await ana.command("schedule")
    assert ["Tuesday evening", "Friday morning"] == ana.labels
    await ana.tap("Friday morning")
    assert "I ask you at 21:00" in ana.text

    await ana.command("progress")
    await ana.tap("Friday morning")
    assert "no answers" in ana.text
    await ana.command("progress")
    await ana.tap("Tuesday evening")
    assert "Mood: 1 answer, 6." in ana.text


async def test_each_seat_is_asked_and_each_facilitator_sees_their_own(
    storage: Storage, container: Container, cast: Cast, ana: Phone, second_seat: MembershipId
) -> None:
    await tick(container, DUE)
    ana.now = DUE
    await ana.command("checkin")
    await answer(ana)
    await tick(container, DUE + 3 * HOUR)

    async with storage.unit_of_work() as work:
        first = await work.history.past(SYSTEM, cast.ana.membership_id, 5)
        second = await work.history.past(SYSTEM, second_seat, 5)
        dees = (await work.people.actor(cast.dee.person_id)).scope
        assert [] == await work.history.past(dees, cast.ana.membership_id, 5)
        assert second == await work.history.past(dees, second_seat, 5)
    states = [[one.state for one in each] for each in (first, second)]
    assert [[State.COMPLETED], [State.OPEN]] == states


async def test_a_pause_is_for_all_seats(
    storage: Storage, cast: Cast, ana: Phone, second_seat: MembershipId
) -> None:
    await ana.command("pause")
    await ana.tap("1 week")

    async with storage.unit_of_work() as work:
        schedules = await work.schedules.of_person(SYSTEM, cast.ana.person_id)
    assert 1 == len({schedule.paused_until for schedule in schedules})
    assert all(schedule.paused_until for schedule in schedules)


async def test_after_leaving_the_buttons_of_that_group_do_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    seven = ana.button("7")
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ana.membership_id, NOON)
        fays = (await work.people.actor(cast.fay.person_id)).scope
        assert await work.checkins.latest(fays, cast.ana.membership_id) is None

    for button in (seven, Button("", ShowProgress(cast.ana.membership_id, 7))):
        await ana.press(button)
        assert "craving" not in ana.text
    assert {} == (await kept(storage, cast.ana)).answers


async def test_who_left_is_neither_reminded_nor_missed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await tick(container, DUE)
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ana.membership_id, DUE)
    for hours in (1, 2, 6):
        await tick(container, DUE + hours * HOUR)

    assert State.SKIPPED is (await kept(storage, cast.ana)).state
