"""Every mistake in a policy file is said with its line and with what would be right."""

import argparse
import json
import shutil

import pytest

from bot.__main__ import main
from bot.cli import policy as command
from bot.cli.words import Words
from bot.policy import examine
from bot.text import LANGUAGES

BROKEN = [
    ("[outng]\nmode = 'declare'\n", 1, "policy-unknown-near", "is outing meant"),
    ("[outing]\nreturn_tme = 17:00:00\n", 2, "policy-unknown-near", "is return_time meant"),
    ("\n[calendar]\nreturn_time = 17:00:00\n", 3, "policy-elsewhere", "below [outing]"),
    ("closing = 17:00:00\n", 1, "policy-elsewhere", "below [calendar]"),
    ("[zzz]\n", 1, "policy-unknown", "take the line out"),
    ("outing = 3\n", 1, "policy-section-shape", "[outing]"),
    ("schema_version = 2\n", 1, "policy-schema", "must be 1"),
    ("[outing]\n\nreturn_time = '17:00'\n", 3, "policy-needs-time", "17:00:00"),
    ("[outing]\nreturn_time = 17:00\n", 2, "policy-short-time", "17:00:00"),
    ("[outing]\nreturn_time = 7:30\n", 2, "policy-short-time", "07:30:00"),
    ("[outing]\nmode = “approve”\n", 2, "policy-full-width", "“"),
    ("[outing]\nmode ＝ 'approve'\n", 2, "policy-full-width", "＝"),
    ("[outing]\nmode = 'approve\n", 2, "policy-not-toml", "quotes"),
    ("[outing]\nmode = approve\n", 2, "policy-not-toml", "quotes"),
    ("[outing]\nmode = 'approve'\nmode = 'declare'\n", 3, "policy-said-twice", "twice"),
    ("[outing]\nmode = 'ask'\n", 2, "policy-needs-choice", '"declare", "approve"'),
    ("[outing]\nmode = ['approve']\n", 2, "policy-needs-choice", '"approve"'),
    ("[outing]\nmost_stops = 0\n", 2, "policy-needs-whole", "from 1 to 50"),
    ("[outing]\nmost_stops = 5.5\n", 2, "policy-needs-whole", "whole number"),
    ("[outing]\nmost_stops = true\n", 2, "policy-needs-whole", "whole number"),
    ("[outing]\nduty_rm_writes_log = 'yes'\n", 2, "policy-needs-flag", "true or false"),
    ("[worklog]\nnote_required_blocks = ['who', 'why']\n", 2, "policy-needs-choices", "next_step"),
    ("[worklog]\nnote_required_blocks = []\n", 2, "policy-needs-choices", "next_step"),
    ("[worklog]\nnote_required_blocks = ['who', 'who']\n", 2, "policy-needs-choices", "each once"),
    ("[roles]\nlevels = ['one', '']\n", 2, "policy-needs-texts", "list of texts"),
    ("[roles]\nself_approval = true\n", 2, "policy-is-code", "only be false"),
    ("[confidentiality]\nrevoke_on_exit = false\n", 2, "policy-is-code", "only be true"),
    ("[meta]\nbank = ' '\n", 2, "policy-needs-text", "quotes"),
    ("[meta]\ntimezone = 'Beijing'\n", 2, "policy-needs-zone", "Asia/Shanghai"),
    ("[calendar]\ncountry = 'China'\n", 2, "policy-needs-country", "SG"),
    ("[calendar]\ncountry = 'DE-XX'\n", 2, "policy-needs-country", "DE-BY"),
    ("[meta]\ntimezone = '../../etc/passwd'\n", 2, "policy-needs-zone", "Asia/Shanghai"),
    ("[outing]\nreturn_time = 16:00:00\n", 2, "policy-at-odds", "outing.return_reminder (16:30:00, the default)"),
    ("[evidence]\nfar_m = 200\n", 2, "policy-at-odds", "evidence.radius_m"),
    ("units = 3\n", 1, "policy-units-shape", "[units.CODE.outing]"),
    ("[units]\nA = 1\n", 2, "policy-units-shape", "[units.CODE.outing]"),
    ("[units.A.outing]\nreturn_time = 17:30:00\n", 2, "policy-loosens", "only be earlier"),
    ("[units.A.calendar]\nclosing = 16:30:00\n", 2, "policy-loosens", "only be later"),
    ("[units.A.evidence]\nradius_m = 400\n", 2, "policy-loosens", "only be smaller"),
    ("[units.A.places]\nfewest_visits = 2\n", 2, "policy-loosens", "only be larger"),
    ("[units.A.confidentiality]\nprotect_content = false\n", 2, "policy-loosens", "on, not off"),
    ("[units.A.outing]\nlive_location = true\n", 2, "policy-loosens", "off, not on"),
    ("[units.A.worklog]\nnote_required_blocks = ['who']\n", 2, "policy-loosens", "none may be left out"),
    ("[outing]\nmode='approve'\n[units.A.outing]\nmode = 'declare'\n", 4, "policy-loosens", "declare < approve"),
    ("[units.A.roles]\napprover_absent = 'next_up'\n", 2, "policy-loosens", "once for the whole bank"),
    ("[units.A.outing]\nreturn_time = 16:00:00\n", 2, "policy-at-odds", "return_reminder"),
    ("[units.A.units.B]\n", 1, "policy-unknown-near", "is units meant"),
    ("[units.A]\nfile = '/etc/passwd'\n", 2, "policy-unit-file-place", "relative path"),
    ("[units.A]\nfile = '../other.toml'\n", 2, "policy-unit-file-place", "relative path"),
    ("[units.A]\nfile = 'gone.toml'\n", 2, "policy-no-file", "gone.toml"),
    ("[units.A]\nfile = 'a.toml'\n[units.A.outing]\nmode = 'approve'\n", 2, "policy-unit-file-alone", "one of the two"),
    ("# 中文 in another encoding\n[meta]\n".encode("gb18030"), 1, "policy-not-utf8", "UTF-8"),
    (b"#" * 1_000_001, None, "policy-too-long", "1 MB"),
]


@pytest.mark.parametrize(("text", "line", "key", "says"), BROKEN)
def test_a_mistake_is_said_with_its_line(tmp_path, text, line, key, says):
    (tmp_path / "a.toml").write_text("[evidence]\nradius_m = 100\n", "utf-8")
    file = tmp_path / "policy.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    _, mistakes = examine(file)
    (mistake,) = mistakes
    assert (mistake.file, mistake.line, mistake.key) == ("policy.toml", line, key)
    assert says in command.sentence(mistake, Words("en"))
    for language in LANGUAGES:
        assert command.sentence(mistake, Words(language))


def test_every_mistake_is_said_at_once(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text("[outing]\nmode = 1\nreturn_time = 2\n\n[units.A]\nfile = 'a.toml'\n", "utf-8")
    (tmp_path / "a.toml").write_text("x = 1\n[units.B]\n[evidence]\nradius_m = 500\n", "utf-8")
    _, mistakes = examine(file)
    assert [(each.file, each.line, each.key) for each in mistakes] == [
        ("a.toml", 1, "policy-unknown"),
        ("a.toml", 2, "policy-units-nested"),
        ("a.toml", 4, "policy-loosens"),
        ("policy.toml", 2, "policy-needs-choice"),
        ("policy.toml", 3, "policy-needs-time"),
    ]


def test_a_file_saved_by_an_editor_of_windows_is_fine(tmp_path):
    file = tmp_path / "policy.toml"
    file.write_bytes(b"\xef\xbb\xbf[outing]\r\nmode = 'approve'\r\nreturn_time = 1\r\n")
    _, mistakes = examine(file)
    assert [each.line for each in mistakes] == [3]


def test_no_file_at_all(tmp_path):
    _, mistakes = examine(tmp_path / "policy.toml")
    assert [each.key for each in mistakes] == ["policy-no-file"]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.register(parser.add_subparsers())
    args = parser.parse_args(["policy", *words])
    return args.run(args)


def test_the_command_checks_a_file(tmp_path, capsys):
    file = tmp_path / "policy.toml"
    file.write_text("[targets]\nx = 1\n[outing]\nmode = 'ask'\n", "utf-8")
    assert run("check", str(file), "--language", "zh-Hans") == 2
    heard = capsys.readouterr()
    assert "policy.toml 第 4 行：outing.mode 只能取以下之一" in heard.err
    assert "policy.toml 第 1 行：targets 已认识" in heard.out
    assert run("check", str(file), "--json", "--language", "en") == 2
    report = json.loads(capsys.readouterr().out)
    assert report["fine"] is False
    assert report["mistakes"][0]["line"] == 4
    assert report["not_used_yet"] == [{"file": "policy.toml", "line": 1, "what": "targets"}]
    file.write_text("[outing]\nmode = 'approve'\n", "utf-8")
    assert run("check", str(file)) == 0


def test_the_command_shows_where_a_figure_comes_from(tmp_path, capsys):
    file = tmp_path / "policy.toml"
    file.write_text("[outing]\nmode = 'approve'\n", "utf-8")
    assert run("show", "--file", str(file), "--json") == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    assert figures["outing.mode"] == {
        "value": "approve",
        "from": "policy.toml:2",
        "unit": None,
        "rules": ["A04", "A23", "D17"],
    }
    assert figures["outing.return_time"]["value"] == "17:00:00"
    assert figures["outing.return_time"]["from"] == "default"
    assert run("show", "--file", str(file), "--language", "zh-Hant") == 0
    rows = capsys.readouterr().out.splitlines()
    assert next(row for row in rows if row.startswith("outing.return_time ")).split() == [
        "outing.return_time", "17:00:00", "預設值", "A05", "D18",
    ]  # fmt: skip


def test_units_need_a_database(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    file = tmp_path / "policy.toml"
    file.write_text("[units.A.outing]\nmode = 'approve'\n", "utf-8")
    assert run("check", str(file), "--with-units", "--language", "en") == 2
    assert "import the units first" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_units_of_the_bank(tmp_path, capsys, monkeypatch, empty_sqlite):
    database = tmp_path / "bank.db"
    shutil.copy(empty_sqlite, database)
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{database}")
    units = tmp_path / "units.csv"
    units.write_text("code,name,parent,kind\nHQ,总行,,总行\nB1,支行,HQ,支行\nT1,一组,B1,组\n", "utf-8")
    assert main(["import", "units", str(units)]) == 0
    file = tmp_path / "policy.toml"
    file.write_text("[units.B1.evidence]\nradius_m = 100\n[units.T1.evidence]\nradius_m = 200\n", "utf-8")
    monkeypatch.setenv("WAIQIN_POLICY", str(file))
    capsys.readouterr()
    assert main(["policy", "check", str(file), "--with-units", "--language", "en"]) == 2
    assert "line 4: unit T1 would loosen evidence.radius_m" in capsys.readouterr().err
    assert main(["policy", "show", "--unit", "T1", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["path"] == ["HQ", "B1", "T1"]
    radius = {"value": 100, "from": "policy.toml:2", "unit": "B1", "rules": ["A13"]}
    assert shown["figures"]["evidence.radius_m"] == radius
    assert main(["policy", "show", "--unit", "T9", "--language", "en"]) == 2
    assert "The units are: B1, HQ, T1." in capsys.readouterr().err
