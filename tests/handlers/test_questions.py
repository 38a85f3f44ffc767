"""What a facilitator sees and sets on /questions; the questions of one's own are in test_own_questions."""

import pytest

from domain.items import CATALOGUE, CRAVING, MOOD, NOTE, SLEEP, ItemId, Scale
from handlers.callbacks.payload import Press
from handlers.callbacks.questions import (
    AddQuestion,
    OpenQuestion,
    PreviewCheckIn,
    PreviewQuestion,
    QuestionMoved,
    QuestionSwitched,
    RemoveQuestion,
    RemoveQuestionConfirmed,
    ResetQuestions,
    ResetQuestionsConfirmed,
    ScaleChosen,
    ShowQuestions,
    Switch,
)
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.facilitators import asked_of, leads_both_groups
from tests.phone import Phone


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def test_the_list_has_every_question_in_its_order(fay: Phone) -> None:
    await fay.command("questions")

    assert "What Tuesday evening is asked" in fay.text
    assert "1 ✓ Mood" == fay.labels[0]
    assert "10 ✓ Note" == fay.labels[len(CATALOGUE) - 1]
    assert ["Preview the check-in", "Add a question"] == fay.labels[len(CATALOGUE) :]


async def test_it_is_one_message_that_is_edited(fay: Phone, cast: Cast) -> None:
    anchors = set()
    await fay.command("questions")
    for label in ("6 ✓ Sleep", "Switch off", "What people see", "Leave the preview", "Back to the list"):
        anchors.add(fay.reply.screens[0].anchor)
        await fay.tap(label)

    assert {f"questions:{cast.fay.group_id}"} == anchors


async def test_the_list_speaks_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    fay = Phone(storage, container, cast.fay, "es")
    await fay.command("questions")

    assert "1 ✓ Ánimo" == fay.labels[0]


async def test_with_two_groups_one_chooses(fay: Phone, storage: Storage, cast: Cast) -> None:
    await leads_both_groups(storage, cast)
    await fay.command("questions")

    assert ["Tuesday evening", "Friday morning"] == fay.labels
    await fay.tap("Friday morning")
    assert "What Friday morning is asked" in fay.text


async def test_a_question_is_switched_off_and_on_again(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.command("questions")
    await fay.tap("6 ✓ Sleep")
    await fay.tap("Switch off")
    assert "<b>Sleep</b> · off" in fay.text
    assert SLEEP not in await asked_of(storage, cast.ana)

    await fay.tap("Back to the list")
    assert "6 ○ Sleep, off" in fay.labels
    await fay.tap("6 ○ Sleep, off")
    await fay.tap("Switch on")
    assert SLEEP in await asked_of(storage, cast.ana)


async def test_another_group_keeps_its_questions(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.command("questions")
    await fay.tap("6 ✓ Sleep")
    await fay.tap("Switch off")

    assert SLEEP in await asked_of(storage, cast.cem)


async def test_mood_cannot_be_switched_off_and_it_is_said_why(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    await fay.command("questions")
    await fay.tap("1 ✓ Mood")
    assert "on steady days the check-in is this one question" in fay.text
    assert "Switch off" not in fay.labels

    await fay.press(Button("", QuestionSwitched(cast.fay.group_id, MOOD, Switch.OFF)))
    assert "Mood always stays on" in fay.text
    assert MOOD in await asked_of(storage, cast.ana)


@pytest.mark.parametrize("label", ["3 ✓ Craving", "4 ✓ Use"])
async def test_what_alerts_rest_on_is_switched_off_with_a_warning(fay: Phone, label: str) -> None:
    await fay.command("questions")
    await fay.tap(label)

    assert "Alerts rest on this answer" in fay.text
    await fay.tap("Switch off")
    assert "Alerts rest on this answer" in fay.text
    assert "· off" in fay.text


async def test_a_question_moves_up_and_down(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.command("questions")
    await fay.tap("3 ✓ Craving")
    await fay.tap("Move up")
    assert "number 2 of 10" in fay.text
    assert CRAVING == (await asked_of(storage, cast.ana))[1]

    await fay.tap("Move up")
    assert "Move up" not in fay.labels
    await fay.tap("Move down")
    await fay.tap("Move down")
    assert "number 3 of 10" in fay.text


async def test_a_double_tap_moves_once(fay: Phone) -> None:
    await fay.command("questions")
    await fay.tap("3 ✓ Craving")
    up = fay.button("Move up")
    await fay.press(up)
    await fay.press(up)

    assert "number 2 of 10" in fay.text


async def test_the_note_stays_the_last(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.command("questions")
    await fay.tap("9 ✓ Plan for yourself")
    assert "Move down" not in fay.labels

    await fay.press(Button("", QuestionMoved(cast.fay.group_id, NOTE, 0)))
    assert "always the last" in fay.text
    assert NOTE == (await asked_of(storage, cast.ana))[-1]


async def test_a_question_can_be_asked_in_aftercare_too(fay: Phone) -> None:
    await fay.command("questions")
    await fay.tap("6 ✓ Sleep")
    assert "In phase 4, aftercare, the template leaves it out." in fay.text

    await fay.tap("Ask in phase 4 too")
    assert "It is asked in phase 4, aftercare, too." in fay.text
    await fay.tap("Back to the list")
    await fay.tap("Preview the check-in")
    assert "Mood · Craving · Use · Confidence · Sleep · Note" in fay.text


async def test_a_question_is_shown_as_people_see_it_with_buttons_that_do_nothing(fay: Phone) -> None:
    await fay.command("questions")
    await fay.tap("3 ✓ Craving")
    await fay.tap("What people see")

    assert "Strongest craving since yesterday?" in fay.text
    assert "3 of 8 · seen by you and your facilitator" in fay.text
    assert ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] == fay.labels[:11]
    await fay.tap("7")
    assert () == fay.reply.screens
    assert "This is only a preview." == fay.reply.notice


async def test_the_preview_counts_questions_and_taps(fay: Phone) -> None:
    await fay.command("questions")
    await fay.tap("Preview the check-in")

    assert "<i>8 questions, 9 taps</i>" in fay.text
    assert "<b>With substance use, phase 4</b>\nMood · Craving · Use · Confidence · Note" in fay.text
    assert "<b>Mental health only, phases 1 to 3</b>\nMood · Tension · Confidence · Sleep" in fay.text


async def test_back_to_the_template_is_asked_once_more(fay: Phone, storage: Storage, cast: Cast) -> None:
    before = await asked_of(storage, cast.ana)
    await fay.command("questions")
    assert "Back to the template" not in fay.labels
    await fay.tap("6 ✓ Sleep")
    await fay.tap("Move up")
    await fay.tap("Back to the list")
    await fay.tap("Back to the template")
    assert before != await asked_of(storage, cast.ana)

    await fay.tap("Yes, back to the template")
    assert before == await asked_of(storage, cast.ana)
    assert "Back to the template" not in fay.labels


async def test_a_question_that_is_no_more_leads_back_to_the_list(fay: Phone, cast: Cast) -> None:
    group, gone = cast.fay.group_id, ItemId("q.gone")
    presses: list[Press] = [
        OpenQuestion(group, gone),
        PreviewQuestion(group, gone),
        RemoveQuestion(group, gone),
        QuestionMoved(group, gone, 0),
        QuestionSwitched(group, gone, Switch.ALWAYS),
        RemoveQuestionConfirmed(group, gone),
    ]
    for press in presses:
        await fay.press(Button("", press))
        assert "1 ✓ Mood" == fay.labels[0]


async def test_nobody_else_sees_or_sets_the_questions_of_a_group(
    storage: Storage, container: Container, cast: Cast
) -> None:
    group = cast.fay.group_id
    presses: list[Press] = [
        ShowQuestions(group),
        OpenQuestion(group, SLEEP),
        QuestionSwitched(group, SLEEP, Switch.OFF),
        QuestionMoved(group, SLEEP, 0),
        PreviewQuestion(group, SLEEP),
        PreviewCheckIn(group),
        RemoveQuestion(group, SLEEP),
        RemoveQuestionConfirmed(group, SLEEP),
        ResetQuestions(group),
        ResetQuestionsConfirmed(group),
        AddQuestion(group),
        ScaleChosen(group, Scale.TEXT),
    ]
    before = await asked_of(storage, cast.ana)
    for member in (cast.ana, cast.cem, cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        for press in presses:
            await phone.press(Button("", press))
            assert "I can't find that here." in phone.text

    assert before == await asked_of(storage, cast.ana)
