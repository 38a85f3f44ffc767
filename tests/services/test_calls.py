import datetime as dt

import pytest
from sqlalchemy import select

from domain.calls import CallKind, CallState
from domain.errors import NothingToDo
from domain.ids import CallId
from domain.messages import CallAnswered, CallCancelled, CallOffered, CallReminder
from domain.quiet import Quiet
from services.calls import Arranged
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.tables.partners import PairRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import in_line, paired

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
FIRST, SECOND = NOON + 7 * HOUR, NOON + DAY


class Hand:
    """What a member does about calls."""

    def __init__(self, storage: Storage, container: Container, member: Member) -> None:
        self.storage, self.container, self.member = storage, container, member

    async def do(self, name: str, *given: object, now: dt.datetime = NOON) -> Arranged:
        me = await actor(self.storage, self.member)
        async with self.container.transaction() as services:
            found: Arranged = await getattr(services.calls, name)(me, *given, now)
        return found


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Hand:
    return Hand(storage, container, cast.ana)


@pytest.fixture
def ben(storage: Storage, container: Container, cast: Cast) -> Hand:
    return Hand(storage, container, cast.ben)


async def offered(ana: Hand, cast: Cast) -> CallId:
    pair_id = await paired(ana.storage, cast.ana, cast.ben)
    return (await ana.do("offer", pair_id, CallKind.CALL, [SECOND, FIRST])).call.call_id


async def test_times_are_offered_one_is_chosen_and_both_are_reminded(
    ana: Hand, ben: Hand, storage: Storage, cast: Cast
) -> None:
    call_id = await offered(ana, cast)
    (offer,) = await in_line(storage, cast.ben)
    agreed = await ben.do("choose", call_id, FIRST)

    assert isinstance(offer, CallOffered)
    assert (CallState.AGREED, FIRST) == (agreed.call.state, agreed.call.chosen_at)
    assert [CallAnswered, CallReminder] == [type(one) for one in await in_line(storage, cast.ana)]
    async with storage.unit_of_work() as work:
        query = select(OutboxRow.not_before).where(OutboxRow.kind == CallReminder.kind)
        assert [FIRST - HOUR / 2] * 2 == list(await work.session.scalars(query))


async def test_a_reminder_comes_also_in_quiet_hours_and_an_offer_waits_for_their_end(
    ana: Hand, ben: Hand, storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ben.person_id, Quiet(11 * 60, 23 * 60))
    call_id = await offered(ana, cast)
    await ben.do("choose", call_id, FIRST)

    async with storage.unit_of_work() as work:
        query = select(OutboxRow.kind, OutboxRow.not_before).where(OutboxRow.person_id == cast.ben.person_id)
        found = dict((await work.session.execute(query)).all())
    assert {CallOffered.kind: NOON + 11 * HOUR, CallReminder.kind: FIRST - HOUR / 2} == found


@pytest.mark.parametrize(
    ("moment", "now"),
    [(NOON + 2 * HOUR, NOON), (FIRST, FIRST)],
)
async def test_a_time_that_was_not_offered_or_has_passed_cannot_be_chosen(
    moment: dt.datetime, now: dt.datetime, ana: Hand, ben: Hand, cast: Cast
) -> None:
    call_id = await offered(ana, cast)
    with pytest.raises(NothingToDo):
        await ben.do("choose", call_id, moment, now=now)


async def test_nobody_agrees_to_their_own_offer(ana: Hand, cast: Cast) -> None:
    call_id = await offered(ana, cast)
    with pytest.raises(NothingToDo):
        await ana.do("choose", call_id, FIRST)


async def test_none_of_them_is_told_kindly_and_the_other_may_offer_back(
    ana: Hand, ben: Hand, storage: Storage, cast: Cast
) -> None:
    call_id = await offered(ana, cast)
    refused = await ben.do("refuse", call_id)
    back = await ben.do("offer", refused.call.pair_id, CallKind.WALK, [SECOND])

    assert CallState.NONE_FITS == refused.call.state
    assert back.is_my_offer
    assert [CallAnswered, CallOffered] == [type(one) for one in await in_line(storage, cast.ana)]


async def test_a_new_offer_takes_the_place_of_one_that_waits(ana: Hand, storage: Storage, cast: Cast) -> None:
    call_id = await offered(ana, cast)
    again = await ana.do("offer", (await ana.do("cancel", call_id)).call.pair_id, CallKind.CALL, [SECOND])

    assert [CallOffered(again.call.call_id, again.call.pair_id)] == await in_line(storage, cast.ben)


async def test_an_agreed_call_that_is_cancelled_reminds_nobody_and_the_other_is_told(
    ana: Hand, ben: Hand, storage: Storage, cast: Cast
) -> None:
    call_id = await offered(ana, cast)
    await ben.do("choose", call_id, FIRST)
    pair_id = (await ana.do("cancel", call_id)).call.pair_id

    assert [] == await in_line(storage, cast.ana)
    assert [CallCancelled(call_id, pair_id)] == [
        one for one in await in_line(storage, cast.ben) if not isinstance(one, CallOffered)
    ]


@pytest.mark.parametrize("is_so", [True, False])
async def test_a_call_counts_as_contact_only_if_somebody_says_that_it_took_place(
    is_so: bool, ana: Hand, ben: Hand, storage: Storage, cast: Cast
) -> None:
    call_id = await offered(ana, cast)
    agreed = await ben.do("choose", call_id, FIRST)
    await ana.do("took_place", call_id, is_so, now=FIRST + HOUR)

    async with storage.unit_of_work() as work:
        contact = FIRST if is_so else None
        assert contact == (await work.session.get_one(PairRow, agreed.call.pair_id)).first_contact_at


async def test_a_call_that_lies_ahead_has_not_taken_place(ana: Hand, ben: Hand, cast: Cast) -> None:
    call_id = await offered(ana, cast)
    await ben.do("choose", call_id, FIRST)
    with pytest.raises(NothingToDo):
        await ana.do("took_place", call_id, True)


@pytest.mark.parametrize("name", ["cem", "dee", "gus", "fay"])
async def test_nobody_else_sees_or_changes_a_call(
    name: str, ana: Hand, storage: Storage, container: Container, cast: Cast
) -> None:
    call_id = await offered(ana, cast)
    other = Hand(storage, container, getattr(cast, name))
    for deed, given in (("choose", [FIRST]), ("refuse", []), ("cancel", [])):
        with pytest.raises(NothingToDo):
            await other.do(deed, call_id, *given)
