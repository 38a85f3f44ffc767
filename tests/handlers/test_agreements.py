import pytest

from domain.sharing import CONSENT_LASTS, ENDING_SOON
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.pairs import joins, paired
from tests.phone import Phone


@pytest.fixture
async def ben(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.ben)


async def test_three_taps_agree_on_everything_and_the_other_sees_what_was_chosen(
    storage: Storage, cast: Cast, ana: Phone, ben: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("partner")
    await ana.tap("Three short things first")
    assert "1 of 3. How may <b>Ben</b> reach you?" in ana.text
    await ana.tap("Messages, in the evening")
    assert "2 of 3." in ana.text
    assert "Ben can see of you: whether you've checked in today, when you ask for support." in ana.text
    assert "It ends by itself on May 26, 2026" in ana.text
    await ana.tap("That's fine")
    assert "No crisis service" not in ana.text
    assert "A partner is no crisis service." in ana.text
    assert "privacy law binds the clinic, not <b>Ben</b>" in ana.text
    await ana.tap("Please only when I ask")

    assert "<b>Ben</b> can see what you chose" in ana.text
    await ben.command("partner")
    assert "How Ana likes it: Evenings, by message. Please: no advice unless asked." in ben.text


async def test_every_step_can_be_left_out_or_put_off_and_is_gone_on_with(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("partner")
    await ana.tap("Three short things first")
    await ana.tap("Skip")
    await ana.tap("Later")
    await ana.tap("Go on: 2 of 3")
    await ana.tap("That's fine")
    await ana.tap("No wish about that")

    assert "Thank you." in ana.text
    await ana.command("partner")
    await ana.tap("More …")
    await ana.tap("How we do this")
    assert "1 of 3." in ana.text


async def test_once_both_are_through_it_says_that_they_can_begin(
    storage: Storage, cast: Cast, ana: Phone, ben: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    for phone in (ana, ben):
        await phone.command("partner")
        for label in ("Three short things first", "Skip", "That's fine", "Advice is welcome"):
            await phone.tap(label)

    assert "so you can begin" not in ana.text
    assert "so you can begin" in ben.text


async def test_what_is_shared_can_be_changed_at_its_step(storage: Storage, cast: Cast, ana: Phone) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("partner")
    for label in ("Three short things first", "Skip", "Share: my mood"):
        await ana.tap(label)

    assert "2 of 3." in ana.text
    assert "whether you've checked in today, your mood, when you ask for support." in ana.text


async def test_in_three_one_chooses_the_partner_first(
    storage: Storage, container: Container, cast: Cast, ana: Phone, ben: Phone
) -> None:
    eve = await joins(storage, cast.ana, "Eve", 201)
    await paired(storage, cast.ana, cast.ben, eve)
    await ana.command("partner")
    await ana.tap("What I share with Eve")
    await ana.tap("Stop sharing: checked in or not yet")

    assert "Eve can see of you: when you ask for support." in ana.text
    await ben.command("partner")
    assert "Ana: no check-in yet today." in ben.text
    evening = Phone(storage, container, eve)
    await evening.command("partner")
    assert "Ana keeps to themselves" in evening.text


async def test_before_it_ends_the_page_says_until_when_and_afterwards_offers_it_again(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    start = ana.now
    ana.now = start + CONSENT_LASTS - ENDING_SOON
    await ana.command("partner")
    assert "Only until May 26, 2026 now: whether you've checked in today" in ana.text
    ana.now = start + CONSENT_LASTS
    await ana.command("partner")
    assert "Ben can see nothing of you." in ana.text
    assert "no longer shared: whether you've checked in today, when you ask for support." in ana.text

    await ana.tap("What I share with Ben")
    await ana.tap("Share: checked in or not yet")
    assert "Ben can see of you: whether you've checked in today." in ana.text


async def test_what_is_about_to_end_can_be_shared_for_longer(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    ana.now += CONSENT_LASTS - ENDING_SOON
    await ana.command("partner")
    await ana.tap("What I share with Ben")
    await ana.tap("Share for longer: checked in or not yet")

    assert "Only until May 26, 2026 now: when you ask for support." in ana.text


async def test_privacy_names_each_partner_with_what_they_see_and_the_way_to_stop(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("privacy")
    assert "Ben, your partner: whether you checked in today and when you ask for support; until " in ana.text
    await ana.tap("Stop or change: Ben")
    await ana.tap("Stop sharing: when I ask for support")

    assert "Ben can see of you: whether you've checked in today." in ana.text


async def test_where_the_pair_is_over_nothing_is_agreed_or_shared(
    storage: Storage, cast: Cast, ana: Phone, ben: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("partner")
    begin, share = ana.button("Three short things first"), ana.button("What I share with Ben")
    await ben.command("partner")
    await ben.tap("More …")
    await ben.tap("End this pairing")
    await ben.tap("End it")

    for button in (begin, share):
        await ana.press(button)
        assert "You two aren't partners now" in ana.text + str(ana.reply.notice)
