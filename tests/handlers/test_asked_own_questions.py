"""A group's own questions inside a check-in: the facilitator's words, shown as they are."""

from domain.checkins import State
from domain.items import NOTE, Item, Scale
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.evenings import MINUTE
from tests.phone import Phone, kept
from tests.taps import answer, check_in

MARKUP = "Did you <b>walk</b> & rest {today}?"
ESCAPED = "Did you &lt;b&gt;walk&lt;/b&gt; &amp; rest {today}?"


async def own(storage: Storage, cast: Cast, scale: Scale, *choices: str) -> Item:
    """Add a question to Ana's group, after those that it has."""
    async with storage.unit_of_work() as work:
        added_at = NOON + len(await work.questions.own(cast.ana.group_id)) * MINUTE
        return await work.questions.add(cast.ana.group_id, scale, MARKUP, choices, added_at)


async def test_markup_in_a_question_is_shown_and_does_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    item = await own(storage, cast, Scale.YES_NO)
    await ana.command("checkin")
    await answer(ana, until="note")

    assert f"<b>{ESCAPED}</b>" in ana.text
    assert "8 of 9 · seen by you and your facilitator" in ana.text
    await ana.tap("Why am I asked this?")
    assert "Your facilitator added this question" in ana.text
    await ana.tap("Yes")
    await ana.tap("Nothing to add")
    assert "Did you &lt;b&gt;walk&lt;/b" in ana.text
    assert "<b>walk" not in ana.text
    assert 1 == (await kept(storage, cast.ana)).value(item.id)
    await ana.tap("Change an answer")
    assert "Did you <b>walk</b> & rest…: Yes" in ana.labels


async def test_numbers_are_tapped_or_typed(storage: Storage, cast: Cast, ana: Phone) -> None:
    item = await own(storage, cast, Scale.NUMBER)
    await ana.command("checkin")
    await answer(ana, until="note")

    assert "From 0 to 10." in ana.text
    await ana.say("9/10")
    assert 9 == (await kept(storage, cast.ana)).value(item.id)


async def test_short_choices_stand_in_one_row_and_long_ones_each_alone_and_whole_above(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    long = "With somebody I trust & <who> knows what I am going through"
    await own(storage, cast, Scale.CHOICE, "Alone", "Family", "Other")
    await own(storage, cast, Scale.CHOICE, "Alone", long)
    await ana.command("checkin")
    await answer(ana, until="note")

    assert ["Alone", "Family", "Other"] == [button.label for button in ana.reply.screens[0].rows[0]]
    assert "1. Alone" not in ana.text
    await ana.tap("Family")
    assert "2. With somebody I trust &amp; &lt;who&gt; knows what I am going through" in ana.text
    assert [1, 1] == [len(row) for row in ana.reply.screens[0].rows[:2]]
    assert all(len(label) <= 30 for label in ana.labels)
    await ana.say("2")
    assert "Anything you want to note?" in ana.text
    await ana.tap("Nothing to add")
    await ana.tap("Change an answer")
    assert all(len(label) <= 32 for label in ana.labels)


async def test_what_is_no_choice_gets_a_sentence(storage: Storage, cast: Cast, ana: Phone) -> None:
    await own(storage, cast, Scale.CHOICE, "Alone", "Family")
    await ana.command("checkin")
    await answer(ana, until="note")
    await ana.say("nobody")

    assert "couldn't read that as one of the answers" in ana.text
    await ana.say("family")
    assert "Anything you want to note?" in ana.text


async def test_words_are_asked_for_and_stay_out_of_the_receipt(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    item = await own(storage, cast, Scale.TEXT)
    await ana.command("checkin")
    await answer(ana, until="note")

    assert "Just write it." in ana.text
    assert ["Back", "Skip", "Stop"] == ana.labels[:3]
    await ana.say("round the <lake>")
    await ana.tap("Nothing to add")
    assert "lake" not in ana.text
    checkin = await kept(storage, cast.ana)
    assert "round the <lake>" == checkin.answers[item.id].text
    assert checkin.answers[NOTE].is_skipped


async def test_a_question_removed_while_it_is_open_can_still_be_answered(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    item = await own(storage, cast, Scale.YES_NO)
    await ana.command("checkin")
    await answer(ana, until="note")
    async with storage.unit_of_work() as work:
        await work.questions.remove(cast.ana.group_id, item.id)
    await ana.tap("Yes")
    await ana.tap("Nothing to add")

    checkin = await kept(storage, cast.ana)
    assert (State.COMPLETED, 1) == (checkin.state, checkin.value(item.id))
    ben = Phone(storage, container, cast.ben)
    await check_in(ben)
    assert "Done, thank you." in ben.text
