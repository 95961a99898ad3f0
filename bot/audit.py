"""The audit of a period as a file with its proof: whoever has the file can check it, without our database.

JSON lines: what it is about; every line of the period with its place and hash; and the seals of the whole bank, whose
chain ends in the codes that auditors were told.
"""

import json
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules import chain
from bot.rules.chain import Finding, Line, Link, Seal
from storage import audit as store

KIND, VERSION = "waiqin audit", 1


class NotAnExport(Exception):
    """The file is no export of an audit."""


async def export(
    db: AsyncConnection, first: date, last: date, units: Sequence[int] | None, now: datetime
) -> AsyncIterator[str]:
    """The lines of the file, from the first day to the last one, of these units or of all."""
    about = {"kind": KIND, "version": VERSION, "first": first, "last": last, "units": units, "made": now}
    yield written(about)
    for unit_id, day in await store.days_between(db, first, last, units):
        links, lines = await store.one_day(db, unit_id, day)
        for link in links:
            line = lines.get(link.audit_id)
            yield written({"unit": unit_id, "day": day, "link": asdict(link), "line": asdict(line) if line else None})
    async for seal in store.all_seals(db):
        yield written({"seal": asdict(seal)})


def written(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, default=lambda moment: moment.isoformat()) + "\n"


def examine_file(path: Path, codes: Iterable[str] = ()) -> tuple[int, list[Finding]]:
    """How many lines an export holds, and what is wrong with it; raises NotAnExport."""
    links: dict[tuple[int, date], list[Link]] = {}
    lines: dict[tuple[int, date], dict[int, Line]] = {}
    seals: dict[tuple[int, date], Seal] = {}
    with path.open(encoding="utf-8") as file:
        try:
            about = json.loads(next(file, "{}"))
            if about.get("kind") != KIND or about.get("version") != VERSION:
                raise NotAnExport(path.name)
            first, last = date.fromisoformat(about["first"]), date.fromisoformat(about["last"])
            for raw in map(json.loads, file):
                if "seal" in raw:
                    seal = Seal(**raw["seal"] | {"day": date.fromisoformat(raw["seal"]["day"])})
                    seals[seal.unit_id, seal.day] = seal
                    continue
                where = (int(raw["unit"]), date.fromisoformat(raw["day"]))
                links.setdefault(where, []).append(Link(**raw["link"]))
                if raw["line"]:
                    line = Line(**raw["line"] | {"at": datetime.fromisoformat(raw["line"]["at"])})
                    lines.setdefault(where, {})[line.id] = line
        except (ValueError, KeyError, TypeError, AttributeError):
            raise NotAnExport(path.name) from None
    units = about["units"]
    wanted = {where for where in seals if first <= where[1] <= last and (units is None or where[0] in units)}
    found = chain.examine_seals(sorted(seals.values(), key=lambda each: each.id), codes)
    for where in sorted(wanted | set(links), key=lambda each: (each[1], each[0])):
        ordered = sorted(links.get(where, []), key=lambda each: each.position)
        found += chain.examine_day(*where, ordered, lines.get(where, {}), seals.get(where))
    return sum(len(each) for each in links.values()), found
