"""Words leave in order, paced, obeying Telegram; what is in doubt after a crash is known."""

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.clock import StillClock
from bot.outbox import Limits, Mouth, Pace
from bot.telegram import Flood, Gone, Rejected, Unreachable
from storage import outbox as store, tables as t
from storage.engine import Database
from tests.stage import BOT, MONDAY, local


class Ear:
    """What Telegram would hear, and what it answers."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.answers: list[Any] = []

    async def call(self, method: str, payload: dict[str, Any]) -> Any:
        self.heard.append((method, payload))
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        return answer or {"message_id": 100 + len(self.heard)}

    @property
    def texts(self) -> list[str]:
        return [payload.get("text", method) for method, payload in self.heard]


@pytest.fixture
def clock() -> StillClock:
    return StillClock(local(MONDAY, time(9)))


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def mouth(database: Database, ear: Ear, clock: StillClock) -> Mouth:
    return Mouth(database, ear, BOT, clock, Limits(1e6, 1e6, 1e6, 1e6, 32), holder="one")


async def put(database: Database, clock: StillClock, text: str, chat: int = 7, **more: Any) -> int:
    row = {
        "bot": BOT,
        "lane": more.pop("lane", f"chat:{chat}"),
        "rank": 0,
        "chat_id": chat,
        "method": "sendMessage",
        "payload": {"text": text},
        "key": "k",
        "made": clock.now(),
        "due": clock.now(),
    } | more
    async with database.writing() as db:
        return int((await db.execute(t.outbox.insert().values(row).returning(t.outbox.c.id))).scalar_one())


async def states(database: Database) -> list[str]:
    async with database.reading() as db:
        return [row.state for row in await db.execute(t.outbox.select().order_by(t.outbox.c.id))]


async def test_a_lane_keeps_its_order_even_while_its_head_backs_off(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    await put(database, clock, "a")
    await put(database, clock, "b")
    await put(database, clock, "other", chat=8)
    ear.answers = [Unreachable("away")]
    await mouth.deliver_due()
    assert sorted(ear.texts) == ["a", "other"]
    assert await states(database) == ["pending", "pending", "sent"]
    clock.shift(timedelta(seconds=2))
    await mouth.deliver_due()
    assert ear.texts[-2:] == ["a", "b"]


async def test_what_is_meant_for_later_waits_without_blocking(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    await put(database, clock, "evening", due=clock.now() + timedelta(hours=8))
    await put(database, clock, "now")
    await mouth.deliver_due()
    assert ear.texts == ["now"]
    clock.shift(timedelta(hours=8))
    await mouth.deliver_due()
    assert ear.texts == ["now", "evening"]


async def test_an_answer_to_a_tap_does_not_wait_behind_a_message_and_perishes(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    await put(database, clock, "slow")
    tap = {"lane": "answers:7", "method": "answerCallbackQuery", "payload": {"callback_query_id": "1"}}
    await put(database, clock, "", **tap, expires=clock.now() + timedelta(seconds=15))
    ear.answers = [Unreachable("away")]
    await mouth.deliver_due()
    assert [method for method, _ in ear.heard] == ["sendMessage", "answerCallbackQuery"]
    await put(database, clock, "", **tap, expires=clock.now() - timedelta(seconds=1))
    await mouth.deliver_due()
    assert (await states(database))[-1] == "dropped"
    assert len(ear.heard) == 2


async def test_a_flood_wait_is_obeyed_to_the_second_by_everybody_and_survives_a_restart(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    mouth.limits.at_once = 1
    await put(database, clock, "first", chat=1)
    await put(database, clock, "second", chat=2)
    ear.answers = [Flood(30)]
    await mouth.deliver_due()
    assert ear.texts == ["first"]
    clock.shift(timedelta(seconds=29))
    again = Mouth(database, ear, BOT, clock, Limits(1e6, 1e6, 1e6, 1e6, 32), holder="one")
    await again.deliver_due()
    assert ear.texts == ["first"]
    clock.shift(timedelta(seconds=1))
    await again.deliver_due()
    assert ear.texts == ["first", "first", "second"]


async def test_a_chat_that_we_flooded_waits_alone(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    mouth.limits = Limits(1e6, 0.0001, 1, 20, 1)
    mouth.pace = Pace(mouth.limits)
    await put(database, clock, "much", chat=1)
    await put(database, clock, "calm", chat=2)
    ear.answers = [Flood(30)]
    await mouth.deliver_due()
    assert ear.texts == ["much", "calm"]
    assert await states(database) == ["pending", "sent"]


async def test_somebody_who_blocked_the_bot_is_marked_and_others_go_on(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    async with database.writing() as db:
        await db.execute(t.units.insert(), {"id": 1, "code": "U", "name": "U", "kind": "team", "zone": "Asia/Shanghai"})
        await db.execute(
            t.people.insert(), {"id": 1, "code": "S", "name": "S", "unit_id": 1, "telegram_id": 7, "bot": BOT}
        )
    await put(database, clock, "to nobody")
    await put(database, clock, "to somebody", chat=8)
    ear.answers = [Gone("bot was blocked by the user")]
    await mouth.deliver_due()
    assert sorted(await states(database)) == ["failed", "sent"]
    async with database.reading() as db:
        assert (await db.execute(t.people.select())).one().unreachable_since == clock.now()


async def test_a_call_that_telegram_rejects_is_kept_and_does_not_block_the_lane(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    await put(database, clock, "bad")
    await put(database, clock, "good")
    ear.answers = [Rejected(400, "Bad Request: can't parse entities")]
    await mouth.deliver_due()
    assert await states(database) == ["failed", "sent"]
    async with database.reading() as db:
        assert "can't parse" in (await db.execute(t.outbox.select().where(t.outbox.c.state == "failed"))).one().failed


async def test_an_edit_finds_its_message_by_slot_and_is_said_anew_where_there_is_none(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    edit = {"method": "editMessageText", "slot": "board:1"}
    await put(database, clock, "board", slot="board:1")
    await mouth.deliver_due()
    await put(database, clock, "board 2", **edit)
    await mouth.deliver_due()
    assert ear.heard[-1][0] == "editMessageText"
    assert ear.heard[-1][1]["message_id"] == 101
    ear.answers = [Rejected(400, "Bad Request: message to edit not found")]
    await put(database, clock, "board 3", **edit)
    await mouth.deliver_due()
    assert [method for method, _ in ear.heard[-2:]] == ["editMessageText", "sendMessage"]
    ear.answers = [Rejected(400, "Bad Request: message is not modified: ...")]
    await put(database, clock, "board 3", **edit)
    await mouth.deliver_due()
    assert set(await states(database)) == {"sent"}
    await put(database, clock, "nowhere", method="editMessageText", slot="board:2")
    await mouth.deliver_due()
    assert ear.heard[-1][0] == "sendMessage"


async def test_of_several_edits_of_one_message_only_the_last_is_made(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    await put(database, clock, "board", slot="b")
    await mouth.deliver_due()
    for n in range(3):
        await put(database, clock, f"edit {n}", method="editMessageText", slot="b")
    await mouth.deliver_due()
    assert ear.texts == ["board", "edit 2"]
    assert await states(database) == ["sent", "dropped", "dropped", "sent"]


async def test_after_a_crash_only_what_was_being_sent_is_in_doubt(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    """Telegram has no key against repeats (T36): a message is better said twice than never, an answer has perished."""
    await put(database, clock, "sent?", state="sending")
    await put(database, clock, "", lane="answers:7", method="answerCallbackQuery", state="sending")
    await put(database, clock, "next")
    await mouth.deliver_due()
    assert ear.texts == ["sent?", "next"]
    assert await states(database) == ["sent", "dropped", "sent"]


async def test_one_mouth_speaks_and_another_takes_over_when_its_lease_ends(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    await put(database, clock, "a")
    await mouth.deliver_due()
    other_ear = Ear()
    other = Mouth(database, other_ear, BOT, clock, Limits(1e6, 1e6, 1e6, 1e6, 32), holder="two")
    await put(database, clock, "b")
    await other.deliver_due()
    assert other_ear.heard == []
    clock.shift(timedelta(seconds=60))
    await other.deliver_due()
    assert other_ear.texts == ["b"]


async def test_unasked_words_are_paced_and_answers_are_not(database: Database, ear: Ear, clock: StillClock) -> None:
    mouth = Mouth(database, ear, BOT, clock, Limits(5, 100, 100, 20, 32), holder="one")
    for n in range(10):
        await put(database, clock, f"bulk {n}", chat=100 + n, rank=2)
    await put(database, clock, "reply", chat=50)
    started = asyncio.get_running_loop().time()
    await mouth.deliver_due()
    assert asyncio.get_running_loop().time() - started < 2
    assert ear.texts[0] == "reply"
    assert len(ear.texts) <= 3


async def test_interactive_before_reminder_before_bulk(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    mouth.limits.at_once = 1
    await put(database, clock, "bulk", chat=1, rank=2)
    await put(database, clock, "reminder", chat=2, rank=1)
    await put(database, clock, "reply", chat=3, rank=0)
    await mouth.deliver_due()
    assert ear.texts == ["reply", "reminder", "bulk"]


async def test_payloads_are_blanked_after_their_days(database: Database, mouth: Mouth, clock: StillClock) -> None:
    await put(database, clock, "client data")
    await mouth.deliver_due()
    async with database.writing() as db:
        assert await store.blank(db, clock.now() + timedelta(days=1)) == 1
    async with database.reading() as db:
        row = (await db.execute(t.outbox.select())).one()
    assert (row.payload, row.state, row.key) == (None, "sent", "k")


async def test_the_loop_stops_after_marking_what_it_has_sent(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock
) -> None:
    for n in range(20):
        await put(database, clock, str(n), chat=n)
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(mouth.run(stopping))
        while len(ear.heard) < 20:  # noqa: ASYNC110 - the ear has no bell
            await asyncio.sleep(0.01)
        stopping.set()
    assert await states(database) == ["sent"] * 20
    async with database.reading() as db:
        assert (await db.execute(t.leases.select())).all() == []


@pytest.mark.parametrize("answered", [True, False])
async def test_what_became_of_a_word_is_not_forgotten_when_the_commit_fails(
    database: Database, mouth: Mouth, ear: Ear, clock: StillClock, monkeypatch: pytest.MonkeyPatch, answered: bool
) -> None:
    """A full disk at the commit, or a commit whose answer is lost: said once, marked once, nothing stuck."""
    await put(database, clock, "a")
    await put(database, clock, "b")
    writing = Database.writing
    failures = iter((False, True, False, True, True))

    @asynccontextmanager
    async def failing(self: Database) -> Any:
        fails = next(failures, False)
        full = OperationalError("COMMIT", {}, sqlite3.OperationalError("database or disk is full"))
        async with writing(self) as db:
            yield db
            if fails and not answered:
                raise full  # undone
        if fails and answered:
            raise full  # committed, and the answer lost

    monkeypatch.setattr(Database, "writing", failing)
    for _ in range(8):
        try:
            await mouth.deliver_due()
        except (OperationalError, ExceptionGroup):
            continue
    assert ear.texts == ["a", "b"]
    monkeypatch.undo()
    async with database.reading() as db:
        assert [row.state for row in await db.execute(select(t.outbox))] == ["sent", "sent"]


def test_quiet_chats_are_forgotten_and_looked_through_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("bot.clock.ticks", lambda: now)
    pace = Pace(Limits())
    looks = 0
    whole = Pace.forget_quiet

    def counted(self: Pace) -> None:
        nonlocal looks
        looks += 1
        whole(self)

    monkeypatch.setattr(Pace, "forget_quiet", counted)
    for chat in range(1, 25_001):  # a notice to many more than are remembered, all within a moment
        pace.spend(chat)
    assert looks == 2
    assert len(pace.chats) == 25_000
    now = 60.0
    for chat in range(30_001, 45_002):
        pace.spend(chat)
    assert looks == 3
    assert len(pace.chats) <= 15_001
