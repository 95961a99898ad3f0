"""A few kills on each run of the tests, on both databases; `make soak` and `python -m tests.crash` do many."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.crash.__main__ import disturber, made, postgres
from tests.crash.storm import Table, storm


@pytest.fixture
async def server() -> AsyncIterator[Any]:
    """A PostgreSQL of its own, which may be restarted without troubling others."""
    folder = Path(tempfile.mkdtemp(prefix="wqs-"))
    folder.chmod(0o777)
    started = await asyncio.to_thread(postgres, folder)
    yield started
    await asyncio.to_thread(started.cleanup)
    shutil.rmtree(folder, ignore_errors=True)


def fine(table: Table) -> None:
    print("\n".join(f"{name:36}{value}" for name, value in table.rows()))
    assert table.wrong == []


async def test_fifty_phones_and_kills_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bank.db"
    await made(url)
    fine(await storm(url, kills=3, stops=1))


@pytest.mark.postgres
async def test_fifty_phones_and_kills_on_postgres_that_is_cut_off_and_restarted(server: Any) -> None:
    await made(server.get_uri())
    fine(await storm(server.get_uri(), kills=3, stops=1, disturb=disturber(server)))


async def test_who_is_only_stopped_says_nothing_twice(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bank.db"
    await made(url)
    table = await storm(url, kills=0, stops=2)
    fine(table)
    assert table.said_again == 0
