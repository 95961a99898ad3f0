"""Play the day: a field day as data, played through the phones, a step at a time or in one go.

A step does what one person could do (say, tap, press, send a place) and names what somebody should then see. It finds
buttons by what is written in their callback data's prefix, or by caption, never by message id.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.phone import Manner, Phone
from bot.sandbox.rejected import Json, Unable
from bot.sandbox.telegram import Person, Room, World

PATIENCE = 15.0  # real seconds to wait for what a step should bring
READING = 2.5  # real seconds between steps at pace 1


@dataclass(frozen=True)
class Place:
    """A place to send a location from, WGS-84; `kind` client|office|other."""

    key: str
    zh: str
    en: str
    latitude: float
    longitude: float
    kind: str = "client"
    about_zh: str = ""
    about_en: str = ""


@dataclass(frozen=True)
class Say:
    text: str


@dataclass(frozen=True)
class Start:
    """Open the invitation link, or the plain bot when `invited` is False."""

    invited: bool = True


@dataclass(frozen=True)
class Tap:
    """The newest inline button whose callback data begins with `data`; `label` narrows it to one of several."""

    data: str
    label: str | None = None


@dataclass(frozen=True)
class Press:
    """A key of the reply keyboard by the beginning of one of `captions` (one per language); a place if it asks.

    No captions: the key that asks for a location.
    """

    captions: tuple[str, ...] = ()
    place: str | None = None
    accuracy: float | None = None


@dataclass(frozen=True)
class Point:
    """A static location at a place; `forwarded` marks it as somebody's forwarded message."""

    place: str
    accuracy: float | None = None
    forwarded: str | None = None


@dataclass(frozen=True)
class Live:
    """Share a live location at a place."""

    place: str
    minutes: int = 15
    accuracy: float = 12.0


@dataclass(frozen=True)
class Walk:
    """Move the newest live share to a place."""

    place: str
    accuracy: float = 12.0


@dataclass(frozen=True)
class ClockTo:
    """Move the clock on to `at` ("16:25", "tomorrow 07:40", "workday 08:30") in the sandbox's zone."""

    at: str


Act = Say | Start | Tap | Press | Point | Live | Walk | ClockTo


@dataclass(frozen=True)
class Sees:
    """Something the bot shows after the step: one of `words`, a button by its data's beginning, or an answer to a tap.

    With nothing given: any new or changed message from the bot. `by` is the key of the person who sees it
    (default: who acts).
    """

    words: tuple[str, ...] = ()
    button: str | None = None
    by: str | None = None


@dataclass(frozen=True)
class Step:
    person: str
    zh: str
    en: str
    act: Act
    sees: tuple[Sees, ...] = ()


@dataclass
class Play:
    """The script in progress. Where it stands is part of the world, so that a restart resumes it."""

    world: World
    steps: Sequence[Step] = ()
    places: dict[str, Place] = field(default_factory=dict)
    zone: str = "Asia/Shanghai"
    zh: str = "外勤的一天"
    en: str = "A day in the field"
    state: str = "idle"
    problem: str | None = None
    patience: float = PATIENCE
    on_clock: Callable[[timedelta], None] | None = None  # moves the clock and tells the phones
    _running: "asyncio.Task[None] | None" = None

    @property
    def at(self) -> int:
        return min(int(self.world.script.get("at", 0)), len(self.steps))

    def start(self, pace: float = 1.0) -> None:
        """Play on from where it stands; `pace` 2 is twice as fast, 0 doesn't pause to let people read."""
        if self.state in ("running", "done", "failed"):
            return
        self._show("running")
        self._running = asyncio.get_running_loop().create_task(self._run(pace))

    async def step(self) -> None:
        """Do exactly one step, then pause. A failed one is tried again."""
        await self.stop()
        if self.at >= len(self.steps):
            return
        self._show("running")
        if await self._do():
            self._show("done" if self.at >= len(self.steps) else "paused")

    async def stop(self) -> None:
        running, self._running = self._running, None
        if running is not None and not running.done():
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
        if self.state == "running":
            self._show("paused")

    async def reset(self) -> None:
        """Back to the first step; the world stays as it is."""
        await self.stop()
        self._go(0)
        self._show("idle")

    def shown(self) -> Json:
        """The script as the phones contract has it."""
        states = {"running": "now", "failed": "failed"}
        return {
            "title": {"zh": self.zh, "en": self.en},
            "state": self.state,
            "at": self.at,
            "steps": [
                {
                    "n": n,
                    "person": self._id(step.person),
                    "key": step.person,
                    "title": {"zh": step.zh, "en": step.en},
                    "state": "done"
                    if n < self.at
                    else states.get(self.state, "waiting")
                    if n == self.at
                    else "waiting",
                    "problem": self.problem if n == self.at else None,
                }
                for n, step in enumerate(self.steps)
            ],
        }

    async def _run(self, pace: float) -> None:
        while self.at < len(self.steps):
            if not await self._do():
                return
            if pace > 0 and self.at < len(self.steps):
                await asyncio.sleep(READING / pace)
        self._show("done")

    async def _do(self) -> bool:
        """The step that is next; False (and state "failed") when it can't be done or nobody sees what they should."""
        step = self.steps[self.at]
        watch = _Watch(self.world)
        try:
            self._act(Phone(self.world, step.person), step.act)
            async with asyncio.timeout(self.patience):
                for sees in step.sees:
                    await watch.until(self.world.person(sees.by or step.person), sees)
        except (Unable, TimeoutError, KeyError) as problem:
            late = "nothing of the kind was seen in time"
            self.problem = late if isinstance(problem, TimeoutError) else str(problem)
            self._show("failed")
            return False
        finally:
            watch.close()
        self._go(self.at + 1)
        self._show(self.state)
        return True

    def _act(self, phone: Phone, act: Act) -> None:
        match act:
            case Say(text):
                phone.say(text)
            case Start(invited):
                phone.start(phone.person.invite if invited else None)
            case Tap(data, label):
                phone.tap(data, label=label)
            case Press(captions, place, accuracy):
                point = self._point(place, accuracy) if place else None
                phone.press(_caption(phone, captions), location=point)
            case Point(place, accuracy, forwarded):
                if forwarded is not None:
                    self._forward(phone, place, forwarded)
                else:
                    phone.send_location(**self._point(place, accuracy))
            case Live(place, minutes, accuracy):
                phone.share_live(**self._point(place, accuracy), live_period=minutes * 60)
            case Walk(place, accuracy):
                shares = [message_id for chat, message_id in self.world.live if chat == phone.person.id]
                if not shares:
                    raise Unable("not_live", "没有正在共享的实时位置", "no live share is running")
                phone.move(max(shares), **self._point(place, accuracy))
            case ClockTo(at):
                now = self.world.clock.now()
                if self.on_clock is None:
                    raise Unable("clock", "时钟不能调整", "this clock can't be moved")
                self.on_clock(next_time(at, now, self.zone) - now)

    def _forward(self, phone: Phone, place: str, name: str) -> None:
        phone.send_location(**self._point(place, None), manner=Manner(forward={"type": "hidden_user", "name": name}))

    def _point(self, key: str, accuracy: float | None) -> dict[str, Any]:
        place = self.places[key]
        return {"latitude": place.latitude, "longitude": place.longitude, "horizontal_accuracy": accuracy}

    def _id(self, key: str) -> int | None:
        return next((person.id for person in self.world.people.values() if person.key == key), None)

    def _go(self, at: int) -> None:
        self.problem = None
        self.world.script = {"at": at}
        self.world.touch("world", 0)

    def _show(self, state: str) -> None:
        self.state = state
        self.world.tell("script", None)


class _Watch:
    """What the bot has shown since it was made, and a bell for more."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.seen: list[tuple[Room, str, Json]] = []
        self.bell = asyncio.Event()
        world.watchers.append(self._note)

    def close(self) -> None:
        self.world.watchers.remove(self._note)

    async def until(self, person: Person, sees: Sees) -> None:
        while not any(_fits(person, sees, *one) for one in self.seen):
            self.bell.clear()
            await self.bell.wait()

    def _note(self, event: str, room: Room | None, facts: Json) -> None:
        shown = event in ("message", "edited") and facts["message"]["from"]["is_bot"]
        if room is not None and (shown or event == "answer"):
            # A message may change again before anybody looks: keep it as it was.
            self.seen.append((room, event, dict(facts["message"]) if shown else facts))
            self.bell.set()


def next_time(at: str, now: datetime, zone: str) -> datetime:
    """The next moment a phrase means: "16:25", "tomorrow 07:40", "workday 08:30" (Monday to Friday), or ISO.

    `now` is aware UTC, and so is the answer. "today 7:40" may be past. Raises `Unable` for any other phrase.
    """
    local = now.astimezone(ZoneInfo(zone))
    word, _, rest = at.strip().rpartition(" ")
    try:
        if "T" in at or word not in ("", "today", "tomorrow", "workday"):
            moment = datetime.fromisoformat(at)
            return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
        wanted = datetime.combine(local.date(), time.fromisoformat(rest.zfill(5)), ZoneInfo(zone))
    except ValueError:
        raise Unable("clock", "请写成 16:25 或 tomorrow 07:40", "write 16:25 or tomorrow 07:40") from None
    if word == "tomorrow" or (word in ("", "workday") and wanted <= local):
        wanted += timedelta(days=1)
    while word == "workday" and wanted.isoweekday() > 5:
        wanted += timedelta(days=1)
    return wanted.astimezone(UTC)


def _caption(phone: Phone, captions: tuple[str, ...]) -> str:
    keyboard = phone.room.keyboard
    for button in [one for row in keyboard["markup"]["keyboard"] for one in row] if keyboard else []:
        if button["text"].startswith(captions) if captions else button.get("request_location"):
            return str(button["text"])
    raise Unable("no_button", "键盘上没有这个按钮", "the keyboard has no such key")


def _fits(person: Person, sees: Sees, room: Room, event: str, facts: Json) -> bool:
    if person.id not in room.members or (event == "answer" and facts["person"] != person.id):
        return False
    text = str(facts.get("text") or facts.get("caption") or "")
    if sees.button is not None:
        rows = facts.get("reply_markup", {}).get("inline_keyboard", [])
        if not any(one.get("callback_data", "").startswith(sees.button) for row in rows for one in row):
            return False
    return not sees.words or any(words in text for words in sees.words)
