"""Check-ins as they are lived, day after day, on a phone in a real browser: each test has a person of its own."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.e2e.seats import DUE, Table, laid

pytestmark = pytest.mark.asyncio(loop_scope="module")

MOST_TAPS = 9
MOST_TAPS_ON_STEADY_DAYS = 2
STEADY_DAYS = 3
SILENT_DAYS = 3


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def table() -> AsyncIterator[Table]:
    async with laid() as table:
        yield table


@pytest.fixture(autouse=True)
def calm(table: Table) -> None:
    """Forget what the browser complained of in the test before, and its taps."""
    table.you.complaints.clear()
    table.you.taps = 0


async def test_a_whole_check_in_takes_nine_taps_and_one_of_a_steady_day_two(table: Table) -> None:
    you = table.you
    await table.seat("Ana")
    for _ in range(STEADY_DAYS):
        await table.next_check_in("Ana")
        you.taps = 0
        await you.tap("Ana", "Start")
        await table.answer("Ana")
        assert you.taps <= MOST_TAPS
    await you.keep_picture("check-in-1-receipt")

    await table.next_check_in("Ana")
    you.taps = 0
    await you.tap("Ana", "Start")
    await you.reads("Ana", "From 6 on it also says: nothing else to report, no use, no strong craving.")
    await you.keep_picture("check-in-2-short")
    await you.tap("Ana", "7")
    await you.reads("Ana", "Done, thank you. Mood 7.", "Nothing else to report, as you said.")
    assert you.taps <= MOST_TAPS_ON_STEADY_DAYS

    await table.next_check_in("Ana")
    await you.tap("Ana", "Start")
    await you.tap("Ana", "Something is different")
    await you.reads("Ana", "1 of 8")
    await table.answer("Ana", tense="8")
    await you.reads("Ana", "Mood 7 · tension 8 · craving 1 · no use")
    await expect(you.newest("Ana").get_by_role("button", name="I need help now")).to_be_visible()

    assert [] == you.complaints


async def test_after_days_of_silence_there_is_a_welcome_and_no_count(table: Table) -> None:
    you = table.you
    await table.seat("Fay")
    await table.next_check_in("Fay")
    await you.tap("Fay", "Start")
    await table.answer("Fay")
    for _ in range(SILENT_DAYS + 1):
        await table.next_check_in("Fay")
    await you.tap("Fay", "Start")
    await you.reads("Fay", "Good to see you, Fay. Nothing to catch up on.")
    await expect(you.chat("Fay").get_by_text(re.compile("Time for your|still open"))).to_have_count(0)
    await you.keep_picture("check-in-7-welcome")
    assert not re.search(r"\d", await _said(table, "Fay"))
    await you.tap("Fay", "Short check-in")
    await you.reads("Fay", "How are you today?")
    await you.tap("Fay", "6")
    await you.reads("Fay", "Done, thank you. Mood 6.")
    await you.keep_picture("check-in-8-back")

    assert not re.search(r"missed|days asked|in a row", await _said(table, "Fay"))
    assert [] == you.complaints


async def test_an_answer_is_corrected_by_a_button_and_by_editing_ones_own_words(table: Table) -> None:
    you = table.you
    await table.seat("Ben")
    await table.next_check_in("Ben")
    await you.tap("Ben", "Start")
    await you.reads("Ben", "How is your mood")
    await you.type("Ben", "7/10")
    for question, label in (
        ("2 of 8", "3"),
        ("3 of 8", "1"),
        ("4 of 8", "No"),
        ("5 of 8", "8"),
        ("6 of 8", "6"),
    ):
        await you.reads("Ben", question)
        await you.tap("Ben", label)
    await you.reads("Ben", "7 of 8")
    await you.tap("Ben", "Skip")
    await you.reads("Ben", "8 of 8")
    await you.tap("Ben", "Nothing to add")
    await you.reads("Ben", "Done, thank you. Mood 7 · tension 3")

    await you.tap("Ben", "Change an answer")
    await you.reads("Ben", "Which answer would you like to change?")
    await you.keep_picture("check-in-3-change")
    await you.tap("Ben", "Tension: 3")
    await you.reads("Ben", "Before, you said: 3.")
    await you.tap("Ben", "5")
    await you.reads("Ben", "Done, thank you. Mood 7 · tension 5")

    words = you.chat("Ben").locator(".message.mine", has_text="7/10")
    await words.hover()
    await words.get_by_role("button", name="Edit").click()
    await you.type("Ben", "6/10")
    await you.reads("Ben", "I changed your answer to what your message says now.", "Mood 6 · tension 5")

    assert [] == you.complaints


async def test_yesterday_is_filled_in_late_and_marked_as_that(table: Table) -> None:
    you = table.you
    await table.seat("Cem")
    await table.next_check_in("Cem")
    await you.pass_time("+1 day")
    await you.type("Cem", "/yesterday")
    await you.reads("Cem", "For yesterday", "I'll mark it as added later.", "How was your mood on")
    await you.keep_picture("check-in-4-yesterday")
    late = (
        ("1 of 8", "7"),
        ("2 of 8", "3"),
        ("3 of 8", "1"),
        ("4 of 8", "No"),
        ("5 of 8", "8"),
        ("6 of 8", "6"),
    )
    for question, label in (*late, ("7 of 8", "No"), ("8 of 8", "Nothing to add")):
        await you.reads("Cem", question)
        await you.tap("Cem", label)
    await you.reads("Cem", "added later.", "Done, thank you. Mood 7")

    await you.type("Cem", "/progress")
    await expect(you.newest("Cem").locator("img.photo")).to_be_visible()
    await you.keep_picture("check-in-5-added-later")
    await you.type("Cem", "/yesterday")
    await you.reads("Cem", "For yesterday", "Which answer would you like to change?")

    assert [] == you.complaints


async def test_nobody_is_asked_in_a_pause_until_it_is_ended(table: Table) -> None:
    you = table.you
    await table.seat("Eve")
    await you.type("Eve", "/pause")
    await you.reads("Eve", "How long a pause?")
    await you.keep_picture("check-in-6-pause")
    await you.tap("Eve", re.compile("^1 week"))
    await you.reads("Eve", "Your pause has begun.", "what is it for?")
    await you.tap("Eve", "Illness")
    await you.reads("Eve", "All set.")
    for _ in range(2):
        await you.pass_time("+1 day")
    await you.type("Eve", "/pause")
    await you.reads("Eve", "You're taking a pause.")
    await expect(you.chat("Eve").get_by_text(DUE)).to_have_count(0)

    await you.tap("Eve", "End the pause")
    await you.reads("Eve", "Good to have you back.")
    await table.next_check_in("Eve")

    assert [] == you.complaints


async def _said(table: Table, name: str) -> str:
    """Return the newest message without the time in its corner."""
    said = await table.you.newest(name).locator(".bubble").inner_text()
    return re.sub(r"\s*\d\d:\d\d$", "", said)
