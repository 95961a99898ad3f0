"""`waiqin import`: its exit codes, its report and its restraint."""

import io
import json
import shutil
import sqlite3

import pytest
from openpyxl import Workbook

from bot.__main__ import main
from bot.cli.imports import Bar

UNITS = "机构号,机构名称,上级机构,类型\nHQ,总行,,总行\nB1,支行,HQ,支行\n"
DONE, FAILED, BAD_INPUT = 0, 1, 2


@pytest.fixture
def bank(tmp_path, empty_sqlite, monkeypatch):
    """An empty database, and a way to run the command on a file."""
    path = tmp_path / "bank.db"
    shutil.copy(empty_sqlite, path)
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{path}")
    monkeypatch.delenv("WAIQIN_POLICY", raising=False)
    monkeypatch.delenv("WAIQIN_CONFIG", raising=False)

    class Bank:
        def imports(self, kind, text, *options):
            file = tmp_path / f"{kind}.csv"
            file.write_bytes(text.encode("gb18030") if isinstance(text, str) else text)
            return main(["import", kind, str(file), "--language", "en", *options])

        def counts(self, table):
            with sqlite3.connect(path) as db:
                return db.execute(f"select count(*) from {table}").fetchone()[0]

    return Bank()


def test_done_and_done_again(bank, capsys):
    assert bank.imports("units", UNITS) == DONE
    assert "Imported units: 2 new, 0 changed, 0 as they were" in capsys.readouterr().out
    assert bank.imports("units", UNITS) == DONE
    assert "0 new, 0 changed, 2 as they were" in capsys.readouterr().out
    assert (bank.counts("units"), bank.counts("audit")) == (2, 2)


def test_one_bad_row_stops_all_unless_asked(bank, capsys):
    text = UNITS + "B2,,HQ,支行\n"
    assert bank.imports("units", text) == BAD_INPUT
    heard = capsys.readouterr().err
    assert "Line 4, column B (机构名称): is empty; fill it in." in heard
    assert "Nothing was imported: 1 of 3 rows" in heard
    assert "--skip-bad" in heard
    assert (bank.counts("units"), bank.counts("audit")) == (0, 0)
    assert bank.imports("units", text, "--skip-bad") == DONE
    heard = capsys.readouterr()
    assert "2 new" in heard.out
    assert "1 bad rows left out" in heard.out
    assert "Line 4" in heard.err
    assert bank.counts("units") == 2


def test_skipping_does_not_let_a_refused_column_in(bank, capsys):
    text = "机构号,机构名称,上级机构,类型,联系电话\nHQ,总行,,总行,\n"
    assert bank.imports("units", text, "--skip-bad") == BAD_INPUT
    heard = capsys.readouterr().err
    assert "Column E (联系电话) holds telephone numbers" in heard
    assert "--skip-bad" not in heard
    assert bank.counts("units") == 0


def test_a_dry_run_counts_and_writes_nothing(bank, capsys):
    assert bank.imports("units", UNITS, "--dry-run") == DONE
    assert "2 would be new" in capsys.readouterr().out
    assert bank.imports("units", UNITS + "B2,,HQ,支行\n", "--dry-run") == BAD_INPUT
    assert (bank.counts("units"), bank.counts("audit")) == (0, 0)


def test_json(bank, capsys):
    assert bank.imports("units", UNITS + "B2,,HQ,小店\n", "--json") == BAD_INPUT
    report = json.loads(capsys.readouterr().out)
    assert (report["written"], report["rows"], report["bad"]) == (False, 3, 1)
    assert [(each["line"], each["column"], each["key"]) for each in report["problems"]] == [
        (4, "B (机构名称)", "imports-needed"),
        (4, "D (类型)", "imports-choice"),
    ]
    assert bank.imports("units", UNITS, "--json") == DONE
    report = json.loads(capsys.readouterr().out)
    assert (report["written"], report["new"], report["problems"]) == (True, 2, [])
    assert bank.imports("units", b"\xd0\xcf\x11\xe0", "--json") == BAD_INPUT
    assert "xlsx" in json.loads(capsys.readouterr().out)["unreadable"]


def test_a_workbook(bank, capsys, tmp_path):
    book = Workbook()
    for row in [["机构号", "机构名称", "上级机构", "类型"], [1, "总行", None, "总行"], [2, "支行", 1, "=A1"]]:
        book.active.append(row)
    book.create_sheet("说明")
    file = tmp_path / "units.xlsx"
    book.save(file)
    assert main(["import", "units", str(file), "--skip-bad", "--language", "zh-Hans"]) == DONE
    heard = capsys.readouterr()
    assert "第 3 行，D (类型) 列：是公式" in heard.err
    assert "另有 1 个工作表未读取" in heard.out
    assert bank.counts("units") == 1


def test_a_file_that_is_not_there(bank, capsys):
    assert main(["import", "units", "nowhere.csv", "--language", "zh-Hant"]) == BAD_INPUT
    assert "讀不到檔案 nowhere.csv" in capsys.readouterr().err


def test_no_tables_yet(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    file = tmp_path / "units.csv"
    file.write_text(UNITS, "utf-8")
    assert main(["import", "units", str(file), "--language", "en"]) == FAILED
    assert "waiqin migrate" in capsys.readouterr().err


def test_a_long_list_of_problems_is_cut_on_a_terminal_only(bank, capsys):
    text = UNITS + "".join(f"X{number},,HQ,支行\n" for number in range(250))
    assert bank.imports("units", text) == BAD_INPUT
    heard = capsys.readouterr().err
    assert heard.count("fill it in") == 200
    assert "50 more are not listed" in heard
    assert bank.imports("units", text, "--json") == BAD_INPUT
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 250


def test_the_bar_is_for_terminals_and_long_files(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    short = Bar(100)
    short.first_half(50, 100)
    short.clear()
    assert shown.getvalue() == ""
    long = Bar(5_000)
    long.first_half(2_500, 5_000)
    assert " 25%" in shown.getvalue()
    long.second_half(5_000, 5_000)
    assert "100%" in shown.getvalue()
    long.clear()
    assert shown.getvalue().endswith("\r")
    silent = io.StringIO()
    monkeypatch.setattr("sys.stderr", silent)
    Bar(5_000).first_half(1, 2)
    assert silent.getvalue() == ""
