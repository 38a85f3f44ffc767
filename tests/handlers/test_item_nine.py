import datetime as dt
import re

import pytest

from handlers import routes
from handlers.callbacks.crisis import HelpNow, SafeForNow
from handlers.callbacks.measures import BeginMeasure, GoOnMeasure, MeasureAnswered, StartMeasure
from handlers.callbacks.partners import WritePartner
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Delivery
from handlers.edge.table import table
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.phone import Phone, messages
from tests.scenes import partners
from tests.taking import chosen

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)
CHARACTERS_A_LINE, LINES_IN_SIGHT = 36, 12
"""A bubble on a phone of 320 by 568, above four rows of buttons."""


async def offered(phone: Phone) -> None:
    await phone.press(Button("", StartMeasure(phone.member.membership_id)))


async def taken(phone: Phone, *labels: str) -> None:
    for label in labels:
        phone.now += MINUTE
        await phone.tap(label)


@pytest.fixture
async def short(container: Container) -> None:
    await chosen(container, phq4_en=False)


@pytest.mark.usefixtures("short")
async def test_the_phq_2_grows_into_the_phq_9_and_item_nine_brings_the_numbers_first(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await offered(ana)
    await taken(ana, "Begin", "3 · Nearly every day", "1 · Several days")
    assert "<b>PHQ-2: 4 of 6</b>\nPositive screen (3 to 6)" in ana.text
    assert "go on with <b>PHQ-9</b>: 7 more questions" in ana.text

    await taken(ana, "Go on: 7 more")
    assert "3 of 9" in ana.text
    await taken(ana, *["0 · Not at all"] * 6)
    assert "I tell <b>Fay</b> at once" in ana.text
    assert [] == await messages(storage, cast.fay)
    await taken(ana, "1 · Several days")

    assert ana.text.startswith("You can talk to a person right now:\n• 988")
    assert ana.text.index("<b>911</b>") < ana.text.index("Thank you for saying that.")
    assert "I'm telling <b>Fay</b> now" in ana.text
    assert ana.reply.is_new
    assert ["alert.urgent"] == await messages(storage, cast.fay)
    assert [HelpNow, SafeForNow, GoOnMeasure] == [
        type(button.press) for row in ana.reply.screens[0].rows for button in row
    ]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("language", ["en", "es"])
async def test_what_item_nine_brings_is_short_enough_for_the_number_to_stay_in_sight(
    storage: Storage, container: Container, cast: Cast, language: str
) -> None:
    await partners(storage, cast.ana, cast.ben)
    async with storage.unit_of_work() as work:
        await work.people.set_language(cast.ana.person_id, language)
    ana = Phone(storage, container, cast.ana, language)
    await offered(ana)
    begin, go_on = {"en": ("Begin", "Go on: 7"), "es": ("Empezar", "Seguir: 7")}[language]
    await taken(ana, begin, "3 · ", "3 · ", go_on, *["0 · "] * 6, "1 · ")
    lines = re.sub("<[^>]+>", "", ana.text).split("\n")

    assert "988" in lines[1]
    assert 4 == len([line for line in lines if line])
    assert sum(1 + len(line) // CHARACTERS_A_LINE for line in lines) <= LINES_IN_SIGHT
    assert "Fay" in lines[-1]


@pytest.mark.usefixtures("short")
async def test_after_the_numbers_the_result_stands_in_a_message_of_its_own_and_asks_for_no_more(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await partners(storage, cast.ana, cast.ben)
    await offered(ana)
    await taken(
        ana, "Begin", "3 · Nearly", "3 · Nearly", "Go on: 7 more", *["0 · Not at all"] * 6, "3 · Nearly"
    )
    assert WritePartner in [type(button.press) for row in ana.reply.screens[0].rows for button in row]
    await taken(ana, "Back to the result")

    assert ana.reply.is_new
    assert "<b>PHQ-9: 9 of 27</b>\nMild (5 to 9)" in ana.text
    assert "This is a screening, not a diagnosis." in ana.text
    assert "I need help now" in ana.labels


@pytest.mark.usefixtures("short")
async def test_item_nine_pressed_when_its_time_is_over_brings_the_numbers_and_is_told_all_the_same(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await offered(ana)
    await taken(ana, "Begin", "3 · Nearly", "3 · Nearly", "Go on: 7 more", *["0 · Not at all"] * 6)
    ana.now += 3 * DAY
    await ana.tap("2 · More")

    assert ana.text.startswith("You can talk to a person right now:\n• 988")
    assert ["alert.urgent"] == await messages(storage, cast.fay)
    await ana.tap("Back")
    assert "PHQ-9" in ana.text
    assert "988" not in ana.text


@pytest.mark.usefixtures("short")
async def test_a_second_tap_that_answers_item_nine_worse_is_told_too(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await offered(ana)
    await taken(ana, "Begin", "3 · Nearly", "3 · Nearly", "Go on: 7 more", *["0 · Not at all"] * 6)
    worse = ana.button("2 · More")
    await taken(ana, "0 · Not at all")
    assert [] == await messages(storage, cast.fay)
    await ana.press(worse)

    assert ana.text.startswith("You can talk to a person right now:\n• 988")
    assert ["alert.urgent"] == await messages(storage, cast.fay)


async def test_a_zero_at_item_nine_is_never_called_good(ana: Phone) -> None:
    await offered(ana)
    await taken(ana, "Begin", "0 · Not", "0 · Not", "3 · Nearly", "3 · Nearly", "Go on: 7 more")
    await taken(ana, *["0 · Not at all"] * 7)

    assert "<b>PHQ-9: 6 of 27</b>" in ana.text
    for word in ("good", "great", "fine", "safe", "no risk", "well done"):
        assert word not in ana.text.lower()


async def test_the_facilitator_sees_item_nine_and_the_results_behind_the_alert(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await offered(ana)
    await taken(ana, "Begin", "0 · Not", "0 · Not", "3 · Nearly", "3 · Nearly", "Go on: 7 more")
    await taken(ana, *["0 · Not at all"] * 6, "2 · More")
    fay = Phone(storage, container, cast.fay)
    fay.now = ana.now
    await fay.command("alerts")
    await fay.tap("Ana")

    assert "Item 9 of the PHQ-9, thoughts of death or self-harm: 2 of 3" in fay.text
    assert "Rule: 1 or more." in fay.text
    assert "• PHQ-9, Tue, Mar 3: 8 of 27" in fay.text
    assert "• Ana knows that you were told." in fay.text


async def test_through_the_real_door_item_nine_is_answered_in_the_transaction_that_tells_it(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await chosen(container, phq4_en=False)
    known = table(routes.COMMANDS, routes.PRESSES, routes.TYPED, routes.NOTICES)
    door = Door(container, known, lambda: NOON)
    number = iter(range(100, 200))

    async def press(data: str) -> Delivery:
        arrival = Arrival(
            next(number),
            Happening.PRESSED,
            chat_id=int(cast.ana.address),
            message_id=50,
            data=data,
            query_id="q",
        )
        async with container.transaction() as services:
            await services.intake.keep({arrival.update_id: b"x"}, NOON)
        delivery = await door.serve(arrival)
        assert delivery is not None
        return delivery

    def keys(delivery: Delivery) -> list[str]:
        return [key.data or "" for row in delivery.sheets[0].rows for key in row]

    async def answer(delivery: Delivery, value: int) -> Delivery:
        (data,) = (key for key in keys(delivery) if key.startswith("me.a:") and key.endswith(f":{value}"))
        return await press(data)

    assert MeasureAnswered.prefix == "me.a"
    delivery = await press(StartMeasure(cast.ana.membership_id).pack())
    delivery = await press(next(key for key in keys(delivery) if key.startswith(BeginMeasure.prefix)))
    for value in (2, 2):
        delivery = await answer(delivery, value)
    delivery = await press(next(key for key in keys(delivery) if key.startswith(BeginMeasure.prefix)))
    for value in (0, 0, 0, 0, 0, 0, 1):
        delivery = await answer(delivery, value)

    assert "<b>988</b>" in delivery.sheets[0].text
    assert delivery.is_new
    assert 1 == len(await messages(storage, cast.fay))
