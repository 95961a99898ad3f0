"""What operators and scripts rely on: commands, exit codes, JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a migrated database and two units."""
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{tmp_path}/bank.db")
    for name in ("WAIQIN_TOKEN", "WAIQIN_CONFIG", "WAIQIN_POLICY"):
        monkeypatch.delenv(name, raising=False)
    assert main(["migrate"]) == 0
    (tmp_path / "units.csv").write_text("code,name,parent,kind,zone\nHQ,总行,,head_office,Asia/Shanghai\n", "utf-8")
    assert main(["import", "units", str(tmp_path / "units.csv")]) == 0
    return tmp_path


def test_help_lists_the_commands_without_importing_the_bot() -> None:
    code = "import sys; from bot.__main__ import main; main(['--help']); sys.exit('aiogram' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    for command in ("run", "demo", "migrate", "import", "invite", "staff", "policy", "understand", "doctor"):
        assert f"  {command}" in done.stdout


def test_an_unknown_command_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fly"]) == 2
    assert "'fly' is no command" in capsys.readouterr().err
    assert main([]) == 2


def test_running_without_a_token_says_what_is_missing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 2
    assert "BotFather" in capsys.readouterr().err


def test_a_colleague_is_listed_invited_suspended_moved_and_removed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["staff", "add", "S1", "李伟", "HQ", "--role", "rm", "--role", "supervisor@HQ"]) == 0
    assert main(["staff", "add", "S1", "李伟", "HQ"]) == 2
    assert main(["staff", "add", "S2", "王", "NOWHERE"]) == 2
    assert main(["staff", "add", "S2", "王", "HQ", "--role", "king"]) == 2
    capsys.readouterr()
    assert main(["invite", "S1", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert set(made) == {"code", "token", "link", "expires"}
    assert len(made["token"]) >= 22
    assert main(["staff", "suspend", "S1"]) == 0
    assert main(["invite", "S1"]) == 2
    assert main(["staff", "resume", "S1"]) == 0
    assert main(["staff", "roles", "S1", "rm"]) == 0
    assert main(["staff", "duty", "S1", "2026-08-04"]) == 0
    assert main(["staff", "away", "S1", "2026-08-05", "2026-08-04"]) == 2
    assert main(["staff", "away", "S1", "2026-08-05", "2026-08-06"]) == 0
    assert main(["staff", "move", "S1", "HQ"]) == 0
    assert main(["staff", "remove", "S1"]) == 0
    assert main(["staff", "remove", "S9"]) == 2
    capsys.readouterr()
    assert main(["staff", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["staff"]
    assert [(each["code"], each["roles"], each["state"]) for each in listed] == [("S1", "rm@HQ", "no access")]


def test_the_doctor_names_a_remedy_for_each_finding(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 1  # there is no token yet
    findings = {each["what"]: each for each in json.loads(capsys.readouterr().out)}
    assert findings["database"]["fine"]
    assert findings["texts"]["fine"]
    assert findings["token"]["remedy"]


def test_an_empty_database_is_the_doctors_business(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WAIQIN_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    assert main(["doctor"]) == 1
    assert "waiqin migrate" in capsys.readouterr().out


def test_sentences_are_read_from_json_lines() -> None:
    line = {
        "id": 1,
        "text": "去鼎盛纺织看厂房，四点半回",
        "lang": "zh-Hans",
        "now": "2026-08-03T09:00",
        "portfolio": [{"code": "C1", "alias": "鼎盛纺织"}],
    }
    done = subprocess.run(
        [sys.executable, "-m", "bot", "understand", "outing"],
        input=json.dumps(line),
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    assert (answer["id"], answer["clients"], answer["matter"]) == (1, ["鼎盛纺织"], "看厂房")
    assert answer["return_at"].startswith("2026-08-03T16:30")
