"""Gatherings of a unit: planned by themselves or called, announced, signed in to, with minutes (A01, M01–M06, D12).

Every unit with people has its training and its weekly meeting planned ahead; the monthly ones are called with a
sentence. All are roll calls. The bot's minutes are a draft for the paper that the bank keeps (M02, C13).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language import dates
from bot.language.intents import is_no
from bot.language.mask import mask
from bot.rules import meetings as rules
from bot.rules.days import day_of
from bot.rules.meetings import Notice
from bot.rules.people import SUPERVISING, Person, reaches
from bot.rules.refusal import Refusal
from bot.rules.reminding import Reminder, Volume
from bot.rules.rollcall import Gathering, Mark, RollCall
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import reminding
from handlers.agenda_buttons import Show as ShowAgenda
from handlers.answers import Answer
from handlers.reminding import Saying
from handlers.rollcall import members, name_of, what_key
from handlers.workdays import calendar_of
from storage import people as people_store, rollcalls as store

area = Area("meetings")

AGAIN = timedelta(hours=6)
USUAL = timedelta(hours=1)
BACK, AHEAD = timedelta(days=31), timedelta(days=62)
SHOWN = 8
SLOT = "meetings"


class When(Step, kind="meetings.when"):
    """Which meeting is being called; the answer says when."""

    gathering: str
    merged_with: str | None = None


class Writing(Step, kind="meetings.writing"):
    """The minutes of a meeting are being written."""

    call_id: int


class Call(Button, prefix="meetings.call"):
    gathering: str


class Open(Button, prefix="meetings.card"):
    call_id: int


class Cancel(Button, prefix="meetings.cancel"):
    call_id: int


class Minutes(Button, prefix="meetings.write"):
    call_id: int


class Recorder(Button, prefix="meetings.recorder"):
    call_id: int
    person_id: int = 0  # 0: offer the names


# ---------------------------------------------------------------- by themselves


@area.standing
async def plan(turn: Turn) -> None:
    """What gathers today and tomorrow in every unit that has people, with its jobs; asked again all day."""
    turn.later("meetings.plan", name="meetings.plan", due=turn.now + AGAIN)
    units = [each for each in await people_store.units_with_people(turn.db) if each in turn.units.by_id]
    made: dict[tuple[int, date, Gathering], RollCall] = {}
    for unit_id in units:
        zone, policy = turn.zone_of(unit_id), turn.policy_of(unit_id).rules.meetings
        calendar = calendar_of(turn, unit_id)
        today = day_of(turn.now, zone)
        for day in (today, today + timedelta(days=1), calendar.after(today)):
            for gathering, starts, ends in rules.of_day(day, calendar.is_working(day), policy, zone):
                call = RollCall(id=0, unit_id=unit_id, day=day, gathering=gathering, starts=starts, ends=ends)
                if rules.closes_at(call, policy) > turn.now:
                    made[unit_id, day, gathering] = call
    if not made:
        return
    known = {
        (each.unit_id, each.day, each.gathering): each
        for each in await store.of_units(turn.db, units, min(key[1] for key in made), max(key[1] for key in made))
    }
    # What began before it was ever planned was not asked late: the bot was not there yet.
    fresh = {key: each for key, each in made.items() if key not in known and opens_at(turn, each) > turn.now}
    await store.add_all(turn.db, list(fresh.values()))
    for key, each in made.items():
        if key not in known and key not in fresh:
            continue
        call = known.get(key, each)
        if call.convened_by is None and call.opened_at is None and (call.starts, call.ends) != (each.starts, each.ends):
            call = replace(call, starts=each.starts, ends=each.ends)  # the bank has changed its hours
            await store.save(turn.db, call)
        schedule(turn, call)


def opens_at(turn: Turn, call: RollCall) -> datetime:
    policy = turn.policy_of(call.unit_id).rules.meetings
    return rules.moments(call, policy, turn.zone_of(call.unit_id))[Notice.OPEN]


def schedule(turn: Turn, call: RollCall) -> None:
    """Put down what is to be asked about a gathering; what was asked already is not asked again."""
    zone, policy = turn.zone_of(call.unit_id), turn.policy_of(call.unit_id).rules.meetings
    args = {"unit_id": call.unit_id, "day": call.day.isoformat(), "gathering": call.gathering.value}
    for notice, at in rules.moments(call, policy, zone).items():
        if notice is Notice.OPEN and call.opened_at is None:
            turn.later("rollcall.ask", name=name_of(call, "open"), due=max(at, turn.now), **args)
        elif notice is Notice.CLOSE and call.closed_at is None:
            turn.later("rollcall.close", name=name_of(call, "close"), due=max(at, turn.now), **args)
        elif notice is Notice.EVENING and at > turn.now:
            turn.later("meetings.announce", name=name_of(call, "evening"), due=at, **args)


@area.job
async def announce(turn: Turn, unit_id: int, day: str, gathering: str) -> None:
    """The evening before: everybody of the unit is told (M01)."""
    call = await store.of_day(turn.db, unit_id, date.fromisoformat(day), Gathering(gathering))
    if call is None or call.cancelled_at is not None or call.starts <= turn.now:
        return
    for each in await members(turn, call):
        if each.telegram_id is not None:
            await reminding.expect(turn, each, "meeting", f"call:{call.id}", turn.sent_at)


def through_quiet(turn: Turn, person: Person) -> bool:
    return turn.policy_of(person.unit_id).meeting.bypass_quiet_hours


@reminding.kind("meeting", Volume.IMPORTANT, bypass=through_quiet)
async def ask(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """A meeting that is still to come."""
    call = await store.by_id(turn.db, int(reminder.about.partition(":")[2]))
    if call is None or call.cancelled_at is not None or call.starts <= turn.now:
        return None
    facts = {"what": Line(what_key(call)), "start": call.starts, "end": call.ends, "merged": merged(call)}
    return Saying("meetings-announced", facts)


# ---------------------------------------------------------------- /meeting


@area.command("meeting")
async def show(message: Message, turn: Turn) -> None:
    """The unit's meetings, past and to come; who leads it may call one."""
    turn.go(None)
    unit_id = unit_of(turn)
    calls = await store.of_units(turn.db, [unit_id], turn.today - BACK, turn.today + AHEAD)
    shown = [each for each in calls if each.gathering is not Gathering.TRAINING or each.day == turn.today][-SHOWN:]
    rows = [
        [Choice("meetings-open", Open(call_id=each.id), what=Line(what_key(each)), start=each.starts)] for each in shown
    ]
    if leads(turn, unit_id):
        offered = [each for each in rules.MONTHLY if each in turn.policy_of(unit_id).rules.meetings.monthly]
        rows += [[Choice("meetings-call", Call(gathering=each.value), what=kind_line(each))] for each in offered]
    missing = rules.not_held(calls, turn.policy_of(unit_id).rules.meetings, turn.today)
    turn.say(
        "meetings-list",
        slot=SLOT,
        buttons=rows,
        unit=turn.units.by_id[unit_id].name,
        lines=[Line("meetings-not-held", what=kind_line(each)) for each in missing] or "",
    )


@area.taps(Open)
async def card(query: CallbackQuery, callback_data: Open, turn: Turn) -> None:
    await show_card(turn, await theirs(turn, callback_data.call_id))


async def show_card(turn: Turn, call: RollCall) -> None:
    """One meeting: who signed in, and its minutes."""
    answers = (await store.answers_of(turn.db, [call.id]))[call.id]
    here = [each for each, told in answers.items() if told.said_at is not None]
    people = await people_store.by_ids(turn.db, [*here, call.recorder_id or 0])
    late = sum(told.mark is Mark.LATE for told in answers.values())
    recorder = people.get(call.recorder_id or 0)
    rows = []
    if may_write(turn, call) and call.starts <= turn.now:
        rows.append([Choice("meetings-write", Minutes(call_id=call.id))])
    if leads(turn, call.unit_id):
        rows.append([Choice("meetings-recorder", Recorder(call_id=call.id))])
        rows.append([Choice("agendas-offer", ShowAgenda(call_id=call.id))])
        if call.starts > turn.now and call.convened_by is not None:
            rows.append([Choice("meetings-cancel", Cancel(call_id=call.id))])
    turn.edit(
        SLOT,
        "meetings-card",
        buttons=rows,
        what=Line(what_key(call)),
        merged=merged(call),
        start=call.starts,
        end=call.ends,
        here=len(here),
        late=late,
        names=", ".join(people[each].name for each in here if each in people) or "—",
        recorder=recorder.name if recorder else "—",
        minutes=call.minutes or Line("meetings-no-minutes"),
    )


# ---------------------------------------------------------------- calling one


@area.taps(Call)
async def call(query: CallbackQuery, callback_data: Call, turn: Turn) -> None:
    """A monthly meeting: when? (M04–M06)"""
    gathering = next((each for each in rules.MONTHLY if each.value == callback_data.gathering), None)
    if gathering is None or not leads(turn, unit_of(turn)):
        raise Refusal("turn-button-over")
    turn.go(When(gathering=gathering.value))
    turn.say("meetings-when", what=kind_line(gathering))


@area.hears(Answer(When))
async def when(message: Message, turn: Turn, step: When) -> None:
    """Its hour, in words; an hour long where no end is said."""
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("meetings-dropped")
        return
    unit_id, gathering = unit_of(turn), Gathering(step.gathering)
    zone = turn.zone_of(unit_id)
    said = hours_of(turn, text)
    if said is None:
        turn.say("meetings-when-unclear", what=kind_line(gathering))
        return
    starts, ends = said
    day = day_of(starts, zone)
    existing = await store.of_units(turn.db, [unit_id], day, day)
    weekly = [each for each in existing if each.gathering is Gathering.WEEKLY and each.starts <= starts < each.ends]
    together = Gathering.WEEKLY if weekly else None  # M05: held with the weekly one
    others = [each for each in existing if each not in weekly]
    meant = rules.call_together(gathering, unit_id, starts, ends, turn.me.id, turn.now, zone, others, together)
    kept = await store.add(turn.db, meant)
    if kept.cancelled_at is not None or kept.starts != meant.starts:
        if kept.cancelled_at is None:
            raise Refusal("meetings-already", at=kept.starts)
        kept = replace(meant, id=kept.id)
        await store.save(turn.db, kept)
    turn.go(None)
    turn.note(f"rollcall:{kept.id}", gathering=kept.gathering, called=True)
    schedule(turn, kept)
    turn.say(
        "meetings-called",
        slot=f"call:{kept.id}:called",
        buttons=[[Choice("meetings-cancel", Cancel(call_id=kept.id))]],
        what=kind_line(gathering),
        merged=merged(kept),
        start=kept.starts,
        end=kept.ends,
    )


def hours_of(turn: Turn, text: str) -> tuple[datetime, datetime] | None:
    """From when to when words say that something is held (UTC); None where they name no hour."""
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    spans = dates.read(text, local, turn.language)
    said = next((each for each in spans if each.start and each.grain in ("hour", "minute", "range")), None)
    if said is None or said.start is None:
        return None
    starts = said.start.replace(tzinfo=turn.zone)
    ends = said.end.replace(tzinfo=turn.zone) if said.end and said.end > said.start else starts + USUAL
    return starts.astimezone(turn.now.tzinfo), ends.astimezone(turn.now.tzinfo)


@area.taps(Cancel)
async def cancel(query: CallbackQuery, callback_data: Cancel, turn: Turn) -> None:
    """A called meeting that is not held after all; those who were told hear it."""
    found = await theirs(turn, callback_data.call_id)
    if not leads(turn, found.unit_id) or found.convened_by is None:
        raise Refusal("meetings-not-yours")
    if found.cancelled_at is not None or found.starts <= turn.now:
        raise Refusal("meetings-over", at=found.starts)
    await store.save(turn.db, replace(found, cancelled_at=turn.now))
    turn.note(f"rollcall:{found.id}", cancelled=True)
    what = Line(what_key(found))
    turn.edit(f"call:{found.id}:called", "meetings-cancelled", what=what, start=found.starts)
    for each in await members(turn, found):
        if each.telegram_id is not None and each.id != turn.me.id:
            turn.say("meetings-cancelled", to=each, what=what, start=found.starts)


# ---------------------------------------------------------------- minutes


@area.taps(Recorder)
async def recorder(query: CallbackQuery, callback_data: Recorder, turn: Turn) -> None:
    """A named person keeps the minutes (M02)."""
    found = await theirs(turn, callback_data.call_id)
    if not leads(turn, found.unit_id):
        raise Refusal("meetings-not-yours")
    people = {each.id: each for each in await members(turn, found)}
    if not callback_data.person_id:
        rows = [
            [Choice("meetings-name", Recorder(call_id=found.id, person_id=each.id), name=each.name)]
            for each in people.values()
        ]
        turn.edit(SLOT, "meetings-who-records", buttons=rows, what=Line(what_key(found)), start=found.starts)
        return
    chosen = people.get(callback_data.person_id)
    if chosen is None:
        raise Refusal("turn-button-over")
    await store.save(turn.db, replace(found, recorder_id=chosen.id))
    turn.note(f"rollcall:{found.id}", recorder=chosen.id)
    turn.say("meetings-you-record", to=chosen, what=Line(what_key(found)), start=found.starts)
    await show_card(turn, replace(found, recorder_id=chosen.id))


@area.taps(Minutes)
async def write(query: CallbackQuery, callback_data: Minutes, turn: Turn) -> None:
    found = await theirs(turn, callback_data.call_id)
    if not may_write(turn, found):
        raise Refusal("meetings-not-recorder")
    turn.go(Writing(call_id=found.id))
    turn.say("meetings-write-now", what=Line(what_key(found)), start=found.starts)


@area.hears(Answer(Writing))
async def written(message: Message, turn: Turn, step: Writing) -> None:
    """The minutes, masked; said again they replace the earlier ones."""
    found = await theirs(turn, step.call_id)
    masked = mask(message.text or "", turn.policy.confidentiality.mask_digit_runs_from)
    policy = turn.policy_of(found.unit_id).rules.meetings
    words = rules.keep_minutes(found, turn.me.id, masked.text, leads(turn, found.unit_id), policy)
    if masked.found:
        turn.say("words-masked")
    await store.save(turn.db, replace(found, minutes=words, minutes_at=turn.now))
    turn.go(None)
    turn.note(f"rollcall:{found.id}", minutes=len(words))
    turn.say("meetings-minutes-kept", what=Line(what_key(found)), start=found.starts)


# ---------------------------------------------------------------- small things


async def theirs(turn: Turn, call_id: int) -> RollCall:
    """A gathering of the person's own unit, or of one they lead."""
    found = await store.by_id(turn.db, call_id)
    if found is None or (found.unit_id != turn.me.unit_id and not leads(turn, found.unit_id)):
        raise Refusal("turn-button-over")
    return found


def unit_of(turn: Turn) -> int:
    """The unit whose meetings the person sees: the one they head, else their own."""
    headed = [each.id for each in turn.units.by_id.values() if each.head_id == turn.me.id]
    return turn.me.unit_id if turn.me.unit_id in headed or not headed else headed[0]


def leads(turn: Turn, unit_id: int) -> bool:
    return reaches(turn.me, unit_id, turn.units, SUPERVISING)


def may_write(turn: Turn, found: RollCall) -> bool:
    return turn.me.id in (found.recorder_id, found.convened_by) or leads(turn, found.unit_id)


def kind_line(gathering: Gathering) -> Line:
    return Line(f"rollcall-of-{gathering.value.replace('_', '-')}")


def merged(found: RollCall) -> Line | str:
    return Line("meetings-merged", other=kind_line(found.merged_with)) if found.merged_with else ""
