"""Files: what is decoded, and a kind of no for everything that can't be."""

import io
import math
from pathlib import Path

import numpy as np
import pytest
import soundfile

from bot.rules.listening import Corrupt, Empty, Limits, TooLarge, TooLong, Unheard
from bot.speech import audio

CLIP = (Path(__file__).parent / "clips" / "dev_zh3.ogg").read_bytes()
LIMITS = Limits()


def file(sound: np.ndarray, rate: int, kind: str = "WAV") -> bytes:
    made = io.BytesIO()
    soundfile.write(made, sound, rate, format=kind)
    return made.getvalue()


def test_a_voice_message_of_telegram() -> None:
    assert audio.seconds(CLIP, LIMITS) == pytest.approx(5.32, abs=0.1)
    sound = audio.samples(CLIP, LIMITS)
    assert sound.dtype == np.float32
    assert len(sound) / audio.RATE == pytest.approx(5.32, abs=0.1)


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_any_rate_becomes_16_khz_with_the_same_tone(rate: int, channels: int) -> None:
    time = np.arange(rate * 2) / rate
    tone = 0.5 * np.sin(2 * math.pi * 440 * time).astype("float32")
    sound = audio.samples(file(np.stack([tone] * channels, axis=1), rate), LIMITS)
    assert len(sound) == pytest.approx(2 * audio.RATE, abs=64)
    heard = np.argmax(abs(np.fft.rfft(sound))) * audio.RATE / len(sound)
    assert heard == pytest.approx(440, abs=2)
    assert abs(sound).max() == pytest.approx(0.5, abs=0.05)


def test_eight_hours_in_a_small_file_are_refused_unheard() -> None:
    long = file(np.zeros(8_000 * 400, dtype="float32"), 8_000, "FLAC")
    with pytest.raises(TooLong) as no:
        audio.samples(long, LIMITS)
    assert no.value.facts == {"seconds": 400, "longest": 300}


def test_what_is_no_sound() -> None:
    with pytest.raises(Empty):
        audio.seconds(b"", LIMITS)
    with pytest.raises(Empty):
        audio.seconds(file(np.zeros(0, dtype="float32"), 8_000), LIMITS)
    with pytest.raises(TooLarge):
        audio.seconds(bytes(3_000), Limits(megabytes_longest=0.002))
    for junk in (b"hello", bytes(500), CLIP[:200], b"\xff\xd8\xff\xe0" + bytes(100), b"\0\0\0\x18ftypisom" + bytes(99)):
        with pytest.raises(Corrupt):
            audio.samples(junk, LIMITS)


def test_damaged_files_give_sound_or_a_refusal_and_nothing_else() -> None:
    dice = np.random.default_rng(7)
    for _ in range(60):
        broken = bytearray(CLIP)
        for _ in range(20):
            broken[dice.integers(len(broken))] ^= 1 << dice.integers(8)
        try:
            sound = audio.samples(bytes(broken[: dice.integers(100, len(broken))]), LIMITS)
            assert np.isfinite(sound).all()
        except Unheard:
            pass


def test_a_wave_for_servers() -> None:
    sound = audio.samples(CLIP, LIMITS)
    assert soundfile.info(io.BytesIO(audio.wave(sound))).samplerate == audio.RATE
