"""One field day by clicks: the demo as a newcomer gets it, in a real Chromium. A04–A07, A10, A13."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Browser, expect

from tests.browser.conftest import OnScreen, Screen, open_page

pytestmark = pytest.mark.browser
ZHANG, LI, WANG = "1004", "1005", "1003"  # two relationship managers and the head of their team


@dataclass
class Demo:
    """`waiqin demo` running in a process of its own."""

    url: str
    process: asyncio.subprocess.Process


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Demo]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--port", "0", "--data-dir", str(tmp_path / "demo"),
        stdout=asyncio.subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    async with asyncio.timeout(60):
        line = (await process.stdout.readline()).decode()
    found = re.match(r"Waiqin demo: (http://127\.0\.0\.1:\d+)$", line.strip())
    assert found, f"not the line that scripts wait for: {line!r}"
    async with aiohttp.ClientSession() as http, http.get(f"{found[1]}/healthz") as health:
        assert health.status == 200
    yield Demo(found[1], process)
    if process.returncode is None:
        process.terminate()
        async with asyncio.timeout(12):
            await process.wait()


@pytest.fixture
async def screen(browser: Browser, demo: Demo) -> AsyncIterator[Screen]:
    opened = await open_page(browser, demo.url)
    yield opened
    assert opened.complaints == []


async def test_a_newcomer_comes_in_by_invitation(screen: Screen) -> None:
    """S-03: the link, the language, the confidentiality notice, and then the keyboard."""
    page = screen.page
    await page.get_by_label("谁的手机").first.select_option(label="孙婷 · 客户经理")
    sun = screen.phone("1008")
    await sun.seat.get_by_test_id("start").click()
    await sun.hears("登记成功")
    await sun.taps("简体中文")
    await sun.hears("保密须知")
    await sun.taps("我已阅读并遵守")
    await expect(sun.seat.get_by_test_id("reply-keyboard")).to_contain_text("签到")
    await screen.picture("newcomer")


async def test_a_stranger_learns_only_how_to_come_in(screen: Screen) -> None:
    """C02: no keyboard, no commands beyond the first, no names."""
    page = screen.page
    await page.get_by_role("button", name="陌生人的手机").click()
    await page.get_by_role("button", name="添加", exact=True).click()
    guest = OnScreen(page.get_by_label("路人甲的手机"))
    await guest.seat.get_by_test_id("start").click()
    await guest.hears("您还没有登记")
    await guest.says("今天谁外出了？")
    await expect(guest.messages(own=False)).to_have_count(2)
    await expect(guest.messages(own=False).last).to_contain_text("您还没有登记")
    await expect(guest.seat.get_by_test_id("reply-keyboard")).to_be_hidden()


async def test_the_demo_ends_cleanly_when_told_to(demo: Demo) -> None:
    demo.process.terminate()
    async with asyncio.timeout(12):
        assert await demo.process.wait() == 0
