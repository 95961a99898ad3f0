"""Leaving a client: the check-out, "have you left?" when a live location says so, and check-outs that were forgotten.

A forgotten check-out is asked about, at once where the RM is seen elsewhere and else on the next working morning, and
what is answered is stored as corrected (C12), never in silence. It stands in nobody's way meanwhile.
"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language import stays
from bot.rules import track as tracks, visits as rules
from bot.rules.days import day_of, moment
from bot.rules.outings import StopState
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.rules.visits import LeftHow, Visit, answer as answered
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import records
from handlers.answers import Answer
from handlers.people import home_keyboard
from handlers.visit_card import client_of, name_of, person_of, tell
from handlers.workdays import calendar_of
from storage import outings as outings_store, visits as store
from storage.clients import clients_by_id, places_of

area = Area("departures")


class Gone(Button, prefix="departures.gone"):
    """The RM agrees to have left; `at` in minutes since 1970 (UTC), 0: just now."""

    visit_id: int
    at: int = 0


class Still(Button, prefix="departures.still"):
    visit_id: int


class LeftAt(Button, prefix="departures.answer"):
    """One of the likely times; `at` in minutes since 1970 (UTC)."""

    visit_id: int
    at: int


class OtherTime(Button, prefix="departures.other_time"):
    visit_id: int


class AskTime(Step, kind="departures.ask_time"):
    visit_id: int


# ---------------------------------------------------------------- checking out


@area.command("left")
@area.caption("menu-leave")
async def leave(message: Message, turn: Turn) -> None:
    """Check out of the visit that lasts (5.3)."""
    await leave_by_words(turn, message.text or "")


async def leave_by_words(turn: Turn, text: str) -> None:
    """Check out as of when the phone said so. Yesterday's open visit is never the one that is left now."""
    if turn.step is not None:
        turn.go(None)
    today = day_of(turn.sent_at, turn.zone)
    visits = await store.around(turn.db, turn.me.id, today)
    here = rules.open_now(visits, today)
    if here is not None:
        await end(turn, here, turn.sent_at)
        return
    turn.say("departures-not-at-client", keyboard=home_keyboard(turn.me))
    for visit in rules.forgotten(visits, today):
        await ask_when_left(turn, visit)


async def end(turn: Turn, visit: Visit, at: datetime, how: LeftHow = LeftHow.SAID, *, recorded: bool = False) -> Visit:
    """Write down that the RM left; then say where the outing leads next, and what is owed unless it is `recorded`."""
    left = rules.leave(visit, at, how)
    await store.save(turn.db, visit, left)
    settled(turn, left)
    client = await client_of(turn, left)
    turn.note(f"visit:{left.id}", left=left.left_how, minutes=int((at - left.arrived_at) / timedelta(minutes=1)))
    turn.say(
        "departures-left",
        keyboard=home_keyboard(turn.me),
        client=name_of(turn, client, left.lead),
        arrived=left.arrived_at,
        at=at,
        minutes=at - left.arrived_at,
        lines=[*await what_next(turn, left), *([] if recorded else [Line("departures-record-owed")])],
    )
    await tell(turn, left, client, edit=True)
    if not recorded:
        await records.ask(turn, left)
    return left


async def what_next(turn: Turn, visit: Visit) -> list[Line]:
    """The next client of the same outing, or that there is none."""
    stops = (await outings_store.stops_of(turn.db, [visit.outing_id])).get(visit.outing_id, [])
    ahead = next((stop for stop in stops if stop.state is StopState.PLANNED), None)
    if ahead is None:
        return [Line("departures-no-more")]
    client = (await clients_by_id(turn.db, [ahead.client_id])).get(ahead.client_id or 0)
    return [Line("departures-next", client=name_of(turn, client, ahead.lead))]


def settled(turn: Turn, visit: Visit) -> None:
    """Nothing more is to be asked about the end of this visit."""
    turn.forget(f"visit:{visit.id}:forgotten")
    turn.forget(f"visit:{visit.id}:live")


# ---------------------------------------------------------------- when the live location says so


async def ask_gone(turn: Turn, visit: Visit, at: datetime | None) -> None:
    """Ask once whether the RM has left: at `at`, where the track moved off, or now that the share is over."""
    to = await person_of(turn, visit)
    minute = int(at.timestamp()) // 60 if at else 0
    turn.say(
        "departures-moved-off" if at else "departures-share-over",
        to=to,
        slot=f"visit:{visit.id}:gone",
        buttons=[
            [
                Choice("departures-gone-at", Gone(visit_id=visit.id, at=minute), at=at)
                if at
                else Choice("departures-gone", Gone(visit_id=visit.id)),
                Choice("departures-still", Still(visit_id=visit.id)),
            ]
        ],
        client=name_of(turn, await client_of(turn, visit), visit.lead),
        at=at,
    )


@area.taps(Gone)
async def gone(query: CallbackQuery, callback_data: Gone, turn: Turn) -> None:
    """Yes, left. On a later day "just now" can't be what is meant, so the time is asked."""
    visit = await mine(turn, callback_data.visit_id)
    if visit.left_at is None and not callback_data.at and visit.day != turn.today:
        await ask_when_left(turn, visit)
        return
    at = moment_of(callback_data.at) if callback_data.at else turn.now
    if at > turn.now:
        raise Refusal("turn-button-over")
    await end(turn, visit, max(at, visit.arrived_at), LeftHow.LIVE if callback_data.at else LeftHow.SAID)


@area.taps(Still)
async def still(query: CallbackQuery, callback_data: Still, turn: Turn) -> None:
    """No, still there: nothing changes, and the question is not asked again."""
    visit = await mine(turn, callback_data.visit_id)
    if visit.left_at is not None:
        raise Refusal("visits-already-left", at=visit.left_at)
    turn.edit(
        f"visit:{visit.id}:gone",
        "departures-stays",
        client=name_of(turn, await client_of(turn, visit), visit.lead),
    )


# ---------------------------------------------------------------- a forgotten check-out


@area.job
async def forgotten(turn: Turn, visit_id: int) -> None:
    """The next working morning: ask when the RM left, if nobody has said so meanwhile."""
    visit = await store.by_id(turn.db, visit_id)
    if visit is None or rules.ask_forgotten(visit, day_of(turn.now, turn.zone_of(visit.unit_id))) is None:
        return
    await ask_when_left(turn, visit)


def ask_later(turn: Turn, visit: Visit) -> None:
    """Have the question asked on the next working morning, when nobody sleeps any more."""
    due = morning_after(turn, visit.day)
    if due <= turn.now:  # the check-in itself came a day late
        due = morning_after(turn, turn.today)
    turn.later("departures.forgotten", name=f"visit:{visit.id}:forgotten", due=due, visit_id=visit.id)


def morning_after(turn: Turn, day: date) -> datetime:
    """When work starts on the person's first working day after a day (A01), but never in the quiet hours."""
    figures = turn.policy.calendar
    works = calendar_of(turn, turn.me.unit_id).after(day)
    return moment(works, max(figures.work_start, figures.quiet_to), turn.zone)


async def ask_when_left(turn: Turn, visit: Visit) -> None:
    """Ask when the RM left, with likely times as buttons; any other time can be typed."""
    person = await person_of(turn, visit)
    if person is None:
        return
    times = await likely(turn, visit, person)
    choices = [
        Choice(
            f"departures-at-{each.source.replace('_', '-')}",
            LeftAt(visit_id=visit.id, at=minutes_of(each.at)),
            at=each.at,
        )
        for each in times
    ]
    turn.say(
        "visits-when-left",
        to=person,
        slot=f"visit:{visit.id}:when",
        buttons=[[each] for each in choices] + [[Choice("departures-other-time", OtherTime(visit_id=visit.id))]],
        client=name_of(turn, await client_of(turn, visit), visit.lead),
        arrived=visit.arrived_at,
    )


async def likely(turn: Turn, visit: Visit, person: Person) -> tuple[rules.LikelyTime, ...]:
    """Times to offer, from the live location, the next arrival, the return and the RM's usual stay."""
    policy = turn.policy_of(visit.unit_id).rules
    bound, next_arrival, returned_at = await bounds(turn, visit)
    trail = await store.track(turn.db, visit.id)
    live_end = None
    if len(trail) > 1:
        places = (await places_of(turn.db, [visit.client_id])).get(visit.client_id or 0, [])
        live_end = tracks.left_by_track(trail, places, policy.evidence) or trail[-1].at
    usual = rules.usual_stay(await store.latest_ended(turn.db, person.id))
    return rules.likely_departures(visit, live_end, next_arrival, returned_at, usual, bound, policy.visits)


async def bounds(turn: Turn, visit: Visit) -> tuple[datetime, datetime | None, datetime | None]:
    """The latest the RM can have left; and their next arrival and return, where there are any."""
    day = await store.of_people_on(turn.db, [visit.person_id], visit.day)
    outing = await outings_store.by_id(turn.db, visit.outing_id)
    returned_at = outing.returned_at if outing else None
    latest = rules.latest_departure(visit, day, returned_at, turn.zone_of(visit.unit_id))
    arrivals = [each.arrived_at for each in day if each.id != visit.id and each.arrived_at > visit.arrived_at]
    return min(latest, turn.now), min(arrivals, default=None), returned_at


@area.taps(LeftAt)
async def answer(query: CallbackQuery, callback_data: LeftAt, turn: Turn) -> None:
    """One of the likely times was it."""
    await correct(turn, await mine(turn, callback_data.visit_id), moment_of(callback_data.at))


@area.taps(OtherTime)
async def other_time(query: CallbackQuery, callback_data: OtherTime, turn: Turn) -> None:
    visit = await mine(turn, callback_data.visit_id)
    if visit.left_at is not None:
        raise Refusal("visits-already-left", at=visit.left_at)
    turn.go(AskTime(visit_id=visit.id))
    turn.say("departures-ask-time", client=name_of(turn, await client_of(turn, visit), visit.lead))


@area.hears(Answer(AskTime))
async def typed_time(message: Message, step: AskTime, turn: Turn) -> None:
    """The time in words: 四点半, 16:30, 待了四十分钟."""
    visit = await mine(turn, step.visit_id)
    at = time_in(message.text or "", visit, turn.zone)
    if at is None:
        raise Refusal("departures-time-unclear")
    await correct(turn, visit, at)
    turn.go(None)


async def time_by_words(turn: Turn, text: str) -> bool:
    """Take a bare time as the answer for the one visit whose check-out was forgotten; False where that is not so."""
    visits = await store.open_of(turn.db, turn.me.id)
    waiting = rules.forgotten(visits, turn.today)
    if len(waiting) != 1 or not stays.is_bare(text, waiting[0].arrived_at.astimezone(turn.zone)):
        return False
    at = time_in(text, waiting[0], turn.zone)
    if at is None:
        return False
    await correct(turn, waiting[0], at)
    return True


async def correct(turn: Turn, visit: Visit, at: datetime) -> None:
    """Store when the RM left, said afterwards and marked so (C12)."""
    bound, _, _ = await bounds(turn, visit)
    left = answered(visit, at, bound, turn.policy.rules.visits, turn.now)
    await store.save(turn.db, visit, left)
    settled(turn, left)
    client = await client_of(turn, left)
    turn.note(f"visit:{left.id}", left=left.left_how, minutes=int((at - left.arrived_at) / timedelta(minutes=1)))
    turn.edit(
        f"visit:{left.id}:when",
        "departures-corrected",
        client=name_of(turn, client, left.lead),
        arrived=left.arrived_at,
        at=at,
        minutes=at - left.arrived_at,
    )
    await tell(turn, left, client, edit=True)


def time_in(text: str, visit: Visit, zone: ZoneInfo) -> datetime | None:
    """The moment (UTC) that words mean as the end of a visit."""
    at = stays.moment(text, visit.arrived_at.astimezone(zone))
    return at.astimezone(UTC) if at else None


# ---------------------------------------------------------------- small things


async def mine(turn: Turn, visit_id: int) -> Visit:
    """The person's own visit; somebody else's number in a button gets no more than any other wrong button."""
    visit = await store.by_id(turn.db, visit_id)
    if visit is None or visit.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return visit


def minutes_of(at: datetime) -> int:
    return int(at.timestamp()) // 60


def moment_of(minutes: int) -> datetime:
    """Minutes since 1970 as a moment; a figure nobody drew is a button of nobody."""
    try:
        return datetime.fromtimestamp(minutes * 60, UTC)
    except (ValueError, OverflowError, OSError):
        raise Refusal("turn-button-over") from None
