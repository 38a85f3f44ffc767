"""What becomes of a question that a facilitator wrote for the group: kept, one too many, removed, and whose it is."""

import pytest

from domain.items import CONFIDENCE, SLEEP, TENSION, Scale
from handlers.callbacks.payload import Press
from handlers.callbacks.questions import DropQuestion, KeepQuestion, Rechoose, Reword, ScaleChosen
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.facilitators import asked_of
from tests.phone import Phone


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
