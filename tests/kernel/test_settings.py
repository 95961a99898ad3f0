"""Settings: from the environment or a file, checked at start, a sentence for each mistake, no secret shown."""

from pathlib import Path

import pytest

from bot.settings import BadSettings, Secret, Settings, load

GOOD = "123456:AAbbCCddEEff"


def test_the_defaults_are_enough_for_the_command_line() -> None:
    assert load({}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "waiqin.toml"
    file.write_text(f'token = "{GOOD}"\nwebhook_port = 9000\nlog_level = "debug"\n', "utf-8")
    settings = load({"WAIQIN_CONFIG": str(file), "WAIQIN_LOG_LEVEL": "error"})
    assert (settings.token.reveal(), settings.webhook_port, settings.log_level) == (GOOD, 9000, "error")
    assert settings.bot_id == 123456


def test_a_secret_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{GOOD}\n", "utf-8")
    assert load({"WAIQIN_TOKEN_FILE": str(tmp_path / "token")}).token.reveal() == GOOD


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"WAIQIN_TOKEN": "nonsense"}, "not a bot token"),
        ({"WAIQIN_DATABASE_URL": "mysql://x"}, "sqlite:///"),
        ({"WAIQIN_API_BASE": "api.telegram.org"}, "http://"),
        ({"WAIQIN_POLICY": "nowhere.toml"}, "does not exist"),
        ({"WAIQIN_WEBHOOK_PORT": "many"}, "whole number"),
        ({"WAIQIN_WEBHOOK_PORT": "70000"}, "between 1 and 65535"),
        ({"WAIQIN_WEBHOOK_URL": "https://bank.example/t"}, "WAIQIN_WEBHOOK_SECRET"),
        ({"WAIQIN_LOG_LEVEL": "loud"}, "debug, info"),
        ({"WAIQIN_SENDS_PER_SECOND": "0"}, "more than zero"),
        ({"WAIQIN_CONFIG": "nowhere.toml"}, "can't be read"),
        ({"WAIQIN_TOKEN_FILE": "nowhere"}, "can't be read"),
    ],
)
def test_every_mistake_has_its_sentence(environ: dict[str, str], says: str) -> None:
    with pytest.raises(BadSettings, match=says):
        load(environ)


def test_all_mistakes_are_told_together_and_none_repeats_a_secret() -> None:
    with pytest.raises(BadSettings) as told:
        load({"WAIQIN_TOKEN": "my-secret-token", "WAIQIN_WEBHOOK_PORT": "0", "WAIQIN_LOG_LEVEL": "x"})
    assert len(told.value.mistakes) == 3
    assert "my-secret-token" not in str(told.value)


def test_a_setting_that_is_none_is_told_by_name(tmp_path: Path) -> None:
    file = tmp_path / "waiqin.toml"
    file.write_text("tokn = 'x'\n", "utf-8")
    with pytest.raises(BadSettings, match="'tokn' is no setting"):
        load({"WAIQIN_CONFIG": str(file)})


def test_running_without_a_token_says_where_to_get_one() -> None:
    with pytest.raises(BadSettings, match="BotFather"):
        load({}, token_needed=True)


def test_a_secret_never_shows_itself() -> None:
    settings = Settings(token=Secret(GOOD))
    assert GOOD not in f"{settings!r} {settings} {settings.token} {settings.token!r} {[settings.token]}"
    assert settings.token.reveal() == GOOD
