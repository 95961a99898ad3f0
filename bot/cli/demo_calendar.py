"""What the demo's bank knows of the time before: who was seen when, what ends when, what was promised.

The branch's files count from a Monday of their own; they are laid upon the demo's first day, so that tomorrow's
briefing is never a year old.
"""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

ANCHOR = date(2026, 8, 3)  # the first day, as the files count


async def remember(app: Any, folder: Path, day: date, zone: ZoneInfo) -> None:
    """Write the branch's past and plans, as they stand on the demo's first day. Only for a new demo."""
    from sqlalchemy import delete, insert, select

    from bot import imports
    from bot.rules.agenda import Item, Sort
    from storage import agenda, cadence, tables as t
    from storage.imports import known, write

    now = datetime.combine(day, time(8, 0), zone).astimezone(UTC)
    async with app.database.writing() as db:
        there = await known(db, app.turns.policies.of(), "credit")
        report = imports.check_credit(imports.read(folder / "credit.csv"), there)
        if not report.fine:
            raise RuntimeError("the demo branch has a mistake in credit.csv")
        report.ready = [replace(row, values=shifted(row.values, day - ANCHOR)) for row in report.ready]
        await write(db, report, now)
        clients = {row.code: row for row in await db.execute(select(t.clients))}
        people = {row.code: row for row in await db.execute(select(t.people))}
        rows = read(folder / "lately.csv")
        await cadence.begin(db, [row.id for row in clients.values()], day - timedelta(days=365))
        told = [
            {
                "client_id": clients[row["客户号"]].id,
                "told_visit": day - timedelta(days=int(row["几天前走访"])),
                "told_call": day - timedelta(days=int(row["几天前电话"])),
            }
            for row in rows
        ]
        await cadence.tell(db, told)
        for column, kind in (("几天后生日", "birthday"), ("几天后周年", "anniversary")):
            for row in rows:
                if row[column]:
                    on = day + timedelta(days=int(row[column]))
                    own = {"client_id": clients[row["客户号"]].id, "kind": kind}
                    dates = t.client_dates.c
                    await db.execute(
                        delete(t.client_dates).where(dates.client_id == own["client_id"], dates.kind == kind)
                    )
                    await db.execute(insert(t.client_dates).values(**own, month=on.month, day=on.day))
        for row in read(folder / "agenda.csv"):
            who, on = people[row["工号"]], day + timedelta(days=int(row["几天后"]))
            at = datetime.combine(on, time.fromisoformat(row["几点"]), zone).astimezone(UTC) if row["几点"] else None
            item = Item(
                id=0,
                person_id=who.id,
                unit_id=who.unit_id,
                sort=Sort(row["种类"]),
                day=on,
                at=at,
                client_id=clients[row["客户号"]].id,
                text=row["内容"],
                made_by=who.id,
                made_at=now,
            )
            await agenda.add(db, item)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def shifted(values: Any, by: timedelta) -> dict[str, Any]:
    """The same with every date so much later; a day of the month goes with its date."""
    moved = {name: value + by if isinstance(value, date) else value for name, value in values.items()}
    if moved.get("day_of_month") is not None:
        moved["day_of_month"] = moved["due"].day
    return moved
