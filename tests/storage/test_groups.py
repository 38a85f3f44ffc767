import datetime as dt

from domain.access import SYSTEM, Role
from domain.groups import Delays, MemberState
from domain.ids import GroupId
from storage.unit_of_work import Storage
from tests.cast import EVERY_DAY, NOON, ZONE, Cast, actor

MINUTE = dt.timedelta(minutes=1)


async def test_a_program_is_made_once(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        first = await work.groups.program("Riverside", NOON)

    async with storage.unit_of_work() as work:
        assert first == await work.groups.program("Riverside", NOON)


async def test_a_group_name_is_unique_in_its_program_only(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        one, two = await work.groups.program("One", NOON), await work.groups.program("Two", NOON)
        assert await work.groups.create(one, "Tuesday", ZONE, 1140, NOON) is not None
        assert await work.groups.create(one, "Tuesday", ZONE, 1140, NOON) is None
        assert await work.groups.create(two, "Tuesday", ZONE, 1140, NOON) is not None

        assert ["One", "Two"] == [program for program, _ in await work.groups.every()]


async def test_a_facilitator_sees_the_participants_by_display_name(storage: Storage, cast: Cast) -> None:
    fay = await actor(storage, cast.fay)
    async with storage.unit_of_work() as work:
        members = await work.groups.participants(fay.scope, cast.ana.group_id)

        assert {"Ana", "Ben"} == {member.display_name for member in members}


async def test_nobody_else_sees_the_participants(storage: Storage, cast: Cast) -> None:
    for other in (cast.cem, cast.dee, cast.gus):
        scope = (await actor(storage, other)).scope
        async with storage.unit_of_work() as work:
            assert [] == await work.groups.participants(scope, cast.ana.group_id)
            assert [] == await work.groups.of(scope, cast.ana.group_id)
            assert [] == await work.groups.seats(scope, cast.ana.person_id)
            assert await work.groups.member(scope, cast.ana.membership_id) is None
            assert await work.groups.seat(scope, cast.ana.group_id, cast.ana.person_id) is None


async def test_a_participant_reaches_only_the_own_seat(storage: Storage, cast: Cast) -> None:
    scope = (await actor(storage, cast.ana)).scope
    async with storage.unit_of_work() as work:
        assert ["Ana"] == [m.display_name for m in await work.groups.participants(scope, cast.ana.group_id)]
        assert await work.groups.member(scope, cast.ben.membership_id) is None


async def test_facilitators_are_known_by_name(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        assert ["Fay"] == [m.display_name for m in await work.groups.facilitators(cast.ana.group_id)]
        assert [] == await work.groups.facilitators(GroupId(1))


async def test_a_left_seat_is_listed_no_longer_and_taken_up_again_by_joining(
    storage: Storage, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with storage.unit_of_work() as work:
        assert await work.groups.leave(cast.ana.membership_id, NOON)
        assert not await work.groups.leave(cast.ana.membership_id, NOON)
        left = await work.groups.member(fay.scope, cast.ana.membership_id)
        assert left is not None
        assert MemberState.LEFT is left.state
        assert ["Ben"] == [
            m.display_name for m in await work.groups.participants(fay.scope, cast.ana.group_id)
        ]

        again = await work.groups.join(cast.ana.group_id, cast.ana.person_id, Role.PARTICIPANT, "Anna", NOON)

        assert cast.ana.membership_id == again
        member = await work.groups.member(SYSTEM, again)
        assert member is not None
        assert "Anna" == member.display_name


async def test_a_group_keeps_its_delays_and_what_newcomers_are_asked(storage: Storage, cast: Cast) -> None:
    delays = Delays(30 * MINUTE, 90 * MINUTE, 480 * MINUTE)
    async with storage.unit_of_work() as work:
        await work.groups.set_delays(cast.ana.group_id, delays)
        await work.groups.set_default_times(cast.ana.group_id, 9 * 60, 0b11111)

    async with storage.unit_of_work() as work:
        changed = await work.groups.group(cast.ana.group_id)
        other = await work.groups.group(cast.cem.group_id)
    assert (delays, 9 * 60, 0b11111) == (changed.delays, changed.checkin_minute, changed.checkin_weekdays)
    assert (Delays(), 18 * 60, EVERY_DAY) == (other.delays, other.checkin_minute, other.checkin_weekdays)
