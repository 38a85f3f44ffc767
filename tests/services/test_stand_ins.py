import pytest

from domain.access import SYSTEM
from domain.ids import PairId
from domain.messages import WithoutPartner
from services.container import Container
from services.pausing import Pausing
from storage.unit_of_work import Storage
from tests.absences import covers, pass_until, serve, silent
from tests.cast import NOON, Cast, Member, actor
from tests.evenings import DAY, HOUR
from tests.pairs import in_line, joins, paired
from tests.scenes import MINUTE

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


@pytest.mark.usefixtures("pair_id")
async def test_after_a_no_the_next_is_asked_within_the_hour_and_three_at_most(
    storage: Storage, container: Container, cast: Cast, eva: Member
) -> None:
    helpers = [eva, *[await joins(storage, cast.ana, name, 110 + n) for n, name in enumerate("HIJK")]]
    by_name = {member.name: member for member in helpers}
    await silent(storage, cast.ben, days=5)
    await pass_until(container, SILENT)
    asked = []
    for number in range(3):
        offered = (await covers(storage))[-1]
        (name,) = {side.name for side in offered.sides} - {"Ana"}
        asked.append(name)
        who = await actor(storage, by_name[name])
        async with container.transaction() as services:
            await services.standing_in.decline(who, offered.pair_id, SILENT + number * MINUTE)
        assert 0 == await told(storage, cast.fay, WithoutPartner)
        await serve(container, SILENT + (number + 1) * MINUTE)

    assert 3 == len(set(asked)) == len(await covers(storage))
    assert 1 == await told(storage, cast.fay, WithoutPartner)


@pytest.mark.usefixtures("pair_id", "eva")
async def test_whoever_would_rather_be_alone_is_asked_no_more_in_that_absence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await joins(storage, cast.ana, "Hal", 110)
    await silent(storage, cast.ben, days=5)
    await pass_until(container, SILENT)
    (cover,) = await covers(storage)
    who = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.standing_in.decline(who, cover.pair_id, SILENT)
    await pass_until(container, SILENT + DAY, SILENT)

    assert 1 == len(await covers(storage))
    assert 0 == await told(storage, cast.fay, WithoutPartner)


@pytest.mark.usefixtures("pair_id", "eva")
async def test_a_break_that_begins_between_two_looks_gets_a_stand_in_at_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await pass_until(container, NOON - HOUR, NOON - DAY)
    ben, until = await actor(storage, cast.ben), (NOON + 5 * DAY).date()
    async with storage.unit_of_work() as work:
        await work.repairs.set_next(
            (await work.partners.open_of(SYSTEM, cast.ana.membership_id))[0].pair_id, NOON + HOUR
        )
    async with container.transaction() as services:
        await Pausing(services._work, services.outbox).begin(ben, until, None, NOON, is_partner_told=False)
    await serve(container, NOON)

    assert 1 == len(await covers(storage))
