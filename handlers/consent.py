"""Consent before leaving, where the bank wants it: two taps for whoever decides, one outcome for all (A23, S-11)."""

from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules import outings as rules
from bot.rules.outings import Outing, OutingStatus
from bot.rules.people import SUPERVISING, Person, reaches, supervisors_of
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import register, returns
from handlers.answers import Answer, kept
from handlers.outing_buttons import Agree, Decline, DeclineWhy
from handlers.questions import label
from storage import hearers, outings as store, people

area = Area("consent")

REASONS = ("consent-why-meeting", "consent-why-plan", "consent-why-talk")
LONGEST_REASON = 200


class Declining(Step, kind="consent.declining"):
    """A refusal is missing its reason."""

    outing_id: int


@area.taps(Agree)
async def agree(query: CallbackQuery, callback_data: Agree, turn: Turn) -> None:
    """Consent given. Without a planned departure the RM is counted as leaving with it."""
    await decided(turn, callback_data.outing_id, consent=True)


@area.taps(Decline)
async def decline(query: CallbackQuery, callback_data: Decline, turn: Turn) -> None:
    """A refusal needs a reason: likely ones as buttons, others in words."""
    outing, _ = await deciding(turn, callback_data.outing_id)
    rules.decide(outing, turn.me.id, False, turn.now, "?")  # says what has become of it, if it is decided
    turn.go(Declining(outing_id=outing.id))
    rows = [[Choice(key, DeclineWhy(outing_id=outing.id, reason=index))] for index, key in enumerate(REASONS)]
    turn.say("consent-ask-why", buttons=rows)


@area.taps(DeclineWhy)
async def decline_why(query: CallbackQuery, callback_data: DeclineWhy, turn: Turn) -> None:
    await decided(turn, callback_data.outing_id, consent=False, reason=label(turn, REASONS, callback_data.reason))


@area.hears(Answer(Declining))
async def declining(message: Message, turn: Turn, step: Declining) -> None:
    reason = kept(turn, message.text or "", LONGEST_REASON)
    if len(reason) < turn.policy.rules.outings.shortest_reason:
        turn.say("outings-decline-needs-reason")
        return
    await decided(turn, step.outing_id, consent=False, reason=reason)


async def decided(turn: Turn, outing_id: int, *, consent: bool, reason: str | None = None) -> None:
    """Write the decision down and let the RM and everybody who was asked know it; the first one counts."""
    outing, person = await deciding(turn, outing_id)
    said = rules.decide(outing, turn.me.id, consent, turn.now, reason)
    if said.status is OutingStatus.DECLARED and (said.depart_at is None or said.depart_at <= turn.now):
        others = await store.open_of(turn.db, person.id)
        if not any(each.status is OutingStatus.OUT for each in others):
            said = rules.depart(said, turn.now)
    if not await store.save(turn.db, said, outing):
        raise Refusal("consent-somebody-decided")
    turn.go(None)
    turn.note(f"outing:{outing.id}", consent=consent)
    returns.plan(turn, said, bound=await returns.is_bound(turn, person, said))
    await tell_all(turn, said, person)


async def tell_all(turn: Turn, outing: Outing, person: Person) -> None:
    """The RM hears it at once; the request of everybody who was asked shows who decided, and when."""
    stops, clients = await register.seen(turn, outing)
    facts: dict[str, Any] = register.facts_of(turn, person, outing, stops, clients)
    verdict = Line(
        "consent-agreed-by" if outing.consent else "consent-declined-by",
        by=turn.me.name,
        at=turn.now,
        reason=outing.decision_reason or "",
    )
    if outing.consent:
        key = "consent-agreed-left" if outing.status is OutingStatus.OUT else "consent-agreed"
    else:
        key = "consent-declined-out" if outing.status is OutingStatus.OUT else "consent-declined"
    turn.say(key, to=person, slot="outing-card", buttons=register.rows_of(outing), **facts, verdict=verdict)
    asked = await hearers.who_decide(turn.db, person, turn.units, turn.policy_of(outing.unit_id), turn.now)
    for boss in {each.id: each for each in [*asked, turn.me]}.values():
        turn.edit(f"outing:{outing.id}", "consent-decided", to=boss, **facts, verdict=verdict)


async def deciding(turn: Turn, outing_id: int) -> tuple[Outing, Person]:
    """The outing of a button with its person, if it is this supervisor's to decide; else what stands in the way."""
    outing = await store.by_id(turn.db, outing_id)
    person = await people.by_id(turn.db, outing.person_id) if outing else None
    if outing is None or person is None:
        raise Refusal("turn-button-over")
    if person.id == turn.me.id:
        raise Refusal("outings-own-consent")
    heads = turn.me.id in supervisors_of(person, turn.units)
    if not heads and not reaches(turn.me, outing.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-not-allowed")
    if outing.consent is None and outing.status is OutingStatus.WAITING and outing.day < turn.today:
        raise Refusal("outings-over")
    if outing.consent is not None and outing.decided_at is not None and outing.decided_by != turn.me.id:
        by = await people.by_id(turn.db, outing.decided_by or 0)
        key = "consent-agreed-already" if outing.consent else "consent-declined-already"
        raise Refusal(key, by=by.name if by else "—", at=outing.decided_at)
    return outing, person
