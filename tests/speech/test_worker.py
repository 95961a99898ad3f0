"""The worker's keeper: a recording that kills or stops the recogniser costs itself and nobody else."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.rules.listening import EngineAway, Silent
from bot.speech import local
from bot.speech.local import Worker


@pytest.fixture
async def worker(tmp_path: Path) -> AsyncIterator[Worker]:
    made = Worker({"model": str(tmp_path)}, idle_seconds=60, module="tests.speech.mumbler")
    yield made
    await made.close()


def starts(worker: Worker) -> int:
    return len((Path(worker.told["model"]) / "starts").read_text())


async def test_words_come_back_with_the_length(worker: Worker) -> None:
    seconds, answer, _ = await worker.ask("你好".encode(), "zh")
    assert (seconds, answer["text"]) == (1.0, "你好")


async def test_two_at_once_are_heard_one_after_the_other_by_one_process(worker: Worker) -> None:
    answers = await asyncio.gather(worker.ask(b"first", "en"), worker.ask(b"later", "en"))
    assert [answer["text"] for _, answer, _ in answers] == ["first", "later"]
    assert starts(worker) == 1


async def test_a_crash_costs_one_recording(worker: Worker) -> None:
    with pytest.raises(EngineAway) as away:
        await worker.ask(b"crash", "zh")
    assert not away.value.lasting
    assert starts(worker) == 2  # it was tried a second time
    assert (await worker.ask(b"next", "zh"))[1]["text"] == "next"


async def test_what_crashed_by_chance_is_heard_at_the_second_try(worker: Worker) -> None:
    assert (await worker.ask(b"once", "zh"))[1]["text"] == "once"
    assert starts(worker) == 2


async def test_an_endless_recording_is_given_up(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    await worker.ask(b"warm", "zh")
    monkeypatch.setattr(local, "PATIENCE", -0.7)  # beyond the second that the recording is long
    monkeypatch.setattr(local, "ATTEMPTS", 1)
    # The first answer is waited for with the same patience.
    with pytest.raises(EngineAway):
        await worker.ask(b"hang", "zh")
    monkeypatch.undo()
    assert (await worker.ask(b"next", "zh"))[1]["text"] == "next"


async def test_a_refusal_is_one_and_the_worker_stays(worker: Worker) -> None:
    with pytest.raises(Silent) as silent:
        await worker.ask(b"silence", "zh")
    assert silent.value.facts == {"seconds": 1.0}
    await worker.ask(b"next", "zh")
    assert starts(worker) == 1


async def test_an_engine_that_is_not_there_says_why(worker: Worker) -> None:
    (Path(worker.told["model"]) / "broken").touch()
    with pytest.raises(EngineAway) as away:
        await worker.ask(b"anything", "zh")
    assert (away.value.why, away.value.lasting) == ("broken", True)


async def test_it_is_let_go_when_idle_and_comes_back(worker: Worker) -> None:
    worker.idle_seconds = 0.05
    await worker.ask(b"first", "zh")
    await asyncio.sleep(0.2)
    assert worker.process is None
    assert (await worker.ask(b"two", "zh"))[1]["text"] == "two"
    assert starts(worker) == 2


async def test_nobody_who_went_away_gets_the_next_ones_words(worker: Worker) -> None:
    asking = asyncio.ensure_future(worker.ask(b"hang", "zh"))
    while not (Path(worker.told["model"]) / "starts").exists():  # noqa: ASYNC110 - another process makes it
        await asyncio.sleep(0.02)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert (await worker.ask(b"mine", "zh"))[1]["text"] == "mine"


async def test_it_knows_nothing_of_ours(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAIQIN_TOKEN", "123456:secret")
    told = (await worker.ask(b"environment", "zh"))[1]["text"].split()
    assert "WAIQIN_TOKEN" not in told
    assert "HF_HUB_OFFLINE" in told


async def test_after_closing_nothing_starts(worker: Worker) -> None:
    await worker.close()
    with pytest.raises(EngineAway):
        await worker.ask(b"late", "zh")
