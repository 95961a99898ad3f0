"""Questions about clients and their places. Names are only ever sought in a manager's own portfolio (C02, S-02)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.language.clients import Portfolio, portfolio as index_of
from bot.rules.datum import Datum
from bot.rules.places import Origin, Place
from storage.prepared import Prepared, among
from storage.tables import clients, places


@dataclass(frozen=True, slots=True)
class Client:
    """A client as the bot knows them: a code, an alias, and whose they are (C19: no number of theirs is kept)."""

    id: int
    code: str
    alias: str
    segment: str
    tier: str | None
    class_: str | None
    keeper_id: int | None
    unit_id: int | None
    active: bool


CLIENT = select(clients)
KEPT = Prepared(
    CLIENT.where(clients.c.keeper_id == bindparam("person_id"), clients.c.active).order_by(clients.c.code), Client
)
WITHIN = CLIENT.where(clients.c.unit_id.in_(bindparam("unit_ids", expanding=True)), clients.c.active).order_by(
    clients.c.code
)
BY_IDS = CLIENT.where(clients.c.id.in_(bindparam("ids", expanding=True)))
PLACES = Prepared(select(places).where(among(places.c.client_id, "client_ids")).order_by(places.c.id))


async def portfolio(db: AsyncConnection, person_id: int) -> list[Client]:
    """The active clients that a person keeps, by code."""
    return await KEPT.all(db, person_id=person_id)


async def of_units(db: AsyncConnection, unit_ids: Iterable[int]) -> list[Client]:
    """The active clients of these units, by code: what a head or deputy may see."""
    wanted = sorted(set(unit_ids))
    return [client_from(row) for row in await db.execute(WITHIN, {"unit_ids": wanted})] if wanted else []


async def clients_by_id(db: AsyncConnection, ids: Iterable[int | None]) -> dict[int, Client]:
    """These clients, by id, active or not; `None` among the ids (a new lead's) is passed over."""
    wanted = sorted({each for each in ids if each is not None})
    return {row.id: client_from(row) for row in await db.execute(BY_IDS, {"ids": wanted})} if wanted else {}


async def places_of(db: AsyncConnection, client_ids: Iterable[int | None]) -> dict[int, list[Place]]:
    """The known places of these clients, by client id; a client without any is missing."""
    wanted = sorted({each for each in client_ids if each is not None})
    found: dict[int, list[Place]] = {}
    for row in await PLACES.all(db, client_ids=wanted) if wanted else ():
        found.setdefault(row.client_id, []).append(place_from(row))
    return found


def names(portfolio: Sequence[Client]) -> Portfolio:
    """The index that finds these clients in what people say; the same clients give the same index, built once."""
    return index_of(tuple((client.code, client.alias) for client in portfolio))


def client_from(row: Row[Any]) -> Client:
    return Client(**row._mapping)


def place_from(row: Any) -> Place:
    known = {**row._asdict(), "datum": Datum(row.datum), "origin": Origin(row.origin)}
    return Place(**known)
