from handlers.callbacks.schedules import NONE, TimeRemoved, TimeSet
from handlers.request import Button
from handlers.texts import schedules as texts
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.handlers.test_schedules import of
from tests.phone import Phone

SIX, SEVEN, HALF_PAST_SEVEN = 18 * 60, 7 * 60, 19 * 60 + 30


async def test_up_to_three_times_are_kept_and_their_prompts_shown_in_one_line_of_time(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("schedule")
    await ana.tap("Add a time")
    assert "You have 18:00." in ana.text
    await ana.tap("07:00")
    await ana.tap("Add a time")
    await ana.say("13:15")

    assert (SEVEN, 13 * 60 + 15, SIX) == (await of(storage, cast.ana)).minutes
    assert "I ask you at 07:00, 13:15 and 18:00, every day." in ana.text
    assert "• Tue, Mar 3, 13:15\n• Tue, Mar 3, 18:00\n• Wed, Mar 4, 07:00" in ana.text
    assert "Add a time" not in ana.labels


async def test_a_time_too_close_to_another_is_refused_and_nothing_is_lost(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("schedule")
    await ana.tap("Add a time")
    before = await of(storage, cast.ana)
    await ana.tap("17:00")
    assert "17:00 is less than two hours from 18:00." in ana.text
    await ana.say("19:59")
    assert "19:59 is less than two hours from 18:00." in ana.text
    assert before == await of(storage, cast.ana)
    await ana.say("20:00")

    assert (SIX, 20 * 60) == (await of(storage, cast.ana)).minutes


async def test_two_times_on_both_sides_of_midnight_are_too_close_as_well(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    seat = cast.ana.membership_id
    await ana.press(Button("", TimeSet(seat, SIX, 23 * 60)))
    await ana.press(Button("", TimeSet(seat, NONE, 30)))

    assert "00:30 is less than two hours from 23:00." in ana.text
    assert (23 * 60,) == (await of(storage, cast.ana)).minutes


async def test_one_of_several_times_is_changed_and_one_removed(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.press(Button("", TimeSet(cast.ana.membership_id, NONE, SEVEN)))
    await ana.tap("Change 18:00")
    await ana.say("19:30")
    assert (SEVEN, HALF_PAST_SEVEN) == (await of(storage, cast.ana)).minutes
    await ana.tap("Change 07:00")
    remove = ana.button("Don't ask at 07:00")
    await ana.press(remove)
    assert (HALF_PAST_SEVEN,) == (await of(storage, cast.ana)).minutes
    await ana.press(remove)

    assert texts.OLD_TIME.en == ana.reply.notice
    assert "I ask you at 19:30, every day." in ana.text


async def test_one_time_stays(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.press(Button("", TimeRemoved(cast.ana.membership_id, SIX)))

    assert texts.ONE_TIME_STAYS.en == ana.reply.notice
    assert (SIX,) == (await of(storage, cast.ana)).minutes


async def test_a_fourth_time_is_refused_with_a_sentence(storage: Storage, cast: Cast, ana: Phone) -> None:
    seat = cast.ana.membership_id
    for minute in (SEVEN, 12 * 60, 15 * 60):
        await ana.press(Button("", TimeSet(seat, NONE, minute)))

    assert "Three times a day is the most" in ana.text
    assert (SEVEN, 12 * 60, SIX) == (await of(storage, cast.ana)).minutes
