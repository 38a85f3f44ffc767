"""Who may see and set where people stand in the program; a forged button changes nothing."""

import datetime as dt

import pytest

from domain.phases import Phase, Stage, Track
from handlers.callbacks.payload import Press
from handlers.callbacks.phases import ChooseStage, ShowOwnStage, ShowPhases, StageSet
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.phone import Phone

WEEK_AGO = NOON.date() - dt.timedelta(days=7)


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


@pytest.fixture
async def ben(storage: Storage, container: Container, cast: Cast) -> Phone:
    async with storage.unit_of_work() as work:
        await work.phases.begin(cast.ben.membership_id, Phase.STABILISATION, Track.SUBSTANCE_USE, WEEK_AGO)
    return Phone(storage, container, cast.ben)


async def stage(storage: Storage, member: Member) -> Stage:
    async with storage.unit_of_work() as work:
        return await work.phases.stage(member.membership_id)


@pytest.mark.parametrize("number", [0, 5, -1])
async def test_there_are_four_phases(fay: Phone, storage: Storage, cast: Cast, number: int) -> None:
    await fay.press(Button("", StageSet(cast.ben.membership_id, number, Track.EXECUTIVE)))

    assert Track.SUBSTANCE_USE is (await stage(storage, cast.ben)).track
    assert "I can't find that here." in fay.text


async def test_nobody_else_sees_or_moves_people(storage: Storage, container: Container, cast: Cast) -> None:
    seat, track = cast.ben.membership_id, Track.EXECUTIVE
    presses: list[Press] = [
        ShowPhases(cast.fay.group_id),
        ChooseStage(seat, 2, track),
        StageSet(seat, 2, track),
    ]
    for member in (cast.ana, cast.ben, cast.cem, cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        for press in presses:
            await phone.press(Button("", press))
            assert "I can't find that here." in phone.text
    for member in (cast.ana, cast.cem, cast.dee, cast.gus, cast.fay):
        phone = Phone(storage, container, member)
        await phone.press(Button("", ShowOwnStage(seat, cast.fay.person_id)))
        assert "I can't find that here." in phone.text

    assert (Phase.STABILISATION, Track.SUBSTANCE_USE) == (
        (await stage(storage, cast.ben)).phase,
        (await stage(storage, cast.ben)).track,
    )


async def test_only_a_facilitator_of_the_group_is_named_as_who_moved_somebody(
    ben: Phone, storage: Storage, cast: Cast
) -> None:
    for other in (cast.ana, cast.dee):
        await ben.press(Button("", ShowOwnStage(cast.ben.membership_id, other.person_id)))
        assert other.name not in ben.text
        assert "your facilitator" in ben.text


async def test_a_facilitator_has_no_phase(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.press(Button("", StageSet(cast.fay.membership_id, 2, Track.EXECUTIVE)))

    assert "I can't find that here." in fay.text
