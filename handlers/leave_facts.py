"""What is known about a leave, in words: its days and why so many, who decides, what is left open, who else is away."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from bot.buttons import Choice
from bot.rules import leave as rules, ledger
from bot.rules.approvers import Approver, approver, candidates
from bot.rules.days import day_of
from bot.rules.intervals import whole_days
from bot.rules.leave import Cost, Leave, Status
from bot.rules.leave_types import Kind, LeaveType, Unit
from bot.rules.ledger import Entry
from bot.rules.people import Person, has_access
from bot.text import Line
from bot.turn import Turn
from handlers import handing_over
from handlers.leave_buttons import Approve, AskBack, Decline
from handlers.workdays import calendar_of
from storage import (
    leave as store,
    outings as outing_store,
    people,
)

MOST_NAMED = 6


def type_of(turn: Turn, kind: Kind, unit_id: int) -> LeaveType:
    """What the bank's policy says of a kind for a unit."""
    return turn.policy_of(unit_id).rules.leave.types[kind]


# ---------------------------------------------------------------- the request itself


def span_line(turn: Turn, leave: Leave) -> Line:
    """When: a day, a half, days with halves, or hours."""
    zone = turn.zone_of(leave.unit_id)
    whole = whole_days(leave.first, leave.last, zone)
    if leave.unit is Unit.HOUR:
        key = "leave-span-hours" if leave.first == leave.last else "leave-span-hours-across"
        return Line(key, start=leave.starts, end=leave.ends)
    late, early = leave.starts > whole.start, leave.ends < whole.end
    if leave.first == leave.last:
        half = "" if not (late or early) else "pm" if late and not is_forenoon(turn, leave) else "am"
        return Line(f"leave-span-{half}" if half else "leave-span-day", first=leave.first)
    return Line(
        "leave-span-days",
        first=leave.first,
        last=leave.last,
        start=Line("leave-from-noon") if late else "",
        end=Line("leave-until-noon") if early else "",
    )


def is_forenoon(turn: Turn, leave: Leave) -> bool:
    hours = turn.policy_of(leave.unit_id).rules.leave.hours
    return leave.ends.astimezone(turn.zone_of(leave.unit_id)).time() <= hours.afternoon_start


def days_line(turn: Turn, leave: Leave, spent: Cost) -> Line:
    """How many days, and why not more or fewer."""
    why: list[Line] = [Line("leave-why-make-up", day=day) for day in spent.count.make_ups[:3]]
    if spent.count.holidays:
        why.append(Line("leave-why-holidays", count=len(spent.count.holidays)))
    if spent.count.weekend:
        why.append(Line("leave-why-weekend", count=len(spent.count.weekend)))
    by_calendar = type_of(turn, leave.kind, leave.unit_id).calendar_days
    if by_calendar:
        why = []
    why += [Line("leave-why-unknown", year=str(year)) for year in spent.count.unknown_years]
    key = "leave-days-calendar" if by_calendar else "leave-days-working"
    return Line(key, days=rules.shown(leave.days), why=joined(why))


def joined(lines: list[Line]) -> str | Line:
    """Several reasons in one line."""
    found: str | Line = ""
    for each in lines:
        found = Line("leave-and", one=found, other=each) if found else Line("leave-why", one=each)
    return found


def facts_of(turn: Turn, leave: Leave, person: Person, spent: Cost, standin: Person | None) -> dict[str, Any]:
    """What every card of a request says."""
    if leave.standin_id is None or standin is None:
        handed: str | Line = ""
    else:
        ready = leave.status is not Status.HANDOVER_NEEDED
        handed = Line("leave-standin-ready" if ready else "leave-standin-asked", name=standin.name)
    return {
        "name": person.name,
        "kind": Line(f"leave-kind-{leave.kind}"),
        "span": span_line(turn, leave),
        "days": days_line(turn, leave, spent),
        "reason": Line("leave-because", reason=leave.reason) if leave.reason else "",
        "standin": handed,
        "late": Line("leave-retroactive") if leave.retroactive else "",
        "asked": asked_line(leave),
        "kept": Line("leave-protected", day=leave.protected_until) if leave.protected_until else "",
    }


def asked_line(leave: Leave) -> str | Line:
    """What whoever decides asked back, and the answer."""
    if leave.question is None:
        return ""
    if leave.answer is None:
        return Line("leave-question-open", question=leave.question)
    return Line("leave-question-answered", question=leave.question, answer=leave.answer)


def cost_of(turn: Turn, leave: Leave) -> Cost:
    """What a stored leave costs by today's calendar: a year's table may have been published meanwhile."""
    policy, zone = turn.policy_of(leave.unit_id).rules.leave, turn.zone_of(leave.unit_id)
    return rules.cost(
        leave.interval, type_of(turn, leave.kind, leave.unit_id), calendar_of(turn, leave.unit_id), policy, zone
    )


async def shown(turn: Turn, leave: Leave, person: Person) -> dict[str, Any]:
    standin = await people.by_id(turn.db, leave.standin_id) if leave.standin_id else None
    return facts_of(turn, leave, person, cost_of(turn, leave), standin)


# ---------------------------------------------------------------- accounts


async def balance(turn: Turn, person: Person, kind: Kind, leave: Leave | None) -> Fraction | None:
    """What may still be taken on the leave's first day, with what waits and what is granted later taken off.

    None where nobody keeps an account, or the kind needs none.
    """
    if not type_of(turn, kind, person.unit_id).from_ledger:
        return None
    rows = await store.rows_of(turn.db, person.id, kind)
    if not rows:
        return None
    on = leave.first if leave else turn.today
    waiting = [each for each in await store.waiting_of(turn.db, person.id) if leave is None or each.id != leave.id]
    later = sum((row.days for row in rows if row.entry is Entry.USE and row.on > on), Fraction(0))
    return ledger.balance(rows, on) + later - rules.pending(waiting, kind)


def balance_line(kept: bool, before: Fraction | None, days: Fraction) -> str | Line:
    if not kept:
        return ""
    if before is None:
        return Line("leave-no-account")
    return Line("leave-balance", before=rules.shown(before), after=rules.shown(before - days))


async def balance_of(turn: Turn, leave: Leave, person: Person) -> str | Line:
    """The balance before and after a request, in words."""
    kept = type_of(turn, leave.kind, leave.unit_id).from_ledger
    return balance_line(kept, await balance(turn, person, leave.kind, leave), leave.days)


# ---------------------------------------------------------------- who decides


async def deciders(turn: Turn, person: Person, leave: Leave) -> tuple[list[Person], Approver | None]:
    """Those who are asked now, and the one whose turn it is; nobody where nobody can be told."""
    policy = turn.policy_of(leave.unit_id)
    deputies = policy.roles.approver_absent == "deputy"
    chain = dict(candidates(person, turn.units, deputies=deputies))
    known = await people.by_ids(turn.db, chain)
    away = await outing_store.absent(turn.db, known, turn.now, turn.now)

    def present(one: int) -> bool:
        who = known.get(one)
        if who is None or who.telegram_id is None or who.unreachable_since is not None or one in away:
            return False
        return has_access(who, day_of(turn.now, turn.zone_of(who.unit_id)))

    without = {leave.seconded_by} if leave.seconded_by is not None else set()
    above = chain.get(leave.seconded_by) if leave.seconded_by is not None else None
    first = approver(person, turn.units, present, deputies=deputies, without=without, above=above)
    if first is None:
        return [], None
    level = [one for one, unit_id in chain.items() if unit_id == first.unit_id and one not in without and present(one)]
    return [known[one] for one in level], first


def decide_rows(leave: Leave) -> list[list[Choice]]:
    return [
        [
            Choice("leave-approve", Approve(leave_id=leave.id)),
            Choice("leave-decline", Decline(leave_id=leave.id)),
        ],
        [Choice("leave-ask-back", AskBack(leave_id=leave.id))],
    ]


# ---------------------------------------------------------------- what it does to others


async def consequences(turn: Turn, leave: Leave, person: Person) -> dict[str, Any]:
    """For whoever decides: who else is away, how many are left, what falls into it, the balance."""
    policy = turn.policy_of(leave.unit_id)
    team = [
        each
        for each in await people.in_units(turn.db, [leave.unit_id])
        if has_access(each, leave.first) and each.id != person.id
    ]
    others = [
        each
        for each in await store.binding(turn.db, [each.id for each in team], leave.first, leave.last)
        if each.interval.overlaps(leave.interval)
    ]
    by_id = {each.id: each for each in team}
    granted = {each.person_id for each in others if each.status is Status.APPROVED}
    granted |= set(await outing_store.absent(turn.db, list(by_id), leave.starts, leave.ends))
    present = len(team) - len(granted)
    overlap: list[Line] = [
        Line(
            "leave-other-away" if each.status is Status.APPROVED else "leave-other-asks",
            name=by_id[each.person_id].name,
            span=span_line(turn, each),
        )
        for each in others[:MOST_NAMED]
    ]
    overlap = overlap or [Line("leave-nobody-else")]
    if rules.at_quarter_end(leave, policy.rules.leave):
        overlap.insert(0, await quarter_end_line(turn, leave, person))
    pieces = await store.pieces_of(turn.db, leave.id)
    few = present < policy.rules.leave.fewest_present
    return {
        "overlap": overlap,
        "present": Line("leave-too-few" if few else "leave-present", count=present, most=len(team)),
        "open": await handing_over.lines(turn, pieces),
        "affected": await handing_over.affected(turn, pieces),
        "balance": await balance_of(turn, leave, person),
    }


async def quarter_end_line(turn: Turn, leave: Leave, person: Person) -> Line:
    """That these are blocked dates, and who may nevertheless grant them: the head of the next level."""
    policy = turn.policy_of(leave.unit_id)
    deputies = policy.roles.approver_absent == "deputy"
    levels = list(dict.fromkeys(dict(candidates(person, turn.units, deputies=deputies)).values()))
    above = [turn.units.by_id[unit].head_id for unit in levels[1:2]]
    head = await people.by_id(turn.db, above[0]) if above and above[0] is not None else None
    name: str | Line = head.name if head else Line("leave-next-level-up")
    return Line("leave-quarter-end", days=policy.rules.leave.quarter_end_days, name=name)


def as_of(leave: Leave, now: datetime) -> Leave:
    """The request with the status that it has at a moment, for showing."""
    return replace(leave, status=rules.at(leave, now))
