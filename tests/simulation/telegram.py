"""A Telegram that keeps its promises and no more: updates until acknowledged, sends that may be lost on the way."""

import asyncio
from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.telegram import Flood, Gone, Rejected, Unreachable
from tests import contract
from tests.simulation.machine import Machine

ROW: ContextVar[int] = ContextVar("row", default=0)  # the row of the outbox that is being said


@dataclass
class Screen:
    """One phone's chat: messages of the bot, by id."""

    messages: dict[int, dict[str, Any]] = field(default_factory=dict)

    def buttons(self) -> list[tuple[int, str]]:
        """The buttons on the last messages, as message id and callback data."""
        last = list(self.messages.items())[-8:]
        return [
            (message_id, button["callback_data"])
            for message_id, payload in last
            for row in (payload.get("reply_markup") or {}).get("inline_keyboard", [])
            for button in row
            if "callback_data" in button
        ]


@dataclass
class Said:
    """A call that took effect."""

    row: int
    chat: int
    method: str


@dataclass
class Telegram:
    machine: Machine
    screens: dict[int, Screen] = field(default_factory=dict)
    updates: dict[int, dict[str, Any]] = field(default_factory=dict)  # all that ever came
    waiting: list[int] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    doubts: Counter[int] = field(default_factory=Counter)  # rows whose call may or may not have taken effect
    blocked: set[int] = field(default_factory=set)
    oddities: list[str] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    update_ids: Any = field(default_factory=lambda: count(70_001))
    message_ids: Any = field(default_factory=lambda: count(500_001))
    in_flight: Counter[int] = field(default_factory=Counter)

    # ------------------------------------------------------------ hearing

    def hand_in(self, what: dict[str, Any]) -> None:
        """A phone sends something."""
        update = {"update_id": next(self.update_ids), **what}
        self.updates[update["update_id"]] = update
        self.waiting.append(update["update_id"])
        self.arrived.set()

    async def call(self, method: str, payload: dict[str, Any], *, seconds: float = 20.0) -> Any:
        self.machine.point("before a call")
        if method == "getUpdates":
            return await self.get_updates(payload)
        if method == "getMe":
            return {"id": 4200, "username": "waiqin_bot"}
        return await self.carry_out(method, payload)

    async def get_updates(self, payload: dict[str, Any]) -> list[dict[str, Any]]:
        machine = self.machine
        if machine.trouble("polling fails", 0.02):
            raise Unreachable("getUpdates: ClientConnectorError")
        if machine.trouble("polling floods", 0.002):
            raise Flood(3)
        offset = payload.get("offset")
        if offset is not None:
            self.waiting = [each for each in self.waiting if each >= offset]
        if not self.waiting and payload["timeout"]:
            self.arrived.clear()
            try:
                await asyncio.wait_for(self.arrived.wait(), payload["timeout"])
            except TimeoutError:
                return []
        await asyncio.sleep(machine.chance.choice((0.0, 0.05, 0.4)))
        machine.point("before an answer to getUpdates")
        if machine.trouble("an answer to getUpdates is lost", 0.01):
            raise Unreachable("getUpdates: 200 without JSON")
        batch = [self.updates[each] for each in self.waiting[: payload["limit"]]]
        if batch and machine.trouble("an update comes again", 0.05):
            batch.append(self.updates[machine.chance.choice(list(self.updates)[-20:])])
        if len(batch) > 1 and machine.trouble("updates come in another order", 0.05):
            machine.chance.shuffle(batch)
        return [dict(each) for each in batch]

    # ------------------------------------------------------------ speaking

    async def carry_out(self, method: str, payload: dict[str, Any]) -> Any:
        """One call, with everything that can happen to it on the way there and back."""
        machine, row = self.machine, ROW.get()
        await asyncio.sleep(machine.chance.choice((0.0, 0.02, 0.2, 2.0)))
        if machine.trouble("a call is lost", 0.01):
            raise Unreachable(f"{method}: ClientConnectorError")
        if machine.trouble("a server error", 0.005):
            raise Unreachable(f"{method}: 502")
        if machine.trouble("a flood wait", 0.005):
            raise Flood(machine.chance.choice((1, 3, 30)))
        machine.point("before a call takes effect")
        result = self.effect(method, payload, row)
        self.in_flight[row] += 1
        try:
            machine.point("after a call took effect")
            await asyncio.sleep(machine.chance.choice((0.0, 0.02, 0.2)))
            machine.point("before a call's answer")
            if machine.trouble("an answer is lost", 0.01):
                self.doubts[row] += 1
                raise Unreachable(f"{method}: ServerDisconnectedError")
            if machine.trouble("an answer is cut off", 0.003):
                self.doubts[row] += 1
                raise Unreachable(f"{method}: 200 without JSON")
        finally:
            self.in_flight[row] -= 1
        return result

    def effect(self, method: str, payload: dict[str, Any], row: int) -> Any:
        try:
            contract.check(method, payload)
        except AssertionError as odd:
            self.oddities.append(f"{method}: {odd}")
        if method == "answerCallbackQuery":
            self.said.append(Said(row, 0, method))
            return True
        chat = payload.get("chat_id", 0)
        if chat in self.blocked:
            raise Gone(f"{method}: Forbidden: bot was blocked by the user")
        screen = self.screens.setdefault(chat, Screen())
        if method == "editMessageText":
            there = screen.messages.get(payload["message_id"])
            if there is None:
                raise Rejected(400, "Bad Request: message to edit not found")
            same = there.get("text") == payload["text"] and there.get("reply_markup") == payload.get("reply_markup")
            screen.messages[payload["message_id"]] = payload
            if same:
                self.said.append(Said(row, chat, method))
                raise Rejected(400, "Bad Request: message is not modified")
            self.said.append(Said(row, chat, method))
            return {"message_id": payload["message_id"]}
        self.said.append(Said(row, chat, method))
        if method.startswith("send"):
            message_id = next(self.message_ids)
            screen.messages[message_id] = payload
            kind = method.removeprefix("send").lower()
            file = {"file_id": f"file-{message_id}"}
            return {"message_id": message_id, kind: [file] if kind == "photo" else file}
        return True

    async def file(self, file_id: str, largest: int) -> bytes:
        self.machine.point("before a file")
        await asyncio.sleep(0.1)
        if self.machine.trouble("a file is away", 0.1):
            raise Unreachable("file: 502")
        return file_id.encode()

    async def close(self) -> None:
        return
