"""Sound from files: any rate and number of channels in, 16 kHz mono out, never more than was asked for.

libsndfile reads the header first, so that eight hours of silence in a small file are refused without decoding them;
then the file is decoded and resampled block by block.
"""

from __future__ import annotations

import io
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
        told = float(soundfile.info(io.BytesIO(recording)).duration)
    except Exception as error:  # decoders fail in many ways, and all of them mean the same
        raise Corrupt from error
    if told <= 0:
        raise Empty
    take(told, len(recording), limits)
    return told


def samples(recording: bytes, limits: Limits) -> np.ndarray[Any, Any]:
    """The sound as float32 in -1..1 at 16 kHz. Raises what `seconds` raises; a header that lies is found out."""
    import numpy as np
    import soundfile
    import soxr

    seconds(recording, limits)
    parts = []
    try:
        with soundfile.SoundFile(io.BytesIO(recording)) as opened:
            most = int((limits.seconds_longest + 1) * opened.samplerate)
            stream = soxr.ResampleStream(opened.samplerate, RATE, 1, dtype="float32")
            read = 0
            for block in opened.blocks(BLOCK, dtype="float32", always_2d=True):
                read += len(block)
                if read > most:
                    take(read / opened.samplerate, len(recording), limits)
                parts.append(stream.resample_chunk(np.ascontiguousarray(block.mean(axis=1))))
            parts.append(stream.resample_chunk(np.empty(0, dtype="float32"), last=True))
    except (MemoryError, Unheard):
        raise
    except Exception as error:
        raise Corrupt from error
    sound: np.ndarray[Any, Any] = np.nan_to_num(np.concatenate(parts)).clip(-1.0, 1.0)
    if not len(sound):
        raise Empty
    return sound


def wave(sound: np.ndarray[Any, Any]) -> bytes:
    """The sound as a WAV file of 16 bits: every recogniser takes that."""
    import soundfile

    file = io.BytesIO()
    soundfile.write(file, sound, RATE, format="WAV", subtype="PCM_16")
    return file.getvalue()
