"""The short form of steady days, and the welcome of somebody who was away, as they are seen and tapped."""

from domain.checkins import State
from domain.forms import Form
from domain.items import CRAVING, MOOD, NOTE, TENSION, USE
from domain.phases import Phase, Track
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import DAY, DUE, MINUTE, asked
from tests.phone import Phone, kept
from tests.scenes import answered
from tests.taps import answer


async def steady(storage: Storage, cast: Cast) -> None:
    """Let the last three days be steady."""
    for number in (3, 2, 1):
        date = NOON.date() - number * DAY
        await answered(storage, cast.ana, date, mood=7, tension=2, craving=1, use=0, confidence=8, sleep=6)


async def silent(storage: Storage, cast: Cast) -> None:
    """Let the last four days pass without an answer."""
    for number in (4, 3, 2, 1):
        await answered(storage, cast.ana, NOON.date() - number * DAY, State.MISSED)


async def test_a_steady_day_says_what_the_one_tap_means_before_it_is_given(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await steady(storage, cast)
    await ana.command("checkin")

    assert "How is your mood today?" in ana.text
    assert "From 6 on it also says: <b>nothing else to report, no use, no strong craving</b>." in ana.text
    assert ["Something is different", "Skip", "Stop", "Why am I asked this?"] == ana.labels[11:]
    assert "1 of 1" not in ana.text
    await ana.tap("7")
    assert "Done, thank you. Mood 7.\nNothing else to report, as you said." in ana.text
    assert "<code>···▆▆▆▆</code> mood · 4 of 4 days asked" in ana.text
    assert ["Questionnaire: 4 questions", "Change an answer"] == ana.labels
    checkin = await kept(storage, cast.ana)
    assert (None, None) == (checkin.value(USE), checkin.value(CRAVING))


async def test_without_use_on_the_track_the_short_form_does_not_speak_of_it(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    async with storage.unit_of_work() as work:
        await work.phases.begin(
            cast.ana.membership_id, Phase.STABILISATION, Track.MENTAL_HEALTH, NOON.date() - 9 * DAY
        )
    await steady(storage, cast)
    await ana.command("checkin")

    assert "<b>nothing else to report</b>" in ana.text
    assert "craving" not in ana.text


async def test_a_number_below_the_one_named_asks_the_rest(storage: Storage, cast: Cast, ana: Phone) -> None:
    await steady(storage, cast)
    await ana.command("checkin")
    await ana.tap("5")

    assert "2 of 8" in ana.text
    await answer(ana, after="mood")
    assert "Done, thank you. Mood 5 · tension 4" in ana.text


async def test_something_different_asks_everything_before_and_after_the_end(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await steady(storage, cast)
    await ana.command("checkin")
    await ana.tap("Something is different")
    assert "1 of 8" in ana.text
    await ana.tap("7")
    assert "How tense are you" in ana.text
    await answer(ana, after="mood")

    checkin = await kept(storage, cast.ana)
    assert (Form.FULL, 7, 4) == (checkin.form, checkin.value(MOOD), checkin.value(TENSION))


async def test_a_short_one_that_has_ended_can_still_become_long(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await steady(storage, cast)
    await ana.command("checkin")
    await ana.tap("7")
    await ana.tap("Change an answer")
    assert ["Mood: 7", "Something is different", "Back"] == ana.labels
    await ana.tap("Something is different")

    assert "How tense are you" in ana.text


async def test_who_was_away_is_welcomed_by_name_and_nothing_is_counted(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await silent(storage, cast)
    await asked(storage, container)
    ana.now = DUE + MINUTE
    await ana.command("checkin")

    assert "Good to see you, Ana. Nothing to catch up on." == ana.text
    assert ["Short check-in", "Just a note", "Not today"] == ana.labels
    await ana.tap("Short check-in")
    assert "How are you today?" in ana.text
    assert "nothing else to report" not in ana.text
    assert "All the questions" in ana.labels
    await ana.tap("6")
    assert "Done, thank you. Mood 6." in ana.text
    assert "as you said" not in ana.text
    assert "days asked" not in ana.text
    assert (Form.WELCOME, State.COMPLETED) == (
        (await kept(storage, cast.ana)).form,
        (await kept(storage, cast.ana)).state,
    )


async def test_who_was_away_may_write_just_a_note(storage: Storage, cast: Cast, ana: Phone) -> None:
    await silent(storage, cast)
    await ana.command("checkin")
    await ana.tap("Just a note")
    assert "Anything you want to note?" in ana.text
    await ana.say("had to hide for a while")

    assert "Your note is kept, for you alone." in ana.text
    assert "had to hide for a while" == (await kept(storage, cast.ana)).answers[NOTE].text


async def test_who_was_away_may_say_not_today(storage: Storage, cast: Cast, ana: Phone) -> None:
    await silent(storage, cast)
    await ana.command("checkin")
    await ana.tap("Not today")

    assert "It doesn't count against you." in ana.text
    assert State.SKIPPED is (await kept(storage, cast.ana)).state
    await ana.tap("Check in after all")
    assert "Good to see you, Ana." in ana.text
