import datetime as dt

import pytest

from domain.access import SYSTEM, Role
from domain.checkins import State
from domain.groups import MemberState
from domain.joining import PROGRAM_CONSENT
from domain.messages import MemberLeft
from handlers.callbacks.privacy import EraseConfirmedTwice, LeaveConfirmed
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, actor
from tests.newcomer import Newcomer
from tests.phone import Phone, messages
from tests.scenes import answered, partners


async def consented(storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        await work.consents.give(
            cast.ana.person_id,
            cast.ana.group_id,
            kind=PROGRAM_CONSENT,
            version="1",
            signature="Ana",
            given_at=NOON,
            expires_at=NOON + dt.timedelta(days=365),
        )


async def test_leaving_ends_everything_that_rests_on_the_seat(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await consented(storage, cast)
    await partners(storage, cast.ana, cast.ben)
    unanswered = await answered(storage, cast.ana, state=State.OPEN)
    ana_before = await actor(storage, cast.ana)
    async with storage.unit_of_work() as work:
        await work.dialogues.open(cast.ana.person_id, "note", 1, NOON)
    await ana.command("leave")
    assert "Leave “Tuesday evening”?" in ana.text
    await ana.tap("Yes, leave")

    assert "You have left “Tuesday evening”" in ana.text
    assert "988" in ana.text
    assert ["pair.ended"] == await messages(storage, cast.ben)
    assert ["member.left"] == await messages(storage, cast.fay)
    assert [] == await messages(storage, cast.dee)
    async with storage.unit_of_work() as work:
        seat = await work.groups.member(SYSTEM, cast.ana.membership_id)
        assert seat is not None
        assert MemberState.LEFT is seat.state
        assert [] == await work.partners.partners_of(SYSTEM, cast.ben.membership_id)
        schedule = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        assert schedule is not None
        assert schedule.next_due_at is None
        assert await work.dialogues.current(cast.ana.person_id) is None
        checkin = await work.checkins.get(SYSTEM, unanswered)
        assert checkin is not None
        assert State.SKIPPED is checkin.state
        [consent] = await work.consents.of(ana_before.scope)
        assert NOON == consent.revoked_at


async def test_what_was_in_line_for_somebody_who_left_is_taken_back(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    message = MemberLeft(group_id=cast.ana.group_id, person_id=cast.ben.person_id)
    async with container.transaction() as services:
        await services.outbox.post(message, to=cast.ana.person_id, key="x", now=NOON)
    await ana.command("leave")
    await ana.tap("Yes, leave")

    async with storage.unit_of_work() as work:
        found = await work.outbox.claim(range(100), 10, owner="t", now=NOON, lease_until=NOON)
        assert cast.ana.person_id not in {row.person_id for row in found}


async def test_the_facilitator_is_told_who_left_and_sees_them_no_longer(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("leave")
    await ana.tap("Yes, leave")
    message = MemberLeft(group_id=cast.ana.group_id, person_id=cast.ana.person_id)
    fay = Phone(storage, container, cast.fay)
    await fay.receive(message)

    assert "<b>Ana</b> has left your group" in fay.text
    for other in (cast.ben, cast.cem, cast.dee, cast.gus):
        assert await Phone(storage, container, other).receive(message) is None
    async with storage.unit_of_work() as work:
        scope = (await work.people.actor(cast.fay.person_id)).scope
        seen = await work.groups.participants(scope, cast.ana.group_id)
        assert ["Ben"] == [member.display_name for member in seen]


async def test_a_second_tap_and_a_stay_change_nothing(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("leave")
    leave = ana.button("Yes, leave")
    await ana.tap("No, stay")
    assert 1 == len((await actor(storage, cast.ana)).seats)
    await ana.press(leave)
    await ana.press(leave)

    assert ["member.left"] == await messages(storage, cast.fay)


async def test_nobody_leaves_for_somebody_else(storage: Storage, container: Container, cast: Cast) -> None:
    press = Button("", LeaveConfirmed(cast.ana.membership_id))
    for other in (cast.ben, cast.fay, cast.cem, cast.gus):
        phone = Phone(storage, container, other)
        await phone.press(press)

        assert "You are not in that group any more" in phone.text
    assert 1 == len((await actor(storage, cast.ana)).seats)


async def test_the_last_facilitator_cannot_leave_participants_alone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = Phone(storage, container, cast.fay)
    await fay.command("leave")
    assert "Stop leading" in fay.text
    await fay.tap("Yes, leave")

    assert "only facilitator of “Tuesday evening”" in fay.text
    gus = Phone(storage, container, cast.gus)
    await gus.command("leave")
    await gus.tap("Yes, leave")
    assert "You have left" in gus.text


async def test_a_facilitator_leaves_when_a_colleague_stays(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.ana.group_id, cast.dee.person_id, Role.FACILITATOR, "Dee", NOON)
    fay = Phone(storage, container, cast.fay)
    await fay.command("leave")
    await fay.tap("Yes, leave")

    assert "You have left" in fay.text
    dee = Phone(storage, container, cast.dee)
    await dee.receive(MemberLeft(group_id=cast.ana.group_id, person_id=cast.fay.person_id))
    assert "<b>Fay</b> no longer leads your group." == dee.text


async def test_whoever_is_in_two_groups_chooses_which_to_leave(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.cem.group_id, cast.ana.person_id, Role.PARTICIPANT, "Sky", NOON)
    await ana.command("leave")
    await ana.tap("Friday morning")
    await ana.tap("Yes, leave")

    assert [cast.ana.group_id] == [seat.group_id for seat in (await actor(storage, cast.ana)).seats]
    assert ["member.left"] == await messages(storage, cast.dee)
    assert [] == await messages(storage, cast.fay)


async def test_erasing_asks_twice_and_then_leaves_a_stranger(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await partners(storage, cast.ana, cast.ben)
    phone = Newcomer(storage, container, cast.ana.address)
    await phone.command("erase")
    assert "What stays" in phone.text
    await phone.tap("Yes, erase")
    assert "Really everything, for ever?" in phone.text
    assert await phone.actor() is not None
    await phone.tap("Erase for ever")

    assert "Everything is erased." in phone.text
    assert await phone.actor() is None
    assert ["member.left"] == await messages(storage, cast.fay)
    assert ["pair.ended"] == await messages(storage, cast.ben)
    fay = Phone(storage, container, cast.fay)
    await fay.receive(MemberLeft(group_id=cast.ana.group_id, person_id=cast.ana.person_id))
    assert "Somebody has left your group" in fay.text
    await phone.command("start")
    assert "private bot" in phone.text


@pytest.mark.parametrize("name", ["erase", "privacy", "mydata", "language"])
async def test_a_stranger_has_nothing_to_erase_or_see(
    storage: Storage, container: Container, cast: Cast, name: str
) -> None:
    phone = Newcomer(storage, container, 900)
    await phone.command(name)

    assert "private bot" in phone.text


async def test_the_last_facilitator_cannot_vanish_either(
    storage: Storage, container: Container, cast: Cast
) -> None:
    fay = Phone(storage, container, cast.fay)
    await fay.press(Button("", EraseConfirmedTwice()))

    assert "only facilitator" in fay.text
    assert 1 == len((await actor(storage, cast.fay)).seats)


async def test_whoever_left_comes_back_by_a_new_link(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("leave")
    await ana.tap("Yes, leave")
    fay = await actor(storage, cast.fay)
    async with container.transaction() as services:
        [link] = await services.joining.invite(fay, cast.ana.group_id, 1, NOON)
    await ana.command("start", link.partition("=")[2])
    for step in ("Let's start", "Go on", "I agree"):
        await ana.tap(step)
    await ana.say("Ana Real")
    await ana.say("Ana")
    await ana.tap("New York (now 12:00)")
    await ana.tap("18:00 (the group's time)")
    await ana.tap("Alcohol or other drugs")

    assert "You're in, Ana" in ana.text
    async with storage.unit_of_work() as work:
        schedule = await work.schedules.get(SYSTEM, cast.ana.membership_id)
        assert schedule is not None
        assert NOON + dt.timedelta(hours=6) == schedule.next_due_at
