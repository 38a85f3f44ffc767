"""A partner is told of a pause when its owner wants that, and learns until when, not why."""

import datetime as dt

import pytest

from domain.ids import PairId
from domain.messages import PartnerPaused
from domain.schedules import PauseReason
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.phone import Phone, messages
from tests.scenes import partners

UNTIL = dt.date(2026, 3, 30)


@pytest.fixture
async def pair_id(storage: Storage, container: Container, cast: Cast) -> PairId:
    """Ana and Ben are partners, and Ana takes a pause that Ben is told of."""
    pair_id = await partners(storage, cast.ana, cast.ben)
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.schedules.pause_until(ana, UNTIL, PauseReason.ILLNESS, NOON, is_partner_told=True)
    return pair_id


async def test_the_partner_learns_until_when_and_not_why(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    ben = Phone(storage, container, cast.ben)
    await ben.receive(PartnerPaused(pair_id, cast.ana.membership_id))

    assert (
        "<b>Ana</b> is taking a break until Mon, Mar 30. Nothing to do; your facilitator knows." == ben.text
    )
    assert ["partner.paused"] == await messages(storage, cast.ben)
    assert [] == await messages(storage, cast.fay)


async def test_once_the_pause_is_over_nobody_is_told(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.schedules.resume(ana)

    ben = Phone(storage, container, cast.ben)
    assert await ben.receive(PartnerPaused(pair_id, cast.ana.membership_id)) is None


async def test_nobody_but_the_partner_is_told(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    for member in (cast.ana, cast.fay, cast.cem, cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        assert await phone.receive(PartnerPaused(pair_id, cast.ana.membership_id)) is None


async def test_whoever_is_no_partner_any_more_is_not_told(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    ana = await actor(storage, cast.ana)
    async with container.transaction() as services:
        await services.partners.end(ana, pair_id, NOON)

    ben = Phone(storage, container, cast.ben)
    assert await ben.receive(PartnerPaused(pair_id, cast.ana.membership_id)) is None
