"""/report: what a day, week, month or quarter came to, for a person or a unit (A18, A19, V13, V14, SY12).

One message that is edited: figures, then what they consist of, each to be tapped down to the rows behind it. Counting
is slow work: it reads beside the loop, and nobody who types waits for it. Whoever leads sees those below them,
auditors see and are logged, everybody sees themselves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules import reports as rules
from bot.rules.cadence import Measure, Rate
from bot.rules.days import day_of
from bot.rules.people import SUPERVISING, Person, Role, Units, reaches
from bot.rules.refusal import Refusal
from bot.rules.reports import Figures, Period, Span
from bot.slow import Tools
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers.report_buttons import Picture, Registers, Rows, Show
from handlers.report_picture import facts_of
from handlers.visit_card import Show as ShowVisit
from storage import people as people_store, reports as store
from storage.reports import Scope

area = Area("reports")

LOOKING = SUPERVISING | {Role.AUDITOR}
SLOT = "report"
MOST_PARTS = 12  # units or people under a figure
MOST_COUNTED = 60  # people whose clients are looked at one by one
PAGE = 8  # rows on one page
KINDS = ("missing", "late", "unread", "doubtful", "unplanned", "all")


@dataclass(frozen=True)
class Counted:
    """What the work came to: the figures of the whole and of its parts, and how clients were met."""

    whole: Figures
    parts: Mapping[str, Figures]  # by "u3" or "p7"
    names: Mapping[str, str]
    rates: Sequence[Rate]
    covered: tuple[int, int]
    people: int
    days: Mapping[date, tuple[int, int]] = field(default_factory=dict)
    overdue: int | None = None  # of few people, and today: who counts a whole branch asks its units


@area.command("report")
async def report(message: Message, turn: Turn) -> None:
    """This month of one's unit, or of oneself."""
    ask(turn, Show(of=own(turn.me, turn.units), span=Span.MONTH, day=f"{turn.today:%Y%m%d}"), edit=False)


@area.taps(Show)
async def show(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    """Another period, unit or person."""
    ask(turn, callback_data, edit=True)


@area.taps(Picture)
async def picture(query: CallbackQuery, callback_data: Picture, turn: Turn) -> None:
    """The same figures as a chart."""
    period = allowed(turn, callback_data)
    watched(turn, callback_data.of)
    turn.toast("reports-drawing")
    later(turn, "reports.drawn", callback_data.of, period)


@area.taps(Rows)
async def rows(query: CallbackQuery, callback_data: Rows, turn: Turn) -> None:
    """The visits behind a number."""
    period = allowed(turn, callback_data)
    watched(turn, callback_data.of)
    if callback_data.kind not in KINDS:
        raise Refusal("turn-button-over")
    page = max(0, callback_data.page)
    later(turn, "reports.listed", callback_data.of, period, kind=callback_data.kind, page=page)


def ask(turn: Turn, wanted: Show, *, edit: bool) -> None:
    """Have the figures counted; they come into the message that is there by then."""
    period = allowed(turn, wanted)
    watched(turn, wanted.of)
    if not edit:
        turn.say("reports-counting", slot=SLOT)
    later(turn, "reports.counted", wanted.of, period)


def later(turn: Turn, action: str, of: str, period: Period, **more: Any) -> None:
    cadence = turn.policy.rules.cadence
    half, end = cadence.rate_period.around(min(period.last, turn.today))
    turn.later(
        action,
        name=f"{action}:{turn.me.id}",
        due=turn.now,
        person_id=turn.me.id,
        of=of,
        span=period.span.value,
        first=period.first.isoformat(),
        today=turn.today.isoformat(),
        marks=[
            ["V13", sorted(cadence.on_site_tiers), sorted(cadence.counts_for[Measure.ON_SITE]), cadence.on_site_rate],
            ["V14", sorted(cadence.face_tiers), sorted(cadence.counts_for[Measure.VISIT]), cadence.face_rate],
        ],
        half=half.isoformat(),
        running=turn.today <= end,
        **more,
    )


# ---------------------------------------------------------------- who may look


def own(person: Person, units: Units) -> str:
    """Whose report comes first: the highest unit that one looks after, else one's own."""
    held = {grant.unit_id for grant in person.grants if grant.role in LOOKING}
    highest = min(held, key=lambda each: (len(list(units.path(each))), each), default=None)
    return f"p{person.id}" if highest is None else f"u{highest}"


def allowed(turn: Turn, wanted: Any) -> Period:
    """The period of a button. Whose figures it asks for is looked at when they are counted, and here for units."""
    try:  # a button of ours says so; a forged one may say anything
        number = int(wanted.of[1:])
        day = date.fromisoformat(f"{wanted.day[:4]}-{wanted.day[4:6]}-{wanted.day[6:]}")
    except ValueError:
        raise Refusal("turn-button-over") from None
    if wanted.of[:1] == "u" and not reaches(turn.me, number, turn.units, LOOKING):
        raise Refusal("reports-not-yours")
    return rules.told(rules.period(Span(wanted.span), day), turn.today)


async def scope_for(db: Any, person_id: int, of: str) -> tuple[Person, Units, Scope, list[str]]:
    """Who asks, the tree, whose figures, and the parts they consist of. Raises `reports-not-yours`."""
    person = await people_store.by_id(db, person_id)
    units = await people_store.all_units(db)
    if person is None:
        raise Refusal("reports-not-yours")
    number = int(of[1:])
    if of[0] == "p":
        other = await people_store.by_id(db, number)
        if other is None or (other.id != person.id and not reaches(person, other.unit_id, units, LOOKING)):
            raise Refusal("reports-not-yours")
        return person, units, Scope(person=number), []
    if number not in units.by_id or not reaches(person, number, units, LOOKING):
        raise Refusal("reports-not-yours")
    below = sorted((each.id for each in units.by_id.values() if each.parent_id == number), key=lambda each: each)
    return person, units, Scope(units.below(number), by_person=not below), [f"u{each}" for each in below]


def watched(turn: Turn, of: str) -> None:
    """An auditor's look leaves a line in the log."""
    if Role.AUDITOR in turn.me.roles:
        turn.note(f"unit:{of[1:]}" if of[0] == "u" else f"person:{of[1:]}", looked=True)


# ---------------------------------------------------------------- counting


async def count(
    tools: Tools,
    person_id: int,
    of: str,
    span: str,
    first: str,
    today: str,
    marks: list[Any],
    half: str,
    running: bool,
    days: bool = False,
) -> Counted:
    """Count beside the loop, in a transaction that only reads."""
    period = rules.period(Span(span), date.fromisoformat(first))
    last = min(period.last, date.fromisoformat(today))
    async with database(tools).reading() as db:
        person, units, scope, below = await scope_for(db, person_id, of)
        found = await store.figures(db, scope, period.first, last)
        asked = [(rule, tiers, channels) for rule, tiers, channels, _wanted in marks]
        met, there = await store.reached(db, scope, asked, date.fromisoformat(half), last, running=running)
        rates = [Rate(rule, *met[rule], wanted) for rule, _tiers, _channels, wanted in marks if met[rule][1]]
        covered = await store.covered(db, scope, period.first, last), there
        trend = await store.trend(db, scope, period.first, last) if days else {}
        members = await store.names(db, scope) if scope.person is None else {}
        names = {f"p{number}": name for number, name in members.items()}
        overdue = None
        if tools.policies is not None and len(members) <= MOST_COUNTED and period.last >= date.fromisoformat(today):
            whose = await people_store.by_id(db, scope.person or next(iter(members), person.id))
            home = (whose or person).unit_id
            policy = tools.policies.of(tuple(unit.code for unit in units.path(home))[::-1])
            overdue = await store.overdue(db, scope, policy, date.fromisoformat(today))
    parts: dict[str, Figures] = {}
    if below:
        for each in below:
            inside = units.below(int(each[1:]))
            parts[each] = rules.total(counts for unit, counts in found.items() if unit in inside)
        names = {each: units.by_id[int(each[1:])].name for each in below}
    elif scope.person is None:
        parts = {f"p{owner}": counts for owner, counts in found.items()}
    return Counted(rules.total(found.values()), parts, names, rates, covered, len(members), trend, overdue)


def say_no(turn: Turn, person: Person, no: Refusal) -> None:
    """Tell why slow work came to nothing."""
    facts: dict[str, Any] = dict(no.facts)
    turn.say(no.key, to=person, **facts)


def database(tools: Tools) -> Any:
    if tools.database is None:
        raise Refusal("turn-sorry")
    return tools.database


@area.slow(count, lane="paper")
async def counted(turn: Turn, person_id: int, of: str, span: str, first: str, result: Any, **_: Any) -> None:
    """Put the figures into the message."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    period = rules.period(Span(span), date.fromisoformat(first))
    turn.edit(
        SLOT,
        "reports-figures",
        to=person,
        buttons=buttons(turn, person, of, period, result),
        whose=await name_of(turn, of),
        period=period_line(period),
        at=turn.now,
        lines=lines_of(result),
    )


def lines_of(counted: Counted) -> list[Line]:
    """The figures, a line each; what is empty is left out."""
    f = counted.whole
    lines = [
        Line("reports-visits", visits=f.visits, kept=f.kept, planned=f.planned, unplanned=f.unplanned,
             rate=per_cent(f.kept, f.planned)),
        Line("reports-outings", outings=f.outings, late=f.told_late),
    ]  # fmt: skip
    if f.visits:
        lines.append(Line("reports-evidence", strong=f.strong, fair=f.fair, weak=f.weak, contradicted=f.contradicted))
    if f.owed:
        lines.append(
            Line("reports-records", timely=f.on_time, late=f.late, missing=f.missing, rate=per_cent(f.on_time, f.owed))
        )
        lines.append(Line("reports-reviewed", read=f.reviewed, there=f.handed_in))
    lines.append(Line("reports-contacts", count=f.contacts))
    for each in counted.rates:
        lines.append(
            Line(
                f"reports-rate-{each.rule.lower()}",
                rate=per_cent(each.reached, each.clients),
                reached=each.reached,
                clients=each.clients,
                mark=round(100 * each.wanted),
                missing=each.missing,
                enough="yes" if not each.missing else "no",
            )
        )
    met, there = counted.covered
    if there:
        lines.append(Line("reports-covered", met=met, there=there, rate=per_cent(met, there)))
    if counted.overdue is not None:
        lines.append(Line("reports-overdue", count=counted.overdue))
    if f.called:
        lines.append(Line("reports-rollcall", present=f.present, tardy=f.tardy, absent=f.absent, excused=f.excused))
    if f.leaves:
        lines.append(Line("reports-leave", count=f.leaves, days=f"{float(f.leave_days):g}"))
    parts = sorted(counted.parts.items(), key=lambda each: -each[1].visits)[:MOST_PARTS]
    lines += [
        Line("reports-part", name=counted.names.get(of, "?"), visits=part.visits, missing=part.missing)
        for of, part in parts
    ]
    return lines


def buttons(turn: Turn, person: Person, of: str, period: Period, counted: Counted) -> list[list[Choice]]:
    """Other periods, the rows behind the numbers, the parts, a picture and workbooks."""
    today = day_of(turn.now, turn.zone_of(person.unit_id))
    day = f"{period.first:%Y%m%d}"
    here = today if period.first <= today <= period.last else period.first
    made = [
        [
            Choice(f"reports-span-{each.name.lower()}", Show(of=of, span=each, day=f"{here:%Y%m%d}"))
            for each in Span
            if each is not period.span
        ]
    ]
    before, after = rules.earlier(period), rules.later(period)
    turning = [Choice("reports-before", Show(of=of, span=period.span, day=f"{before.first:%Y%m%d}"))]
    turning.append(Choice("reports-again", Show(of=of, span=period.span, day=day)))
    if after.first <= today:
        turning.append(Choice("reports-after", Show(of=of, span=period.span, day=f"{after.first:%Y%m%d}")))
    made.append(turning)
    f = counted.whole
    behind = {
        "missing": f.missing,
        "late": f.late,
        "unread": f.handed_in - f.reviewed,
        "doubtful": f.weak + f.contradicted,
        "unplanned": f.unplanned,
        "all": f.visits,
    }
    down = [
        Choice(f"reports-see-{kind}", Rows(of=of, span=period.span, day=day, kind=kind), count=count)
        for kind, count in behind.items()
        if count > 0
    ]
    made += [down[start : start + 3] for start in range(0, len(down), 3)]
    parts = sorted(counted.parts.items(), key=lambda each: -each[1].visits)[:MOST_PARTS]
    names = [
        Choice("reports-name", Show(of=each, span=period.span, day=day), name=counted.names.get(each, "?"))
        for each, _ in parts
    ]
    made += [names[start : start + 3] for start in range(0, len(names), 3)]
    last = [Choice("reports-picture", Picture(of=of, span=period.span, day=day))]
    if of[0] == "u":
        last.append(Choice("reports-registers", Registers(of=of, span=period.span, day=day)))
        parent = turn.units.by_id[int(of[1:])].parent_id
        if parent is not None and reaches(person, parent, turn.units, LOOKING):
            last.append(Choice("reports-up", Show(of=f"u{parent}", span=period.span, day=day)))
    made.append(last)
    return made


async def name_of(turn: Turn, of: str) -> str:
    if of[0] == "u":
        return turn.units.by_id[int(of[1:])].name
    person = await people_store.by_id(turn.db, int(of[1:]))
    return person.name if person else "?"


def period_line(period: Period) -> Line:
    """What a period is called."""
    year, month = str(period.first.year), period.first.month
    match period.span:
        case Span.DAY:
            return Line("reports-period-day", first=period.first)
        case Span.WEEK:
            return Line("reports-period-week", first=period.first, last=period.last)
        case Span.MONTH:
            return Line("reports-period-month", year=year, month=month)
        case Span.QUARTER:
            return Line("reports-period-quarter", year=year, quarter=(month + 2) // 3)


def per_cent(part: int, whole: int) -> str:
    found = rules.share(part, whole)
    return "–" if found is None else f"{found}%"


# ---------------------------------------------------------------- the picture


async def draw(tools: Tools, person_id: int, of: str, **args: Any) -> bytes:
    """Count and draw; the words are those of the reader's language."""
    found = await count(tools, person_id, of, **args, days=True)
    async with database(tools).reading() as db:
        person, units, _scope, _parts = await scope_for(db, person_id, of)
        other = await people_store.by_id(db, int(of[1:])) if of[0] == "p" else None
    name = other.name if other else units.by_id[int(of[1:])].name
    period = rules.period(Span(args["span"]), date.fromisoformat(args["first"]))
    last = min(period.last, date.fromisoformat(args["today"]))
    facts = facts_of(person, units.by_id[person.unit_id].zone, name, period_line(period), found, period.first, last)
    return await tools.pictures.draw("figures", facts)


@area.slow(draw, lane="paper")
async def drawn(turn: Turn, person_id: int, of: str, span: str, first: str, result: Any, **_: Any) -> None:
    """Send the picture, or say that there is none."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    period = rules.period(Span(span), date.fromisoformat(first))
    turn.send_photo(
        "reports-picture-of",
        data=result,
        name="report.png",
        to=person,
        whose=await name_of(turn, of),
        period=period_line(period),
    )


# ---------------------------------------------------------------- the rows behind a number


async def listing(
    tools: Tools, person_id: int, of: str, span: str, first: str, today: str, kind: str, page: int, **_: Any
) -> tuple[int, list[Any]]:
    """The visits of one page, and how many there are."""
    period = rules.period(Span(span), date.fromisoformat(first))
    async with database(tools).reading() as db:
        _person, _units, scope, _parts = await scope_for(db, person_id, of)
        last = min(period.last, date.fromisoformat(today))
        there, found = await store.visit_rows(db, scope, period.first, last, kind, page * PAGE, PAGE)
    return there, list(found)


@area.slow(listing, lane="paper")
async def listed(
    turn: Turn, person_id: int, of: str, span: str, first: str, kind: str, page: int, result: Any, **_: Any
) -> None:
    """Show them in the same message, each to be opened where one may."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    there, found = result
    code_only = turn.policy_of(person.unit_id).confidentiality.show_client == "code"

    def shown(row: Any) -> str:  # S-02
        return (row.code if code_only else row.alias) or row.lead or ""

    period = rules.period(Span(span), date.fromisoformat(first))
    day = f"{period.first:%Y%m%d}"
    lines = [
        Line(
            "reports-row",
            day=row.day,
            who=row.name,
            client=shown(row),
            grade=Line(f"evidence-grade-{row.grade.value}"),
        )
        for row in found
    ]
    turns = []
    if page:
        turns.append(Choice("reports-page-before", Rows(of=of, span=span, day=day, kind=kind, page=page - 1)))
    turns.append(Choice("reports-back", Show(of=of, span=span, day=day)))
    if (page + 1) * PAGE < there:
        turns.append(Choice("reports-page-after", Rows(of=of, span=span, day=day, kind=kind, page=page + 1)))
    opened = []
    if person.roles & LOOKING:
        opened = [Choice("reports-open", ShowVisit(visit_id=row.id), day=row.day, client=shown(row)) for row in found]
    turn.edit(
        SLOT,
        "reports-behind",
        to=person,
        buttons=[*(opened[start : start + 2] for start in range(0, len(opened), 2)), turns],
        whose=await name_of(turn, of),
        period=period_line(period),
        what=Line(f"reports-kind-{kind}"),
        count=there,
        page=page + 1,
        pages=max(1, -(-there // PAGE)),
        lines=lines or [Line("reports-none")],
    )
