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
    async with asyncio.timeout(120):
        line = (await process.stdout.readline()).decode()
    found = re.match(r"Waiqin demo: (http://127\.0\.0\.1:\d+)$", line.strip())
    assert found, f"not the line that scripts wait for: {line!r}"
    async with aiohttp.ClientSession() as http, http.get(f"{found[1]}/healthz") as health:
        assert health.status == 200
    yield Demo(found[1], process)
    if process.returncode is None:
        process.terminate()
        async with asyncio.timeout(30):
            await process.wait()


@pytest.fixture
async def screen(browser: Browser, demo: Demo) -> AsyncIterator[Screen]:
    opened = await open_page(browser, demo.url)
    yield opened
    assert opened.complaints == []


async def test_one_field_day(screen: Screen) -> None:
    """A04–A07, A10, A13: declared in one sentence, checked in with two touches, chased at 16:30 and listed at 17:00."""
    page, zhang, li, wang = screen.page, screen.phone(ZHANG), screen.phone(LI), screen.phone(WANG)
    await screen.picture("1-morning")

    await zhang.says("去越溪包装谈续贷，四点半回")
    card = await zhang.hears("外出登记")
    await expect(card).to_contain_text("越溪包装 C006：谈续贷")
    await expect(card).to_contain_text("返回：16:30")
    await zhang.taps("确认外出")
    heard = await wang.hears("张敏 外出")
    await expect(heard).to_contain_text("越溪包装")
    await expect(zhang.seat.get_by_role("button", name="确认外出")).to_have_count(0)
    await screen.picture("2-declared")

    await zhang.is_at("越溪包装")
    await zhang.presses("签到")
    await zhang.hears("下一站：越溪包装")
    await zhang.presses("发送位置")
    arrived = await zhang.hears(re.compile(r"0[89]:\d\d 签到"))
    await expect(arrived).to_contain_text("在客户地址附近")
    await screen.picture("3-checked-in")

    await li.says("去东浦黄酒坊看仓库，五点回")
    await li.hears("外出登记")
    await li.taps("确认外出")
    await li.presses("签到")
    await li.hears("下一站：东浦黄酒坊")
    await li.attaches("转发别人的位置")
    await li.seat.get_by_role("button", name="张敏").first.click()
    marked = await li.hears("是转发来的位置")
    await expect(marked).to_contain_text("存疑")
    await screen.picture("4-forwarded")

    await page.get_by_role("button", name="16:25").click()
    await page.get_by_role("button", name="+5 分钟").click()
    await zhang.hears("17:00 前要回到部门")
    await li.hears("17:00 前要回到部门")
    await expect(wang.messages(own=False).filter(has_text="还没回来")).to_have_count(0)
    await li.taps(re.compile("延到 17:30：路上堵车"))
    await li.hears("已延到 17:30")
    await screen.picture("5-reminded")
    await page.get_by_role("button", name="17:00").click()
    late = await wang.hears("还没回来的人")
    await expect(late).to_contain_text(re.compile("张敏.*应 17:00 回"))
    await expect(late).to_contain_text(re.compile("李强.*已延到 17:30：路上堵车"))
    await expect(wang.messages(own=False).filter(has_text="还没回来的人")).to_have_count(1)
    await screen.picture("6-five-o-clock")

    await zhang.presses("离开客户")
    await zhang.hears("已离开 越溪包装")
    await zhang.presses("走访记录")
    await zhang.hears("请用一条消息写下")
    await zhang.says("见了财务部科长周倩；目的是谈流动资金续贷；结果：同意按原额度续，利率待定")
    asked = await zhang.hears("下一步做什么")  # only what is missing
    await expect(asked).to_contain_text("财务部科长周倩")  # what is understood stands above the question
    await expect(asked).not_to_contain_text("见了谁")
    await zhang.says("下周二带测算表再去一趟")
    record = await zhang.hears("测算表")
    for words in ("财务部科长周倩", "谈流动资金续贷", "同意按原额度续", "下周二带测算表再去一趟"):
        await expect(record).to_contain_text(words)
    await screen.picture("7-record")
    await zhang.taps("保存")
    await zhang.hears("已提交")
    await zhang.presses("返回")
    await zhang.hears("没有欠交的走访记录")
    await wang.presses("团队")
    board = await wang.hears("公司一组")
    await expect(board).to_contain_text(re.compile("李强.*东浦黄酒坊"))
    await screen.picture("8-evening")


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


async def test_the_day_plays_by_itself(screen: Screen) -> None:
    """A newcomer watches; every step does what its caption says, or the bar says which one did not."""
    page = screen.page
    await page.get_by_role("combobox", name="速度").select_option("4")
    await page.get_by_test_id("day-start").click()
    caption = page.get_by_test_id("day-caption")
    await expect(caption).to_contain_text("演完了", timeout=240_000)
    await expect(page.locator(".day-failed")).to_have_count(0)
    await screen.picture("9-played")


async def test_the_demo_ends_cleanly_when_told_to(demo: Demo) -> None:
    demo.process.terminate()
    async with asyncio.timeout(30):
        assert await demo.process.wait() == 0
