import dataclasses

import pytest

from handlers import routes
from handlers.callbacks.crisis import HelpNow
from handlers.edge.dispatch import Door
from handlers.edge.inbound import Arrival, Happening
from handlers.edge.sheets import Delivery
from handlers.edge.table import table
from handlers.request import Attachment
from services.container import Container
from tests.cast import NOON, Cast

STRANGER = 999
HARD = "I don't want to live like this, I want to die"


@pytest.fixture
def door(container: Container) -> Door:
    known = table(routes.COMMANDS, routes.PRESSES, routes.TYPED, routes.NOTICES)
    return Door(container, known, lambda: NOON)


async def send(door: Door, container: Container, chat_id: int, text: str, command: str = "") -> Delivery:
    happening = Happening.COMMAND if command else Happening.TYPED
    arrival = Arrival(7, happening, chat_id=chat_id, message_id=50, text=text, command=command)
    async with container.transaction() as services:
        await services.intake.keep({arrival.update_id: b"x"}, NOON)
    delivery = await door.serve(arrival)
    assert delivery is not None
    return delivery


@pytest.mark.parametrize("command", ["", "note"])
async def test_words_of_danger_bring_the_numbers_and_the_button_below_the_answer(
    door: Door, container: Container, cast: Cast, command: str
) -> None:
    answer, heard = (await send(door, container, int(cast.ana.address), HARD, command)).sheets

    assert "<b>988</b>" not in answer.text
    assert "<b>988</b>" in heard.text
    assert HelpNow().pack() in [key.data for row in heard.rows for key in row]


@pytest.mark.parametrize("happening", [Happening.TYPED, Happening.EDITED])
async def test_words_of_danger_below_a_voice_note_or_in_an_edit_bring_the_numbers_every_time(
    door: Door, container: Container, cast: Cast, happening: Happening
) -> None:
    attachment = Attachment.VOICE if happening is Happening.TYPED else None
    for number in (50, 51, 52):
        arrival = Arrival(
            number, happening, int(cast.ana.address), message_id=number, text=HARD, attachment=attachment
        )
        async with container.transaction() as services:
            await services.intake.keep({arrival.update_id: b"x"}, NOON)
        delivery = await door.serve(arrival)

        assert delivery is not None
        assert "<b>988</b>" in delivery.sheets[-1].text


@pytest.mark.parametrize(("language", "sorry"), [("en", "I'm sorry"), ("es", "Lo siento")])
@pytest.mark.parametrize(
    "arrival",
    [
        Arrival(7, Happening.TYPED, 101, text=HARD),
        Arrival(7, Happening.TYPED, 101, text="ya no puedo más"),
        Arrival(7, Happening.EDITED, 101, text=HARD),
        Arrival(7, Happening.COMMAND, 101, command="note", text=HARD),
        Arrival(7, Happening.EDITED, 101, command="sos"),
    ],
)
def test_an_apology_for_words_of_danger_carries_the_numbers_and_the_button(
    door: Door, arrival: Arrival, language: str, sorry: str
) -> None:
    """It asks no database: that may be what has failed."""
    delivery = door.apology(dataclasses.replace(arrival, language_code=language), "k3f9")

    assert delivery is not None
    apology, heard = delivery.sheets
    assert sorry in apology.text
    assert "k3f9" in apology.text
    assert "<b>988</b>" in heard.text
    assert HelpNow().pack() in [key.data for row in heard.rows for key in row]


@pytest.mark.parametrize(
    "arrival",
    [
        Arrival(7, Happening.TYPED, 101, text="a good day"),
        Arrival(7, Happening.TYPED, 101, text=HARD, is_forwarded=True),
        Arrival(7, Happening.PRESSED, 101, data="x"),
    ],
)
def test_any_other_apology_stands_alone(door: Door, arrival: Arrival) -> None:
    delivery = door.apology(arrival, "k3f9")

    assert delivery is not None
    assert 1 == len(delivery.sheets)
    assert "988" not in delivery.sheets[0].text


async def test_everyday_words_bring_the_answer_alone(door: Door, container: Container, cast: Cast) -> None:
    assert 1 == len((await send(door, container, int(cast.ana.address), "a good day")).sheets)


async def test_a_stranger_is_answered_as_always(door: Door, container: Container, cast: Cast) -> None:
    assert 1 == len((await send(door, container, STRANGER, HARD)).sheets)


async def test_a_command_half_way_through_joining_leads_back_to_the_open_step(
    door: Door, container: Container, cast: Cast
) -> None:
    async with container.transaction() as services:
        (url,) = await services.joining.invite(
            await services.people.actor(cast.fay.person_id), cast.fay.group_id, 1, NOON
        )
    first = await send(door, container, STRANGER, url.partition("start=")[2], "start")
    async with container.transaction() as services:
        await services.intake.keep({8: b"x"}, NOON)
    again = await door.serve(
        Arrival(8, Happening.COMMAND, chat_id=STRANGER, message_id=60, text="", command="checkin")
    )

    assert again is not None
    assert [sheet.text for sheet in first.sheets] == [sheet.text for sheet in again.sheets]
