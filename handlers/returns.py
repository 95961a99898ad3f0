"""Coming back: the reminder, the extension, the one list at the hour, a return that was forgotten (A05, A06).

Every question has a name, so that a restart, a second outing or a change of policy never asks twice; and a question
asked late asks its rule again, so that nothing is said about what is over.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import dates
from bot.rules import amendments as extending, outings as rules, returns as hours
from bot.rules.days import day_of, moment
from bot.rules.outings import Outing, OutingStatus
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.rules.reminding import Reminder, Volume
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import not_back, owing, reminding
from handlers.answers import Answer
from handlers.outing_buttons import Back, CameBack, CameBackOther, Extend, ExtendOther, Look
from handlers.reminding import Saying
from handlers.workdays import calendar_of
from storage import duty as duty_store, outings as store, people

area = Area("returns")

REASONS = ("returns-why-talking", "returns-why-road", "returns-why-papers")
TRAVEL = timedelta(minutes=20)
LONGEST_TIME = 16  # of what may be a time and nothing else


class Remembering(Step, kind="returns.remembering"):
    """When the RM came back from an outing of an earlier day."""

    outing_id: int


# ---------------------------------------------------------------- coming back


@area.command("back")
@area.caption("menu-back")
async def back(message: Message, turn: Turn) -> None:
    """Back in the department."""
    await come_back(turn)


async def by_words(turn: Turn, text: str) -> None:
    """ "我回来了" """
    await come_back(turn)


@area.taps(Back)
async def tap_back(query: CallbackQuery, callback_data: Back, turn: Turn) -> None:
    """The same by a button under a reminder."""
    await come_back(turn, callback_data.outing_id)


async def come_back(turn: Turn, outing_id: int | None = None) -> None:
    """Close today's outing, ask about what is still open, and say what is still owed."""
    open_ = await store.open_of(turn.db, turn.me.id)
    here = [each for each in open_ if outing_id in (None, each.id) and each.status is OutingStatus.OUT]
    outing = next((each for each in here if each.day == turn.today), None)
    earlier = next((each for each in here if each.day < turn.today), None)
    turn.go(None)
    if outing is None and earlier is not None:
        await ask_when(turn, earlier, turn.me)
        return
    if outing is None:
        outing = next((each for each in open_ if each.day == turn.today and outing_id in (None, each.id)), None)
    if outing is None:
        done = await store.by_id(turn.db, outing_id) if outing_id else None
        if done is not None and done.person_id == turn.me.id:
            rules.come_back(done, turn.sent_at)  # says what it is now
        raise Refusal("outings-not-out")
    await close(turn, outing, turn.sent_at)


async def close(turn: Turn, outing: Outing, at: datetime, *, corrected: bool = False) -> None:
    """Write the return down, and let everything that waited for it know."""
    returned = rules.come_back(outing, at, corrected_at=turn.now if corrected else None)
    if not await store.save(turn.db, returned, outing):
        raise Refusal("turn-button-over")
    for question in ("leave", "return", "forgotten"):
        turn.forget(f"outing:{outing.id}:{question}")
    turn.note(f"outing:{outing.id}", status=returned.status, corrected=corrected)
    key = "returns-corrected" if corrected else "returns-back"
    left = returned.departed_at or at
    turn.say(key, left=left, at=at, span=span_line(at - left), owed=await owing.lines_of(turn))
    await owing.ask_open_visits(turn, returned)
    bound = await is_bound(turn, turn.me, outing)
    if not corrected and not_back.is_listed(turn, outing, bound=bound):
        await not_back.refresh(turn, turn.me)


def span_line(span: timedelta) -> Line:
    minutes = int(span.total_seconds() // 60)
    return Line("returns-span", hours=minutes // 60, minutes=minutes % 60)


# ---------------------------------------------------------------- what is asked later


def plan(turn: Turn, outing: Outing, *, bound: bool) -> None:
    """Put down what is to be asked about an outing later. The same names again replace the earlier questions."""
    if outing.status not in (OutingStatus.DECLARED, OutingStatus.OUT):
        return
    policy, zone = turn.policy_of(outing.unit_id), turn.zone_of(outing.unit_id)
    figures = policy.rules.outings
    if outing.status is OutingStatus.DECLARED and outing.depart_at is not None:
        turn.later("returns.leaving", name=f"outing:{outing.id}:leave", due=outing.depart_at, outing_id=outing.id)
    remind = hours.reminder_at(outing, figures, zone, bound)
    due = hours.due_back(outing, figures, zone, bound)
    if remind is not None and due is not None and due > turn.now:
        first = remind if remind > turn.now else due
        turn.later("returns.remind", name=f"outing:{outing.id}:return", due=first, outing_id=outing.id)
        turn.later("returns.late", name=f"not-back:{due.isoformat(timespec='minutes')}", due=due)
    morning = moment(calendar_of(turn, outing.unit_id).after(outing.day), policy.calendar.work_start, zone)
    turn.later("returns.forgotten", name=f"outing:{outing.id}:forgotten", due=morning, outing_id=outing.id)


async def is_bound(turn: Turn, person: Person, outing: Outing) -> bool:
    """Whether the hour of return binds the person of an outing (A06, A11)."""
    on_duty = await duty_store.on_duty(turn.db, person.id, outing.day)
    return hours.bound_to_hour(person.roles, on_duty, turn.policy_of(outing.unit_id).rules.outings)


async def theirs(turn: Turn, outing_id: int) -> tuple[Outing, Person] | None:
    """The outing of a job with its person; none where either is gone."""
    outing = await store.by_id(turn.db, outing_id)
    person = await people.by_id(turn.db, outing.person_id) if outing else None
    return (outing, person) if outing and person else None


@area.job
async def leaving(turn: Turn, outing_id: int) -> None:
    """At the planned departure: the register counts the RM as gone; they can still say that they are not."""
    found = await theirs(turn, outing_id)
    if found is None or hours.ask_departure(found[0], turn.now) is None or found[0].depart_at is None:
        return
    outing, person = found
    left = rules.depart(outing, found[0].depart_at)
    if day_of(turn.now, turn.zone_of(outing.unit_id)) != outing.day or not await store.save(turn.db, left, outing):
        return
    plan(turn, left, bound=await is_bound(turn, person, left))
    turn.note(f"outing:{outing.id}", status=left.status)
    turn.say("returns-left-as-planned", to=person, at=outing.depart_at)


@area.job
async def remind(turn: Turn, outing_id: int) -> None:
    """Before the hour, and at the hour: whether the RM is to be reminded (A05)."""
    found = await theirs(turn, outing_id)
    if found is None:
        return
    outing, person = found
    zone, figures = turn.zone_of(outing.unit_id), turn.policy_of(outing.unit_id).rules.outings
    bound = await is_bound(turn, person, outing)
    key = hours.nag(outing, figures, zone, turn.now, bound)
    due = hours.due_back(outing, figures, zone, bound)
    if due is not None and turn.now < due and outing.status is OutingStatus.OUT:
        again = due if key else hours.reminder_at(outing, figures, zone, bound) or due
        turn.later("returns.remind", name=f"outing:{outing.id}:return", due=again, outing_id=outing.id)
    if key is not None:
        await reminding.expect(turn, person, "return", f"outing:{outing.id}", turn.sent_at)


@reminding.kind("return", Volume.MUST)
async def ask(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """What to say about coming back, if the person is still out."""
    outing = await store.by_id(turn.db, int(reminder.about.partition(":")[2]))
    if outing is None:
        return None
    zone, figures = turn.zone_of(outing.unit_id), turn.policy_of(outing.unit_id).rules.outings
    bound = await is_bound(turn, person, outing)
    key = hours.nag(outing, figures, zone, turn.now, bound)
    if key is None:
        return None
    due = hours.due_back(outing, figures, zone, bound)
    return Saying(key, {"at": due}, extension_rows(turn, outing), f"nag:{outing.id}")


def extension_rows(turn: Turn, outing: Outing) -> list[list[Choice]]:
    """One tap is a later return with its reason; and one says that they are back already."""
    zone, figures = turn.zone_of(outing.unit_id), turn.policy_of(outing.unit_id).rules.outings
    choices = extending.extension_choices(outing, figures, zone, turn.now)
    rows = [
        [
            Choice(
                "returns-extend",
                Extend(outing_id=outing.id, minute=minute_of(choices[0], zone), reason=index),
                at=choices[0],
                why=Line(key),
            )
        ]
        for index, key in enumerate(REASONS)
        if choices
    ]
    if choices:
        rows.append([Choice("returns-extend-other", ExtendOther(outing_id=outing.id))])
    return [*rows, [Choice("outings-back", Back(outing_id=outing.id))]]


@area.job
async def late(turn: Turn) -> None:
    """At an hour of return: one list for each supervisor of all who are not back (A05)."""
    await not_back.say_lists(turn)


@area.taps(Look)
async def look(query: CallbackQuery, turn: Turn) -> None:
    """The list as it is now."""
    await not_back.look(turn)


async def own(turn: Turn, outing_id: int) -> Outing:
    outing = await store.by_id(turn.db, outing_id)
    if outing is None or outing.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return outing


# ---------------------------------------------------------------- a return that was forgotten


@area.job
async def forgotten(turn: Turn, outing_id: int) -> None:
    """The next morning: when did you come back? (C12)"""
    found = await theirs(turn, outing_id)
    if found and hours.ask_return(found[0], day_of(turn.now, turn.zone_of(found[0].unit_id))):
        await ask_when(turn, found[0], found[1])


async def ask_when(turn: Turn, outing: Outing, person: Person) -> None:
    """Ask, with likely times as buttons: after the last visit, as promised, at the hour."""
    zone, figures = turn.zone_of(outing.unit_id), turn.policy_of(outing.unit_id).rules.outings
    last = await store.last_seen(turn.db, outing.id)
    told = [
        last and five_minutes(last + TRAVEL),
        outing.extended_to or outing.return_by,
        hours.due_hour(outing, figures, zone),
    ]
    left = outing.departed_at or outing.declared_at
    likely = sorted({each for each in told if each and (left is None or each > max(left, last or left))})
    buttons = [
        Choice("outings-time", CameBack(outing_id=outing.id, minute=minute_of(each, zone)), at=each) for each in likely
    ]
    rows = [buttons, [Choice("returns-other-time", CameBackOther(outing_id=outing.id))]]
    if turn.person is not None:
        turn.go(Remembering(outing_id=outing.id))
    turn.say(
        "outings-when-back",
        to=person,
        slot=f"when-back:{outing.id}",
        buttons=[row for row in rows if row],
        day=outing.day,
    )


@area.taps(CameBack)
async def came_back(query: CallbackQuery, callback_data: CameBack, turn: Turn) -> None:
    outing = await own(turn, callback_data.outing_id)
    await remembered(turn, outing, moment(outing.day, time(0), turn.zone) + timedelta(minutes=callback_data.minute))
    turn.edit(f"when-back:{outing.id}", "returns-noted")


@area.taps(CameBackOther)
async def came_back_other(query: CallbackQuery, callback_data: CameBackOther, turn: Turn) -> None:
    outing = await own(turn, callback_data.outing_id)
    if outing.status is not OutingStatus.OUT:
        rules.come_back(outing, turn.now)  # says what it is now
    turn.go(Remembering(outing_id=outing.id))
    turn.say("returns-ask-time", day=outing.day)


@area.hears(Answer(Remembering))
async def remembering(message: Message, turn: Turn, step: Remembering) -> None:
    """The time of an earlier day's return, in words."""
    outing = await own(turn, step.outing_id)
    said = time_of_return(turn, outing, message.text or "")
    if said is None:
        turn.say("returns-time-unclear")
        return
    await remembered(turn, outing, said)


async def time_by_words(turn: Turn, text: str) -> bool:
    """A bare time ("五点二十") answers the one return that was forgotten; False where it does not."""
    late = [
        each
        for each in await store.open_of(turn.db, turn.me.id)
        if each.status is OutingStatus.OUT and each.day < turn.today
    ]
    said = time_of_return(turn, late[0], text) if len(late) == 1 and len(text) <= LONGEST_TIME else None
    if said is None:
        return False
    await remembered(turn, late[0], said)
    return True


def time_of_return(turn: Turn, outing: Outing, text: str) -> datetime | None:
    """The moment of the outing's day that words name; None where they name no hour."""
    that_day = moment(outing.day, time(12), turn.zone).astimezone(turn.zone).replace(tzinfo=None)
    spans = dates.read(text, that_day, turn.language)
    said = next((span.start or span.end for span in spans if span.grain in ("hour", "minute", "deadline")), None)
    return moment(outing.day, said.time(), turn.zone) if said else None


async def remembered(turn: Turn, outing: Outing, at: datetime) -> None:
    if at > turn.now:
        raise Refusal("returns-time-ahead")
    await close(turn, outing, at, corrected=outing.day < turn.today)
    turn.go(None)


# ---------------------------------------------------------------- little things


def minute_of(at: datetime, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    return local.hour * 60 + local.minute


def five_minutes(at: datetime) -> datetime:
    return at.replace(minute=at.minute - at.minute % 5, second=0, microsecond=0)
