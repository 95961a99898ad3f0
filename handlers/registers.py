"""The registers of a period as a workbook: outings, records, logs, roll calls, leave, meetings, as the paper has them.

Only for those who lead or audit a unit (S-01: no bulk export to relationship managers). Each file says who took it out
and when, on every page, and leaves a line in the audit; it is sent protected and to nobody else. Written by a process
of its own, while a message says how far it is.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery

from bot.buttons import Choice
from bot.exports.book import Book, Column, Kind, Sheet
from bot.rules import reports as rules
from bot.rules.people import Person, Units, reaches
from bot.rules.refusal import Refusal
from bot.rules.reports import Span
from bot.slow import Tools
from bot.talk import Area
from bot.text import Line, render
from bot.turn import Turn
from handlers.agenda_buttons import Sample
from handlers.report_buttons import Register, Registers, Show
from handlers.reports import LOOKING, allowed, database, period_line, say_no, scope_for
from storage import people as people_store, registers as store
from storage.registers import Form

area = Area("registers")

ALL = "all"

T, N, D, H, M = Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.TIME, Kind.MOMENT
# The columns of each form: what they are called (`registers-column-<name>`), their kind, their width. The first is a
# number in order; the others are those of the query in `storage/registers.py`.
COLUMNS: dict[Form, tuple[tuple[str, Kind, float], ...]] = {
    Form.OUTINGS: (
        ("number", N, 6), ("day", D, 11), ("name", T, 10), ("code", T, 9), ("client", T, 18), ("lead", T, 14),
        ("matter", T, 26), ("place", T, 18), ("told", H, 8), ("left", H, 8), ("return-by", H, 8), ("returned", H, 8),
        ("told-late", T, 8), ("state", T, 9),
    ),
    Form.RECORDS: (
        ("number", N, 6), ("day", D, 11), ("name", T, 10), ("code", T, 9), ("client", T, 18), ("lead", T, 14),
        ("arrived", H, 8), ("went", H, 8), ("met", T, 20), ("purpose", T, 26), ("result", T, 34), ("next", T, 26),
        ("evidence", T, 8), ("handed-in", M, 16), ("late", T, 7), ("reader", T, 10), ("read-at", M, 16),
        ("opinion", T, 26),
    ),
    Form.LOGS: (
        ("number", N, 6), ("day", D, 11), ("name", T, 10), ("code", T, 9), ("log", T, 70), ("handed-in", M, 16),
        ("reader", T, 10), ("read-at", M, 16),
    ),
    Form.ROLL_CALLS: (
        ("number", N, 6), ("day", D, 11), ("gathering", T, 12), ("starts", H, 8), ("name", T, 10), ("code", T, 9),
        ("mark", T, 10), ("said", H, 8),
    ),
    Form.LEAVE: (
        ("number", N, 6), ("day", D, 11), ("name", T, 10), ("code", T, 9), ("kind", T, 10), ("from", M, 16),
        ("until", M, 16), ("days", N, 7), ("reason", T, 24), ("standin", T, 10), ("state", T, 10),
        ("retroactive", T, 8), ("decided-by", T, 10), ("decided", M, 16),
    ),
    Form.MEETINGS: (
        ("number", N, 6), ("day", D, 11), ("gathering", T, 14), ("starts", H, 8), ("name", T, 10), ("code", T, 9),
        ("mark", T, 10), ("signed", H, 8),
    ),
}  # fmt: skip
WRAPPED = frozenset({"matter", "met", "purpose", "result", "next", "opinion", "log", "reason"})


@area.taps(Registers)
async def choose(query: CallbackQuery, callback_data: Registers, turn: Turn) -> None:
    """Offer the registers of a unit and period."""
    period = leading(turn, callback_data)
    wanted = {"of": callback_data.of, "span": callback_data.span, "day": callback_data.day}
    forms = [Choice(f"registers-form-{each.lower()}", Register(**wanted, form=each)) for each in Form]
    turn.say(
        "registers-choose",
        buttons=[
            *(forms[start : start + 2] for start in range(0, len(forms), 2)),
            [Choice("registers-form-all", Register(**wanted, form=ALL))],
            *([[Choice("agendas-sample", Sample(**wanted))]] if period.span is Span.QUARTER else []),
            [Choice("registers-back", Show(**wanted))],
        ],
        slot="registers",
        whose=turn.units.by_id[int(callback_data.of[1:])].name,
        period=period_line(period),
    )


@area.taps(Register)
async def write(query: CallbackQuery, callback_data: Register, turn: Turn) -> None:
    """Have one written; the message says so until the file is there."""
    period = leading(turn, callback_data)
    forms = list(Form) if callback_data.form == ALL else [Form(callback_data.form)]
    turn.note(f"unit:{callback_data.of[1:]}", export=callback_data.form, first=period.first.isoformat(),
              last=period.last.isoformat())  # fmt: skip
    turn.edit("registers", "registers-writing", period=period_line(period), form=form_line(callback_data.form))
    turn.later(
        "registers.written",
        name=f"registers.written:{turn.me.id}:{callback_data.of}:{callback_data.form}",
        due=turn.now,
        person_id=turn.me.id,
        of=callback_data.of,
        span=period.span.value,
        first=period.first.isoformat(),
        today=turn.today.isoformat(),
        forms=[each.value for each in forms],
        form=callback_data.form,
        at=turn.now.isoformat(),
    )


def leading(turn: Turn, wanted: Any) -> rules.Period:
    """The period, for those who lead or audit the unit. Nobody takes out a register of a person (S-01)."""
    if wanted.of[:1] != "u" or not reaches(turn.me, int(wanted.of[1:]), turn.units, LOOKING):
        raise Refusal("registers-not-yours")
    return allowed(turn, wanted)


def form_line(form: str) -> Line:
    return Line(f"registers-form-{form.lower()}")


# ---------------------------------------------------------------- writing


@dataclass(frozen=True)
class Written:
    """A workbook and how many rows it has."""

    data: bytes
    rows: int


async def fill(
    tools: Tools, person_id: int, of: str, span: str, first: str, today: str, forms: list[str], at: str, **_: Any
) -> Written:
    """Read and write, with no transaction of ours open but one that only reads."""
    period = rules.period(Span(span), date.fromisoformat(first))
    last = min(period.last, date.fromisoformat(today))
    count = 0
    async with database(tools).reading() as db:
        person, units, scope, _parts = await scope_for(db, person_id, of)
        if of[0] != "u" or not reaches(person, int(of[1:]), units, LOOKING):
            raise Refusal("registers-not-yours")
        unit = units.by_id[int(of[1:])]
        zone = ZoneInfo(unit.zone)
        words = Words(person.language, zone)
        wanted = [Form(each) for each in forms]
        code_only = shows_code_only(tools, units, unit.id)
        book = described(words, person, unit.name, period_line(period), wanted, datetime.fromisoformat(at))

        async def chunks() -> AsyncIterator[tuple[int, list[list[Any]]]]:
            nonlocal count
            count = 0
            for index, form in enumerate(wanted):
                number = 0
                async for part in store.rows(db, form, scope.units, period.first, last, code_only=code_only):
                    yield index, [[number + place, *words.row(form, row)] for place, row in enumerate(part, start=1)]
                    number += len(part)
                count += number

        return Written(await tools.exports.write(book, chunks), count)


def shows_code_only(tools: Tools, units: Units, unit_id: int) -> bool:
    """Whether the policy of the unit lets clients be named by their code alone (S-02)."""
    codes = tuple(each.code for each in units.path(unit_id))[::-1]
    return tools.policies is not None and tools.policies.of(codes).confidentiality.show_client == "code"


class Words:
    """Values as a person reads them: words of rules in their language, moments on the unit's clock."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language, self.zone = language, zone
        self.known: dict[str, str] = {}

    def said(self, key: str, **facts: Any) -> str:
        if facts:
            return render(self.language, key, facts, zone=self.zone, html=False)
        if key not in self.known:
            self.known[key] = render(self.language, key, {}, zone=self.zone, html=False)
        return self.known[key]

    def row(self, form: Form, row: Any) -> list[Any]:
        names = [name for name, *_ in COLUMNS[form]][1:]
        return [self.cell(form, name, value) for name, value in zip(names, row, strict=True)]

    def cell(self, form: Form, name: str, value: Any) -> Any:
        if isinstance(value, datetime):
            return value.astimezone(self.zone).replace(tzinfo=None, microsecond=0).isoformat()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, bool):
            return self.said("registers-yes") if value else ""
        if value is None:
            return None
        if name == "days":
            return float(value)
        if name == "kind":
            return self.said(f"leave-kind-{value}")
        if name == "state":
            return self.said(f"registers-outing-{value}" if form is Form.OUTINGS else f"leave-status-{value}")
        if name == "evidence":
            return self.said(f"evidence-grade-{value}")
        if name == "mark":
            return self.said(f"registers-mark-{value}")
        if name == "gathering":
            return self.said(f"registers-gathering-{value}")
        return value


def described(words: Words, person: Person, unit: str, period: Line, forms: list[Form], at: datetime) -> Book:
    """The book: a sheet for each form, every one with who took it out and when."""
    stamp = words.said("registers-stamp", who=person.name, code=person.code, at=at)
    sheets = []
    for form in forms:
        columns = tuple(
            Column(words.said(f"registers-column-{name}"), kind, width, wrap=name in WRAPPED)
            for name, kind, width in COLUMNS[form]
        )
        title = words.said(f"registers-form-{form.lower()}")
        under = words.said("registers-under", unit=unit, period=period)
        sheets.append(Sheet(f"{form.value} {title}"[:31], title, under, columns))
    return replace(Book((), stamp, person.language), sheets=tuple(sheets))


@area.slow(fill, lane="paper")
async def written(turn: Turn, person_id: int, of: str, span: str, first: str, form: str, result: Any, **_: Any) -> None:
    """Send the file, if the person still leads the unit; else say why there is none."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if not isinstance(result, Refusal) and not reaches(person, int(of[1:]), turn.units, LOOKING):
        result = Refusal("registers-not-yours")
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    period = period_line(rules.period(Span(span), date.fromisoformat(first)))
    turn.edit("registers", "registers-done", to=person, period=period, form=form_line(form), rows=result.rows)
    turn.note(f"unit:{of[1:]}", exported=form, rows=result.rows, to=person.id)
    turn.send_document(
        "registers-file",
        data=result.data,
        name=f"{form}-{turn.units.by_id[int(of[1:])].code}-{first}.xlsx",
        to=person,
        form=form_line(form),
        period=period,
        rows=result.rows,
    )
