"""The audit on both databases: nothing can be changed, and what was changed by force is found and named."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import DBAPIError

from storage import audit as store, tables as t
from storage.trust_tables import audit_cuts, audit_links, audit_seals, guards, unguards
from tests.stage import Stage


async def a_busy_day(stage: Stage) -> None:
    li, wu = stage.actor("li"), stage.actor("wu")
    for n in range(3):
        for who in (li, wu):
            await who.says("/language")
            await who.taps(f"people.choose:{('zh-Hans', 'en', 'zh-Hant')[n]}")
    await ask(stage, "trust.link")


async def ask(stage: Stage, action: str, **args: Any) -> None:
    """Let a job be due now."""
    row = {"name": action, "action": action, "args": args, "due": stage.clock.now()}
    async with stage.app.database.writing() as db:
        await db.execute(delete(t.jobs).where(t.jobs.c.name == action))
        await db.execute(t.jobs.insert(), row)
    while await stage.app.turns.run_due():
        pass
    await stage.drain()


@asynccontextmanager
async def by_force(stage: Stage) -> AsyncIterator[Any]:
    """Somebody with all rights over the database, who takes the triggers away for a moment."""
    async with stage.app.database.writing() as db:
        for statement in unguards(db.dialect.name):
            await db.execute(text(statement))
        yield db
        for statement in guards(db.dialect.name):
            await db.exec_driver_sql(statement)


async def findings(stage: Stage, *codes: str) -> list[tuple[str, int | None]]:
    async with stage.app.database.reading() as db:
        return [(each.what, each.audit_id) for each in (await store.verify(db, codes))[1]]


@pytest.mark.parametrize("table", [t.audit, audit_links, audit_seals])
async def test_no_line_can_be_changed_or_taken_out(calm_stage: Stage, table: Any) -> None:
    await a_busy_day(calm_stage)
    await calm_stage.at("09:30", days=1)
    await ask(calm_stage, "trust.link")
    assert await calm_stage.rows(table)
    column = next(each for each in table.columns if not each.primary_key)
    for statement in (update(table).values({column: column}), delete(table)):
        with pytest.raises(DBAPIError, match="append-only"):
            async with calm_stage.app.database.writing() as db:
                await db.execute(statement)


async def test_a_quiet_day_verifies_and_linking_comes_to_rest(calm_stage: Stage) -> None:
    await a_busy_day(calm_stage)
    lines = await calm_stage.rows(t.audit)
    assert len(lines) == 6
    assert len(await calm_stage.rows(audit_links)) == 6
    await ask(calm_stage, "trust.link")
    assert len(await calm_stage.rows(t.audit)) == 6, "linking lines writes no lines"
    async with calm_stage.app.database.reading() as db:
        assert await store.verify(db) == (6, [])


async def test_each_unit_has_its_own_chain(calm_stage: Stage) -> None:
    await a_busy_day(calm_stage)
    links = await calm_stage.rows(audit_links)
    assert {(each.unit_id, each.position) for each in links} == {(unit, n) for unit in (3, 4) for n in (1, 2, 3)}


async def test_the_day_is_sealed_and_the_auditor_is_told_a_code(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_busy_day(stage)
    await stage.at("00:30", days=1)
    assert await stage.rows(audit_seals) == [], "a day is sealed an hour after its end"
    await stage.at("01:10")
    seals = await stage.rows(audit_seals)
    assert [(each.unit_id, each.lines) for each in seals] == [(3, 3), (4, 3)]
    feng = stage.actor("feng")
    feng.heard_nothing()  # nobody is woken for it
    await stage.at("08:31")
    said = feng.heard("trust-sealed")
    code = seals[-1].hash[:16]
    assert code in said
    assert await findings(stage, code) == []
    assert await findings(stage, "0" * 16) == [("code", None)]


async def test_a_changed_line_is_found_and_named(calm_stage: Stage) -> None:
    await a_busy_day(calm_stage)
    victim = (await calm_stage.rows(t.audit))[2]
    async with by_force(calm_stage) as db:
        await db.execute(update(t.audit).where(t.audit.c.id == victim.id).values(person_id=2))
    assert await findings(calm_stage) == [("changed", victim.id)]


async def test_a_missing_line_is_found_and_named(calm_stage: Stage) -> None:
    await a_busy_day(calm_stage)
    victim = (await calm_stage.rows(t.audit))[3]
    async with by_force(calm_stage) as db:
        await db.execute(delete(t.audit).where(t.audit.c.id == victim.id))
    assert await findings(calm_stage) == [("missing", victim.id)]


async def test_a_line_put_in_afterwards_is_found_and_named(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_busy_day(stage)
    await stage.at("10:00", days=1)
    await ask(stage, "trust.link")
    line = {"at": stage.clock.now() - timedelta(hours=24), "person_id": 1, "action": "x.y", "about": None, "facts": {}}
    async with stage.app.database.writing() as db:  # inserting needs no force
        number = (await db.execute(insert(t.audit).values(**line).returning(t.audit.c.id))).scalar_one()
    await ask(stage, "trust.link")
    assert await findings(stage) == [("inserted", number)]


async def test_a_past_rewritten_with_hashes_and_seals_betrays_itself_by_the_code(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_busy_day(stage)
    await stage.at("02:00", days=1)
    await ask(stage, "trust.link")
    code = (await stage.rows(audit_seals))[-1].hash[:16]
    async with by_force(stage) as db:
        await db.execute(update(t.audit).values(about="person:2"))
        await db.execute(delete(audit_links))
        await db.execute(delete(audit_seals))
    stage.clock.shift(timedelta(minutes=10))
    await ask(stage, "trust.link")
    assert await findings(stage) == []
    assert await findings(stage, code) == [("code", None)]


async def test_old_lines_go_by_whole_days_and_the_rest_still_verifies(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_busy_day(stage)
    await stage.at("09:00", days=1)
    await ask(stage, "trust.link")
    await a_busy_day(stage)
    today = stage.clock.now().date()
    async with stage.app.database.writing() as db:
        assert await store.cut(db, today + timedelta(days=9), stage.clock.now()) == 6, "what is not sealed stays"
    assert [each.day for each in await stage.rows(audit_cuts)] == [today]
    assert len(await stage.rows(t.audit)) == 7  # six of the day, and the line of the sealing
    assert len(await stage.rows(audit_seals)) == 2
    assert await findings(stage) == [("cut", None)], "no policy purges what is so young"


async def test_a_line_that_commits_late_finds_its_place(calm_stage: Stage) -> None:
    """On PostgreSQL a lower number may be committed after a higher one was linked."""
    stage = calm_stage
    await a_busy_day(stage)
    line = {"person_id": 1}
    rest = {"action": "a.b", "about": None, "facts": {}}
    for number in (900, 500):
        async with stage.app.database.writing() as db:
            await db.execute(t.audit.insert(), line | rest | {"id": number, "at": stage.clock.now()})
        await ask(stage, "trust.link")
    assert await findings(stage) == []
    assert len(await stage.rows(audit_links)) == 8
