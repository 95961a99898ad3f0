"""Files on their way to people: pictures and documents, kept until they were sent and a while after.

A file is kept once however many people it goes to; after its first sending Telegram's own name for it is used.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import files, outbox


async def by_digest(db: AsyncConnection, bot: int, digest: str) -> Row[Any] | None:
    """A kept file: its name, its bytes, and Telegram's name for it once it was sent."""
    return (await db.execute(select(files).where(files.c.bot == bot, files.c.digest == digest))).first()


async def known_as(db: AsyncConnection, bot: int, digest: str, file_id: str) -> None:
    """Telegram has the file now, under this name."""
    await db.execute(update(files).where(files.c.bot == bot, files.c.digest == digest).values(file_id=file_id))


async def forget(db: AsyncConnection, made_before: datetime) -> int:
    """Forget files from before a moment that nobody waits for any more; how many."""
    waiting = exists().where(outbox.c.file == files.c.digest, outbox.c.state.in_(("pending", "sending")))
    return (await db.execute(delete(files).where(files.c.made < made_before, ~waiting))).rowcount
