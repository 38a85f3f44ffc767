import pytest

from domain.agreements import Boundary, Reach, Terms
from domain.errors import NothingToDo
from domain.ids import PairId
from domain.messages import PairProposed
from services.agreements import Agreement
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import asked, in_line, joins, paired


async def takes(
    storage: Storage,
    container: Container,
    member: Member,
    pair_id: PairId,
    step: int,
    *,
    reach: Reach | None = None,
    boundary: Boundary | None = None,
) -> Agreement:
    me = await actor(storage, member)
    async with container.transaction() as services:
        return await services.agreements.take(me, pair_id, step, reach=reach, boundary=boundary)


async def test_each_takes_the_steps_at_their_own_pace_and_goes_on_where_they_were(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    await takes(storage, container, cast.ana, pair_id, 1, reach=Reach.EVENINGS)

    async with container.transaction() as services:
        assert 2 == (await services.agreements.read(ana, pair_id)).step
        assert 1 == (await services.agreements.read(ben, pair_id)).step


async def test_they_have_agreed_once_with_the_last_step_of_the_last(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    taken = [
        await takes(storage, container, member, pair_id, step)
        for member in (cast.ana, cast.ben, eve)
        for step in (1, 2, 3)
    ]
    again = await takes(storage, container, cast.ana, pair_id, 3)

    assert [*[False] * 8, True] == [one.is_new for one in taken]
    assert not again.is_new


async def test_no_step_is_jumped_over_and_a_choice_stays_when_it_is_left_out_later(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    jumped = await takes(storage, container, cast.ana, pair_id, 3, boundary=Boundary.NO_ADVICE)
    await takes(storage, container, cast.ana, pair_id, 1, reach=Reach.CALLS)
    again = await takes(storage, container, cast.ana, pair_id, 1)

    assert 0 == jumped.mine.terms.steps
    assert Terms(1, Reach.CALLS, Boundary.NO_ADVICE) == again.mine.terms


@pytest.mark.parametrize("step", [-1, 0, 4, 2**62])
async def test_a_step_that_there_is_not_is_none(
    storage: Storage, container: Container, cast: Cast, step: int
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)

    assert 0 == (await takes(storage, container, cast.ana, pair_id, step)).mine.terms.steps


async def test_those_who_are_only_asked_agree_on_nothing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)

    with pytest.raises(NothingToDo):
        await takes(storage, container, cast.ana, pair_id, 1)


async def test_who_has_not_seen_the_question_yet_hears_nothing_of_a_no(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        key = f"pair-proposed:{pair_id}"
        await services.outbox.post(PairProposed(pair_id), to=cast.ben.person_id, key=key, now=NOON)
        await services.pairing.decline(ana, pair_id, NOON)

    assert [] == await in_line(storage, cast.ben)
