"""A setback seen by a facilitator, and one that only the backup sees: on phones in a real browser, each person clumsy in their way."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.e2e.seats import Table, laid

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUARTER = dt.timedelta(minutes=15)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def table() -> AsyncIterator[Table]:
    async with laid() as table:
        await table.lead("Eve")
        yield table


@pytest.fixture(autouse=True)
def calm(table: Table) -> None:
    """Forget what the browser complained of in the test before."""
    table.you.complaints.clear()


async def test_a_strong_craving_is_seen_answered_and_closed(table: Table) -> None:
    you = table.you
    await table.seat("Ana")
    await table.next_check_in("Ana")
    await you.tap("Ana", "Start")
    await table.answer("Ana", craving="9")
    await you.reads("Ana", "Done, thank you")
    await you.keep_picture("alerts-1-after-a-craving")

    await you.look_at("Dana")
    await you.reads("Dana", "Ana: something needs your eyes.", "high")
    await expect(you.newest("Dana")).not_to_contain_text("raving")
    await you.keep_picture("alerts-2-card")
    await you.tap("Dana", "Show details")
    await you.reads("Dana", "Craving 9", "Rule: craving 8 or more")
    await you.keep_picture("alerts-3-details")
    await you.tap("Dana", "I've seen it")
    await you.look_at("Ana")
    await you.reads("Ana", "Dana has seen this")
    await you.keep_picture("alerts-4-seen")
    await you.look_at("Dana")
    await you.tap("Dana", "Resolve")
    await you.keep_picture("alerts-5-outcomes")
    await you.tap("Dana", "We talked")
    await you.reads("Dana", "We talked")
    await you.keep_picture("alerts-6-closed")
    await you.type("Dana", "/alerts")
    await you.keep_picture("alerts-7-none-left")

    assert [] == you.complaints


async def test_what_nobody_acknowledges_reaches_the_backup(table: Table) -> None:
    you = table.you
    await table.seat("Ben")
    await you.look_at("Eve")
    await you.type("Eve", "/cover")
    await you.tap("Eve", "I am a backup")
    await you.reads("Eve", "You are a backup")
    await you.look_at("Ben")
    await you.type("Ben", "/sos")
    await you.sees("Ben", "988")
    await you.reads("Ben", "I'm telling")
    await you.look_at("Dana")
    await you.reads("Dana", "Ben: something needs your eyes.", "urgent")
    await you.look_at("Eve")
    await expect(you.chat("Eve")).not_to_contain_text("Ben:")
    for _ in range(2):
        await table.ground.travel.forward(QUARTER + dt.timedelta(seconds=30))
    await you.look_at("Dana")
    await you.reads("Dana", "Again, not yet seen: Ben")
    await you.look_at("Eve")
    await you.reads("Eve", "Ben", "urgent")
    await you.keep_picture("alerts-8-backup")
    await you.tap("Eve", "Show details")
    await you.reads("Eve", "Asked for help now")
    await you.tap("Eve", "I've seen it")
    await you.look_at("Ben")
    await you.reads("Ben", "Eve has seen this")

    assert [] == you.complaints


async def test_hard_words_are_answered_and_unclear_ones_asked_about(table: Table) -> None:
    you = table.you
    await table.seat("Cem")
    await you.type("Cem", "i feel so hopeless, whats the point")
    await you.reads("Cem", "are you thinking of ending your life", "988")
    await you.keep_picture("alerts-9-asked")
    await you.tap("Cem", "No, not that")
    await you.reads("Cem", "Thank you for telling me.")
    await you.type("Cem", "everyone would be better off without me")
    await you.reads("Cem", "You can talk to a person right now:", "988", "I'm telling")
    await expect(you.newest("Cem").get_by_role("button", name="I need help now")).to_be_in_viewport()
    await you.keep_picture("alerts-10-heard")
    await you.type("Cem", "i took way too many pills")
    await you.reads("Cem", "If somebody took too much, please call 911 now.")
    await you.keep_picture("alerts-11-overdose")
    await you.look_at("Dana")
    await you.reads("Dana", "Cem: something needs your eyes.", "urgent")
    await you.tap("Dana", "Show details")
    await you.reads("Dana", "Wrote words that may mean danger to life")
    await expect(you.newest("Dana")).not_to_contain_text("without me")
    await you.keep_picture("alerts-12-words")

    assert [] == you.complaints


async def test_thresholds_are_tried_before_they_hold(table: Table) -> None:
    you = table.you
    await you.look_at("Dana")
    await you.type("Dana", "/thresholds")
    await you.reads("Dana", "what raises an alert", "craving 8 or more")
    await you.keep_picture("alerts-13-thresholds")
    await you.tap("Dana", "Craving")
    await you.tap("Dana", "6")
    await you.reads("Dana", "In the last 28 days this would have brought 1 alert")
    await you.keep_picture("alerts-14-tried")
    await you.tap("Dana", "Use this: 6")
    await you.reads("Dana", "craving 6 or more")
    await you.type("Dana", "/language")
    await you.tap("Dana", "Español")
    await you.type("Dana", "/thresholds")
    await you.reads("Dana", "ganas de consumir 6 o más")
    await you.keep_picture("alerts-15-umbrales")

    assert [] == you.complaints
