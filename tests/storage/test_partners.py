import datetime as dt

import pytest

from domain.access import SYSTEM, Role, Scope
from domain.checkins import State
from domain.groups import MemberState
from domain.ids import PairId
from domain.partners import Answer, Glimpse, PairState, Partner
from storage.tables.groups import MembershipRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.pairs import ALL, asked, end_pairs_of, joins, paired, shares
from tests.scenes import answered

LATER = NOON + dt.timedelta(days=1)


async def scope_of(storage: Storage, member: Member) -> Scope:
    return (await actor(storage, member)).scope


async def partners(storage: Storage, scope: Scope, of: Member) -> list[Partner]:
    async with storage.unit_of_work() as work:
        return await work.partners.partners_of(scope, of.membership_id)


async def glimpse_of(
    storage: Storage, viewer: Member, pair_id: PairId, of: Member, at: dt.datetime = NOON
) -> Glimpse:
    scope = await scope_of(storage, viewer)
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)
        assert pair is not None
        side = pair.side_of(of.person_id)
        assert side is not None
        return await work.glimpses.of_day(scope, side, NOON.date(), at)


async def test_partners_know_each_other_by_display_name(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    assert [
        Partner(
            pair_id,
            cast.ben.membership_id,
            cast.ben.person_id,
            "Ben",
        )
    ] == await partners(storage, await scope_of(storage, cast.ana), cast.ana)


async def test_those_who_are_only_asked_are_no_partners(storage: Storage, cast: Cast) -> None:
    await asked(storage, cast.ana, cast.ben)

    assert [] == await partners(storage, SYSTEM, cast.ana)


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus", "ben"])
async def test_nobody_else_sees_whose_partner_somebody_is(
    storage: Storage, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, await joins(storage, cast.ana, "Eve", 201))
    scope = await scope_of(storage, getattr(cast, outsider))

    assert [] == await partners(storage, scope, cast.ana)
    async with storage.unit_of_work() as work:
        assert await work.partners.pair(scope, pair_id) is None
        assert [] == await work.partners.open_of(scope, cast.ana.membership_id)
        assert [] == await work.partners.open_in(scope, cast.ana.group_id)
        assert {} == await work.pairing.past(scope, cast.ana.group_id, NOON)


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus"])
async def test_nobody_from_elsewhere_learns_who_is_in_the_group(
    storage: Storage, cast: Cast, outsider: str
) -> None:
    scope = await scope_of(storage, getattr(cast, outsider))
    async with storage.unit_of_work() as work:
        assert [] == await work.pairing.seated(scope, cast.ana.group_id)


async def test_a_facilitator_sees_the_pairs_of_the_group(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    scope = await scope_of(storage, cast.fay)
    async with storage.unit_of_work() as work:
        assert [pair_id] == [pair.pair_id for pair in await work.partners.open_in(scope, cast.fay.group_id)]
        assert ["Ana", "Ben"] == sorted(
            seated.candidate.name for seated in await work.pairing.seated(scope, cast.fay.group_id)
        )


async def test_what_is_shared_is_seen_by_the_partner_and_nothing_else(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await answered(storage, cast.ben, mood=4, craving=7)

    assert Glimpse(has_checked_in=True) == await glimpse_of(storage, cast.ana, pair_id, cast.ben)

    await shares(storage, pair_id, cast.ben, *ALL)

    assert Glimpse(has_checked_in=True, mood=4, craving=7) == await glimpse_of(
        storage, cast.ana, pair_id, cast.ben
    )

    await shares(storage, pair_id, cast.ben)

    assert Glimpse() == await glimpse_of(storage, cast.ana, pair_id, cast.ben)


@pytest.mark.parametrize("outsider", ["cem", "dee", "gus", "fay"])
async def test_what_is_shared_with_a_partner_is_seen_by_nobody_else(
    storage: Storage, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ben, *ALL)
    await answered(storage, cast.ben, mood=4, craving=7)

    glimpse = await glimpse_of(storage, getattr(cast, outsider), pair_id, cast.ben)

    assert Glimpse() == glimpse


async def test_a_former_partner_sees_nothing_any_more(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ben, *ALL)
    await answered(storage, cast.ben, mood=4, craving=7)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, cast.ana.membership_id, LATER)

    assert Glimpse() == await glimpse_of(storage, cast.ana, pair_id, cast.ben)
    assert [] == await partners(storage, SYSTEM, cast.ben)


@pytest.mark.parametrize(
    ("state", "is_missing"),
    [
        (State.OPEN, True),
        (State.MISSED, True),
        (State.IN_PROGRESS, False),
        (State.COMPLETED, False),
        (State.PARTIAL, False),
        (State.SKIPPED, False),
        (State.PAUSED, False),
        (State.UNREACHABLE, False),
        (State.EXCUSED, False),
    ],
)
async def test_a_check_in_is_missing_while_it_waits_or_once_it_is_missed(
    storage: Storage, cast: Cast, state: State, is_missing: bool
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    checkin_id = await answered(storage, cast.ben, state=State.OPEN)
    scope = await scope_of(storage, cast.ana)
    async with storage.unit_of_work() as work:
        await work.checkins.set_state(checkin_id, state, NOON)
        pair = await work.partners.pair(scope, pair_id)
        assert pair is not None
        (side,) = pair.others(cast.ana.person_id)

        assert is_missing == await work.glimpses.is_missing(scope, side, checkin_id, NOON)


async def test_who_leaves_ends_the_pair_and_the_other_is_named(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        (ended,) = await end_pairs_of(work, cast.ana.membership_id, LATER)
        pair = await work.partners.pair(SYSTEM, pair_id)

        assert (pair_id, (cast.ben.person_id,)) == (ended.pair_id, ended.told)
        assert pair is not None
        assert PairState.ENDED == pair.state
        assert [] == await end_pairs_of(work, cast.ana.membership_id, LATER)


async def test_a_trio_goes_on_with_two(storage: Storage, cast: Cast) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    await paired(storage, cast.ana, cast.ben, eve)
    async with storage.unit_of_work() as work:
        (ended,) = await end_pairs_of(work, eve.membership_id, LATER)

    assert {cast.ana.person_id, cast.ben.person_id} == set(ended.told)
    assert ["Ben"] == [one.name for one in await partners(storage, SYSTEM, cast.ana)]
    assert [] == await partners(storage, SYSTEM, eve)


async def test_a_member_who_has_left_is_nobodys_partner(storage: Storage, cast: Cast) -> None:
    await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        row = await work.session.get_one(MembershipRow, cast.ben.membership_id)
        row.state = MemberState.LEFT

    assert [] == await partners(storage, SYSTEM, cast.ana)


async def test_an_erased_member_has_no_name(storage: Storage, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.keys.destroy(cast.ben.person_id)
    async with storage.unit_of_work() as work:
        pair = await work.partners.pair(SYSTEM, pair_id)

    assert pair is not None
    assert [""] == [side.name for side in pair.others(cast.ana.person_id)]


async def test_the_past_counts_pairs_that_began_and_remembers_who_was_declined(
    storage: Storage, cast: Cast
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    await paired(storage, cast.ana, cast.ben)
    refused = await asked(storage, cast.ana, eve)
    async with storage.unit_of_work() as work:
        await end_pairs_of(work, cast.ben.membership_id, LATER)
        await work.partners.set_answer(refused, eve.membership_id, Answer.DECLINED, LATER)
        await work.partners.close(refused, PairState.DECLINED, LATER)
        past = await work.pairing.past(SYSTEM, cast.ana.group_id, LATER)

    together = past[frozenset({cast.ana.membership_id, cast.ben.membership_id})]
    declined = past[frozenset({cast.ana.membership_id, eve.membership_id})]
    assert (1, LATER, False) == (together.times, together.last_at, together.was_declined)
    assert (0, None, True) == (declined.times, declined.last_at, declined.was_declined)


async def test_the_paused_and_the_unreachable_are_known(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ana.membership_id, LATER.date())
        await work.people.set_unreachable(cast.ben.person_id, NOON)
        seated = await work.pairing.seated(SYSTEM, cast.ana.group_id)

    assert {"Ana": (LATER.date(), False), "Ben": (None, True)} == {
        one.candidate.name: (one.paused_until, one.is_unreachable) for one in seated
    }


async def test_a_facilitator_is_never_seated(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        seated = await work.pairing.seated(SYSTEM, cast.fay.group_id)

    assert cast.fay.membership_id not in {one.candidate.membership_id for one in seated}
    assert Role.FACILITATOR in {seat.role for seat in (await actor(storage, cast.fay)).seats}
