"""The phones over HTTP and WebSocket, as the page uses them, and the scripted day."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import StillClock
from bot.sandbox.rejected import Unable
from bot.sandbox.script import ClockTo, Live, Place, Point, Press, Say, Sees, Start, Step, Tap, Walk, next_time
from bot.sandbox.server import Sandbox, start
from tests.sandbox.conftest import TOKEN, people

PLACE = Place("dingsheng", "鼎盛纺织", "Dingsheng Textile", 31.2304, 121.4737)


class Page:
    """A page on one sandbox: one session, one socket."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session, self.url = session, url

    async def get(self, path: str) -> Any:
        async with self.session.get(self.url + path) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def post(self, path: str, status: int = 200, **body: Any) -> Any:
        async with self.session.post(self.url + path, json=body) as response:
            assert response.status == status, await response.text()
            return await response.json()


@pytest.fixture
async def page(sandbox: Sandbox) -> AsyncIterator[Page]:
    async with aiohttp.ClientSession() as session:
        yield Page(session, sandbox.url)


async def heard(socket: aiohttp.ClientWebSocketResponse, event: str) -> Any:
    async with asyncio.timeout(3):
        while True:
            frame = await socket.receive_json()
            if frame["event"] == event:
                return frame


async def test_the_world_and_a_chat(sandbox: Sandbox, bot: Bot, page: Page) -> None:
    await bot.send_message(101, "<b>早上好</b>", parse_mode="HTML")
    world = await page.get("/api/world")
    assert [(one["person"], one["key"], one["chats"][0]["unread"]) for one in world["people"]] == [
        (101, "lin", 1),
        (102, "chen", 0),
    ]
    assert world["clock"]["now"] == "2026-08-03T01:00:00+00:00"
    sandbox.phone("lin").say("早")
    chat = await page.get("/api/phones/101/chats/101")
    assert [(one["out"], one["html"]) for one in chat["bubbles"]] == [(False, "<b>早上好</b>"), (True, "早")]
    older = await page.get("/api/phones/101/chats/101?before=2&limit=1")
    assert [one["message"]["message_id"] for one in older["bubbles"]] == [1]


async def test_events_reach_the_phone_that_should_see_them(sandbox: Sandbox, bot: Bot, page: Page) -> None:
    since = (await page.get("/api/world"))["seq"]
    async with page.session.ws_connect(f"{page.url}/api/events?since={since}") as socket:
        buttons = {"inline_keyboard": [[{"text": "好", "callback_data": "a"}], [{"text": "网", "url": "https://a.cn"}]]}
        async with page.session.post(
            f"{sandbox.url}/bot{TOKEN}/sendMessage", json={"chat_id": 101, "text": "选", "reply_markup": buttons}
        ):
            pass
        message = await heard(socket, "message")
        assert (message["person"], message["chat"], message["bubble"]["html"]) == (101, 101, "选")
        assert (await heard(socket, "unread"))["unread"] == 1
        message_id = message["bubble"]["message"]["message_id"]
        assert (await page.post("/api/phones/101/tap", message_id=message_id, row=1, column=0))[
            "opens"
        ] == "https://a.cn"
        tapped = await page.post("/api/phones/101/tap", message_id=message_id, row=0, column=0)
        await bot.answer_callback_query(tapped["query"], "收到")
        answer = await heard(socket, "answer")
        assert (answer["query"], answer["text"], answer["alert"]) == (tapped["query"], "收到", False)
        await bot.edit_message_text("选好了", chat_id=101, message_id=message_id)
        assert (await heard(socket, "edited"))["bubble"]["html"] == "选好了"
        await bot.delete_message(101, message_id)
        assert (await heard(socket, "deleted"))["message_ids"] == [message_id]
        await page.post("/api/phones/101/read")
        assert (await heard(socket, "unread"))["unread"] == 0
        await bot.send_chat_action(101, "typing")
        assert (await heard(socket, "action"))["action"] == "typing"
    async with page.session.ws_connect(f"{page.url}/api/events?since={since}") as socket:
        assert (await heard(socket, "message"))["bubble"]["html"] == "选"
    async with page.session.ws_connect(f"{page.url}/api/events?since=999999") as socket:
        assert (await socket.receive_json())["event"] == "reload"


async def test_every_verb(sandbox: Sandbox, bot: Bot, page: Page) -> None:
    lin = "/api/phones/101"
    here: dict[str, Any] = {"latitude": 31.2, "longitude": 121.4}
    await page.post(f"{lin}/start", token="abc")
    said = await page.post(f"{lin}/say", text="你好", manner={"offline": True, "sent_at": "2026-08-03T00:00:00+00:00"})
    await page.post(f"{lin}/edit", message_id=said["message_id"], text="您好")
    await page.post(f"{lin}/location", **here, horizontal_accuracy=9, manner={"reply_to": said["message_id"]})
    share = (await page.post(f"{lin}/live", **here, live_period=600))["message_id"]
    assert (await page.post(f"{lin}/move", message_id=share, latitude=31.21, longitude=121.4))["changed"] is True
    await page.post(f"{lin}/stop", message_id=share)
    await page.post(f"{lin}/venue", **here, title="鼎盛", address="东路")
    await page.post(f"{lin}/contact", phone_number="+8613900000000", first_name="王")
    form = aiohttp.FormData({"kind": "voice", "duration": "3", "manner": '{"via_bot": "gif"}'})
    form.add_field("file", b"OggS-voice", filename="blob", content_type="audio/ogg")
    async with page.session.post(f"{page.url}{lin}/media", data=form) as response:
        voice = (await response.json())["message_id"]
    await page.post(f"{lin}/forward", from_chat=101, message_id=said["message_id"])
    await page.post(f"{lin}/device", device="web")
    await page.post(f"{lin}/block")
    assert (await page.post(f"{lin}/say", status=400, text="x"))["error"] == "blocked"
    await page.post(f"{lin}/unblock")
    await page.post(f"{lin}/delete", message_ids=[voice])
    kinds = [next(iter(one.model_dump(exclude_none=True).keys() - {"update_id"})) for one in await bot.get_updates()]
    assert kinds == [
        "message", "message", "edited_message", "message", "message", "edited_message", "edited_message", "message",
        "message", "message", "message", "my_chat_member", "my_chat_member",
    ]  # fmt: skip


async def test_voices_can_be_played_and_pages_are_not_html(sandbox: Sandbox, page: Page) -> None:
    sandbox.phone("lin").send_media("voice", b"OggS", duration=1)
    sandbox.phone("lin").send_media("document", b"<script>", mime_type="text/html", file_name="a.html")
    voice, document = (await page.get("/api/phones/101/chats/101"))["bubbles"]
    async with page.session.get(page.url + voice["file"]) as response:
        assert (await response.read(), response.content_type) == (b"OggS", "audio/ogg")
    async with page.session.get(page.url + document["file"]) as response:
        assert response.content_type == "application/octet-stream"


async def test_keyboards_and_menus(sandbox: Sandbox, bot: Bot, page: Page) -> None:
    since = (await page.get("/api/world"))["seq"]
    keys = {"keyboard": [["外出", {"text": "📍", "request_location": True}]], "is_persistent": True}
    async with page.session.ws_connect(f"{page.url}/api/events?since={since}") as socket:
        async with page.session.post(
            f"{sandbox.url}/bot{TOKEN}/sendMessage", json={"chat_id": 101, "text": "菜单", "reply_markup": keys}
        ):
            pass
        shown = (await heard(socket, "keyboard"))["keyboard"]
        assert shown["rows"] == [[{"text": "外出", "kind": "text"}, {"text": "📍", "kind": "location"}]]
        assert shown["persistent"]
        scope = {"type": "chat", "chat_id": 101}
        commands = [{"command": "out", "description": "外出"}]
        async with page.session.post(
            f"{sandbox.url}/bot{TOKEN}/setMyCommands", json={"commands": commands, "scope": scope}
        ):
            pass
        assert (await heard(socket, "commands"))["commands"] == commands
    assert (await page.post("/api/phones/101/press", status=400, row=0, column=1))["error"] == "needs_location"
    await page.post("/api/phones/101/press", row=0, column=1, location={"latitude": 31.2, "longitude": 121.4})
    await page.post("/api/phones/101/press", text="外出")
    place, text = await bot.get_updates()
    assert place.message
    assert place.message.location
    assert text.message
    assert text.message.text == "外出"


async def test_strangers_and_foreign_pages(sandbox: Sandbox, page: Page) -> None:
    added = await page.post("/api/people", name="陌生人", language="en")
    assert (added["person"]["started"], added["person"]["chats"][0]["unread"]) == (False, 0)
    assert (await page.post("/api/phones/5/say", status=404, text="x"))["error"] == "no_person"
    assert (await page.post("/api/phones/101/dance", status=404))["error"] == "no_deed"
    assert (await page.post("/api/phones/101/say", status=400))["error"] == "request"
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        async with page.session.get(f"{page.url}/api/world", headers=headers) as response:
            assert response.status == 403
    async with page.session.get(f"{page.url}/page/../phones.py") as response:
        assert response.status == 404
    async with page.session.get(f"{page.url}/page/%2e%2e/phones.py") as response:
        assert response.status == 404
    async with page.session.get(f"{page.url}/healthz") as response:
        assert await response.text() == "ok"


async def test_the_clock_goes_forward_only(sandbox: Sandbox, page: Page, clock: StillClock) -> None:
    assert (await page.post("/api/clock", to="16:25"))["now"] == "2026-08-03T08:25:00+00:00"
    assert (await page.post("/api/clock", to="tomorrow 07:40"))["now"] == "2026-08-03T23:40:00+00:00"
    assert (await page.post("/api/clock", advance=60))["now"] == "2026-08-03T23:41:00+00:00"
    assert (await page.post("/api/clock", status=400, advance=-60))["error"] == "clock_back"
    assert (await page.post("/api/clock", status=400, to="后天"))["error"] == "clock"
    assert clock.now() == datetime(2026, 8, 3, 23, 41, tzinfo=UTC)


def test_moments_that_phrases_mean() -> None:
    now = datetime(2026, 8, 3, 8, 25, tzinfo=UTC)  # 16:25 in Shanghai
    assert next_time("16:25", now, "Asia/Shanghai") == datetime(2026, 8, 4, 8, 25, tzinfo=UTC)
    assert next_time("today 7:40", now, "Asia/Shanghai") == datetime(2026, 8, 2, 23, 40, tzinfo=UTC)
    assert next_time("2026-08-05T09:00", now, "Asia/Shanghai") == datetime(2026, 8, 5, 1, 0, tzinfo=UTC)
    friday = datetime(2026, 8, 7, 8, 25, tzinfo=UTC)
    assert next_time("workday 08:30", friday, "Asia/Shanghai") == datetime(2026, 8, 10, 0, 30, tzinfo=UTC)
    with pytest.raises(Unable):
        next_time("25:00", now, "Asia/Shanghai")


SCRIPT = (
    Step("lin", "启动", "Start", Start(), (Sees(("欢迎",)),)),
    Step("lin", "按键", "Press", Press(("Out", "外出")), (Sees(button="out.to"),)),
    Step("lin", "点按", "Tap", Tap("out.to"), (Sees(("好",)), Sees(("林晓外出",), by="chen"))),
    Step("lin", "实时位置", "Live", Live("dingsheng"), (Sees(("收到",)),)),
    Step("lin", "走动", "Walk", Walk("dingsheng", accuracy=20.0)),
    Step("lin", "转发", "Forward", Point("dingsheng", forwarded="王"), (Sees(("收到",)),)),
    Step("lin", "时间", "Time", ClockTo("16:25")),
    Step("lin", "说话", "Say", Say("回来了"), (Sees(("收到",)),)),
)


async def parrot(bot: Bot) -> None:
    """A bot that answers as the script expects."""
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=5):
            offset = update.update_id + 1
            if update.callback_query:
                await bot.answer_callback_query(update.callback_query.id, "好")
                await bot.send_message(102, "林晓外出")
            elif update.message and update.message.text and update.message.text.startswith("/start"):
                await bot.send_message(101, "欢迎", reply_markup={"keyboard": [[{"text": "外出"}]]})  # type: ignore[arg-type]
            elif update.message and update.message.text == "外出":
                buttons = {"inline_keyboard": [[{"text": "去", "callback_data": "out.to:1"}]]}
                await bot.send_message(101, "去哪", reply_markup=buttons)  # type: ignore[arg-type]
            elif update.message:
                await bot.send_message(101, "收到")


async def test_the_scripted_day(clock: StillClock) -> None:
    sandbox = await start(clock=clock, bot_token=TOKEN, people=people(), places=[PLACE], script=SCRIPT)
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    bot = Bot(TOKEN, session=session)
    async with asyncio.TaskGroup() as group, aiohttp.ClientSession() as client:
        speaking = group.create_task(parrot(bot))
        page = Page(client, sandbox.url)
        script = await page.post("/api/script", do="step")
        assert (script["state"], script["at"]) == ("paused", 1)
        assert [step["state"] for step in script["steps"][:2]] == ["done", "waiting"]
        await page.post("/api/script", do="start", pace=0)
        async with asyncio.timeout(10):
            while (script := await page.get("/api/script"))["state"] == "running":  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        assert (script["state"], script["at"], script["steps"][-1]["problem"]) == ("done", len(SCRIPT), None)
        assert clock.now() == datetime(2026, 8, 3, 8, 25, tzinfo=UTC)
        speaking.cancel()
        assert (await page.post("/api/script", do="reset"))["at"] == 0
        sandbox.phones.play.patience = 0.1
        script = await page.post("/api/script", do="step")
        assert script["state"] == "failed"
        assert "in time" in script["steps"][0]["problem"]
    await session.close()
    await sandbox.close()
