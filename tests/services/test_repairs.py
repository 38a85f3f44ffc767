import pytest
from sqlalchemy import select

from domain.checkins import State
from domain.ids import PairId
from domain.messages import CoverBegun, CoverOffered, LookedAfter, PairEnded, WithoutPartner
from domain.partners import EndReason
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.absences import covers, pass_until, says_yes, seats, serve, silent
from tests.cast import NOON, Cast, Member, actor
from tests.evenings import DAY, HOUR
from tests.letters import write
from tests.pairs import in_line, joins, paired
from tests.scenes import answered

SILENT = NOON + 3 * DAY
"""Noon on the day on which somebody has been silent for three days."""


@pytest.fixture(autouse=True)
async def _nobody_is_asked(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        for member in (cast.ana, cast.ben, cast.cem):
            await work.schedules.stop(member.membership_id)


@pytest.fixture
async def pair_id(storage: Storage, cast: Cast) -> PairId:
    return await paired(storage, cast.ana, cast.ben)


@pytest.fixture
async def eva(storage: Storage, cast: Cast) -> Member:
    return await joins(storage, cast.ana, "Eva", 107)


async def told(storage: Storage, member: Member, kind: type) -> int:
    return len([one for one in await in_line(storage, member) if isinstance(one, kind)])


async def test_after_three_silent_days_a_stand_in_is_offered_the_same_day_and_ends_with_the_return(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, eva: Member
) -> None:
    await silent(storage, cast.ben)
    await pass_until(container, SILENT - HOUR)
    assert [] == await covers(storage)

    await pass_until(container, SILENT, SILENT - HOUR)
    (cover,) = await covers(storage)
    assert {"Ana", "Eva"} == {side.name for side in cover.sides}
    assert [1, 1, 1] == [
        await told(storage, cast.ana, CoverOffered),
        await told(storage, eva, CoverOffered),
        await told(storage, cast.ben, LookedAfter),
    ]

    await says_yes(storage, container, cover.pair_id, cast.ana, eva, now=SILENT)
    assert 1 == await told(storage, cast.ana, CoverBegun)
    assert {"Ana", "Eva"} == await seats(storage, cover.pair_id)

    await pass_until(container, SILENT + 5 * HOUR, SILENT)
    assert {"Ana", "Eva"} == await seats(storage, cover.pair_id)

    await answered(storage, cast.ben, (SILENT + DAY).date(), mood=5)
    await pass_until(container, SILENT + DAY + HOUR, SILENT + 5 * HOUR)

    assert set() == await seats(storage, cover.pair_id)
    assert {"Ana", "Ben"} == await seats(storage, pair_id)
    assert [1, 1] == [await told(storage, cast.ana, PairEnded), await told(storage, eva, PairEnded)]
    async with storage.unit_of_work() as work:
        found = await work.repairs.cover(cover.pair_id)
    assert found is not None
    assert EndReason.RETURNED is found.end_reason


async def test_a_message_is_a_sign_too(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, eva: Member
) -> None:
    del eva
    await silent(storage, cast.ben)
    await write(container, await actor(storage, cast.ben), pair_id, "Still here", NOON + 2 * DAY)
    await pass_until(container, SILENT + DAY)

    assert [] == await covers(storage)


@pytest.mark.usefixtures("pair_id", "eva")
async def test_days_that_our_outage_took_make_nobody_silent(
    storage: Storage, container: Container, cast: Cast
) -> None:
    for day in range(1, 4):
        await answered(storage, cast.ben, (NOON + day * DAY).date(), State.EXCUSED)
    await pass_until(container, SILENT + 2 * DAY)

    assert [] == await covers(storage)


@pytest.mark.usefixtures("pair_id")
async def test_there_is_one_offer_in_an_absence_and_a_no_is_not_asked_again_of_the_same(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    await silent(storage, cast.ben, days=5)
    await pass_until(container, SILENT)
    (cover,) = await covers(storage)
    who = await actor(storage, eva)
    async with container.transaction() as services:
        await services.standing_in.decline(who, cover.pair_id, SILENT)
    await serve(container, SILENT)

    assert 1 == await told(storage, cast.fay, WithoutPartner)

    await pass_until(container, SILENT + 3 * DAY, SILENT)
    assert 1 == len(await covers(storage))

    await answered(storage, cast.ben, (SILENT + 4 * DAY).date(), mood=5)
    await silent(storage, cast.ben, since=SILENT + 4 * DAY)
    await pass_until(container, SILENT + 8 * DAY, SILENT + 3 * DAY)
    assert 1 == len(await covers(storage))
    assert 2 == await told(storage, cast.fay, WithoutPartner)


@pytest.mark.usefixtures("pair_id")
async def test_an_offer_that_nobody_takes_up_lapses_after_a_day(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    await silent(storage, cast.ben, days=5)
    await pass_until(container, SILENT)
    (cover,) = await covers(storage)
    await says_yes(storage, container, cover.pair_id, cast.ana, now=SILENT)
    await pass_until(container, SILENT + DAY + HOUR, SILENT)
    (after,) = await covers(storage)

    assert not after.is_open
    assert 1 == await told(storage, cast.ana, PairEnded)
    assert [0, 0] == [await told(storage, eva, PairEnded), await told(storage, eva, CoverOffered)]
    assert 1 == await told(storage, cast.fay, WithoutPartner)


async def test_a_break_of_three_days_gets_a_stand_in_by_itself_until_it_is_over(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, eva: Member
) -> None:
    until = (NOON + 4 * DAY).date()
    async with storage.unit_of_work() as work:
        await work.schedules.set_paused_until(cast.ben.membership_id, until, None)
    await pass_until(container, NOON + 8 * HOUR)
    (cover,) = await covers(storage)
    assert 0 == await told(storage, cast.ben, LookedAfter)

    await says_yes(storage, container, cover.pair_id, cast.ana, eva, now=NOON + 8 * HOUR)
    await pass_until(container, NOON + 3 * DAY, NOON + 8 * HOUR)
    assert {"Ana", "Eva"} == await seats(storage, cover.pair_id)

    await pass_until(container, NOON + 4 * DAY, NOON + 3 * DAY)
    assert set() == await seats(storage, cover.pair_id)
    assert {"Ana", "Ben"} == await seats(storage, pair_id)


@pytest.mark.usefixtures("pair_id")
async def test_in_a_group_of_two_the_facilitator_hears_who_is_alone_and_is_told_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await silent(storage, cast.ben, days=5)
    await pass_until(container, SILENT + DAY)

    assert [] == await covers(storage)
    assert 1 == await told(storage, cast.fay, WithoutPartner)


async def test_in_a_trio_the_other_two_have_each_other(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    await paired(storage, cast.ana, cast.ben, eva)
    await joins(storage, cast.ana, "Dov", 108)
    await silent(storage, cast.ben)
    await pass_until(container, SILENT + DAY)

    assert [] == await covers(storage)
    assert 0 == await told(storage, cast.fay, WithoutPartner)


@pytest.mark.usefixtures("pair_id")
async def test_who_cannot_be_reached_is_silent_or_stands_in_already_is_not_asked(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    dov = await joins(storage, cast.ana, "Dov", 108)
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(eva.person_id, NOON)
    await silent(storage, cast.ben)
    await silent(storage, dov)
    await pass_until(container, SILENT)

    assert [] == await covers(storage)
    assert 1 == await told(storage, cast.fay, WithoutPartner)


@pytest.mark.usefixtures("pair_id", "eva")
async def test_nobody_is_looked_for_at_night(storage: Storage, container: Container, cast: Cast) -> None:
    midnight = SILENT + 11 * HOUR
    await serve(container, NOON)
    await silent(storage, cast.ben)
    await serve(container, midnight)
    assert [] == await covers(storage)

    await pass_until(container, SILENT + DAY, midnight)
    assert 1 == len(await covers(storage))


@pytest.mark.usefixtures("pair_id")
async def test_an_offer_waits_for_the_end_of_quiet_hours(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    who = await actor(storage, eva)
    async with container.transaction() as services:
        await services.schedules.set_quiet(who, 9 * 60, 15 * 60)
    await silent(storage, cast.ben)
    await pass_until(container, SILENT)
    async with storage.unit_of_work() as work:
        query = select(OutboxRow.not_before).where(
            OutboxRow.person_id == eva.person_id, OutboxRow.kind == CoverOffered.kind
        )
        moment = await work.session.scalar(query)

    assert SILENT + 3 * HOUR == moment


async def test_somebody_in_two_groups_is_away_only_where_they_are_silent(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, eva: Member
) -> None:
    del pair_id, eva
    dov = await joins(storage, cast.cem, "Dov", 109)
    other = await paired(storage, cast.cem, dov)
    await silent(storage, cast.ben)
    await pass_until(container, SILENT)

    assert 1 == len(await covers(storage))
    assert {"Cem", "Dov"} == await seats(storage, other)
