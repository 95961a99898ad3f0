"""How well sentences are understood: the scores of the language tests as tables, one for each sort of sentence."""

import asyncio
import subprocess
import sys
from pathlib import Path

from benchmarks.programs import ROOT, environ
from benchmarks.table import Table

# What is scored: the module of tests/language that prints the table, its title, how to read it.
SCORES = {
    "language": (
        "tests.language.score",
        "declarations: share of right answers by field",
        "Sentences that declare an outing, from tests/language; `all` is every field of a sentence right.",
    ),
    "records": (
        "tests.language.records",
        "dictated records: share of right answers by field",
        "Records of visits as they are spoken; a block is right with the words that matter, `invented` with no other.",
    ),
    "questions": (
        "tests.language.questions",
        "questions: share of right filters by field",
        "Questions of supervisors in plain words; `all` is every field of a question's filter right.",
    ),
}


async def scored(name: str, bytecode: Path) -> Table:
    """The score of one sort of sentence, as its own program prints it."""
    module, title, about = SCORES[name]
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", module],
        env=environ(bytecode),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    head, *rows = [line.split() for line in done.stdout.splitlines() if line.strip()]
    table = Table(title, ("", *head), about)
    table.rows += rows
    return table
