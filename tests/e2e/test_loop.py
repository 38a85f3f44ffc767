"""The main job, end to end: every step is Bot API traffic between simulated people and the real bot process."""

import datetime as dt
import time

from sandbox.ground import Ground
from sandbox.prepared import Evening, answer
from tests.e2e.conftest import Group, founded
from tests.e2e.phone import phone

HOUR = dt.timedelta(hours=1)
SOS_WITHIN_SECONDS = 2.0


async def test_a_facilitator_and_a_participant_come_in_by_links(ground: Ground) -> None:
    dana, ana = phone(ground, "Dana"), phone(ground, "Ana")
    await dana.open(await founded(ground, "Tuesday evening"))
    await dana.tap("Yes, that's me")
    await dana.send("Dana")
    await dana.sees("You lead “Tuesday evening”")
    await dana.send("/invite")
    link = (await dana.sees("https://t.me/")).text.split("\n")[1]

    await ana.open(link)
    await ana.sees("not an emergency service")
    await ana.tap("What will people see?")
    await ana.sees("Not your private notes")
    await ana.tap("Go on")
    await ana.sees("consent")
    await ana.tap("I agree")
    await ana.send("Ana Miller")
    await ana.sees("What shall people here call you?")
    await ana.send("Sunflower")
    await ana.tap("New York")
    await ana.send("7:30 pm")
    await ana.tap("I'm not sure")
    await ana.sees("19:30")
    await dana.sees("Sunflower has joined")

    assert ana.shows("You're in, Sunflower.")
    assert not dana.ever_saw("ana_real")


async def test_a_check_in_is_answered_by_taps_and_by_typing(group: Group) -> None:
    ana = group.ana
    await ana.tap("Start my first check-in")
    await ana.sees("How is your mood")
    await ana.tap("6")
    await ana.sees("How tense")
    await ana.send("2")
    await ana.sees("Strongest craving")
    await ana.send("seven")
    await ana.sees("Any use")
    await ana.tap("Back")
    await ana.sees("Before, you said: 7")
    await ana.tap("3")
    await ana.sees("Any use")
    await ana.tap("No")
    await ana.sees("How sure")
    await ana.send("8/10")
    await ana.sees("How did you sleep")
    await ana.send("٧")  # noqa: RUF001  a digit that phones in Arabic write
    await ana.sees("7 of 8")
    await ana.tap("Skip")
    await ana.sees("Anything you want to note")
    await ana.send("made it home")
    done = await ana.sees("Done, thank you")

    assert "Mood 6 · tension 2 · craving 3 · no use · confidence 8 · sleep 7" in done.text


async def test_a_check_in_survives_a_restart_in_the_middle(group: Group) -> None:
    ana, bot = group.ana, group.ground.bot
    await ana.tap("Start my first check-in")
    await ana.tap("6")
    await ana.sees("How tense")
    await group.ground.travel.settle()
    bot.kill()
    await ana.tap("4")
    await ana.sees("Strongest craving")
    await ana.tap("Stop")
    stopped = await ana.sees("we stop here")

    assert "Kept: Mood 6 · tension 4." in stopped.text
    assert bot.starts == 2


async def test_a_note_is_kept_for_oneself_alone(group: Group) -> None:
    await group.ana.send("/note walked past the old place & kept going")
    await group.ana.sees("Kept, only for you.")
    await group.ana.send("/notes")
    await group.ana.sees("walked past the old place & kept going")
    await group.dana.send("/group")
    await group.dana.sees("Ana")
    await group.dana.hears_nothing_of("walked past")
    await group.ben.hears_nothing_of("walked past")


async def test_two_become_partners_and_write_to_each_other(group: Group) -> None:
    await group.pair()
    await group.ben.send("/partner thinking of you <3")
    await group.ana.sees("From Ben: “thinking of you <3”")
    await group.ana.tap("Reply")
    await group.ana.send("thank you, it helped")
    await group.ben.sees("From Ana: “thank you, it helped”")
    for each in (group.ana, group.ben):
        await each.hears_nothing_of("_real")


async def test_a_check_in_without_an_answer_is_reminded_and_the_partner_says_hello(group: Group) -> None:
    await group.pair()
    travel = group.ground.travel
    await travel.forward(2 * HOUR)
    await group.ana.sees("Time for your check-in.")
    await group.ben.sees("Time for your check-in.")
    await group.ana.tap("Start")
    await answer(group.ana, Evening(mood=7, craving=1, sleep=7))

    await travel.forward(HOUR)
    await group.ben.sees("still open")
    await travel.forward(1.5 * HOUR)
    await group.ana.sees("Ben hasn't checked in today")
    await group.ana.tap("Thinking of you")
    await group.ben.sees("From Ana: “Thinking of you”")
    await travel.forward(5 * HOUR)
    await group.ben.tap("Start")
    await group.ben.sees("This check-in has closed")
    await group.ben.tap("Check in now")
    await group.ben.sees("How is your mood")


async def test_a_strong_craving_reaches_the_facilitator_and_the_answer_comes_back(group: Group) -> None:
    await group.ana.send("/checkin")
    await group.ana.tap("4")
    await group.ana.sees("How tense")
    await group.ana.tap("Skip")
    await group.ana.sees("Strongest craving")
    await group.ana.tap("9")
    card = await group.dana.sees("Ana: something needs your eyes")

    assert "raving" not in card.text

    await group.dana.tap("Show details")
    await group.dana.sees("Craving 9")
    await group.dana.tap("I've seen it")
    await group.ana.sees("Dana has seen this")
    await group.dana.tap("Resolve")
    await group.dana.tap("We talked")
    await group.dana.send("/alerts")
    await group.dana.sees("No alert is open")


async def test_asking_for_help_answers_at_once_and_tells_the_facilitator(group: Group) -> None:
    await group.ana.send("/sos")
    await group.ana.sees("988")
    await group.dana.sees("Ana: something needs your eyes")
    await group.ground.travel.forward(dt.timedelta(minutes=16))
    await group.dana.sees("Again, not yet seen")
    await group.dana.tap("Show details")
    await group.dana.sees("Asked for help now")
    await group.dana.tap("I've seen it")
    await group.ana.sees("Dana has seen this")


async def test_the_numbers_for_help_come_even_when_the_database_is_gone(group: Group) -> None:
    # Not the -shm file: SQLite maps it into memory, and whoever shortens it ends the process, bot and all.
    for name in ("tandem.db", "tandem.db-wal"):
        (group.ground.folder / name).write_bytes(b"not a database any more " * 64)
    begun = time.perf_counter()
    await group.ana.send("/sos")
    await group.ana.sees("988")
    # The bound is the product's promise, not a measure of this machine.
    assert time.perf_counter() - begun < SOS_WITHIN_SECONDS


async def test_words_of_danger_are_answered_when_the_database_is_gone(group: Group) -> None:
    for name in ("tandem.db", "tandem.db-wal"):
        (group.ground.folder / name).write_bytes(b"not a database any more " * 64)
    await group.ana.send("I want to kill myself")
    await group.ana.sees("988")


async def test_three_missed_in_a_row_tell_the_facilitator_and_a_pause_does_not(group: Group) -> None:
    await group.ben.send("/pause")
    await group.ben.tap("1 week")
    await group.ground.travel.forward(dt.timedelta(days=3, hours=9))
    await group.dana.sees("Ana: something needs your eyes")
    await group.dana.hears_nothing_of("Ben: something needs your eyes")


async def test_progress_comes_as_a_picture_with_its_figures_in_words(group: Group) -> None:
    await group.ana.tap("Start my first check-in")
    await answer(group.ana, Evening(mood=7, craving=2, sleep=8))
    await group.ana.send("/progress")
    sight = await group.ana.sees("Asked on 1 day, answered on 1")

    assert sight.bubble is not None
    assert sight.bubble.photo is not None
    assert sight.bubble.photo.startswith(b"\x89PNG")


async def test_my_data_comes_as_a_file(group: Group) -> None:
    await group.ana.send("/note only mine")
    await group.ana.sees("Kept, only for you.")
    await group.ana.send("/mydata")
    await group.ana.sees("")
    found = [bubble.file for bubble in group.ana.person.chat if bubble.file]

    assert any(b"only mine" in file for file in found)
