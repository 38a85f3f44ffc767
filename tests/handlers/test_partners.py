import dataclasses
from typing import Any

import pytest

from domain.access import Role
from domain.errors import NothingToDo
from domain.messages import AlertRaised, RelayArrived
from handlers import partners, relays, sharing
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.partners import (
    EndPairing,
    EndPairingConfirmed,
    MoreAbout,
    OpenPartner,
    SendDraftTo,
    WorriedAbout,
    WorriedConfirmed,
)
from handlers.callbacks.sharing import ShareChosen, SharingOpened
from handlers.request import Reply
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.pairs import ALL, asked, in_line, joins, labels, paired, said, shares
from tests.scenes import answered, request_of

VIEWS: dict[type, Any] = {
    EndPairing: partners.end_asked,
    EndPairingConfirmed: partners.end_confirmed,
    MoreAbout: partners.more_opened,
    OpenPartner: partners.partner_opened,
    SendDraftTo: relays.draft_sent,
    ShareChosen: sharing.share_chosen,
    SharingOpened: sharing.sharing_opened,
    WorriedAbout: partners.worry_asked,
    WorriedConfirmed: partners.worry_confirmed,
}


async def typed(storage: Storage, container: Container, member: Member, text: str = "") -> Reply:
    request = await request_of(storage, member, text=text)
    async with container.transaction() as services:
        return await partners.partner(request, services)


async def pressed(storage: Storage, container: Container, member: Member, press: Any) -> Reply:
    request = await request_of(storage, member)
    async with container.transaction() as services:
        return await VIEWS[type(press)](request, press, services)


def button(reply: Reply, label: str) -> Any:
    (press,) = [
        one.press for screen in reply.screens for row in screen.rows for one in row if one.label == label
    ]
    return press


async def test_without_a_partner_it_says_how_partners_come_about(
    storage: Storage, container: Container, cast: Cast
) -> None:
    assert "no partner right now" in said(await typed(storage, container, cast.ana))
    assert "no partner right now" in said(await typed(storage, container, cast.ana, "hello"))


async def test_who_is_asked_sees_the_proposal_again(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, cast.ana, cast.ben)

    assert ["Yes", "Someone else, please"] == labels(await typed(storage, container, cast.ana))


async def test_by_default_one_sees_only_whether_the_partner_has_checked_in(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    before = await typed(storage, container, cast.ana)
    await answered(storage, cast.ben, mood=4, craving=9)
    after = await typed(storage, container, cast.ana)

    assert "Ben: no check-in yet today." in said(before)
    assert "Ben has checked in today." in said(after)
    assert not {"4", "9"} & set(said(after))
    assert after.screens[0].is_protected


async def test_what_the_partner_shares_is_shown(storage: Storage, container: Container, cast: Cast) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    await shares(storage, pair_id, cast.ben, *ALL)
    await answered(storage, cast.ben, mood=4, craving=7)
    page = said(await typed(storage, container, cast.ana))

    assert "Mood today: 4 of 10" in page
    assert "Craving today: 7 of 10" in page


async def test_switching_on_shows_who_will_see_it_and_switching_off_takes_it_back(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await answered(storage, cast.ana, mood=4)
    page = await typed(storage, container, cast.ana)
    screen = await pressed(storage, container, cast.ana, button(page, "What I share with Ben"))
    on = await pressed(storage, container, cast.ana, button(screen, "Share: my mood"))
    seen = await typed(storage, container, cast.ben)
    off = await pressed(storage, container, cast.ana, button(on, "Stop sharing: my mood"))
    unseen = await typed(storage, container, cast.ben)

    assert "whether you've checked in today, your mood, when you ask for support." in said(on)
    assert "Ben can see of you: whether you've checked in today, when you ask for support." in said(off)
    assert "Mood today: 4 of 10" in said(seen)
    assert "Mood" not in said(unseen)


async def test_all_can_be_switched_off(storage: Storage, container: Container, cast: Cast) -> None:
    await paired(storage, cast.ana, cast.ben)
    page = await typed(storage, container, cast.ana)
    screen = await pressed(storage, container, cast.ana, button(page, "What I share with Ben"))
    screen = await pressed(
        storage, container, cast.ana, button(screen, "Stop sharing: checked in or not yet")
    )
    off = await pressed(storage, container, cast.ana, button(screen, "Stop sharing: when I ask for support"))

    assert "Ben can see nothing of you." in said(off)
    assert "Ana keeps to themselves" in said(await typed(storage, container, cast.ben))


async def test_a_note_for_the_partner_is_on_the_screen_escaped(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    request = await request_of(storage, cast.ben)
    async with container.transaction() as services:
        note = await services.notes.keep(request.person, "<b>one</b> & two", NOON)
        await services.notes.set_reader(
            request.person,
            note.note_id,
            "partner",  # type: ignore[arg-type]  # the enum's value
            cast.ben.group_id,
            NOON,
        )

    assert "“&lt;b&gt;one&lt;/b&gt; &amp; two”" in said(await typed(storage, container, cast.ana))


async def test_text_after_the_command_goes_to_the_partner_at_once(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    reply = await typed(storage, container, cast.ana, "made it")
    (message,) = await in_line(storage, cast.ben)

    assert said(reply).startswith("On its way to <b>Ben</b>.")
    assert isinstance(message, RelayArrived)


async def test_forwarded_text_after_the_command_goes_nowhere(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    request = dataclasses.replace(await request_of(storage, cast.ana, text="their words"), is_forwarded=True)
    async with container.transaction() as services:
        reply = await partners.partner(request, services)

    assert "words of your own" in said(reply)
    assert [] == await in_line(storage, cast.ben)


async def test_with_partners_in_two_groups_the_text_waits_for_the_choice(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        seat = await work.groups.join(cast.cem.group_id, cast.ana.person_id, Role.PARTICIPANT, "Anna", NOON)
    second = dataclasses.replace(cast.ana, membership_id=seat, group_id=cast.cem.group_id)
    await paired(storage, second, cast.cem)
    reply = await typed(storage, container, cast.ana, "made it")

    assert {"Ben (Tuesday evening)", "Cem (Friday morning)"} == set(labels(reply))
    assert [] == await in_line(storage, cast.cem)

    sent = await pressed(storage, container, cast.ana, button(reply, "Cem (Friday morning)"))

    assert said(sent).startswith("On its way to <b>Cem</b>.")
    assert 1 == len(await in_line(storage, cast.cem))
    assert [] == await in_line(storage, cast.ben)
    assert 2 == len(labels(await typed(storage, container, cast.ana)))


async def test_a_worry_says_who_will_know_before_it_is_told(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await paired(storage, cast.ana, cast.ben)
    page = await typed(storage, container, cast.ana)
    asks = await pressed(storage, container, cast.ana, button(page, "I'm worried about Ben"))

    assert "Ben isn't told that you asked" in said(asks)
    assert HelpNow() == button(asks, "I need help now")
    assert [] == await in_line(storage, cast.fay)

    told = await pressed(storage, container, cast.ana, button(asks, "Yes, please tell them"))
    (message,) = await in_line(storage, cast.fay)

    assert "I'm telling <b>Fay</b> now" in said(told)
    assert isinstance(message, AlertRaised)
    assert [] == await in_line(storage, cast.ben)


async def test_in_a_trio_each_is_named_and_shown(storage: Storage, container: Container, cast: Cast) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    await paired(storage, cast.ana, cast.ben, eve)
    await answered(storage, eve)
    page = await typed(storage, container, cast.ana)

    assert "Eve has checked in today." in said(page)
    assert "Ben: no check-in yet today." in said(page)
    assert {"I'm worried about Ben", "I'm worried about Eve", "Write a message"} <= set(labels(page))


@pytest.mark.parametrize("outsider", ["cem", "fay", "gus"])
async def test_a_forged_button_opens_nobodys_pair(
    storage: Storage, container: Container, cast: Cast, outsider: str
) -> None:
    pair_id = await paired(storage, cast.ana, cast.ben)
    member = getattr(cast, outsider)
    try:
        shown = said(await pressed(storage, container, member, OpenPartner(pair_id)))
    except NothingToDo:
        shown = ""

    assert "Ana" not in shown
    assert "Ben" not in shown
