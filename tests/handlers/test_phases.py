"""How a facilitator moves people on, and what those people are told."""

import datetime as dt

import pytest
from sqlalchemy import select

from domain.messages import Message, StageChanged
from domain.phases import Phase, Stage, Track
from domain.quiet import Quiet
from handlers.callbacks.phases import StageSet
from handlers.request import Button
from services.container import Container
from storage.tables.outbox import OutboxRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.facilitators import leads_both_groups
from tests.pairs import in_line
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


async def moves(fay: Phone, *labels: str) -> None:
    await fay.command("phase")
    await fay.tap("Ben")
    for label in labels:
        await fay.tap(label)
    await fay.tap("Do it, and tell Ben")


async def told(storage: Storage, member: Member) -> Message:
    (message,) = await in_line(storage, member)
    return message


async def test_the_list_says_where_each_one_stands(fay: Phone, ben: Phone) -> None:
    await fay.command("phase")

    assert ["Ana · 1 Stabilising · Substance use", "Ben · 1 Stabilising · Substance use"] == fay.labels
    assert fay.reply.screens[0].is_protected


async def test_a_look_at_it_is_in_the_list_of_who_looked(
    fay: Phone, ben: Phone, storage: Storage, container: Container
) -> None:
    await fay.command("phase")
    await ben.command("privacy")
    await ben.tap("Who looked")

    assert "Fay, your phase and program" in ben.text


async def test_what_would_change_stands_there_before_anything_changes(
    fay: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    await fay.command("phase")
    await fay.tap("Ben")
    assert "Phase 1 Stabilising · Substance use, since Tue, Feb 24." in fay.text
    assert "PHQ-2 and GAD-2 every two weeks" in fay.text
    assert "Do it, and tell Ben" not in fay.labels

    await fay.tap("4 Aftercare")
    assert "Would be: phase 4 Aftercare · Substance use." in fay.text
    assert "No longer asked: Tension, Sleep" in fay.text
    assert "every four weeks" in fay.text
    await fay.tap("Mental health only")
    assert "Would be: phase 4 Aftercare · Mental health only." in fay.text
    assert "No longer asked: Tension, Craving, Use, Sleep" in fay.text
    assert Phase.STABILISATION is (await stage(storage, cast.ben)).phase


async def test_a_move_that_changes_no_question_says_so(fay: Phone, ben: Phone) -> None:
    await fay.command("phase")
    await fay.tap("Ben")
    await fay.tap("2 Coping")

    assert "The daily questions stay the same." in fay.text


async def test_a_move_is_kept_with_the_person_s_own_date(
    fay: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_timezone(cast.ben.person_id, "Pacific/Kiritimati")
    await moves(fay, "3 Prevention", "Dual diagnosis")

    assert "Ben · 3 Prevention · Dual diagnosis" in fay.labels
    moved = Stage(Phase.PREVENTION, Track.DUAL_DIAGNOSIS, NOON.date() + dt.timedelta(days=1))
    async with storage.unit_of_work() as work:
        began = Stage(Phase.STABILISATION, Track.SUBSTANCE_USE, WEEK_AGO)
        assert (began, moved) == await work.phases.history(cast.ben.membership_id)


async def test_the_person_is_told_on_the_lock_screen_only_that_something_changes(
    fay: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    await moves(fay, "2 Coping", "Dual diagnosis")
    screen = await ben.receive(await told(storage, cast.ben))
    assert screen is not None

    assert "Something changes in your check-ins." == str(screen.text)
    await ben.tap("What changes?")
    assert "Fay moved you on to phase 2 Coping." in ben.text
    assert "Fay set your program to “Alcohol or drugs, and mental health”." in ben.text
    assert "From your next check-in on I ask about: Mood, Tension" in ben.text
    assert "tell Fay" in ben.text


async def test_a_step_back_is_told_kindly(fay: Phone, ben: Phone, storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        day = NOON.date() - dt.timedelta(days=2)
        await work.phases.move(cast.ben.membership_id, Phase.AFTERCARE, Track.SUBSTANCE_USE, day)
    await moves(fay, "1 Stabilising")
    await ben.receive(await told(storage, cast.ben))
    await ben.tap("What changes?")

    assert "It's not a step down: it's about what fits now." in ben.text


async def test_who_was_moved_on_the_day_of_joining_is_told_where_they_stand(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay, ben = Phone(storage, container, cast.fay), Phone(storage, container, cast.ben)
    await moves(fay, "2 Coping")
    await ben.receive(await told(storage, cast.ben))
    await ben.tap("What changes?")

    assert "You are now in phase 2 Coping, in the program “Alcohol or other drugs”." in ben.text


async def test_nothing_is_sent_in_quiet_hours(fay: Phone, ben: Phone, storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.people.set_quiet(cast.ben.person_id, Quiet(11 * 60, 14 * 60))
    await moves(fay, "2 Coping")

    async with storage.unit_of_work() as work:
        due_at = await work.session.scalar(select(OutboxRow.not_before))
    assert NOON + dt.timedelta(hours=2) == due_at


async def test_what_was_undone_before_it_was_sent_is_not_told(
    fay: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    await moves(fay, "2 Coping")
    message = await told(storage, cast.ben)
    fay.now += dt.timedelta(minutes=1)
    await moves(fay, "1 Stabilising")

    assert await ben.receive(message) is None


async def test_a_double_tap_moves_and_tells_once(
    fay: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    await fay.command("phase")
    await fay.tap("Ben")
    await fay.tap("2 Coping")
    move = fay.button("Do it")
    await fay.press(move)
    fay.now += dt.timedelta(seconds=2)
    await fay.press(move)

    assert "That is how it stands already." == fay.reply.notice
    assert isinstance(await told(storage, cast.ben), StageChanged)


async def test_who_has_left_is_neither_moved_nor_told(
    fay: Phone, ben: Phone, storage: Storage, cast: Cast
) -> None:
    await moves(fay, "2 Coping")
    message = await told(storage, cast.ben)
    async with storage.unit_of_work() as work:
        await work.groups.leave(cast.ben.membership_id, NOON)

    assert await ben.receive(message) is None
    await fay.press(Button("", StageSet(cast.ben.membership_id, 3, Track.EXECUTIVE)))
    assert "I can't find that here." in fay.text
    assert Phase.COPING is (await stage(storage, cast.ben)).phase


async def test_with_two_groups_one_chooses(fay: Phone, storage: Storage, cast: Cast) -> None:
    await leads_both_groups(storage, cast)
    await fay.command("phase")
    await fay.tap("Friday morning")

    assert ["Cem · 1 Stabilising · Substance use"] == fay.labels


async def test_a_group_without_participants_says_how_to_invite(
    storage: Storage, container: Container, cast: Cast
) -> None:
    gus = Phone(storage, container, cast.gus)
    await gus.command("phase")

    assert "Nobody has joined yet. /invite" in gus.text
