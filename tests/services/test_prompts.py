from domain.checkins import State
from domain.messages import CheckInDue, CheckInReminder
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, actor
from tests.evenings import CLOSE, DAY, DUE, HOUR, LOOK, MINUTE, NUDGE, REMINDER, arrived, asked, latest
from tests.phone import Phone, messages, tick
from tests.scenes import TODAY, answered


async def test_later_moves_the_prompt_and_the_ladder(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = DUE + MINUTE
    checkin = await latest(storage, cast.ana)
    await ana.receive(CheckInDue(checkin.id))
    await ana.tap("Later")
    assert ["In 30 minutes", "In 1 hour", "In 2 hours", "Back"] == ana.labels
    hour = ana.button("In 1 hour")
    await ana.tap("In 1 hour")
    await ana.press(hour)
    assert "I'll ask again at 19:01." in ana.text
    assert ["checkin.due", "checkin.due"] == await messages(storage, cast.ana)

    await tick(container, REMINDER)
    assert 2 == len(await messages(storage, cast.ana))
    await tick(container, REMINDER + HOUR + MINUTE)
    assert "checkin.reminder" in await messages(storage, cast.ana)
    ana.now = DUE + HOUR + MINUTE
    assert await ana.receive(CheckInDue(checkin.id)) is not None


async def test_it_cannot_be_put_off_for_ever(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    checkin = await latest(storage, cast.ana)
    ana.now = DUE
    while True:
        await ana.receive(CheckInDue(checkin.id))
        await ana.tap("Later")
        if "In 2 hours" not in ana.labels:
            break
        await ana.tap("In 2 hours")
        ana.now += 2 * HOUR
        await arrived(storage)

    assert (await latest(storage, cast.ana)).closes_at <= DUE + 12 * HOUR


async def test_not_now_is_skipped_and_no_miss(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    await ana.receive(CheckInDue((await latest(storage, cast.ana)).id))
    await ana.tap("Not now")
    for moment in (REMINDER, NUDGE, LOOK, CLOSE):
        await tick(container, moment)

    assert "It doesn't count against you." in ana.text
    assert State.SKIPPED is (await latest(storage, cast.ana)).state
    assert ["checkin.due"] == await messages(storage, cast.ana)


async def test_a_reminder_is_not_sent_to_who_has_answered_meanwhile(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    checkin = await latest(storage, cast.ana)
    reminder = CheckInReminder(checkin.id, step=1)
    ana.now = REMINDER
    assert await ana.receive(reminder) is not None
    await ana.tap("Start")
    for label in ("6", "3", "5", "No", "Skip"):
        await ana.tap(label)

    assert await ana.receive(reminder) is None
    assert await ana.receive(CheckInDue(checkin.id)) is None


async def test_a_prompt_shows_nothing_to_anybody_else(
    storage: Storage, container: Container, cast: Cast
) -> None:
    await asked(storage, container)
    checkin = await latest(storage, cast.ana)
    for member in (cast.ben, cast.fay, cast.cem, cast.dee, cast.gus):
        assert await Phone(storage, container, member).receive(CheckInDue(checkin.id)) is None


async def test_a_new_prompt_clears_away_those_that_nobody_answered_and_no_answer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ended = (State.PARTIAL, State.MISSED, State.COMPLETED, State.SKIPPED)
    past = {
        state: await answered(storage, cast.ana, TODAY - n * DAY, state) for n, state in enumerate(ended, 1)
    }
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = DUE
    prompt = await ana.receive(CheckInDue((await latest(storage, cast.ana)).id))

    assert prompt is not None
    assert (f"checkin:{past[State.MISSED]}", f"checkin:{past[State.SKIPPED]}") == prompt.clears


async def test_the_welcome_after_a_silence_stands_alone(
    storage: Storage, container: Container, cast: Cast
) -> None:
    past = [await answered(storage, cast.ana, TODAY - n * DAY, State.MISSED) for n in (1, 2, 3)]
    ana = Phone(storage, container, cast.ana)
    await ana.command("checkin")

    assert "Good to see you" in ana.text
    assert tuple(f"checkin:{one}" for one in past) == ana.reply.screens[0].clears


async def test_a_not_now_that_can_still_be_taken_back_is_left_standing(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = DUE
    checkin = await latest(storage, cast.ana)
    await ana.receive(CheckInDue(checkin.id))
    await ana.tap("Not now")
    known = await actor(storage, cast.ana)
    async with container.transaction() as services:
        assert [] == await services.prompts.unanswered(known, checkin.closes_at - MINUTE)
        assert [checkin.id] == await services.prompts.unanswered(known, checkin.closes_at)


async def test_a_pause_closes_what_is_open_and_is_no_miss(
    storage: Storage, container: Container, cast: Cast
) -> None:
    ana = Phone(storage, container, cast.ana)
    await asked(storage, container)
    ana.now = DUE + HOUR
    await ana.command("pause")
    three_days = ana.button("3 days")
    await ana.tap("3 days")
    await ana.press(three_days)
    assert "I ask again on Sat, Mar 7." in ana.text

    await tick(container, LOOK)
    await tick(container, CLOSE)
    assert State.PAUSED is (await latest(storage, cast.ana)).state
    await tick(container, DUE + 4 * DAY)
    assert State.OPEN is (await latest(storage, cast.ana)).state
