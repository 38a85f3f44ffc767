import datetime as dt
import itertools
import random

import pytest

from domain.errors import NotAllowed
from domain.ids import PairId
from domain.messages import PairDeclined, PairEnded, PairFormed, PairProposed
from domain.partners import Answer, LeftOut, Pair, PairState
from services.container import Container
from services.proposing import Proposal
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import asked, in_line, joins, paired

MINUTE = dt.timedelta(minutes=1)


async def proposed(storage: Storage, container: Container, facilitator: Member) -> Proposal:
    fay = await actor(storage, facilitator)
    async with container.transaction() as services:
        return await services.proposals.propose(fay, facilitator.group_id, NOON)


async def sent(storage: Storage, container: Container, facilitator: Member) -> Proposal:
    fay = await actor(storage, facilitator)
    async with container.transaction() as services:
        proposal = await services.proposals.propose(fay, facilitator.group_id, NOON)
        return await services.proposals.send(fay, facilitator.group_id, proposal.plan.fingerprint, NOON)


async def pair_of(storage: Storage, facilitator: Member) -> Pair:
    scope = (await actor(storage, facilitator)).scope
    async with storage.unit_of_work() as work:
        (pair,) = await work.partners.open_in(scope, facilitator.group_id)
        return pair


async def answers(
    storage: Storage, container: Container, member: Member, pair_id: PairId, yes: bool
) -> tuple[PairState, bool]:
    person = await actor(storage, member)
    async with container.transaction() as services:
        pairing = services.pairing
        found = await (pairing.accept if yes else pairing.decline)(person, pair_id, NOON)
        return found.pair.state, found.is_stale


async def test_a_proposal_asks_nobody(storage: Storage, container: Container, cast: Cast) -> None:
    proposal = await proposed(storage, container, cast.fay)

    assert [["Ana", "Ben"]] == [sorted(one.name for one in match.members) for match in proposal.plan.matches]
    assert [] == await in_line(storage, cast.ana)


async def test_sending_asks_each_once(storage: Storage, container: Container, cast: Cast) -> None:
    await sent(storage, container, cast.fay)
    pair = await pair_of(storage, cast.fay)

    assert [PairProposed(pair.pair_id)] == await in_line(storage, cast.ana)
    assert [PairProposed(pair.pair_id)] == await in_line(storage, cast.ben)


async def test_a_second_tap_on_send_asks_nobody_again(
    storage: Storage, container: Container, cast: Cast
) -> None:
    first = await sent(storage, container, cast.fay)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        second = await services.proposals.send(fay, cast.fay.group_id, first.plan.fingerprint, NOON)

    assert not second.is_current
    assert 1 == len(await in_line(storage, cast.ana))


async def test_nobody_is_asked_when_the_group_has_changed_since_the_preview(
    storage: Storage, container: Container, cast: Cast
) -> None:
    shown = await proposed(storage, container, cast.fay)
    await joins(storage, cast.ana, "Eve", 201)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        found = await services.proposals.send(fay, cast.fay.group_id, shown.plan.fingerprint, NOON)

    assert not found.is_current
    assert 3 == len(found.plan.matches[0].members)
    assert [] == await in_line(storage, cast.ana)


async def test_those_who_have_partners_or_are_asked_are_not_proposed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    eve, ira, joy = [
        await joins(storage, cast.ana, name, 200 + i) for i, name in enumerate(("Eve", "Ira", "Joy"))
    ]
    await asked(storage, eve, ira)

    proposal = await proposed(storage, container, cast.fay)

    assert () == proposal.plan.matches
    assert joy.name == proposal.alone


async def test_who_is_paused_is_left_out_and_named(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ben.membership_id, NOON.date() + dt.timedelta(days=3))

    proposal = await proposed(storage, container, cast.fay)

    assert ((("Ben", LeftOut.PAUSED),), "Ana") == (proposal.left_out, proposal.alone)


@pytest.mark.parametrize("outsider", ["ana", "cem", "dee", "gus"])
async def test_only_the_groups_facilitator_proposes(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    person = await actor(storage, getattr(cast, outsider))
    async with container.transaction() as services:
        for attempt in (
            lambda: services.proposals.propose(person, cast.fay.group_id, NOON),
            lambda: services.proposals.send(person, cast.fay.group_id, 0, NOON),
            lambda: services.proposals.take_back(person, cast.fay.group_id, NOON),
        ):
            with pytest.raises(NotAllowed):
                await attempt()


async def test_two_yes_make_partners_and_the_first_is_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)

    assert (PairState.PROPOSED, False) == await answers(storage, container, cast.ana, pair_id, yes=True)
    assert (PairState.ACTIVE, False) == await answers(storage, container, cast.ben, pair_id, yes=True)
    assert [PairFormed(pair_id)] == await in_line(storage, cast.ana)
    assert [] == await in_line(storage, cast.ben)


async def test_a_double_yes_changes_nothing(storage: Storage, container: Container, cast: Cast) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    for _ in range(2):
        await answers(storage, container, cast.ana, pair_id, yes=True)

    assert (PairState.ACTIVE, False) == await answers(storage, container, cast.ben, pair_id, yes=True)
    assert (PairState.ACTIVE, False) == await answers(storage, container, cast.ben, pair_id, yes=True)
    assert 1 == len(await in_line(storage, cast.ana))


async def test_asking_for_somebody_else_is_told_to_the_facilitator_and_that_it_wont_be_to_the_other(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)

    assert (PairState.DECLINED, False) == await answers(storage, container, cast.ana, pair_id, yes=False)
    assert [PairDeclined(pair_id, cast.ana.person_id)] == await in_line(storage, cast.fay)
    assert [PairEnded(pair_id)] == await in_line(storage, cast.ben)
    assert (PairState.DECLINED, True) == await answers(storage, container, cast.ben, pair_id, yes=True)


async def test_one_may_think_again_until_the_pair_has_begun(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    await answers(storage, container, cast.ana, pair_id, yes=True)

    assert (PairState.DECLINED, False) == await answers(storage, container, cast.ana, pair_id, yes=False)


async def test_a_no_after_the_pair_has_begun_comes_too_late(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)

    assert (PairState.ACTIVE, True) == await answers(storage, container, cast.ana, pair_id, yes=False)


async def test_a_trio_goes_on_with_the_two_who_said_yes(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await asked(storage, cast.ana, cast.ben, eve)
    await answers(storage, container, cast.ana, pair_id, yes=True)
    await answers(storage, container, cast.ben, pair_id, yes=True)

    assert (PairState.ACTIVE, False) == await answers(storage, container, eve, pair_id, yes=False)
    assert [PairFormed(pair_id)] == await in_line(storage, cast.ana)
    assert [PairFormed(pair_id)] == await in_line(storage, cast.ben)
    assert [] == await in_line(storage, eve)


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus", "fay"])
async def test_nobody_answers_for_somebody_else(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    for yes in (True, False):
        with pytest.raises(NotAllowed):
            await answers(storage, container, getattr(cast, outsider), pair_id, yes)


async def test_what_is_taken_back_can_no_longer_be_answered(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await sent(storage, container, cast.fay)
    pair = await pair_of(storage, cast.fay)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        proposal = await services.proposals.take_back(fay, cast.fay.group_id, NOON)

    assert [["Ana", "Ben"]] == [sorted(one.name for one in match.members) for match in proposal.plan.matches]
    assert [] == await in_line(storage, cast.ana)
    assert (PairState.WITHDRAWN, True) == await answers(storage, container, cast.ana, pair.pair_id, yes=True)


@pytest.mark.parametrize("seed", range(8))
async def test_answers_in_any_order_leave_a_pair_that_fits_them(
    storage: Storage, container: Container, cast: Cast, seed: int
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    taps = [(member, yes) for member, yes in itertools.product((cast.ana, cast.ben), (True, False, True))]
    random.Random(seed).shuffle(taps)  # noqa: S311 an order, no secret
    for member, yes in taps:
        await answers(storage, container, member, pair_id, yes)
    scope = (await actor(storage, cast.ana)).scope
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(scope, pair_id)

    assert pair is not None
    said_yes = all(side.answer is Answer.ACCEPTED for side in pair.sides)
    assert (PairState.ACTIVE if said_yes else PairState.DECLINED) == pair.state
    told = {type(one) for one in await in_line(storage, cast.ana) + await in_line(storage, cast.ben)}
    assert {PairFormed if said_yes else PairEnded} == told
    assert said_yes != bool(await in_line(storage, cast.fay))
