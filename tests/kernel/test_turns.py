"""One update is one transaction: done once, wholly or not at all, and always answered."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from aiogram.types import Message
from sqlalchemy.exc import OperationalError

from bot import batch
from bot.actions import ACTIONS, EVERYONE, Action
from bot.batch import Turns
from bot.ears import hear
from bot.rules.refusal import Refusal
from bot.talk import JOBS, STEPS, Area, In, Step
from bot.turn import Turn
from handlers import AREAS
from storage import jobs as jobs_store, people as people_store, tables as t
from tests import stage as stages
from tests.stage import Stage

area = Area("probe")


class Asking(Step, kind="probe.asking"):
    told: str = ""


@area.command("begin")
async def begin(message: Message, turn: Turn) -> None:
    turn.say("people-choose-language")
    turn.go(Asking(told="x"))


@area.command("refuse")
async def refuse(message: Message, turn: Turn) -> None:
    await people_store.change(turn.db, turn.me.id, level="changed")
    turn.say("people-choose-language")
    turn.go(Asking())
    raise Refusal("turn-not-allowed")


@area.command("break")
async def break_(message: Message, turn: Turn) -> None:
    await people_store.change(turn.db, turn.me.id, level="changed")
    turn.say("people-choose-language")
    raise ZeroDivisionError("with 客户 words")


@area.command("loud")
async def loud(message: Message, turn: Turn) -> None:
    await message.answer("past the outbox")


@area.command("change")
async def change(message: Message, turn: Turn) -> None:
    await people_store.change(turn.db, turn.me.id, level="changed")


@area.command("unlisted")
async def unlisted(message: Message, turn: Turn) -> None:
    turn.say("people-choose-language")


@area.hears(In(Asking))
async def answer(message: Message, turn: Turn, step: Asking) -> None:
    turn.say("people-language-set")
    turn.go(None)


@area.job
async def nag(turn: Turn, person_id: int) -> None:
    person = await people_store.by_id(turn.db, person_id)
    turn.say("turn-sorry", to=person)


@area.job
async def broken(turn: Turn) -> None:
    turn.say("turn-sorry")
    raise ZeroDivisionError


@pytest.fixture
async def probe(calm_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    for name in ("begin", "refuse", "break_", "loud", "change", "answer"):
        monkeypatch.setitem(ACTIONS, f"probe.{name}", Action(EVERYONE))
    monkeypatch.setattr(stages, "AREAS", (area, *AREAS))
    await calm_stage.restart()
    yield calm_stage
    STEPS["probe.asking"] = Asking


async def test_the_same_update_twice_acts_once_also_inside_one_batch(probe: Stage) -> None:
    li = probe.actor("li")
    await li.says("/begin")
    assert probe.last_update is not None
    await hear(probe.app.turns, [probe.last_update, probe.last_update])
    fresh = {"update_id": 999_001, "message": li.message(text="/me")}
    fresh["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": 3}]
    await hear(probe.app.turns, [fresh, fresh, fresh])
    await probe.drain()
    li.heard("people-choose-language", "people-me")


async def test_a_refusal_undoes_the_writes_the_words_and_the_step(probe: Stage) -> None:
    li = probe.actor("li")
    await li.says("/refuse")
    li.heard("turn-not-allowed")
    assert (await probe.rows(t.people, t.people.c.id == 1))[0].level is None
    await li.says("what now?")
    li.heard("fallback-words")
    assert await probe.rows(t.audit) == []


async def test_a_bug_is_undone_recorded_apologised_for_and_not_repeated(probe: Stage, capsys: Any) -> None:
    li, wu = probe.actor("li"), probe.actor("wu")
    await li.says("/break")
    li.heard("turn-sorry")
    assert (await probe.rows(t.people, t.people.c.id == 1))[0].level is None
    failed = [row for row in await probe.rows(t.updates) if row.failed]
    assert [row.failed for row in failed] == ["ZeroDivisionError"]
    assert probe.last_update is not None
    await hear(probe.app.turns, [probe.last_update])
    await probe.drain()
    li.heard_nothing()
    await wu.says("/me")
    wu.heard("people-me")
    said = "".join(capsys.readouterr())
    assert "客户" not in said


async def test_a_neighbour_of_a_bug_in_the_same_batch_does_not_notice(probe: Stage) -> None:
    def command(actor: str, text: str, n: int) -> dict[str, Any]:
        message = probe.actor(actor).message(text=text)
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return {"update_id": n, "message": message}

    await hear(probe.app.turns, [command("li", "/break", 1), command("wu", "/change", 2), command("chen", "/me", 3)])
    await probe.drain()
    probe.actor("li").heard("turn-sorry")
    probe.actor("chen").heard("people-me")
    assert (await probe.rows(t.people, t.people.c.id == 7))[0].level == "changed"


async def test_an_update_that_cannot_be_read_is_kept_and_its_neighbours_are_answered(probe: Stage) -> None:
    li = probe.actor("li")
    good = {"update_id": 5, "message": li.message(text="qwxyz")}
    bad = {"update_id": 4, "message": {"message_id": "no number", "chat": 17}}
    await hear(probe.app.turns, [bad, good])
    await hear(probe.app.turns, [bad])
    await probe.drain()
    li.heard("fallback-words")
    letters = await probe.rows(t.dead_letters)
    assert [(row.update_id, row.why) for row in letters] == [(4, "unparsable")]


async def test_a_handler_cannot_speak_past_the_outbox(probe: Stage) -> None:
    await probe.actor("li").says("/loud")
    probe.actor("li").heard("turn-sorry")
    assert len([row for row in await probe.rows(t.updates) if row.failed]) == 1
    assert [payload.get("text") for _, payload in probe.paper.calls] == [probe.actor("li").last.text]


async def test_an_action_without_a_row_is_refused_aloud(probe: Stage) -> None:
    await probe.actor("li").says("/unlisted")
    probe.actor("li").heard("turn-not-allowed")


async def test_a_step_that_this_version_does_not_know_is_no_conversation(probe: Stage) -> None:
    li = probe.actor("li")
    await li.says("/begin")
    STEPS.pop("probe.asking")
    await li.says("an answer")
    li.heard("people-choose-language", "fallback-words")


async def test_a_command_leaves_the_conversation_and_an_answer_ends_it(probe: Stage) -> None:
    li = probe.actor("li")
    await li.says("/begin")
    await li.says("/me")
    li.heard("people-choose-language", "people-me")
    await li.says("qwxyz")
    li.heard("fallback-words")
    await li.says("/begin")
    await li.says("the answer")
    li.heard("people-choose-language", "people-language-set")
    await li.says("anything")
    li.heard("fallback-words")


async def test_steps_inside_one_batch_follow_each_other(probe: Stage) -> None:
    li = probe.actor("li")
    first = {"update_id": 11, "message": li.message(text="/begin")}
    first["message"]["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
    await hear(
        probe.app.turns,
        [
            first,
            {"update_id": 12, "message": li.message(text="answer")},
            {"update_id": 13, "message": li.message(text="again")},
        ],
    )
    await probe.drain()
    li.heard("people-choose-language", "people-language-set", "fallback-words")


async def test_a_change_without_a_note_still_has_its_audit_line(probe: Stage) -> None:
    await probe.actor("li").says("/change")
    lines = await probe.rows(t.audit)
    assert [(line.action, line.person_id) for line in lines] == [("probe.change", 1)]


async def test_a_large_batch_is_cut_into_transactions_and_nothing_is_forgotten(
    probe: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "BATCH_SECONDS", 0.0)
    li = probe.actor("li")
    many = [{"update_id": 100 + n, "message": li.message(text=f"word {n}")} for n in range(7)]
    await hear(probe.app.turns, many)
    await hear(probe.app.turns, many)
    await probe.drain()
    li.heard(*["fallback-words"] * 7)
    assert len(await probe.rows(t.updates)) == 7


async def test_while_the_database_is_away_nothing_is_taken(probe: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    li = probe.actor("li")
    update = {"update_id": 31, "message": li.message(text="qwxyz")}
    keep = batch.write

    async def away(*args: Any) -> None:
        raise OperationalError("insert", {}, Exception("disk is full"))

    monkeypatch.setattr(batch, "write", away)
    with pytest.raises(OperationalError):
        await hear(probe.app.turns, [update])
    monkeypatch.setattr(batch, "write", keep)
    await hear(probe.app.turns, [update])
    await probe.drain()
    li.heard("fallback-words")


async def test_groups_are_left_without_a_word(probe: Stage) -> None:
    li = probe.actor("li")
    group = {"id": -500, "type": "group", "title": "team"}
    user = {"id": 4200, "is_bot": True, "first_name": "Waiqin"}
    await probe.feed({"message": {**li.message(text="/me"), "chat": group}})
    await probe.feed(
        {
            "my_chat_member": {
                "chat": group,
                "from": li.user,
                "date": probe.unix(),
                "old_chat_member": {"status": "left", "user": user},
                "new_chat_member": {"status": "member", "user": user},
            }
        }
    )
    assert [method for method, _ in probe.paper.calls] == ["leaveChat"]


async def test_a_job_is_asked_once_when_due_and_forgotten_when_told(probe: Stage) -> None:
    await schedule(probe, "probe.nag", "nag:1", minutes=10, person_id=1)
    await schedule(probe, "probe.nag", "nag:1", minutes=20, person_id=1)
    await probe.at("09:15")
    probe.actor("li").heard_nothing()
    await probe.at("09:30")
    probe.actor("li").heard("turn-sorry")
    await probe.at("23:00")
    probe.actor("li").heard_nothing()


async def test_a_job_that_breaks_is_tried_again_and_given_up_with_a_row(probe: Stage) -> None:
    await schedule(probe, "probe.broken", "broken", minutes=1)
    await probe.at("23:30")
    row = (await probe.rows(t.jobs))[0]
    assert (row.failed, row.attempts, row.done is not None) == ("ZeroDivisionError", 5, True)
    assert probe.paper.calls == []


async def test_two_writers_wait_for_each_other(probe: Stage) -> None:
    li, wu = probe.actor("li"), probe.actor("wu")
    turns: Turns = probe.app.turns
    await asyncio.gather(
        *(
            hear(turns, [{"update_id": 200 + n, "message": (li if n % 2 else wu).message(text="word")}])
            for n in range(20)
        )
    )
    await probe.drain()
    assert len(li.news) == len(wu.news) == 10


async def schedule(stage: Stage, action: str, name: str, minutes: int, **args: Any) -> None:
    turn = Turn(None, 1, stage.clock.now(), None, None)  # type: ignore[arg-type]
    turn.later(action, name=name, due=stage.clock.now() + timedelta(minutes=minutes), **args)
    written = batch.Written(jobs=turn.jobs)
    async with stage.app.database.writing() as db:
        await batch.write(db, written)
        assert await jobs_store.next_due(db) is not None
    assert action in JOBS
