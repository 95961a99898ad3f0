"""What those who run the bot watch: `/healthz`, `/readyz` and `/metrics` on a port of their own.

Turns are timed as they pass; everything else is asked of the database when somebody looks, so that a process that
was started anew knows as much as one that has run for a year. No figure carries a name, a text or a token.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from sqlalchemy import case, func, select

from bot import clock as clocks
from bot.clock import Clock
from bot.talk import SLOW
from bot.turn import BULK, INTERACTIVE, REMINDER
from storage import tables as t
from storage.engine import Database, schema_revision
from storage.tables import REVISION
from storage.trust_tables import audit_links

log = structlog.get_logger("metrics")

CLASSES = {INTERACTIVE: "interactive", REMINDER: "reminder", BULK: "bulk"}
PATIENCE = 3.0  # seconds until a database that does not answer counts as away
DAY = timedelta(hours=24)


class Metrics:
    """One process's figures."""

    def __init__(self, database: Database, clock: Clock, bot: int) -> None:
        self.database, self.clock, self.bot = database, clock, bot
        self.stopping = False
        self.registry = CollectorRegistry()
        made: dict[str, Any] = {"registry": self.registry}
        self.turns = Histogram(
            "waiqin_turn_seconds",
            "From taking an update to its commit",
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
            **made,
        )
        self.updates = Counter("waiqin_updates", "Updates taken", **made)
        self.away = Counter("waiqin_database_away", "Batches that found the database away", **made)
        self.waiting = Gauge("waiqin_outbox_waiting", "Words that are due and not said", ["rank"], **made)
        self.oldest = Gauge("waiqin_outbox_oldest_seconds", "Age of the oldest of them", ["rank"], **made)
        self.flood = Gauge("waiqin_flood_wait_seconds", "How long Telegram still wants the bot to wait", **made)
        self.jobs = Gauge("waiqin_jobs_due", "Questions that are due and not asked", ["kind"], **made)
        self.late = Gauge("waiqin_jobs_late_seconds", "Lateness of the oldest of them", ["kind"], **made)
        self.briefing = Gauge("waiqin_briefing_late_seconds", "How late the latest briefing was asked", **made)
        self.failed = Gauge("waiqin_words_failed", "Words given up within a day", ["why"], **made)
        self.broken = Gauge("waiqin_turns_failed", "Turns that broke within two days", **made)
        self.letters = Gauge("waiqin_dead_letters", "Updates that could not be read", **made)
        self.unreachable = Gauge("waiqin_people_unreachable", "People who blocked the bot or are gone", **made)
        self.unlinked = Gauge("waiqin_audit_unlinked", "Audit lines that have no place in the chain yet", **made)

    def timed(self, take: Any) -> Any:
        """`Turns.take`, with a stop-watch."""

        async def taking(batch: Sequence[Any]) -> None:
            began = clocks.ticks()
            try:
                await take(batch)
            except Exception:
                self.away.inc()
                raise
            self.updates.inc(len(batch))
            for _ in batch:
                self.turns.observe(clocks.ticks() - began)

        return taking

    async def run(self, host: str, port: int, stopping: asyncio.Event) -> None:
        """Serve until told to stop."""
        application = web.Application()
        application.router.add_get("/healthz", self.healthy)
        application.router.add_get("/readyz", self.ready)
        application.router.add_get("/metrics", self.metrics)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:  # figures are not worth a bot that does not start
            log.error("no port for metrics", host=host, port=port, error=type(error).__name__)
            await runner.cleanup()
            return
        await stopping.wait()
        self.stopping = True
        await runner.cleanup()

    async def healthy(self, _request: web.Request) -> web.Response:
        """The process lives and its loop turns."""
        return web.json_response({"ok": True})

    async def ready(self, _request: web.Request) -> web.Response:
        """The database answers and has this version's tables."""
        why = "stopping" if self.stopping else await self.not_ready()
        return web.json_response({"ok": why is None, "why": why}, status=200 if why is None else 503)

    async def not_ready(self) -> str | None:
        try:
            async with asyncio.timeout(PATIENCE), self.database.reading() as db:
                at = await schema_revision(db)
        except Exception as error:
            return f"database: {type(error).__name__}"
        return None if at == REVISION else "database: of another version"

    async def metrics(self, _request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.look()
        except Exception as error:
            log.warning("figures without the database", error=type(error).__name__)
            self.away.inc()
        return web.Response(body=generate_latest(self.registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def look(self) -> None:
        """Ask the database; a handful of statements, each on an index or a small table."""
        now = self.clock.now()
        o, j, p, u = t.outbox.c, t.jobs.c, t.people.c, t.updates.c
        async with self.database.reading() as db:
            due = (o.bot == self.bot, o.state.in_(("pending", "sending")), o.due <= now)
            rows = await db.execute(
                select(o.rank, func.count().label("n"), func.min(o.due).label("oldest")).where(*due).group_by(o.rank)
            )
            found = {row.rank: row for row in rows}
            for rank, name in CLASSES.items():
                row = found.get(rank)
                self.waiting.labels(name).set(row.n if row else 0)
                self.oldest.labels(name).set((now - row.oldest).total_seconds() if row else 0)
            kind = case((j.action.in_(list(SLOW)), "slow"), else_="question")
            rows = await db.execute(
                select(kind.label("kind"), func.count().label("n"), func.min(j.due).label("oldest"))
                .where(j.done.is_(None), j.due <= now)
                .group_by(kind)
            )
            waiting = {row.kind: row for row in rows}
            for name in ("slow", "question"):
                row = waiting.get(name)
                self.jobs.labels(name).set(row.n if row else 0)
                self.late.labels(name).set((now - row.oldest).total_seconds() if row else 0)
            latest = (
                await db.execute(
                    select(j.due, j.done)
                    .where(j.action.startswith("briefing."), j.done.is_not(None))
                    .order_by(j.done.desc())
                    .limit(1)
                )
            ).first()
            self.briefing.set(max(0.0, (latest.done - latest.due).total_seconds()) if latest else 0)
            why = case((o.failed == "unreachable", "unreachable"), else_="rejected")
            rows = await db.execute(
                select(why.label("why"), func.count().label("n"))
                .where(o.state == "failed", o.settled > now - DAY)
                .group_by(why)
            )
            given_up = {row.why: row.n for row in rows}
            for name in ("unreachable", "rejected"):
                self.failed.labels(name).set(given_up.get(name, 0))
            pause = await db.scalar(select(t.pauses.c.until).where(t.pauses.c.bot == self.bot))
            self.flood.set(max(0.0, (pause - now).total_seconds()) if pause else 0)
            counts = (
                (
                    self.broken,
                    select(func.count()).where(u.failed.is_not(None), u.at > now - 2 * DAY),
                ),
                (self.letters, select(func.count()).select_from(t.dead_letters)),
                (self.unreachable, select(func.count()).where(p.unreachable_since.is_not(None))),
            )
            for gauge, asked in counts:
                gauge.set(await db.scalar(asked) or 0)
            highest = await db.scalar(select(func.max(audit_links.c.audit_id))) or 0
            self.unlinked.set(await db.scalar(select(func.count()).where(t.audit.c.id > highest)) or 0)
