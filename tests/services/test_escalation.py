import asyncio
import datetime as dt

import pytest
from sqlalchemy import select, update

from domain.access import Role
from domain.errors import NotAllowed
from domain.escalation import UNHEARD_AGAIN_AFTER, Rung
from domain.ids import Address, AlertId
from domain.setbacks import AlertState, Cause, Outcome, Rule
from services.container import Container
from storage.outbox import CANCELLED
from storage.tables.alerts import AlertRow
from storage.tables.groups import MembershipRow
from storage.unit_of_work import Storage
from tests.alerting import SOS, alert_of, raised
from tests.cast import NOON, ZONE, Cast, Member, actor
from tests.escalating import QUARTER, acknowledge, agrees, climbed, lost, tick, told
from tests.scenes import HOUR, answered

MOMENT = dt.timedelta(seconds=1)


@pytest.fixture(autouse=True)
async def consent(storage: Storage, cast: Cast) -> None:
    await agrees(storage, cast.ana)


@pytest.fixture
async def eve(storage: Storage, cast: Cast) -> Member:
    """Bring in somebody who is the backup of Ana's group."""
    async with storage.unit_of_work() as work:
        person = await work.people.add(Address(107), "en", ZONE, NOON)
        seat = await work.groups.join(cast.ana.group_id, person, Role.FACILITATOR, "Eve", NOON)
        await work.session.execute(
            update(MembershipRow).where(MembershipRow.id == seat).values(is_backup=True)
        )
    return Member(person, seat, cast.ana.group_id, Address(107), "Eve")


async def test_it_climbs_a_rung_each_quarter_of_an_hour_and_goes_on_at_the_last(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    alert_id = await climbed(container, storage, cast, 6)
    fay, backup, dee = cast.fay.person_id, eve.person_id, cast.dee.person_id

    assert [{fay}, {fay}, {fay, backup}, *[{fay, backup, dee}] * 4] == [
        await told(storage, number) for number in range(7)
    ]
    assert (Rung.OPERATOR, 6) == (
        (await alert_of(storage, alert_id)).rung,
        (await alert_of(storage, alert_id)).round,
    )


async def test_each_round_at_the_last_rung_is_said_to_the_operator(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    said: list[AlertId] = []
    container.on_unseen(said.append)
    alert_id = await climbed(container, storage, cast, 3)
    assert [] == said
    await tick(container, NOON + 4 * QUARTER)
    await tick(container, NOON + 5 * QUARTER)

    assert [alert_id] * 2 == said


async def test_nobody_of_another_clinic_is_ever_told(
    container: Container, storage: Storage, cast: Cast
) -> None:
    await climbed(container, storage, cast, 6)

    assert cast.gus.person_id not in {person for number in range(7) for person in await told(storage, number)}


async def test_high_climbs_by_four_waking_hours(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    craving = Cause(Rule.CRAVING, 9, await answered(storage, cast.ana, craving=9))
    await raised(container, cast.ana, craving)
    await tick(container, NOON + 4 * HOUR)
    await tick(container, NOON + 8 * HOUR - MOMENT)
    assert set() == await told(storage, 2)
    await tick(container, NOON + 8 * HOUR)

    assert {cast.fay.person_id, eve.person_id} == await told(storage, 2)


async def test_when_the_only_one_told_is_found_out_of_reach_the_next_is_told_at_once(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    await raised(container, cast.ana, SOS)
    await lost(container, cast.fay, NOON + MOMENT)
    assert eve.person_id in await told(storage, 1)
    await lost(container, eve, NOON + 2 * MOMENT)

    assert cast.dee.person_id in await told(storage, 2)


async def test_one_of_two_out_of_reach_changes_nothing(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    async with storage.unit_of_work() as work:
        await work.session.execute(update(MembershipRow).values(is_backup=False))
    alert_id = await raised(container, cast.ana, SOS)
    await lost(container, cast.fay, NOON + MOMENT)

    assert 0 == (await alert_of(storage, alert_id)).round


async def test_handed_to_somebody_out_of_reach_it_goes_back_to_the_group(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    alert_id = await raised(container, cast.ana, SOS)
    assert alert_id is not None
    async with container.transaction() as services:
        await services.alarm.tell_again(alert_id, eve.person_id, NOON + MOMENT)
    assert {eve.person_id} == await told(storage, 1)
    await lost(container, eve, NOON + 2 * MOMENT)

    assert {cast.fay.person_id} == await told(storage, 2)


async def test_nobody_within_reach_is_said_at_once_and_each_half_hour_whatever_the_level(
    container: Container, storage: Storage, cast: Cast
) -> None:
    said: list[AlertId] = []
    container.on_unheard(said.append)
    craving = Cause(Rule.CRAVING, 9, await answered(storage, cast.ana, craving=9))
    alert_id = await raised(container, cast.ana, craving)
    await lost(container, cast.fay, NOON + MOMENT)
    await lost(container, cast.dee, NOON + 2 * MOMENT)
    assert [alert_id] == said
    found = await alert_of(storage, alert_id)
    assert NOON + 2 * MOMENT + UNHEARD_AGAIN_AFTER == found.next_round_at
    await tick(container, NOON + HOUR)

    assert [alert_id] * 2 == said
    async with container.transaction() as services:
        figures = await services.alert_audit.figures()
    assert (1, 1, NOON) == (figures.open, figures.unheard, figures.oldest_raised_at)


async def test_whoever_is_back_hears_at_once_what_reached_nobody(
    container: Container, storage: Storage, cast: Cast
) -> None:
    for member in (cast.fay, cast.dee):
        await lost(container, member, NOON)
    alert_id = await raised(container, cast.ana, SOS)
    async with container.transaction() as services:
        await services.reachability.regained(cast.fay.person_id, NOON + MOMENT)

    assert {cast.fay.person_id} == await told(storage, 1)
    async with storage.unit_of_work() as work:
        assert (
            await work.session.scalar(select(AlertRow.unheard_since).where(AlertRow.id == alert_id)) is None
        )


async def test_acknowledged_nothing_more_is_told_and_what_waits_is_taken_back(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    alert_id = await climbed(container, storage, cast)
    assert await acknowledge(container, storage, cast.fay, alert_id)
    await tick(container, NOON + 5 * HOUR)

    assert set() == await told(storage, 2)
    assert {cast.fay.person_id, eve.person_id} == await told(storage, 2, states=[CANCELLED])
    assert 2 == (await alert_of(storage, alert_id)).round


async def test_of_two_at_once_one_has_acknowledged_it(
    container: Container, storage: Storage, cast: Cast, eve: Member
) -> None:
    alert_id = await climbed(container, storage, cast)
    both = await asyncio.gather(
        acknowledge(container, storage, cast.fay, alert_id), acknowledge(container, storage, eve, alert_id)
    )

    assert [False, True] == sorted(both)
    assert 1 == len((await alert_of(storage, alert_id)).steps)


async def test_an_ex_facilitator_can_take_nothing(container: Container, storage: Storage, cast: Cast) -> None:
    alert_id = await climbed(container, storage, cast)
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.fay.membership_id, NOON)
        await work.groups.leave(cast.dee.membership_id, NOON)

    for member in (cast.fay, cast.dee):
        with pytest.raises(NotAllowed):
            await acknowledge(container, storage, member, alert_id)
    assert AlertState.OPEN is (await alert_of(storage, alert_id)).state


async def test_after_it_is_closed_an_acknowledgement_changes_nothing(
    container: Container, storage: Storage, cast: Cast
) -> None:
    alert_id = await climbed(container, storage, cast)
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        await services.alert_steps.resolve(fay, alert_id, Outcome.TALKED, NOON + HOUR)

    assert not await acknowledge(container, storage, cast.fay, alert_id)
    with pytest.raises(NotAllowed):
        await acknowledge(container, storage, cast.dee, alert_id)
    assert AlertState.RESOLVED is (await alert_of(storage, alert_id)).state
