"""The Bot API over HTTP: `/bot<token>/<method>` by GET or POST, as JSON, form or multipart; `/file/bot<token>/<path>`.

Every call goes into the ledger, with what it was answered; what looks wrong without being refused by Telegram, and
every unknown method or parameter, goes into `drift` as well.
"""

import asyncio
import inspect
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
import telegram
from aiohttp import BodyPartReader, web

import bot.sandbox.about
import bot.sandbox.editing
import bot.sandbox.receiving
import bot.sandbox.sending  # noqa: F401  (each declares its methods)
from bot.sandbox import floods
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.parameters import METHODS, Call, Described, Raw, Upload, read_parameters
from bot.sandbox.rejected import Rejected, bad_request, too_many
from bot.sandbox.telegram import World
from bot.sandbox.webhooks import Webhooks

LARGEST_REQUEST = 60 * 1024 * 1024
LEDGER = 100_000  # calls kept


@dataclass(slots=True)
class Entry:
    """One call in the ledger: `at` by the world's clock, `moment` in the loop's seconds; the token isn't kept."""

    at: datetime
    moment: float
    method: str
    params: dict[str, Any]
    status: int = 0
    result: Any = None  # as answered; for getUpdates the number of updates
    description: str | None = None
    fault: str | None = None
    drift: list[str] = field(default_factory=list)


class Api:
    """The HTTP side of one world with one bot."""

    def __init__(self, world: World, webhooks: Webhooks, save: Callable[[], None] | None = None) -> None:
        self.world = world
        self.webhooks = webhooks
        self.save = save  # called after each call that changed the world
        self.policy: floods.Policy = floods.Free()
        self.faults = Faults()
        self.ledger: deque[Entry] = deque(maxlen=LEDGER)
        self.drift: list[str] = []

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/bot{token}/{method}", self.handle),
            web.post("/bot{token}/{method}", self.handle),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """One call, with whatever fault is on order for it."""
        token, name = request.match_info["token"], request.match_info["method"]
        if token != self.world.token:
            known_form = ":" in token and token.split(":")[0].isdigit()
            return _refusal(Rejected(401, "Unauthorized") if known_form else Rejected(404, "Not Found"))
        try:
            raw, files = await _read(request)
        except (ValueError, orjson.JSONDecodeError):
            self.drift.append(f"{name}: a body that can't be read")
            return _refusal(bad_request("can't parse request JSON object"))
        entry = Entry(self.world.clock.now(), asyncio.get_running_loop().time(), name, raw)
        self.ledger.append(entry)
        fault = self.faults.take(name, raw) if self.faults.ordered else None
        if fault is not None:
            entry.fault = fault.how
            early = await self._before(fault, request, entry)
            if early is not None:
                return early
        response = await self._answer(entry, name, raw, files)
        if self.save is not None:
            self.save()
        if fault is not None and fault.how == "cut_after":
            return _cut(request)
        if fault is not None and fault.how == "garbage":
            return web.Response(status=502, text="<html><body>502 Bad Gateway</body></html>", content_type="text/html")
        return response

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file whose path getFile has answered."""
        if request.match_info["token"] != self.world.token:
            return _refusal(Rejected(401, "Unauthorized"))
        path = request.match_info["path"]
        for stored in self.world.files.values():
            if stored.path == path:
                return web.Response(
                    body=self.world.contents[stored.file_unique_id], content_type="application/octet-stream"
                )
        return _refusal(Rejected(404, "Not Found"))

    async def _before(self, fault: Fault, request: web.Request, entry: Entry) -> web.StreamResponse | None:
        if fault.how == "slow":
            await asyncio.sleep(fault.seconds)
        elif fault.how == "cut_before":
            return _cut(request)
        elif fault.how == "status":
            if fault.status == 429:
                refused = too_many(fault.retry_after or 1)
            else:
                refused = Rejected(fault.status, fault.description)
            entry.status, entry.description = refused.code, refused.description
            return _refusal(refused)
        return None

    async def _answer(self, entry: Entry, name: str, raw: dict[str, Any], files: dict[str, Upload]) -> web.Response:
        known = METHODS.get(name.lower())
        call: Call | None = None
        try:
            if known is None:
                entry.drift.append(f"unknown method {name}")
                raise Rejected(404, "Not Found: method not found")
            if self.world.bot.logged_out:
                raise bad_request("Logged out")
            try:
                given = read_parameters(known, raw, files)
            except Rejected as problem:
                entry.drift.append(problem.description)
                raise
            call = Call(self.world, self.webhooks, known.name, given, files, entry.drift)
            if floods.counts(name.lower()):
                seconds = self.policy.wait(given.get("chat_id"), entry.moment)
                if seconds > 0:
                    raise too_many(-int(-seconds // 1))
            result = known.run(call)
            if inspect.isawaitable(result):
                result = await result
            entry.status = 200
            return self._success(entry, result)
        except Rejected as problem:
            entry.status, entry.description = problem.code, problem.description
            if problem.code == 400 and call is not None and _is_our_mistake(problem.description):
                entry.drift.append(f"{name}: {problem.description}")
            return _refusal(problem)
        except (telegram.error.TelegramError, TypeError, KeyError, AttributeError, ValueError) as problem:
            # PTB's types couldn't take what was sent: somebody's model of the API is wrong, here or in the bot.
            entry.status, entry.description = 400, f"Bad Request: {type(problem).__name__} in {name}"
            entry.drift.append(f"{name}: {type(problem).__name__}: {problem}")
            return _refusal(bad_request(f"can't parse {name}"))
        finally:
            self.drift += entry.drift

    def _success(self, entry: Entry, result: object) -> web.Response:
        if isinstance(result, Raw):
            entry.result = result.size
            body = b'{"ok":true,"result":' + result.body + b"}"
        elif isinstance(result, Described):
            entry.result = result.result
            body = orjson.dumps({"ok": True, "result": result.result, "description": result.description})
        else:
            entry.result = dict(result) if isinstance(result, dict) else result
            body = b'{"ok":true,"result":' + orjson.dumps(result) + b"}"
        return web.Response(body=body, content_type="application/json")


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    """Parameters from the address and from the body, whichever form it has."""
    raw: dict[str, Any] = dict(request.query) if request.query_string else {}
    files: dict[str, Upload] = {}
    if request.method == "GET" or not request.can_read_body:
        return raw, files
    kind = request.content_type
    if kind == "application/json":
        body = orjson.loads(await request.read())
        if not isinstance(body, dict):
            raise ValueError("an object is expected")
        raw.update(body)
    elif kind == "multipart/form-data":
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or part.name is None:
                continue
            content = bytes(await part.read(decode=True))
            if part.filename is None:
                raw[part.name] = content.decode()
            else:
                files[part.name] = Upload(content, part.filename, part.headers.get("Content-Type"))
    else:
        raw.update(await request.post())
    return raw, files


def _is_our_mistake(description: str) -> bool:
    """Refusals no correct bot gets; others (gone, not modified, too old) happen to correct ones too."""
    return any(sign in description for sign in _MISTAKES)


def _refusal(problem: Rejected) -> web.Response:
    headers = {"Retry-After": str(problem.retry_after)} if problem.retry_after is not None else None
    return web.Response(
        status=problem.code, body=orjson.dumps(problem.answer()), content_type="application/json", headers=headers
    )


def _cut(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


_MISTAKES = (
    "can't parse", "is empty", "too long", "TOO_LONG", "INVALID", "invalid", "must be", "TOO_MUCH", "unsupported",
    "is not specified", "expected", "wrong parameter", "missing",
)  # fmt: skip
