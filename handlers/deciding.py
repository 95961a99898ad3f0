"""Deciding on leave: one tap with everything in view, one outcome for everybody who was asked (L01, L03, S-11, D40)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules import leave as rules
from bot.rules.approvers import candidates
from bot.rules.days import day_of, moment
from bot.rules.leave import Leave, Status
from bot.rules.ledger import Entry, Row
from bot.rules.people import SUPERVISING, Person, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import REMINDER, Turn
from handlers import handing_over, leave_facts
from handlers.answers import Answer, kept
from handlers.leave_buttons import Accept, AnswerBack, Approve, AskBack, Change, Decline, DeclineWhy, Refuse
from handlers.questions import label
from handlers.workdays import calendar_of
from storage import leave as store, people

area = Area("deciding")

REASONS = ("leave-why-no-staff", "leave-why-no-quarter", "leave-why-no-talk")
LONGEST_REASON = 200
DECIDED = {Status.APPROVED: "leave-approved-already", Status.DECLINED: "leave-declined-already"}


class Declining(Step, kind="deciding.declining"):
    """A refusal is missing its reason."""

    leave_id: int


# ---------------------------------------------------------------- asking those who decide


async def ask(turn: Turn, leave: Leave, person: Person) -> Line:
    """Show the request to those who decide now; returns whom, in words, or honestly that nobody can."""
    asked, first = await leave_facts.deciders(turn, person, leave)
    remind_later(turn, leave, 1)
    if first is None:
        return Line("leave-nobody")
    facts = await leave_facts.shown(turn, leave, person) | await leave_facts.consequences(turn, leave, person)
    for boss in asked:
        turn.say("leave-asks", to=boss, slot=slot(leave), buttons=leave_facts.decide_rows(leave), **facts)
    return Line("leave-told", name="、".join(each.name for each in asked))


def remind_later(turn: Turn, leave: Leave, number: int) -> None:
    """Ask again after the policy's time, not in the quiet hours."""
    policy = turn.policy_of(leave.unit_id)
    wait = policy.rules.leave.remind_after if number == 1 else policy.rules.leave.escalate_after
    turn.later(
        "deciding.remind",
        name=f"leave:{leave.id}:decide",
        due=out_of_quiet(turn, leave, turn.now + wait),
        leave_id=leave.id,
        number=number,
    )


def out_of_quiet(turn: Turn, leave: Leave, due: datetime) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into (S-03)."""
    calendar, zone = turn.policy_of(leave.unit_id).calendar, turn.zone_of(leave.unit_id)
    local = due.astimezone(zone)
    if calendar.quiet_to <= local.time() < calendar.quiet_from:
        return due
    day = local.date() + timedelta(days=1 if local.time() >= calendar.quiet_from else 0)
    return moment(day, calendar.quiet_to, zone)


@area.job
async def remind(turn: Turn, leave_id: int, number: int) -> None:
    """It still waits: those who decide see it again; after the policy's time the next unit up sees it too."""
    leave = await store.by_id(turn.db, leave_id)
    person = await people.by_id(turn.db, leave.person_id) if leave else None
    if leave is None or person is None or leave.status not in (Status.SUBMITTED, Status.HANDOVER_READY):
        return
    if leave.ends <= turn.now:
        return
    turn.rank = REMINDER
    if leave.asked_back:
        rows = [[Choice("leave-answer", AnswerBack(leave_id=leave.id))]]
        turn.say("leave-answer-missing", to=person, slot="leave-card", buttons=rows, question=leave.question)
    asked, first = await leave_facts.deciders(turn, person, leave)
    if number > 1 and first is not None:
        deputies = turn.policy_of(leave.unit_id).roles.approver_absent == "deputy"
        above = dict(candidates(person, turn.units, deputies=deputies, above=first.unit_id))
        known = await people.by_ids(turn.db, above)
        asked += [known[one] for one in list(above)[:1] if one in known]
    facts = await leave_facts.shown(turn, leave, person) | await leave_facts.consequences(turn, leave, person)
    for boss in asked:
        turn.say(
            "leave-asks-again", to=boss, slot=slot(leave), buttons=leave_facts.decide_rows(leave),
            since=leave.asked_at, **facts,
        )  # fmt: skip
    remind_later(turn, leave, number + 1)


# ---------------------------------------------------------------- the decision


@area.taps(Approve)
async def approve(query: CallbackQuery, callback_data: Approve, turn: Turn) -> None:
    """One tap. Beyond one level, or asked afterwards, another person must agree as well."""
    leave, person = await deciding(turn, callback_data.leave_id)
    await decided(turn, leave, person, yes=True)


@area.taps(Decline)
async def decline(query: CallbackQuery, callback_data: Decline, turn: Turn) -> None:
    """A refusal needs a reason: likely ones as buttons, others in words."""
    leave, _ = await deciding(turn, callback_data.leave_id)
    turn.go(Declining(leave_id=leave.id))
    rows = [[Choice(key, DeclineWhy(leave_id=leave.id, reason=index))] for index, key in enumerate(REASONS)]
    turn.say("leave-ask-why-no", buttons=rows)


@area.taps(DeclineWhy)
async def decline_why(query: CallbackQuery, callback_data: DeclineWhy, turn: Turn) -> None:
    leave, person = await deciding(turn, callback_data.leave_id)
    await decided(turn, leave, person, yes=False, reason=label(turn, REASONS, callback_data.reason))


@area.hears(Answer(Declining))
async def declining(message: Message, turn: Turn, step: Declining) -> None:
    reason = kept(turn, message.text or "", LONGEST_REASON)
    if len(reason) < turn.policy.rules.outings.shortest_reason:
        turn.say("leave-decline-needs-reason")
        return
    leave, person = await deciding(turn, step.leave_id)
    await decided(turn, leave, person, yes=False, reason=reason)


async def decided(turn: Turn, leave: Leave, person: Person, *, yes: bool, reason: str | None = None) -> None:
    """Write it down and let everybody know: the person, the stand-in, and whoever else was asked."""
    level, chain = level_of(turn, leave, person)
    here = replace(leave, seconded_by=turn.me.id)
    further = (await leave_facts.deciders(turn, person, here))[1] if level in chain.values() else None
    needs = rules.needs_two(leave, turn.policy_of(leave.unit_id).rules.leave)
    last_word = leave.seconded_by is not None or not needs or further is None
    first_in_level = next((one for one, unit_id in chain.items() if unit_id == level), None)
    acting_for = first_in_level if first_in_level not in (None, turn.me.id) else None
    current = replace(leave, days=leave_facts.cost_of(turn, leave).days)
    said = rules.decide(
        current, turn.me.id, yes, turn.now, reason=reason, acting_for=acting_for, last_word=last_word,
        kind=leave_facts.type_of(turn, leave.kind, leave.unit_id),
    )  # fmt: skip
    asked_before, _ = await leave_facts.deciders(turn, person, leave)
    await settle(turn, said, leave, person)
    turn.go(None)
    if said.status not in (Status.APPROVED, Status.DECLINED):
        verdict = Line("leave-verdict-first", by=turn.me.name, at=turn.now)
        await ask(turn, said, person)
    else:
        for_whom = await people.by_id(turn.db, acting_for) if acting_for else None
        verdict = Line(
            f"leave-verdict-{said.status}",
            by=turn.me.name,
            acting=Line("leave-acting", name=for_whom.name) if for_whom else "",
            at=turn.now,
            reason=reason or "",
        )
        turn.forget(f"leave:{leave.id}:decide")
    await tell_all(turn, said, person, verdict, asked_before)


async def settle(turn: Turn, leave: Leave, before: Leave, person: Person) -> None:
    """Write what has become of a request, with the absence and the account that follow from it."""
    if not await store.save(turn.db, leave, before):
        raise Refusal("leave-somebody-was-first")
    turn.note(f"leave:{leave.id}", status=leave.status, days=str(leave.days))
    was, now = before.status is Status.APPROVED, leave.status is Status.APPROVED
    if was and (leave.status is not before.status or leave.ends != before.ends):
        await store.let_back(turn.db, before)
    if now and (not was or leave.ends != before.ends):
        await store.keep_away(turn.db, leave)
    if now and not was:
        await handing_over.carry_out(turn, leave)
    if was and not now:
        await handing_over.bring_back(turn, leave)
    plan(turn, leave, granted=now, fresh=not was)
    if leave_facts.type_of(turn, leave.kind, leave.unit_id).from_ledger and (was or now):
        owed = (leave.days if now else Fraction(0)) - (before.days if was else Fraction(0))
        if owed:
            row = Row(
                person_id=person.id,
                account=leave.kind,
                entry=Entry.USE if owed > 0 else Entry.RETURN,
                days=-owed,
                on=leave.first,
                reference=f"leave:{leave.id}" if not was else f"leave:{leave.id}:back:{turn.now:%Y%m%d%H%M%S}",
                expires=None if owed > 0 else leave.first.replace(month=12, day=31),
                by=turn.me.id,
            )
            if await store.rows_of(turn.db, person.id, leave.kind):
                await store.write(turn.db, row)


def plan(turn: Turn, leave: Leave, *, granted: bool, fresh: bool) -> None:
    """When it begins the colleagues hear it; on the first working morning afterwards the person gets a return pack."""
    names = {"begin": f"leave:{leave.id}:begin", "back": f"leave:{leave.id}:back"}
    if not granted:
        for name in names.values():
            turn.forget(name)
        return
    policy, zone = turn.policy_of(leave.unit_id).rules.leave, turn.zone_of(leave.unit_id)
    calendar = calendar_of(turn, leave.unit_id)
    begins = max(rules.begins_work(leave.interval, calendar, policy, zone), turn.now)
    if begins < leave.ends and (fresh or leave.starts > turn.now):
        turn.later("own_leave.begin", name=names["begin"], due=begins, leave_id=leave.id)
    day = day_of(leave.ends, zone)
    while not calendar.is_working(day) or moment(day, policy.hours.work_start, zone) < leave.ends:
        day += timedelta(days=1)
    due = moment(day, policy.hours.work_start, zone) if leave.days >= 1 else leave.ends
    turn.later("own_leave.back", name=names["back"], due=due, leave_id=leave.id)


async def tell_all(
    turn: Turn, leave: Leave, person: Person, verdict: Line, also: Iterable[Person] | None = None
) -> None:
    """Everybody concerned hears the same: the person, the stand-in, and those whose cards still show buttons."""
    facts = await leave_facts.shown(turn, leave, person)
    final = leave.status not in rules.WAITING
    if person.id != turn.me.id:
        turn.say("leave-your-outcome", to=person, slot="leave-card", verdict=verdict, **facts)
    bosses = list(also) if also is not None else (await leave_facts.deciders(turn, person, leave))[0]
    if turn.me.id != person.id:
        bosses.append(turn.me)
    for boss in {each.id: each for each in bosses}.values():
        turn.edit(slot(leave), "leave-decided", to=boss, verdict=verdict, **facts)
    if final:
        over = [each.to_id for each in await store.asked_over(turn.db, leave.id) if each.accepted is not False]
        for colleague in (await people.by_ids(turn.db, set(over) - {turn.me.id})).values():
            turn.edit(f"leave:{leave.id}:over", "leave-decided", to=colleague, verdict=verdict, **facts)


# ---------------------------------------------------------------- asking back


class Wondering(Step, kind="deciding.wondering"):
    """What does whoever decides want to know?"""

    leave_id: int


@area.taps(AskBack)
async def ask_back(query: CallbackQuery, callback_data: AskBack, turn: Turn) -> None:
    """A question before deciding."""
    leave, _ = await deciding(turn, callback_data.leave_id)
    turn.go(Wondering(leave_id=leave.id))
    turn.say("leave-ask-question")


@area.hears(Answer(Wondering))
async def wondering(message: Message, turn: Turn, step: Wondering) -> None:
    """The person hears the question; the card shows that an answer is awaited."""
    leave, person = await deciding(turn, step.leave_id)
    asked = rules.ask_back(leave, turn.me.id, kept(turn, message.text or "", LONGEST_REASON))
    if not await store.save(turn.db, asked, leave):
        raise Refusal("leave-somebody-was-first")
    turn.go(None)
    turn.note(f"leave:{leave.id}", asked_back=True)
    rows = [[Choice("leave-answer", AnswerBack(leave_id=leave.id))]]
    turn.say(
        "leave-questioned", to=person, slot="leave-card", buttons=rows, by=turn.me.name, question=asked.question,
        span=leave_facts.span_line(turn, leave),
    )  # fmt: skip
    turn.say("leave-question-sent", name=person.name)
    await show_again(turn, asked, person)


async def facing(turn: Turn, leave: Leave, person: Person) -> list[Person]:
    """Whoever decided on a request; while nobody has, those who are asked."""
    if leave.decided_by is not None:
        by = await people.by_id(turn.db, leave.decided_by)
        return [by] if by is not None else []
    return (await leave_facts.deciders(turn, person, leave))[0]


async def show_again(turn: Turn, leave: Leave, person: Person) -> None:
    """The cards of those who decide, as the request stands now."""
    asked, _ = await leave_facts.deciders(turn, person, leave)
    facts = await leave_facts.shown(turn, leave, person) | await leave_facts.consequences(turn, leave, person)
    for boss in asked:
        turn.edit(slot(leave), "leave-asks", to=boss, buttons=leave_facts.decide_rows(leave), **facts)


@area.after_outage
async def resend(turn: Turn) -> None:
    """After an outage: taps older than 150 s are lost (T25), so whoever has something to answer sees it anew."""
    turn.rank = REMINDER
    for leave in await store.waiting(turn.db, turn.now):
        person = await people.by_id(turn.db, leave.person_id)
        if person is None:
            continue
        facts = await leave_facts.shown(turn, leave, person)
        if leave.status is Status.HANDOVER_NEEDED:
            silent = [each.to_id for each in await store.asked_over(turn.db, leave.id) if each.accepted is None]
            pieces = await store.pieces_of(turn.db, leave.id)
            rows = [
                [
                    Choice("leave-handover-accept", Accept(leave_id=leave.id)),
                    Choice("leave-handover-refuse", Refuse(leave_id=leave.id)),
                ]
            ]
            for one in (await people.by_ids(turn.db, silent)).values():
                given = await handing_over.lines(turn, pieces, only_for=one.id)
                turn.say(
                    "leave-handover-asks", to=one, slot=f"leave:{leave.id}:over", buttons=rows, open=given, **facts
                )
        else:
            facts |= await leave_facts.consequences(turn, leave, person)
            for boss in (await leave_facts.deciders(turn, person, leave))[0]:
                turn.say(
                    "leave-asks-again", to=boss, slot=slot(leave), buttons=leave_facts.decide_rows(leave),
                    since=leave.asked_at, **facts,
                )  # fmt: skip


# ---------------------------------------------------------------- coming back earlier


async def ask_change(turn: Turn, leave: Leave, person: Person) -> Line:
    """Ask whoever decides whether a running leave may end now."""
    asked, first = await leave_facts.deciders(turn, person, replace(leave, seconded_by=None))
    if first is None:
        return Line("leave-nobody")
    whole = leave.change_to is not None and leave.change_to <= leave.starts
    rows = [
        [
            Choice("leave-change-agree", Change(leave_id=leave.id, agree=True)),
            Choice("leave-change-refuse", Change(leave_id=leave.id, agree=False)),
        ]
    ]
    facts = await leave_facts.shown(turn, leave, person)
    wish = Line("leave-wish-cancel") if whole else Line("leave-wish-back", at=leave.change_to)
    for boss in asked:
        turn.say("leave-change-asks", to=boss, slot=f"{slot(leave)}:change", buttons=rows, wish=wish, **facts)
    return Line("leave-told", name="、".join(each.name for each in asked))


@area.taps(Change)
async def change(query: CallbackQuery, callback_data: Change, turn: Turn) -> None:
    """Consent to a shorter leave; the account gets back what was not used."""
    leave, person = await concerned(turn, callback_data.leave_id)
    if leave.change_to is None:
        raise Refusal("leave-change-over")
    shorter = replace(leave, ends=leave.change_to)
    days = leave_facts.cost_of(turn, shorter).days if leave.change_to > leave.starts else leave.days
    said = rules.agree_change(leave, turn.me.id, callback_data.agree, turn.now, days)
    if said.status is Status.APPROVED and said.ends != leave.ends:
        last = day_of(said.ends - timedelta(minutes=1), turn.zone_of(leave.unit_id))
        said = replace(said, last=last)
    await settle(turn, said, leave, person)
    verdict = Line("leave-change-yes" if callback_data.agree else "leave-change-no", by=turn.me.name, at=turn.now)
    facts = await leave_facts.shown(turn, said, person)
    turn.edit(f"{slot(leave)}:change", "leave-decided", verdict=verdict, **facts)
    turn.say("leave-your-outcome", to=person, slot="leave-card", verdict=verdict, **facts)


# ---------------------------------------------------------------- whose it is


async def deciding(turn: Turn, leave_id: int) -> tuple[Leave, Person]:
    """A request that is this supervisor's to decide; else what stands in the way, and who decided when."""
    leave, person = await concerned(turn, leave_id)
    if leave.status in DECIDED and leave.decided_at is not None:
        by = await people.by_id(turn.db, leave.decided_by or 0)
        raise Refusal(DECIDED[leave.status], by=by.name if by else "—", at=leave.decided_at)
    if leave.status not in rules.WAITING:
        raise Refusal(f"leave-is-{leave.status}")
    if leave.ends <= turn.now and not leave.retroactive:
        raise Refusal("leave-over")
    if leave.seconded_by is not None:
        level, chain = level_of(turn, leave, person)
        asked_at = list(dict.fromkeys(chain.values()))
        below = chain.get(leave.seconded_by)
        if turn.me.id == leave.seconded_by:
            raise Refusal("leave-second-must-differ")
        if below in asked_at and level in asked_at and asked_at.index(level) <= asked_at.index(below):
            raise Refusal("leave-next-level")
    return leave, person


async def concerned(turn: Turn, leave_id: int) -> tuple[Leave, Person]:
    """A request with its person, if the supervisor leads them; never one's own (S-11)."""
    leave = await store.by_id(turn.db, leave_id)
    person = await people.by_id(turn.db, leave.person_id) if leave else None
    if leave is None or person is None:
        raise Refusal("turn-button-over")
    if person.id == turn.me.id:
        raise Refusal("leave-not-oneself")
    _, chain = level_of(turn, leave, person)
    if turn.me.id not in chain and not reaches(turn.me, leave.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-not-allowed")
    if turn.me.id not in chain and person.id in {unit.head_id for unit in turn.units.path(turn.me.unit_id)}:
        raise Refusal("turn-not-allowed")  # a deputy does not decide about the head
    return leave, person


def level_of(turn: Turn, leave: Leave, person: Person) -> tuple[int, dict[int, int]]:
    """The unit at which this supervisor decides about the person, and everybody who could decide with theirs."""
    deputies = turn.policy_of(leave.unit_id).roles.approver_absent == "deputy"
    chain = dict(candidates(person, turn.units, deputies=deputies))
    return chain.get(turn.me.id, turn.me.unit_id), chain


def slot(leave: Leave) -> str:
    return f"leave:{leave.id}"
