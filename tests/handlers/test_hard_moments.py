import datetime as dt

import pytest

from domain.ids import PairId
from domain.items import CRAVING
from domain.messages import CravingShared, RelayArrived, SupportAsked, ThanksArrived
from domain.sharing import SharedItem
from handlers.callbacks.nudges import Thank
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member, actor
from tests.evenings import HOUR
from tests.hands import Hands
from tests.letters import write
from tests.pairs import in_line, joins, labels, paired, said, shares
from tests.phone import Phone

ALL_NIGHT = (0, 23 * 60)
"""Quiet from midnight until 23:00: at noon it is quiet."""


@pytest.fixture
async def pair_id(storage: Storage, cast: Cast) -> PairId:
    return await paired(storage, cast.ana, cast.ben)


@pytest.fixture
def ana(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.ana)


@pytest.fixture
def ben(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.ben)


async def checks_in(storage: Storage, container: Container, member: Member, craving: int) -> None:
    hands = Hands(storage, container, member)
    await hands.start()
    while hands.asked is not None:
        await (hands.tap(craving) if hands.asked == CRAVING else hands.skip())


async def told(storage: Storage, member: Member, kind: type) -> list:
    return [one for one in await in_line(storage, member) if isinstance(one, kind)]


async def keeps_quiet(storage: Storage, container: Container, member: Member) -> None:
    who = await actor(storage, member)
    async with container.transaction() as services:
        await services.schedules.set_quiet(who, *ALL_NIGHT)


async def test_a_shared_craving_of_seven_shows_the_partner_how_to_respond_and_no_number(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, ben: Phone
) -> None:
    await shares(storage, pair_id, cast.ana, SharedItem.CRAVING)
    await checks_in(storage, container, cast.ana, 7)
    (message,) = await told(storage, cast.ben, CravingShared)
    card = await ben.receive(message)

    assert card is not None
    assert said(card).startswith("Your partner could use a hello.\n")
    assert ["What helps", "Better not"] == [
        part for part in ("What helps", "Better not") if part in said(card)
    ]
    assert 3 == said(card).count("• ")
    assert not any(sign.isdigit() for sign in said(card))
    assert ["Write to Ana", "Rough day? I'm around", "I'm worried about Ana"] == labels(card)


async def test_a_craving_of_six_and_one_that_is_not_shared_are_told_to_nobody(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    await checks_in(storage, container, cast.ana, 9)
    await shares(storage, pair_id, cast.ben, SharedItem.CRAVING)
    await checks_in(storage, container, cast.ben, 6)

    assert [] == await told(storage, cast.ben, CravingShared)
    assert [] == await told(storage, cast.ana, CravingShared)


async def test_of_a_day_with_two_hard_check_ins_the_partner_hears_once(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    await shares(storage, pair_id, cast.ana, SharedItem.CRAVING)
    hands = Hands(storage, container, cast.ana)
    for hours in (0, 1):
        hands.now = NOON + hours * HOUR
        await hands.start()
        while hands.asked is not None:
            await (hands.tap(9) if hands.asked == CRAVING else hands.skip())

    assert 1 == len(await told(storage, cast.ben, CravingShared))


async def test_the_card_does_not_come_once_the_craving_is_no_longer_shared(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, ben: Phone
) -> None:
    await shares(storage, pair_id, cast.ana, SharedItem.CRAVING)
    await checks_in(storage, container, cast.ana, 8)
    (message,) = await told(storage, cast.ben, CravingShared)
    await shares(storage, pair_id, cast.ana)

    assert await ben.receive(message) is None


async def test_the_ready_answer_of_the_card_goes_out(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId, ben: Phone
) -> None:
    await shares(storage, pair_id, cast.ana, SharedItem.CRAVING)
    await checks_in(storage, container, cast.ana, 8)
    (message,) = await told(storage, cast.ben, CravingShared)
    await ben.receive(message)
    await ben.tap("Rough day? I'm around")

    assert 1 == len(await told(storage, cast.ana, RelayArrived))


@pytest.mark.usefixtures("pair_id")
async def test_after_a_hard_check_in_one_can_ask_for_a_word(
    storage: Storage, cast: Cast, ana: Phone, ben: Phone
) -> None:
    await ana.command("partner")
    await ana.tap("Ask Ben for a word")

    assert "I'm telling <b>Ben</b> that a word would do you good now" in ana.text
    assert ["Write a message", "I need help now"] == ana.labels

    (message,) = await told(storage, cast.ben, SupportAsked)
    await ben.receive(message)

    assert ben.text.startswith("Your partner could use a word.\n")
    assert ["Thinking of you", "Rough day? I'm around", "Coffee tomorrow?", "My own words"] == ben.labels

    await ben.tap("Thinking of you")

    assert ["Rough day? I'm around", "Coffee tomorrow?", "My own words"] == ben.labels
    assert 1 == len(await told(storage, cast.ana, RelayArrived))


@pytest.mark.usefixtures("pair_id")
async def test_whoever_asks_in_quiet_hours_is_told_when_it_arrives(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await keeps_quiet(storage, container, cast.ben)
    await ana.command("partner")
    await ana.tap("Ask Ben for a word")

    assert "it arrives at 23:00" in ana.text
    assert "I need help now" in ana.labels


@pytest.mark.usefixtures("pair_id")
async def test_asking_twice_within_the_hour_sends_once(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("partner")
    ask = ana.button("Ask Ben for a word")
    await ana.press(ask)
    ana.now += dt.timedelta(minutes=20)
    await ana.press(ask)

    assert "a little while ago" in ana.text
    assert 1 == len(await told(storage, cast.ben, SupportAsked))


async def test_whoever_does_not_share_it_is_told_that_nothing_was_sent(
    storage: Storage, cast: Cast, pair_id: PairId, ana: Phone
) -> None:
    await shares(storage, pair_id, cast.ana)
    await ana.command("partner")
    await ana.tap("Ask Ben for a word")

    assert "nothing was sent" in ana.text
    assert ["Write a message", "What I share", "I need help now"] == ana.labels
    assert [] == await told(storage, cast.ben, SupportAsked)


async def test_a_wish_is_not_told_once_the_pair_is_over(
    storage: Storage, cast: Cast, pair_id: PairId, ana: Phone, ben: Phone
) -> None:
    await ana.command("partner")
    await ana.tap("Ask Ben for a word")
    (message,) = await told(storage, cast.ben, SupportAsked)
    me = await actor(storage, cast.ana)
    async with ana.container.transaction() as services:
        await services.partners.end(me, pair_id, NOON)

    assert [] == await told(storage, cast.ben, SupportAsked)
    assert await ben.receive(message) is None


async def test_thanks_come_back_once_for_each_message(
    storage: Storage, cast: Cast, pair_id: PairId, ana: Phone, ben: Phone
) -> None:
    written = await write(ana.container, await actor(storage, cast.ana), pair_id, "Made it")
    thank = Button("Thank you", Thank(written.relay_id or 0))
    await ben.press(thank)
    assert "Your thank-you is on its way." == ben.reply.notice
    await ben.press(thank)
    assert "You have said thank you already." == ben.reply.notice

    (message,) = await told(storage, cast.ana, ThanksArrived)
    await ana.receive(message)

    assert "<b>Ben</b> says thank you for your message." == ana.text


async def test_nobody_else_says_thanks_for_a_message(
    storage: Storage, container: Container, cast: Cast, pair_id: PairId
) -> None:
    written = await write(container, await actor(storage, cast.ana), pair_id, "Made it")
    eva = await joins(storage, cast.ana, "Eva", 107)
    phone = Phone(storage, container, eva)
    await phone.press(Button("Thank you", Thank(written.relay_id or 0)))

    assert [] == await told(storage, cast.ana, ThanksArrived)
