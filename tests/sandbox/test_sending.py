"""What the bot sends, edits and deletes, and the words Telegram has for mistakes."""

from datetime import timedelta
from typing import Any

import pytest
import telegram
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.clock import StillClock
from bot.sandbox.floods import Angry, Both, Bucket, PerChat, Window
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN, Raw

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="确认", callback_data="yes:1")]])
NO = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="取消", callback_data="no:1")]])


def shape(markup: InlineKeyboardMarkup | None) -> Any:
    return markup and markup.model_dump(exclude_none=True)


async def test_a_sent_message_is_a_real_message(sandbox: Sandbox, bot: Bot) -> None:
    sent = await bot.send_message(
        101, "<b>鼎盛</b> 😀 <i>16:30</i>", parse_mode="HTML", reply_markup=YES, protect_content=True
    )
    assert sent.message_id == 1
    assert sent.text == "鼎盛 😀 16:30"
    assert [(one.type, one.offset, one.length) for one in sent.entities or []] == [("bold", 0, 2), ("italic", 6, 5)]
    assert sent.has_protected_content
    assert shape(sent.reply_markup) == shape(YES)
    assert sent.from_user
    assert sent.from_user.is_bot
    heard = await sandbox.phone("lin").hears("鼎盛")
    assert telegram.Message.de_json(heard, None).text == sent.text
    assert sandbox.drift == []
    assert sandbox.calls("sendMessage", chat_id=101)[0].result["message_id"] == 1


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"chat_id": 999, "text": "x"}, "chat not found"),
        ({"chat_id": 101, "text": "  "}, "message text is empty"),
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": 101, "text": "字" * 4097}, "message is too long"),
        ({"chat_id": 101, "text": "<b>x", "parse_mode": "HTML"}, 'Can\'t find end tag corresponding to start tag "b"'),
        ({"chat_id": 101, "text": "字<x>", "parse_mode": "HTML"}, 'Unsupported start tag "x" at byte offset 3'),
        ({"chat_id": 101, "text": "<b><i>x</b>", "parse_mode": "HTML"}, 'expected "</i>", found "</b>"'),
        ({"chat_id": 101, "text": "x</b>", "parse_mode": "HTML"}, "Unexpected end tag at byte offset 1"),
        (
            {"chat_id": 101, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "Text buttons are unallowed",
        ),
        ({"chat_id": 101, "text": "x", "reply_parameters": {"message_id": 77}}, "message to be replied not found"),
        ({"chat_id": 101, "text": "x", "reply_markup": {"bogus": 1}}, "object expected as reply markup"),
        ({"chat_id": 101, "text": "x", "colour": "red"}, "unknown parameter colour"),
    ],
)
async def test_refusals_in_telegrams_words(raw: Raw, params: dict[str, Any], words: str) -> None:
    status, body = await raw("sendMessage", **params)
    assert status == 400
    assert not body["ok"]
    assert body["error_code"] == 400
    assert body["description"].startswith("Bad Request: ")
    assert words in body["description"]


@pytest.mark.parametrize("data", ["", "x" * 65, "字" * 22])
async def test_button_data_has_1_to_64_bytes(raw: Raw, data: str) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": data}]]}
    status, body = await raw("sendMessage", chat_id=101, text="x", reply_markup=markup)
    assert (status, body["description"]) == (400, "Bad Request: BUTTON_DATA_INVALID")


async def test_what_is_unknown_is_recorded_as_drift(sandbox: Sandbox, raw: Raw) -> None:
    assert await raw("sendTelepathy") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )
    await raw("sendMessage", chat_id=101, text="x", colour="red")
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b", "sparkle": True}]]}
    assert (await raw("sendMessage", chat_id=101, text="x", reply_markup=markup))[0] == 200
    assert [next(word for word in ("Telepathy", "colour", "sparkle") if word in one) for one in sandbox.drift] == [
        "Telepathy",
        "colour",
        "sparkle",
    ]


async def test_tokens(sandbox: Sandbox, raw: Raw) -> None:
    import aiohttp

    async with aiohttp.ClientSession() as session:
        async with session.get(f"{sandbox.url}/bot43:WRONG/getMe") as response:
            assert (response.status, (await response.json())["description"]) == (401, "Unauthorized")
        async with session.get(f"{sandbox.url}/bot{TOKEN}/getme") as response:
            assert (await response.json())["result"]["username"] == "waiqin_bot"


async def test_people_one_may_not_write_to(sandbox: Sandbox, bot: Bot) -> None:
    lin = sandbox.phone("lin")
    lin.block()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(101, "x")
    lin.unblock()
    await bot.send_message(101, "x")
    lin.person.deactivated = True
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.send_message(101, "x")
    sandbox.phone("chen").person.started = False
    with pytest.raises(TelegramForbiddenError, match="can't initiate conversation"):
        await bot.send_message(102, "x")


async def test_edits(sandbox: Sandbox, bot: Bot) -> None:
    sent = await bot.send_message(101, "一", reply_markup=YES)
    edited = await bot.edit_message_text("二", chat_id=101, message_id=sent.message_id, reply_markup=NO)
    assert not isinstance(edited, bool)
    assert edited.edit_date
    assert shape(edited.reply_markup) == shape(NO)
    with pytest.raises(TelegramBadRequest, match="message is not modified: specified new message content"):
        await bot.edit_message_text("二", chat_id=101, message_id=sent.message_id, reply_markup=NO)
    bare = await bot.edit_message_reply_markup(chat_id=101, message_id=sent.message_id)
    assert not isinstance(bare, bool)
    assert bare.reply_markup is None
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("三", chat_id=101, message_id=99)
    own = sandbox.phone("lin").say("我的")
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("三", chat_id=101, message_id=own)


async def test_a_message_that_brought_a_keyboard_cant_be_edited(sandbox: Sandbox, bot: Bot) -> None:
    menu = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="外出"), KeyboardButton(text="📍 到达", request_location=True)]],
        resize_keyboard=True,
        is_persistent=True,
    )
    sent = await bot.send_message(101, "菜单", reply_markup=menu)
    assert sent.reply_markup is None
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("别的", chat_id=101, message_id=sent.message_id)
    lin = sandbox.phone("lin")
    lin.press("外出")
    lin.press("📍", location={"latitude": 31.2, "longitude": 121.4})
    text, place = await bot.get_updates()
    assert text.message
    assert text.message.text == "外出"
    assert place.message
    assert place.message.location
    assert place.message.location.horizontal_accuracy is None
    assert place.message.reply_to_message
    assert place.message.reply_to_message.message_id == sent.message_id
    lin.use("web")
    lin.press("📍", location={"latitude": 31.2, "longitude": 121.4})
    lin.use("desktop")
    assert lin.press("📍", location={"latitude": 31.2, "longitude": 121.4}) is None
    (caption,) = await bot.get_updates(offset=place.update_id + 1)
    assert caption.message
    assert caption.message.text == "📍 到达"
    await bot.send_message(101, "收起", reply_markup=ReplyKeyboardRemove())
    assert lin.room.keyboard is None


async def test_deletion_ends_after_48_hours(bot: Bot, clock: StillClock, sandbox: Sandbox) -> None:
    voice = sandbox.phone("lin").send_media("voice", b"OggS", duration=3)
    old = await bot.send_message(101, "旧")
    assert await bot.delete_message(101, voice)
    clock.shift(timedelta(hours=48))
    with pytest.raises(TelegramBadRequest, match="message can't be deleted"):
        await bot.delete_message(101, old.message_id)
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await bot.delete_message(101, voice)


async def test_taps_and_their_answers(sandbox: Sandbox, bot: Bot, clock: StillClock) -> None:
    lin = sandbox.phone("lin")
    sent = await bot.send_message(101, "选", reply_markup=YES)
    query = lin.tap("yes")
    (update,) = await bot.get_updates()
    assert update.callback_query
    assert (update.callback_query.id, update.callback_query.data) == (query, "yes:1")
    assert update.callback_query.message
    assert update.callback_query.message.message_id == sent.message_id
    assert await bot.answer_callback_query(query, "好", show_alert=True)
    assert await lin.answer(query) == {
        "person": 101, "query": query, "message_id": sent.message_id, "text": "好", "alert": True, "url": None,
    }  # fmt: skip
    with pytest.raises(TelegramBadRequest, match="query is too old and response timeout expired"):
        await bot.answer_callback_query(query)
    late = lin.tap(label="确认")
    clock.shift(timedelta(seconds=16))
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(late)


async def test_files_both_ways(sandbox: Sandbox, bot: Bot, tmp_path: Any) -> None:
    file = BufferedInputFile("名单,1\n".encode() * 100, filename="名单.csv")
    sent = await bot.send_document(101, file, caption="<b>七月</b>", parse_mode="HTML", protect_content=True)
    assert sent.document
    assert (sent.document.file_name, sent.document.file_size, sent.caption) == ("名单.csv", 900, "七月")
    again = await bot.send_document(101, sent.document.file_id)
    assert again.document
    assert again.document.file_unique_id == sent.document.file_unique_id
    await bot.edit_message_media(
        InputMediaDocument(media=BufferedInputFile(b"new", filename="b.csv"), caption="八月"),
        chat_id=101,
        message_id=sent.message_id,
    )
    assert (await sandbox.phone("lin").hears("八月"))["document"]["file_name"] == "b.csv"
    sandbox.phone("lin").send_media("voice", b"OggS" * 1000, duration=7)
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.voice
    assert update.message.voice.duration == 7
    info = await bot.get_file(update.message.voice.file_id)
    assert info.file_path
    assert info.file_path.endswith(".oga")
    await bot.download_file(info.file_path, destination=tmp_path / "voice.oga")
    assert (tmp_path / "voice.oga").read_bytes() == b"OggS" * 1000
    with pytest.raises(TelegramBadRequest, match="wrong file_id"):
        await bot.get_file("nothing")
    sandbox.world.files[update.message.voice.file_id].size = 21 * 1024 * 1024
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.get_file(update.message.voice.file_id)


async def test_replies_carry_the_message_they_answer(sandbox: Sandbox, bot: Bot) -> None:
    asked = sandbox.phone("lin").say("在吗")
    sent = await bot.send_message(101, "在", reply_parameters=ReplyParameters(message_id=asked))
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "在吗"


async def test_flood_limits_answer_429_with_the_wait(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.limit(Window(most=2, seconds=60))
    await bot.send_message(101, "1")
    await bot.send_message(102, "2")
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(101, "3")
    assert 1 <= caught.value.retry_after <= 60
    assert await bot.send_chat_action(101, "typing")


def test_flood_policies() -> None:
    bucket = Bucket(rate=10, burst=2)
    assert [bucket.wait(1, 0.0), bucket.wait(1, 0.0)] == [0, 0]
    assert bucket.wait(1, 0.0) == pytest.approx(0.1)
    assert bucket.wait(1, 0.1) == 0
    chats = PerChat(burst=1, group=2)
    assert [chats.wait(1, 0.0), chats.wait(2, 0.0), chats.wait(-5, 0.0), chats.wait(-5, 1.0)] == [0, 0, 0, 0]
    assert chats.wait(1, 0.5) == pytest.approx(0.5)
    assert chats.wait(-5, 2.0) == pytest.approx(58)
    angry = Angry(Window(most=1, seconds=1), penalty=5)
    assert angry.wait(1, 0.0) == 0
    assert angry.wait(1, 0.5) == pytest.approx(0.5)
    assert angry.wait(1, 0.6) == pytest.approx(5.4)
    assert Both(Window(1, 1), Window(1, 9)).wait(1, 0) == 0
