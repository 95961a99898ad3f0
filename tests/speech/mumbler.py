"""A worker that misbehaves on request: the first byte of a recording says how. It keeps count in the folder it gets."""

import os
import sys
import time
from pathlib import Path

from bot.speech.worker import receive, send


def main() -> None:
    heard_on, answers_on = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    told = receive(heard_on)
    assert told is not None
    folder = Path(told["model"])
    with (folder / "starts").open("a") as starts:
        starts.write(".")
    if (folder / "broken").exists():
        send(answers_on, {"away": "broken", "lasting": True})
        return
    send(answers_on, {"ready": True})
    while (job := receive(heard_on)) is not None:
        recording = heard_on.read(job["bytes"])
        if recording[:1] == b"c":
            os.abort()
        send(answers_on, {"seconds": 1.0})
        if recording[:1] == b"o" and not (folder / "once").exists():
            (folder / "once").touch()
            os.abort()
        if recording[:1] == b"h":
            time.sleep(60)
        if recording[:1] == b"s":
            send(answers_on, {"no": "speech-silent", "facts": {}})
            continue
        if recording[:1] == b"e":
            send(answers_on, {"text": " ".join(sorted(os.environ)), "gaps": False})
            continue
        send(answers_on, {"text": recording.decode(), "gaps": False})


if __name__ == "__main__":
    sys.exit(main())
