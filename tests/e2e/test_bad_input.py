"""What people do by mistake, out of habit or on purpose: each gets a clear sentence or a clean refusal, and nothing is lost."""

import sqlite3
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from sandbox.ground import CommandFailed, Ground
from sandbox.prepared import invite, join
from tests.e2e.conftest import Group, gathered, running
from tests.e2e.phone import phone

pytestmark = pytest.mark.asyncio(loop_scope="module")
LINK = "https://t.me/tandem_sandbox_bot?start="


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ground() -> AsyncIterator[Ground]:
    async with running() as ground:
        yield ground


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def group(ground: Ground) -> Group:
    return await gathered(ground)


@pytest_asyncio.fixture(loop_scope="module")
async def asked(group: Group) -> Group:
    """Bring Ana to the first question of a check-in."""
    await group.ana.send("/checkin")
    sight = await group.ana.sees("of 8")
    if not sight.text.startswith("How is your mood"):
        await group.ana.tap("Back")
        await group.ana.sees("How is your mood")
    return group


async def test_an_unknown_command_gets_a_way_on(group: Group) -> None:
    await group.ana.send("/fly me")
    await group.ana.sees("I don't know that command")


@pytest.mark.parametrize("typed", ["11", "7.5", "-1", "abc", "🙂", "eleven", "1e1", "0x7", "²"])
async def test_what_is_no_number_gets_a_sentence_and_the_question_stays(asked: Group, typed: str) -> None:
    await asked.ana.send(typed)
    await asked.ana.sees("I couldn't read that as 0 to 10")
    await asked.ana.tap("4")
    await asked.ana.sees("How tense are you")


@pytest.mark.parametrize("typed", ["7", "seven", "siete", "7/10", "٧", "\uff17", " 7 "])  # noqa: RUF001  digits of other scripts
async def test_a_seven_is_a_seven_however_it_is_written(asked: Group, typed: str) -> None:
    await asked.ana.send(typed)
    await asked.ana.sees("How tense are you")
    await asked.ana.tap("Back")
    await asked.ana.sees("Before, you said: 7")


async def test_a_sticker_where_a_number_is_asked_changes_nothing(asked: Group) -> None:
    await asked.ana.send_sticker()
    await asked.ana.sees("I couldn't read that")
    await asked.ana.tap("4")
    await asked.ana.sees("How tense are you")


async def test_an_old_button_is_left_alone(asked: Group) -> None:
    old = asked.ana.last
    data = next(button.data or "" for row in old.buttons for button in row if button.label == "3")
    await asked.ana.tap("5")
    await asked.ana.sees("How tense are you")
    await asked.ana.tap_old(old.id, data)
    await asked.ana.sees("earlier question")
    await asked.ana.tap("Back")
    await asked.ana.sees("Before, you said: 5")


async def test_a_tap_that_arrives_twice_counts_once(asked: Group) -> None:
    await asked.ana.tap_twice("6")
    await asked.ana.sees("How tense are you")
    await asked.ana.tap("Back")
    await asked.ana.sees("Before, you said: 6")


async def test_a_button_of_another_person_does_nothing(asked: Group) -> None:
    data = next(button.data or "" for _, button in asked.ana.buttons() if button.label == "9")
    await asked.ben.tap_old(asked.ben.last.id, data)
    await asked.ben.sees("")
    await asked.ben.hears_nothing_of("How is your mood", "How tense are you")
    await asked.ana.tap("Why am I asked this?")
    await asked.ana.sees("Mood has ups and downs")


@pytest.mark.parametrize(
    "data",
    ["", "x", "ci.a:1:mood:7", "ci.a:zzzzzzzzzzzzz:mood:7", "al.show:1", "::::", "é" * 32, "ci.a::mood:7"],
)
async def test_forged_data_gets_the_present_state_and_nothing_else(group: Group, data: str) -> None:
    await group.ben.tap_old(group.ben.last.id, data)
    await group.ben.sees("")
    await group.ben.hears_nothing_of("went wrong", "Craving 9")


async def test_five_thousand_characters_with_markup_and_marks_are_kept_exactly(group: Group) -> None:
    words = "<b>bold?</b> & 🙂 \u202eright to left\u202c " + "long " * 1000
    await group.ben.send(f"/note {words[:4000]}")
    await group.ben.sees("Kept, only for you.")
    await group.ben.send("/mydata")
    await group.ben.sees("")
    file = next(bubble.file for bubble in reversed(group.ben.person.chat) if bubble.file)

    assert "\\u003cb" in file.decode() or "<b>bold?</b> & 🙂" in file.decode()


async def test_a_sticker_as_a_note_is_answered_kindly(group: Group) -> None:
    await group.ben.send("/note")
    await group.ben.send_sticker()
    await group.ben.sees("only text")
    await group.ben.send("in words then")
    await group.ben.sees("Kept, only for you.")


async def test_words_without_a_place_are_kept_and_go_nowhere_without_a_tap(group: Group) -> None:
    await group.ben.send("I don't know where this goes")
    await group.ben.tap("Keep as a note")
    await group.ben.sees("Kept, only for you.")
    await group.ana.hears_nothing_of("where this goes")


@pytest.mark.parametrize("token", ["wrong", "A" * 24, "a-_" * 21])
async def test_a_link_that_does_not_fit_is_refused_without_a_reason(ground: Ground, token: str) -> None:
    zoe = phone(ground, f"Zoe{len(token)}")
    await zoe.open(LINK + token)
    sight = await zoe.sees("link")

    assert "Tuesday" not in sight.text


async def test_a_used_link_lets_nobody_else_in(group: Group) -> None:
    link = await invite(group.dana)
    eve, zoe = phone(group.ground, "Eve"), phone(group.ground, "Zoe")
    await join(eve, link)
    await zoe.open(link)
    await zoe.sees("link")
    await zoe.hears_nothing_of("Tuesday evening", "Let's start")


async def test_a_facilitators_link_opened_by_a_participant_is_not_burnt(group: Group) -> None:
    link = await group.ground.run_command("facilitator", "invite", "Tuesday evening")
    await group.ben.open(link)
    await group.ben.sees("")
    fay = phone(group.ground, "Fay")
    await fay.open(link)
    await fay.sees("invited to lead")


async def test_added_to_a_group_chat_the_bot_says_where_to_write_and_nothing_else(group: Group) -> None:
    world = group.ground.world
    chat = world.add_group("Friends", [group.ana.person, group.ben.person])
    world.add_bot_to_group(chat, group.ana.person)
    group.ana.person.send_to(chat, "/today")
    await group.ground.travel.settle()
    said = [bubble.text for bubble in group.ana.person.sees(chat) if bubble.from_bot]

    assert said
    assert set(said) == {"Please write to me in private."}


async def test_a_bot_blocked_in_mid_flow_goes_on_where_it_was(asked: Group) -> None:
    asked.ana.person.block()
    await asked.ground.travel.settle()
    await asked.dana.sees("Ana")
    asked.ana.person.unblock()
    await asked.ana.tap("8")
    await asked.ana.sees("How tense are you")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "America/Nowhere", "../etc/passwd"])
async def test_a_zone_that_does_not_exist_is_refused_with_its_cure(ground: Ground, zone: str) -> None:
    with pytest.raises(CommandFailed, match=r"(?i)zone") as failure:
        await ground.run_command("group", "create", "Nowhere", "--timezone", zone)

    assert "Traceback" not in str(failure.value)


async def test_a_database_that_is_busy_for_a_moment_loses_nothing(group: Group) -> None:
    holder = sqlite3.connect(group.ground.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    await group.ben.send("/note written while the database was busy")
    await group.ben.hears_nothing_of("Kept, only for you. busy")
    holder.execute("ROLLBACK")
    holder.close()
    await group.ben.sees("Kept, only for you.")
