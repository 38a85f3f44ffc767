import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.checkins import OWN_SLOT, CheckIn, State
from domain.ids import TimeId
from domain.messages import CheckInDue
from domain.recurrence import EVERY_DAY
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, Member, actor
from tests.evenings import DAY, DUE, HOUR, MINUTE, taken
from tests.phone import Phone, messages, tick


async def checkins(storage: Storage, member: Member) -> list[CheckIn]:
    first = dt.date(2026, 1, 1)
    async with storage.unit_of_work() as work:
        return await work.checkins.between(SYSTEM, member.membership_id, first, first + 400 * DAY)


async def states(storage: Storage, member: Member) -> list[State]:
    return [checkin.state for checkin in await checkins(storage, member)]


async def next_due_at(storage: Storage, member: Member) -> dt.datetime | None:
    async with storage.unit_of_work() as work:
        schedule = await work.schedules.get(SYSTEM, member.membership_id)
    assert schedule is not None
    return schedule.next_due_at


async def time_of(storage: Storage, member: Member) -> TimeId:
    async with storage.unit_of_work() as work:
        schedule = await work.schedules.get(SYSTEM, member.membership_id)
    assert schedule is not None
    return schedule.times[0].time_id


async def test_nobody_is_asked_before_the_time(storage: Storage, container: Container, cast: Cast) -> None:
    await tick(container, DUE - MINUTE)

    assert [] == await checkins(storage, cast.ana)


async def test_at_the_time_everybody_is_asked_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for _ in range(3):
        await tick(container, DUE)

    assert [State.OPEN] == await states(storage, cast.ana)
    assert ["checkin.due"] == await messages(storage, cast.ana)
    assert ["checkin.due"] == await messages(storage, cast.ben)
    assert DUE + DAY == await next_due_at(storage, cast.ana)


async def test_the_prompt_is_safe_on_a_lock_screen(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await tick(container, DUE)
    ana = Phone(storage, container, cast.ana)
    await ana.receive(CheckInDue((await checkins(storage, cast.ana))[0].id))

    assert "Time for your check-in." == ana.text
    assert ["Start", "Later", "Not now"] == ana.labels


async def test_a_paused_participant_is_never_asked(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.schedules.pause(ana, 3, None, NOON)
    for day in range(4):
        await tick(container, DUE + day * DAY)

    assert [State.PAUSED, State.PAUSED, State.PAUSED, State.OPEN] == await states(storage, cast.ana)
    assert ["checkin.due"] == await messages(storage, cast.ana)


async def test_who_cannot_be_reached_is_not_asked_and_not_blamed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.ana.person_id, NOON)
    await tick(container, DUE)

    assert [State.UNREACHABLE] == await states(storage, cast.ana)
    assert [] == await messages(storage, cast.ana)


async def test_who_has_left_is_asked_no_more(storage: Storage, container: Container, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ana.membership_id, NOON)
    await tick(container, DUE)

    assert [] == await checkins(storage, cast.ana)
    assert await next_due_at(storage, cast.ana) is None


@pytest.mark.parametrize(("late", "state"), [(6 * HOUR - MINUTE, State.OPEN), (6 * HOUR, State.EXCUSED)])
async def test_after_our_own_outage_the_window_decides(
    storage: Storage, container: Container, cast: Cast, late: dt.timedelta, state: State
) -> None:
    """Sent when the service is back and still inside the window; else excused, never missed."""
    await tick(container, DUE + late)

    assert [state] == await states(storage, cast.ana)
    assert ["checkin.due"] * (state is State.OPEN) == await messages(storage, cast.ana)


async def test_who_is_asked_late_has_the_whole_window(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await tick(container, DUE + 5 * HOUR)

    assert DUE + 11 * HOUR == (await checkins(storage, cast.ana))[0].closes_at


async def test_after_three_days_there_is_one_catch_up(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await tick(container, DUE + 3 * DAY + HOUR)

    assert [State.EXCUSED] * 3 + [State.OPEN] == await states(storage, cast.ana)
    assert ["checkin.due"] == await messages(storage, cast.ana)
    assert DUE + 4 * DAY == await next_due_at(storage, cast.ana)


async def test_a_late_prompt_is_left_out_while_another_check_in_is_open(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """At most one catch-up per person."""
    ana = Phone(storage, container, cast.ana)
    ana.now = DUE - 6 * HOUR - MINUTE
    await ana.command("checkin")
    anas = await time_of(storage, cast.ana)
    async with container.transaction() as services:
        await services.asking.ask(anas, DUE + 16 * MINUTE)

    assert [(0, State.EXCUSED), (OWN_SLOT, State.IN_PROGRESS)] == [
        (checkin.slot, checkin.state) for checkin in await checkins(storage, cast.ana)
    ]


async def test_a_check_in_done_early_is_not_asked_for_again(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await taken(storage, container, cast.ana, DUE - HOUR)

    assert DUE + DAY == await next_due_at(storage, cast.ana)
    await tick(container, DUE)
    assert [State.COMPLETED] == await states(storage, cast.ana)
    assert [] == await messages(storage, cast.ana)


@pytest.mark.parametrize(("before", "slot"), [(6 * HOUR, 0), (6 * HOUR + MINUTE, OWN_SLOT)])
async def test_only_a_check_in_shortly_before_stands_for_the_scheduled_one(
    storage: Storage, container: Container, cast: Cast, before: dt.timedelta, slot: int
) -> None:
    await taken(storage, container, cast.ana, DUE - before)
    assert [slot] == [checkin.slot for checkin in await checkins(storage, cast.ana)]

    await tick(container, DUE)
    assert ["checkin.due"] * (slot == OWN_SLOT) == await messages(storage, cast.ana)


async def test_one_begun_early_and_left_empty_is_asked_for(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    ana.now = DUE - HOUR
    await ana.command("checkin")
    await tick(container, DUE)

    assert 1 == len(await checkins(storage, cast.ana))
    assert ["checkin.due"] == await messages(storage, cast.ana)


async def test_the_gap_of_spring_is_asked_at_its_end(
    storage: Storage, container: Container, cast: Cast
) -> None:
    """On 8 March 2026 New York has no 02:30."""
    async with storage.unit_of_work() as work:
        await work.schedules.create(
            cast.ana.membership_id, (150,), EVERY_DAY, ZONE, dt.datetime(2026, 3, 8, 0, tzinfo=dt.UTC)
        )
    at = dt.datetime(2026, 3, 8, 7, tzinfo=dt.UTC)

    await tick(container, at)
    assert [dt.date(2026, 3, 8)] == [one.local_date for one in await checkins(storage, cast.ana)]


async def test_a_row_that_cannot_be_served_waits_and_keeps_its_date(
    storage: Storage, container: Container, cast: Cast
) -> None:
    anas = await time_of(storage, cast.ana)
    async with container.transaction() as services:
        await services.asking.postpone(anas, DUE)
    await tick(container, DUE)
    assert [] == await checkins(storage, cast.ana)

    await tick(container, DUE + 5 * MINUTE)
    assert [DUE] == [one.due_at for one in await checkins(storage, cast.ana)]
