"""A real Chromium for the page of the demo. Without one these tests skip, or fail where one is required."""

import os
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

REQUIRED = "WAIQIN_REQUIRE_BROWSER"
PICTURES = Path(__file__).parents[2] / ".screenshots"
_PLACES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
]  # fmt: skip
WIDE: ViewportSize = {"width": 1440, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}

expect.set_options(timeout=20_000)  # milliseconds; what is waited for is not the machine's pace


def find_chromium() -> str | None:
    """The Chromium of this machine: $WAIQIN_CHROMIUM, or the first one on the path."""
    named = os.environ.get("WAIQIN_CHROMIUM")
    found = [named] if named else [shutil.which(name) for name in _PLACES]
    return next((path for path in found if path and Path(path).exists()), None)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    chromium = find_chromium()
    if chromium is None:
        reason = "no Chromium on this machine: install Debian's `chromium`, or name one in WAIQIN_CHROMIUM"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(f"{reason} ({REQUIRED}=1 asks for it)")
        pytest.skip(reason)
    async with async_playwright() as play:
        opened = await play.chromium.launch(executable_path=chromium, args=_SWITCHES)
        yield opened
        await opened.close()


class Screen:
    """The demo's page in a browser. What the page complains about in its console is an error of the test."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)

    async def picture(self, name: str) -> None:
        """Keep what the page looks like in the git-ignored folder."""
        PICTURES.mkdir(exist_ok=True)
        await self.page.screenshot(path=PICTURES / f"{name}.png")

    def phone(self, key: str) -> "OnScreen":
        """The phone of the person with this key."""
        return OnScreen(self.page.locator(f'[data-testid="seat"][data-key="{key}"]'))


class OnScreen:
    """One phone on the page: what a finger can do to it (each act is one touch) and what it shows."""

    def __init__(self, seat: Locator) -> None:
        self.seat = seat

    async def says(self, text: str) -> None:
        await self.seat.get_by_test_id("message-input").fill(text)
        await self.seat.get_by_test_id("send").click()

    async def presses(self, caption: str) -> None:
        """A key of the bot's keyboard whose caption holds these words."""
        await self.seat.get_by_test_id("reply-keyboard").get_by_role("button", name=caption).click()

    async def taps(self, caption: str | re.Pattern[str]) -> None:
        """The newest button under a message with this caption."""
        await self.seat.get_by_test_id("inline-keyboard").get_by_role("button", name=caption).last.click()

    async def is_at(self, place: str) -> None:
        """Carry the phone to the first place with these words in its name; nothing is sent."""
        await self.seat.locator(".seat-place").click()
        await self.seat.locator("[data-place]").filter(has_text=place).first.click()

    async def sends_location(self) -> None:
        """Yes to the question that a location button asks."""
        await self.seat.get_by_test_id("send-location").click()

    async def attaches(self, what: str) -> None:
        await self.seat.get_by_test_id("attach").click()
        await self.seat.get_by_role("menuitem", name=what, exact=True).click()

    def messages(self, *, own: bool | None = None) -> Locator:
        which = "" if own is None else f'[data-out="{"true" if own else "false"}"]'
        return self.seat.locator(f'[data-testid="message"]{which}')

    async def hears(self, words: str | re.Pattern[str], timeout: float = 30_000) -> Locator:
        """Waits for a message of the bot that holds these words; answers the newest of them."""
        found = self.messages(own=False).filter(has_text=words).last
        await found.wait_for(timeout=timeout)
        return found


async def open_page(
    browser: Browser, url: str, *, size: ViewportSize = WIDE, locale: str = "zh-CN", dark: bool = False
) -> Screen:
    """The demo's page, opened as a newcomer would see it."""
    context = await browser.new_context(
        viewport=size, locale=locale, color_scheme="dark" if dark else "light", reduced_motion="reduce",
        permissions=["microphone"], has_touch=size == NARROW,
    )  # fmt: skip
    context.set_default_timeout(30_000)  # a machine may have other work
    screen = Screen(await context.new_page())
    await screen.page.goto(url)
    await screen.page.get_by_test_id("phone").first.wait_for()
    return screen
