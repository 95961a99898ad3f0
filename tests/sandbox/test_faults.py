"""Faults on order: what a bot has to live through."""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Raw


async def test_an_error_once(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.add("status", "sendMessage", status=502)
    with pytest.raises(TelegramServerError, match="Bad Gateway"):
        await bot.send_message(101, "一")
    await bot.send_message(101, "二")
    assert [message["text"] for message in sandbox.phone("lin").heard] == ["二"]
    assert [entry.status for entry in sandbox.calls("sendMessage")] == [502, 200]


async def test_a_connection_cut_before_or_after_the_effect(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.add("cut_before", "sendMessage")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(101, "没有")
    assert sandbox.phone("lin").heard == []
    sandbox.faults.add("cut_after", "sendMessage")
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(101, "有")
    assert [message["text"] for message in sandbox.phone("lin").heard] == ["有"]


async def test_429_on_demand_for_one_chat(sandbox: Sandbox, bot: Bot, raw: Raw) -> None:
    sandbox.faults.add("status", chat_id=101, status=429, retry_after=7)
    await bot.send_message(102, "可以")
    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(101, "等等")
    assert caught.value.retry_after == 7
    sandbox.faults.add("status", "getUpdates", status=429, retry_after=3)
    assert await raw("getUpdates") == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        },
    )


async def test_slow_answers_and_garbage(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.faults.add("slow", "getMe", seconds=0.2)
    began = asyncio.get_running_loop().time()
    await bot.get_me()
    assert asyncio.get_running_loop().time() - began >= 0.2
    sandbox.faults.add("garbage", "sendMessage")
    with pytest.raises(Exception, match=r"(?i)decode|expecting"):
        await bot.send_message(101, "一")
    assert len(sandbox.phone("lin").heard) == 1


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("setMyCommands", {"commands": [{"command": "Out", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [{"command": "out", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ("setMyCommands", {"commands": [], "language_code": "zh-hans"}, "invalid language code"),
        ("answerCallbackQuery", {"callback_query_id": "5"}, "query is too old"),
        ("setChatMenuButton", {"menu_button": {"type": "party"}}, "unsupported type"),
        ("setMyName", {"name": "x" * 65}, "BOT_TITLE_INVALID"),
        ("deleteMessage", {"chat_id": 101}, "message identifier is not specified"),
        ("sendChatAction", {"chat_id": 101, "action": "dancing"}, "wrong parameter action"),
        ("sendMessage", {"chat_id": "hundred", "text": "x"}, "chat_id must be"),
        ("sendMessage", {"chat_id": 101, "text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ("leaveChat", {"chat_id": 101}, "private chats"),
    ],
)
async def test_more_refusals(raw: Raw, method: str, params: dict[str, Any], words: str) -> None:
    status, body = await raw(method, **params)
    assert (status, body["ok"]) == (400, False)
    assert words in body["description"]


async def test_after_logging_out_nothing_works(raw: Raw) -> None:
    assert await raw("logOut") == (200, {"ok": True, "result": True})
    assert await raw("getMe") == (400, {"ok": False, "error_code": 400, "description": "Bad Request: Logged out"})
