import datetime as dt

import pytest
from sqlalchemy import text

from handlers.callbacks.schedules import ZoneSet
from handlers.request import Attachment, Button
from handlers.texts import timezones as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast, actor
from tests.evenings import DUE, HOUR
from tests.handlers.test_schedules import of, typing_goes_to
from tests.phone import Phone, messages, tick


async def zone_of(storage: Storage, cast: Cast) -> str:
    return (await actor(storage, cast.ana)).timezone


async def test_common_places_are_offered_with_ones_own_first(ana: Phone) -> None:
    await ana.command("timezone")

    assert "Your times are those of New York.</b> It is 12:00 there now." in ana.text
    assert "the location itself is not kept" in ana.text
    assert [
        "✓ New York (now 12:00)",
        "Chicago (now 11:00)",
        "Denver (now 10:00)",
        "Los Angeles (now 09:00)",
        "My schedule",
    ] == ana.labels


async def test_a_move_says_the_time_there_and_the_next_three_prompts(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    await ana.command("timezone")
    await ana.tap("Chicago")

    assert "It is 11:00 in Chicago now." in ana.text
    assert "already asked about is not asked again" in ana.text
    for moment in ("Tue, Mar 3, 18:00", "Wed, Mar 4, 18:00", "Thu, Mar 5, 18:00"):
        assert moment in ana.text
    assert "America/Chicago" == await zone_of(storage, cast)
    assert dt.datetime(2026, 3, 4, 0, tzinfo=dt.UTC) == (await of(storage, cast.ana)).next_due_at
    assert await typing_goes_to(storage, cast.ana) is None


async def test_the_place_one_lives_in_already_changes_nothing(
    storage: Storage, cast: Cast, ana: Phone
) -> None:
    before = await of(storage, cast.ana)
    await ana.command("timezone")
    await ana.tap("✓ New York")

    assert "were already those of New York" in ana.text
    assert before == await of(storage, cast.ana)


async def test_a_city_is_typed_from_the_schedule(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("schedule")
    await ana.tap("Place")
    await ana.say("nowhere at all 123")
    assert texts.NO_PLACE.en in ana.text
    await ana.say("madrd")
    await ana.tap("Madrid, Spain")

    assert "It is 18:00 in Madrid now." in ana.text
    assert "Europe/Madrid" == await zone_of(storage, cast)
    await ana.tap("My schedule")
    assert "I ask you at 18:00, every day." in ana.text


async def test_a_city_can_stand_behind_the_command(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("timezone", "Bogota")
    await ana.tap("Bogotá (now 12:00)")

    assert "America/Bogota" == await zone_of(storage, cast)


async def test_a_city_that_stands_for_no_zone_is_named_with_its_region(ana: Phone) -> None:
    await ana.command("timezone")
    await ana.say("houston")
    assert ["Houston, TX (now 11:00)", "My schedule"] == ana.labels
    await ana.say("León")
    assert "León de los Aldama, Mexico (now 11:00)" in ana.labels
    await ana.say("mexico")

    assert "Mexico: Mexico City time (now 11:00)" in ana.labels


async def test_places_in_spanish(storage: Storage, container: Container, cast: Cast) -> None:
    ana = Phone(storage, container, cast.ana, "es")
    await ana.command("timezone")
    assert "Ciudad de México (ahora 11:00)" in ana.labels
    await ana.say("Córdoba, España")

    assert ["Córdoba, España (ahora 18:00)", "Mi horario"] == ana.labels


async def test_a_shared_location_is_asked_back_by_its_time(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("timezone")
    await ana.share(41.88, -87.63)
    assert "That looks like Chicago time</b> (11:00 now). Is that right?" in ana.text
    assert ["Yes", "Another place", "My schedule"] == ana.labels
    assert "America/New_York" == await zone_of(storage, cast)
    await ana.tap("Yes")

    assert "America/Chicago" == await zone_of(storage, cast)


async def test_another_place_than_the_shared_one_is_typed(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("timezone")
    await ana.share(41.88, -87.63)
    await ana.tap("Another place")
    assert texts.WHICH_CITY.en in ana.text
    await ana.say("Denver")
    await ana.tap("Denver")

    assert "America/Denver" == await zone_of(storage, cast)


@pytest.mark.parametrize("place", [(30.0, -40.0), (91.0, 0.0), (0.0, float("inf"))])
async def test_a_location_without_a_zone_gets_a_sentence(
    storage: Storage, cast: Cast, ana: Phone, place: tuple[float, float]
) -> None:
    await ana.command("timezone")
    await ana.share(*place)

    assert texts.NO_ZONE_THERE.en in ana.text
    assert "America/New_York" == await zone_of(storage, cast)


async def test_a_sticker_is_no_place(ana: Phone) -> None:
    await ana.command("timezone")
    await ana.say("Denver", Attachment.STICKER)

    assert texts.ONLY_PLACES.en in ana.text


@pytest.mark.parametrize("typed", ["<b>Denver</b> & co", "</b><script>Denver", "🙂", "x" * 20_000])
async def test_markup_in_a_place_s_name_never_comes_back(ana: Phone, typed: str) -> None:
    await ana.command("timezone")
    await ana.say(typed)

    assert "script" not in ana.text
    assert "xxx" not in ana.text
    assert all("<" not in label for label in ana.labels)


async def test_a_location_is_not_stored(storage: Storage, cast: Cast, ana: Phone) -> None:
    await ana.command("timezone")
    await ana.share(41.8812345, -87.6398765)
    async with storage.unit_of_work() as work:
        rows = [
            str(dict(row))
            for table in ("people", "dialogues", "schedules", "schedule_times", "outbox", "inbox", "notes")
            for row in (await work.session.execute(text(f"SELECT * FROM {table}"))).mappings()  # noqa: S608 fixed names
        ]

    assert rows
    assert [] == [row for row in rows if "41.88" in row or "87.63" in row]


async def test_moving_asks_for_no_date_twice(
    storage: Storage, container: Container, cast: Cast, ana: Phone
) -> None:
    """Asked at 18:00 in New York, then moved west: that date is not asked for again there."""
    await tick(container, DUE)
    ana.now = DUE + HOUR
    await ana.press(Button("", ZoneSet(cast.ana.membership_id, "Pacific/Honolulu")))
    assert "Tue, Mar 3" not in ana.text
    await tick(container, DUE + 5 * HOUR)

    assert ["checkin.due"] == [kind for kind in await messages(storage, cast.ana) if kind == "checkin.due"]
    assert dt.datetime(2026, 3, 5, 4, tzinfo=dt.UTC) == (await of(storage, cast.ana)).next_due_at


@pytest.mark.parametrize("zone", ["Mars/Base", "", "america/denver", "Etc/GMT+2"])
async def test_a_forged_zone_is_refused(storage: Storage, cast: Cast, ana: Phone, zone: str) -> None:
    await ana.press(Button("", ZoneSet(cast.ana.membership_id, zone)))

    assert "America/New_York" == await zone_of(storage, cast)
