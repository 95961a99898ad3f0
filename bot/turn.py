"""One update, or one job falling due, is one turn; what a turn decides is committed together.

A handler reads, asks a rule, writes, and writes down what to say. It never speaks, commits or
reads the clock: words are rows of the outbox, and the two loops that deliver them come later.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message, Update
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.buttons import Choice, Keyboard
from bot.policy import Policies, Policy
from bot.rules.listening import Limits
from bot.rules.people import Person, Units
from bot.rules.refusal import Refusal
from bot.talk import Step, leaves
from bot.text import language_of, render, split
from storage import tables
from storage.engine import insert_new, upsert
from storage.people import conversation_of

ANSWER_LIFE = timedelta(seconds=15)  # Telegram forgets a tap that is not answered about then

CAPTION = 1024  # what Telegram takes under a picture or a file

INTERACTIVE, REMINDER, BULK = 0, 1, 2
USUAL_LIMITS = Limits()
EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class Written:
    """What the turns of one transaction will have decided, written with few statements at its end."""

    words: list[dict[str, Any]] = field(default_factory=list)
    audit: list[dict[str, Any]] = field(default_factory=list)
    jobs: dict[str, dict[str, Any] | None] = field(default_factory=dict)  # none: forget it
    steps: dict[int, tuple[dict[str, Any] | None, int]] = field(default_factory=dict)
    files: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)


@dataclass(slots=True)
class Turn:
    """What a handler holds: who it is, when it is, and everything that it may decide."""

    db: AsyncConnection
    bot: int
    now: datetime  # when we handle it
    units: Units
    policies: Policies
    person: Person | None = None
    chat_id: int | None = None
    sent_at: datetime = EARLIEST  # when the phone sent it
    spoken: str | None = None  # the language of the client of somebody we don't know
    update: Update | None = None
    bot_name: str | None = None  # for links to the bot; none until Telegram has told it
    step: Step | None = None
    aside: bool = False  # the person turned to something else: what they write now answers no question
    stamp: int = 0
    action: str = "fallback.message"
    rank: int = INTERACTIVE
    people_changed: bool = False
    listening: Limits = USUAL_LIMITS
    route: Callable[[Update, "Turn"], Awaitable[Any]] | None = None  # for words that did not come as an update
    answered: bool = False
    about: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    words: list[dict[str, Any]] = field(default_factory=list)
    jobs: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    files: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    moved: bool = False

    # ------------------------------------------------------------ who and when

    @property
    def me(self) -> Person:
        """The enrolled person whose turn it is; the table of actions lets nobody else come here."""
        if self.person is None:
            raise Refusal("turn-stranger")
        return self.person

    @property
    def language(self) -> str:
        return self.person.language if self.person else language_of(self.spoken)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the person's unit."""
        return self.zone_of(self.person.unit_id) if self.person else ZoneInfo("Asia/Shanghai")

    @property
    def today(self) -> date:
        """The day it is for the person."""
        return self.now.astimezone(self.zone).date()

    @property
    def policy(self) -> Policy:
        """The bank's figures as they stand for the person's unit."""
        return self.policy_of(self.person.unit_id) if self.person else self.policies.of(())

    def zone_of(self, unit_id: int) -> ZoneInfo:
        unit = self.units.by_id.get(unit_id)
        return ZoneInfo(unit.zone) if unit else ZoneInfo("Asia/Shanghai")

    def policy_of(self, unit_id: int) -> Policy:
        return self.policies.of(tuple(unit.code for unit in reversed(list(self.units.path(unit_id)))))

    @property
    def callback(self) -> CallbackQuery | None:
        return self.update.callback_query if self.update else None

    @property
    def late(self) -> timedelta:
        """How long it took to reach us; counts as late only beyond the policy's minutes (受理延迟)."""
        return self.now - self.sent_at

    async def as_said(self, person: Person, text: str, message_id: int, at: datetime) -> None:
        """Go on as if the person had typed these words: the same rooms, steps and permissions.

        For words that a job brings, such as those of a recording: `message_id` and `at` are the recording's.
        """
        if self.route is None or person.telegram_id is None:
            return
        raw, self.stamp = await conversation_of(self.db, person.id)
        self.person, self.chat_id, self.sent_at = person, person.telegram_id, at
        self.step, self.aside = Step.load(raw), bool(raw and raw.get("aside"))
        user = {"id": person.telegram_id, "is_bot": False, "first_name": "-", "language_code": person.language}
        chat = {"id": person.telegram_id, "type": "private"}
        message = {"message_id": message_id, "date": int(at.timestamp()), "chat": chat, "from": user, "text": text}
        self.update = Update.model_validate({"update_id": 0, "message": message})
        words, jobs = list(self.words), dict(self.jobs)
        try:
            async with self.db.begin_nested():
                await self.route(self.update, self)
        except Refusal as no:
            self.undo()
            self.words, self.jobs = words, jobs
            self.refuse(no)

    # ------------------------------------------------------------ saying

    def say(
        self,
        key: str,
        *,
        to: Person | None = None,
        buttons: Sequence[Sequence[Choice]] = (),
        keyboard: Keyboard | None = None,
        slot: str | None = None,
        due: datetime | None = None,
        **facts: Any,
    ) -> None:
        """Write down a message to the person, or to somebody else.

        `slot` ("outing:42") lets a later `edit` find it. With `due` it waits until then; it is
        better to schedule a question (`later`) than a sentence, unless the words are a person's.
        """
        chat_id, language, zone = self._listener(to)
        if chat_id is None:
            return
        parts = split(render(language, key, facts, zone=zone))
        markup = self._markup(language, zone, buttons, keyboard)
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            payload: dict[str, Any] = {"text": part, "parse_mode": "HTML"}
            if self.policy.confidentiality.protect_content:
                payload["protect_content"] = True
            if last and markup is not None:
                payload["reply_markup"] = markup
            self._write("sendMessage", chat_id, payload, key, to=to, slot=slot if last else None, due=due)

    def edit(
        self,
        slot: str,
        key: str,
        *,
        to: Person | None = None,
        buttons: Sequence[Sequence[Choice]] = (),
        **facts: Any,
    ) -> None:
        """Change the message last said in this slot; where there is none any more it is said anew."""
        chat_id, language, zone = self._listener(to)
        if chat_id is None:
            return
        text = split(render(language, key, facts, zone=zone))[0]
        payload: dict[str, Any] = {"text": text, "parse_mode": "HTML"}
        if self.policy.confidentiality.protect_content:
            payload["protect_content"] = True
        payload["reply_markup"] = self._markup(language, zone, buttons, None) or {"inline_keyboard": []}
        self._write("editMessageText", chat_id, payload, key, to=to, slot=slot)

    def send_photo(
        self,
        key: str,
        *,
        data: bytes | None = None,
        file_id: str | None = None,
        name: str = "picture.png",
        to: Person | None = None,
        buttons: Sequence[Sequence[Choice]] = (),
        **facts: Any,
    ) -> None:
        """Write down a picture with a text under it: bytes of our own, or one that Telegram has by `file_id`."""
        self._send("photo", key, data or file_id, name, to, buttons, facts)

    def send_document(
        self,
        key: str,
        *,
        data: bytes | None = None,
        file_id: str | None = None,
        name: str = "file",
        to: Person | None = None,
        buttons: Sequence[Sequence[Choice]] = (),
        **facts: Any,
    ) -> None:
        """Write down a file with a text under it. Files are always protected from being passed on (S-04)."""
        self._send("document", key, data or file_id, name, to, buttons, facts)

    def _send(
        self,
        kind: str,
        key: str,
        what: bytes | str | None,
        name: str,
        to: Person | None,
        buttons: Sequence[Sequence[Choice]],
        facts: dict[str, Any],
    ) -> None:
        chat_id, language, zone = self._listener(to)
        if chat_id is None or not what:
            return
        caption, *more = split(render(language, key, facts, zone=zone), CAPTION)
        payload: dict[str, Any] = {"caption": caption, "parse_mode": "HTML", "protect_content": True}
        digest = None
        if isinstance(what, bytes):
            digest = hashlib.sha256(what + name.encode()).hexdigest()
            bot = self.bot_of(to)
            row = {"bot": bot, "digest": digest, "name": name, "data": what, "made": self.now}
            self.files[bot, digest] = row
        else:
            payload[kind] = what
        if markup := self._markup(language, zone, buttons, None):
            payload["reply_markup"] = markup
        self._write(f"send{kind.title()}", chat_id, payload, key, to=to, file=digest)
        for part in more:  # what does not fit under it follows it
            text = {"text": part, "parse_mode": "HTML", "protect_content": True}
            self._write("sendMessage", chat_id, text, key, to=to)

    def toast(self, key: str, **facts: Any) -> None:
        """Answer the tap with a line that fades; said as a message where there was no tap."""
        self._answer(key, facts, alert=False)

    def alert(self, key: str, **facts: Any) -> None:
        """Answer the tap with a box that must be closed; said as a message where there was no tap."""
        self._answer(key, facts, alert=True)

    def refuse(self, no: Refusal) -> None:
        """Say aloud why not."""
        self.alert(no.key, **no.facts)

    def _answer(self, key: str, facts: Mapping[str, Any], *, alert: bool) -> None:
        tap = self.callback
        if tap is None:
            self.say(key, **facts)
            return
        text = render(self.language, key, facts, zone=self.zone, html=False)
        if len(text) > 200:  # a pop-up holds no more, and a cut reason is no reason
            self.say(key, **facts)
            return
        self.answered = True
        payload = {"callback_query_id": tap.id, "text": text, "show_alert": alert}
        self._write("answerCallbackQuery", tap.from_user.id, payload, key, expires=self.now + ANSWER_LIFE)

    def silence_tap(self) -> None:
        """Answer a tap that nothing else answered, so that the button stops turning."""
        tap = self.callback
        if tap is not None and not self.answered:
            payload = {"callback_query_id": tap.id}
            self._write("answerCallbackQuery", tap.from_user.id, payload, "-", expires=self.now + ANSWER_LIFE)

    def call(self, method: str, chat_id: int, key: str, **payload: Any) -> None:
        """Write down any other call of the Bot API: a menu to set, a chat to leave."""
        self._write(method, chat_id, payload, key)

    def bot_of(self, to: Person | None) -> int:
        """The bot that speaks to this person: a job may fall due in the process of another one."""
        return to.bot if to is not None and to.bot is not None else self.bot

    def _listener(self, to: Person | None) -> tuple[int | None, str, ZoneInfo]:
        if to is None or (self.person and to.id == self.person.id):
            return self.chat_id or (to.telegram_id if to else None), self.language, self.zone
        return to.telegram_id, to.language, self.zone_of(to.unit_id)

    def _markup(
        self, language: str, zone: ZoneInfo, buttons: Sequence[Sequence[Choice]], keyboard: Keyboard | None
    ) -> dict[str, Any] | None:
        if buttons:
            return {"inline_keyboard": [[self._button(language, zone, each) for each in row] for row in buttons]}
        if keyboard is None:
            return None
        if not keyboard.rows:
            return {"remove_keyboard": True}

        def drawn(key: str) -> dict[str, Any]:
            button: dict[str, Any] = {"text": render(language, key, {}, zone=zone, html=False)}
            if key == keyboard.place:
                button["request_location"] = True
            return button

        rows = [[drawn(key) for key in row] for row in keyboard.rows]
        made: dict[str, Any] = {"keyboard": rows, "resize_keyboard": True, "is_persistent": not keyboard.once}
        if keyboard.once:
            made["one_time_keyboard"] = True
        return made

    def _button(self, language: str, zone: ZoneInfo, choice: Choice) -> dict[str, Any]:
        text = render(language, choice.key, choice.facts, zone=zone, html=False)
        if choice.url is not None:
            return {"text": text, "url": choice.url}
        if choice.button is None:
            raise ValueError(f"{choice.key}: a button that does nothing")
        return {"text": text, "callback_data": choice.button.pack()}

    def _write(
        self,
        method: str,
        chat_id: int,
        payload: dict[str, Any],
        key: str,
        *,
        to: Person | None = None,
        slot: str | None = None,
        due: datetime | None = None,
        expires: datetime | None = None,
        file: str | None = None,
    ) -> None:
        # Answers to taps perish within seconds, so they never wait behind a message.
        lane = f"answers:{chat_id}" if method == "answerCallbackQuery" else f"chat:{chat_id}"
        self.words.append(
            {
                "bot": self.bot_of(to),
                "lane": lane,
                "rank": self.rank,
                "chat_id": chat_id,
                "method": method,
                "payload": payload,
                "key": key,
                "slot": slot,
                "made": self.now,
                "due": due or self.now,
                "expires": expires,
                "file": file,
            }
        )

    # ------------------------------------------------------------ deciding

    def go(self, step: Step | None) -> None:
        """Move the conversation; None ends it."""
        self.step = step
        self.moved = True

    def later(self, action: str, *, name: str, due: datetime, **args: Any) -> None:
        """Ask a question again at a moment (UTC). The same name again replaces the earlier one."""
        self.jobs[name] = {"name": name, "action": action, "args": args, "due": due}

    def forget(self, name: str) -> None:
        """A question that need not be asked any more."""
        self.jobs[name] = None

    def note(self, about: str, **facts: Any) -> None:
        """Facts for the audit line: ids, verdicts and figures; never the words of a person."""
        self.about = about
        self.facts.update(facts)

    def undo(self) -> None:
        """Forget everything that the handler decided; its writes are undone by the savepoint."""
        self.words.clear()
        self.jobs.clear()
        self.files.clear()
        self.facts.clear()
        self.about, self.moved, self.answered = None, False, False

    def conversation(self) -> tuple[dict[str, Any] | None, int] | None:
        """The step to be kept, with its stamp; None where nothing about it has changed.

        A command or a keyboard button leaves a question without ending it: its buttons still work, but
        what is written afterwards is no answer to it.
        """
        if self.moved:
            return (self.step.dump() if self.step else None), self.stamp + 1
        message = self.update.message if self.update else None
        if self.step and not self.aside and message is not None and leaves(message.text or ""):
            return self.step.dump() | {"aside": True}, self.stamp
        return None

    def save(self, written: Written, *, changed: bool) -> None:
        """Hand everything over to be written with the transaction."""
        self.silence_tap()
        written.words += self.words
        written.jobs |= self.jobs
        written.files |= self.files
        if self.person and (moved := self.conversation()):
            written.steps[self.person.id] = moved
        if changed or self.about:
            written.audit.append(
                {
                    "at": self.now,
                    "person_id": self.person.id if self.person else None,
                    "action": self.action,
                    "about": self.about,
                    "facts": self.facts,
                }
            )


async def write(db: AsyncConnection, written: Written) -> None:
    """Write what the turns of a transaction decided: a statement per table, however many turns."""
    if written.files:
        await db.execute(insert_new(db, tables.files), list(written.files.values()))
    if written.words:
        await db.execute(tables.outbox.insert(), written.words)
    if written.audit:
        await db.execute(tables.audit.insert(), written.audit)
    if written.steps:
        rows = [
            {"person_id": person_id, "step": step, "stamp": stamp} for person_id, (step, stamp) in written.steps.items()
        ]
        await upsert(db, tables.conversations, rows, ("person_id",))
    forgotten = [name for name, job in written.jobs.items() if job is None]
    if forgotten:
        await db.execute(delete(tables.jobs).where(tables.jobs.c.name.in_(forgotten)))
    wanted = [
        job | {"done": None, "failed": None, "attempts": 0, "retry_at": None} for job in written.jobs.values() if job
    ]
    await upsert(db, tables.jobs, wanted, ("name",))


def sent_at(update: Update, now: datetime) -> datetime:
    """When the person acted, as far as Telegram tells; a tap has no time of its own."""
    message = update.edited_message or update.message
    if message is None:
        return now
    moment = message.edit_date if update.edited_message and message.edit_date else message.date
    if isinstance(moment, int):
        moment = datetime.fromtimestamp(moment, UTC)
    return min(moment, now)


def private_chat(update: Update) -> int | None:
    """The private chat an update comes from; none when it comes from a group or a channel."""
    event = update.message or update.edited_message or update.my_chat_member
    if event is not None:
        return event.chat.id if event.chat.type == "private" else None
    if update.callback_query is not None:
        asked = update.callback_query.message
        if isinstance(asked, Message) and asked.chat.type != "private":
            return None
        return update.callback_query.from_user.id
    return None


def refused(key: str, **facts: Any) -> NoReturn:
    """Say no in one word, where a rule would be too much."""
    raise Refusal(key, **facts)
