"""Ways through a check-in besides answering: back, stop, why, an old button, a restart, somebody else's hands."""

from domain.checkins import State
from domain.items import CRAVING, MOOD, NOTE
from handlers.callbacks.checkins import AnswerChosen
from handlers.request import Button
from handlers.texts import checkins as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.evenings import CLOSE, DUE, HOUR, LOOK, MINUTE, asked
from tests.phone import Phone, kept, tick
from tests.taps import answer


async def test_back_asks_again_and_the_answer_can_be_left(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    await ana.tap("6")
    await ana.tap("Back")

    assert "How is your mood" in ana.text
    assert "Before, you said: 6." in ana.text
    await ana.tap("Leave it as it is")
    assert "How tense are you" in ana.text
    assert 6 == (await kept(storage, cast.ana)).value(MOOD)


async def test_back_twice_changes_the_first_answer(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="use")
    await ana.tap("Back")
    await ana.tap("Back")
    await ana.tap("Back")
    await ana.tap("8")

    checkin = await kept(storage, cast.ana)
    assert (8, 3) == (checkin.value(MOOD), checkin.value(CRAVING))
    assert "Any use" in ana.text


async def test_an_answer_can_be_taken_back_and_the_button_says_so(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("what nobody should read")
    await ana.tap("Change an answer")
    await ana.tap("Note")

    assert "Before, you said: what nobody should read." in ana.text
    assert ["Leave it as it is", "Remove my answer"] == ana.labels[:2]
    assert "Nothing to add" not in ana.labels
    assert "Stop" not in ana.labels
    await ana.tap("Remove my answer")
    assert (await kept(storage, cast.ana)).answers[NOTE].text is None


async def test_why_is_told_without_losing_the_question(ana: Phone) -> None:
    await ana.command("checkin")
    await answer(ana, until="craving")
    await ana.tap("Why am I asked this?")

    assert "From 8 on, your facilitator is told" in ana.text
    assert "Why am I asked this?" not in ana.labels
    await ana.tap("2")
    assert "Any use" in ana.text


async def test_every_question_says_why_it_is_asked(ana: Phone) -> None:
    await ana.command("checkin")
    reasons = set()
    for number in range(8):
        question = ana.text
        await ana.tap("Why am I asked this?")
        assert ana.text.endswith(question)
        reasons.add(ana.text.removesuffix(question))
        await ana.tap("Nothing to add" if number == 7 else "Skip")

    assert 8 == len({reason for reason in reasons if len(reason) > 40})


async def test_stop_keeps_what_was_given_and_goes_on_after_all(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    await answer(ana, until="craving")
    await ana.tap("Stop")

    assert "All right, we stop here. Kept: Mood 6 · tension 4." in ana.text
    assert State.PARTIAL is (await kept(storage, cast.ana)).state
    assert ["Go on after all"] == ana.labels
    await ana.tap("Go on after all")
    assert "Strongest craving" in ana.text
    await answer(ana, after="tension")
    assert "Done, thank you. Mood 6 · tension 4 · craving 3" in ana.text


async def test_stop_at_the_first_question_counts_against_nobody(ana: Phone) -> None:
    await ana.command("checkin")
    await ana.tap("Stop")

    assert texts.DECLINED.en in ana.text
    await ana.tap("Check in after all")
    assert "How is your mood" in ana.text


async def test_after_the_window_there_is_no_way_back_into_a_stopped_one(ana: Phone) -> None:
    await ana.command("checkin")
    await ana.tap("6")
    await ana.tap("Stop")
    again = ana.button("Go on after all")
    ana.now += 7 * HOUR
    await ana.press(again)

    assert "This check-in has closed. What you answered is kept: Mood 6." in ana.text
    assert ["Check in now"] == ana.labels


async def test_skipping_everything_is_thanked_for(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("checkin")
    for label in (*("Skip",) * 7, "Nothing to add"):
        await ana.tap(label)

    assert "Thank you for being here." in ana.text
    assert all(answer.is_skipped for answer in (await kept(storage, cast.ana)).answers.values())


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
    assert "How tense are you" in ana.text
    assert 7 == (await kept(storage, cast.ana)).value(MOOD)


async def test_a_tap_on_one_that_has_closed_changes_nothing_and_says_so(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.command("checkin")
    await ana.tap("6")
    old = ana.button("2")
    await tick(container, LOOK)
    await tick(container, CLOSE)
    ana.now = CLOSE + MINUTE
    await ana.press(old)

    assert texts.CLOSED_NOTICE.en == ana.reply.notice
    assert "This check-in has closed. What you answered is kept: Mood 6." in ana.text
    assert {MOOD} == set((await kept(storage, cast.ana)).answers)


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
    assert "Strongest craving" in again.text
    await again.command("checkin")
    assert "3 of 8" in again.text


async def test_nobody_else_can_use_the_buttons(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("checkin")
    buttons = [ana.button("7"), ana.button("Skip"), ana.button("Stop"), ana.button("Why")]
    before = await kept(storage, cast.ana)

    for member in (cast.ben, cast.fay, cast.cem, cast.dee, cast.gus):
        other = Phone(storage, container, member)
        for button in buttons:
            await other.press(button)
            assert "I can't find that here" in other.text
            assert "mood" not in other.text
    assert before == await kept(storage, cast.ana)
