import datetime as dt

import pytest

from domain.access import SYSTEM
from domain.recurrence import EVERY_DAY
from domain.schedules import Schedule
from handlers.callbacks.schedules import NONE, DaysSet, QuietSet, ShowSchedule, TimeRemoved, TimeSet, ZoneSet
from handlers.request import Attachment, Button
from handlers.texts import schedules as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, Member
from tests.evenings import DAY, DUE, HOUR
from tests.phone import Phone, tick

SIX, SEVEN, HALF_PAST_SEVEN = 18 * 60, 7 * 60, 19 * 60 + 30


async def of(storage: Storage, member: Member) -> Schedule:
    async with storage.unit_of_work() as work:
        found = await work.schedules.get(SYSTEM, member.membership_id)
    assert found is not None
    return found


async def typing_goes_to(storage: Storage, member: Member) -> str | None:
    async with storage.unit_of_work() as work:
        found = await work.dialogues.current(member.person_id)
    return None if found is None else found[0]


async def test_the_next_three_prompts_are_shown_in_the_person_s_zone(ana: Phone) -> None:
    await ana.command("schedule")

    assert "I ask you at 18:00, every day." in ana.text
    assert "Times are those of New York (12:00 now)." in ana.text
    for moment in ("Tue, Mar 3, 18:00", "Wed, Mar 4, 18:00", "Thu, Mar 5, 18:00"):
        assert moment in ana.text
    assert ["Change 18:00", "Add a time", "Days", "Quiet hours", "Place", "Take a pause"] == ana.labels


async def test_the_time_is_changed_by_a_tap(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    assert "✓ 18:00" in ana.labels
    assert "Don't ask at 18:00" not in ana.labels
    await ana.tap("07:00")

    assert "Changed." in ana.text
    assert "Wed, Mar 4, 07:00" in ana.text
    assert dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC) == (await of(storage, cast.ana)).next_due_at


@pytest.mark.parametrize(
    ("words", "minute"),
    [("19:30", 1170), ("19.30", 1170), ("7pm", 1140), ("7:30 pm", 1170), ("a las 7 de la tarde", 1140)],
)
async def test_the_time_can_be_typed(
    storage: Storage, cast: Cast, ana: Phone, words: str, minute: int
) -> None:
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    await ana.say(words)

    assert (minute,) == (await of(storage, cast.ana)).minutes
    assert await typing_goes_to(storage, cast.ana) is None


async def test_an_hour_that_may_be_two_is_asked_back(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    await ana.say("a las 7")
    assert ["07:00", "19:00", "Back"] == ana.labels
    assert (SIX,) == (await of(storage, cast.ana)).minutes
    await ana.tap("19:00")

    assert (19 * 60,) == (await of(storage, cast.ana)).minutes


@pytest.mark.parametrize("typed", ["soonish", "", "25:00", "<b>7</b>", "🙂" * 4000])
async def test_what_is_no_time_leaves_everything_as_it_is(
    storage: Storage, cast: Cast, ana: Phone, typed: str
) -> None:
    before = await of(storage, cast.ana)
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    await ana.say(typed)

    assert texts.NOT_A_TIME.en in ana.text
    assert "07:00" in ana.labels
    assert before == await of(storage, cast.ana)


async def test_a_photo_is_no_time(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    await ana.say("19:30", Attachment.PHOTO)

    assert texts.NOT_A_TIME.en in ana.text
    assert (SIX,) == (await of(storage, cast.ana)).minutes


async def test_a_double_tap_on_an_hour_says_and_changes_nothing_more(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    seven = ana.button("07:00")
    await ana.press(seven)
    after = await of(storage, cast.ana)
    await ana.press(seven)

    assert ana.reply.notice is None
    assert after == await of(storage, cast.ana)


async def test_an_hour_of_an_earlier_plan_is_left_alone(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Change 18:00")
    old = ana.button("12:00")
    await ana.tap("07:00")
    await ana.press(old)

    assert texts.OLD_TIME.en == ana.reply.notice
    assert (SEVEN,) == (await of(storage, cast.ana)).minutes


async def test_whoever_goes_away_from_the_question_types_no_time_any_more(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    for way_out in ("schedule", "pause", "timezone"):
        await ana.command("schedule")
        await ana.tap("Change 18:00")
        assert "schedule.time0" == await typing_goes_to(storage, cast.ana)
        await ana.command(way_out)
        assert "schedule.time0" != await typing_goes_to(storage, cast.ana)
        await ana.command("schedule")
        assert await typing_goes_to(storage, cast.ana) is None
    assert (SIX,) == (await of(storage, cast.ana)).minutes


async def test_days_are_switched_and_a_double_tap_changes_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("schedule")
    await ana.tap("Days")
    saturday = ana.button("✓ Sat")
    await ana.press(saturday)
    await ana.press(saturday)
    await ana.tap("✓ Sun")
    await ana.tap("✓ Tue")
    await ana.tap("Done")

    assert 0b0011101 == (await of(storage, cast.ana)).weekdays
    assert "on Mon, Wed, Thu and Fri." in ana.text


async def test_one_day_stays(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.press(Button("", DaysSet(cast.ana.membership_id, 1)))
    await ana.tap("✓ Mon")

    assert texts.ONE_DAY_STAYS.en == ana.reply.notice
    assert 1 == (await of(storage, cast.ana)).weekdays


async def test_changing_the_time_after_the_prompt_asks_tomorrow(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    await tick(container, DUE)
    ana.now = DUE + HOUR
    await ana.press(Button("", TimeSet(cast.ana.membership_id, SIX, 21 * 60)))

    assert DUE + DAY + 3 * HOUR == (await of(storage, cast.ana)).next_due_at


async def test_nobody_else_changes_anything(storage: Storage, container: Container, cast: Cast) -> None:
    before = await of(storage, cast.ana)
    seat = cast.ana.membership_id
    presses = (
        ShowSchedule(seat),
        TimeSet(seat, SIX, 0),
        TimeSet(seat, NONE, 0),
        TimeRemoved(seat, SIX),
        DaysSet(seat, 1),
        QuietSet(seat, 0, 60),
        ZoneSet(seat, "Europe/Madrid"),
        TimeSet(seat, SIX, 9_999),
    )
    for member in (cast.ben, cast.cem, cast.dee, cast.fay, cast.gus):
        phone = Phone(storage, container, member)
        for press in presses:
            await phone.press(Button("", press))
            assert "18:00" not in phone.text
        async with storage.unit_of_work() as work:
            assert "America/New_York" == (await work.people.actor(member.person_id)).timezone
            assert await work.people.quiet(member.person_id) is None
    assert before == await of(storage, cast.ana)


@pytest.mark.parametrize("press", ["minute", "below", "quiet"])
async def test_forged_values_are_refused(storage: Storage, cast: Cast, ana: Phone, press: str) -> None:
    before = await of(storage, cast.ana)
    seat = cast.ana.membership_id
    forged = {
        "minute": TimeSet(seat, SIX, 1440),
        "below": TimeSet(seat, SIX, -5),
        "quiet": QuietSet(seat, 1440, -1),
    }
    await ana.press(Button("", forged[press]))

    assert before == await of(storage, cast.ana)
    assert EVERY_DAY == before.weekdays


async def test_the_plan_in_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana, "es")
    await ana.command("schedule")
    await ana.tap("Agregar una hora")
    await ana.say("7 y media de la mañana")

    assert "Te pregunto a las 07:30 y 18:00, todos los días." in ana.text
    assert "Las horas son las de Nueva York (ahora 12:00)." in ana.text
