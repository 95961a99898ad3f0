"""A recogniser inside the bank that speaks OpenAI's `/v1/audio/transcriptions`: vLLM, speaches, FunASR, whisper.cpp.

The recording is decoded here, in the worker, and sent as 16 kHz WAV, which every server takes; one in which nobody
speaks is not sent at all. Of the answer only `text` is read. Nothing else about the person leaves the process.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp

from bot.clock import ticks
from bot.rules.listening import EngineAway
from bot.settings import Settings
from bot.speech import guards
from bot.speech.local import Worker, fetched, instructions
from bot.speech.port import Heard, limits
from bot.speech.terms import written

LONGEST_ANSWER = 1_000_000  # bytes


class Server:
    """The engine behind WAIQIN_SPEECH_URL."""

    engine = "server"

    def __init__(self, settings: Settings) -> None:
        self.limits = limits(settings)
        self.url = settings.speech_url.rstrip("/") + "/v1/audio/transcriptions"
        self.model = settings.speech_model
        self.key = settings.speech_key
        self.seconds = settings.speech_patience
        self.worker = Worker(instructions(settings, "server"), settings.speech_idle_minutes * 60)

    async def hear(self, recording: bytes | Path, language: str) -> Heard:
        started = ticks()
        spoken = "en" if language == "en" else "zh"
        sound = await fetched(recording, self.limits)
        seconds, _, prepared = await self.worker.ask(sound, language, hear=False)
        said = await self._transcribed(prepared, spoken)
        text, gaps = await asyncio.to_thread(read, said, seconds, language)
        return Heard(text, round(seconds, 2), self.engine, self.model, round(ticks() - started, 3), gaps)

    async def _transcribed(self, sound: bytes, language: str) -> str:
        form = aiohttp.FormData()
        form.add_field("file", sound, filename="note.wav", content_type="audio/wav")
        for name, value in (("model", self.model), ("language", language), ("response_format", "json")):
            form.add_field(name, value)
        headers = {"Authorization": f"Bearer {self.key.reveal()}"} if self.key.reveal() else {}
        patience = aiohttp.ClientTimeout(total=self.seconds, connect=5)
        try:
            async with (
                aiohttp.ClientSession(timeout=patience) as session,
                session.post(self.url, data=form, headers=headers, allow_redirects=False) as answer,
            ):
                if answer.status != 200:
                    # Only the server's operator can mend a wrong key, path or model.
                    lasting = answer.status in (301, 302, 307, 308, 401, 403, 404)
                    raise EngineAway(f"the server answers {answer.status}", lasting=lasting)
                body = b""
                async for chunk in answer.content.iter_chunked(65536):
                    body += chunk
                    if len(body) > LONGEST_ANSWER:
                        raise EngineAway("the server's answer is too long")
                return text_in(body)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise EngineAway(f"the server can't be reached ({type(error).__name__})") from error

    async def close(self) -> None:
        await self.worker.close()


def read(said: str, seconds: float, language: str) -> tuple[str, bool]:
    """What is believed of an answer, as the person reads it; beside the loop, for the dictionaries take a moment."""
    text, gaps = guards.believed([guards.Segment(said, 0.0, seconds)])
    return written(text, language), gaps


def text_in(body: bytes) -> str:
    """The words of an answer. Raises EngineAway where it is none."""
    try:
        text = json.loads(body)["text"]
    except (ValueError, KeyError, TypeError):
        raise EngineAway("the server's answer has no text") from None
    if not isinstance(text, str):
        raise EngineAway("the server's answer has no text")
    return text
