import datetime as dt
import re

import pytest

from domain.access import Role
from domain.joining import LINK_LIVES
from domain.messages import MemberUnreachable
from handlers.callbacks.joining import InviteChosen, LinkRevoked, OpenLinks
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.newcomer import Newcomer
from tests.phone import Phone

LINK = re.compile(r"https://t\.me/tandem_test_bot\?start=([\w-]+)")


@pytest.fixture
def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


@pytest.mark.parametrize(("written", "count"), [("", 1), ("1", 1), ("8", 8), (" 20 ", 20)])
async def test_invite_makes_as_many_links_as_were_asked_for(fay: Phone, written: str, count: int) -> None:
    await fay.command("invite", written)

    assert count == len(set(LINK.findall(fay.text)))
    assert "“Tuesday evening”" in fay.text


@pytest.mark.parametrize("written", ["0", "21", "-3", "many", "7.5", "1e1", "999999999999"])
async def test_a_number_that_does_not_do_gets_a_clear_sentence(fay: Phone, written: str) -> None:
    await fay.command("invite", written)

    assert "a number from 1 to 20" in fay.text
    assert [] == LINK.findall(fay.text)


async def test_whoever_leads_two_groups_chooses(
    storage: Storage, container: Container, cast: Cast, fay: Phone
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.join(cast.cem.group_id, cast.fay.person_id, Role.FACILITATOR, "Fay", NOON)
    await fay.command("invite", "2")
    assert ["Tuesday evening", "Friday morning"] == fay.labels
    await fay.tap("Friday morning")

    assert "“Friday morning”" in fay.text
    assert 2 == len(LINK.findall(fay.text))


async def test_links_stay_in_sight_when_more_are_made(fay: Phone) -> None:
    await fay.command("invite")
    await fay.tap("One more link")

    assert fay.reply.is_new


async def test_a_closed_link_lets_nobody_in(storage: Storage, container: Container, fay: Phone) -> None:
    await fay.command("invite")
    [token] = LINK.findall(fay.text)
    await fay.tap("Unused links")
    assert "1. participant, made Tue, Mar 3 12:00, until Fri, Mar 6 12:00" in fay.text
    assert token not in fay.text
    await fay.tap("Close 1")
    assert "No unused links" in fay.text

    phone = Newcomer(storage, container, 900)
    await phone.command("start", token)
    assert "has been used or has run out" in phone.text


async def test_used_and_expired_links_are_not_listed(
    storage: Storage, container: Container, cast: Cast, fay: Phone
) -> None:
    await fay.command("invite", "2")
    used, _ = LINK.findall(fay.text)
    await Newcomer(storage, container, 900).command("start", used)
    await fay.press(Button("", OpenLinks(cast.ana.group_id)))
    assert ["Close 1"] == fay.labels
    fay.now = NOON + LINK_LIVES
    await fay.press(Button("", OpenLinks(cast.ana.group_id)))

    assert "No unused links" in fay.text


async def test_forged_buttons_open_no_other_group(
    storage: Storage, container: Container, cast: Cast, fay: Phone
) -> None:
    await fay.command("invite")
    async with storage.unit_of_work() as work:
        scope = (await work.people.actor(cast.fay.person_id)).scope
        [invite] = await work.invites.open_into(scope, cast.ana.group_id, NOON)
    for other in (cast.dee, cast.gus):
        phone = Phone(storage, container, other)
        for press in (
            InviteChosen(cast.ana.group_id, 1),
            OpenLinks(cast.ana.group_id),
            LinkRevoked(invite.invite_id),
        ):
            await phone.press(Button("", press))

            assert "I can't find that here" in phone.text
            assert "Tuesday" not in phone.text


async def test_the_facilitator_is_told_whom_messages_do_not_reach(
    storage: Storage, container: Container, cast: Cast, fay: Phone
) -> None:
    message = MemberUnreachable(group_id=cast.ana.group_id, person_id=cast.ana.person_id)
    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.ana.person_id, NOON)
    await fay.receive(message)
    assert "no longer reach <b>Ana</b>" in fay.text
    for other in (cast.ben, cast.cem, cast.dee, cast.gus):
        assert await Phone(storage, container, other).receive(message) is None

    async with storage.unit_of_work() as work:
        await work.people.set_unreachable(cast.ana.person_id, None)
    assert await fay.receive(message) is None


async def test_an_open_enrolment_goes_on_after_days(
    storage: Storage, container: Container, fay: Phone
) -> None:
    await fay.command("invite")
    [token] = LINK.findall(fay.text)
    phone = Newcomer(storage, container, 900)
    await phone.command("start", token)
    await phone.tap("Let's start")
    phone.now = NOON + dt.timedelta(days=10)
    await phone.command("start", token)

    assert "What is kept, and who sees it" in phone.text
