"""The agenda of a meeting, pre-filled with the period's figures (M01, M06), and the quarter's sample of minutes (M03).

The paper minutes stay the legal form (M02); what comes from here is a draft to read from, and a workbook with room for
the credit line's scores.
"""

from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery

from bot.exports.book import Book, Column, Kind, Sheet
from bot.rules import reports as rules, samples as drawing
from bot.rules.people import SUPERVISING, Role, reaches
from bot.rules.refusal import Refusal
from bot.rules.reports import Span
from bot.rules.rollcall import Gathering
from bot.slow import Tools
from bot.talk import Area
from bot.text import Line, render
from bot.turn import Turn
from handlers.agenda_buttons import Sample, Show
from handlers.registers import Written, leading
from handlers.reports import Counted, count, database, later, lines_of, period_line, say_no, scope_for
from storage import people as people_store, rollcalls as call_store, samples as store

area = Area("agendas")

SAMPLED = 2  # meetings of a unit in a quarter
MOST_NAMED = 8
T, N, D, M = Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.MOMENT
COLUMNS = (
    ("number", N, 6), ("unit", T, 16), ("day", D, 11), ("gathering", T, 14), ("recorder", T, 10), ("called", N, 7),
    ("came", N, 7), ("written", M, 16), ("minutes", T, 70), ("score", N, 8), ("remark", T, 24),
)  # fmt: skip


# ---------------------------------------------------------------- the agenda


@area.taps(Show)
async def show(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    """Count the period that the meeting looks back on: the week before, or the month before."""
    call = await call_store.by_id(turn.db, callback_data.call_id)
    if call is None or not reaches(turn.me, call.unit_id, turn.units, SUPERVISING):
        raise Refusal("reports-not-yours")
    span = Span.WEEK if call.gathering in (Gathering.WEEKLY, Gathering.TRAINING) else Span.MONTH
    period = rules.earlier(rules.period(span, call.day))
    turn.toast("agendas-filling")
    later(turn, "agendas.filled", f"u{call.unit_id}", period, call_id=call.id)


async def figures(tools: Tools, call_id: int, **args: Any) -> Counted:
    """The figures of the period, as the report has them."""
    return await count(tools, **args)


@area.slow(figures, lane="paper")
async def filled(
    turn: Turn, person_id: int, of: str, span: str, first: str, call_id: int, result: Any, **_: Any
) -> None:
    """Say the agenda: last period's figures, what is still owed and by whom, then the points of this meeting."""
    person, call = await people_store.by_id(turn.db, person_id), await call_store.by_id(turn.db, call_id)
    if person is None or call is None:
        return
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    owing = sorted(result.parts.items(), key=lambda each: -each[1].missing)
    turn.say(
        "agendas-agenda",
        to=person,
        gathering=Line(f"registers-gathering-{call.gathering.value}"),
        unit=turn.units.by_id[call.unit_id].name,
        day=call.day,
        at=call.starts,
        period=period_line(rules.period(Span(span), date.fromisoformat(first))),
        lines=[each for each in lines_of(result) if each.key != "reports-part"],
        owing=[
            Line("agendas-owing", whose=result.names.get(part, "?"), missing=counts.missing, late=counts.late)
            for part, counts in owing[:MOST_NAMED]
            if counts.missing or counts.late
        ]
        or [Line("agendas-nothing-owed")],
        points=Line(f"agendas-points-{call.gathering.value}"),
    )


# ---------------------------------------------------------------- the quarter's sample


@area.taps(Sample)
async def sample(query: CallbackQuery, callback_data: Sample, turn: Turn) -> None:
    """Have the sample pack of a quarter written."""
    period = leading(turn, callback_data)
    if period.span is not Span.QUARTER:
        raise Refusal("agendas-quarters-only")
    turn.note(f"unit:{callback_data.of[1:]}", export="M03", first=period.first.isoformat())
    turn.toast("agendas-drawing")
    turn.later(
        "agendas.sampled",
        name=f"agendas.sampled:{turn.me.id}",
        due=turn.now,
        person_id=turn.me.id,
        of=callback_data.of,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        at=turn.now.isoformat(),
    )


async def pack(tools: Tools, person_id: int, of: str, first: str, last: str, at: str) -> Written:
    """Draw, and write what was drawn."""
    quarter = date.fromisoformat(first)
    async with database(tools).reading() as db:
        person, units, scope, _parts = await scope_for(db, person_id, of)
        zone = ZoneInfo(units.by_id[int(of[1:])].zone)
        there = await store.held(db, scope.units, quarter, date.fromisoformat(last))
        chosen = drawing.drawn(there, quarter, SAMPLED)
        found = {row.id: row for row in await store.rows(db, chosen)}

    def words(key: str, **facts: Any) -> str:
        return render(person.language, key, facts, zone=zone, html=False)

    def local(moment: datetime | None) -> str | None:
        return f"{moment.astimezone(zone):%Y-%m-%dT%H:%M:%S}" if moment else None

    stamp = words("registers-stamp", who=person.name, code=person.code, at=datetime.fromisoformat(at))
    columns = tuple(
        Column(words(f"agendas-column-{name}"), kind, width, wrap=name == "minutes") for name, kind, width in COLUMNS
    )
    period = period_line(rules.period(Span.QUARTER, quarter))
    under = words("registers-under", unit=units.by_id[int(of[1:])].name, period=period)
    title = words("agendas-sample-title")
    book = Book((Sheet(title[:31], title, under, columns),), stamp, person.language)
    rows = [
        [
            number, units.by_id[found[each].unit_id].name, found[each].day.isoformat(),
            words(f"registers-gathering-{found[each].gathering.value}"), found[each].recorder, found[each].called,
            int(found[each].came or 0), local(found[each].minutes_at), found[each].minutes, None, None,
        ]
        for number, each in enumerate(chosen, start=1)
    ]  # fmt: skip

    async def chunks() -> AsyncIterator[tuple[int, list[list[Any]]]]:
        yield 0, rows

    return Written(await tools.exports.write(book, chunks), len(rows))


@area.slow(pack, lane="paper")
async def sampled(turn: Turn, person_id: int, of: str, first: str, result: Any, **_: Any) -> None:
    """Send it to who asked, if they still lead or audit the unit."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if not reaches(person, int(of[1:]), turn.units, SUPERVISING | {Role.AUDITOR}):
        result = Refusal("registers-not-yours")
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    turn.note(f"unit:{of[1:]}", exported="M03", rows=result.rows, to=person.id)
    turn.send_document(
        "agendas-sample-file", data=result.data, name=f"M03-{first}.xlsx", to=person, rows=result.rows,
        period=period_line(rules.period(Span.QUARTER, date.fromisoformat(first))),
    )  # fmt: skip
