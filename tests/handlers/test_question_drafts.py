"""How a facilitator writes a question for the group, and how it is shown before it is kept."""

import pytest

from handlers.request import Attachment
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.facilitators import asked_of
from tests.phone import Phone

WHERE = "Where did you <b>spend</b> the evening & why?"


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def begins(fay: Phone, scale: str) -> None:
    await fay.command("questions")
    await fay.tap("Add a question")
    await fay.tap(scale)


async def adds(fay: Phone, wording: str, scale: str = "Yes or no") -> None:
    await begins(fay, scale)
    await fay.say(wording)
    await fay.tap("Keep it")


async def test_a_question_is_previewed_as_people_see_it_and_asked_once_it_is_kept(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    before = await asked_of(storage, cast.ana)
    await begins(fay, "0 to 10")
    await fay.say("How hopeful are you today?")

    assert "<b>How hopeful are you today?</b>\nFrom 0 to 10." in fay.text
    assert "8 of 9" in fay.text
    assert ["0", "1", "2"] == fay.labels[:3]
    assert before == await asked_of(storage, cast.ana)

    await fay.tap("Keep it")
    assert "10 ✓ How hopeful are you" in "\n".join(fay.labels)
    assert len(before) + 1 == len(await asked_of(storage, cast.ana))


async def test_what_is_typed_is_shown_literally(fay: Phone) -> None:
    await begins(fay, "In words")
    await fay.say(WHERE)

    assert "Where did you &lt;b&gt;spend&lt;/b&gt; the evening &amp; why?" in fay.text
    await fay.tap("Keep it")
    await fay.tap("10 ✓ Where did you <b>spend")
    assert "Where did you &lt;b&gt;spend&lt;/b&gt; the evening &amp; why?" in fay.text


async def test_choices_are_typed_line_by_line(fay: Phone) -> None:
    await begins(fay, "One of several")
    await fay.say(WHERE)
    assert "each on its own line" in fay.text

    await fay.say("At home\nWith <i>friends</i>\nAt a meeting")
    assert ["At home", "With <i>friends</i>", "At a meeting"] == fay.labels[:3]
    await fay.tap("Other choices")
    await fay.say("Here\nThere")
    assert ["Here", "There"] == fay.labels[:2]
    await fay.tap("Other words")
    await fay.say("Which?")
    assert "<b>Which?</b>" in fay.text
    assert ["Here", "There"] == fay.labels[:2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [("x" * 201, "That has 201 characters; 200 fit."), ("  \n ", "There were no words in that.")],
)
async def test_words_that_do_not_fit_are_asked_for_again(fay: Phone, typed: str, said: str) -> None:
    await begins(fay, "Yes or no")
    await fay.say(typed)
    assert said in fay.text

    await fay.say("Did you eat?")
    assert "<b>Did you eat?</b>" in fay.text


async def test_a_picture_is_no_question(fay: Phone) -> None:
    await begins(fay, "Yes or no")
    await fay.say("", Attachment.PHOTO)

    assert "There were no words in that." in fay.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Only one", "I count 1 there."),
        ("\n".join("abcdefg"), "I count 7 there."),
        ("Here\n" + "x" * 41, "is too long for a button"),
        ("Here\nhere", "Two of the choices are the same."),
    ],
)
async def test_choices_that_do_not_fit_are_asked_for_again_and_the_words_stay(
    fay: Phone, typed: str, said: str
) -> None:
    await begins(fay, "One of several")
    await fay.say("Which?")
    await fay.say(typed)
    assert said in fay.text
    assert "“Which?”" in fay.text

    await fay.say("Here\nThere")
    assert ["Here", "There"] == fay.labels[:2]


async def test_a_dropped_question_is_gone_and_nothing_more_is_listened_for(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    before = await asked_of(storage, cast.ana)
    await begins(fay, "Yes or no")
    await fay.tap("Drop it")
    await fay.say("Did you eat?")

    assert "Did you eat?" not in fay.text
    assert before == await asked_of(storage, cast.ana)


async def test_going_back_to_the_list_ends_the_listening(fay: Phone) -> None:
    await begins(fay, "Yes or no")
    await fay.command("questions")
    await fay.tap("1 ✓ Mood")
    await fay.tap("Back to the list")
    await fay.say("Did you eat?")

    assert "Did you eat?" not in fay.text
