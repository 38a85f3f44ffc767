"""The page in a real browser: the loop is played on it as a visitor would, and what it looked like is kept."""

import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from sandbox.launcher import opened
from tests.e2e.visitor import NARROW, WIDE, Visitor, chromium, visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")

README_PICTURE = os.environ.get("TANDEM_SCREENSHOT")
"""Where the picture for the README goes; only `make screenshot` sets it."""


@pytest_asyncio.fixture(loop_scope="module")
async def fresh_url() -> AsyncIterator[str]:
    """Serve a prepared sandbox for one test alone."""
    async with opened() as (ground, _):
        yield ground.url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def url() -> AsyncIterator[str]:
    """Serve a prepared sandbox on which tests do little."""
    async with opened() as (ground, _):
        yield ground.url


@pytest_asyncio.fixture(loop_scope="module")
async def empty_url() -> AsyncIterator[str]:
    async with opened(is_empty=True) as (ground, _):
        yield ground.url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


async def test_the_loop_is_played_on_the_page(browser: Browser, fresh_url: str) -> None:
    you = await visitor(browser, fresh_url, WIDE)
    await you.keep_picture("page-1-beginning")
    await you.page.get_by_role("button", name="Send /pair for Dana").click()
    await you.tap("Dana", "Send these")
    await you.tap("Ana", "Yes")
    await you.tap("Ben", "Yes")
    await you.type("Ben", "/partner Thinking of you today")
    await you.sees("Ana", "Thinking of you today")
    await you.keep_picture("page-2-partners")

    await you.type("Ana", "/checkin")
    await you.sees("Ana", "How is your mood today?")
    await you.tap("Ana", "4")
    await you.sees("Ana", "How tense are you")
    await you.tap("Ana", "7")
    await you.sees("Ana", "Strongest craving")
    await you.keep_picture("page-3-check-in")
    await you.tap("Ana", "9")
    await you.sees("Dana", "something needs your eyes")
    await you.sees("Ana", "Any use")
    await _keep_for_readme(you)
    await you.tap("Dana", "Show details")
    await you.sees("Dana", "Craving 9")
    await you.tap("Dana", "I've seen it")
    await you.sees("Ana", "Dana has seen this")
    await expect(you.page.locator("#steps .done")).to_have_count(6)
    await you.keep_picture("page-4-seen")

    await you.page.get_by_role("button", name="Next check-in").click()
    await you.sees("Ben", "Time for your check-in.")
    await expect(you.phone("Ben").locator(".lock")).to_contain_text("Time for your check-in.")
    await you.type("Ana", "/progress")
    await expect(you.phone("Ana").locator("img.photo").last).to_be_visible()
    await expect(you.page.locator("#steps .done")).to_have_count(7)
    await you.keep_picture("page-5-time-has-passed")

    assert [] == you.complaints


async def test_links_open_on_whichever_phone_one_chooses(browser: Browser, empty_url: str) -> None:
    you = await visitor(browser, empty_url, WIDE)
    await you.keep_picture("page-6-empty")
    await you.phone("Dana").locator(".letter button").click()
    await you.tap("Dana", "Yes, that's me")
    await you.type("Dana", "Dana")
    await you.sees("Dana", "You lead “Tuesday evening”")
    await you.type("Dana", "/invite")
    await you.phone("Dana").get_by_role("log").get_by_role("link").last.click()
    await you.page.get_by_role("button", name="Open as Ana", exact=True).click()
    await you.sees("Ana", "not an emergency service")

    assert [] == you.complaints


async def test_one_more_person_can_be_added_and_blocks_the_bot(browser: Browser, empty_url: str) -> None:
    you = await visitor(browser, empty_url, WIDE)
    await you.page.get_by_role("button", name="Add a person").first.click()
    await you.page.get_by_label("Name").fill("Cem")
    await you.page.get_by_role("button", name="Add", exact=True).click()
    await you.phone("Cem").get_by_role("button", name="Start", exact=True).click()
    await you.sees("Cem", "This is a private bot")
    await you.phone("Cem").get_by_role("button", name="More for Cem").click()
    await you.phone("Cem").get_by_role("menuitem", name="Block Tandem").click()
    await expect(you.phone("Cem").get_by_role("button", name="Unblock", exact=True)).to_be_visible()

    assert [] == you.complaints


async def test_a_voice_note_an_edit_and_a_location_are_sent_on_the_page(
    browser: Browser, fresh_url: str
) -> None:
    you = await visitor(browser, fresh_url, WIDE)
    await you.type("Ana", "/note")
    await you.sees("Ana", "Write it or say it")
    await you.phone("Ana").get_by_role("button", name="Send a voice message").click()
    await you.sees("Ana", "voice note, 0:12")
    await expect(you.phone("Ana").get_by_role("img", name="Voice message, 0:12").last).to_be_visible()

    await you.type("Ana", "/note walked past the bar")
    # The voice note before it was kept with the same words: only the note's own say that this one has come, and can be edited.
    await expect(you.phone("Ana").locator("blockquote").last).to_have_text("walked past the bar")
    await you.phone("Ana").get_by_role("button", name="Edit", exact=True).last.focus()
    await you.keep_picture("page-9-messages")
    await you.page.keyboard.press("Enter")
    await expect(you.phone("Ana").get_by_text("Edit message")).to_be_visible()
    await you.type("Ana", "/note walked past the pub")
    await expect(you.phone("Ana").locator("blockquote").last).to_have_text("walked past the pub")
    await expect(you.phone("Ana").get_by_text("Edit message")).to_be_hidden()

    await you.phone("Ana").get_by_role("button", name="More for Ana").click()
    await you.phone("Ana").get_by_role("menuitem", name="Send a location").click()
    await you.page.get_by_label("Where is this phone?").select_option("Kathmandu")
    await you.page.get_by_role("button", name="Send", exact=True).last.click()
    await expect(you.phone("Ana").locator(".odd").last).to_contain_text("Place")

    assert [] == you.complaints


async def test_the_bot_comes_back_after_its_power_is_cut(browser: Browser, empty_url: str) -> None:
    you = await visitor(browser, empty_url, WIDE)
    await you.page.get_by_role("button", name="Cut the power of the bot").click()
    await expect(you.page.locator("#bot")).to_contain_text("starting")
    await expect(you.page.locator("#bot")).to_contain_text("running")


async def test_on_a_small_screen_there_is_one_phone_at_a_time(browser: Browser, url: str) -> None:
    you = await visitor(browser, url, NARROW)
    await expect(you.phone("Dana")).to_be_visible()
    await expect(you.page.locator(".phone:visible")).to_have_count(1)
    await you.page.get_by_role("tab", name="Ana", exact=True).click()
    await expect(you.phone("Ana")).to_be_visible()
    await you.type("Ana", "/checkin")
    await you.tap("Ana", "6")
    await you.sees("Ana", "How tense are you")
    await you.keep_picture("page-7-small")
    is_wider = await you.page.evaluate("document.documentElement.scrollWidth > innerWidth")

    assert not is_wider
    assert [] == you.complaints


async def test_the_page_has_a_dark_side(browser: Browser, url: str) -> None:
    you = await visitor(browser, url, WIDE, "dark")
    await you.keep_picture("page-8-dark")
    paper = await you.page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    )

    assert paper == "#151b1b"


async def test_everything_can_be_done_from_the_keyboard(browser: Browser, url: str) -> None:
    you = await visitor(browser, url, WIDE)
    await you.phone("Ben").get_by_role("button", name="Commands").press("Enter")
    await you.page.keyboard.press("ArrowDown")
    await you.page.keyboard.press("Escape")
    await you.type("Ben", "/checkin")
    await you.sees("Ben", "How is your mood today?")
    await you.phone("Ben").locator(".keys").get_by_role("button", name="7", exact=True).last.press("Enter")
    await you.sees("Ben", "How tense are you")
    focused = await you.page.evaluate("document.activeElement.closest('.message') !== null")

    assert focused


async def _keep_for_readme(you: Visitor) -> None:
    await you.keep_picture("page-for-readme")
    if README_PICTURE:
        await you.page.screenshot(path=README_PICTURE)
