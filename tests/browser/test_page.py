"""The page's own mechanics in a real browser, against the real sandbox with a bot that only repeats."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.clock import Clock
from bot.sandbox.script import ClockTo, Place, Say, Sees, Step
from bot.sandbox.server import Sandbox, start
from bot.sandbox.telegram import Person
from tests.browser.conftest import NARROW, open_page
from tests.browser.parrot import Parrot

pytestmark = pytest.mark.browser
TOKEN = "1:parrot"
MONDAY = datetime(2026, 11, 23, 0, 25, tzinfo=UTC)  # 08:25 in Shanghai


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    clock = Clock()
    clock.move_to(MONDAY)
    made = await start(
        clock=clock, bot_token=TOKEN, bot_name="Parrot",
        people=[
            Person(101, "bo", "柏远", role="客户经理", started=True),
            Person(102, "mei", "梅溪", role="客户经理", started=True),
            Person(103, "tang", "唐主任", role="部门主管", started=True),
        ],
        places=[
            Place("office", "营业部", "Office", 30.25, 120.17, "office"),
            Place("mill", "青禾面粉厂", "Qinghe Mill", 30.262, 120.18),
            Place("pier", "北岸码头", "North Pier", 30.244, 120.158),
        ],
        script=[
            Step("bo", "柏远说一句话。", "Bo says a sentence.", Say("good morning"), (Sees(("good morning",)),)),
            Step("mei", "梅溪说一句话。", "Mei says a sentence.", Say("morning all"), (Sees(("morning all",)),)),
            Step("tang", "时钟拨到 16:30。", "The clock moves to 16:30.", ClockTo("16:30")),
        ],
    )  # fmt: skip
    parrot = asyncio.create_task(Parrot(made.url, TOKEN).run())
    yield made
    parrot.cancel()
    with suppress(asyncio.CancelledError):
        await parrot
    await made.close()


async def test_text_is_shown_as_text_and_entities_as_entities(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.says("<img src=x onerror=alert(1)> & 好")
    answer = await bo.hears("you say")
    await expect(answer.locator("b")).to_have_text("<img src=x onerror=alert(1)> & 好")
    await expect(answer.locator("i")).to_have_text("you say")
    await expect(answer.locator("code")).to_have_text("x<y")
    assert await answer.locator("img").count() == 0
    await answer.get_by_role("button", name="/hello").click()
    await expect(bo.messages(own=True).last).to_contain_text("/hello")
    assert screen.complaints == []


async def test_buttons_spin_until_they_are_answered(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.says("buttons")
    await bo.hears("you say")
    toast = bo.seat.get_by_role("button", name="Toast")
    await toast.click()
    await expect(toast).to_have_attribute("aria-busy", "true")
    await expect(bo.seat.get_by_test_id("toast")).to_have_text("toast it is")
    await expect(toast).not_to_have_attribute("aria-busy", "true")
    await bo.taps("Alert")
    dialog = bo.seat.get_by_role("alertdialog")
    await expect(dialog).to_contain_text("alert it is")
    await dialog.get_by_role("button", name="好").click()
    await bo.taps("Edit")
    changed = await bo.hears("Changed")
    await expect(changed.locator(".edited")).to_have_text("已编辑 ")
    await expect(bo.seat.get_by_test_id("inline-keyboard")).to_have_count(0)
    assert screen.complaints == []


async def test_a_location_button_sends_where_the_phone_is(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.says("/start")
    await bo.presses("Check in")  # at the office the phone asks first
    await expect(bo.seat.get_by_test_id("here-name")).to_have_text("营业部")
    await bo.sends_location()
    await expect(bo.messages(own=True).last).to_contain_text("营业部 附近")
    await bo.presses("Check in")
    await bo.seat.locator('[data-place="pier"]').click()
    await expect(bo.messages(own=True).last).to_contain_text("北岸码头 附近")
    await bo.is_at("青禾面粉厂")
    await bo.presses("Check in")
    await expect(bo.seat.get_by_test_id("toast")).to_contain_text("青禾面粉厂")
    await expect(bo.messages(own=True).last).to_contain_text("青禾面粉厂 附近")
    assert screen.complaints == []


async def test_a_computer_cannot_send_its_location(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.says("/start")
    await bo.seat.get_by_test_id("phone-menu").click()
    await bo.seat.get_by_role("menuitem", name="用电脑客户端").click()
    await bo.presses("Check in")
    await expect(bo.seat.get_by_test_id("toast")).to_contain_text("改用手机")
    await bo.seat.get_by_test_id("phone-menu").click()
    await bo.seat.get_by_role("menuitem", name="用网页版").click()
    await bo.presses("Check in")
    await expect(bo.messages(own=True).last).to_contain_text("Check in")
    assert screen.complaints == []


async def test_a_live_location_walks_and_stops(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.attaches("位置")
    await bo.seat.get_by_role("tab", name="实时").click()
    await bo.seat.locator('[data-place="mill"]').click()
    await bo.seat.get_by_label("速度").select_option("40")
    await bo.seat.get_by_test_id("start-live").click()
    await expect(bo.seat.get_by_text("正在走动")).to_be_visible()
    share = bo.messages(own=True).last
    await expect(share).to_contain_text("实时位置到")  # until when, and when it last moved
    await expect(bo.seat.get_by_text("正在共享实时位置")).to_be_visible(timeout=15_000)
    await expect(share).to_contain_text("青禾面粉厂 附近")
    await bo.seat.get_by_test_id("stop-live").click()
    await expect(share).to_contain_text("已结束")
    moved = [entry for entry in sandbox.world.rooms[101].messages.values() if "location" in entry]
    assert abs(moved[-1]["location"]["latitude"] - 30.262) < 0.0003
    assert screen.complaints == []


async def test_somebody_elses_location_can_be_forwarded(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    mei, bo = screen.phone("mei"), screen.phone("bo")
    await mei.attaches("位置")
    await mei.seat.locator('[data-place="pier"]').click()
    await mei.seat.get_by_test_id("send-point").click()
    await mei.hears("location")
    await bo.attaches("转发别人的位置")
    await bo.seat.get_by_role("button", name="梅溪").click()
    await bo.hears("forwarded location")
    await expect(bo.messages(own=True).last).to_contain_text("转发自 梅溪")
    assert screen.complaints == []


async def test_reply_edit_block_and_unblock(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.says("first")
    await bo.hears("first")
    own = bo.messages(own=True).first
    await own.get_by_role("button", name="消息菜单").click(force=True)
    await bo.seat.get_by_role("menuitem", name="编辑").click()
    await bo.says("first, corrected")
    await expect(own).to_contain_text("first, corrected已编辑")
    await bo.messages(own=False).first.get_by_role("button", name="消息菜单").click(force=True)
    await bo.seat.get_by_role("menuitem", name="回复").click()
    await bo.says("second")
    await expect(bo.messages(own=True).last.locator(".quote")).to_contain_text("Parrot")
    await bo.seat.get_by_test_id("phone-menu").click()
    await bo.seat.get_by_role("menuitem", name="停用机器人").click()
    await bo.seat.get_by_test_id("unblock").click()
    await bo.says("back again")
    await bo.hears("back again")
    assert screen.complaints == []


async def test_voice_is_recorded_as_ogg_and_files_are_sent(browser: Browser, sandbox: Sandbox, tmp_path: Path) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    await bo.seat.get_by_test_id("record").click()
    await expect(bo.seat.locator(".recording-time")).to_have_text("0:01")
    await bo.seat.get_by_test_id("send-voice").click()
    await bo.hears("voice")
    voice = next(entry["voice"] for entry in sandbox.world.rooms[101].messages.values() if "voice" in entry)
    assert voice["mime_type"] == "audio/ogg"
    assert sandbox.world.contents[voice["file_unique_id"]].startswith(b"OggS")
    paper = tmp_path / "plan.txt"
    paper.write_text("plan")
    async with screen.page.expect_file_chooser() as chooser:
        await bo.attaches("文件")
    await (await chooser.value).set_files(paper)
    await bo.seat.get_by_label("说明文字").fill("the plan")
    await bo.seat.get_by_test_id("send-file").click()
    await expect(bo.messages(own=True).last).to_contain_text("plan.txt")
    assert screen.complaints == []


async def test_three_ready_made_voice_notes_can_be_sent(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    bo = screen.phone("bo")
    for sent, name in enumerate(("宏图玻璃", "星河照明", "远帆渔具"), 1):
        await bo.seat.get_by_test_id("attach").click()
        await screen.picture("voice-samples")
        await bo.seat.get_by_role("menuitem", name=name).click()
        await expect(bo.messages(own=False).filter(has_text="voice")).to_have_count(sent)
    voices = [entry["voice"] for entry in sandbox.world.rooms[101].messages.values() if "voice" in entry]
    assert [voice["mime_type"] for voice in voices] == ["audio/ogg"] * 3
    assert all(sandbox.world.contents[voice["file_unique_id"]].startswith(b"OggS") for voice in voices)
    assert voices[0]["duration"] > 5
    assert screen.complaints == []


async def test_the_clock_and_the_day_are_driven_from_the_bar(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url)
    page = screen.page
    clock = page.get_by_test_id("clock")
    await expect(clock).to_contain_text("08:2")
    await page.get_by_role("button", name="+5 分钟").click()
    await expect(clock).to_contain_text("08:3")
    await page.get_by_test_id("day-step").click()
    await screen.phone("bo").hears("good morning")
    await expect(page.get_by_test_id("day-caption")).to_contain_text("1/3")
    await page.get_by_test_id("day-start").click()
    await expect(clock).to_contain_text("16:30")
    await expect(page.get_by_test_id("day-caption")).to_contain_text("演完了")
    await page.get_by_role("button", name="明天 07:40").click()
    await expect(clock).to_contain_text("07:40")
    await page.get_by_label("指定时间").fill("2026-11-24T09:15")
    await page.get_by_role("button", name="拨到").click()
    await expect(clock).to_contain_text("09:15")
    await page.get_by_label("指定时间").fill("2026-11-23T09:15")
    await page.get_by_role("button", name="拨到").click()
    await expect(page.get_by_test_id("toast")).to_contain_text("只能往后拨")


async def test_phones_are_changed_added_and_remembered(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url, locale="en-GB", dark=True)
    page = screen.page
    await expect(page.get_by_test_id("seat")).to_have_count(3)
    await page.get_by_role("button", name="Put this phone away").first.click()
    await page.get_by_role("button", name="+ A stranger's phone").click()
    await page.get_by_label("Name", exact=True).fill("Passer-by")
    await page.get_by_role("button", name="Add", exact=True).click()
    guest = page.get_by_label("Passer-by's phone")
    await guest.get_by_test_id("start").click()
    await expect(guest.get_by_test_id("reply-keyboard")).to_contain_text("Say hello")
    await screen.picture("page-english-dark")
    await page.reload()
    await expect(page.get_by_test_id("seat")).to_have_count(3)
    await expect(page.get_by_label("Passer-by's phone")).to_be_visible()
    await page.get_by_role("button", name="中文").click()
    await expect(page.get_by_role("button", name="+30 分钟")).to_be_visible()
    assert screen.complaints == []


async def test_a_narrow_screen_shows_one_phone_at_a_time(browser: Browser, sandbox: Sandbox) -> None:
    screen = await open_page(browser, sandbox.url, size=NARROW)
    page = screen.page
    await page.get_by_role("tab", name="梅溪").click()
    await expect(page.get_by_role("tab", name="梅溪")).to_have_attribute("aria-selected", "true")
    await screen.phone("mei").says("narrow")
    await screen.phone("mei").hears("narrow")
    await page.get_by_role("button", name="拨时钟").click()
    await page.get_by_role("button", name="16:25").click()
    await expect(page.get_by_test_id("clock")).to_contain_text("16:25")
    wide = await page.evaluate("document.documentElement.scrollWidth")
    assert wide <= NARROW["width"]
    await screen.picture("page-narrow")
    assert screen.complaints == []
