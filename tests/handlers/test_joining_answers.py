import pytest

from domain.access import SYSTEM
from domain.phases import Phase, Track
from handlers.callbacks.joining import ZoneChosen
from handlers.request import Attachment, Button
from handlers.texts import joining as texts
from services.container import Container
from storage.unit_of_work import Storage
from tests.cast import Cast
from tests.ways_in import at_the_name, at_the_time, at_the_track, at_the_zone


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ana", "already goes by that name"),
        ("@sky_high", "looks like a link"),
        ("x" * 5000, "longer than 40"),
        ("\u202e\u200b", "couldn't read a name"),
    ],
)
async def test_a_name_that_does_not_do_is_asked_again(
    storage: Storage, container: Container, cast: Cast, typed: str, said: str
) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say(typed)

    assert said in phone.text
    assert "What shall people here call you?" in phone.text


async def test_markup_in_a_name_is_shown_as_it_was_typed(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say("<b>Sky</b> & \u202eco")
    await phone.tap("New York (now 12:00)")
    await phone.tap("18:00 (the group's time)")
    await phone.tap("Mental health only")

    assert "You're in, &lt;b&gt;Sky&lt;/b&gt; &amp; co" in phone.text


async def test_a_sticker_is_no_name(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_name(storage, container, cast)
    await phone.say(None, Attachment.STICKER)

    assert "only read typed words" in phone.text
    assert "What shall people here call you?" in phone.text


async def test_a_typed_city_becomes_buttons(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.tap("Another place")
    assert "Which city?" in phone.text
    await phone.say("denver")
    await phone.tap("Denver (now 10:00)")

    assert "When shall I ask" in phone.text
    who = await phone.actor()
    assert who is not None
    assert "America/New_York" == who.timezone
    await phone.say("7:30 pm")
    await phone.tap("I'm not sure")
    assert "at 19:30, every day (Denver time)" in phone.text
    who = await phone.actor()
    assert who is not None
    assert "America/Denver" == who.timezone


async def test_a_place_that_does_not_exist_gets_a_clear_sentence(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.say("Qwrtzu")

    assert "I don't know that place" in phone.text
    assert "New York (now 12:00)" in phone.labels


async def test_a_forged_zone_is_refused(storage: Storage, container: Container, cast: Cast) -> None:
    phone = await at_the_zone(storage, container, cast)
    real = phone.button("New York").press
    assert isinstance(real, ZoneChosen)
    await phone.press(Button("", ZoneChosen(real.enrolment_id, "Mars/Base")))

    assert "I don't know that place" in phone.text


@pytest.mark.parametrize("typed", ["soon", "77", "25:00", "🙂"])
async def test_a_time_that_is_unclear_is_asked_again(
    storage: Storage, container: Container, cast: Cast, typed: str
) -> None:
    phone = await at_the_time(storage, container, cast)
    await phone.say(typed)

    assert "couldn't read that as a time" in phone.text
    assert "18:00 (the group's time)" in phone.labels


async def test_an_hour_alone_is_asked_back_as_two_buttons(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_time(storage, container, cast)
    await phone.say("a las 7")
    assert ["07:00", "19:00", "Back"] == phone.labels
    await phone.tap("19:00")
    await phone.tap("I'm not sure")

    assert "at 19:00, every day" in phone.text


async def test_a_shared_location_is_named_by_its_time_and_asked_back(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.share(41.88, -87.63)
    assert "That looks like Chicago time</b> (11:00 now)" in phone.text
    assert "not kept" in phone.text
    await phone.tap("Another place")
    assert "Which city?" in phone.text
    await phone.share(41.88, -87.63)
    await phone.tap("Yes")
    await phone.tap("18:00 (the group's time)")
    await phone.tap("I'm not sure")

    assert "(Chicago time)" in phone.text


async def test_a_location_at_sea_leaves_the_question_there(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.share(30.0, -40.0)

    assert "can't tell the time zone" in phone.text
    assert "New York (now 12:00)" in phone.labels


async def test_a_city_of_several_places_says_where_each_lies(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_zone(storage, container, cast)
    await phone.say("Portland")
    assert ["Portland, OR (now 09:00)", "Portland, ME (now 12:00)", "Back"] == phone.labels
    await phone.say("Texas")

    assert "Texas: Chicago time (now 11:00)" in phone.labels


@pytest.mark.parametrize("track", list(Track))
async def test_the_program_is_one_tap_and_stands_with_the_seat(
    storage: Storage, container: Container, cast: Cast, track: Track
) -> None:
    phone = await at_the_track(storage, container, cast)
    assert "Nobody but Fay sees it" in phone.text
    await phone.tap(texts.TRACKS[track].en)

    who = await phone.actor()
    assert who is not None
    async with storage.unit_of_work() as work:
        stage = await work.phases.stage(who.seats[0].membership_id)
        assert (Phase.STABILISATION, track, phone.now.date()) == (stage.phase, stage.track, stage.since_on)
        assert 1 == len(await work.phases.history(who.seats[0].membership_id))


async def test_who_is_not_sure_gets_the_usual_program_and_typing_is_no_answer(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_track(storage, container, cast)
    await phone.say("the usual I guess")
    assert "tap one of these" in phone.text
    who = await phone.actor()
    assert who is not None
    assert () == who.seats
    await phone.tap("I'm not sure")

    who = await phone.actor()
    assert who is not None
    async with storage.unit_of_work() as work:
        assert Track.SUBSTANCE_USE is (await work.phases.stage(who.seats[0].membership_id)).track


async def test_left_at_the_program_one_is_back_at_the_program(
    storage: Storage, container: Container, cast: Cast
) -> None:
    phone = await at_the_track(storage, container, cast)
    unsure = phone.button("I'm not sure")
    await phone.command("start")
    assert "Which program are you in?" in phone.text
    await phone.tap("Back")
    assert "When shall I ask" in phone.text
    await phone.press(unsure)

    assert "When shall I ask" in phone.text
    assert phone.reply.notice is not None
    who = await phone.actor()
    assert who is not None
    assert () == who.seats


async def test_the_days_of_the_group_are_said_and_kept(
    storage: Storage, container: Container, cast: Cast
) -> None:
    async with storage.unit_of_work() as work:
        await work.groups.set_default_times(cast.ana.group_id, 18 * 60, 0b0011111)
    phone = await at_the_time(storage, container, cast)
    assert "Your group's plan: 18:00, Monday to Friday" in phone.text
    await phone.tap("18:00 (the group's time)")
    await phone.tap("I'm not sure")

    assert "at 18:00, Monday to Friday" in phone.text
    who = await phone.actor()
    assert who is not None
    async with storage.unit_of_work() as work:
        [schedule] = await work.schedules.of_person(SYSTEM, who.person_id)
    assert 0b0011111 == schedule.weekdays
