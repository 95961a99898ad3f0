"""The phones' HTTP and WebSocket side: what the page of the demo reads, hears and does, and the page's own files.

Only this machine's own pages are served: another site's Origin, or a Host that isn't ours, is refused.
"""

import asyncio
import re
from collections import deque
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
from aiohttp import BodyPartReader, WSMsgType, web

from bot.sandbox import bubbles
from bot.sandbox.deeds import DEEDS, do
from bot.sandbox.phone import Phone
from bot.sandbox.rejected import Json, Unable
from bot.sandbox.script import Place, Play, next_time
from bot.sandbox.telegram import Person, Room, World

PAGE = Path(__file__).parent / "page"
KEPT_EVENTS = 2_000
_RELOAD = '{"seq":%d,"event":"reload"}'
_HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$")
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}


class Phones:
    """The phones of one world; `save` is called after each act."""

    def __init__(
        self, world: World, places: Sequence[Place], play: Play, zone: str, save: Callable[[], None] | None = None,
        host: str = "127.0.0.1",
    ) -> None:  # fmt: skip
        self.world = world
        self.places = places
        self.play = play
        self.zone = zone
        self.save = save
        self.host = host
        self.seq = 0
        self._events: deque[tuple[int, str]] = deque(maxlen=KEPT_EVENTS)
        self._sockets: set[web.WebSocketResponse] = set()
        self._ringing: asyncio.Event = asyncio.Event()
        play.places = {place.key: place for place in places}
        play.zone = zone
        play.on_clock = self.move_clock

    def routes(self) -> list[web.RouteDef]:
        handlers = [
            web.get("/", self._index),
            web.get("/page/{path:.+}", self._page),
            web.get("/healthz", self._health),
            web.get("/api/world", self._world),
            web.get("/api/clock", self._clock),
            web.post("/api/clock", self._set_clock),
            web.get("/api/script", self._script),
            web.post("/api/script", self._play),
            web.get("/api/events", self._listen),
            web.get("/api/files/{unique}", self._file),
            web.post("/api/people", self._add_person),
            web.get("/api/phones/{person}/chats/{chat}", self._chat),
            web.post("/api/phones/{person}/{deed}", self._do),
        ]
        return [web.RouteDef(one.method, one.path, self._guarded(one.handler), one.kwargs) for one in handlers]

    def move_clock(self, by: timedelta) -> None:
        """Move the clock on; raises `Unable` for going back, or when it can't be moved."""
        shift = getattr(self.world.clock, "shift", None)
        if shift is None:
            raise Unable("clock", "时钟不能调整", "this clock can't be moved")
        if by < timedelta(0):
            raise Unable("clock_back", "时钟只能往后拨", "the clock only goes forward")
        shift(by)
        self.world.ahead += by
        self.world.touch("world", 0)
        self._put({"event": "clock", "now": self.world.clock.now().isoformat()})

    async def close(self) -> None:
        await self.play.stop()
        for socket in list(self._sockets):
            await socket.close()
        if self._watch in self.world.watchers:
            self.world.watchers.remove(self._watch)

    # reading

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return _static("index.html")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return _static(request.match_info["path"])

    async def _health(self, request: web.Request) -> web.StreamResponse:
        return web.Response(text="ok")

    async def _world(self, request: web.Request) -> web.StreamResponse:
        self._open_eyes()
        return _json(
            {
                "seq": self.seq,
                "bot": bubbles.bot(self.world),
                "zone": self.zone,
                "clock": {"now": self.world.clock.now().isoformat()},
                "people": [bubbles.person_shown(self.world, person) for person in self.world.people.values()],
                "places": [_place(place) for place in self.places],
                "script": self.play.shown(),
            }
        )

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        self._open_eyes()
        person = self._person(request)
        room = self.world.rooms.get(_number(request.match_info["chat"]))
        if room is None or person.id not in room.members:
            return _trouble(404, Unable("no_chat", "没有这个对话", "there is no such chat"))
        before = _number(request.query.get("before", "0")) or room.next_id
        limit = min(max(_number(request.query.get("limit", "50")), 1), 200)
        ids = [message_id for message_id in room.messages if message_id < before]
        shown = [bubbles.bubble(self.world, room, room.messages[one], person) for one in ids[-limit:]]
        return _json(
            {
                "seq": self.seq,
                "chat": bubbles.chat(self.world, room, person),
                "bubbles": shown,
                "more": len(ids) > limit,
                "keyboard": bubbles.keyboard(room),
                **bubbles.commands(self.world, room, person),
                "force_reply": room.force_reply,
            }
        )

    async def _file(self, request: web.Request) -> web.StreamResponse:
        unique = request.match_info["unique"]
        stored = next((one for one in self.world.files.values() if one.file_unique_id == unique), None)
        if stored is None:
            return _trouble(404, Unable("no_file", "没有这个文件", "there is no such file"))
        shows = stored.mime_type.startswith(("image/", "audio/", "video/")) and "svg" not in stored.mime_type
        return web.Response(
            body=self.world.contents[unique],
            headers={
                "Content-Type": stored.mime_type if shows else "application/octet-stream",
                "Content-Disposition": "inline" if shows else "attachment",
                "X-Content-Type-Options": "nosniff",
            },
        )

    async def _clock(self, request: web.Request) -> web.StreamResponse:
        return _json({"now": self.world.clock.now().isoformat()})

    async def _script(self, request: web.Request) -> web.StreamResponse:
        return _json(self.play.shown())

    # doing

    async def _do(self, request: web.Request) -> web.StreamResponse:
        deed = request.match_info["deed"]
        person = self._person(request)
        body = await _body(request)
        if deed not in DEEDS:
            return _trouble(404, Unable("no_deed", "手机不会这个", "the phone can't do that"))
        answer = do(deed, Phone(self.world, person.id), body)
        self._saved()
        return _json({"ok": True, **answer})

    async def _add_person(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        name = str(body.get("name") or "").strip()
        if not name:
            raise Unable("name", "请写姓名", "a name is needed")
        number = max([*self.world.people, 900_000]) + 1
        person = Person(
            number, str(body.get("key") or f"guest{number}"), name, str(body.get("language") or "zh-hans"),
            str(body.get("device") or "phone"), str(body.get("role") or ""),
        )  # fmt: skip
        self.world.add_person(person)
        self._saved()
        return _json({"person": bubbles.person_shown(self.world, person)})

    async def _set_clock(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        now = self.world.clock.now()
        if "advance" in body:
            self.move_clock(timedelta(seconds=float(body["advance"])))
        else:
            self.move_clock(next_time(str(body.get("to", "")), now, self.zone) - now)
        self._saved()
        return _json({"now": self.world.clock.now().isoformat()})

    async def _play(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        match body.get("do"):
            case "start":
                self.play.start(float(body.get("pace", 1.0)))
            case "step":
                await self.play.step()
            case "stop":
                await self.play.stop()
            case "reset":
                await self.play.reset()
            case _:
                raise Unable("do", "不认识的指令", "do is start, step, stop or reset")
        self._saved()
        return _json(self.play.shown())

    # the one WebSocket

    async def _listen(self, request: web.Request) -> web.StreamResponse:
        self._open_eyes()
        socket = web.WebSocketResponse(heartbeat=20.0)
        await socket.prepare(request)
        self._sockets.add(socket)
        since = _number(request.query.get("since", "0"))
        oldest = self._events[0][0] if self._events else self.seq + 1
        if since < oldest - 1 or since > self.seq:
            since = self.seq
            await socket.send_str(_RELOAD % since)
        try:
            async with asyncio.TaskGroup() as both:
                speaking = both.create_task(self._speak(socket, since))
                async for frame in socket:
                    if frame.type in (WSMsgType.ERROR, WSMsgType.CLOSE):
                        break
                speaking.cancel()
        finally:
            self._sockets.discard(socket)
        return socket

    async def _speak(self, socket: web.WebSocketResponse, since: int) -> None:
        while not socket.closed:
            bell = self._ringing
            if self._events and self._events[0][0] > since + 1:
                since = self.seq  # too slow: some are gone, the page has to look again
                await socket.send_str(_RELOAD % since)
            for seq, text in [one for one in self._events if one[0] > since]:
                try:
                    await socket.send_str(text)
                except ConnectionResetError:
                    return
                since = seq
            await bell.wait()

    def _open_eyes(self) -> None:
        """Events are made from the first look on: nobody pays for them before."""
        if self._watch not in self.world.watchers:
            self.world.watchers.append(self._watch)

    def _watch(self, event: str, room: Room | None, facts: Json) -> None:
        if room is not None:
            for member in room.members:
                if facts.get("person") in (None, member):
                    self._put(self._seen(event, room, self.world.people[member], facts))
        elif event == "script":
            self._put({"event": "script", "script": self.play.shown()})
        elif event == "bot":
            self._put({"event": "bot", "bot": bubbles.bot(self.world)})
        elif event == "person" and facts["person"] in self.world.people:
            person = self.world.people[facts["person"]]
            self._put({"event": "person", "person": bubbles.person_shown(self.world, person)})
        elif event == "person":
            self._put({"event": "reload"})
        elif event == "commands":
            for person in self.world.people.values():
                here = {"event": "commands", "person": person.id, "chat": person.id}
                self._put(here | bubbles.commands(self.world, self.world.rooms[person.id], person))

    def _seen(self, event: str, room: Room, person: Person, facts: Json) -> Json:
        frame: Json = {"event": event, "person": person.id, "chat": room.id}
        match event:
            case "message" | "edited":
                frame["bubble"] = bubbles.bubble(self.world, room, facts["message"], person)
            case "keyboard":
                hidden = facts.get("hidden", False)
                frame["keyboard"] = None if hidden else bubbles.keyboard(room)
                frame["force_reply"] = room.force_reply
            case "unread":
                frame["unread"] = room.unread.get(person.id, 0)
            case _:
                frame |= facts
        return frame

    def _put(self, frame: Json) -> None:
        self.seq += 1
        self._events.append((self.seq, orjson.dumps({"seq": self.seq, **frame}).decode()))
        self._ringing.set()
        self._ringing = asyncio.Event()

    def _saved(self) -> None:
        if self.save is not None:
            self.save()

    # inside

    def _person(self, request: web.Request) -> Person:
        person = self.world.people.get(_number(request.match_info["person"]))
        if person is None:
            raise Unable("no_person", "没有这个人", "there is no such person")
        return person

    def _guarded(self, handler: Any) -> Any:
        async def guarded(request: web.Request) -> web.StreamResponse:
            origin = request.headers.get("Origin")
            # Served to other machines on purpose, it goes by any name; here, a strange name is another site's trick.
            ours = _HOST.match(request.host) or not _HOST.match(self.host)
            if not ours or (origin is not None and origin.split("://")[-1] != request.host):
                return _trouble(403, Unable("foreign", "只接受本页面的请求", "only this page may ask"))
            try:
                response: web.StreamResponse = await handler(request)
            except Unable as problem:
                return _trouble(404 if problem.code in ("no_person", "no_chat") else 400, problem)
            except (ValueError, TypeError, KeyError):
                return _trouble(400, Unable("request", "请求不完整", "the request is incomplete"))
            return response

        return guarded


def _static(path: str) -> web.StreamResponse:
    found = (PAGE / path).resolve()
    if not found.is_relative_to(PAGE) or not found.is_file():
        return web.Response(status=404, text="not found")
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    kind = _TYPES.get(found.suffix, "application/octet-stream")
    charset = "utf-8" if kind.startswith(("text/", "application/json")) else None
    return web.Response(body=found.read_bytes(), headers=headers, content_type=kind, charset=charset)


async def _body(request: web.Request) -> Json:
    """JSON, or a multipart form whose file becomes {"file": {"data", "file_name", "mime_type"}}."""
    if request.content_type != "multipart/form-data":
        raw = await request.read()
        body = orjson.loads(raw) if raw else {}
        if not isinstance(body, dict):
            raise ValueError("an object is expected")
        return body
    form: Json = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.filename is not None:
            form[part.name] = {
                "data": content,
                "file_name": part.filename,
                "mime_type": part.headers.get("Content-Type"),
            }
        else:
            form[part.name] = content.decode()
    if "manner" in form:
        form["manner"] = orjson.loads(form["manner"])
    return form


def _place(place: Place) -> Json:
    about = {"zh": place.about_zh, "en": place.about_en} if place.about_zh or place.about_en else None
    return {
        "key": place.key, "label": {"zh": place.zh, "en": place.en}, "latitude": place.latitude,
        "longitude": place.longitude, "about": about, "kind": place.kind,
    }  # fmt: skip


def _json(body: Json) -> web.Response:
    return web.Response(body=orjson.dumps(body), content_type="application/json", headers={"Cache-Control": "no-store"})


def _trouble(status: int, problem: Unable) -> web.Response:
    text = {"zh": problem.zh, "en": problem.en}
    return web.Response(
        status=status, body=orjson.dumps({"error": problem.code, "text": text}), content_type="application/json"
    )


def _number(text: str) -> int:
    return int(text)
