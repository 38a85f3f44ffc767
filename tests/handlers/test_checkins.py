"""Answering by tap and by word; what of it is kept is tested with the services."""

import datetime as dt

import pytest

from domain.checkins import State
from domain.items import CONFIDENCE, CRAVING, LONGEST_TEXT, MOOD, NOTE, SLEEP, TENSION, USE, Use
from handlers.request import Attachment
from handlers.texts import checkins as texts
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.phone import Phone, kept
from tests.taps import answer, check_in

MINUTE = dt.timedelta(minutes=1)


async def test_a_check_in_of_eight_questions_is_kept(storage: Storage, cast: Cast, ana: Phone) -> None:
    await check_in(ana, note="Nothing to add")

    checkin = await kept(storage, cast.ana)
    items = (MOOD, TENSION, CRAVING, USE, CONFIDENCE, SLEEP, NOTE)
    assert State.COMPLETED is checkin.state
    assert [6, 4, 3, Use.NO, 7, 5, None] == [checkin.value(item) for item in items]
    assert "Done, thank you. Mood 6 · tension 4 · craving 3 · no use · confidence 7 · sleep 5" in ana.text


async def test_a_question_shows_its_place_its_numbers_and_who_sees_the_answer(ana: Phone) -> None:
    await ana.command("checkin")

    screen = ana.reply.screens[0]
    assert "1 of 8 · seen by you and your facilitator" in screen.text
    assert ["0", "1", "2", "3", "4", "5"] == [button.label for button in screen.rows[0]]
    assert ["6", "7", "8", "9", "10"] == [button.label for button in screen.rows[1]]
    assert ["Skip", "Stop", "Why am I asked this?"] == ana.labels[11:]
    assert screen.anchor is not None
    assert screen.anchor.startswith("checkin:")
    await answer(ana, until="note")
    assert "8 of 8 · seen by you alone" in ana.text


async def test_typed_answers_are_as_good_as_taps(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for words in (
        "seven",
        "\u0667",
        "7 I think",
        "rather not say",
        "como un siete",
        "👍",
        "yes",
        "slept <b>badly</b> & ran 🙂",
    ):
        await ana.say(words)
        if words == "👍":
            assert "couldn't read that as 0 to 10" in ana.text
            await ana.say("7")

    checkin = await kept(storage, cast.ana)
    assert [7, 7, 7, Use.RATHER_NOT_SAY] == [checkin.value(item) for item in (MOOD, TENSION, CRAVING, USE)]
    assert [7, 7] == [checkin.value(item) for item in (CONFIDENCE, SLEEP)]
    assert "slept <b>badly</b> & ran 🙂" == checkin.answers[NOTE].text
    assert "Your note is kept, for you alone." in ana.text


@pytest.mark.parametrize("words", ["11", "7.5", "abc", "🙂", "-1", "", "7 or 8", "not 7", "7 beers"])
async def test_what_is_no_number_gets_a_sentence_and_the_question_stays(ana: Phone, words: str) -> None:
    await ana.command("checkin")
    await ana.say(words)

    assert "I couldn't read that as 0 to 10. You can tap a number or write one, like 7." in ana.text
    assert "How is your mood" in ana.text
    assert "7" in ana.labels


async def test_use_can_be_typed_and_nonsense_leaves_it_asked(ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="use")
    await ana.say("maybe")

    assert "write yes, no, or rather not say" in ana.text
    await ana.say("no")
    assert "How sure are you" in ana.text


async def test_yes_or_no_can_be_typed_and_nonsense_leaves_it_asked(ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="turn")
    await ana.say("7")

    assert "write yes or no" in ana.text
    await ana.say("sí")
    assert "Anything you want to note?" in ana.text


@pytest.mark.parametrize("attachment", [Attachment.STICKER, Attachment.PHOTO])
async def test_a_picture_is_no_note_and_the_question_stays(ana: Phone, attachment: Attachment) -> None:
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("", attachment)

    assert "I can keep words and voice notes here" in ana.text
    assert "Anything you want to note?" in ana.text


async def test_a_note_can_be_spoken_and_a_number_cannot(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    await ana.speak()
    assert "couldn't read that as 0 to 10" in ana.text
    await answer(ana, until="note")
    await ana.speak()

    assert "Your voice note is kept, for you alone." in ana.text
    assert (await kept(storage, cast.ana)).answers[NOTE].has_voice


async def test_what_is_forwarded_may_be_somebody_elses_and_is_no_answer(ana: Phone) -> None:
    await ana.command("checkin")
    await ana.forward("9")

    assert "didn't take it as your answer" in ana.text
    assert "0" in ana.labels
    await answer(ana, until="note")
    await ana.forward("I drank again")

    assert "Anything you want to note?" in ana.text


async def test_a_sticker_in_answer_to_the_question_about_use_gets_the_words_that_fit(ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="use")
    await ana.say("", Attachment.STICKER)

    assert "write yes, no, or rather not say" in ana.text
    assert "0 to 10" not in ana.text


async def test_the_words_below_a_picture_are_kept(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("the view from up there", Attachment.PHOTO)

    assert "the view from up there" == (await kept(storage, cast.ana)).answers[NOTE].text
    assert "I kept your words." in ana.text


async def test_a_note_that_the_app_sends_in_two_parts_is_one(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("a" * 4_096)
    await ana.say("the rest")

    assert f"{'a' * 4_096}\nthe rest" == (await kept(storage, cast.ana)).answers[NOTE].text
    assert "Added to your note." in ana.text


async def test_a_picture_after_the_first_part_of_a_long_note_is_not_said_to_be_added(ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("a" * 4_096)
    await ana.say("", Attachment.PHOTO)

    assert "I can keep words and voice notes here" in ana.text


async def test_what_is_too_long_is_kept_as_far_as_it_goes_and_said_so(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("a" * (LONGEST_TEXT + 1))

    assert "a" * LONGEST_TEXT == (await kept(storage, cast.ana)).answers[NOTE].text
    assert f"the first {LONGEST_TEXT} characters" in ana.text


async def test_an_edited_message_changes_its_answer_and_says_so_below(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await ana.say("7", message_id=41)
    await ana.edit(41, "4")

    assert "I changed your answer to what your message says now." in ana.text
    assert "How tense are you" in ana.text
    assert 4 == (await kept(storage, cast.ana)).value(MOOD)
    await ana.edit(41, "four")
    assert () == ana.reply.screens


async def test_an_edit_that_cannot_be_read_leaves_the_answer(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await ana.say("7", message_id=41)
    await ana.edit(41, "bad, really")

    assert "couldn't read that as 0 to 10" in ana.text
    assert 7 == (await kept(storage, cast.ana)).value(MOOD)


async def test_an_edit_after_the_next_check_in_has_begun_changes_nothing(ana: Phone) -> None:
    await ana.command("checkin")
    await ana.say("7", message_id=41)
    await answer(ana, after="mood")
    ana.now += MINUTE
    await ana.command("checkin")
    await ana.edit(41, "2")

    assert texts.CLOSED_EDIT.en in ana.text
