"""A few seeds on each run of the tests; `make soak` plays many."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_whatever_breaks_the_invariants_hold() -> None:
    """The table is printed, and for a seed that goes wrong the command that plays it again."""
    command = [sys.executable, "-m", "tests.simulation", "--seconds", "75", "--hours", "2", "--jobs", "1"]
    environ = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=300, check=False)
    print(done.stdout, done.stderr[-2000:])
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_the_invariants_notice_a_bot_that_forgets() -> None:
    """A bot whose outbox forgets what became of a word, as it once did, must not pass."""
    code = (
        "from bot.outbox import Mouth\n"
        "from contextlib import asynccontextmanager\n"
        "@asynccontextmanager\n"
        "async def forgetful(self):\n"
        "    done, self.outcomes = self.outcomes, []\n"
        "    from storage import outbox as store\n"
        "    async with self.database.writing() as db:\n"
        "        await store.settle(db, done[1:])\n"
        "        yield db\n"
        "Mouth.settling = forgetful\n"
        "from tests.simulation.play import play\n"
        "import sys\n"
        "sys.exit(0 if any('still sending' in each or 'said' in each for each in play(1, 0.5).wrong) else 1)\n"
    )
    environ = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
