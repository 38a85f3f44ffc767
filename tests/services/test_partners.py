import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.checkins import State
from domain.errors import NotAllowed, NothingToDo
from domain.messages import AlertRaised, PairEnded
from domain.partners import Glimpse, ReadyAnswer
from domain.setbacks import Rule
from domain.sharing import AT_START, SharedItem
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.pairs import ALL, asked, end_pairs_of, in_line, joins, paired, shares
from tests.scenes import answered


async def test_each_sees_what_the_other_shares_and_what_they_share(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ben, *ALL)
    await answered(storage, cast.ben, mood=4, craving=7)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        page = await services.partners.page(ana, pair_id, NOON)

    ((side, glimpse),) = page.others
    assert ("Ben", Glimpse(has_checked_in=True, mood=4, craving=7)) == (side.name, glimpse)
    assert [AT_START] == [shown.sharing.items for shown in page.given]


async def test_the_day_is_that_of_the_partners_own_zone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await answered(storage, cast.ben)
    ana = await actor(storage, cast.ana)
    evening = dt.datetime(2026, 3, 4, 4, 59, tzinfo=dt.UTC)
    async with container.transaction() as services:
        ((_, before),) = (await services.partners.page(ana, pair_id, evening)).others
        ((_, after),) = (await services.partners.page(ana, pair_id, evening + dt.timedelta(minutes=1))).others

    assert (True, False) == (before.has_checked_in, after.has_checked_in)


async def test_what_is_no_longer_shared_is_gone_at_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await answered(storage, cast.ben, mood=4)
    ana, ben = await actor(storage, cast.ana), await actor(storage, cast.ben)
    async with container.transaction() as services:
        seat = cast.ana.membership_id
        choose = services.consenting.choose
        await choose(ben, pair_id, seat, item=SharedItem.MOOD, is_on=True, now=NOON)
        ((_, shown),) = (await services.partners.page(ana, pair_id, NOON)).others
        for item in SharedItem:
            await choose(ben, pair_id, seat, item=item, is_on=False, now=NOON)
        ((_, hidden),) = (await services.partners.page(ana, pair_id, NOON)).others

    assert Glimpse(has_checked_in=True, mood=4) == shown
    assert Glimpse() == hidden


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus", "fay"])
async def test_a_pair_is_closed_to_everybody_else(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    person = await actor(storage, getattr(cast, outsider))
    ben = cast.ben.membership_id
    async with container.transaction() as services:
        for attempt in (
            lambda: services.partners.page(person, pair_id, NOON),
            lambda: services.consenting.choose(
                person, pair_id, ben, item=SharedItem.MOOD, is_on=True, now=NOON
            ),
            lambda: services.consenting.every(person, pair_id, NOON),
            lambda: services.agreements.read(person, pair_id),
            lambda: services.agreements.take(person, pair_id, 1),
            lambda: services.partners.end(person, pair_id, NOON),
            lambda: services.partners.worry(person, pair_id, ben, NOON),
        ):
            with pytest.raises(NothingToDo):
                await attempt()


async def test_those_who_are_only_asked_see_nothing_of_each_other(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await asked(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        with pytest.raises(NothingToDo):
            await services.partners.page(ana, pair_id, NOON)


async def test_ending_tells_the_other_once_and_closes_the_writing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.relays.begin(ana, pair_id, NOON)
        await services.partners.end(ana, pair_id, NOON)
        with pytest.raises(NothingToDo):
            await services.partners.end(ana, pair_id, NOON)

        assert await services.people.dialogue(ana.person_id) is None
    assert [PairEnded(pair_id)] == await in_line(storage, cast.ben)
    assert [] == await in_line(storage, cast.ana)


async def test_a_worry_reaches_the_facilitator_and_not_the_partner(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        for _ in range(2):
            await services.partners.worry(ana, pair_id, cast.ben.membership_id, NOON)
    async with storage.unit_of_work() as work:
        alert = await work.alerts.unresolved_of(cast.ben.membership_id)

    assert alert is not None
    assert [(Rule.CONCERN, cast.ana.membership_id)] == [
        (one.cause.rule, one.cause.raised_by) for one in alert.found
    ]
    assert [AlertRaised(alert.alert_id, 0)] == await in_line(storage, cast.fay)
    assert [] == await in_line(storage, cast.ben)


@pytest.mark.parametrize("who", ["ana", "cem", "fay"])
async def test_one_worries_about_a_partner_only(
    storage: Storage, container: Container, cast: Cast, who: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        with pytest.raises(NotAllowed):
            await services.partners.worry(ana, pair_id, getattr(cast, who).membership_id, NOON)


async def test_a_nudge_names_who_has_not_checked_in_and_every_ready_answer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    checkin_id = await answered(storage, cast.ben, state=State.OPEN)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        nudge = await services.partners.nudge(ana, pair_id, checkin_id, NOON)

    assert nudge is not None
    assert ("Ben", tuple(ReadyAnswer)) == (nudge.name, nudge.ready)


async def test_a_nudge_is_not_given_once_it_is_out_of_place(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben)
    checkin_id = await answered(storage, cast.ben, state=State.OPEN)
    elsewhere = await answered(storage, cast.cem, state=State.OPEN)
    own = await answered(storage, cast.ana, state=State.OPEN)
    ana, other = await actor(storage, cast.ana), await actor(storage, eve)
    async with container.transaction() as services:
        nudge = services.partners.nudge

        assert await nudge(ana, pair_id, checkin_id, NOON) is not None
        assert await nudge(ana, pair_id, elsewhere, NOON) is None
        assert await nudge(ana, pair_id, own, NOON) is None
        assert await nudge(other, pair_id, checkin_id, NOON) is None


@pytest.mark.parametrize("cause", ["taken", "not shared", "ended"])
async def test_a_nudge_is_dropped_when_things_have_changed(
    storage: Storage, container: Container, cast: Cast, cause: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    checkin_id = await answered(storage, cast.ben, state=State.OPEN)
    async with storage.unit_of_work() as work:
        if cause == "taken":
            await work.checkins.set_state(checkin_id, State.IN_PROGRESS, NOON)
        elif cause == "not shared":
            await work.partner_consents.end(pair_id, NOON, cast.ben.membership_id)
        else:
            await end_pairs_of(work, cast.ben.membership_id, NOON)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        assert await services.partners.nudge(ana, pair_id, checkin_id, NOON) is None


async def test_the_facilitators_of_the_pair_are_named(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)
    assert pair is not None
    async with container.transaction() as services:
        assert ["Fay"] == await services.partners.facilitator_names(pair)
