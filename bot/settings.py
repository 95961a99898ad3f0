"""Every setting of the program, as one frozen object; nothing else reads the environment.

A setting comes from the environment (`WAIQIN_...`) or from the TOML file that `WAIQIN_CONFIG`
names; the environment wins. Mistakes are collected and told together, a sentence each.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class BadSettings(Exception):
    """The settings can't be used; `mistakes` says why, a sentence each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class Secret(str):
    """A text that never shows itself: not in a log, not in an error, not in `repr`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"

    def __format__(self, _spec: str) -> str:
        return "***"

    def __str__(self) -> str:
        return "***"

    def reveal(self) -> str:
        return "".join(self)


NONE = Secret("")
HERE = Secret("sqlite:///waiqin.db")
SPEECH_MODEL = "whisper-base"


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can set. Rates are per second unless the name says otherwise."""

    token: Secret = NONE
    api_base: str = "https://api.telegram.org"
    database_url: Secret = HERE
    policy: str | None = None
    data_dir: Path = Path()
    font: str | None = None  # a file with Chinese letters for pictures; one comes with the program
    webhook_url: str | None = None
    webhook_secret: Secret = NONE
    webhook_port: int = 8443
    webhook_host: str = "127.0.0.1"
    metrics_port: int = 0  # /healthz, /readyz and /metrics; 0: nowhere
    metrics_host: str = "127.0.0.1"
    log_level: str = "info"
    # Telegram's limits for what a bot says unasked; a slow, paced start beats a flood wait.
    sends_per_second: float = 27.0
    chat_per_second: float = 1.0
    chat_burst: int = 10
    group_per_minute: int = 20
    sends_at_once: int = 32
    # Words from voice. A model is the name of one that we know, the path of a folder, or a server's name for it.
    speech_engine: str = "whisper"
    speech_model: str = SPEECH_MODEL
    speech_url: str = ""
    speech_key: Secret = NONE
    speech_patience: float = 60.0
    speech_seconds_longest: int = 300
    speech_megabytes_longest: float = 20.0
    speech_idle_minutes: float = 10.0

    @property
    def bot_id(self) -> int:
        """The number in front of the token's colon: the bot's own Telegram id."""
        return int(self.token.reveal().split(":", 1)[0])


KINDS = {
    each.name: each.type if isinstance(each.type, str) else getattr(each.type, "__name__", "str")
    for each in fields(Settings)
}


def load(environ: Mapping[str, str] = os.environ, *, token_needed: bool = False) -> Settings:
    """Read and check the settings; raises BadSettings with a sentence for each mistake."""
    mistakes: list[str] = []
    given: dict[str, Any] = {}
    if config := environ.get("WAIQIN_CONFIG"):
        given |= from_file(Path(config), mistakes)
    for each in fields(Settings):
        name = f"WAIQIN_{each.name.upper()}"
        if name in environ:
            given[each.name] = environ[name]
        if KINDS[each.name] == "Secret" and f"{name}_FILE" in environ:
            try:
                given[each.name] = Path(environ[f"{name}_FILE"]).read_text("utf-8").strip()
            except OSError:
                mistakes.append(f"{name}_FILE names a file that can't be read.")
    made = {name: converted(name, value, mistakes) for name, value in given.items()}
    settings = Settings(**{name: value for name, value in made.items() if value is not None})
    mistakes += wrong(settings, token_needed=token_needed)
    if mistakes:
        raise BadSettings(mistakes)
    return settings


def from_file(path: Path, mistakes: list[str]) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError:
        mistakes.append("WAIQIN_CONFIG names a file that can't be read.")
        return {}
    except tomllib.TOMLDecodeError as error:
        mistakes.append(f"{path.name} is not valid TOML: {error}.")
        return {}
    known = {each.name for each in fields(Settings)}
    given: dict[str, Any] = {}
    for name, value in table.items():
        plain = name.lower().removeprefix("waiqin_")
        if plain in known:
            given[plain] = value
        else:
            mistakes.append(f"{path.name}: {name!r} is no setting; the settings are {', '.join(sorted(known))}.")
    return given


def converted(name: str, value: Any, mistakes: list[str]) -> Any:
    words = KINDS[name]
    try:
        if "Secret" in words:
            return Secret(value)
        if "Path" in words:
            return Path(value)
        if words == "int":
            return int(value)
        if words == "float":
            return float(value)
        return str(value)
    except (TypeError, ValueError):
        mistakes.append(f"WAIQIN_{name.upper()} must be a {'whole number' if words == 'int' else 'number'}.")
        return None


def wrong(settings: Settings, *, token_needed: bool) -> list[str]:
    """A sentence for each value that can't work. No sentence repeats a secret."""
    said: list[str] = []
    token = settings.token.reveal()
    if token and not re.fullmatch(r"\d{1,20}:[A-Za-z0-9_-]{3,100}", token):
        said.append("WAIQIN_TOKEN is not a bot token: @BotFather gives one like 123456789:AA...")
    if token_needed and not token:
        said.append("WAIQIN_TOKEN is missing: ask @BotFather for a bot's token and set it, or run the demo.")
    if urlsplit(settings.api_base).scheme not in ("http", "https"):
        said.append("WAIQIN_API_BASE must begin with http:// or https://.")
    if not re.match(r"(sqlite|postgres(ql)?)(\+\w+)?://", settings.database_url.reveal()):
        said.append("WAIQIN_DATABASE_URL must be sqlite:///path/to/file or postgresql://user@host/database.")
    if settings.policy and not Path(settings.policy).is_file():
        said.append("WAIQIN_POLICY names a file that does not exist.")
    if settings.webhook_url:
        if not settings.webhook_url.startswith(("https://", "http://")):
            said.append("WAIQIN_WEBHOOK_URL must be the full address that Telegram calls, with https://.")
        if not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", settings.webhook_secret.reveal()):
            said.append(
                "WAIQIN_WEBHOOK_SECRET must be 16 to 256 letters, digits, _ or -: "
                "without it anybody could speak as Telegram."
            )
    if not 0 < settings.webhook_port < 65536:
        said.append("WAIQIN_WEBHOOK_PORT must be between 1 and 65535.")
    if not 0 <= settings.metrics_port < 65536:
        said.append("WAIQIN_METRICS_PORT must be between 1 and 65535, or 0 for none.")
    if settings.log_level not in ("debug", "info", "warning", "error"):
        said.append("WAIQIN_LOG_LEVEL must be debug, info, warning or error.")
    for name in (
        "sends_per_second",
        "chat_per_second",
        "chat_burst",
        "group_per_minute",
        "sends_at_once",
        "speech_patience",
        "speech_seconds_longest",
        "speech_megabytes_longest",
        "speech_idle_minutes",
    ):
        if getattr(settings, name) <= 0:
            said.append(f"WAIQIN_{name.upper()} must be more than zero.")
    return said + wrong_about_speech(settings)


def wrong_about_speech(settings: Settings) -> list[str]:
    """A sentence for each mistake about the engine that hears voices."""
    said: list[str] = []
    if settings.speech_engine not in ("off", "whisper", "sherpa", "server"):
        said.append("WAIQIN_SPEECH_ENGINE must be whisper, sherpa, server or off.")
    if settings.speech_engine == "sherpa" and settings.speech_model == SPEECH_MODEL:
        said.append("WAIQIN_SPEECH_MODEL must be the folder of a SenseVoice or Paraformer model.")
    address = urlsplit(settings.speech_url)
    here = address.scheme == "http" and address.hostname in ("127.0.0.1", "::1", "localhost")
    if settings.speech_engine == "server" and not (here or (address.scheme == "https" and address.hostname)):
        said.append("WAIQIN_SPEECH_URL must begin with https://; http:// does only for a server on this machine.")
    if settings.speech_megabytes_longest > 20:
        said.append("WAIQIN_SPEECH_MEGABYTES_LONGEST can't be more than 20: a bot gets no larger file from Telegram.")
    return said
