import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.exc import OperationalError

from domain.access import SYSTEM, Actor
from domain.errors import NothingToDo
from domain.ids import PairId
from domain.messages import RelayArrived
from domain.partners import PairState
from services.container import Container, Services, Surroundings
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.pairs import asked, in_line, paired

ROUNDS = 5


@pytest.fixture
def container(storage: Storage) -> Container:
    return Container(storage, Surroundings(bot_username="tandem_test_bot", default_country="US"))


async def served(container: Container, doing: Callable[[Services], Awaitable[object]]) -> None:
    """Do something in a transaction, and again when another one came first, as the door does."""
    for _ in range(ROUNDS):
        try:
            async with container.transaction() as services:
                await doing(services)
        except OperationalError:
            continue
        return
    pytest.fail("never served")


async def answer(container: Container, person: Actor, pair_id: PairId, yes: bool) -> None:
    async def give(services: Services) -> None:
        # At the door somebody is recognised first: what is read later is of that moment.
        await services.people.actor(person.person_id)
        await (services.pairing.accept if yes else services.pairing.decline)(person, pair_id, NOON)

    await served(container, give)


async def state_of(storage: Storage, pair_id: PairId) -> PairState:
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)
        assert pair is not None
        return pair.state


async def test_two_facilitators_at_the_same_moment_ask_each_participant_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        shown = (await services.proposals.propose(fay, cast.fay.group_id, NOON)).plan.fingerprint

    async def send(services: Services) -> None:
        await services.people.actor(fay.person_id)
        await services.proposals.send(fay, cast.fay.group_id, shown, NOON)

    await asyncio.gather(*(served(container, send) for _ in range(3)))

    assert 1 == len(await in_line(storage, cast.ana))


async def test_two_yes_at_the_same_moment_always_make_a_pair(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    for _ in range(ROUNDS):
        pair_id = await asked(storage, cast.ana, cast.ben)
        await asyncio.gather(
            answer(container, ana, pair_id, yes=True),
            answer(container, ben, pair_id, yes=True),
            answer(container, ana, pair_id, yes=True),
        )

        assert PairState.ACTIVE is await state_of(storage, pair_id)

    assert ROUNDS == len(await in_line(storage, cast.ana) + await in_line(storage, cast.ben))


async def test_yes_and_no_at_the_same_moment_never_make_a_pair(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    for _ in range(ROUNDS):
        pair_id = await asked(storage, cast.ana, cast.ben)
        await asyncio.gather(
            answer(container, ana, pair_id, yes=True), answer(container, ben, pair_id, yes=False)
        )

        assert PairState.DECLINED is await state_of(storage, pair_id)

    assert ROUNDS == len(await in_line(storage, cast.fay))


async def test_nothing_is_handed_over_after_an_end_at_the_same_moment(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)

    for _ in range(ROUNDS):
        pair_id = await paired(storage, cast.ana, cast.ben)
        await asyncio.gather(
            served(container, lambda services, of=pair_id: services.relays.write(ana, of, "hi", NOON)),
            served(container, lambda services, of=pair_id: services.partners.end(ben, of, NOON)),
        )

    waiting = [one for one in await in_line(storage, cast.ben) if isinstance(one, RelayArrived)]
    async with container.transaction() as services:
        assert [None] * len(waiting) == [
            await services.relay_changes.arrived(ben, one.relay_id, NOON) for one in waiting
        ]
        assert [] == await services.partners.pairs(ana)


async def test_a_held_message_tapped_twice_at_once_goes_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = await actor(storage, cast.ana)
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with container.transaction() as services:
        relay_id = (await services.relays.write(ana, pair_id, "I'm @ana_nyc", NOON)).relay_id
    assert relay_id is not None

    taps = [
        served(container, lambda services: services.relays.send_held(ana, relay_id, NOON, is_sure=True))
        for _ in range(3)
    ]
    await asyncio.gather(*taps)

    assert 1 == len(await in_line(storage, cast.ben))


async def test_two_ends_at_the_same_moment_are_one(
    storage: Storage, container: Container, cast: Cast
) -> None:
    people = [await actor(storage, cast.ana), await actor(storage, cast.ben)]
    pair_id = await paired(storage, cast.ana, cast.ben)

    async def end(person: Actor) -> str:
        try:
            await served(container, lambda services: services.partners.end(person, pair_id, NOON))
        except NothingToDo:
            return "nothing to do"
        return "ended"

    assert ["ended", "nothing to do"] == sorted(await asyncio.gather(*map(end, people)))
    assert 1 == len(await in_line(storage, cast.ana) + await in_line(storage, cast.ben))
