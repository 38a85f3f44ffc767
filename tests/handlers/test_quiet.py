import pytest

from domain.quiet import Quiet
from handlers.callbacks.schedules import NONE, QuietSet
from handlers.request import Button
from handlers.texts import schedules as texts
from storage.unit_of_work import Storage
from tests.cast import Cast, Member
from tests.phone import Phone

NIGHT = Quiet(22 * 60, 7 * 60)


async def quiet_of(storage: Storage, member: Member) -> Quiet | None:
    async with storage.unit_of_work() as work:
        return await work.people.quiet(member.person_id)


async def at_quiet(ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Quiet hours")


async def test_quiet_hours_say_what_they_mean_before_they_are_chosen(ana: Phone) -> None:
    await at_quiet(ana)

    assert "You have no quiet hours." in ana.text
    for said in ("No reminders", "times you chose still count", "urgent comes through"):
        assert said in ana.text
    assert ["21:00–08:00", "22:00–07:00", "23:00–07:00", "✓ None", "Back"] == ana.labels  # noqa: RUF001


async def test_quiet_hours_are_chosen_by_a_tap_and_taken_back(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await at_quiet(ana)
    night = ana.button("22:00")
    await ana.press(night)
    await ana.press(night)
    assert NIGHT == await quiet_of(storage, cast.ana)
    assert "Quiet hours: 22:00 to 07:00." in ana.text
    await ana.tap("Quiet hours")
    assert "✓ 22:00–07:00" in ana.labels  # noqa: RUF001
    await ana.tap("None")

    assert await quiet_of(storage, cast.ana) is None
    assert "Quiet hours:" not in ana.text


@pytest.mark.parametrize("typed", ["22 to 7", "10 pm to 7 am", "de 22 a 7", "22:00-07:00"])
async def test_quiet_hours_can_be_typed(storage: Storage, cast: Cast, ana: Phone, typed: str) -> None:
    await at_quiet(ana)
    await ana.say(typed)

    assert NIGHT == await quiet_of(storage, cast.ana)


async def test_hours_that_may_be_night_or_day_are_asked_back(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await at_quiet(ana)
    await ana.say("10 to 7")
    assert ["22:00–07:00", "10:00–19:00", "Back"] == ana.labels  # noqa: RUF001
    assert await quiet_of(storage, cast.ana) is None
    await ana.tap("22:00")

    assert NIGHT == await quiet_of(storage, cast.ana)


@pytest.mark.parametrize("typed", ["night", "", "22", "<b>22 to</b>", "9 to 9 to 9"])
async def test_what_are_no_hours_leaves_everything_as_it_is(
    storage: Storage, cast: Cast, ana: Phone, typed: str
) -> None:
    await ana.press(Button("", QuietSet(cast.ana.membership_id, 22 * 60, 7 * 60)))
    await at_quiet(ana)
    await ana.say(typed)

    assert texts.NOT_HOURS.en in ana.text
    assert NIGHT == await quiet_of(storage, cast.ana)


async def test_hours_that_begin_where_they_end_are_refused_with_a_sentence(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.press(Button("", QuietSet(cast.ana.membership_id, 60, 60)))
    assert texts.REFUSALS["schedules.quiet_all_day"].en in ana.text
    await ana.press(Button("", QuietSet(cast.ana.membership_id, NONE, 60)))

    assert await quiet_of(storage, cast.ana) is None
