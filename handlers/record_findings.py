"""What the bot found in a record beside its blocks, and what in it contradicts the books (S-06, O01, H07, H14).

Found is what was said; nothing of it stops the record. The only question is the one of S-06, by one tap.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, time, timedelta

from bot.actions import may
from bot.buttons import Choice
from bot.language import matters, notes
from bot.language.amounts import amounts
from bot.language.clients import Portfolio
from bot.rules import findings as rules
from bot.rules.agenda import OPEN_STATES
from bot.rules.days import day_of
from bot.rules.findings import Findings, Risk
from bot.rules.records import Block, Record
from bot.rules.refusal import Refusal
from bot.rules.visits import Visit
from bot.rules.workdays import WorkCalendar
from bot.text import Line
from bot.turn import Turn
from handlers.draft import name_of
from handlers.incident_buttons import Begin
from handlers.record_agenda import at_line
from handlers.record_card import RiskSaid
from handlers.workdays import calendar_of
from storage import agenda as agenda_store, clients as client_store, findings as store
from storage.clients import Client

LONGEST = 300
FAR = timedelta(days=180)  # a next step so far ahead was most likely meant otherwise
INCIDENT = "incidents.begin"


@dataclass(frozen=True)
class UnitDays:
    """A unit's working days and hours, as the reader of dates asks for them."""

    calendar: WorkCalendar
    hours: tuple[time, time]

    @property
    def holidays(self) -> Mapping[date, str]:
        """The reader knows the names of the country's holidays; the unit's table has none."""
        return {}

    def is_working(self, day: date) -> bool:
        return self.calendar.is_working(day)


def days_of(turn: Turn, unit_id: int) -> UnitDays:
    """The working days of a unit, for reading dates."""
    hours = turn.policy_of(unit_id).calendar
    return UnitDays(calendar_of(turn, unit_id), (hours.opening, hours.closing))


# ---------------------------------------------------------------- reading


def read(
    turn: Turn, visit: Visit, text: str, blocks: Mapping[Block, str], before: Findings, names: Portfolio
) -> Findings:
    """What words say beside the blocks that they fill, on top of what was found before.

    The time of the next step is read anew only where the next step is said anew: what was agreed stays agreed when
    another block is changed a week later.
    """
    zone = turn.zone_of(visit.unit_id)
    local = turn.sent_at.astimezone(zone).replace(tzinfo=None)
    days = days_of(turn, visit.unit_id)
    note = notes.read(text, local, names, language=turn.language, calendar=days)
    touched = note.matters
    promised = matters.when(touched.promise, local, turn.language, days) if touched.promise else None
    risk = {True: Risk.DISCLOSED, False: Risk.NOT_YET, None: Risk.UNSAID}[note.risk_disclosed]
    found = rules.joined(
        before,
        Findings(
            record_id=0,
            products="、".join(touched.products)[:LONGEST] or None,
            risk=risk,
            risk_at=turn.now if risk is not Risk.UNSAID else None,
            opportunity=short(note.opportunity),
            complaint=short(note.complaint),
            promise=short(touched.promise),
            promise_day=promised.at.date() if promised else None,
            promise_at=promised.at.replace(tzinfo=zone).astimezone(UTC) if promised and promised.hour else None,
            verdict=short(touched.verdict),
            event=short(touched.event),
        ),
    )
    if Block.NEXT not in blocks:
        return found
    # "我答应周五前报价，下周三再去": the next step is the latter, where it has a time of its own.
    words = blocks[Block.NEXT].replace(touched.promise or "", "", 1)
    step = matters.when(words, local, turn.language, days) or matters.when(
        blocks[Block.NEXT], local, turn.language, days
    )
    return replace(
        found,
        next_day=step.at.date() if step else None,
        next_at=step.at.replace(tzinfo=zone).astimezone(UTC) if step and step.hour else None,
    )


def short(words: str | None) -> str | None:
    return words[:LONGEST] if words else None


# ---------------------------------------------------------------- in words


def lines_of(record: Record, found: Findings) -> list[Line]:
    """What was found, a line each: for the writer's card and the supervisor's eye."""
    lines = []
    if found.next_day is not None:
        lines.append(Line("findings-line-next", at=at_line(found.next_day, found.next_at)))
    if sums := sums_of(record):
        lines.append(Line("findings-line-sums", sums=sums))
    if found.products:
        risk = Line(f"findings-said-{found.risk.value.replace('_', '-')}")
        lines.append(Line("findings-line-products", text=found.products, risk=risk))
    for name in ("opportunity", "complaint", "promise", "event"):
        if words := getattr(found, name):
            lines.append(Line(f"findings-line-{name}", text=words))
    return lines


def sums_of(record: Record) -> str:
    """The sums and rates of a record in figures: 五百万 is CNY 5,000,000."""
    said = dict.fromkeys((each.value, each.unit) for words in record.blocks.values() for each in amounts(words))
    return " · ".join(f"{value:,.10g}%" if unit == "%" else f"{unit} {value:,.10g}" for value, unit in said)


async def doubts(turn: Turn, visit: Visit, client: Client | None, record: Record, found: Findings) -> list[Line]:
    """What contradicts the books, and what had better not have been said (H07): hints, no more."""
    zone = turn.zone_of(visit.unit_id)
    local = record.written_at.astimezone(zone).replace(tzinfo=None)
    lines = []
    said = "\n".join(each.text for each in await store.said_of(turn.db, visit.id))
    if client is not None and (other := await other_client(turn, client, said)) is not None:
        lines.append(
            Line("findings-doubt-client", said=name_of(other, turn.policy), booked=name_of(client, turn.policy))
        )
    if not visit.planned:
        lines.append(Line("findings-doubt-plan"))
    if found.next_day is None and record.next_step and (gone := matters.past(record.next_step, local, turn.language)):
        lines.append(Line("findings-doubt-date", said=gone))
    elif found.next_day is None and record.next_step:
        lines.append(Line("findings-doubt-no-date"))
    elif found.next_day is not None and found.next_day - day_of(turn.now, zone) > FAR:
        lines.append(Line("findings-doubt-far", day=found.next_day, year=str(found.next_day.year)))
    lines += await day_doubts(turn, visit, found)
    tier = matters.read(said).tier
    if client is not None and tier and client.tier in matters.TIERS and client.tier != tier:
        lines.append(
            Line("findings-doubt-tier", said=Line(f"findings-tier-{tier}"), booked=Line(f"findings-tier-{client.tier}"))
        )
    if found.verdict:
        lines.append(Line("findings-doubt-verdict", text=found.verdict))
    return lines


async def day_doubts(turn: Turn, visit: Visit, found: Findings) -> list[Line]:
    """A next step on a day that is not worked, or at an hour that is taken already."""
    if found.next_day is None:
        return []
    lines = []
    if not calendar_of(turn, visit.unit_id).is_working(found.next_day):
        lines.append(Line("findings-doubt-free-day", day=found.next_day))
    if found.next_at is not None:
        taken = await agenda_store.between(turn.db, [visit.person_id], found.next_day, found.next_day)
        if any(each.at == found.next_at and each.visit_id != visit.id for each in taken if each.status in OPEN_STATES):
            lines.append(Line("findings-doubt-taken", at=found.next_at))
    return lines


async def other_client(turn: Turn, client: Client, said: str) -> Client | None:
    """Another client of the person's own that the words name for certain, while they do not name this one."""
    mine = await client_store.portfolio(turn.db, turn.me.id)
    by_code = {each.code: each for each in mine}
    found = [each for each in client_store.names(mine).mentions(said) if each.one is not None and each.firm]
    named = [each.one.code for each in found if each.one is not None]
    if client.code in named or not named:
        return None
    return by_code.get(named[0])


# ---------------------------------------------------------------- the question of S-06


def rows(turn: Turn, visit: Visit, found: Findings) -> list[list[Choice]]:
    """The question of the risks as buttons, as long as nobody has answered it; and the way to report an event."""
    made = []
    if rules.ask_risk(found, turn.policy.confidentiality.risk_disclosure_prompt):
        keys = {"yes": Risk.DISCLOSED, "no": Risk.NOT_YET, "none": Risk.NO_PRODUCT}
        made.append(
            [Choice(f"findings-risk-{key}", RiskSaid(visit_id=visit.id, risk=each.value)) for key, each in keys.items()]
        )
    if found.event and may(turn.me.roles, INCIDENT):
        made.append([Choice("findings-incident", Begin(visit_id=visit.id))])
    return made


def hints(turn: Turn, found: Findings) -> list[Line]:
    """What the bot asks under the card: S-06."""
    asked = rules.ask_risk(found, turn.policy.confidentiality.risk_disclosure_prompt)
    return [Line("findings-ask-risk", text=found.products or "")] if asked else []


async def answered(turn: Turn, record: Record, said: str) -> None:
    """Write the answer to S-06 down beside the record."""
    if said not in list(Risk):
        raise Refusal("turn-button-over")
    found = rules.answer_risk(await store.of_record(turn.db, record.id), Risk(said), turn.now)
    await store.keep(turn.db, found)
    turn.note(f"visit:{record.visit_id}", record=record.id, risk=found.risk)
