"""The real model on three recordings: names linked, figures and days kept, and no word out of silence."""

import asyncio
import json
from pathlib import Path

import numpy as np
import pytest

from bot.language.amounts import amounts
from bot.rules.listening import Corrupt, EngineAway, Silent
from bot.settings import Settings
from bot.speech import audio, model
from bot.speech.names import book, link
from bot.speech.port import Heard, Recogniser, recogniser

pytest.importorskip("faster_whisper", reason="the extra `speech` is not installed")

pytestmark = [pytest.mark.speech, pytest.mark.xdist_group("speech")]
CLIPS = Path(__file__).parent / "clips"
BOOK = book(
    (
        ("A", "宏图玻璃", ("沈国栋", "韩雪")),
        ("B", "星河照明", ("柳梦琪",)),
        ("C", "远帆渔具", ()),
        ("D", "鸿运物流", ("沈国兴",)),
        ("E", "新禾农业", ("刘梦洁",)),
        ("F", "远方玩具", ("俞剧",)),
    )
)
SECOND = audio.RATE


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(data_dir=tmp_path_factory.mktemp("speech"))
    model.install(model.folder(settings.data_dir, settings.speech_model))
    return settings


@pytest.fixture(scope="module")
def heard(installed: Settings) -> dict[str, Heard | str]:
    """What the model makes of all recordings, heard by one worker: words, or the key of the refusal."""
    dice = np.random.default_rng(3)
    seconds = np.arange(10 * SECOND) / SECOND
    recordings: dict[str, bytes] = {clip.name: clip.read_bytes() for clip in sorted(CLIPS.glob("*.ogg"))}
    recordings |= {
        "silence": audio.wave(np.zeros(10 * SECOND, dtype="float32")),
        "noise": audio.wave((dice.standard_normal(10 * SECOND) * 0.05).astype("float32")),
        "hum": audio.wave((0.2 * np.sin(2 * np.pi * 50 * seconds)).astype("float32")),
        "clicks": audio.wave((dice.random(10 * SECOND) > 0.9995).astype("float32")),
        "damaged": bytes(200),
        "in English": (CLIPS / "dev_zh1.ogg").read_bytes(),  # by somebody whose language is English
        "again": (CLIPS / "dev_zh3.ogg").read_bytes(),
    }

    async def every() -> dict[str, Heard | str]:
        ears = recogniser(installed)
        try:
            return {
                name: await one(ears, recording, "en" if name == "in English" else "zh-Hans")
                for name, recording in recordings.items()
            }
        finally:
            await ears.close()

    async def one(ears: Recogniser, recording: bytes, language: str) -> Heard | str:
        try:
            return await ears.hear(recording, language)
        except (Silent, Corrupt) as no:
            return no.key

    return asyncio.run(every())


def words(heard: dict[str, Heard | str], name: str) -> str:
    found = heard[name]
    assert isinstance(found, Heard), found
    return found.text


@pytest.mark.parametrize(
    ("clip", "client", "person"),
    [("dev_zh1.ogg", "A", "沈国栋"), ("dev_zh2.ogg", "B", "柳梦琪"), ("dev_zh3.ogg", "C", None)],
)
def test_the_right_client_is_linked(heard: dict[str, Heard | str], clip: str, client: str, person: str | None) -> None:
    linked = link(words(heard, clip), BOOK)
    assert linked.client is not None
    assert (linked.client.code, linked.person) == (client, person)


def test_figures_and_days_are_kept(heard: dict[str, Heard | str]) -> None:
    loan, rate = words(heard, "dev_zh1.ogg"), words(heard, "dev_zh2.ogg")
    assert [(each.value, each.unit) for each in amounts(loan)] == [(3_000_000, "CNY")]
    assert (4.1, "%") in [(each.value, each.unit) for each in amounts(rate)]
    assert "下周四" in loan
    assert "6月3" in rate or "六月三" in rate
    assert "明天上午" in words(heard, "dev_zh3.ogg")


def test_most_characters_are_right(heard: dict[str, Heard | str]) -> None:
    from rapidfuzz.distance import Levenshtein

    wrong = total = 0
    for each in json.loads((CLIPS / "refs.json").read_text("utf-8")):
        text = link(words(heard, each["file"]), BOOK).text
        said, right = plain(text), plain(each["text"])
        wrong += Levenshtein.distance(said, right)
        total += len(right)
    assert wrong / total <= 0.08


def plain(text: str) -> str:
    """Without signs, figures read as they are said."""
    for figure, spoken in (("300万", "三百万"), ("6月3日", "六月三号"), ("4.1%", "百分之四点一")):
        text = text.replace(figure, spoken)
    return "".join(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize("name", ["silence", "noise", "hum", "clicks"])
def test_nothing_is_invented(heard: dict[str, Heard | str], name: str) -> None:
    assert heard[name] == "speech-silent"


def test_a_damaged_file_leaves_the_worker_well(heard: dict[str, Heard | str]) -> None:
    assert heard["damaged"] == "speech-corrupt"
    assert words(heard, "again") == words(heard, "dev_zh3.ogg")


def test_another_language_than_the_persons_is_noticed(heard: dict[str, Heard | str]) -> None:
    assert words(heard, "in English") == words(heard, "dev_zh1.ogg")


async def test_a_model_that_was_changed_is_not_loaded(installed: Settings, tmp_path: Path) -> None:
    right = model.folder(installed.data_dir, "whisper-base")
    wrong = tmp_path / "models" / "whisper-base"
    wrong.mkdir(parents=True)
    for file in right.iterdir():
        (wrong / file.name).symlink_to(file)
    (wrong / "config.json").unlink()
    (wrong / "config.json").write_text("{}")
    ears = recogniser(Settings(data_dir=tmp_path))
    try:
        with pytest.raises(EngineAway) as away:
            await ears.hear(CLIPS / "dev_zh3.ogg", "zh-Hans")
    finally:
        await ears.close()
    assert away.value.lasting
    assert "config.json" in away.value.why
