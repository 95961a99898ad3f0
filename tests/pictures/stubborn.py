"""A worker for tests: it writes back, dies, or falls silent, as the job says."""

import os
import sys
import time
from pathlib import Path
from typing import IO, Any

from bot.pictures.process import next_message, serve


def make(job: dict[str, Any], jobs: IO[bytes]) -> bytes:
    if job.get("die_once") and not Path(job["die_once"]).exists():
        Path(job["die_once"]).touch()
        os._exit(9)
    if job.get("die"):
        os._exit(9)
    if job.get("sleep"):
        time.sleep(60)
    if job.get("memory"):
        bytearray(4_000_000_000)
    if job.get("fail"):
        raise ValueError("words of a client")
    if job.get("chunks"):
        total = 0
        while (message := next_message(jobs)) is not None and "more" in message:
            total += len(message["more"])
        return str(total).encode()
    return str(os.getpid()).encode()


if __name__ == "__main__":
    sys.exit(serve(lambda told: None, make))
