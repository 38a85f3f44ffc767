import pytest

from handlers.callbacks.joining import ZoneChosen
from handlers.request import Attachment, Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.ways_in import at_the_name, at_the_time, at_the_zone


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ana", "already goes by that name"),
        ("@sky_high", "looks like a link"),
        ("x" * 5000, "longer than 40"),
        ("\u202e\u200b", "couldn't read a name"),
    ],
)
async def test_a_name_that_does_not_do_is_asked_again(
    storage: Storage, container: Container, cast: Cast, typed: str, said: str
) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say(typed)

    assert said in phone.text
    assert "What shall people here call you?" in phone.text


async def test_markup_in_a_name_is_shown_as_it_was_typed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say("<b>Sky</b> & \u202eco")
    await phone.tap("New York (now 12:00)")
    await phone.tap("18:00 (the group's time)")

    assert "You're in, &lt;b&gt;Sky&lt;/b&gt; &amp; co" in phone.text


async def test_a_sticker_is_no_name(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say(None, Attachment.STICKER)

    assert "only read typed words" in phone.text
    assert "What shall people here call you?" in phone.text


async def test_a_typed_city_becomes_buttons(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.tap("Another place")
    assert "Which city?" in phone.text
    await phone.say("denver")
    await phone.tap("Denver (now 10:00)")

    assert "When shall I ask" in phone.text
    who = await phone.actor()
    assert who is not None
    assert "America/New_York" == who.timezone
    await phone.say("7:30 pm")
    assert "at 19:30 (Denver time)" in phone.text
    who = await phone.actor()
    assert who is not None
    assert "America/Denver" == who.timezone


async def test_a_place_that_does_not_exist_gets_a_clear_sentence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.say("Qwrtzu")

    assert "I don't know that place" in phone.text
    assert "New York (now 12:00)" in phone.labels


async def test_a_forged_zone_is_refused(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_zone(storage, container, cast)
    real = phone.button("New York").press
    assert isinstance(real, ZoneChosen)
    await phone.press(Button("", ZoneChosen(real.enrolment_id, "Mars/Base")))

    assert "I don't know that place" in phone.text


@pytest.mark.parametrize("typed", ["soon", "7", "25:00", "🙂"])
async def test_a_time_that_is_unclear_is_asked_again(
    storage: Storage, container: Container, cast: Cast, typed: str
) -> None:
    phone = await at_the_time(storage, container, cast)
    await phone.say(typed)

    assert "couldn't read that as a time" in phone.text
    assert "18:00 (the group's time)" in phone.labels
