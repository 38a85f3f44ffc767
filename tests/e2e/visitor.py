"""Somebody at the page in a real browser: clicks what is visible, reads what the phones show. It never looks behind them."""

import contextlib
import pathlib
import re
from collections.abc import AsyncIterator
from typing import Literal

from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
    expect,
)

ARTIFACTS = pathlib.Path(__file__).parents[1] / ".artifacts"
WIDE: ViewportSize = {"width": 1400, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
"""A desk, and a phone that shows one of the phones at a time."""
_CHROMIUM = "/usr/bin/chromium"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


class Visitor:
    """Somebody at the page; `complaints` is what the browser wrote into its console, `taps` counts those on bot buttons."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.taps = 0
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def phone(self, name: str) -> Locator:
        return self.page.get_by_role("region", name=f"Phone of {name}")

    def chat(self, name: str) -> Locator:
        return self.phone(name).get_by_role("log")

    def newest(self, name: str) -> Locator:
        """Return the last message from the bot."""
        return self.chat(name).locator(".message:not(.mine)").last

    async def look_at(self, name: str) -> None:
        """Bring somebody's phone to the front, where there is one phone at a time."""
        await self.page.get_by_role("tab", name=re.compile(f"^{name}\\d*$")).click()

    async def tap(self, name: str, label: str | re.Pattern[str]) -> None:
        await self.phone(name).locator(".keys").get_by_role("button", name=label, exact=True).last.click()
        self.taps += 1

    async def type(self, name: str, text: str) -> None:
        await self.phone(name).get_by_role("textbox").fill(text)
        await self.phone(name).get_by_role("textbox").press("Enter")

    async def sees(self, name: str, text: str) -> None:
        await expect(self.chat(name).get_by_text(text).last).to_be_visible()

    async def reads(self, name: str, *texts: str) -> None:
        """Wait until the newest message says all of this."""
        for text in texts:
            await expect(self.newest(name)).to_contain_text(text)

    async def pass_time(self, button: str) -> None:
        """Let time pass by a button of the bar, and wait until it has passed."""
        async with self.page.expect_response("**/act"):
            await self.page.get_by_role("button", name=button).click()

    async def keep_picture(self, name: str) -> None:
        await self.page.screenshot(path=ARTIFACTS / f"{name}.png")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run a browser without a window."""
    ARTIFACTS.mkdir(exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield browser
        await browser.close()


async def visitor(
    browser: Browser, url: str, size: ViewportSize, scheme: Literal["light", "dark"] = "light"
) -> Visitor:
    """Open the page and wait until it can be played on."""
    page = await browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    visitor = Visitor(page)
    await page.goto(url)
    await expect(page.locator("#curtain")).to_have_class("curtain open")
    return visitor
