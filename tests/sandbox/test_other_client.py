"""The same server spoken to by python-telegram-bot, by forms, by addresses: one protocol, several dialects."""

import aiohttp
import telegram
from telegram.request import HTTPXRequest

from bot.sandbox.phone import Manner
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN


async def test_python_telegram_bot_feels_at_home(sandbox: Sandbox) -> None:
    request = HTTPXRequest(httpx_kwargs={"trust_env": False})
    bot = telegram.Bot(TOKEN, base_url=f"{sandbox.url}/bot", base_file_url=f"{sandbox.url}/file/bot", request=request)
    async with bot:
        assert bot.username == "waiqin_bot"
        buttons = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("好", callback_data="ok")]])
        sent = await bot.send_message(101, "<b>你好</b>", parse_mode="HTML", reply_markup=buttons)
        assert sent.entities[0].type == "bold"
        edited = await bot.edit_message_text("再见", chat_id=101, message_id=sent.message_id)
        assert isinstance(edited, telegram.Message)
        assert edited.reply_markup is None
        document = await bot.send_document(101, b"a,b\n", filename="a.csv")
        assert document.document
        assert await (await document.document.get_file()).download_as_bytearray() == b"a,b\n"
        sandbox.phone("lin").send_location(31.2, 121.4, 12.0, manner=Manner(reply_to=sent.message_id))
        (update,) = await bot.get_updates()
        assert update.message
        assert update.message.location
        assert update.message.location.horizontal_accuracy == 12.0
        assert await bot.set_my_commands([("out", "外出")], telegram.BotCommandScopeChat(101), language_code="zh")
        assert [one.command for one in await bot.get_my_commands(telegram.BotCommandScopeChat(101), "zh")] == ["out"]
        assert (await bot.get_chat(101)).first_name == "林晓"
        assert await bot.set_my_description("外勤助手")
        assert (await bot.get_my_description("en")).description == "外勤助手"
    assert sandbox.drift == []


async def test_forms_and_addresses(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        address = f"{sandbox.url}/bot{TOKEN}"
        async with session.get(f"{address}/sendMessage", params={"chat_id": "101", "text": "甲"}) as response:
            assert (await response.json())["result"]["text"] == "甲"
        form = {"chat_id": "101", "text": "乙", "reply_markup": '{"force_reply": true}', "disable_notification": "true"}
        async with session.post(f"{address}/SENDMESSAGE", data=form) as response:
            assert (await response.json())["result"]["text"] == "乙"
        assert sandbox.phone("lin").room.force_reply == 2
        attached = aiohttp.FormData({"chat_id": "101", "photo": "attach://p", "caption": "丙"})
        header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (40).to_bytes(4) + (30).to_bytes(4)
        attached.add_field("p", header, filename="p.png", content_type="image/png")
        async with session.post(f"{address}/sendPhoto", data=attached) as response:
            photo = (await response.json())["result"]["photo"]
            assert (photo[0]["width"], photo[0]["height"]) == (40, 30)
        async with session.post(
            f"{address}/sendMessage", data=b"{", headers={"Content-Type": "application/json"}
        ) as bad:
            assert bad.status == 400
