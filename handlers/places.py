"""Places: a supervisor looks at a visit and accepts where it was, and clients without a known place learn it so.

Nobody accepts their own visit (S-11). Where people were is forgotten after the policy's days (C21).
"""

from datetime import time, timedelta

from aiogram.types import CallbackQuery

from bot.actions import AUDITORS
from bot.rules import visits as rules
from bot.rules.days import day_of, moment
from bot.rules.people import SUPERVISING, Role, reaches
from bot.rules.places import Origin, learn, middle, same_shift
from bot.rules.refusal import Refusal
from bot.rules.visits import Visit
from bot.talk import Area
from bot.turn import Turn
from handlers.visit_card import Accept, Show, client_of, name_of, person_of, show_visit
from storage import visits as store
from storage.clients import places_of

area = Area("places")

NIGHT = time(3, 30)  # local: when points are forgotten


@area.taps(Show)
async def show(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    """A visit with its evidence, for those who supervise the person."""
    visit = await theirs(turn, callback_data.visit_id, SUPERVISING | AUDITORS)
    person = await person_of(turn, visit)
    if person is None:
        raise Refusal("turn-button-over")
    show_visit(
        turn,
        visit,
        await client_of(turn, visit),
        person,
        None if visit.planned else await store.reason_of(turn.db, visit),
        to=turn.me,
        accept=reaches(turn.me, visit.unit_id, turn.units, SUPERVISING),
    )


@area.taps(Accept)
async def accept(query: CallbackQuery, callback_data: Accept, turn: Turn) -> None:
    """Accept where a visit was. From enough of such visits a client without a known place learns it."""
    visit = await theirs(turn, callback_data.visit_id, SUPERVISING)
    accepted = rules.accept(visit, turn.me.id, turn.now)
    if visit.client_id is None:
        raise Refusal("turn-button-over")
    if not await store.accept(turn.db, accepted):
        raise Refusal("places-accepted-meanwhile")
    client = await client_of(turn, visit)
    whom = name_of(turn, client, visit.lead)
    turn.note(f"visit:{visit.id}", accepted=True)
    known = (await places_of(turn.db, [visit.client_id])).get(visit.client_id, [])
    if any(place.origin is Origin.IMPORTED for place in known):
        turn.toast("places-accepted", client=whom)
        await suspect_datum(turn, visit)
    else:
        policy = turn.policy_of(visit.unit_id).rules.places
        seen = await store.sightings(turn.db, visit.client_id)
        place = learn(seen, visit.client_id, policy)
        if place is None:
            turn.toast("places-accepted-so-far", client=whom, count=len(seen), wanted=policy.fewest_visits)
        else:
            await store.learn(turn.db, place)
            turn.note(f"visit:{visit.id}", learned=visit.client_id)
            turn.toast("places-learned", client=whom, count=len(seen))
    person = await person_of(turn, visit)
    if person is not None:
        reason = None if visit.planned else await store.reason_of(turn.db, visit)
        show_visit(turn, accepted, client, person, reason, to=turn.me, edit=True)


async def suspect_datum(turn: Turn, visit: Visit) -> None:
    """Several clients off by one and the same vector: the imported file was most likely in another datum (T39).

    Said when a client joins those suspected, to the supervisor who has just looked; the places stay as they are.
    """
    seen = await store.accepted_of_unit(turn.db, visit.unit_id)
    if visit.client_id is None or len(seen.get(visit.client_id, ())) > 1:
        return
    known = await places_of(turn.db, seen)
    gaps = [(place, middle(points)) for client, points in seen.items() for place in known.get(client, ())[:1]]
    shift = same_shift(gaps, turn.policy_of(visit.unit_id).rules.places)
    if shift is not None and visit.client_id in shift.client_ids:
        turn.note(f"visit:{visit.id}", same_shift=len(shift.client_ids), metres=shift.metres)
        turn.say("places-same-shift", count=len(shift.client_ids), metres=shift.metres)


async def theirs(turn: Turn, visit_id: int, roles: frozenset[Role]) -> Visit:
    """A visit of somebody whom one of these roles of the person covers; one's own is refused by the rule."""
    visit = await store.by_id(turn.db, visit_id)
    if visit is None:
        raise Refusal("turn-button-over")
    if not reaches(turn.me, visit.unit_id, turn.units, roles):
        raise Refusal("places-not-yours")
    return visit


# ---------------------------------------------------------------- forgetting


def blank_later(turn: Turn, visit: Visit) -> None:
    """See to it that the points of this unit are looked at tonight."""
    zone = turn.zone_of(visit.unit_id)
    due = moment(day_of(turn.now, zone) + timedelta(days=1), NIGHT, zone)
    turn.later("places.blank", name=f"unit:{visit.unit_id}:blank", due=due, unit_id=visit.unit_id)


@area.job
async def blank(turn: Turn, unit_id: int) -> None:
    """Forget points older than the policy's days (C21), and look again when the next ones are that old."""
    zone = turn.zone_of(unit_id)
    kept = timedelta(days=turn.policy_of(unit_id).retention_days.location)
    today = day_of(turn.now, zone)
    await store.blank(turn.db, unit_id, today - kept)
    turn.note(f"unit:{unit_id}", points="forgotten")
    oldest = await store.oldest_point(turn.db, unit_id)
    if oldest is not None:
        due = moment(max(oldest + kept, today) + timedelta(days=1), NIGHT, zone)
        turn.later("places.blank", name=f"unit:{unit_id}:blank", due=due, unit_id=unit_id)
