"""Where somebody has arrived: what the plan, the distance and their words say about it. Nothing is decided here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.language.clients import Portfolio
from bot.rules import visits as rules
from bot.rules.datum import Point, distance_m
from bot.rules.days import day_of
from bot.rules.evidence import Fix
from bot.rules.outings import Outing, OutingStatus, Stop, StopState
from bot.rules.places import Place
from bot.rules.visits import Proposal, Visit
from bot.turn import Turn
from handlers import draft
from handlers.visit_card import point_of
from storage import clients as client_store, outings as outings_store, visits as store
from storage.clients import Client

LONGEST_NAME = 60


@dataclass(frozen=True)
class Scene:
    """What the bot knows when somebody arrives."""

    day: date
    outing: Outing | None
    stops: tuple[Stop, ...]
    visits: tuple[Visit, ...]  # of the day, and those without an end of any day
    clients: Mapping[int, Client]  # those the person may name
    others: Mapping[int, Client]  # besides, those of the stops and of open visits
    places: Mapping[int, Sequence[Place]]

    @property
    def here(self) -> Visit | None:
        """The visit that lasts. Yesterday's open one is never it."""
        return rules.open_now(self.visits, self.day)

    @property
    def ahead(self) -> tuple[Stop, ...]:
        return tuple(stop for stop in self.stops if stop.state is StopState.PLANNED)

    def client(self, client_id: int | None) -> Client | None:
        return self.clients.get(client_id or 0) or self.others.get(client_id or 0)

    @property
    def names(self) -> Portfolio:
        return client_store.names(list(self.clients.values()))


async def look(turn: Turn) -> Scene:
    """Look around as of when the phone spoke."""
    day = day_of(turn.sent_at, turn.zone)
    told = [each for each in await outings_store.open_of(turn.db, turn.me.id) if each.day == day]
    told.sort(key=lambda each: (each.status is not OutingStatus.OUT, each.depart_at or each.declared_at or turn.now))
    outing = next(iter(told), None)
    stops = (await outings_store.stops_of(turn.db, [outing.id])).get(outing.id, []) if outing else []
    visits = await store.around(turn.db, turn.me.id, day)
    clients = {each.id: each for each in await draft.clients_of(turn)}
    named = ({each.client_id for each in stops} | {each.client_id for each in visits}) - clients.keys()
    others = await client_store.clients_by_id(turn.db, named)
    known = await client_store.places_of(turn.db, [*clients, *others])
    return Scene(day, outing, tuple(stops), tuple(visits), clients, others, known)


def clear(proposals: Sequence[Proposal], named: int | None, policy: rules.VisitPolicy) -> Proposal | None:
    """The stop that somebody has certainly arrived at: the only planned one close by, or the one the bot named or
    the only one ahead as long as no other place known is closer."""
    ahead = [each for each in proposals if each.stop is not None]
    close = [each for each in proposals if each.distance_m is not None and each.distance_m <= policy.nearby_m]
    if len(close) == 1:
        return close[0] if close[0].stop is not None else None
    expected = next((each for each in ahead if each.stop and each.stop.id == named), None)
    if close:
        return expected if expected in close else None
    if len(ahead) == 1:
        return ahead[0]
    return expected if expected is not None and expected.distance_m is None else None


def belongs_here(
    turn: Turn, scene: Scene, here: Visit, point: Point | None, others: Sequence[Proposal], *, insisting: bool
) -> bool:
    """Whether a location is about the visit that lasts: close to it, or else not close to anything that comes next.

    Somebody who pressed the check-in button again and is away from here has arrived elsewhere.
    """
    policy = turn.policy.rules
    known = [place.point for place in scene.places.get(here.client_id or 0, ())] or [
        each for each in (point_of(here),) if each
    ]
    if point is None or not known:
        return not insisting
    nearest = min(distance_m(point, each) for each in known)
    if any(each.distance_m is not None and each.distance_m < min(nearest, policy.visits.nearby_m) for each in others):
        return False
    return not insisting or nearest <= policy.visits.nearby_m


def is_here(proposal: Proposal, here: Visit) -> bool:
    return (proposal.client_id, proposal.lead) == (here.client_id, here.lead)


def clients_in(scene: Scene, text: str) -> list[Client]:
    """The clients that a text names, in the person's own portfolio; several where a name fits several."""
    by_code = {each.code: each for each in scene.clients.values()}
    mentions = scene.names.mentions(text)
    found = [each for mention in mentions for each in mention.clients if mention.firm or len(mentions) == 1]
    if not found and len(text.strip()) <= LONGEST_NAME:
        hits = scene.names.search(text)
        found = hits if len(hits) <= 1 or is_letters(text) else []
    return [by_code[code] for code in dict.fromkeys(each.code for each in found)]


def is_letters(text: str) -> bool:
    """Whether somebody typed a code or the initials of a name."""
    return text.strip().isascii() and " " not in text.strip()


def stop_for(scene: Scene, client_id: int | None) -> Stop | None:
    """The stop of the outing at which this client is planned, first one still ahead; none when unplanned."""
    fits = [each for each in scene.stops if each.client_id == client_id and each.state is not StopState.DROPPED]
    return min(fits, key=lambda each: each.state is not StopState.PLANNED, default=None) if client_id else None


def proposal_for(scene: Scene, client_id: int, fix: Fix | None) -> Proposal:
    known = scene.places.get(client_id, ())
    away = min((distance_m(fix.point, place.point) for place in known), default=None) if fix else None
    return Proposal(stop_for(scene, client_id), client_id, None, None if away is None else round(away))
