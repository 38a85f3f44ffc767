"""How a facilitator sets times for newcomers and the ladder of unanswered check-ins."""

import datetime as dt

import pytest

from domain.groups import Delays, Group
from handlers.callbacks.payload import Press
from handlers.callbacks.reminders import (
    ChooseDefaultDays,
    ChooseDefaultTime,
    ChooseDelay,
    DefaultDaysSet,
    DefaultTimeSet,
    DelaySet,
    ShowDefaults,
    Step,
)
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast, Member
from tests.evenings import arrived
from tests.facilitators import leads_both_groups
from tests.phone import Phone, messages, tick

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
async def fay(storage: Storage, container: Container, cast: Cast) -> Phone:
    return Phone(storage, container, cast.fay)


async def group_of(storage: Storage, member: Member) -> Group:
    async with storage.unit_of_work() as work:
        return await work.groups.group(member.group_id)


async def test_the_defaults_are_said_in_words(fay: Phone) -> None:
    await fay.command("reminders")

    assert "Newcomers are offered 18:00, every day." in fay.text
    assert "• after 45 minutes I remind once" in fay.text
    assert "• after 2 hours I ask the partner for a hello" in fay.text
    assert "• after 6 hours it closes" in fay.text


async def test_newcomers_are_asked_at_another_time_on_other_days(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    await fay.command("reminders")
    await fay.tap("Time for newcomers")
    await fay.tap("09:00")
    await fay.tap("Days for newcomers")
    await fay.tap("✓ Sat")
    await fay.tap("✓ Sun")
    await fay.tap("Done")

    assert "Newcomers are offered 09:00, Monday to Friday." in fay.text
    group = await group_of(storage, cast.fay)
    assert (9 * 60, 0b0011111) == (group.checkin_minute, group.checkin_weekdays)
    assert 18 * 60 == (await group_of(storage, cast.dee)).checkin_minute


async def test_a_time_can_be_typed(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.command("reminders")
    await fay.tap("Time for newcomers")
    await fay.say("soon")
    assert "I couldn't read that as a time of day." in fay.text

    await fay.say("7:30 pm")
    assert "Newcomers are offered 19:30" in fay.text
    assert 19 * 60 + 30 == (await group_of(storage, cast.fay)).checkin_minute
    await fay.say("8:30 pm")
    assert 19 * 60 + 30 == (await group_of(storage, cast.fay)).checkin_minute


async def test_one_day_stays(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.press(Button("", DefaultDaysSet(cast.fay.group_id, 1)))
    await fay.tap("✓ Mon")

    assert "One day stays." == fay.reply.notice
    assert 1 == (await group_of(storage, cast.fay)).checkin_weekdays


@pytest.mark.parametrize(
    ("taps", "delays"),
    [
        (("Reminder", "20 minutes"), Delays(remind_after=20 * MINUTE)),
        (("Reminder", "1 hour"), Delays(remind_after=60 * MINUTE)),
        (("Reminder", "No reminder"), Delays(remind_after=0 * MINUTE)),
        (("Partner's hello", "3 hours"), Delays(nudge_after=180 * MINUTE)),
        (("Closing", "12 hours"), Delays(close_after=720 * MINUTE)),
    ],
)
async def test_each_step_of_the_ladder_has_its_delay(
    fay: Phone, storage: Storage, cast: Cast, taps: tuple[str, str], delays: Delays
) -> None:
    await fay.command("reminders")
    for label in taps:
        await fay.tap(label)

    assert delays == (await group_of(storage, cast.fay)).delays


async def test_an_order_that_makes_no_sense_is_refused_with_a_sentence(
    fay: Phone, storage: Storage, cast: Cast
) -> None:
    await fay.command("reminders")
    await fay.tap("Partner's hello")
    await fay.tap("3 hours")
    await fay.tap("Closing")
    await fay.tap("3 hours")

    assert "That doesn't fit, so I left it as it is" in fay.text
    assert "✓ 6 hours" in fay.labels
    assert Delays(nudge_after=180 * MINUTE) == (await group_of(storage, cast.fay)).delays


async def test_a_group_without_reminders_reminds_nobody(
    fay: Phone, storage: Storage, container: Container, cast: Cast
) -> None:
    await fay.command("reminders")
    await fay.tap("Reminder")
    await fay.tap("No reminder")
    assert "• no reminder" in fay.text

    for minutes in (360, 406, 470):
        await tick(container, NOON + minutes * MINUTE)
        await arrived(storage)
    assert ["checkin.due"] == await messages(storage, cast.ana)
    assert ["checkin.due", "checkin.reminder"] == await messages(storage, cast.cem)


async def test_a_delay_that_is_not_offered_is_not_taken(fay: Phone, storage: Storage, cast: Cast) -> None:
    await fay.press(Button("", DelaySet(cast.fay.group_id, Step.REMIND, 100)))

    assert "I can't find that here." in fay.text
    assert Delays() == (await group_of(storage, cast.fay)).delays


async def test_with_two_groups_one_chooses(fay: Phone, storage: Storage, cast: Cast) -> None:
    await leads_both_groups(storage, cast)
    await fay.command("reminders")
    await fay.tap("Friday morning")

    assert "<b>Friday morning</b>" in fay.text


async def test_nobody_else_sees_or_sets_the_defaults_of_a_group(
    storage: Storage, container: Container, cast: Cast
) -> None:
    group = cast.fay.group_id
    presses: list[Press] = [
        ShowDefaults(group),
        ChooseDefaultTime(group),
        DefaultTimeSet(group, 60),
        ChooseDefaultDays(group),
        DefaultDaysSet(group, 1),
        ChooseDelay(group, Step.NUDGE),
        DelaySet(group, Step.NUDGE, 60),
    ]
    before = await group_of(storage, cast.fay)
    for member in (cast.ana, cast.cem, cast.dee, cast.gus):
        phone = Phone(storage, container, member)
        for press in presses:
            await phone.press(Button("", press))
            assert "I can't find that here." in phone.text

    assert before == await group_of(storage, cast.fay)
