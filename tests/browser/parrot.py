"""A bot of fifty lines that repeats what it hears, so that the page can be tried without the real one."""

import asyncio
from typing import Any

import aiohttp

KEYBOARD = {
    "keyboard": [[{"text": "Say hello"}, {"text": "Check in", "request_location": True}]],
    "resize_keyboard": True,
    "input_field_placeholder": "Talk to the parrot",
}
BUTTONS = {
    "inline_keyboard": [
        [{"text": "Toast", "callback_data": "toast"}, {"text": "Alert", "callback_data": "alert"}],
        [{"text": "Edit", "callback_data": "edit"}, {"text": "Site", "url": "https://example.org/"}],
    ]
}


class Parrot:
    """`run()` polls the Bot API at `url` until cancelled."""

    def __init__(self, url: str, token: str) -> None:
        self.base = f"{url}/bot{token}/"

    async def run(self) -> None:
        async with aiohttp.ClientSession() as self.http:
            await self.call("setMyCommands", commands=[{"command": "hello", "description": "Say hello"}])
            offset = 0
            while True:
                for update in await self.call("getUpdates", offset=offset, timeout=20):
                    offset = update["update_id"] + 1
                    await self.answer(update)

    async def answer(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            message = query["message"]
            if query["data"] == "edit":
                await self.call(
                    "editMessageText", chat_id=message["chat"]["id"], message_id=message["message_id"],
                    text="<b>Changed</b>", parse_mode="HTML",
                )  # fmt: skip
            else:
                await asyncio.sleep(0.3)
            text = None if query["data"] == "edit" else f"{query['data']} it is"
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=query["data"] == "alert"
            )
        elif message := update.get("message"):
            await self.repeat(message)

    async def repeat(self, message: dict[str, Any]) -> None:
        heard = message.get("text") or next(
            kind for kind in ("venue", "location", "voice", "photo", "document") if kind in message
        )
        if "forward_origin" in message:
            heard = f"forwarded {heard}"
        say = {"chat_id": message["chat"]["id"], "parse_mode": "HTML"}
        if heard.startswith("/start"):
            await self.call("sendMessage", **say, text="Awake", reply_markup=KEYBOARD)
            return
        safe = heard.replace("&", "&amp;").replace("<", "&lt;")
        await self.call(
            "sendMessage",
            **say,
            text=f"<b>{safe}</b>, <i>you say</i>. /hello <code>x&lt;y</code>",
            reply_markup=BUTTONS,
        )

    async def call(self, method: str, **parameters: Any) -> Any:
        given = {name: value for name, value in parameters.items() if value is not None}
        async with self.http.post(self.base + method, json=given) as answer:
            body = await answer.json()
        assert body["ok"], (method, body)
        return body["result"]
