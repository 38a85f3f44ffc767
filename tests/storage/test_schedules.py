import datetime as dt

from domain.access import SYSTEM
from domain.ids import TimeId
from domain.recurrence import EVERY_DAY
from domain.schedules import PauseReason
from storage.unit_of_work import Storage, UnitOfWork
from tests.cast import NOON, ZONE, Cast, Member, actor


async def test_a_new_schedule_knows_its_first_moment(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.create(cast.ana.membership_id, (9 * 60,), EVERY_DAY, ZONE, NOON)

        schedule = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        assert schedule is not None
        assert dt.datetime(2026, 3, 4, 14, tzinfo=dt.UTC) == schedule.next_due_at


async def time_of(work: UnitOfWork, member: Member) -> TimeId:
    schedule = await work.schedules.get(SYSTEM, member.membership_id)
    assert schedule is not None
    return schedule.times[0].time_id


async def test_a_stopped_schedule_is_never_due_and_can_begin_again(storage: Storage, cast: Cast) -> None:
    later = NOON + dt.timedelta(days=9)
    async with storage.unit_of_work() as work:
        before = await time_of(work, cast.ana)
        await work.schedules.stop(cast.ana.membership_id)
        assert before not in await work.schedules.due(later, 10)

        await work.schedules.create(cast.ana.membership_id, (9 * 60,), EVERY_DAY, ZONE, NOON)
        assert await time_of(work, cast.ana) in await work.schedules.due(later, 10)


async def test_due_ones_come_earliest_first_and_not_before_their_time(storage: Storage, cast: Cast) -> None:
    due_at = NOON + dt.timedelta(hours=6)
    async with storage.unit_of_work() as work:
        anas, bens, cems = [await time_of(work, member) for member in (cast.ana, cast.ben, cast.cem)]
        await work.schedules.postpone(bens, due_at - dt.timedelta(minutes=1))

        assert due_at - dt.timedelta(minutes=1) == await work.schedules.next_due_at()
        assert [] == await work.schedules.due(due_at - dt.timedelta(minutes=2), 10)
        assert [bens, anas] == [found for found in await work.schedules.due(due_at, 10) if found != cems]


async def test_each_time_is_a_row_of_its_own_with_the_date_that_waits(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.create(cast.ana.membership_id, (9 * 60, 14 * 60), EVERY_DAY, ZONE, NOON)
        schedule = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        assert schedule is not None
        first, second = schedule.times
        await work.schedules.set_due(
            second.time_id, dt.date(2026, 3, 9), NOON + dt.timedelta(days=6, hours=1)
        )

        found = await work.schedules.with_time(SYSTEM, second.time_id)
    assert found is not None
    waiting = [(time.slot, time.local_minute, time.due_on) for time in found.times]
    assert [(0, 9 * 60, dt.date(2026, 3, 4)), (1, 14 * 60, dt.date(2026, 3, 9))] == waiting
    assert first == found.times[0]


async def test_a_pause_is_kept_with_its_reason_and_ends_without_one(storage: Storage, cast: Cast) -> None:
    until = dt.date(2026, 3, 9)
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ana.membership_id, until, PauseReason.ILLNESS)
        paused = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        await work.schedules.set_paused_until(cast.ana.membership_id, None)
        resumed = await work.schedules.get(SYSTEM, cast.ana.membership_id)

    assert paused is not None
    assert resumed is not None
    assert (until, PauseReason.ILLNESS) == (paused.paused_until, paused.pause_reason)
    assert (None, None) == (resumed.paused_until, resumed.pause_reason)


async def test_a_schedule_is_seen_by_its_owner_and_the_facilitator_alone(
    storage: Storage, cast: Cast
) -> None:
    seen = {}
    for member in (cast.ana, cast.ben, cast.fay, cast.cem, cast.dee, cast.gus):
        scope = (await actor(storage, member)).scope
        async with storage.unit_of_work() as work:
            one = await work.schedules.get(scope, cast.ana.membership_id)
            many = await work.schedules.of_person(scope, cast.ana.person_id)
            seen[member.name] = (one is not None, len(many))

    nothing = (False, 0)
    assert {
        "Ana": (True, 1),
        "Ben": nothing,
        "Fay": (True, 1),
        "Cem": nothing,
        "Dee": nothing,
        "Gus": nothing,
    } == seen
