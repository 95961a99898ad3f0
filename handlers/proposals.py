"""Flags and what the papers attach to them: proposed by the bot or a spot check, answered by the person, decided by
whoever leads them, never deducted (L03, L05-L11, C18, S-11).

Only the person, those who lead them and nobody else see a flag.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules import penalties as rules
from bot.rules.days import moment
from bot.rules.penalties import Measure, Proposal, ProposalStatus, Rule
from bot.rules.people import SUPERVISING, Person, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer, kept
from handlers.questions import label
from storage import hearers, penalties as store, people

area = Area("proposals")

LONGEST = 300
REASONS = ("proposals-why-heard", "proposals-why-record")  # for letting a contested flag stand
MORNING = time(9)  # local: when a deadline that is over is told


class Contest(Button, prefix="proposals.contest"):
    proposal_id: int


class Uphold(Button, prefix="proposals.uphold"):
    proposal_id: int


class UpholdWhy(Button, prefix="proposals.uphold_why"):
    proposal_id: int
    reason: int


class Withdraw(Button, prefix="proposals.withdraw"):
    proposal_id: int


class Look(Button, prefix="proposals.look"):
    proposal_id: int


class Contesting(Step, kind="proposals.contesting"):
    proposal_id: int


class Upholding(Step, kind="proposals.upholding"):
    proposal_id: int


async def propose(
    turn: Turn,
    *,
    person_id: int,
    unit_id: int,
    rule: str,
    day: date,
    about: str,
    minutes: int | None = None,
    by: int | None = None,
) -> int | None:
    """Flag somebody once for a thing, and tell them; returns its number, none where the thing is flagged already.

    `about` names the thing ("rollcall:7"), `minutes` is how late; `by` is the supervisor who found it, none the clock.
    The measure comes from the policy and from how many such findings there were (L08, L09).
    """
    policy = turn.policy_of(unit_id).rules.penalties
    kinds = rules.family(Rule(rule))
    person = await people.by_id(turn.db, person_id)
    if person is None or await store.of_thing(turn.db, person_id, kinds, about) is not None:
        return None
    since = day - timedelta(days=policy.counts_for_days)
    follows = rules.consequence(Rule(rule), await store.earlier(turn.db, person_id, kinds, since), day, policy)
    made = await store.add(
        turn.db,
        Proposal(
            id=0,
            person_id=person_id,
            unit_id=unit_id,
            rule=follows.rule,
            about=about,
            day=day,
            minutes=minutes,
            measure=follows.measure,
            amount=follows.amount,
            step=follows.step,
            deadline=follows.deadline,
            found_by=by,
            found_at=turn.now,
        ),
    )
    turn.say(
        "proposals-yours",
        to=person,
        slot=slot(made),
        buttons=[[Choice("proposals-contest", Contest(proposal_id=made.id))]],
        **shown(made),
    )
    return made.id


# ---------------------------------------------------------------- the person


@area.taps(Contest)
async def contest(query: CallbackQuery, callback_data: Contest, turn: Turn) -> None:
    """The person's own word on their flag: typed or spoken."""
    proposal = await found(turn, callback_data.proposal_id)
    rules.contest(proposal, turn.me.id, "?", turn.now)  # says no now rather than after the typing
    turn.go(Contesting(proposal_id=proposal.id))
    turn.say("proposals-ask-contest")


@area.hears(Answer(Contesting))
async def contesting(message: Message, turn: Turn, step: Contesting) -> None:
    """Whoever leads the person hears what they say, with the buttons to decide."""
    before = await found(turn, step.proposal_id)
    words = kept(turn, message.text or "", LONGEST)
    after = rules.contest(before, turn.me.id, words, turn.now)
    if not await store.move_on(turn.db, before, after):
        raise Refusal("proposals-decided-meanwhile")
    turn.go(None)
    turn.note(f"proposal:{after.id}", status=after.status)
    turn.edit(slot(after), "proposals-yours", **shown(after))
    bosses = await hearers.who_decide(turn.db, turn.me, turn.units, turn.policy_of(after.unit_id), turn.now)
    for boss in bosses:
        turn.say("proposals-contested", to=boss, slot=slot(after), buttons=decide_rows(after), **facts(after, turn.me))
    turn.say("proposals-contest-kept" if bosses else "proposals-contest-nobody")


# ---------------------------------------------------------------- whoever leads them


@area.taps(Look)
async def look(query: CallbackQuery, callback_data: Look, turn: Turn) -> None:
    """A flag with everything about it, and the buttons to decide where it still waits."""
    proposal, person = await theirs(turn, callback_data.proposal_id)
    turn.note(f"proposal:{proposal.id}", looked=True)
    buttons = decide_rows(proposal) if proposal.status in rules.WAITING else []
    turn.say("proposals-theirs", slot=slot(proposal), buttons=buttons, **facts(proposal, person))


@area.taps(Withdraw)
async def withdraw(query: CallbackQuery, callback_data: Withdraw, turn: Turn) -> None:
    """A false alarm: one tap."""
    proposal, person = await theirs(turn, callback_data.proposal_id)
    await decided(turn, proposal, person, stands=False, reason=None)


@area.taps(Uphold)
async def uphold(query: CallbackQuery, callback_data: Uphold, turn: Turn) -> None:
    """It stands: at once, or with a reason where the person contests it."""
    proposal, person = await theirs(turn, callback_data.proposal_id)
    if proposal.status is not ProposalStatus.CONTESTED:
        await decided(turn, proposal, person, stands=True, reason=None)
        return
    rules.decide(proposal, turn.me.id, True, "?", turn.now)
    turn.go(Upholding(proposal_id=proposal.id))
    rows = [[Choice(key, UpholdWhy(proposal_id=proposal.id, reason=n))] for n, key in enumerate(REASONS)]
    turn.say("proposals-ask-why", buttons=rows, name=person.name)


@area.taps(UpholdWhy)
async def uphold_why(query: CallbackQuery, callback_data: UpholdWhy, turn: Turn) -> None:
    proposal, person = await theirs(turn, callback_data.proposal_id)
    await decided(turn, proposal, person, stands=True, reason=label(turn, REASONS, callback_data.reason))


@area.hears(Answer(Upholding))
async def upholding(message: Message, turn: Turn, step: Upholding) -> None:
    proposal, person = await theirs(turn, step.proposal_id)
    await decided(turn, proposal, person, stands=True, reason=kept(turn, message.text or "", LONGEST))


async def decided(turn: Turn, before: Proposal, person: Person, *, stands: bool, reason: str | None) -> None:
    """One outcome for everybody: the person hears it, and whoever was asked sees who decided."""
    after = rules.decide(before, turn.me.id, stands, reason, turn.now)
    if not await store.move_on(turn.db, before, after):
        raise Refusal("proposals-decided-meanwhile")
    turn.go(None)
    turn.note(f"proposal:{after.id}", status=after.status)
    verdict = Line(f"proposals-verdict-{after.status}", by=turn.me.name, at=turn.now, reason=reason or "")
    bosses = await hearers.who_decide(turn.db, person, turn.units, turn.policy_of(after.unit_id), turn.now)
    for boss in {each.id: each for each in [*bosses, turn.me]}.values():
        if boss.id == turn.me.id or before.status is ProposalStatus.CONTESTED:
            turn.edit(slot(after), "proposals-theirs", to=boss, **facts(after, person) | {"state": verdict})
    turn.say("proposals-outcome", to=person, verdict=verdict, **shown(after) | {"state": ""})
    if stands and after.deadline is not None:
        zone = turn.zone_of(after.unit_id)
        due = moment(after.deadline + timedelta(days=1), MORNING, zone)
        turn.later("proposals.deadline", name=f"proposal:{after.id}:deadline", due=due, proposal_id=after.id)


@area.job
async def deadline(turn: Turn, proposal_id: int) -> None:
    """The day by which a warning was to be heeded is over: whoever leads the person is asked to look (L09)."""
    proposal = await store.by_id(turn.db, proposal_id)
    person = await people.by_id(turn.db, proposal.person_id) if proposal else None
    if proposal is None or person is None or proposal.status is not ProposalStatus.UPHELD:
        return
    boss = await hearers.who_hears(turn.db, person, turn.units, turn.policy_of(proposal.unit_id), turn.now)
    if boss is not None:
        turn.say("proposals-deadline-over", to=boss, **facts(proposal, person))


# ---------------------------------------------------------------- in words


def shown(proposal: Proposal) -> dict[str, Any]:
    """What the person sees of their flag."""
    return {
        "rule": Line(f"proposals-rule-{proposal.rule.lower()}"),
        "number": proposal.rule.value,
        "day": proposal.day,
        "minutes": Line("proposals-minutes", minutes=proposal.minutes) if proposal.minutes else "",
        "measure": measure_line(proposal),
        "state": state_line(proposal),
    }


def facts(proposal: Proposal, person: Person) -> dict[str, Any]:
    """The same for whoever leads them."""
    words = Line("proposals-words", words=proposal.contest) if proposal.contest else ""
    return {**shown(proposal), "name": person.name, "words": words}


def measure_line(proposal: Proposal) -> Line:
    key = f"proposals-measure-{proposal.measure}"
    if proposal.measure is Measure.FINE:
        return Line(key, amount=proposal.amount or 0, step=proposal.step)
    if proposal.measure is Measure.WARNING:
        return Line(key, deadline=proposal.deadline or proposal.day, step=proposal.step)
    return Line(key, step=proposal.step)


def state_line(proposal: Proposal) -> Line:
    at: datetime = proposal.decided_at or proposal.contested_at or proposal.found_at
    return Line(f"proposals-state-{proposal.status}", at=at, reason=proposal.reason or "")


def decide_rows(proposal: Proposal) -> list[list[Choice]]:
    return [
        [
            Choice("proposals-uphold", Uphold(proposal_id=proposal.id)),
            Choice("proposals-withdraw", Withdraw(proposal_id=proposal.id)),
        ]
    ]


def own_lines(own: Sequence[Proposal]) -> list[Line]:
    """A person's flags, a line each: for /me."""
    return [Line("proposals-own-line", **shown(each)) for each in own]


# ---------------------------------------------------------------- whose


async def found(turn: Turn, proposal_id: int) -> Proposal:
    proposal = await store.by_id(turn.db, proposal_id)
    if proposal is None:
        raise Refusal("turn-button-over")
    return proposal


async def theirs(turn: Turn, proposal_id: int) -> tuple[Proposal, Person]:
    """A flag of somebody whom this supervisor leads; another's gets no more than any other wrong button."""
    proposal = await found(turn, proposal_id)
    person = await people.by_id(turn.db, proposal.person_id)
    if person is None or not reaches(turn.me, proposal.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-button-over")
    return proposal, person


def slot(proposal: Proposal) -> str:
    return f"proposal:{proposal.id}"
