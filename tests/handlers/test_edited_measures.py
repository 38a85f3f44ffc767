"""A typed answer to a questionnaire is corrected by the edit of its message, item 9 with all that belongs to it."""

import datetime as dt
import itertools

import pytest

from domain.instruments.version import Kind
from handlers.callbacks.crisis import HelpNow
from handlers.callbacks.measures import BeginMeasure, StartMeasure
from handlers.edge.inbound import Happening
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.chat import Chat, said
from tests.phone import Phone, messages
from tests.taking import chosen

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
async def short(container: Container) -> None:
    await chosen(container, phq4_en=False)


async def typed(phone: Phone, *texts: str, first: int = 1) -> None:
    """Type answers, in messages that are numbered from `first` on."""
    for number, text in enumerate(texts, start=first):
        phone.now += MINUTE
        await phone.say(text, message_id=number)


async def edited(phone: Phone, number: int, text: str) -> None:
    phone.now += MINUTE
    await phone.edit(number, text)


async def began(phone: Phone) -> None:
    await phone.press(Button("", StartMeasure(phone.member.membership_id)))
    await phone.tap("Begin")


async def long_one(phone: Phone, item9: str) -> None:
    """Type a PHQ-2 in messages 1 and 2, and what it grows into in 3 to 9."""
    await began(phone)
    await typed(phone, "3", "3")
    await phone.tap("Go on: 7 more")
    await typed(phone, *["0"] * 6, item9, first=3)


async def test_an_edit_on_the_way_is_said_below_and_the_question_stays(ana: Phone) -> None:
    await began(ana)
    await typed(ana, "3")
    await edited(ana, 1, "several days")
    question, sentence = ana.reply.screens

    assert "2 of 2" in question.text
    assert "I changed your answer to what your message says now." == sentence.text
    await typed(ana, "0", first=2)
    assert "<b>PHQ-2: 1 of 6</b>" in ana.text


async def test_an_edit_that_cannot_be_read_says_so_and_leaves_the_result(ana: Phone) -> None:
    await began(ana)
    await typed(ana, "1", "1")
    await edited(ana, 2, "who knows")
    result, sentence = ana.reply.screens

    assert "<b>PHQ-2: 2 of 6</b>" in result.text
    assert "your answer stays as it was" in sentence.text


async def test_an_edit_to_the_cut_off_offers_the_longer_one(ana: Phone) -> None:
    await began(ana)
    await typed(ana, "1", "1")
    await edited(ana, 2, "2")

    assert "<b>PHQ-2: 3 of 6</b>" in ana.text
    assert "go on with <b>PHQ-9</b>: 7 more questions" in ana.text


async def test_an_edit_that_changes_nothing_is_left_without_a_word(ana: Phone) -> None:
    await began(ana)
    await typed(ana, "1")
    await edited(ana, 1, "several days")

    assert () == ana.reply.screens


async def test_item_nine_edited_from_0_brings_the_numbers_and_tells_the_facilitators(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await long_one(ana, "0")
    assert "<b>PHQ-9: 6 of 27</b>" in ana.text
    assert [] == await messages(storage, cast.fay)
    await edited(ana, 9, "2")
    numbers, result = ana.reply.screens

    assert numbers.text.startswith("You can talk to a person right now:\n• 988")
    assert "I'm telling <b>Fay</b> now" in numbers.text
    assert "<b>PHQ-9: 8 of 27</b>" in result.text
    assert ana.reply.is_new
    assert ["alert.urgent"] == await messages(storage, cast.fay)


async def test_item_nine_edited_in_a_result_of_two_days_ago_brings_the_numbers_all_the_same(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await began(ana)
    await typed(ana, "3", "3")
    await ana.tap("Go on: 7 more")
    await typed(ana, *["0"] * 6, "0", first=3)
    ana.now += dt.timedelta(days=2)
    await edited(ana, 9, "1")

    assert ana.text.startswith("You can talk to a person right now:")
    assert ["alert.urgent"] == await messages(storage, cast.fay)


async def test_through_the_real_door_the_edit_is_answered_in_the_transaction_that_tells_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Chat(container, int(cast.ana.address))
    seat, numbers = cast.ana.membership_id, itertools.count(60)

    async def begin(kind: Kind) -> None:
        press = BeginMeasure(seat, kind)
        await ana.send("", Happening.PRESSED, data=press.pack(), query_id="q", message_id=next(numbers))

    async def say(*texts: str) -> int:
        number = 0
        for text in texts:
            ana.now += MINUTE
            number = next(numbers)
            await ana.send(text, message_id=number)
        return number

    await begin(Kind.PHQ2)
    await say("3", "3")
    await begin(Kind.PHQ9)
    item9 = await say(*["0"] * 7)
    delivery = await ana.edit("1", message_id=item9)

    assert delivery is not None
    told, result = delivery.sheets
    assert "<b>988</b>" in told.text
    assert HelpNow().pack() in [key.data for row in told.rows for key in row]
    assert "<b>PHQ-9: 7 of 27</b>" in result.text
    assert result.anchor in delivery.anchors
    assert ["alert.urgent"] == await messages(storage, cast.fay)
    assert [] == said(await ana.edit("1", message_id=item9))
    assert "stays as it was" in said(await ana.edit("nothing like that", message_id=item9))[-1]
