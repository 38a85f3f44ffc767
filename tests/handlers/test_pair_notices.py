import datetime as dt
from typing import Any

import pytest

from domain.messages import PairDeclined, PairEnded, PairFormed, PairProposed
from domain.partners import Answer, PairState, Reason
from handlers import pairing
from handlers.request import Screen
from services.container import Container
from storage.tables.groups import MembershipRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.pairs import asked, end_pairs_of, joins, paired, said
from tests.scenes import notice_to


async def noticed(storage: Storage, container: Container, member: Member, message: Any) -> Screen | None:
    views: dict[type, Any] = {
        PairProposed: pairing.pair_proposed,
        PairFormed: pairing.pair_formed,
        PairDeclined: pairing.pair_declined,
        PairEnded: pairing.pair_ended,
    }
    notice = await notice_to(storage, member)
    async with container.transaction() as services:
        return await views[type(message)](notice, message, services)


async def test_an_end_is_told_kindly_to_who_is_left(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, cast.ana.membership_id, NOON)
    screen = await noticed(storage, container, cast.ben, PairEnded(pair_id))
    assert screen is not None

    assert "<b>Ana</b> has come to an end" in said(screen)
    for member in (cast.ana, cast.cem, cast.dee, cast.gus, cast.fay):
        assert await noticed(storage, container, member, PairEnded(pair_id)) is None


async def test_an_end_with_somebody_erased_names_nobody(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, cast.ana.membership_id, NOON)
        row = await work.session.get_one(MembershipRow, cast.ana.membership_id)
        row.display_name = None
        await work.keys.destroy(cast.ana.person_id)
    screen = await noticed(storage, container, cast.ben, PairEnded(pair_id))
    assert screen is not None

    assert "your partner" in said(screen)


async def test_a_trio_hears_who_goes_on(storage: Storage, container: Container, cast: Cast) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, eve.membership_id, NOON)
    screen = await noticed(storage, container, cast.ana, PairEnded(pair_id))
    assert screen is not None

    assert "<b>Eve</b> is no longer with the three of you. <b>Ben</b> and you go on" in said(screen)


@pytest.mark.parametrize("state", [PairState.ENDED, PairState.DECLINED, PairState.WITHDRAWN])
async def test_a_proposal_or_beginning_is_not_told_once_it_is_over(
    storage: Storage, container: Container, cast: Cast, state: PairState
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.partners.set_answer(pair_id, cast.ana.membership_id, Answer.ACCEPTED, NOON)
        await work.partners.close(pair_id, state, NOON)

    for member in (cast.ana, cast.ben):
        assert await noticed(storage, container, member, PairProposed(pair_id)) is None
        assert await noticed(storage, container, member, PairFormed(pair_id)) is None


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus", "fay"])
async def test_a_proposal_is_told_to_nobody_else(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    member = getattr(cast, outsider)

    assert await noticed(storage, container, member, PairProposed(pair_id)) is None
    assert await noticed(storage, container, member, PairFormed(pair_id)) is None


async def test_the_reasons_of_a_match_are_told_to_both(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        pair_id = await work.partners.propose(
            cast.ana.group_id,
            [cast.ana.membership_id, cast.ben.membership_id],
            [Reason.ASKED_FOR_ANOTHER, Reason.SIMILAR_HOURS],
            NOON,
        )
    screen = await noticed(storage, container, cast.ana, PairProposed(pair_id))
    assert screen is not None

    assert "Why this match: similar hours." in said(screen)


async def test_the_end_names_those_who_were_in_it_to_the_end(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, eve.membership_id, NOON)
        await end_pairs_of(work, cast.ben.membership_id, NOON + dt.timedelta(days=1))
    screen = await noticed(storage, container, cast.ana, PairEnded(pair_id))
    assert screen is not None

    assert "Ben" in said(screen)
    assert "Eve" not in said(screen)
