import datetime as dt

import pytest
from sqlalchemy import select

from domain.checkins import State
from domain.items import Use
from domain.slips import Account, Chip, SlipStep
from handlers.callbacks.slips import OpenSlip
from handlers.request import Attachment, Button
from handlers.screens.receipts import receipt_screen
from handlers.texts.words import Words
from services.container import Container
from storage.tables.setbacks import SlipRow
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.pairs import paired
from tests.phone import Phone
from tests.scenes import answered
from tests.slips import (
    alert_of,
    skips_to_the_end,
    slips_of,
)

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 3, 3)


@pytest.fixture
def ben(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.ben)


async def test_kind_words_come_first_and_the_days_before_still_count(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    for days in (3, 2, 1):
        await answered(storage, cast.ana, TODAY - days * DAY, state=State.COMPLETED, mood=5)
    await ana.command("slip")

    assert ana.text.startswith("Thank you for telling me.")
    assert "the 3 days you've been here: they stay counted" in ana.text
    assert "Are you safe right now?" in ana.text
    assert ["Yes", "I'm not sure", "I need help now", "Skip"] == ana.labels


async def test_whoever_is_not_sure_of_being_safe_is_shown_the_way_to_a_person_and_asked_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("slip")
    await ana.tap("I'm not sure")

    assert "I need help now" == ana.labels[0]
    assert ["Message my partner", "What to do in an overdose", "Go on"] == [
        one for one in ana.labels if one in {"Message my partner", "What to do in an overdose", "Go on"}
    ]
    assert "When was it?" not in ana.text


async def test_every_question_is_skipped_in_one_tap_and_nobody_is_told(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    taps = 0
    while "Skip" in ana.labels:
        await ana.tap("Skip")
        taps += 1

    assert len(SlipStep) == taps
    assert "Only you see this." in ana.text
    assert await alert_of(storage, cast.ana) is None


async def test_what_is_tapped_and_typed_is_kept_and_shown_to_the_person(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    assert "the old amount can be too much" in ana.text
    await ana.tap("Yesterday")
    await ana.tap("Stress")
    await ana.tap("Feeling low")
    await ana.tap("✓ Feeling low")
    await ana.say("A row with <my> brother")
    await skips_to_the_end(ana)

    assert "<b>When:</b> Mon, Mar 2" in ana.text
    assert "<b>Before:</b> Stress; A row with &lt;my&gt; brother" in ana.text
    (kept,) = await slips_of(storage, cast.ana)
    assert TODAY - DAY == kept.used_on
    assert Account((Chip.STRESS,), "A row with <my> brother") == kept.account(SlipStep.BEFORE)


async def test_a_day_to_come_is_said_kindly_and_two_readings_are_asked_about(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.say("tomorrow")
    assert "That day is still to come." in ana.text
    await ana.say("Tuesday")
    assert {"Tue, Mar 3", "Tue, Feb 24"} <= set(ana.labels)
    await ana.tap("Tue, Feb 24")

    (kept,) = await slips_of(storage, cast.ana)
    assert dt.date(2026, 2, 24) == kept.used_on


async def test_it_can_be_left_half_way_and_goes_on_where_it_was(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("Stress at work")
    await ana.tap("Later")
    ana.now = NOON + 2 * DAY
    await ana.command("slip")

    assert "We stopped here." in ana.text
    assert "And while it happened?" in ana.text
    assert 1 == len(await slips_of(storage, cast.ana))


async def test_one_that_was_left_half_way_can_be_deleted(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Later")
    await ana.tap("Delete")
    await ana.tap("Yes, delete")

    assert [] == await slips_of(storage, cast.ana)


async def test_what_is_no_text_leaves_the_question_there(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("", attachment=Attachment.STICKER)

    assert "only keep words" in ana.text
    assert "What was going on before it?" in ana.text


async def test_words_beside_the_command_are_kept_with_it(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("slip", "two beers after work")
    await skips_until(ana, "two beers after work")

    (kept,) = await slips_of(storage, cast.ana)
    assert "two beers after work" == kept.account(SlipStep.DURING).text


async def skips_until(phone: Phone, said: str) -> None:
    while said not in phone.text:
        await phone.tap("Skip")


async def test_an_edited_message_corrects_the_answer_it_gave(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("Strss", message_id=71)
    await ana.edit(71, "Stress at home")

    (kept,) = await slips_of(storage, cast.ana)
    assert "Stress at home" == kept.account(SlipStep.BEFORE).text


async def test_a_text_that_the_app_cut_stays_one_answer(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("x" * 4_096)
    assert "What was going on before it?" in ana.text
    await ana.say("and the end")

    (kept,) = await slips_of(storage, cast.ana)
    assert kept.account(SlipStep.BEFORE).text.endswith("x\nand the end")


async def test_a_check_in_that_reported_use_offers_to_look_at_it(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    checkin_id = await answered(storage, cast.ana, state=State.COMPLETED, use=Use.YES)
    async with container.transaction() as services:
        who = await services.people.recognise(cast.ana.address)
        assert who is not None
        step = await services.checkins.read(who, checkin_id, NOON)
        receipt = await services.progress.receipt(who.scope, step.checkin)
    screen = receipt_screen(Words("en", who.timezone), step.checkin, receipt)
    (offer,) = [button for row in screen.rows for button in row if button.label == "Look at what happened"]
    await ana.press(offer)

    assert "Are you safe right now?" in ana.text
    (begun,) = await slips_of(storage, cast.ana)
    assert checkin_id == begun.checkin_id


async def test_an_answer_is_changed_later_and_the_earlier_ones_are_listed(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await skips_to_the_end(ana)
    await ana.tap("Change something")
    await ana.tap("Afterwards")
    await ana.tap("Relief")
    await ana.tap("Next")
    assert "<b>Afterwards:</b> Relief" in ana.text
    await ana.tap("What I wrote before")

    assert "1. Tue, Mar 3" in ana.text
    await ana.tap("1")
    assert "<b>Afterwards:</b> Relief" in ana.text


async def test_nobody_else_opens_it(storage: Storage, cast: Cast, ana: Phone, ben: Phone) -> None:
    await paired(storage, cast.ana, cast.ben)
    await ana.command("slip", "zebra")
    (begun,) = await slips_of(storage, cast.ana)
    await ben.press(Button("", OpenSlip(begun.slip_id)))

    assert "zebra" not in ben.text
    assert "no longer there" in ben.text


async def test_the_words_are_sealed(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("slip", "zebra")
    async with storage.unit_of_work() as work:
        row = (await work.session.scalars(select(SlipRow))).one()

    assert row.during is not None
    assert b"zebra" not in bytes(row.during)
