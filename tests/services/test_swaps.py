import pytest

from domain.errors import NothingToDo, NotUnderstood
from domain.ids import PairId
from domain.messages import UsernamesSwapped
from services.container import Container
from services.swaps import Swap
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import in_line, joins, paired


async def agrees(storage: Storage, container: Container, member: Member, pair_id: PairId) -> Swap:
    who = await actor(storage, member)
    async with container.transaction() as services:
        return await services.swaps.agree(who, pair_id, f"{member.name.lower()}_nyc", NOON)


async def stands(storage: Storage, container: Container, member: Member, pair_id: PairId) -> Swap:
    who = await actor(storage, member)
    async with container.transaction() as services:
        return await services.swaps.standing(who, pair_id)


async def told(storage: Storage, member: Member) -> int:
    return len([one for one in await in_line(storage, member) if isinstance(one, UsernamesSwapped)])


async def test_a_yes_that_stands_alone_is_known_to_nobody(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    mine = await agrees(storage, container, cast.ana, pair_id)

    assert ("ana_nyc", ()) == (mine.mine, mine.others)
    theirs = await stands(storage, container, cast.ben, pair_id)
    assert (None, ()) == (theirs.mine, theirs.others)
    assert [0, 0] == [await told(storage, one) for one in (cast.ana, cast.ben)]


async def test_once_both_have_said_yes_each_has_the_others_username(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await agrees(storage, container, cast.ana, pair_id)
    bens = await agrees(storage, container, cast.ben, pair_id)
    anas = await stands(storage, container, cast.ana, pair_id)

    assert (("Ana", "ana_nyc"),) == bens.others
    assert (("Ben", "ben_nyc"),) == anas.others
    assert [1, 0] == [await told(storage, one) for one in (cast.ana, cast.ben)]


async def test_in_a_trio_two_are_not_enough(storage: Storage, container: Container, cast: Cast) -> None:
    eva = await joins(storage, cast.ana, "Eva", 107)
    pair_id = await paired(storage, cast.ana, cast.ben, eva)
    await agrees(storage, container, cast.ana, pair_id)
    assert () == (await agrees(storage, container, cast.ben, pair_id)).others
    assert {"Ana", "Ben"} == {name for name, _ in (await agrees(storage, container, eva, pair_id)).others}


async def test_a_yes_that_is_taken_back_shows_nothing_any_more(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await agrees(storage, container, cast.ana, pair_id)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.swaps.take_back(ana, pair_id)

    assert () == (await agrees(storage, container, cast.ben, pair_id)).others


async def test_without_a_username_the_yes_is_not_kept(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        with pytest.raises(NotUnderstood):
            await services.swaps.agree(ana, pair_id, None, NOON)

    assert (await stands(storage, container, cast.ana, pair_id)).mine is None


async def test_the_end_of_the_pair_is_the_end_of_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await agrees(storage, container, cast.ana, pair_id)
    await agrees(storage, container, cast.ben, pair_id)
    ben = await actor(storage, cast.ben)
    async with container.transaction() as services:
        await services.partners.end(ben, pair_id, NOON)

    for member in (cast.ana, cast.ben):
        with pytest.raises(NothingToDo):
            await stands(storage, container, member, pair_id)
    assert [0, 0] == [await told(storage, one) for one in (cast.ana, cast.ben)]


@pytest.mark.parametrize("outsider", ["cem", "dee", "fay", "gus"])
async def test_nobody_else_agrees_or_reads(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    for call in (agrees, stands):
        with pytest.raises(NothingToDo):
            await call(storage, container, getattr(cast, outsider), pair_id)
