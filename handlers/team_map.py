"""The team on a map without a map service: points and aliases on a plain ground, drawn off the event loop (C21, S-02).

What goes to the drawing is where points lie relative to each other; no coordinate leaves the tables of visits and
places. Only people who are out now are shown, at their last check-in or at the client they are heading for.
"""

from collections.abc import Mapping, Sequence
from math import cos, radians
from typing import Any

from aiogram.types import CallbackQuery

from bot.buttons import Choice
from bot.rules.board import Row, Whereabouts
from bot.rules.datum import Point
from bot.rules.refusal import Refusal
from bot.slow import Tools
from bot.talk import Area
from bot.text import Line, render
from bot.turn import Turn
from handlers import team
from handlers.day_lines import whom
from handlers.team_buttons import Board, Map
from handlers.visit_card import point_of
from storage import clients as client_store, people as people_store
from storage.clients import Client

area = Area("team_map")

MOST = 30  # people on one map; more could not be read on a phone
METRES_A_DEGREE = 111_320.0
SCALES = (100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
NARROWEST = 400.0  # metres; a single point needs some ground around it


@area.taps(Map)
async def draw(query: CallbackQuery, callback_data: Map, turn: Turn) -> None:
    """Ask for the picture; it comes when it is drawn."""
    scene = await team.look(turn, callback_data.unit_id)
    team.watched(turn, callback_data.unit_id)
    out = scene.at("far")[:MOST]
    clients = await client_store.clients_by_id(turn.db, [row.client_id for row in out])
    places = await client_store.places_of(turn.db, list(clients))
    found = {row.person_id: where(scene, row, places) for row in out}
    names = {each.id: each.name for each in scene.people.values()}
    facts = picture(turn, out, found, names, clients, places)
    facts["title"] = words(turn, team.scope_name(turn, callback_data.unit_id))
    turn.later(
        "team_map.drawn",
        name=f"team-map:{turn.me.id}",
        due=turn.now,
        facts=facts,
        person_id=turn.me.id,
        unit_id=callback_data.unit_id,
        shown=sum(each is not None for each in found.values()),
        hidden=sum(each is None for each in found.values()),
    )
    turn.toast("team-map-coming")


async def work(tools: Tools, facts: dict[str, Any], **_rest: Any) -> bytes:
    return await tools.pictures.draw("team_map", facts)


@area.slow(work, lane="paper")
async def drawn(
    turn: Turn, result: bytes | Refusal, person_id: int, unit_id: int, shown: int, hidden: int, **_rest: Any
) -> None:
    """The picture is there; who asked gets it if they may still look."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None or not team.LOOKING & person.roles:
        return
    if isinstance(result, Refusal):
        turn.say(result.key, to=person)
        return
    rows = [[Choice("team-back", Board(unit_id=unit_id, where="far"))]]
    turn.send_photo(
        "team-map-caption",
        data=result,
        name="team.png",
        to=person,
        buttons=rows if shown + hidden else (),
        shown=shown,
        hidden=Line("team-map-hidden", count=hidden) if hidden else "",
    )


def where(scene: team.Scene, row: Row, places: Mapping[int, Sequence[Any]]) -> Point | None:
    """The check-in that lasts, else the client somebody is heading for, else their last check-in of the day."""
    visits = {each.id: each for each in scene.told.visits.get(row.person_id, ())}
    if row.visit_id in visits and (here := point_of(visits[row.visit_id])):
        return here
    if row.client_id is not None and places.get(row.client_id):
        place = places[row.client_id][0]
        return Point(place.latitude, place.longitude)
    return next((here for each in reversed(list(visits.values())) if (here := point_of(each))), None)


def picture(
    turn: Turn,
    rows: Sequence[Row],
    found: Mapping[int, Point | None],
    names: Mapping[int, str],
    clients: Mapping[int, Client],
    places: Mapping[int, Sequence[Any]],
) -> dict[str, Any]:
    """The facts of the drawing, every text in the person's language, every point between 0 and 1."""
    known = {each: Point(some[0].latitude, some[0].longitude) for each, some in places.items() if some}
    points = [*(each for each in found.values() if each), *known.values()]
    frame = Frame(points)
    people = []
    for row in rows:
        here = found[row.person_id]
        if here is not None:
            kind = row.where.value if row.where in (Whereabouts.OVERDUE, Whereabouts.AT_CLIENT) else "out"
            note = words(turn, Line("team-map-since", at=row.since)) if row.since else ""
            people.append({**frame.of(here), "name": names[row.person_id], "kind": kind, "note": note})
    shown = [
        {**frame.of(point), "name": words(turn, whom(turn, clients, row)), "kind": "client"}
        for client_id, point in known.items()
        for row in rows
        if row.client_id == client_id
    ]
    legend = [[kind, words(turn, Line(f"team-map-{kind.replace('_', '-')}"))] for kind in KINDS]
    return {
        "language": turn.language,
        "at": words(turn, Line("team-map-at", at=turn.now)),
        "empty": words(turn, Line("team-map-empty")),
        "people": people,
        "clients": [each for n, each in enumerate(shown) if each not in shown[:n]],
        "legend": legend,
        "scale": scale(turn, frame) if points else None,
    }


KINDS = ("at_client", "out", "overdue", "client")


class Frame:
    """A square of ground that holds all points, north up."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.north = max((each.latitude for each in points), default=0.0)
        self.west = min((each.longitude for each in points), default=0.0)
        south = min((each.latitude for each in points), default=0.0)
        east = max((each.longitude for each in points), default=0.0)
        self.wide = METRES_A_DEGREE * cos(radians((self.north + south) / 2))
        self.side = max((self.north - south) * METRES_A_DEGREE, (east - self.west) * self.wide, NARROWEST)
        self.left = (self.side - (east - self.west) * self.wide) / 2
        self.top = (self.side - (self.north - south) * METRES_A_DEGREE) / 2

    def of(self, point: Point) -> dict[str, float]:
        x = ((point.longitude - self.west) * self.wide + self.left) / self.side
        y = ((self.north - point.latitude) * METRES_A_DEGREE + self.top) / self.side
        return {"x": round(x, 3), "y": round(y, 3)}


def scale(turn: Turn, frame: Frame) -> dict[str, Any]:
    """A length that is about a fifth of the picture, in round metres or kilometres."""
    metres = max((each for each in SCALES if each <= frame.side / 3), default=SCALES[0])
    label = (
        Line("evidence-metres", metres=metres)
        if metres < 1000
        else Line("evidence-kilometres", kilometres=metres // 1000)
    )
    return {"width": metres / frame.side, "label": words(turn, label)}


def words(turn: Turn, said: str | Line) -> str:
    """A line in the person's language, without the markup of a message."""
    if isinstance(said, str):
        return said
    return render(turn.language, said.key, said.facts, zone=turn.zone, html=False)
