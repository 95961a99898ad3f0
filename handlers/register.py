"""Writing the outing register, and telling those who are to hear of it (A04, A13, A23)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.buttons import Choice
from bot.rules import outings as rules
from bot.rules.days import day_of, moment
from bot.rules.outings import Mode, Outing, OutingStatus, Stop, StopState
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.text import Line, render
from bot.turn import Turn
from handlers import returns
from handlers.draft import Drafting, Leg, Scene, at_line, lines_of, outing_of, scene_of, stops_of
from handlers.outing_buttons import Agree, Back, Cancel, Change, Decline, Depart
from storage import clients as client_store, hearers, outings as store
from storage.clients import Client

Shown = tuple[str, list[list[Choice]], dict[str, Any]]  # key, buttons, facts


async def register(turn: Turn, draft: Drafting, scene: Scene) -> Shown:
    """Write a confirmed draft into the register and tell whoever hears about it; returns the card that says so."""
    stops = stops_of(draft, scene)
    told = rules.declare(
        outing_of(draft, turn), stops, scene.standing, scene.policy, scene.zone, turn.sent_at, scene.placed
    )
    outing, stops = await store.add(turn.db, told, stops)
    heard_by = await tell(turn, outing, stops, scene.clients, bound=scene.standing.bound)
    return card(turn, outing, stops, scene.clients, heard_by)


async def declare_here(
    turn: Turn,
    *,
    client_id: int | None = None,
    lead: str | None = None,
    matter: str | None = None,
    since: datetime | None = None,
    return_by: datetime | None = None,
) -> tuple[Outing, Stop]:
    """An outing told only at a check-in: written down as told late, and the supervisor hears it (A04).

    `since` is when the RM was seen there first. Where no return was said it is the policy's hour, or the latest one
    where that has passed. Raises Refusal on leave or on duty.
    """
    scene = await scene_of(turn)
    hour = moment(turn.today, scene.policy.return_time, scene.zone)
    latest = moment(turn.today, scene.policy.latest_return, scene.zone)
    back = return_by or (hour if hour > turn.sent_at + timedelta(minutes=5) else latest)
    matter = matter or in_words(turn, "outings-no-matter")
    place = scene.labels.get(client_id or 0) or in_words(turn, "outings-at-theirs")
    draft = Drafting(
        number=0,
        legs=(Leg(client_id=client_id, lead=lead, matter=matter, place=place),),
        return_by=back,
        reason=in_words(turn, "outings-why-told-there", matter=matter) if back > hour else None,
    )
    told = rules.declare(
        outing_of(draft, turn),
        stops_of(draft),
        scene.standing,
        scene.policy,
        scene.zone,
        turn.sent_at,
        scene.placed,
        already_out_since=since or turn.sent_at,
    )
    outing, stops = await store.add(turn.db, told, stops_of(draft))
    await tell(turn, outing, stops, scene.clients, bound=scene.standing.bound)
    return outing, stops[0]


def in_words(turn: Turn, key: str, **facts: object) -> str:
    """A sentence in the RM's own language, as if they had written it: it stands in the register."""
    return render(turn.language, key, facts, zone=turn.zone, html=False)


async def went(turn: Turn, outing: Outing, stop: Stop | None) -> Outing:
    """Whoever has arrived has left, also without saying so: called by a check-in, with the stop arrived at."""
    out = rules.under_way(outing, turn.sent_at)
    if out != outing:
        await store.save(turn.db, out, outing)
        turn.forget(f"outing:{outing.id}:leave")
        returns.plan(turn, out, bound=await returns.is_bound(turn, turn.me, out))
    if stop is not None and stop.state is StopState.PLANNED:
        await store.save_stop(turn.db, replace(stop, state=StopState.VISITED))
    return out


# ---------------------------------------------------------------- telling


async def tell(
    turn: Turn, outing: Outing, stops: Sequence[Stop], clients: Mapping[int, Client], *, bound: bool
) -> list[Person]:
    """Tell the nearest head or deputy, or ask for consent; plan what is to be asked later. Returns who was told."""
    facts = facts_of(turn, turn.me, outing, stops, clients)
    if outing.mode is Mode.APPROVE:  # also where the RM has left already: the decision is then written down as late
        bosses = await hearers.who_decide(turn.db, turn.me, turn.units, turn.policy, turn.now)
        for boss in bosses:
            turn.say("outings-asks", to=boss, slot=f"outing:{outing.id}", buttons=consent_rows(outing), **facts)
    else:
        nearest = await hearers.who_hears(turn.db, turn.me, turn.units, turn.policy, turn.now)
        bosses = [nearest] if nearest else []
        for boss in bosses:
            turn.say("outings-told", to=boss, slot=f"outing:{outing.id}", **facts)
    returns.plan(turn, outing, bound=bound)
    turn.note(f"outing:{outing.id}", status=outing.status, late=outing.declared_late, stops=len(stops))
    return bosses


async def tell_boss(turn: Turn, key: str, **facts: Any) -> list[Person]:
    """Tell whoever hears about the person of this turn one thing; nobody where nobody can be told."""
    boss = await hearers.who_hears(turn.db, turn.me, turn.units, turn.policy, turn.now)
    if boss is None:
        return []
    turn.say(key, to=boss, name=turn.me.name, **facts)
    return [boss]


def told_line(heard_by: Sequence[Person]) -> Line:
    """Who was told, or honestly that nobody could be."""
    if not heard_by:
        return Line("outings-nobody-told")
    return Line("outings-told-to", name="、".join(each.name for each in heard_by))


# ---------------------------------------------------------------- an outing in words


def facts_of(
    turn: Turn, person: Person, outing: Outing, stops: Sequence[Stop], clients: Mapping[int, Client]
) -> dict[str, Any]:
    """What the register says about an outing, ready for a sentence."""
    starts, zone = outing.departed_at or outing.depart_at, turn.zone_of(outing.unit_id)
    return {
        "name": person.name,
        "legs": lines_of(stops, clients, turn.policy_of(outing.unit_id)),
        "depart": at_line(starts, day_of(turn.now, zone), zone) if starts else Line("outings-after-consent"),
        "back": outing.extended_to or outing.return_by,
        "reason": Line("outings-because", reason=outing.extension_reason) if outing.extension_reason else "",
        "late": Line("outings-late-mark") if outing.declared_late else "",
    }


def card(
    turn: Turn,
    outing: Outing,
    stops: Sequence[Stop],
    clients: Mapping[int, Client],
    heard_by: Sequence[Person],
    person: Person | None = None,
) -> Shown:
    """The RM's own card of an outing that was told, with what can be done about it."""
    facts = facts_of(turn, person or turn.me, outing, stops, clients)
    told = told_line(heard_by)
    return f"outings-card-{outing.status}", rows_of(outing), {**facts, "told": told}


def rows_of(outing: Outing) -> list[list[Choice]]:
    """What the RM can do about an outing, as buttons."""
    if not outing.is_open:
        return []
    rows = [
        [Choice("outings-change", Change(outing_id=outing.id)), Choice("outings-cancel", Cancel(outing_id=outing.id))]
    ]
    if outing.status is OutingStatus.DECLARED:
        rows.insert(0, [Choice("outings-depart", Depart(outing_id=outing.id))])
    if outing.status is OutingStatus.OUT:
        rows.append([Choice("outings-back", Back(outing_id=outing.id))])
    return rows


def consent_rows(outing: Outing) -> list[list[Choice]]:
    return [
        [
            Choice("outings-agree", Agree(outing_id=outing.id)),
            Choice("outings-decline", Decline(outing_id=outing.id)),
        ]
    ]


# ---------------------------------------------------------------- finding one


async def mine(turn: Turn, outing_id: int) -> Outing:
    """The person's own outing of a button; anybody else's is none of theirs."""
    outing = await store.by_id(turn.db, outing_id)
    if outing is None or outing.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return outing


async def current(turn: Turn) -> Outing | None:
    """The outing that the person can mean: the one they are on, else the next one told."""
    open_ = [each for each in await store.open_of(turn.db, turn.me.id) if each.day >= turn.today]
    order = (OutingStatus.OUT, OutingStatus.DECLARED, OutingStatus.WAITING)
    return min(open_, key=lambda each: (each.day, order.index(each.status), each.id), default=None)


async def seen(turn: Turn, outing: Outing) -> tuple[list[Stop], dict[int, Client]]:
    """An outing's stops, and the clients they name."""
    stops = (await store.stops_of(turn.db, [outing.id])).get(outing.id, [])
    return stops, await client_store.clients_by_id(turn.db, [stop.client_id for stop in stops])
