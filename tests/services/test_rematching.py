import pytest
from sqlalchemy import select

from domain.access import SYSTEM
from domain.ids import PairId
from domain.messages import PairProposed, WithoutPartner
from domain.partners import EndReason, Pair, PairState
from services.container import Container
from storage.tables.partners import PairRow
from storage.unit_of_work import Storage
from tests.absences import seats, serve
from tests.cast import NOON, Cast, Member, actor
from tests.evenings import HOUR
from tests.pairs import in_line, joins, paired

LATER = NOON + HOUR


async def proposed(storage: Storage, member: Member) -> list[Pair]:
    """Return the pairs that a member is asked to join."""
    async with storage.unit_of_work() as work:
        pairs = await work.partners.open_of(SYSTEM, member.membership_id)
    return [pair for pair in pairs if pair.state is PairState.PROPOSED]


def names(pair: Pair) -> set[str]:
    return {side.name for side in pair.sides}


async def leaves(storage: Storage, container: Container, member: Member) -> None:
    who = await actor(storage, member)
    async with container.transaction() as services:
        await services.leaving.leave(who, member.membership_id, NOON)


async def waits(storage: Storage, member: Member) -> None:
    """Let a newcomer be looked after."""
    async with storage.unit_of_work() as work:
        await work.rotations.want_rematch(member.group_id, NOON)


async def say_yes(storage: Storage, container: Container, pair_id: PairId, *members: Member) -> None:
    for member in members:
        who = await actor(storage, member)
        async with container.transaction() as services:
            await services.pairing.accept(who, pair_id, LATER)


@pytest.fixture
async def eva(storage: Storage, cast: Cast) -> Member:
    return await joins(storage, cast.ana, "Eva", 107)


@pytest.fixture
async def dov(storage: Storage, cast: Cast) -> Member:
    return await joins(storage, cast.ana, "Dov", 108)


async def test_who_stays_behind_is_matched_within_the_hour_with_somebody_free(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await leaves(storage, container, cast.ben)
    await serve(container, LATER)
    (pair,) = await proposed(storage, cast.ana)

    assert {"Ana", "Eva"} == names(pair)
    assert [PairProposed(pair.pair_id)] == await in_line(storage, eva)


async def test_where_nobody_is_free_a_pair_takes_in_who_stays_behind(
    storage: Storage, container: Container, cast: Cast, eva: Member, dov: Member
) -> None:
    await paired(storage, cast.ana, cast.ben)
    old = await paired(storage, eva, dov)
    await leaves(storage, container, cast.ben)
    await serve(container, LATER)
    (trio,) = await proposed(storage, cast.ana)
    assert {"Ana", "Eva", "Dov"} == names(trio)

    await say_yes(storage, container, trio.pair_id, cast.ana, eva)
    assert {"Eva", "Dov"} == await seats(storage, old)

    await say_yes(storage, container, trio.pair_id, dov)
    assert {"Ana", "Eva", "Dov"} == await seats(storage, trio.pair_id)
    assert set() == await seats(storage, old)
    async with storage.unit_of_work() as work:
        reason = await work.session.scalar(select(PairRow.end_reason).where(PairRow.id == old))
    assert EndReason.REGROUPED == reason


async def test_one_no_leaves_the_pair_that_was_asked_to_take_somebody_in_as_it_is(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    old = await paired(storage, cast.ana, cast.ben)
    await waits(storage, eva)
    await serve(container, NOON)
    (trio,) = await proposed(storage, eva)
    await say_yes(storage, container, trio.pair_id, eva, cast.ana)
    who = await actor(storage, cast.ben)
    async with container.transaction() as services:
        await services.pairing.decline(who, trio.pair_id, LATER)

    assert set() == await seats(storage, trio.pair_id)
    assert {"Ana", "Ben"} == await seats(storage, old)

    await serve(container, LATER)
    assert [] == await proposed(storage, eva)
    assert any(isinstance(one, WithoutPartner) for one in await in_line(storage, cast.fay))


async def test_a_trio_becomes_two_pairs_when_somebody_joins(
    storage: Storage, container: Container, cast: Cast, eva: Member, dov: Member
) -> None:
    trio = await paired(storage, cast.ana, cast.ben, eva)
    await waits(storage, dov)
    await serve(container, NOON)
    (pair,) = await proposed(storage, dov)
    assert 2 == len(pair.sides)

    everybody = {"Ana": cast.ana, "Ben": cast.ben, "Eva": eva, "Dov": dov}
    await say_yes(storage, container, pair.pair_id, *(everybody[name] for name in names(pair)))

    assert names(pair) == await seats(storage, pair.pair_id)
    assert everybody.keys() - names(pair) == await seats(storage, trio)


async def test_a_group_that_never_had_pairs_is_left_to_its_facilitator(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    await waits(storage, eva)
    await serve(container, LATER)

    assert [] == await proposed(storage, cast.ana)


async def test_two_who_parted_are_not_brought_together_again_by_themselves(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    who = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.partners.end(who, pair_id, NOON)
    await serve(container, LATER)

    assert [] == await proposed(storage, cast.ana)


async def test_a_pair_that_ends_meanwhile_does_not_come_back_as_a_trio(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    old = await paired(storage, cast.ana, cast.ben)
    await waits(storage, eva)
    await serve(container, NOON)
    (trio,) = await proposed(storage, eva)
    who = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.partners.end(who, old, NOON)
    await say_yes(storage, container, trio.pair_id, cast.ana, cast.ben, eva)

    assert set() == await seats(storage, trio.pair_id)
