"""The card of a visit: what the RM and their supervisor are shown of it, and the buttons that belong to it.

The card is one message in a slot; what changes (grade, client, a sentence) changes the card. The supervisor is told
of visits that the plan did not say (A13) and of those at clients whose place nobody knows yet; the rest is on
their board.
"""

from collections.abc import Sequence
from typing import Any

from bot.buttons import Button, Choice
from bot.rules.datum import Point
from bot.rules.evidence import Grade, Reason
from bot.rules.people import Person
from bot.rules.places import Place
from bot.rules.visits import Visit
from bot.text import Line
from bot.turn import Turn
from handlers import draft
from storage import hearers, people as people_store, visits as store
from storage.clients import Client, clients_by_id, places_of


class Elsewhere(Button, prefix="corrections.elsewhere"):
    visit_id: int


class Why(Button, prefix="corrections.why"):
    visit_id: int


class Remark(Button, prefix="evidence.remark"):
    visit_id: int


class Show(Button, prefix="places.show"):
    visit_id: int


class Accept(Button, prefix="places.accept"):
    visit_id: int


def say_card(turn: Turn, visit: Visit, client: Client | None, *, edit: bool = False) -> None:
    """Show the RM their visit: the client, when, and how much speaks for it, with the reasons in words."""
    buttons = [[Choice("corrections-elsewhere", Elsewhere(visit_id=visit.id)), remark_choice(visit)]]
    if not visit.planned:
        buttons.append([Choice("corrections-why", Why(visit_id=visit.id))])
    put(
        turn,
        f"visit:{visit.id}",
        "visits-card",
        edit=edit,
        buttons=buttons,
        client=name_of(turn, client, visit.lead),
        at=visit.arrived_at,
        lines=[*lines_of(visit), *hints(turn, visit)],
    )


async def tell(
    turn: Turn,
    visit: Visit,
    client: Client | None,
    *,
    reason: str | None = None,
    known: Sequence[Place] | None = None,
    edit: bool = False,
) -> None:
    """Let the supervisor know, if this is a visit that they hear of; `edit` when they have been told before.

    `reason` is why the RM went where the plan did not say, `known` the client's places: what is not given is looked up.
    """
    if known is None and client is not None:
        known = (await places_of(turn.db, [client.id])).get(client.id)
    unknown = client is not None and not known
    if visit.planned and not unknown:
        return
    person = await person_of(turn, visit)
    if person is None:
        return
    hearer = await hearers.who_hears(turn.db, person, turn.units, turn.policy_of(person.unit_id), turn.now)
    if hearer is None:
        return
    if not visit.planned and reason is None:
        reason = await store.reason_of(turn.db, visit)
    show_visit(turn, visit, client, person, reason, to=hearer, edit=edit, accept=unknown)


def show_visit(
    turn: Turn,
    visit: Visit,
    client: Client | None,
    person: Person,
    reason: str | None,
    *,
    to: Person,
    edit: bool = False,
    accept: bool = True,
) -> None:
    """Show a visit to somebody who supervises; `accept` offers to accept where it was (never to the RM, S-11)."""
    offered = accept and visit.client_id is not None and visit.latitude is not None and visit.accepted_at is None
    put(
        turn,
        f"visit:{visit.id}:told",
        "places-visit",
        edit=edit,
        to=to,
        buttons=[[Choice("places-accept", Accept(visit_id=visit.id))]] if offered and to.id != visit.person_id else [],
        person=person.name,
        client=name_of(turn, client, visit.lead),
        at=visit.arrived_at,
        lines=lines_of(visit, reason, own=False),
    )


def put(
    turn: Turn,
    slot: str,
    key: str,
    *,
    edit: bool,
    buttons: Sequence[Sequence[Choice]],
    to: Person | None = None,
    **facts: Any,
) -> None:
    """Say it, or change what was said before in the slot."""
    if edit:
        turn.edit(slot, key, to=to, buttons=buttons, **facts)
    else:
        turn.say(key, slot=slot, to=to, buttons=buttons, **facts)


def lines_of(visit: Visit, reason: str | None = None, *, own: bool = True) -> list[Line]:
    """What there is to say about a visit, a line each: the plan, the evidence and why, the RM's sentence, the end."""
    lines: list[Line] = []
    if not visit.planned:
        lines.append(Line("corrections-line-reason", reason=reason) if reason else Line("corrections-line-unplanned"))
    lines.append(Line("evidence-line-grade", grade=Line(f"evidence-grade-{visit.grade.value}")))
    lines += [reason_line(each, visit.distance_m) for each in visit.reasons if each is not Reason.RECEIVED_LATE]
    if visit.dwell:
        lines.append(Line("evidence-line-dwell", minutes=visit.dwell))
    if visit.late_minutes:
        lines.append(Line("evidence-line-late", minutes=visit.late_minutes))
    if visit.remark:
        lines.append(Line("evidence-line-remark" if own else "evidence-line-remark-theirs", remark=visit.remark))
    if visit.left_at is not None:
        key = "departures-line-corrected" if visit.corrected else "departures-line-left"
        lines.append(Line(key, at=visit.left_at, minutes=visit.left_at - visit.arrived_at))
    if visit.accepted_at is not None:
        lines.append(Line("places-line-accepted", at=visit.accepted_at))
    return lines


def hints(turn: Turn, visit: Visit) -> Sequence[Line]:
    """What the RM could still do for a better grade, while it helps."""
    if visit.left_at is not None:
        return ()
    if Reason.TEXT_ONLY in visit.reasons:
        return (Line("evidence-hint-place"),)
    if visit.grade is Grade.FAIR and visit.static and turn.policy.outing.live_location:
        return (Line("evidence-hint-live"),)
    return ()


def reason_line(reason: Reason, distance_m: int | None) -> Line:
    if distance_m is None or reason not in (Reason.NEAR, Reason.OFF_PLACE, Reason.FAR):
        return Line(reason.key)
    return Line("evidence-line-away", what=Line(reason.key), away=away_line(distance_m))


def away_line(metres: int) -> Line:
    """A distance as people say it: 240 m, 2.4 km."""
    if metres < 1000:
        return Line("evidence-metres", metres=metres)
    return Line("evidence-kilometres", kilometres=f"{metres / 1000:.1f}")


def remark_choice(visit: Visit) -> Choice:
    return Choice("evidence-remark", Remark(visit_id=visit.id))


def name_of(turn: Turn, client: Client | None, lead: str | None) -> str | Line:
    """Whom a visit is about, as the policy lets us show them (S-02)."""
    if lead:
        return Line("outings-lead-name", name=lead)
    if turn.person is None and client is not None and client.unit_id is not None:  # a question of the clock
        return draft.name_of(client, turn.policy_of(client.unit_id))
    return draft.name_of(client, turn.policy)


async def person_of(turn: Turn, visit: Visit) -> Person | None:
    """Whose visit it is."""
    if turn.person and turn.person.id == visit.person_id:
        return turn.person
    return await people_store.by_id(turn.db, visit.person_id)


async def client_of(turn: Turn, visit: Visit) -> Client | None:
    return (await clients_by_id(turn.db, [visit.client_id])).get(visit.client_id or 0)


def point_of(visit: Visit) -> Point | None:
    """Where the visit was checked in, as far as that is (still) kept."""
    if visit.latitude is None or visit.longitude is None:
        return None
    return Point(visit.latitude, visit.longitude)
