"""/audit: auditors look up who did what, to what, when; every look and every export leaves its own line (S-09, C14).

Words behind the command, or written while looking, narrow the search: a staff code or name, a matter such as
"visit:12", a day or a stretch of days. Read-only, inside the auditor's units, a page at a time in one message.
"""

import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.exports.book import Book, Column, Kind, Sheet
from bot.language import dates
from bot.language.intents import is_no
from bot.rules.days import day_of, moment
from bot.rules.people import Person, Role, Units, reaches
from bot.rules.refusal import Refusal
from bot.slow import Tools
from bot.talk import Area, Step
from bot.text import Line, render
from bot.turn import Turn
from handlers.answers import Answer
from handlers.registers import Written
from handlers.reports import database, say_no
from handlers.visit_card import put
from storage import audit_search as store, people as people_store
from storage.audit_search import Wanted

area = Area("audit_views")

CARD = "audit"
PAGE = 10
MOST_ROWS = 100_000
MATTER = re.compile(r"\b([a-z_]{3,20})[:：#]\s?(\d{1,12})\b")
LONGEST_FACTS = 160


class Looking(Step, kind="audit_views.looking"):
    """What an auditor is looking for; each sentence narrows it."""

    person_id: int | None = None
    about: str | None = None
    first: date | None = None
    last: date | None = None


class Older(Button, prefix="audit_views.older"):
    """Lines with a number below this one; 0: the newest."""

    before: int = 0


class Clear(Button, prefix="audit_views.clear"):
    """Look for less: "person", "about" or "days"."""

    what: str


class Export(Button, prefix="audit_views.export"):
    pass


@area.command("audit")
async def start(message: Message, turn: Turn) -> None:
    """Look from the newest line on, or for what stands behind the command."""
    text = (message.text or "").partition(" ")[2].strip()
    step = await narrowed(turn, Looking(), text) if text else Looking()
    await show(turn, step, 0, edit=False)


@area.hears(Answer(Looking))
async def narrow(message: Message, turn: Turn, step: Looking) -> None:
    """Narrow the search by what is said; "no" ends it."""
    if is_no(message.text or ""):
        turn.go(None)
        turn.say("audit_views-closed")
        return
    await show(turn, await narrowed(turn, step, message.text or ""), 0, edit=False)


@area.taps(Older)
async def older(query: CallbackQuery, callback_data: Older, turn: Turn) -> None:
    await show(turn, looking(turn), callback_data.before, edit=True)


@area.taps(Clear)
async def clear(query: CallbackQuery, callback_data: Clear, turn: Turn) -> None:
    """Take one condition away."""
    gone: dict[str, dict[str, None]] = {
        "person": {"person_id": None},
        "about": {"about": None},
        "days": {"first": None, "last": None},
    }
    await show(turn, looking(turn).model_copy(update=gone.get(callback_data.what, {})), 0, edit=True)


@area.taps(Export)
async def export(query: CallbackQuery, callback_data: Export, turn: Turn) -> None:
    """The lines as a workbook, each with its hash."""
    step = looking(turn)
    turn.note("audit", export=True, **noted(step))
    turn.toast("audit_views-writing")
    turn.later(
        "audit_views.exported",
        name=f"audit_views.exported:{turn.me.id}",
        due=turn.now,
        person_id=turn.me.id,
        wanted=step.model_dump(mode="json"),
        at=turn.now.isoformat(),
    )


async def show(turn: Turn, step: Looking, before: int, *, edit: bool) -> None:
    """One page; looking at it leaves a line itself."""
    wanted = wanted_by(turn.me, turn.units, step)
    found = await store.page(turn.db, wanted, max(0, before), PAGE + 1)
    turn.go(step)
    turn.note("audit", looked=True, before=before, **noted(step))
    someone = await people_store.by_id(turn.db, step.person_id) if step.person_id else None
    turns = []
    if before:
        turns.append(Choice("audit_views-newest", Older()))
    if len(found) > PAGE:
        turns.append(Choice("audit_views-older", Older(before=found[PAGE - 1].id)))
    conditions = []
    if someone:
        conditions.append(Choice("audit_views-clear-person", Clear(what="person"), whose=someone.name))
    if step.about:
        conditions.append(Choice("audit_views-clear-about", Clear(what="about"), about=step.about))
    if step.first:
        conditions.append(Choice("audit_views-clear-days", Clear(what="days"), first=step.first))
    put(
        turn,
        CARD,
        "audit_views-page",
        edit=edit,
        buttons=[*([turns] if turns else []), *([conditions] if conditions else []),
                 [Choice("audit_views-export", Export())]],
        conditions=[
            *([Line("audit_views-of-person", whose=someone.name)] if someone else []),
            *([Line("audit_views-of-matter", about=step.about)] if step.about else []),
            *([Line("audit_views-of-days", first=step.first, last=step.last or step.first)] if step.first else []),
        ]
        or [Line("audit_views-of-all")],
        lines=[line_of(row) for row in found[:PAGE]] or [Line("audit_views-none")],
    )  # fmt: skip


def line_of(row: Any) -> Line:
    facts = orjson.dumps(row.facts).decode()
    shown = facts if len(facts) <= LONGEST_FACTS else facts[:LONGEST_FACTS] + "…"
    return Line(
        "audit_views-line",
        at=row.at,
        who=row.name or Line("audit_views-program"),
        action=row.action,
        about=row.about or "",
        facts="" if shown == "{}" else shown,
    )


# ---------------------------------------------------------------- what is looked for


def looking(turn: Turn) -> Looking:
    """The search under way; a button of one that is over looks at everything."""
    return turn.step if isinstance(turn.step, Looking) else Looking()


async def narrowed(turn: Turn, step: Looking, text: str) -> Looking:
    """The search with what these words say: a matter, days, a person."""
    told: dict[str, Any] = {}
    matter = MATTER.search(text.lower())
    if matter:
        told["about"] = f"{matter[1]}:{matter[2]}"
        text = text[: matter.start()] + " " + text[matter.end() :]
    local = turn.sent_at.astimezone(turn.zone)
    for span in dates.read(text, local, turn.language)[:1]:
        start = span.start or span.end
        if start is not None:
            told["first"] = start.date()
            told["last"] = (span.end or start).date()
            text = text[: span.begin] + " " + text[span.finish :]
    name = " ".join(text.split())
    if name:
        told["person_id"] = (await one_named(turn, name)).id
    return step.model_copy(update=told)


async def one_named(turn: Turn, name: str) -> Person:
    """The one person in scope with this code or name; those outside do not exist (C02)."""
    by_code = await people_store.by_code(turn.db, name)
    if by_code is not None and reaches(turn.me, by_code.unit_id, turn.units, frozenset({Role.AUDITOR})):
        return by_code
    scope = units_of(turn.me, turn.units)
    found = [each for each in await people_store.in_units(turn.db, scope) if each.name == name or each.code == name]
    if len(found) != 1:
        raise Refusal("audit_views-who", said=name[:40], count=len(found))
    return found[0]


def units_of(person: Person, units: Units) -> frozenset[int]:
    held = [units.below(grant.unit_id) for grant in person.grants if grant.role is Role.AUDITOR]
    return frozenset[int]().union(*held)


def wanted_by(person: Person, units: Units, step: Looking) -> Wanted:
    """The search inside the auditor's scope; the program's own lines only for who audits the whole bank."""
    scope = units_of(person, units)
    zone = ZoneInfo(units.by_id[person.unit_id].zone)
    top = any(unit.parent_id is None for unit in units.by_id.values() if unit.id in scope)
    return Wanted(
        units=scope,
        program=top,
        person_id=step.person_id,
        about=step.about,
        first=moment(step.first, time.min, zone) if step.first else None,
        last=moment((step.last or step.first) + timedelta(days=1), time.min, zone) if step.first else None,
    )


def noted(step: Looking) -> dict[str, Any]:
    names = {"person_id": "sought", "about": "matter"}
    told = step.model_dump(mode="json")
    return {names.get(name, name): value for name, value in told.items() if value is not None}


# ---------------------------------------------------------------- the workbook

COLUMNS = (
    ("number", Kind.NUMBER, 9), ("at", Kind.MOMENT, 17), ("who", Kind.TEXT, 10), ("code", Kind.TEXT, 9),
    ("action", Kind.TEXT, 22), ("about", Kind.TEXT, 18), ("facts", Kind.TEXT, 60), ("chain", Kind.NUMBER, 8),
    ("place", Kind.NUMBER, 8), ("hash", Kind.TEXT, 66),
)  # fmt: skip


async def fill(tools: Tools, person_id: int, wanted: dict[str, Any], at: str) -> Written:
    """Read and write the lines that are wanted, oldest first."""
    step = Looking.model_validate(wanted)
    count = 0
    async with database(tools).reading() as db:
        person = await people_store.by_id(db, person_id)
        units = await people_store.all_units(db)
        if person is None or Role.AUDITOR not in person.roles:
            raise Refusal("turn-not-allowed")
        zone = ZoneInfo(units.by_id[person.unit_id].zone)
        asked = wanted_by(person, units, step)

        def words(key: str, **facts: Any) -> str:
            return render(person.language, key, facts, zone=zone, html=False)

        stamp = words("registers-stamp", who=person.name, code=person.code, at=datetime.fromisoformat(at))
        columns = tuple(Column(words(f"audit_views-column-{name}"), kind, width) for name, kind, width in COLUMNS)
        title = words("audit_views-title")
        book = Book((Sheet(title, title, units.by_id[person.unit_id].name, columns),), stamp, person.language)

        async def chunks() -> AsyncIterator[tuple[int, list[list[Any]]]]:
            nonlocal count
            count = 0
            async for found in store.everything(db, asked, MOST_ROWS):
                count += len(found)
                yield 0, [
                    [row.id, f"{row.at.astimezone(zone):%Y-%m-%dT%H:%M:%S}", row.name, row.code, row.action, row.about,
                     orjson.dumps(row.facts).decode(), row.chain, row.position, row.hash]
                    for row in found
                ]  # fmt: skip

        return Written(await tools.exports.write(book, chunks), count)


@area.slow(fill, lane="paper")
async def exported(turn: Turn, person_id: int, wanted: dict[str, Any], result: Any, **_: Any) -> None:
    """Send it to who asked, if they still audit."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if Role.AUDITOR not in person.roles:
        result = Refusal("turn-not-allowed")
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    day = day_of(turn.now.astimezone(UTC), turn.zone_of(person.unit_id))
    turn.note("audit", exported=result.rows, to=person.id)
    turn.send_document("audit_views-file", data=result.data, name=f"audit-{day}.xlsx", to=person, rows=result.rows)
