"""Taps that Telegram does not keep: what waits for an answer is asked again after a silence (T25)."""

from datetime import time, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from bot import app as apps, ears as ears_module
from bot.ears import OUTAGE, Ears
from bot.talk import AFTER_OUTAGE
from storage import jobs as jobs_store, tables as t
from storage.engine import Database
from tests.stage import BOT, MONDAY, Stage, local


async def asked(database: Database) -> list[str]:
    async with database.reading() as db:
        rows = await db.execute(select(t.jobs.c.name).where(t.jobs.c.name.in_(AFTER_OUTAGE), t.jobs.c.done.is_(None)))
        return list(rows.scalars())


@pytest.mark.parametrize(("silence", "expected"), [(60, []), (149, []), (300, AFTER_OUTAGE)])
async def test_a_silence_of_telegram_is_noticed(
    calm_stage: Stage, monkeypatch: pytest.MonkeyPatch, silence: int, expected: list[str]
) -> None:
    """By a clock that nobody sets: a demo's day moved on is no outage."""
    now = [1000.0]
    monkeypatch.setattr(ears_module, "ticks", lambda: now[0])
    ears = Ears(SimpleNamespace(), calm_stage.app.turns, poll_seconds=30)  # type: ignore[arg-type]
    await ears.notice_outage()
    calm_stage.clock.move_to(calm_stage.clock.now() + timedelta(days=2))
    now[0] += silence
    await ears.notice_outage()
    assert await asked(calm_stage.app.database) == expected


@pytest.mark.parametrize(("stopped", "expected"), [(timedelta(seconds=30), []), (OUTAGE * 2, AFTER_OUTAGE)])
async def test_a_start_after_a_long_stop_asks_again(
    calm_stage: Stage, monkeypatch: pytest.MonkeyPatch, stopped: timedelta, expected: list[str]
) -> None:
    app: Any = calm_stage.app

    async def revision(_db: Any) -> str:
        return t.REVISION

    async def call(*_args: Any, **_options: Any) -> dict[str, str]:
        return {"username": "waiqin_bot"}

    monkeypatch.setattr(apps, "schema_revision", revision)
    monkeypatch.setattr(app.telegram, "call", call)
    async with app.database.writing() as db:
        await jobs_store.heard_until(db, BOT, local(MONDAY, time(9)) - stopped)
    await apps.prepare(app)
    assert await asked(app.database) == expected
