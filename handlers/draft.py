"""What has been told so far of an outing, and what the register still has to be told (A04, A13).

A draft is a value in the conversation: until it is confirmed nobody else has been told and nothing is stored.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from bot.language import dates, outing as sentences
from bot.language.clients import Portfolio
from bot.language.leaving import as_meant
from bot.policy import Policy
from bot.rules import outings as rules
from bot.rules.days import day_of, moment
from bot.rules.outings import Field, Outing, OutingPolicy, OutingStatus, Standing, Stop
from bot.rules.people import SUPERVISING, Role
from bot.rules.returns import bound_to_hour
from bot.talk import Step
from bot.text import Line
from bot.turn import Turn
from storage import clients as client_store, duty as duty_store, outings as store
from storage.clients import Client

MORNING, AFTERNOON = time(9), time(14)  # when a trip begins, if only its day or half day was said
NOON = 12
LATEST_BEGIN = 4  # characters before the day: "我明天上午去", not "去鼎盛，他们明天盘点"
LONGEST_MATTER, LONGEST_PLACE, LONGEST_LEAD, LONGEST_REASON = 300, 200, 60, 200


class Leg(BaseModel):
    """One stop, as far as it has been told."""

    model_config = ConfigDict(frozen=True)
    client_id: int | None = None
    lead: str | None = None
    candidates: tuple[int, ...] = ()  # a name that fits several: the person chooses
    matter: str | None = None
    place: str | None = None


class Drafting(Step, kind="outings.drafting"):
    """An outing being told. `asking` is what was asked last: a field, "card", or "lead" for a name nobody knows."""

    number: int
    legs: tuple[Leg, ...] = ()
    depart_at: datetime | None = None
    return_by: datetime | None = None
    reason: str | None = None
    asking: str = "client"
    leg: int = 0
    heard: str | None = None  # a name that fits no client: perhaps a new lead


@dataclass(frozen=True)
class Scene:
    """What the bot knows about somebody who wants to go out."""

    clients: Mapping[int, Client]
    names: Portfolio
    placed: frozenset[int]  # ids of clients with a known place
    labels: Mapping[int, str]  # what that place is called, where it is
    standing: Standing
    policy: OutingPolicy
    zone: ZoneInfo


async def scene_of(turn: Turn) -> Scene:
    """Look around: whose clients, which places, and what else binds the person today."""
    mine = await clients_of(turn)
    places = await client_store.places_of(turn.db, [each.id for each in mine])
    away = await store.absent(turn.db, [turn.me.id], turn.now, turn.now)
    on_duty = await duty_store.on_duty(turn.db, turn.me.id, turn.today)
    policy = policy_for(turn)
    standing = Standing(
        others=tuple(await store.open_of(turn.db, turn.me.id)),
        leave_until=away.get(turn.me.id),
        on_duty=on_duty,
        bound=bound_to_hour(turn.me.roles, on_duty, policy),
    )
    labels = {one: next((place.label for place in known if place.label), "") for one, known in places.items()}
    return Scene(
        {each.id: each for each in mine},
        client_store.names(mine),
        frozenset(places),
        labels,
        standing,
        policy,
        turn.zone,
    )


def policy_for(turn: Turn) -> OutingPolicy:
    """The figures of the person's outings: an information clerk reconciles or fetches papers, and needs no client
    for that (A11)."""
    policy = turn.policy.rules.outings
    if turn.me.roles <= {Role.CLERK}:
        return replace(policy, fields=policy.fields - {Field.CLIENT, Field.PLACE})
    return policy


async def on_its_day(turn: Turn, scene: Scene, draft: Drafting) -> Scene:
    """The scene as it will be at a departure that is still to come: leave and duty are those of that moment."""
    starts = draft.depart_at
    if starts is None or starts <= turn.now:
        return scene
    away = await store.absent(turn.db, [turn.me.id], starts, starts)
    on_duty = await duty_store.on_duty(turn.db, turn.me.id, day_of(starts, scene.zone))
    bound = bound_to_hour(turn.me.roles, on_duty, scene.policy)
    standing = replace(scene.standing, leave_until=away.get(turn.me.id), on_duty=on_duty, bound=bound)
    return replace(scene, standing=standing)


async def clients_of(turn: Turn) -> list[Client]:
    """The clients that a person may name: their own; for those who lead, their units' too (C02)."""
    mine = await client_store.portfolio(turn.db, turn.me.id)
    led = {grant.unit_id for grant in turn.me.grants if grant.role in SUPERVISING}
    if led:
        below = [unit for each in led for unit in turn.units.below(each)]
        own = {client.id for client in mine}
        mine += [client for client in await client_store.of_units(turn.db, below) if client.id not in own]
    return mine


# ---------------------------------------------------------------- a draft as the rules see it


def outing_of(draft: Drafting, turn: Turn) -> Outing:
    """The draft as an outing that nobody else has been told."""
    return Outing(
        id=0,
        person_id=turn.me.id,
        unit_id=turn.me.unit_id,
        day=day_of(draft.depart_at or turn.sent_at, turn.zone),
        status=OutingStatus.PLANNED,
        mode=turn.policy.rules.outings.mode,
        return_by=draft.return_by,
        depart_at=draft.depart_at,
        extension_reason=draft.reason,
    )


def stops_of(draft: Drafting, scene: Scene | None = None) -> list[Stop]:
    """The draft's stops; a client's known place stands where none was said."""
    return [
        Stop(
            id=0,
            outing_id=0,
            position=position,
            client_id=leg.client_id,
            lead=leg.lead,
            matter=leg.matter,
            place=leg.place or (scene.labels.get(leg.client_id or 0) if scene else None) or None,
        )
        for position, leg in enumerate(draft.legs, 1)
    ]


def next_need(draft: Drafting, scene: Scene, turn: Turn) -> tuple[str, int]:
    """What to ask next, and about which leg (from 0): a field's name, or "card" when nothing is missing."""
    for index, leg in enumerate(draft.legs):
        if leg.candidates and leg.client_id is None and leg.lead is None:
            return Field.CLIENT, index
    needs = rules.missing(
        outing_of(draft, turn), stops_of(draft), scene.policy, scene.zone, scene.placed, scene.standing.bound
    )
    return (needs[0].field, (needs[0].position or 1) - 1) if needs else ("card", 0)


# ---------------------------------------------------------------- what a sentence adds


@dataclass(frozen=True)
class Told:
    """What a sentence says about an outing; moments are aware UTC."""

    legs: tuple[Leg, ...] = ()
    matter: str | None = None
    place: str | None = None
    depart_at: datetime | None = None
    return_by: datetime | None = None

    @property
    def nothing(self) -> bool:
        return not (self.legs or self.matter or self.place or self.depart_at or self.return_by)


def told_by(text: str, scene: Scene, at: datetime, language: str) -> Told:
    """What a sentence, said at a moment, tells. Only the clients of the scene are ever recognised (C02)."""
    local = at.astimezone(scene.zone).replace(tzinfo=None)
    said = sentences.read(text, local, scene.names, language)
    ids = {client.code: client.id for client in scene.clients.values()}
    depart, back = as_meant(text, said.depart_at, said.return_at, local)
    if depart is None:
        depart = half_day(text, local, language)
    if depart is None and back is not None and back.date() > local.date():
        # "明天去，十一点回" is tomorrow's: the card shows when it would begin, and a word changes it.
        depart = min(datetime.combine(back.date(), MORNING), back - timedelta(hours=1))
    legs = [Leg(client_id=ids[client.code]) for client in said.clients]
    legs += [Leg(candidates=tuple(ids[client.code] for client in fits)) for fits in said.candidates]
    legs += [Leg(lead=name[:LONGEST_LEAD]) for name in said.new_leads]
    return Told(
        tuple(legs),
        said.matter[:LONGEST_MATTER] if said.matter else None,
        said.place[:LONGEST_PLACE] if said.place else None,
        utc(depart, scene.zone),
        utc(back, scene.zone),
    )


def half_day(text: str, local: datetime, language: str) -> datetime | None:
    """When a trip begins of which only the day or the half day was said first: "明天上午去…", "下午去…"."""
    for span in dates.read(text, local, language):
        if span.start is None or span.begin > LATEST_BEGIN or span.grain not in ("day", "half", "part"):
            continue
        begins = datetime.combine(span.start.date(), AFTERNOON if span.start.hour >= NOON else MORNING)
        return begins if begins > local and span.start > local else None
    return None


def with_told(draft: Drafting, told: Told, *, adding: bool = False) -> Drafting:
    """The draft with what a sentence added or corrected."""
    legs = list(draft.legs)
    if told.legs and adding:
        # One more client is for the matter said of it, else taken to be for the same; the card shows it.
        fresh = [leg for leg in told.legs if whom(leg) not in map(whom, legs)]
        matter = None if told.matter and fresh else legs[0].matter if legs else None
        legs += [leg.model_copy(update={"matter": matter}) for leg in fresh]
    elif told.legs and len(told.legs) == len(legs):
        legs = [
            new.model_copy(update={"matter": old.matter, "place": old.place if whom(old) == whom(new) else None})
            for new, old in zip(told.legs, legs, strict=True)
        ]
    elif told.legs:
        known = {whom(leg): leg for leg in legs}
        matter = legs[0].matter if legs else None
        legs = [known.get(whom(leg)) or leg.model_copy(update={"matter": matter}) for leg in told.legs]
    elif not legs and (told.matter or told.place):
        legs = [Leg()]
    if told.matter:
        legs = spread(legs, "matter", told.matter)
    if told.place:
        legs = spread(legs, "place", told.place)
    moved = told.return_by is not None and told.return_by != draft.return_by
    return draft.model_copy(
        update={
            "legs": tuple(legs),
            "depart_at": told.depart_at or draft.depart_at,
            "return_by": told.return_by or draft.return_by,
            "reason": None if moved else draft.reason,
        }
    )


def spread(legs: Sequence[Leg], field: str, value: str) -> list[Leg]:
    """Say it of every leg that has none yet; of all of them where all have one, which is a correction."""
    bare = [leg for leg in legs if getattr(leg, field) is None]
    return [leg.model_copy(update={field: value}) if leg in bare or not bare else leg for leg in legs]


def with_leg(draft: Drafting, index: int, **told: object) -> Drafting:
    """The draft with one leg told more about; an index beyond the last adds a leg."""
    legs = list(draft.legs)
    while len(legs) <= index:
        legs.append(Leg())
    legs[index] = legs[index].model_copy(update=told)
    return draft.model_copy(update={"legs": tuple(legs), "heard": None})


def utc(local: datetime | None, zone: ZoneInfo) -> datetime | None:
    return local.replace(tzinfo=zone).astimezone(UTC) if local else None


def whom(leg: Leg) -> tuple[int | None, str | None, tuple[int, ...]]:
    return leg.client_id, leg.lead, leg.candidates


# ---------------------------------------------------------------- in words


def name_of(client: Client | None, policy: Policy) -> str | Line:
    """A client as the policy lets us show them: code and alias, or the code alone (S-02)."""
    if client is None:
        return Line("outings-somebody")
    return client.code if policy.confidentiality.show_client == "code" else f"{client.alias} {client.code}"


def whom_line(stop: Stop, clients: Mapping[int, Client], policy: Policy) -> str | Line:
    """Whom a stop is about, in words."""
    if stop.client_id is not None:
        return name_of(clients.get(stop.client_id), policy)
    return Line("outings-lead-name", name=stop.lead) if stop.lead else Line("outings-errand")


def lines_of(stops: Iterable[Stop], clients: Mapping[int, Client], policy: Policy) -> list[Line]:
    """A line for each stop: whom, what for, where."""
    return [
        Line(
            "outings-leg",
            whom=whom_line(stop, clients, policy),
            matter=stop.matter or Line("outings-no-matter"),
            place=stop.place or Line("outings-at-theirs"),
        )
        for stop in stops
        if stop.state is not rules.StopState.DROPPED
    ]


def at_line(at: datetime, today: date, zone: ZoneInfo) -> Line:
    """A time, with its day where that is not today."""
    return Line("outings-at" if day_of(at, zone) == today else "outings-on-day-at", at=at)


def likely_returns(draft: Drafting, scene: Scene, now: datetime) -> list[datetime]:
    """Times to offer as the return: on half hours, before the hour that binds, and that hour itself."""
    starts = max(draft.depart_at or now, now)
    day = day_of(starts, scene.zone)
    hour = moment(day, scene.policy.return_time, scene.zone)
    last = hour if starts < hour - timedelta(minutes=30) else moment(day, scene.policy.latest_return, scene.zone)
    half = timedelta(minutes=30)
    first = starts + half - (starts - moment(day, time(0), scene.zone)) % half
    steps = [first + half * many for many in (1, 2, 3, 5, 7)]
    return sorted({each for each in (*steps, last) if starts < each <= last})
