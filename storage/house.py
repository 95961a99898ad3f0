"""What must not be kept for ever."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import files as files_store, outbox as outbox_store
from storage.tables import jobs, updates


async def keep(db: AsyncConnection, seen_before: datetime, settled_before: datetime) -> dict[str, int]:
    """Forget update ids and finished jobs from before a moment, and blank words settled before another."""
    ids = await db.execute(delete(updates).where(updates.c.at < seen_before, updates.c.failed.is_(None)))
    done = await db.execute(delete(jobs).where(jobs.c.done < seen_before, jobs.c.failed.is_(None)))
    blanked = await outbox_store.blank(db, settled_before)
    files = await files_store.forget(db, settled_before)
    return {"files": files, "updates": ids.rowcount, "jobs": done.rowcount, "blanked": blanked}
