from domain.access import Role
from domain.ids import Address
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor


async def test_a_person_is_found_by_address_and_reached_at_it(storage: Storage) -> None:
    async with storage.unit_of_work() as work:
        person_id = await work.people.add(Address(77), "en", "UTC", NOON)

    async with storage.unit_of_work() as work:
        assert person_id == await work.people.find(Address(77))
        assert Address(77) == await work.people.address(person_id)


async def test_a_stranger_is_nobody(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        assert await work.people.find(Address(9)) is None


async def test_an_actor_has_a_seat_in_each_group(storage: Storage, cast: Cast) -> None:
    seats = (await actor(storage, cast.fay)).seats

    assert [(cast.fay.group_id, Role.FACILITATOR)] == [(seat.group_id, seat.role) for seat in seats]
