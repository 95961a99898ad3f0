"""Sound from files: any rate and number of channels in, 16 kHz mono out, never more than was asked for.

libsndfile reads the header first, so that eight hours of silence in a small file are refused without decoding them;
then the file is decoded and resampled block by block. What libsndfile does not know, the MPEG-4 of video notes and of
phones' own recorders, is read by PyAV where it is installed; nothing else is, because libsndfile fails more politely.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.rules.listening import Corrupt, Empty, Limits, Unheard, take

if TYPE_CHECKING:
    import numpy as np

RATE = 16_000
BLOCK = 48_000


def seconds(recording: bytes, limits: Limits) -> float:
    """The length that the header tells. Raises Empty, TooLarge, TooLong or Corrupt."""
    import soundfile

    take(None, len(recording), limits)
    try:
        told = _mpeg_seconds(recording) if _is_mpeg(recording) else soundfile.info(io.BytesIO(recording)).duration
    except Exception as error:  # decoders fail in many ways, and all of them mean the same
        raise Corrupt from error
    if told <= 0:
        raise Empty
    take(told, len(recording), limits)
    return told


def samples(recording: bytes, limits: Limits) -> np.ndarray[Any, Any]:
    """The sound as float32 in -1..1 at 16 kHz. Raises what `seconds` raises; a header that lies is found out."""
    import numpy as np
    import soxr

    seconds(recording, limits)
    parts = []
    try:
        read = 0
        stream = None
        for block, rate in _mpeg_blocks(recording) if _is_mpeg(recording) else _blocks(recording):
            stream = stream or soxr.ResampleStream(rate, RATE, 1, dtype="float32")
            read += len(block)
            if read > (limits.seconds_longest + 1) * rate:
                take(read / rate, len(recording), limits)
            parts.append(stream.resample_chunk(np.ascontiguousarray(block)))
        if stream is None:
            raise Empty
        parts.append(stream.resample_chunk(np.empty(0, dtype="float32"), last=True))
    except (MemoryError, Unheard):
        raise
    except Exception as error:
        raise Corrupt from error
    sound: np.ndarray[Any, Any] = np.nan_to_num(np.concatenate(parts)).clip(-1.0, 1.0)
    if not len(sound):
        raise Empty
    return sound


def _blocks(recording: bytes) -> Iterator[tuple[np.ndarray[Any, Any], int]]:
    """A file through libsndfile: mono blocks and their rate."""
    import soundfile

    with soundfile.SoundFile(io.BytesIO(recording)) as opened:
        for block in opened.blocks(BLOCK, dtype="float32", always_2d=True):
            yield block.mean(axis=1), opened.samplerate


def _is_mpeg(recording: bytes) -> bool:
    return recording[4:8] == b"ftyp"


def _av() -> Any:
    if not hasattr(sys.modules.get("av"), "open"):  # a stand-in keeps it from being loaded for nothing
        sys.modules.pop("av", None)
    return import_module("av")


def _mpeg_seconds(recording: bytes) -> float:
    with _av().open(io.BytesIO(recording)) as opened:
        return float(opened.duration or 0) / 1_000_000 if opened.streams.audio else 0.0


def _mpeg_blocks(recording: bytes) -> Iterator[tuple[np.ndarray[Any, Any], int]]:
    """An MPEG-4 file's first sound track: mono blocks of RATE."""
    av = _av()
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    with av.open(io.BytesIO(recording)) as opened:
        for frame in opened.decode(audio=0):
            for even in resampler.resample(frame):
                yield even.to_ndarray().reshape(-1), RATE


def wave(sound: np.ndarray[Any, Any]) -> bytes:
    """The sound as a WAV file of 16 bits: every recogniser takes that."""
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, sound, RATE, format="WAV", subtype="PCM_16")
    return file.getvalue()
