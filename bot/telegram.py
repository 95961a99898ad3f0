"""Calls to the Bot API, as plain JSON over one kept connection pool.

The answers are read as little as possible: a message id, or why not. aiogram's own client builds
and validates models for each call, which costs more than everything else that a turn does.
"""

from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

CALL_SECONDS = 20.0
POLL_SECONDS = 25  # how long Telegram may hold a getUpdates that has nothing to say


class Trouble(Exception):
    """A call that did not work. Its text holds no token and no words of people."""


class Unreachable(Trouble):
    """The network, or Telegram itself, is away: try again later. The call may have been carried out."""


@dataclass
class Flood(Trouble):
    """Telegram asks to wait this many seconds (429)."""

    seconds: int


class Gone(Trouble):
    """The person blocked the bot, or their account is no more (403)."""


class Conflict(Trouble):
    """Somebody else polls for this bot, or a webhook is set (409)."""


class Unauthorized(Trouble):
    """The token is not, or no longer, a bot's (401)."""


@dataclass
class Rejected(Trouble):
    """Telegram does not accept the call (400 and the like): our mistake, or the world has moved."""

    code: int
    words: str

    def __str__(self) -> str:
        return f"{self.code} {self.words}"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of our own that goes with a call."""

    name: str
    data: bytes


class Telegram:
    """One bot's line to the Bot API server."""

    def __init__(self, token: str, base: str) -> None:
        self._root = f"{base.rstrip('/')}/bot{token}/"
        self._files = f"{base.rstrip('/')}/file/bot{token}/"
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        return "Telegram()"

    async def call(self, method: str, payload: dict[str, Any], *, seconds: float = CALL_SECONDS) -> Any:
        """The result of a method; raises one of the troubles above."""
        body = await self.raw(method, payload, seconds=seconds)
        try:
            answer = orjson.loads(body[1])
        except orjson.JSONDecodeError:
            raise Unreachable(f"{method}: {body[0]} without JSON") from None
        if answer.get("ok"):
            return answer.get("result")
        raise trouble(method, int(answer.get("error_code") or body[0]), answer)

    async def raw(self, method: str, payload: dict[str, Any], *, seconds: float = CALL_SECONDS) -> tuple[int, bytes]:
        """Status and body of a call, unread."""
        session = self.session()
        body, headers = encoded(payload)
        try:
            async with session.post(
                self._root + method,
                data=body,
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=seconds, connect=10),
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(f"{method}: {type(error).__name__}") from None

    async def file(self, file_id: str, largest: int, *, seconds: float = 60.0) -> bytes:
        """The bytes of a file that somebody sent; raises Rejected when it is larger than `largest` bytes."""
        about = await self.call("getFile", {"file_id": file_id})
        if (about.get("file_size") or 0) > largest:
            raise Rejected(400, "file is too big")
        try:
            timeout = aiohttp.ClientTimeout(total=seconds, connect=10)
            async with self.session().get(self._files + about["file_path"], timeout=timeout) as response:
                if response.status != 200:
                    raise Unreachable(f"file: {response.status}")
                body = await response.content.read(largest + 1)
                while len(body) <= largest and (more := await response.content.read(largest + 1 - len(body))):
                    body += more
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unreachable(f"file: {type(error).__name__}") from None
        if len(body) > largest:
            raise Rejected(400, "file is too big")
        return body

    def session(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=100, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def encoded(payload: dict[str, Any]) -> tuple[Any, dict[str, str]]:
    """Body and headers of a call: JSON, or a form where a file goes with it."""
    attached = {name for name, value in payload.items() if isinstance(value, Attachment)}
    if not attached:
        return orjson.dumps(payload), {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in payload.items():
        if name in attached:
            form.add_field(name, value.data, filename=value.name)
        else:
            form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    return form, {}


def trouble(method: str, code: int, answer: dict[str, Any]) -> Trouble:
    """What a refusal of Telegram means to us."""
    words = str(answer.get("description", ""))
    parameters = answer.get("parameters") or {}
    if code == 429:
        return Flood(int(parameters.get("retry_after", 1)))
    if code == 403:
        return Gone(f"{method}: {words}")
    if code == 401:
        return Unauthorized(method)
    if code == 409:
        return Conflict(f"{method}: {words}")
    if code >= 500:
        return Unreachable(f"{method}: {code}")
    return Rejected(code, words)
