import datetime as dt

import pytest

from domain.access import Scope
from domain.errors import NotAllowed
from domain.ids import PairId
from domain.messages import PartnerNudge
from domain.partners import EndReason, Glimpse
from domain.sharing import AT_START, CONSENT_LASTS, SharedItem, Sharing
from services.container import Container
from storage.tables.partners import PairMemberRow
from storage.types import Sealed
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import ALL, in_line, joins, paired, shares
from tests.scenes import answered

MOMENT = dt.timedelta(microseconds=1)


async def sees(
    storage: Storage, viewer: Member, owner: Member, item: SharedItem, at: dt.datetime = NOON
) -> bool:
    async with storage.unit_of_work() as work:
        scope = Scope(person_id=viewer.person_id)
        return await work.partner_consents.is_shown(scope, owner.membership_id, item, at)


async def given(
    container: Container, storage: Storage, pair_id: PairId, between: tuple[Member, Member], at: dt.datetime
) -> Sharing:
    owner, viewer = between
    me = await actor(storage, owner)
    async with container.transaction() as services:
        return (await services.consenting.shown(me, pair_id, viewer.membership_id, at)).sharing


async def chooses(
    container: Container, storage: Storage, pair_id: PairId, owner: Member, viewer: Member, **choice: bool
) -> None:
    me = await actor(storage, owner)
    async with container.transaction() as services:
        for item, is_on in choice.items():
            await services.consenting.choose(
                me, pair_id, viewer.membership_id, item=SharedItem(item), is_on=is_on, now=NOON
            )


async def test_a_pair_begins_with_what_both_said_yes_to(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)

    sharing = await given(container, storage, pair_id, (cast.ana, cast.ben), NOON)
    assert AT_START == sharing.items
    assert NOON + CONSENT_LASTS == sharing.ends_at


@pytest.mark.parametrize("item", SharedItem)
async def test_a_consent_ends_by_itself_and_can_be_given_again(
    storage: Storage, container: Container, cast: Cast, item: SharedItem
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ana, item)
    end = NOON + CONSENT_LASTS

    assert await sees(storage, cast.ben, cast.ana, item, end - MOMENT)
    assert not await sees(storage, cast.ben, cast.ana, item, end)
    lapsed = await given(container, storage, pair_id, (cast.ana, cast.ben), end)
    assert Sharing({}, frozenset({item})) == lapsed

    await shares(storage, pair_id, cast.ana, item, at=end)
    assert await sees(storage, cast.ben, cast.ana, item, end)
    again = await given(container, storage, pair_id, (cast.ana, cast.ben), end)
    assert Sharing({item: end + CONSENT_LASTS}) == again


async def test_after_its_time_nothing_of_the_day_is_shown(
    storage: Storage, container: Container, cast: Cast
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ben, *ALL)
    await answered(storage, cast.ben, (NOON + CONSENT_LASTS).date(), mood=4, craving=7)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        page = await services.partners.page(ana, pair_id, NOON + CONSENT_LASTS)

    assert [Glimpse()] == [glimpse for _, glimpse in page.others]


async def test_in_three_each_is_shown_what_is_meant_for_them(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    await chooses(container, storage, pair_id, cast.ana, cast.ben, mood=True)
    await chooses(container, storage, pair_id, cast.ana, eve, checkin=False)

    seen = [
        [item for item in SharedItem if await sees(storage, viewer, cast.ana, item)]
        for viewer in (cast.ben, eve)
    ]
    assert [[SharedItem.CHECKED_IN, SharedItem.MOOD, SharedItem.SUPPORT], [SharedItem.SUPPORT]] == seen


@pytest.mark.parametrize("viewer", ["ana", "cem", "fay"])
async def test_nothing_can_be_given_to_somebody_who_is_no_partner(
    storage: Storage, container: Container, cast: Cast, viewer: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)

    with pytest.raises(NotAllowed):
        await chooses(container, storage, pair_id, cast.ana, getattr(cast, viewer), mood=True)


async def test_taking_it_back_takes_what_waits_because_of_it_and_nothing_else(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    nudges = [PartnerNudge(pair_id, await answered(storage, one)) for one in (cast.ana, eve)]
    async with container.transaction() as services:
        for number, nudge in enumerate(nudges):
            await services.outbox.post(nudge, to=cast.ben.person_id, key=f"nudge {number}", now=NOON)

    await chooses(container, storage, pair_id, cast.ana, cast.ben, support=False)
    assert nudges == await in_line(storage, cast.ben)
    await chooses(container, storage, pair_id, cast.ana, cast.ben, checkin=False)
    assert nudges[1:] == await in_line(storage, cast.ben)


@pytest.mark.parametrize("reason", EndReason)
async def test_with_the_end_every_consent_and_username_is_gone(
    storage: Storage, container: Container, cast: Cast, reason: EndReason
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ana, *ALL)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        row = await services._work.session.get_one(PairMemberRow, (pair_id, cast.ana.membership_id))
        row.username, row.swap_agreed_at = Sealed(b"x"), NOON
        await services._work.session.flush()
        pair = await services._work.partners.pair(ana.scope, pair_id)
        assert pair is not None
        await services.partners._partings.end(pair, reason, NOON)

    assert not any([await sees(storage, cast.ben, cast.ana, item) for item in SharedItem])
    async with storage.unit_of_work() as work:
        row = await work.session.get_one(PairMemberRow, (pair_id, cast.ana.membership_id))
        assert (None, None) == (row.username, row.swap_agreed_at)


async def test_who_leaves_three_takes_along_what_was_theirs_and_leaves_the_others_what_is_theirs(
    storage: Storage, container: Container, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    pair_id = await paired(storage, cast.ana, cast.ben, eve)
    nudges = [PartnerNudge(pair_id, await answered(storage, one)) for one in (cast.ana, eve)]
    leaver = await actor(storage, eve)
    async with container.transaction() as services:
        for number, nudge in enumerate(nudges):
            await services.outbox.post(nudge, to=cast.ben.person_id, key=f"nudge {number}", now=NOON)
        await services.partners.end(leaver, pair_id, NOON)

    waiting = [one for one in await in_line(storage, cast.ben) if isinstance(one, PartnerNudge)]
    assert nudges[:1] == waiting
    assert await sees(storage, cast.ben, cast.ana, SharedItem.CHECKED_IN)
    assert not await sees(storage, cast.ben, eve, SharedItem.CHECKED_IN)
    assert not await sees(storage, eve, cast.ana, SharedItem.CHECKED_IN)
