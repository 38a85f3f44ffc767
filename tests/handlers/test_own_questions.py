"""How a facilitator writes a question for the group, and what becomes of it."""

import pytest

from domain.items import CONFIDENCE, SLEEP, TENSION, Scale
from handlers.callbacks.payload import Press
from handlers.callbacks.questions import DropQuestion, KeepQuestion, Rechoose, Reword, ScaleChosen
from handlers.request import Attachment, Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
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


async def test_a_second_tap_on_keep_adds_nothing(fay: Phone, storage: Storage, cast: Cast) -> None:
    await begins(fay, "Yes or no")
    await fay.say("Did you eat?")
    keep, drop = fay.button("Keep it"), fay.button("Drop it")
    await fay.press(keep)
    after = await asked_of(storage, cast.ana)
    await fay.press(keep)
    await fay.press(drop)

    assert after == await asked_of(storage, cast.ana)


async def test_an_old_preview_changes_no_question_that_is_asked(fay: Phone) -> None:
    await begins(fay, "Yes or no")
    await fay.say("Did you eat?")
    reword = fay.button("Other words")
    await fay.tap("Keep it")
    await fay.press(reword)

    assert "from an earlier moment" in fay.text


async def test_three_own_questions_are_the_most(fay: Phone, storage: Storage, cast: Cast) -> None:
    async with storage.unit_of_work() as work:
        for number in range(3):
            await work.questions.add(cast.fay.group_id, Scale.TEXT, f"Question {number}?", [], NOON)
    await fay.command("questions")
    await fay.tap("Add a question")

    assert "3 questions of your own are the most" in fay.text
    await fay.press(Button("", ScaleChosen(cast.fay.group_id, Scale.TEXT)))
    assert "3 questions of your own are the most" in fay.text


async def test_an_eleventh_question_waits_until_there_is_room(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    await adds(fay, "First?")
    await adds(fay, "Second?")
    assert 10 == len(await asked_of(storage, cast.ana))
    await adds(fay, "Third?")

    assert "That would make 11 questions in one check-in." in fay.text
    assert "<b>Third?</b>" in fay.text
    keep = fay.button("Keep it")
    await fay.command("questions")
    await fay.tap("6 ✓ Sleep")
    await fay.tap("Switch off")
    await fay.press(keep)
    assert 10 == len(await asked_of(storage, cast.ana))

    await fay.tap("6 ○ Sleep, off")
    await fay.tap("Switch on")
    assert "That would make 11 questions" in fay.text
    assert SLEEP not in await asked_of(storage, cast.ana)


async def test_a_removed_question_is_asked_no_more(fay: Phone, storage: Storage, cast: Cast) -> None:
    before = await asked_of(storage, cast.ana)
    await adds(fay, "Did you eat?")
    await fay.tap("10 ✓ Did you eat?")
    await fay.tap("Remove")
    assert "Old answers stay." in fay.text
    await fay.tap("No, keep it")
    await fay.tap("Remove")
    await fay.tap("Yes, remove it")

    assert before == await asked_of(storage, cast.ana)
    assert not [label for label in fay.labels if "Did you eat?" in label]


async def test_the_template_switches_own_questions_off_and_they_can_come_back(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    before = await asked_of(storage, cast.ana)
    await adds(fay, "Did you eat?")
    await fay.tap("Back to the template")
    await fay.tap("Yes, back to the template")
    assert before == await asked_of(storage, cast.ana)

    await fay.tap("10 ○ Did you eat?, off")
    await fay.tap("Switch on")
    assert len(before) + 1 == len(await asked_of(storage, cast.ana))


async def test_a_question_that_is_open_on_a_phone_is_answered_after_its_removal(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await adds(fay, "Did you eat?")
    ana = Phone(storage, container, cast.ana)
    await ana.command("checkin")
    for _ in range(7):
        await ana.tap("Skip")
    assert "Did you eat?" in ana.text
    await fay.tap("10 ✓ Did you eat?")
    await fay.tap("Remove")
    await fay.tap("Yes, remove it")

    await ana.tap("Yes")
    async with storage.unit_of_work() as work:
        (item,) = await work.questions.own(cast.ana.group_id)
        scope = (await work.people.actor(cast.ana.person_id)).scope
        checkin = await work.checkins.latest(scope, cast.ana.membership_id)
    assert checkin is not None
    assert 1 == checkin.value(item.id)


async def test_a_draft_belongs_to_the_facilitators_of_its_group(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        draft = await work.questions.begin(cast.fay.group_id, Scale.YES_NO, NOON)
        await work.questions.write(draft, "Did you eat?", [])
    presses: list[Press] = [KeepQuestion(draft), DropQuestion(draft), Reword(draft), Rechoose(draft)]
    before = await asked_of(storage, cast.ana)
    for member in (cast.ana, cast.cem, cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        for press in presses:
            await phone.press(Button("", press))
            assert "I can't find that here." in phone.text

    async with storage.unit_of_work() as work:
        assert await work.questions.draft(draft) is not None
    assert before == await asked_of(storage, cast.ana)
    assert {TENSION, CONFIDENCE} <= set(before)
