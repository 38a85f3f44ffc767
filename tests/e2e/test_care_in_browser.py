"""Hard answers, clumsy hands and a group's own questions, on phones in a real browser: each test has a person of its own."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.e2e.seats import Table, laid
from tests.e2e.visitor import NARROW, ViewportSize

pytestmark = pytest.mark.asyncio(loop_scope="module")

WORDING = "Are <b>you</b> *safe* & _well_ at <home>?"
CHOICES = ("yes & <i>fine</i>", "[so so](x)", "no")
PHQ2_AT_ITS_CUT_OFF = ("2 · More than half the days", "1 · Several days")
NOT_AT_ALL = "0 · Not at all"
SHORT: ViewportSize = {"width": 320, "height": 768}
"""What stands around the phone on the page leaves the chat of a phone of 320 by 568."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def table() -> AsyncIterator[Table]:
    async with laid() as table:
        # Where the PHQ-4 is in use, it stands for PHQ-2 and GAD-2 together.
        await table.ground.run_command("measures", "withdraw", "phq4_en")
        yield table


@pytest.fixture(autouse=True)
def calm(table: Table) -> None:
    """Forget what the browser complained of in the test before."""
    table.you.complaints.clear()


async def test_a_phq_2_at_its_cut_off_grows_and_item_9_tells_at_once(table: Table) -> None:
    you = table.you
    await table.seat("Ana")
    await _moved_to_dual_diagnosis(table, "Ana")
    await you.type("Ana", "/checkin")
    await table.answer("Ana")
    await you.tap("Ana", "Questionnaire: 2 questions")
    await you.reads("Ana", "Dana can see your answers and the result.")
    await you.keep_picture("care-1-questionnaire")
    await you.tap("Ana", "Begin")
    for number, label in enumerate(PHQ2_AT_ITS_CUT_OFF, start=1):
        await you.reads("Ana", f"{number} of 2")
        await you.tap("Ana", label)
    await you.reads("Ana", "PHQ-2: 3 of 6", "go on with PHQ-9: 7 more questions")
    await you.keep_picture("care-2-result")
    await you.tap("Ana", "Go on: 7 more")
    for number in range(3, 9):
        await you.reads("Ana", f"{number} of 9")
        await you.tap("Ana", NOT_AT_ALL)
    await you.reads("Ana", "9 of 9", "I tell Dana at once")
    await you.tap("Ana", "1 · Several days")

    await you.reads("Ana", "You can talk to a person right now:", "988", "I'm telling Dana now")
    await expect(you.newest("Ana").get_by_text("988").first).to_be_in_viewport()
    await expect(you.newest("Ana").get_by_role("button", name="I need help now")).to_be_in_viewport()
    await you.keep_picture("care-3-item-9")
    await you.page.set_viewport_size(SHORT)
    await you.page.wait_for_function(f"innerHeight === {SHORT['height']}")
    await expect(you.newest("Ana").get_by_text("988").first).to_be_in_viewport()
    await you.keep_picture("care-3-item-9-short")
    await you.page.set_viewport_size(NARROW)
    await you.look_at("Dana")
    await you.reads("Dana", "Ana: something needs your eyes.", "urgent")
    await expect(you.newest("Dana")).not_to_contain_text("PHQ")
    await you.tap("Dana", "Show details")
    await you.reads("Dana", "Item 9 of the PHQ-9, thoughts of death or self-harm: 1 of 3", "PHQ-9", "4 of 27")
    await you.keep_picture("care-4-alert")
    await you.tap("Dana", "I've seen it")
    await you.look_at("Ana")
    await you.reads("Ana", "Dana has seen this")

    assert [] == you.complaints


async def test_whoever_is_clumsy_loses_nothing(table: Table) -> None:
    you = table.you
    await table.seat("Ben")
    await table.next_check_in("Ben")
    await you.tap("Ben", "Start")
    await you.reads("Ben", "1 of 8")
    await you.type("Ben", "banana")
    await you.reads("Ben", "I couldn't read that as 0 to 10.", "1 of 8")
    await you.type("Ben", "siete")
    await you.reads("Ben", "2 of 8")
    await you.type("Ben", "four")
    await you.reads("Ben", "3 of 8")
    await you.keep_picture("care-5-in-words")
    await you.tap("Ben", "Stop")
    await you.reads("Ben", "All right, we stop here. Kept: Mood 7 · tension 4.")
    await you.tap("Ben", "Go on after all")
    await you.reads("Ben", "3 of 8")
    await you.tap("Ben", "Back")
    await you.reads("Ben", "Before, you said: 4.")
    await you.tap("Ben", "Leave it as it is")
    await you.reads("Ben", "3 of 8")

    await table.next_check_in("Ben")
    await you.keep_picture("care-6-left-half-way")
    await you.tap("Ben", "5")
    await expect(you.phone("Ben").locator(".toast")).to_contain_text("That check-in has closed")
    await you.sees("Ben", "This check-in has closed. What you answered is kept: Mood 7 · tension 4.")
    await you.tap("Ben", "Start")
    await you.reads("Ben", "1 of 8")
    await table.answer("Ben")

    assert [] == you.complaints


async def test_a_question_of_the_group_is_shown_as_it_was_typed_and_can_be_answered_when_it_is_gone(
    table: Table,
) -> None:
    you = table.you
    await table.seat("Cem")
    await _question_made(table)
    await you.look_at("Cem")
    await you.type("Cem", "/checkin")
    for number in range(1, 8):
        await you.reads("Cem", f"{number} of 9")
        await you.tap("Cem", "Skip")
    await you.reads("Cem", WORDING, "8 of 9 · seen by you and your facilitator")
    for choice in CHOICES:
        await expect(you.newest("Cem").get_by_role("button", name=choice, exact=True)).to_be_visible()
    await you.keep_picture("care-7-own-question")

    await you.look_at("Dana")
    await you.tap("Dana", re.compile("^10 ✓ Are <b>you"))
    await you.tap("Dana", "Remove")
    await you.reads("Dana", f"Shall I stop asking “{WORDING}”?")
    await you.tap("Dana", "Yes, remove it")
    await expect(you.newest("Dana").get_by_role("button", name=re.compile("Are <b>you"))).to_have_count(0)

    await you.look_at("Cem")
    await you.tap("Cem", CHOICES[1])
    await you.reads("Cem", "9 of 9")
    await you.tap("Cem", "Nothing to add")
    await you.reads("Cem", "Done, thank you.", CHOICES[1])
    await table.next_check_in("Cem")
    await you.tap("Cem", "Start")
    await you.reads("Cem", "1 of 8")

    assert [] == you.complaints


async def _moved_to_dual_diagnosis(table: Table, name: str) -> None:
    you = table.you
    await you.look_at("Dana")
    await you.type("Dana", "/phase")
    await you.tap("Dana", re.compile(f"^{name} ·"))
    await you.tap("Dana", "Dual diagnosis")
    await you.reads("Dana", "Dual diagnosis")
    await you.tap("Dana", f"Do it, and tell {name}")
    await expect(
        you.newest("Dana").get_by_role("button", name=f"{name} · 1 Stabilising · Dual diagnosis")
    ).to_be_visible()
    await you.look_at(name)
    await you.reads(name, "Something changes in your check-ins.")
    await you.tap(name, "What changes?")
    await you.reads(name, "mental health", "If it doesn't feel right, tell Dana.")


async def _question_made(table: Table) -> None:
    you = table.you
    await you.look_at("Dana")
    await you.type("Dana", "/questions")
    await you.tap("Dana", "Add a question")
    await you.tap("Dana", "One of several")
    await you.reads("Dana", "How does it read?")
    await you.type("Dana", WORDING)
    await you.reads("Dana", WORDING, "Now type what can be chosen")
    await you.type("Dana", "\n".join(CHOICES))
    await you.reads("Dana", "This is what people see:", WORDING)
    await you.keep_picture("care-8-draft")
    await you.tap("Dana", "Keep it")
    await expect(
        you.newest("Dana").get_by_role("button", name=re.compile("^10 ✓ Are <b>you"))
    ).to_be_visible()
