"""The stage: people who say, tap and hear; a real database; a real dispatcher; a mouth that writes down.

    async def test_a_person_asks_for_help(stage):
        li = stage.actor("li")
        await li.says("/help")
        li.heard("people-help")

Every story is played in three kinds of weather (calm, every update delivered twice, a restart
before every update) on SQLite and on PostgreSQL. Whatever is said goes through the contract.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from bot import app as apps
from bot.clock import StillClock
from bot.outbox import Limits
from bot.settings import Secret, Settings
from bot.speech.port import Heard as Words
from bot.text import captions, render
from handlers import AREAS
from storage import jobs as jobs_store, tables as t
from tests import contract

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 8, 3)
TOKEN = "4200:TEST-token_for-the-stage"
BOT = 4200


@dataclass
class Heard:
    key: str
    method: str
    text: str
    payload: dict[str, Any]


@dataclass
class Actor:
    """Somebody with a phone."""

    stage: "Stage"
    name: str
    person_id: int
    telegram_id: int
    language: str = "zh-Hans"
    all_heard: list[Heard] = field(default_factory=list)
    seen: int = 0
    asked_with: int | None = None  # the message that last carried a keyboard

    # ------------------------------------------------------------ doing

    async def says(self, text: str, **more: Any) -> None:
        entities = {}
        if text.startswith("/"):
            command = text.split()[0]
            entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(command)}]}
        await self.sends(text=text, **entities, **more)

    async def presses(self, caption_key: str) -> None:
        """Tap a button of the keyboard under the message field."""
        label = render(self.language, caption_key, {}, zone=ZONE, html=False)
        assert label in captions(caption_key)
        await self.says(label)

    async def locates(
        self,
        latitude: float,
        longitude: float,
        *,
        accuracy: float | None = None,
        live: int | None = None,
        reply: bool = True,
        **more: Any,
    ) -> int:
        """Send the phone's place; returns the message id, which a live location keeps while it moves."""
        location: dict[str, Any] = {"latitude": latitude, "longitude": longitude}
        if accuracy is not None:
            location["horizontal_accuracy"] = accuracy
        if live is not None:
            location["live_period"] = live
        if reply and self.asked_with is not None:
            more["reply_to_message"] = {
                "message_id": self.asked_with,
                "date": self.stage.unix(),
                "chat": self.chat,
                "from": {"id": BOT, "is_bot": True, "first_name": "Waiqin"},
                "text": "?",
            }
        return await self.sends(location=location, **more)

    async def moves(
        self, message_id: int, latitude: float, longitude: float, *, live: int | None = 900, **more: Any
    ) -> None:
        """A live location that was sent before changes its place."""
        location: dict[str, Any] = {"latitude": latitude, "longitude": longitude, **more}
        if live is not None:
            location["live_period"] = live
        message = self.message(message_id=message_id, location=location)
        message["edit_date"] = self.stage.unix()
        await self.stage.feed({"edited_message": message})

    async def speaks(self, words: Any, *, again: str | None = None, **more: Any) -> int:
        """Send a voice note in which these words (or this trouble) are heard; `again` sends the same one again."""
        name = again or f"voice-{next(self.stage.ids)}"
        if again is None:
            self.stage.ears.sounds[name] = words
        sound = {"file_id": name, "file_unique_id": name, "duration": 3, "file_size": 9_000, **more}
        return await self.sends(voice=sound)

    async def edits(self, message_id: int, text: str) -> None:
        message = self.message(message_id=message_id, text=text)
        message["edit_date"] = self.stage.unix()
        await self.stage.feed({"edited_message": message})

    async def taps(self, what: str, label: str | None = None) -> None:
        """Tap an inline button: by its action ("outings.confirm"), and its label where there are several."""
        for message_id, payload in reversed(self.stage.screen(self.telegram_id).items()):
            for row in (payload.get("reply_markup") or {}).get("inline_keyboard", []):
                for button in row:
                    data = button.get("callback_data", "")
                    if (data == what or data.startswith(f"{what}:")) and (label is None or label in button["text"]):
                        await self.taps_data(data, message_id)
                        return
        raise AssertionError(f"{self.name} sees no button {what} {label or ''}; there are {self.buttons()}")

    async def taps_data(self, data: str, message_id: int = 1) -> None:
        """Tap a button of whatever callback data, also one that is not on the screen any more."""
        await self.stage.feed(
            {
                "callback_query": {
                    "id": str(next(self.stage.ids)),
                    "from": self.user,
                    "chat_instance": "1",
                    "data": data,
                    "message": {
                        "message_id": message_id,
                        "date": self.stage.unix(),
                        "chat": self.chat,
                        "from": {"id": BOT, "is_bot": True, "first_name": "Waiqin"},
                        "text": "?",
                    },
                }
            }
        )

    async def blocks(self, blocked: bool = True) -> None:
        def member(status: str) -> dict[str, Any]:
            user = {"id": BOT, "is_bot": True, "first_name": "Waiqin"}
            return {"status": status, "user": user, **({"until_date": 0} if status == "kicked" else {})}

        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        await self.stage.feed(
            {
                "my_chat_member": {
                    "chat": self.chat,
                    "from": self.user,
                    "date": self.stage.unix(),
                    "old_chat_member": member(old),
                    "new_chat_member": member(new),
                }
            }
        )

    async def sends(self, *, sent_at: datetime | None = None, **what: Any) -> int:
        message = self.message(**what)
        if sent_at is not None:
            message["date"] = int(sent_at.timestamp())
        await self.stage.feed({"message": message})
        return int(message["message_id"])

    def message(self, message_id: int | None = None, **what: Any) -> dict[str, Any]:
        return {
            "message_id": message_id or next(self.stage.ids),
            "date": self.stage.unix(),
            "chat": self.chat,
            "from": self.user,
            **what,
        }

    @property
    def user(self) -> dict[str, Any]:
        return {
            "id": self.telegram_id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language.lower(),
        }

    @property
    def chat(self) -> dict[str, Any]:
        return {"id": self.telegram_id, "type": "private", "first_name": self.name}

    # ------------------------------------------------------------ hearing

    @property
    def news(self) -> list[Heard]:
        """What was said since the last look."""
        return self.all_heard[self.seen :]

    def heard(self, *keys: str) -> str:
        """Assert that exactly these keys were said since the last look, in this order; returns all their texts."""
        fresh = self.news
        self.seen = len(self.all_heard)
        assert [each.key for each in fresh] == list(keys), f"{self.name}: {[(e.key, e.text) for e in fresh]}"
        return "\n".join(each.text for each in fresh)

    def heard_nothing(self) -> None:
        self.heard()

    def skip(self) -> None:
        """Whatever was said so far does not matter here."""
        self.seen = len(self.all_heard)

    @property
    def last(self) -> Heard:
        return self.all_heard[-1]

    def buttons(self) -> list[str]:
        """The callback data of every inline button on the screen, newest message last."""
        return [
            button.get("callback_data", "")
            for payload in self.stage.screen(self.telegram_id).values()
            for row in (payload.get("reply_markup") or {}).get("inline_keyboard", [])
            for button in row
        ]

    def file(self) -> Any:
        """The picture or file last sent to the person: its `name` and `data`; one that Telegram had, by its id."""
        for payload in reversed(self.stage.screen(self.telegram_id).values()):
            for kind in ("photo", "document"):
                if kind in payload:
                    sent = payload[kind]
                    return self.stage.paper.files.get(sent, sent) if isinstance(sent, str) else sent
        raise AssertionError(f"{self.name} was sent no file")

    def sees(self, message_contains: str) -> bool:
        """Whether some message on the screen (edits included) has these words now."""
        return any(message_contains in payload["text"] for payload in self.stage.screen(self.telegram_id).values())


class Paper:
    """A mouth that writes down what it says, after checking it; it can be told to fail."""

    def __init__(self) -> None:
        self.screens: dict[int, dict[int, dict[str, Any]]] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.trouble: Callable[[str, dict[str, Any]], Exception | None] = lambda method, payload: None
        self.ids = count(500_001)
        self.files: dict[str, Any] = {}  # what was sent, by the name that Telegram would give it

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        error = self.trouble(method, payload)
        if error is not None:
            raise error
        contract.check(method, payload)
        self.calls.append((method, payload))
        if method == "sendMessage":
            message_id = next(self.ids)
            self.screens.setdefault(payload["chat_id"], {})[message_id] = payload
            return {"message_id": message_id}
        if method in ("sendPhoto", "sendDocument"):
            message_id, kind = next(self.ids), method.removeprefix("send").lower()
            file = payload[kind]
            name = file if isinstance(file, str) else f"file-{message_id}"
            if not isinstance(file, str):
                self.files[name] = file
            self.screens.setdefault(payload["chat_id"], {})[message_id] = payload | {"text": payload["caption"]}
            sent = {"file_id": name}
            return {"message_id": message_id, kind: [sent] if kind == "photo" else sent}
        if method == "editMessageText":
            screen = self.screens.setdefault(payload["chat_id"], {})
            assert payload["message_id"] in screen, "an edit of a message that nobody has"
            screen[payload["message_id"]] = payload
            return {"message_id": payload["message_id"]}
        return True


class Ears:
    """Files and a recogniser: what is heard in a recording is what the test says, or its trouble."""

    def __init__(self) -> None:
        self.sounds: dict[str, Any] = {}
        self.heard: list[str] = []

    async def file(self, file_id: str, largest: int) -> bytes:
        return file_id.encode()

    async def hear(self, recording: bytes, language: str) -> Any:
        self.heard.append(recording.decode())
        answer = self.sounds[recording.decode()]
        if isinstance(answer, list):  # trouble first, words later
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if isinstance(answer, Exception):
            raise answer
        return Words(answer, 3.0, "test", "test", 0.1)

    async def call(self, *_args: Any, **_options: Any) -> Any:
        return {}

    async def close(self) -> None:
        return


@dataclass
class Stage:
    url: str
    weather: str = "calm"
    clock: StillClock = field(default_factory=lambda: StillClock(local(MONDAY, time(9, 0))))
    actors: dict[str, Actor] = field(default_factory=dict)
    ids: Any = field(default_factory=lambda: count(1))
    update_ids: Any = field(default_factory=lambda: count(70_001))
    paper: Paper = field(default_factory=Paper)
    ears: "Ears" = field(default_factory=lambda: Ears())
    policy: str | None = None
    app: Any = None
    last_row: int = 0
    last_update: dict[str, Any] | None = None

    # ------------------------------------------------------------ the program

    def build(self) -> None:
        settings = Settings(token=Secret(TOKEN), database_url=Secret(self.url), policy=self.policy)
        self.app = apps.build(settings, self.clock, AREAS)
        self.app.mouth.speaker = self.paper
        self.app.slow.tools.telegram = self.ears
        self.app.slow.tools.speech = self.ears
        self.app.mouth.holder = "the stage"
        self.app.mouth.limits = Limits(1e6, 1e6, 1e6, 1e6, 32)
        self.app.mouth.__post_init__()

    async def restart(self) -> None:
        """As if the process had been killed: only the database remembers."""
        await self.app.close()
        self.build()

    async def feed(self, what: dict[str, Any]) -> None:
        """Bring an update, in this stage's weather."""
        from bot.ears import hear

        self.last_update = {"update_id": next(self.update_ids), **what}
        if self.weather == "restarts":
            await self.restart()
        await hear(self.app.turns, [self.last_update])
        await self.drain()
        await self.listen()
        if self.weather == "echoes":
            before = self.last_row
            await hear(self.app.turns, [self.last_update])
            await self.drain()
            assert self.last_row == before, "an update that came twice was answered twice"

    async def drain(self) -> None:
        """Deliver what is due, and let the actors hear it."""
        await self.app.mouth.deliver_due()
        async with self.app.database.reading() as db:
            rows = (
                await db.execute(select(t.outbox).where(t.outbox.c.id > self.last_row).order_by(t.outbox.c.id))
            ).all()
        by_chat = {actor.telegram_id: actor for actor in self.actors.values()}
        for row in rows:
            self.last_row = max(self.last_row, row.id)
            actor = by_chat.get(row.chat_id)
            if actor is None or row.state != "sent" or row.key == "-":
                continue
            actor.all_heard.append(Heard(row.key, row.method, words_of(row.payload or {}), row.payload or {}))
            markup = (row.payload or {}).get("reply_markup") or {}
            if "keyboard" in markup:
                actor.asked_with = row.message_id

    async def listen(self) -> None:
        """Let recordings become words."""
        while (self.ears.sounds and await self.app.slow.one("voice")) or await self.app.slow.one("paper"):
            if self.weather == "restarts":
                await self.restart()
        await self.drain()

    def screen(self, telegram_id: int) -> dict[int, dict[str, Any]]:
        return self.paper.screens.get(telegram_id, {})

    # ------------------------------------------------------------ time

    def unix(self) -> int:
        return int(self.clock.now().timestamp())

    async def at(self, clock_time: str, *, days: int = 0) -> None:
        """Let it become this local time (today, or days later), asking every question due on the way."""
        here = self.clock.now().astimezone(ZONE)
        target = local(here.date() + timedelta(days=days), time.fromisoformat(clock_time))
        assert target >= self.clock.now(), "the stage's time only goes forward"
        while True:
            async with self.app.database.reading() as db:
                due = await jobs_store.next_due(db)
            if due is None or due > target:
                break
            self.clock.move_to(max(due, self.clock.now()))
            if self.weather == "restarts":
                await self.restart()
            while await self.app.turns.run_due():
                pass
            await self.drain()
        self.clock.move_to(target)
        await self.drain()

    # ------------------------------------------------------------ the cast

    def actor(self, name: str) -> Actor:
        return self.actors[name]

    async def change(self, table: Any, where: Any, **columns: Any) -> None:
        """Change a row behind the bot's back: what an administrator or an import would do."""
        async with self.app.database.writing() as db:
            await db.execute(update(table).where(where).values(**columns))
        self.app.turns._units = None

    async def rows(self, table: Any, *where: Any) -> list[Any]:
        async with self.app.database.reading() as db:
            return list((await db.execute(select(table).where(*where).order_by(*table.primary_key.columns))).all())

    def stranger(self, name: str = "stranger", telegram_id: int = 99_999, language: str = "zh-Hans") -> Actor:
        self.actors[name] = Actor(self, name, 0, telegram_id, language)
        return self.actors[name]


def words_of(payload: dict[str, Any]) -> str:
    """The text of a message, or that under a picture or file."""
    return str(payload.get("text") or payload.get("caption") or "")


def local(day: date, at: time) -> datetime:
    return datetime.combine(day, at, ZONE).astimezone(UTC)


# ---------------------------------------------------------------- a small bank

UNITS = [
    # id, code, name, parent, kind, head, deputy
    (1, "HQ", "总行", None, "head_office", None, None),
    (2, "BR", "江城分行", 1, "branch", 6, None),
    (3, "TA", "公司一部", 2, "department", 3, 5),
    (4, "TB", "公司二部", 2, "department", 4, None),
]
PEOPLE = [
    # id, key, name, unit, roles, language
    (1, "li", "李伟", 3, ["rm@3"], "zh-Hans"),
    (2, "zhang", "张敏", 3, ["rm@3"], "zh-Hant"),
    (3, "chen", "陈主任", 3, ["supervisor@3"], "zh-Hans"),
    (4, "zhao", "赵主任", 4, ["supervisor@4"], "zh-Hans"),
    (5, "sun", "孙副主任", 3, ["rm@3", "supervisor@3"], "zh-Hans"),
    (6, "qian", "钱行长", 2, ["leader@2", "rm@2"], "en"),
    (7, "wu", "吴强", 4, ["rm@4"], "en"),
    (8, "zheng", "郑信息", 3, ["clerk@3"], "zh-Hans"),
    (9, "feng", "冯稽核", 1, ["auditor@1"], "zh-Hans"),
    (10, "admin", "管理员", 1, ["administrator@1"], "zh-Hans"),
]
CLIENTS = [
    # columns: id, code, alias, segment, tier, keeper, unit, latitude and longitude in WGS-84
    (1, "C001", "鼎盛纺织", "corporate", "platinum", 1, 3, 30.5001, 114.3001),
    (2, "C002", "华丰机械", "corporate", "gold", 1, 3, 30.5201, 114.3301),
    (3, "C003", "华丰食品", "corporate", "gold", 1, 3, 30.4801, 114.2801),
    (4, "C004", "宏远物流", "corporate", None, 2, 3, 30.5401, 114.3501),
    (5, "C005", "蓝海科技", "corporate", "diamond", 7, 4, 30.5601, 114.3701),
    (6, "C006", "无址商行", "retail", None, 1, 3, None, None),
]


async def people_the_bank(stage: Stage) -> None:
    """Put the small bank into the database and its people on the stage."""
    async with stage.app.database.writing() as db:
        await db.execute(
            t.units.insert(),
            [
                {"id": i, "code": c, "name": n, "parent_id": p, "kind": k, "zone": "Asia/Shanghai"}
                for i, c, n, p, k, _, _ in UNITS
            ],
        )
        await db.execute(
            t.people.insert(),
            [
                {
                    "id": i,
                    "code": f"S{i:03}",
                    "name": name,
                    "unit_id": unit,
                    "telegram_id": 1000 + i,
                    "bot": BOT,
                    "language": language,
                    "notice_accepted_at": stage.clock.now() - timedelta(days=30),
                }
                for i, _, name, unit, _, language in PEOPLE
            ],
        )
        for unit_id, *_, head, deputy in UNITS:
            await db.execute(update(t.units).where(t.units.c.id == unit_id).values(head_id=head, deputy_id=deputy))
        held = [[*role.split("@"), i] for i, _, _, _, roles, _ in PEOPLE for role in roles]
        await db.execute(
            t.grants.insert(), [{"person_id": i, "role": role, "unit_id": int(unit)} for role, unit, i in held]
        )
        await db.execute(
            t.clients.insert(),
            [
                {"id": i, "code": c, "alias": a, "segment": s, "tier": tier, "keeper_id": k, "unit_id": u}
                for i, c, a, s, tier, k, u, _, _ in CLIENTS
            ],
        )
        await db.execute(
            t.places.insert(),
            [
                {
                    "client_id": i,
                    "label": "",
                    "latitude": lat,
                    "longitude": lon,
                    "datum": "WGS-84",
                    "origin": "imported",
                }
                for i, *_, lat, lon in CLIENTS
                if lat is not None
            ],
        )
    for i, key, _name, _, _, language in PEOPLE:
        stage.actors[key] = Actor(stage, key, i, 1000 + i, language)
