import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.recurrence import EVERY_DAY, Schedule
from handlers.callbacks.schedules import DaysSet, PauseSet, ShowSchedule, TimeSet, ZoneSet
from handlers.request import Button
from handlers.texts import schedules as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, Member, actor
from tests.evenings import DAY, DUE, HOUR
from tests.phone import Phone, messages, tick


async def of(storage: Storage, member: Member) -> Schedule:
    async with storage.unit_of_work() as work:
        found = await work.schedules.get(SYSTEM, member.membership_id)
    assert found is not None
    return found


async def test_the_next_three_prompts_are_shown_in_the_person_s_zone(ana: Phone) -> None:
    await ana.command("schedule")

    assert "I ask you at 18:00, every day." in ana.text
    assert "Times are those of New York." in ana.text
    for moment in ("Tue, Mar 3, 18:00", "Wed, Mar 4, 18:00", "Thu, Mar 5, 18:00"):
        assert moment in ana.text


async def test_the_time_is_changed_by_a_tap(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Change the time")
    assert "✓ 18:00" in ana.labels
    assert 25 == len(ana.labels)
    await ana.tap("07:00")

    assert "Changed." in ana.text
    assert "Wed, Mar 4, 07:00" in ana.text
    assert dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC) == (await of(storage, cast.ana)).next_due_at


@pytest.mark.parametrize(("words", "minute"), [("19:30", 1170), ("7pm", 1140), ("7:30 p. m.", 1170)])
async def test_the_time_can_be_typed(
    storage: Storage, cast: Cast, ana: Phone, words: str, minute: int
) -> None:
    await ana.command("schedule")
    await ana.tap("Change the time")
    await ana.say(words)

    assert minute == (await of(storage, cast.ana)).local_minute
    async with storage.unit_of_work() as work:
        assert await work.dialogues.current(cast.ana.person_id) is None


async def test_what_is_no_time_leaves_everything_as_it_is(storage: Storage, cast: Cast, ana: Phone) -> None:
    before = await of(storage, cast.ana)
    await ana.command("schedule")
    await ana.tap("Change the time")
    await ana.say("soonish")

    assert texts.NOT_A_TIME.en in ana.text
    assert "07:00" in ana.labels
    assert before == await of(storage, cast.ana)


async def test_days_are_switched_and_a_double_tap_changes_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("schedule")
    await ana.tap("Change the days")
    saturday = ana.button("✓ Sat")
    await ana.press(saturday)
    await ana.press(saturday)
    await ana.tap("✓ Sun")
    await ana.tap("Done")

    assert 0b0011111 == (await of(storage, cast.ana)).weekdays
    assert "on Mon, Tue, Wed, Thu and Fri." in ana.text


async def test_one_day_stays(storage: Storage, cast: Cast, ana: Phone) -> None:
    seat = cast.ana.membership_id
    await ana.press(Button("", DaysSet(seat, 1)))
    await ana.tap("✓ Mon")

    assert texts.ONE_DAY_STAYS.en == ana.reply.notice
    assert 1 == (await of(storage, cast.ana)).weekdays


async def test_another_place_moves_the_times_with_the_person(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("schedule")
    await ana.tap("Change the place")
    await ana.say("nowhere at all 123")
    assert texts.NO_PLACE.en in ana.text
    await ana.say("madrid")
    await ana.tap("Madrid")

    assert "Times are those of Madrid." in ana.text
    assert "Wed, Mar 4, 18:00" in ana.text
    assert dt.datetime(2026, 3, 3, 17, tzinfo=dt.UTC) != (await of(storage, cast.ana)).next_due_at
    assert "Europe/Madrid" == (await actor(storage, cast.ana)).timezone


async def test_moving_asks_for_no_date_twice(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    """Asked at 18:00 in New York, then moved west: that date is not asked for again there."""
    await tick(container, DUE)
    ana.now = DUE + HOUR
    await ana.press(Button("", ZoneSet(cast.ana.membership_id, "Pacific/Honolulu")))
    await tick(container, DUE + 5 * HOUR)

    assert ["checkin.due"] == await messages(storage, cast.ana)
    assert dt.datetime(2026, 3, 5, 4, tzinfo=dt.UTC) == (await of(storage, cast.ana)).next_due_at


async def test_changing_the_time_after_the_prompt_asks_tomorrow(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await tick(container, DUE)
    ana.now = DUE + HOUR
    await ana.press(Button("", TimeSet(cast.ana.membership_id, 21 * 60)))

    assert DUE + DAY + 3 * HOUR == (await of(storage, cast.ana)).next_due_at


async def test_a_pause_is_shown_and_can_be_ended(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    assert ["1 day", "3 days", "1 week", "2 weeks"] == ana.labels
    await ana.tap("1 week")
    assert "I ask again on Tue, Mar 10." in ana.text
    await ana.command("schedule")
    assert "You're taking a pause. I ask again on Tue, Mar 10." in ana.text
    await ana.tap("End the pause")

    assert "I ask again on Tue, Mar 3 at 18:00." in ana.text
    assert (await of(storage, cast.ana)).paused_until is None


async def test_a_double_tap_makes_no_longer_pause(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("pause")
    day = ana.button("1 day")
    await ana.press(day)
    await ana.press(day)

    assert dt.date(2026, 3, 4) == (await of(storage, cast.ana)).paused_until


async def test_nobody_else_changes_anything(storage: Storage, container: Container, cast: Cast) -> None:
    before = await of(storage, cast.ana)
    seat = cast.ana.membership_id
    presses = (ShowSchedule(seat), TimeSet(seat, 0), DaysSet(seat, 1), TimeSet(seat, 9_999), PauseSet(999))
    for member in (cast.ben, cast.cem, cast.dee, cast.fay, cast.gus):
        phone = Phone(storage, container, member)
        for press in presses:
            await phone.press(Button("", press))
            assert "18:00" not in phone.text
    assert before == await of(storage, cast.ana)


@pytest.mark.parametrize("press", ["minute", "zone", "pause"])
async def test_forged_values_are_refused(storage: Storage, cast: Cast, ana: Phone, press: str) -> None:
    before = await of(storage, cast.ana)
    seat = cast.ana.membership_id
    forged = {"minute": TimeSet(seat, 1440), "zone": ZoneSet(seat, "Mars/Base"), "pause": PauseSet(5)}
    await ana.press(Button("", forged[press]))

    assert before == await of(storage, cast.ana)
    assert EVERY_DAY == before.weekdays
