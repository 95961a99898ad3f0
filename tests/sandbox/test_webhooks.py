"""Delivery to a webhook: secret, order per chat, retries, Retry-After, lanes of their own for taps."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiohttp import web

from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Raw, settle


class Listener:
    """A bot's webhook: keeps what came, answers as it is told."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        await self.gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def count(self, number: int) -> None:
        await settle(lambda: len(self.got) >= number)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got if "message" in update]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    made = Listener()
    app = web.Application()
    app.router.add_post("/hook", made.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_updates_come_with_the_secret_and_once(sandbox: Sandbox, bot: Bot, listener: Listener) -> None:
    sandbox.phone("lin").say("之前")
    assert await bot.set_webhook(listener.url, secret_token="s3cret")
    sandbox.phone("lin").say("之后")
    await listener.count(2)
    assert listener.texts() == ["之前", "之后"]
    assert set(listener.secrets) == {"s3cret"}
    await settle(lambda: not sandbox.world.updates.pending)
    assert (await bot.get_webhook_info()).pending_update_count == 0
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    assert await bot.delete_webhook()
    assert await bot.get_updates() == []


async def test_a_failure_is_repeated_in_order_while_other_chats_go_on(
    sandbox: Sandbox, bot: Bot, listener: Listener
) -> None:
    listener.answers = [web.Response(status=503), web.Response(status=503), web.Response(status=503)]
    await bot.set_webhook(listener.url)
    sandbox.phone("lin").say("一")
    sandbox.phone("lin").say("二")
    await listener.count(5)
    assert listener.texts() == ["一", "一", "一", "一", "二"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_one_chat_waiting_does_not_hold_up_another(sandbox: Sandbox, bot: Bot, listener: Listener) -> None:
    listener.gate.clear()
    await bot.set_webhook(listener.url)
    sandbox.phone("lin").say("一")
    sandbox.phone("lin").say("二")
    sandbox.phone("chen").say("三")
    await listener.count(2)
    await asyncio.sleep(0.05)
    assert sorted(listener.texts()) == ["一", "三"]
    listener.gate.set()
    await listener.count(3)


async def test_a_tap_may_overtake_the_message_before_it(
    sandbox: Sandbox, bot: Bot, raw: Raw, listener: Listener
) -> None:
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "a"}]]}
    await raw("sendMessage", chat_id=101, text="选", reply_markup=markup)
    listener.gate.clear()
    await bot.set_webhook(listener.url)
    sandbox.phone("lin").say("一")
    sandbox.phone("lin").tap("a")
    await listener.count(2)
    listener.gate.set()
    assert {next(iter(update.keys() - {"update_id"})) for update in listener.got} == {"message", "callback_query"}


async def test_retry_after_is_obeyed(sandbox: Sandbox, bot: Bot, listener: Listener) -> None:
    sandbox.api.webhooks.pace = 0.1
    listener.answers = [web.Response(status=503, headers={"Retry-After": "3"})]
    await bot.set_webhook(listener.url)
    loop = asyncio.get_running_loop()
    began = loop.time()
    sandbox.phone("lin").say("一")
    await listener.count(2)
    assert 0.3 <= loop.time() - began < 1.5


async def test_refused_connections_are_reported(sandbox: Sandbox, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    sandbox.phone("lin").say("一")
    await settle(lambda: sandbox.api.webhooks.last_error is not None)
    info = await bot.get_webhook_info()
    assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)


async def test_webhooks_that_telegram_would_not_take(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="An HTTPS URL must be provided"):
        await bot.set_webhook("http://bank.example/hook")
    with pytest.raises(TelegramBadRequest, match="only on ports 80, 88, 443 or 8443"):
        await bot.set_webhook("https://bank.example:9000/hook")
    with pytest.raises(TelegramBadRequest, match="unallowed characters"):
        await bot.set_webhook("https://bank.example/hook", secret_token="nein!")
