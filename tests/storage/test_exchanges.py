import datetime as dt

import pytest
from sqlalchemy import select

from domain.calls import CallKind, CallState
from domain.exchanges import Kind, Talked
from domain.ids import ExchangeId, PairId
from domain.pair_figures import Counted, Span
from domain.partners import Answer
from domain.relays import Content, RelayState
from storage.tables.exchanges import ExchangeAnswerRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import paired
from tests.scenes import answered

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


async def asked(storage: Storage, pair_id: PairId, kind: Kind = Kind.CHECKIN) -> ExchangeId:
    async with storage.unit_of_work() as work:
        made = await work.exchanges.add(pair_id, kind, "tank", NOON, NOON + DAY)
    assert made is not None
    return made


async def test_the_same_is_asked_of_a_pair_at_one_moment_once(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await asked(storage, pair_id)
    async with storage.unit_of_work() as work:
        again = await work.exchanges.add(pair_id, Kind.CHECKIN, "load", NOON, NOON + DAY)

        assert None is again
        assert 1 == await work.exchanges.count(pair_id, Kind.CHECKIN)


async def test_the_query_itself_holds_back_the_others_part_until_ones_own_is_given(
    storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    exchange_id = await asked(storage, pair_id)
    async with storage.unit_of_work() as work:
        ben = (await work.people.actor(cast.ben.person_id)).scope
        await work.exchanges.keep(exchange_id, cast.ana.membership_id, value=3, words="SECRET", now=NOON)
        before = await work.exchanges.parts(ben, exchange_id)
        await work.exchanges.keep(exchange_id, cast.ben.membership_id, value=None, words=None, now=NOON)
        passed = await work.exchanges.parts(ben, exchange_id)
        await work.exchanges.keep(exchange_id, cast.ben.membership_id, value=8, words=None, now=NOON)
        given = await work.exchanges.parts(ben, exchange_id)

    assert ([], [None], {3, 8}) == (
        before,
        [part.value for part in passed],
        {part.value for part in given},
    )
    assert "SECRET" in {part.words for part in given}


async def test_words_are_stored_sealed(storage: Storage, cast: Cast) -> None:
    exchange_id = await asked(storage, await paired(storage, cast.ana, cast.ben))
    async with storage.unit_of_work() as work:
        await work.exchanges.keep(exchange_id, cast.ana.membership_id, value=None, words="SECRET", now=NOON)
        body = await work.session.scalar(select(ExchangeAnswerRow.body))

    assert body is not None
    assert b"SECRET" not in body


@pytest.mark.parametrize("name", ["fay", "cem", "dee", "gus"])
async def test_neither_facilitators_nor_others_reach_a_part(name: str, storage: Storage, cast: Cast) -> None:
    exchange_id = await asked(storage, await paired(storage, cast.ana, cast.ben))
    async with storage.unit_of_work() as work:
        scope = (await work.people.actor(getattr(cast, name).person_id)).scope
        await work.exchanges.keep(exchange_id, cast.ana.membership_id, value=3, words=None, now=NOON)

        assert None is await work.exchanges.get(scope, exchange_id)
        assert [] == await work.exchanges.parts(scope, exchange_id)


async def test_whoever_left_a_trio_sees_nothing_and_nothing_of_theirs_is_seen(
    storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    exchange_id = await asked(storage, pair_id)
    async with storage.unit_of_work() as work:
        for value, member in enumerate((cast.ana, cast.ben)):
            await work.exchanges.keep(exchange_id, member.membership_id, value=value, words=None, now=NOON)
        await work.partners.set_answer(pair_id, cast.ben.membership_id, Answer.LEFT, NOON)
        ana = (await work.people.actor(cast.ana.person_id)).scope
        ben = (await work.people.actor(cast.ben.person_id)).scope

        assert [0] == [part.value for part in await work.exchanges.parts(ana, exchange_id)]
        assert [] == await work.exchanges.parts(ben, exchange_id)


async def test_the_first_contact_is_kept_and_never_moved(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.exchange_rounds.met(pair_id, NOON + HOUR)
        await work.exchange_rounds.met(pair_id, NOON + DAY)

        assert NOON + HOUR == (await work.pair_figures.of_pair(pair_id, NOON)).first_contact_at


async def test_a_call_moves_on_only_from_where_it_stands(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        call_id = await work.calls.add(pair_id, cast.ana.membership_id, CallKind.WALK, [NOON + DAY], NOON)
        agreed = {"since": [CallState.OFFERED], "chosen_at": NOON + DAY}

        assert await work.calls.move(call_id, CallState.AGREED, **agreed)
        assert not await work.calls.move(call_id, CallState.AGREED, **agreed)
        ben = (await work.people.actor(cast.ben.person_id)).scope
        found = await work.calls.latest(ben, pair_id)
        assert found is not None
        assert (NOON + DAY,) == found.offered == (found.chosen_at,)


async def test_figures_know_when_pairs_had_to_do_with_each_other_and_only_their_facilitator_gets_them(
    storage: Storage, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    talked = await asked(storage, pair_id, Kind.TALKED)
    await answered(storage, cast.ana, mood=4)
    async with storage.unit_of_work() as work:
        await work.relays.add(pair_id, cast.ana.person_id, Content("hello"), state=RelayState.SENT, now=NOON)
        await work.relays.add(pair_id, cast.ana.person_id, Content("held"), state=RelayState.HELD, now=NOON)
        for member, value in ((cast.ana, Talked.YES), (cast.ben, Talked.NOT_YET)):
            await work.exchanges.keep(talked, member.membership_id, value=int(value), words=None, now=NOON)
        call_id = await work.calls.add(pair_id, cast.ana.membership_id, CallKind.CALL, [NOON + HOUR], NOON)
        await work.calls.move(call_id, CallState.HAPPENED, since=[CallState.OFFERED], chosen_at=NOON + HOUR)
        fay, dee = [(await work.people.actor(one.person_id)).scope for one in (cast.fay, cast.dee)]
        (facts,) = await work.pair_figures.of_group(fay, cast.ana.group_id, NOON - DAY)

        assert ((NOON,), ((cast.ana.person_id, NOON),), (NOON + HOUR,)) == (
            facts.said_at,
            facts.written,
            facts.called_at,
        )
        assert {cast.ana.membership_id, cast.ben.membership_id} == facts.members
        assert [] == await work.pair_figures.of_group(dee, cast.ana.group_id, NOON - DAY)
        span = Span(NOON - DAY, NOON + DAY)
        assert Counted(1, 1) == await work.pair_figures.checkins(fay, cast.ana.group_id, span)
        assert Counted(0, 0) == await work.pair_figures.checkins(dee, cast.ana.group_id, span)
