"""Two people become partners, lose touch, are looked after and part: on phones in a real browser, from the facilitator's tap on."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from sandbox.player import Player
from sandbox.prepared import Evening, answer
from tests.e2e.seats import Table, laid

pytestmark = pytest.mark.asyncio(loop_scope="module")

EVERYBODY = ("Ana", "Ben", "Eva", "Hal")
SILENT_DAYS = 3
STEADY = Evening(mood=6, craving=2, sleep=7)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def table() -> AsyncIterator[Table]:
    async with laid() as table:
        for name in EVERYBODY:
            await table.seat(name)
        yield table


@pytest.fixture(autouse=True)
def calm(table: Table) -> None:
    """Forget what the browser complained of in the test before."""
    table.you.complaints.clear()


def player(table: Table, name: str) -> Player:
    person = next(one for one in table.ground.world.people.values() if one.name == name)
    return Player(table.ground.world, person)


async def evening_of(table: Table, *names: str) -> None:
    """Let the day's check-in come, and these answer it."""
    await table.you.pass_time("Next check-in")
    for name in names:
        await checks_in(table, name)


async def checks_in(table: Table, name: str) -> None:
    """Let somebody answer the check-in that is open."""
    somebody = player(table, name)
    await somebody.tap("Start")
    await answer(somebody, STEADY)
    somebody.leave()


async def test_partners_are_proposed_and_begin_with_three_short_things(table: Table) -> None:
    you = table.you
    await you.look_at("Dana")
    await you.type("Dana", "/pair")
    await you.reads("Dana", "Nobody has been asked yet", "not partners before")
    await you.tap("Dana", "Change by hand")
    await you.tap("Dana", "Put two together")
    await you.reads("Dana", "Whom would you like")
    await you.tap("Dana", "Ana")
    await you.reads("Dana", "Ana, together with whom?")
    await you.tap("Dana", "Ben")
    await you.reads("Dana", "Ana and Ben", "Eva and Hal")
    await you.keep_picture("partners-1-preview")
    await you.tap("Dana", "Send these")
    for name, other in (("Ana", "Ben"), ("Ben", "Ana"), ("Eva", "Hal"), ("Hal", "Eva")):
        await you.look_at(name)
        await you.reads(name, f"{other} could be your partner")
        await you.keep_picture(f"partners-2-asked-{name}")
        await you.tap(name, "Yes")
    for name in ("Ben", "Ana"):
        await you.look_at(name)
        await you.tap(name, "Three short things first")
        await you.reads(name, "1 of 3")
        await you.keep_picture(f"partners-3-reach-{name}")
        await you.tap(name, "Messages, any time")
        await you.reads(name, "2 of 3")
        await you.keep_picture(f"partners-4-share-{name}")
        await you.tap(name, "That's fine")
        await you.reads(name, "3 of 3")
        await you.keep_picture(f"partners-5-not-{name}")
        await you.tap(name, "Please only when I ask")
        await you.reads(name, "Thank you")
        await you.keep_picture(f"partners-6-done-{name}")
    await you.sees("Ana", "You have all done this now")
    assert [] == you.complaints


async def test_each_sees_the_others_part_of_the_exercise_after_giving_their_own(table: Table) -> None:
    you = table.you
    for name in ("Ana", "Ben"):
        await you.look_at(name)
        await you.type(name, "/partner")
        await you.reads(name, "More")
        await you.keep_picture(f"partners-7-page-{name}")
    await you.look_at("Ana")
    await you.tap("Ana", "Listening exercise")
    await you.tap("Ana", "Write it")
    await you.reads("Ana", "Write Ben two sentences")
    await you.type("Ana", "The evenings are long since I moved.")
    await you.reads("Ana", "The evenings are long", "Ben hasn't answered yet")
    await you.look_at("Ben")
    await you.tap("Ben", "Listening exercise")
    await you.tap("Ben", "Write it")
    await you.reads("Ben", "Ana sees it after giving their own")
    await expect(you.chat("Ben").get_by_text("evenings are long")).to_have_count(0)
    await you.type("Ben", "I miss my brother.")
    await you.reads("Ben", "The evenings are long", "write back what you heard")
    await you.keep_picture("partners-8-exercise")
    await you.look_at("Ana")
    await you.sees("Ana", "I miss my brother.")
    assert [] == you.complaints


async def test_messages_go_both_ways_are_answered_and_taken_back(table: Table) -> None:
    you = table.you
    await you.look_at("Ana")
    await you.type("Ana", "/partner")
    await you.reads("Ana", "Ben can see of you")
    await you.tap("Ana", "Write to Ben")
    await you.type("Ana", "Are you coming on Thursday?")
    await you.reads("Ana", "On its way to Ben", "To take it back")
    await you.look_at("Ben")
    await you.reads("Ben", "Are you coming on Thursday?")
    await you.keep_picture("partners-9-arrived")
    await you.tap("Ben", "Reply")
    await you.type("Ben", "Yes, save me a chair.")
    await you.reads("Ben", "On its way to Ana")
    await you.look_at("Ana")
    await you.reads("Ana", "Yes, save me a chair.")
    await you.keep_picture("partners-10-answer")
    await you.tap("Ana", "Reply")
    await you.type("Ana", "Great, see yuo")
    await you.reads("Ana", "On its way to Ben")
    await you.keep_picture("partners-11-receipt")
    await you.tap("Ana", "Take it back")
    await you.reads("Ana", "taking it back")
    await you.look_at("Ben")
    await expect(you.chat("Ben").get_by_text("see yuo")).to_have_count(0)
    assert [] == you.complaints


async def test_a_partner_who_falls_silent_is_stood_in_for_until_they_are_back(table: Table) -> None:
    you = table.you
    await evening_of(table, *EVERYBODY)
    await you.pass_time("Next check-in")
    for _ in range(3):
        await you.pass_time("+1 hour")
    await you.look_at("Ana")
    await you.sees("Ana", "Ben hasn't checked in today")
    await you.keep_picture("partners-12-nudge")
    await you.tap("Ana", "Thinking of you")
    await you.sees("Ana", "On its way to Ben: “Thinking of you”")
    for name in ("Ana", "Eva", "Hal"):
        await checks_in(table, name)
    for _ in range(SILENT_DAYS - 1):
        await evening_of(table, "Ana", "Eva", "Hal")
    await you.look_at("Ana")
    await you.reads("Ana", "You may hear little from Ben for a while", "Ben stays your partner")
    await you.keep_picture("partners-12-stand-in")
    helper = "Eva" if "Eva could be" in await you.newest("Ana").inner_text() else "Hal"
    await you.tap("Ana", "Yes, meanwhile")
    await you.look_at("Ben")
    await you.sees("Ben", "You're welcome back any time.")
    await you.look_at(helper)
    await you.reads(helper, "Would you be there for Ana meanwhile?")
    await expect(you.newest(helper)).not_to_contain_text("Ben")
    await you.tap(helper, "Yes, meanwhile")
    await you.reads(helper, "You're there for Ana now")
    await you.keep_picture("partners-13-helper")

    await you.look_at("Ben")
    ben = player(table, "Ben")
    await ben.send("/checkin")
    await answer(ben, STEADY)
    ben.leave()
    await you.pass_time("+1 hour")
    await you.look_at("Ana")
    await you.sees("Ana", "Ben is back, and your pair goes on")
    await you.look_at(helper)
    await you.sees(helper, "Thank you for being there for Ana")
    await you.keep_picture("partners-14-thanks")
    assert [] == you.complaints


async def test_a_pair_parts_kindly_and_old_buttons_say_how_it_is(table: Table) -> None:
    you = table.you
    await you.look_at("Ana")
    await you.type("Ana", "/partner")
    await you.reads("Ana", "Ben has checked in today")
    await you.tap("Ana", "More …")
    await you.reads("Ana", "More about you and Ben")
    await you.keep_picture("partners-15-more")
    await you.tap("Ana", "End this pairing")
    await you.reads("Ana", "End the pairing with Ben?")
    await you.tap("Ana", "End it")
    await you.reads("Ana", "The pairing with Ben has ended")
    await you.look_at("Ben")
    await you.sees("Ben", "has come to an end")
    await you.keep_picture("partners-16-goodbye")
    await you.phone("Ben").locator(".keys").get_by_role("button", name="Write to Ana").first.click()
    await you.sees("Ben", "You two aren't partners now")
    await you.keep_picture("partners-17-old-button")
    assert [] == you.complaints
