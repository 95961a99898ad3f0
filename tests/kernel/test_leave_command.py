"""`waiqin leave`: accounts that can be run twice, and files that HR and calendars read."""

import asyncio
import json
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.__main__ import main
from bot.rules.leave import Leave, Status
from bot.rules.leave_types import Kind, Unit
from storage import leave as store, people, tables as t
from storage.engine import Database


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One unit with one colleague since 2014."""
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{tmp_path}/bank.db")
    for name in ("WAIQIN_TOKEN", "WAIQIN_CONFIG", "WAIQIN_POLICY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["migrate"]) == 0
    (tmp_path / "units.csv").write_text("code,name,parent,kind,zone\nHQ,总行,,head_office,Asia/Shanghai\n", "utf-8")
    assert main(["import", "units", str(tmp_path / "units.csv")]) == 0
    assert main(["staff", "add", "S1", "=李伟", "HQ", "--role", "rm"]) == 0

    async def since() -> None:
        database = Database(f"sqlite:///{tmp_path}/bank.db")
        async with database.writing() as db:
            await db.execute(t.people.update().values(worked_since=date(2014, 3, 1)))
            person = await people.by_code(db, "S1")
            assert person is not None
            await store.add(db, approved(person.id, person.unit_id))
        await database.close()

    asyncio.run(since())
    return tmp_path


def approved(person_id: int, unit_id: int) -> Leave:
    return Leave(
        id=0, person_id=person_id, unit_id=unit_id, kind=Kind.ANNUAL, unit=Unit.DAY, status=Status.APPROVED,
        starts=datetime(2026, 8, 4, 16, tzinfo=UTC), ends=datetime(2026, 8, 6, 16, tzinfo=UTC),
        first=date(2026, 8, 5), last=date(2026, 8, 6), days=Fraction(2), asked_at=datetime(2026, 8, 3, 1, tzinfo=UTC),
    )  # fmt: skip


def said(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    assert main(["leave", *words, "--json"]) == 0
    report: dict[str, object] = json.loads(capsys.readouterr().out)
    return report


def test_a_year_is_opened_once_however_often_it_is_run(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(
        capsys, "grant", "S1", "annual", "7/2", "allocation:2025", "--from", "2025-01-01", "--until", "2025-12-31"
    )["written"]
    assert said(capsys, "year", "2026")["written"] == 3
    assert said(capsys, "year", "2026")["written"] == 0
    assert not said(capsys, "grant", "S1", "annual", "1", "allocation:2025")["written"]
    out = bank / "leave.xlsx"
    report = said(capsys, "export", str(out), "--year", "2026")
    assert (report["requests"], report["rows"]) == (1, 3)
    book = load_workbook(out)
    [_, row] = list(book["leave"].values)
    assert row[:3] == ("S1", "'=李伟", "HQ")
    assert row[3:8] == ("annual", datetime(2026, 8, 5), datetime(2026, 8, 6), 2, "approved")
    assert sorted(row[3] for row in list(book["accounts"].values)[1:]) == [-3.5, 3.5, 10]


def test_a_calendar_says_who_is_away_and_not_why(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = bank / "team.ics"
    assert said(capsys, "calendar", str(out), "--unit", "HQ", "--year", "2026")["events"] == 1
    text = out.read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20260805\r\nDTEND;VALUE=DATE:20260807\r\n" in text
    assert "annual" not in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")


def test_bad_input_changes_nothing(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["leave", "grant", "S9", "annual", "1", "x"]) == 2
    assert main(["leave", "grant", "S1", "annual", "0", "x"]) == 2
    assert main(["leave", "export", str(bank / "x.xlsx"), "--unit", "NOWHERE"]) == 2
    assert said(capsys, "balance", "S1")["left"] == {}
