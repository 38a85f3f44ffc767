import datetime as dt

import pytest

from domain.checkins import State
from domain.items import (
    CRAVING,
    LONGEST_TEXT,
    MOOD,
    NOTE,
    ItemId,
    Use,
)
from handlers.callbacks.checkins import AnswerChosen
from handlers.request import Attachment, Button
from handlers.texts import checkins as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.phone import Phone, kept

MINUTE = dt.timedelta(minutes=1)


async def test_a_check_in_takes_five_taps_and_is_kept(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "No", "Skip"):
        await ana.tap(label)

    checkin = await kept(storage, cast.ana)
    assert State.COMPLETED is checkin.state
    assert [6, 3, 5, Use.NO, None] == [checkin.value(item) for item in ItemId]
    assert "Done, thank you. Mood 6 · craving 3 · sleep 5." in ana.text


async def test_a_question_shows_its_place_its_numbers_and_who_sees_the_answer(ana: Phone) -> None:
    await ana.command("checkin")

    screen = ana.reply.screens[0]
    assert "1 of 5 · seen by you and your facilitator" in screen.text
    assert ["0", "1", "2", "3", "4", "5"] == [button.label for button in screen.rows[0]]
    assert ["6", "7", "8", "9", "10"] == [button.label for button in screen.rows[1]]
    assert ["Skip", "Why am I asked this?"] == ana.labels[11:]
    assert screen.anchor is not None
    assert screen.anchor.startswith("checkin:")


async def test_typed_answers_are_as_good_as_taps(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for words in ("seven", "\u0667", "7/10", "rather not say", "slept <b>badly</b> & ran 🙂"):
        await ana.say(words)

    checkin = await kept(storage, cast.ana)
    assert [7, 7, 7, Use.RATHER_NOT_SAY] == [checkin.value(item) for item in list(ItemId)[:4]]
    assert "slept <b>badly</b> & ran 🙂" == checkin.answers[NOTE].text
    assert "Your note is kept, for you alone." in ana.text


@pytest.mark.parametrize("words", ["11", "7.5", "abc", "🙂", "-1", ""])
async def test_what_is_no_number_gets_a_sentence_and_the_question_stays(ana: Phone, words: str) -> None:
    await ana.command("checkin")
    await ana.say(words)

    assert "I couldn't read that as 0 to 10. You can tap a number or write one, like 7." in ana.text
    assert "How is your mood" in ana.text
    assert "7" in ana.labels


async def test_use_can_be_typed_and_nonsense_leaves_it_asked(ana: Phone) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5"):
        await ana.tap(label)
    await ana.say("maybe")

    assert "write yes, no, or rather not say" in ana.text
    await ana.say("no")
    assert "Anything you want to note?" in ana.text


@pytest.mark.parametrize("attachment", [Attachment.STICKER, Attachment.VOICE, Attachment.PHOTO])
async def test_only_text_can_be_a_note_and_the_question_stays(ana: Phone, attachment: Attachment) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "No"):
        await ana.tap(label)
    await ana.say("", attachment)

    assert "I can only keep text for now" in ana.text
    assert "Anything you want to note?" in ana.text


async def test_what_is_forwarded_may_be_somebody_elses_and_is_no_answer(ana: Phone) -> None:
    await ana.command("checkin")
    await ana.forward("9")

    assert "didn't take it as your answer" in ana.text
    assert "0" in ana.labels
    for label in ("6", "3", "5", "No"):
        await ana.tap(label)
    await ana.forward("I drank again")

    assert "Anything you want to note?" in ana.text


async def test_a_sticker_in_answer_to_the_question_about_use_gets_the_words_that_fit(ana: Phone) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5"):
        await ana.tap(label)
    await ana.say("", Attachment.STICKER)

    assert "write yes, no, or rather not say" in ana.text
    assert "0 to 10" not in ana.text


async def test_the_words_below_a_picture_are_kept(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "No"):
        await ana.tap(label)
    await ana.say("the view from up there", Attachment.PHOTO)

    assert "the view from up there" == (await kept(storage, cast.ana)).answers[NOTE].text
    assert "I kept your words." in ana.text


async def test_a_long_note_is_kept_whole(storage: Storage, cast: Cast, ana: Phone) -> None:
    note = "word " * 1_000
    await ana.command("checkin")
    for label in ("6", "3", "5", "No"):
        await ana.tap(label)
    await ana.say(note)

    assert note == (await kept(storage, cast.ana)).answers[NOTE].text


async def test_a_note_that_the_app_sends_in_two_parts_is_one(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "No"):
        await ana.tap(label)
    await ana.say("a" * 4_096)
    await ana.say("the rest")

    assert f"{'a' * 4_096}\nthe rest" == (await kept(storage, cast.ana)).answers[NOTE].text
    assert "Added to your note." in ana.text


async def test_what_is_too_long_is_kept_as_far_as_it_goes_and_said_so(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    for label in ("6", "3", "5", "No"):
        await ana.tap(label)
    await ana.say("a" * (LONGEST_TEXT + 1))

    assert "a" * LONGEST_TEXT == (await kept(storage, cast.ana)).answers[NOTE].text
    assert f"the first {LONGEST_TEXT} characters" in ana.text


async def test_back_asks_again_and_the_answer_can_be_left(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    await ana.tap("6")
    await ana.tap("Back")

    assert "How is your mood" in ana.text
    assert "Before, you said: 6." in ana.text
    await ana.tap("Leave it as it is")
    assert "strongest craving" in ana.text
    assert 6 == (await kept(storage, cast.ana)).value(MOOD)


async def test_back_twice_changes_the_first_answer(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for label in ("6", "3"):
        await ana.tap(label)
    await ana.tap("Back")
    await ana.tap("Back")
    await ana.tap("8")

    checkin = await kept(storage, cast.ana)
    assert (8, 3) == (checkin.value(MOOD), checkin.value(CRAVING))
    assert "How did you sleep" in ana.text


async def test_why_is_told_without_losing_the_question(ana: Phone) -> None:
    await ana.command("checkin")
    await ana.tap("6")
    await ana.tap("Why am I asked this?")

    assert "From 8 on, your facilitator is told" in ana.text
    await ana.tap("2")
    assert "How did you sleep" in ana.text


async def test_a_double_tap_changes_nothing_and_says_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    seven = ana.button("7")
    first = await ana.press(seven)
    second = await ana.press(seven)

    assert first == second
    assert 1 == len((await kept(storage, cast.ana)).answers)


async def test_an_old_button_is_left_alone_and_shows_where_we_are(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    old = ana.button("2")
    await ana.tap("7")
    await ana.press(old)

    assert texts.OUTDATED.en == ana.reply.notice
    assert "strongest craving" in ana.text
    assert 7 == (await kept(storage, cast.ana)).value(MOOD)


async def test_a_forged_value_is_refused(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    checkin = await kept(storage, cast.ana)
    await ana.press(Button("", AnswerChosen(checkin.id, MOOD, 99)))

    assert texts.OUTDATED.en == ana.reply.notice
    assert (await kept(storage, cast.ana)).value(MOOD) is None


async def test_a_restart_in_the_middle_is_invisible(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await ana.tap("7")

    again = Phone(storage, container, cast.ana)
    await again.say("4")
    assert "How did you sleep" in again.text
    await again.command("checkin")
    assert "3 of 5" in again.text


async def test_nobody_else_can_use_the_buttons(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    buttons = [ana.button("7"), ana.button("Skip"), ana.button("Why")]
    before = await kept(storage, cast.ana)

    for member in (cast.ben, cast.fay, cast.cem, cast.dee, cast.gus):
        other = Phone(storage, container, member)
        for button in buttons:
            await other.press(button)
            assert "I can't find that here" in other.text
            assert "mood" not in other.text
    assert before == await kept(storage, cast.ana)
