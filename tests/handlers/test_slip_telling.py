import datetime as dt

from domain.access import SYSTEM
from domain.notes import Reader
from domain.setbacks import Level, Rule
from domain.slips import SlipStep
from handlers.callbacks.slips import TellSlip
from handlers.request import Button
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import NOON, Cast
from tests.chat import Chat, said
from tests.phone import Phone
from tests.scenes import answered
from tests.slips import (
    alert_of,
    notes_for_fay,
    reports_use,
    resolves,
    rules,
    skips_to_the_end,
    slips_of,
    tells_of,
)

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 3, 3)


async def test_nothing_is_sent_before_the_yes_and_the_day_alone_is_the_first_offer(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("A row with my brother")
    await skips_to_the_end(ana)
    await ana.tap("Let Fay know")

    assert "Nothing has been sent. Not telling is fine, too." in ana.text
    assert "my brother" not in ana.text
    assert await alert_of(storage, cast.ana) is None
    await ana.tap("Don't send")
    assert await alert_of(storage, cast.ana) is None
    assert [] == await notes_for_fay(storage, cast)


async def test_the_facilitator_gets_exactly_what_was_previewed(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("A row with my brother")
    await skips_to_the_end(ana)
    await ana.tap("Let Fay know")
    await ana.tap("Add what I wrote")
    previewed = ana.text
    await ana.tap("Yes, send exactly this")

    assert "Sent to Fay." in ana.text
    alert = await alert_of(storage, cast.ana)
    assert alert is not None
    assert (Level.HIGH, [Rule.USE]) == (alert.level, [found.cause.rule for found in alert.found])
    (note,) = await notes_for_fay(storage, cast)
    assert "Setback on Tue, Mar 3\nBefore: A row with my brother" == note
    assert note in previewed


async def test_a_yes_to_another_preview_than_the_present_one_sends_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    await ana.say("Stress", message_id=71)
    await skips_to_the_end(ana)
    await ana.tap("Let Fay know")
    await ana.tap("Add what I wrote")
    yes = ana.button("Yes, send exactly this")
    await ana.edit(71, "Stress, and I took her money")
    await ana.press(yes)

    assert await alert_of(storage, cast.ana) is None
    assert "her money" in ana.text


async def test_a_second_yes_sends_nothing_more(storage: Storage, cast: Cast, ana: Phone) -> None:
    await tells_of(ana, "today")
    (told,) = await slips_of(storage, cast.ana)
    before = await rules(storage, cast.ana)
    await ana.press(Button("", TellSlip(told.slip_id, cast.ana.membership_id, 0, 1)))

    assert before == await rules(storage, cast.ana)
    assert "already" in (ana.reply.notice or "")


async def test_use_that_a_check_in_reported_joins_its_alert_and_is_not_found_twice(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await reports_use(storage, container, cast.ana)
    await tells_of(ana, "today")

    alert = await alert_of(storage, cast.ana)
    assert alert is not None
    assert (0, [Rule.USE]) == (alert.round, [found.cause.rule for found in alert.found])


async def test_use_that_was_told_as_a_slip_is_not_raised_again_by_the_check_in_of_that_day(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await tells_of(ana, "today")
    await resolves(storage, cast)
    await reports_use(storage, container, cast.ana, NOON + dt.timedelta(hours=1))

    assert await alert_of(storage, cast.ana) is None


async def test_the_third_return_in_thirty_days_is_noted_for_the_level_of_care(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await tells_of(ana, "Feb 10")
    await tells_of(ana, "Feb 10")
    await reports_use(storage, container, cast.ana)
    assert Rule.SLIPS not in await rules(storage, cast.ana)
    await tells_of(ana, "Feb 20")

    assert 1 == (await rules(storage, cast.ana)).count(Rule.SLIPS)


async def test_slips_that_nobody_was_told_of_count_for_nobody_else(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    for day in ("Feb 10", "Feb 20"):
        await ana.command("slip")
        await ana.tap("Yes")
        await ana.say(day)
        await skips_to_the_end(ana)
    await reports_use(storage, container, cast.ana)

    assert [Rule.USE] == await rules(storage, cast.ana)


async def test_a_told_slip_is_deleted_with_the_words_that_were_given(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await tells_of(ana, "today")
    await ana.tap("Back to what I wrote")
    await ana.tap("Delete")
    assert "taken back from Fay" in ana.text
    await ana.tap("Yes, delete")

    assert [] == await slips_of(storage, cast.ana)
    assert [] == await notes_for_fay(storage, cast)
    assert await alert_of(storage, cast.ana) is not None


async def test_a_note_about_a_setback_is_the_persons_own_to_take_back(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await tells_of(ana, "today")
    async with storage.unit_of_work() as work:
        who = await work.people.actor(cast.ana.person_id)
        (note,) = await work.notes.every(who.scope)
        assert await work.groups.member(SYSTEM, cast.ana.membership_id)

    assert Reader.FACILITATOR is note.reader


async def test_crisis_words_in_an_answer_bring_the_numbers_at_once(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.tap("Today")
    delivery = await Chat(container, cast.ana.address).send("I want to kill myself")

    assert any("988" in one for one in said(delivery))
    (kept,) = await slips_of(storage, cast.ana)
    assert "I want to kill myself" == kept.account(SlipStep.BEFORE).text


async def test_a_setback_that_was_told_is_marked_in_progress_and_one_that_was_not_is_not(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await answered(storage, cast.ana, mood=5)
    await tells_of(ana, "yesterday")
    await ana.command("slip")
    await ana.tap("Yes")
    await ana.say("Feb 27")
    await skips_to_the_end(ana)
    await ana.command("progress")

    assert "Reported use: Mon, Mar 2." in ana.text
