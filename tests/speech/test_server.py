"""A bank's own server: what is sent to it, and what becomes of its answers."""

import io
import math
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from aiohttp import web

from bot.rules.listening import EngineAway, Silent
from bot.settings import Secret, Settings
from bot.speech import audio, port
from bot.speech.server import Server, text_in

CLIP = Path(__file__).parent / "clips" / "dev_zh3.ogg"
SILENCE = audio.wave(np.zeros(1_600, dtype="float32"))


@dataclass
class Bank:
    """A server that writes down what it gets."""

    url: str = ""
    status: int = 200
    text: str = "拜訪遠帆漁具沒有見到人"
    asked: list[dict[str, Any]] = field(default_factory=list)

    async def transcribe(self, request: web.Request) -> web.Response:
        form = await request.post()
        sound = form["file"]
        assert isinstance(sound, web.FileField)
        self.asked.append(
            {**{name: form[name] for name in form if name != "file"}, "rate": soundfile.info(sound.file).samplerate}
            | {"key": request.headers.get("Authorization")}
        )
        return web.json_response({"text": self.text}, status=self.status)


@pytest.fixture
async def bank() -> AsyncIterator[Bank]:
    made = Bank()
    app = web.Application()
    app.router.add_post("/v1/audio/transcriptions", made.transcribe)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    await runner.cleanup()


@pytest.fixture
async def server(bank: Bank) -> AsyncIterator[Server]:
    made = port.recogniser(
        Settings(speech_engine="server", speech_url=bank.url, speech_model="sensevoice", speech_key=Secret("k"))
    )
    assert isinstance(made, Server)
    yield made
    await made.close()


async def test_it_gets_a_wave_and_its_words_come_in_the_persons_script(bank: Bank, server: Server) -> None:
    heard = await server.hear(CLIP, "zh-Hans")
    assert (heard.text, heard.engine, heard.model) == ("拜访远帆渔具没有见到人", "server", "sensevoice")
    assert heard.seconds == pytest.approx(5.3, abs=0.1)
    assert bank.asked == [
        {"model": "sensevoice", "language": "zh", "response_format": "json", "rate": 16_000, "key": "Bearer k"}
    ]


async def test_silence_is_not_sent_and_inventions_are_not_believed(bank: Bank, server: Server) -> None:
    silence = io.BytesIO()
    hum = 0.02 * np.sin(2 * math.pi * 50 * np.arange(32_000) / 16_000)
    soundfile.write(silence, hum.astype("float32"), 16_000, format="WAV")
    with pytest.raises(Silent):
        await server.hear(silence.getvalue(), "zh-Hans")
    assert bank.asked == []
    bank.text = "字幕由Amara.org社区提供"
    with pytest.raises(Silent):
        await server.hear(CLIP, "zh-Hans")


@pytest.mark.parametrize(("status", "lasting"), [(500, False), (503, False), (404, True), (401, True), (302, True)])
async def test_a_server_that_says_no(bank: Bank, server: Server, status: int, lasting: bool) -> None:
    bank.status = status
    with pytest.raises(EngineAway) as away:
        await server._transcribed(SILENCE, "zh")
    assert (away.value.lasting, str(status) in away.value.why) == (lasting, True)


async def test_a_server_that_is_not_there() -> None:
    gone = Server(Settings(speech_engine="server", speech_url="http://127.0.0.1:9", speech_model="m"))
    with pytest.raises(EngineAway) as away:
        await gone._transcribed(SILENCE, "zh")
    assert not away.value.lasting


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"text": 5}', b"<html>"])
def test_an_answer_without_words(body: bytes) -> None:
    with pytest.raises(EngineAway):
        text_in(body)
