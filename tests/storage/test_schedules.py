import datetime as dt

from domain.access import SYSTEM
from domain.recurrence import EVERY_DAY
from storage.unit_of_work import Storage
from tests.cast import NOON, ZONE, Cast, actor


async def test_a_new_schedule_knows_its_first_moment(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.create(cast.ana.membership_id, (9 * 60,), EVERY_DAY, ZONE, NOON)

        schedule = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        assert schedule is not None
        assert dt.datetime(2026, 3, 4, 14, tzinfo=dt.UTC) == schedule.next_due_at


async def test_a_stopped_schedule_is_never_due_and_can_begin_again(storage: Storage, cast: Cast) -> None:
    later = NOON + dt.timedelta(days=9)
    async with storage.unit_of_work() as work:
        await work.schedules.stop(cast.ana.membership_id)
        assert cast.ana.membership_id not in await work.schedules.due(later, 10)

        await work.schedules.create(cast.ana.membership_id, (9 * 60,), EVERY_DAY, ZONE, NOON)
        assert cast.ana.membership_id in await work.schedules.due(later, 10)


async def test_due_ones_come_earliest_first_and_not_before_their_time(storage: Storage, cast: Cast) -> None:
    due_at = NOON + dt.timedelta(hours=6)
    async with storage.unit_of_work() as work:
        await work.schedules.set_next_due(cast.ben.membership_id, due_at - dt.timedelta(minutes=1))

        assert due_at - dt.timedelta(minutes=1) == await work.schedules.next_due_at()
        assert [] == await work.schedules.due(due_at - dt.timedelta(minutes=2), 10)
        assert [cast.ben.membership_id, cast.ana.membership_id] == [
            found for found in await work.schedules.due(due_at, 10) if found != cast.cem.membership_id
        ]


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
