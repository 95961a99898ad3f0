"""What is done with a line of the list: called, done, put off, not needed; and what of the notices concerns one (A14).

Each tap looks at the list as it is now: a line that has gone meanwhile is said to be gone. What was dealt with stays
away after a restart, for it is a row: a contact, a closed item of the agenda, or a matter put off.
"""

from dataclasses import replace
from datetime import datetime, time, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.intents import is_no
from bot.rules import agenda as agenda_rules, contacts as contact_rules
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.contacts import Channel
from bot.rules.days import day_of, moment
from bot.rules.people import Person
from bot.rules.ranking import Entry, Matter
from bot.rules.refusal import Refusal
from bot.rules.reminding import Reminder, Volume
from bot.talk import Area, Step
from bot.text import render
from bot.turn import Turn
from handlers import reminding
from handlers.answers import Answer, kept
from handlers.briefing_lines import (
    SLOT,
    Concerns,
    Detail,
    Done,
    Later,
    NotNeeded,
    Phone,
    entry_line,
    entry_row,
    show,
)
from handlers.briefing_list import Sheet, about_of, sheet_of
from handlers.reminding import Saying
from handlers.workdays import calendar_of
from storage import (
    agenda as agenda_store,
    briefing as store,
    clients as client_store,
    contacts as contact_store,
    logbook as log_store,
)

area = Area("briefing_taps")

HOURS = (time(10, 30), time(14), time(16, 30))  # of today, to put something off to
REASONS = ("elsewhere", "settled", "mistaken")
FARTHEST = timedelta(days=14)
LONGEST_REASON = 200
AGENDA = frozenset(each.value for each in Sort)


class Until(Button, prefix="briefing_taps.until"):
    """Put off until a moment, in minutes since 1970."""

    about: str
    number: int
    minute: int


class Because(Button, prefix="briefing_taps.because"):
    about: str
    number: int
    reason: int


class Undo(Button, prefix="briefing_taps.undo"):
    contact_id: int


class WhyNot(Step, kind="briefing_taps.why_not"):
    """Why a line is not needed, in the person's own words."""

    about: str
    number: int


async def found(turn: Turn, about: str, number: int) -> tuple[Sheet, Entry] | None:
    """The line that a button is about, as it is now; where it has gone the list is shown anew."""
    sheet = await sheet_of(turn, turn.me, turn.today)
    entry = sheet.entry(about, number)
    if entry is None:
        turn.toast("briefing-gone")
        await show(turn)
        return None
    return sheet, entry


# ---------------------------------------------------------------- done


@area.taps(Phone)
async def phone(query: CallbackQuery, callback_data: Phone, turn: Turn) -> None:
    """Done by phone: writes the contact (V30); what a call does not satisfy comes back tomorrow (V07)."""
    line = await found(turn, "c", callback_data.client_id)
    if line is None:
        return
    sheet, entry = line
    words = render(turn.language, "briefing-phone-words", {}, zone=turn.zone, html=False)
    contact = contact_rules.note(
        turn.me.id,
        turn.me.unit_id,
        callback_data.client_id,
        None,
        Channel.PHONE,
        words,
        turn.policy.rules.contacts,
        turn.zone,
        turn.now,
    )
    contact = await contact_store.add(turn.db, contact)
    for item in calls_of(sheet, entry):
        await agenda_store.save(turn.db, closed(turn, item, ItemStatus.DONE))
    left = (await sheet_of(turn, turn.me, turn.today)).entry("c", callback_data.client_id)
    if left is not None:
        tomorrow = moment(turn.today + timedelta(days=1), time(0), turn.zone)
        refs = [each.ref for each in left.matters]
        await store.set_aside(turn.db, turn.me.id, refs, tomorrow, "phone", turn.now)
    turn.note(f"contact:{contact.id}", channel=contact.channel, left=len(left.matters) if left else 0)
    turn.toast("briefing-phoned-left" if left else "briefing-phoned")
    await show(turn, extra=[[Choice("briefing-undo", Undo(contact_id=contact.id))]])


def calls_of(sheet: Sheet, entry: Entry) -> list[Item]:
    """The calls that the person meant to make to this client."""
    mine = (sheet.items.get(each.source_id) for each in entry.matters if each.reason.value in AGENDA)
    return [each for each in mine if each is not None and each.sort is Sort.CALL and each.client_id == entry.client_id]


@area.taps(Undo)
async def undo(query: CallbackQuery, callback_data: Undo, turn: Turn) -> None:
    """A slip of the thumb: the contact goes, and the line comes back."""
    contact = await contact_store.by_id(turn.db, callback_data.contact_id)
    if contact is None or contact.person_id != turn.me.id or contact.day != turn.today:
        raise Refusal("turn-button-over")
    await contact_store.drop(turn.db, contact.id)
    await store.take_back(turn.db, turn.me.id, contact.at, "phone")
    for item in await agenda_store.between(turn.db, [turn.me.id], turn.today - timedelta(days=60), turn.today):
        if item.closed_at == contact.at and item.client_id == contact.client_id:
            back = replace(item, status=ItemStatus.OPEN, closed_at=None, closed_by=None)
            await agenda_store.save(turn.db, back)
    turn.note(f"contact:{contact.id}", undone=True)
    turn.toast("briefing-undone")
    await show(turn)


@area.taps(Done)
async def done(query: CallbackQuery, callback_data: Done, turn: Turn) -> None:
    """An item of the agenda that has no client: done."""
    line = await found(turn, callback_data.about, callback_data.number)
    if line is None:
        return
    item = item_of(line[0], line[1].matters[0])
    if item is None:
        raise Refusal("turn-button-over")
    await agenda_store.save(turn.db, closed(turn, item, ItemStatus.DONE))
    turn.note(f"agenda:{item.id}", status=ItemStatus.DONE)
    turn.toast("briefing-done-noted")
    await show(turn)


def closed(turn: Turn, item: Item, status: ItemStatus, outcome: str | None = None) -> Item:
    """The item, closed by the person: it is theirs, or that of somebody they stand in for (the list says so)."""
    return replace(agenda_rules.close(item, status, item.person_id, turn.now, outcome), closed_by=turn.me.id)


def item_of(sheet: Sheet, matter: Matter) -> Item | None:
    return sheet.items.get(matter.source_id) if matter.reason.value in AGENDA else None


# ---------------------------------------------------------------- later


@area.taps(Later)
async def later(query: CallbackQuery, callback_data: Later, turn: Turn) -> None:
    """Until when?"""
    line = await found(turn, callback_data.about, callback_data.number)
    if line is None:
        return
    sheet, entry = line
    about, number = about_of(entry)
    calendar = calendar_of(turn, turn.me.unit_id)
    today = [moment(turn.today, hour, turn.zone) for hour in HOURS]
    following = calendar.after(turn.today)
    start = turn.policy.briefing.at
    monday = calendar.after(turn.today + timedelta(days=6 - turn.today.weekday()))
    times = [each for each in today if each > turn.now + timedelta(minutes=20)]
    times += [moment(following, start, turn.zone)]
    if monday != following:
        times.append(moment(monday, start, turn.zone))
    rows = [
        [Choice("briefing-until", Until(about=about, number=number, minute=int(each.timestamp()) // 60), at=each)]
        for each in times
    ]
    rows.append([Choice("briefing-back", Detail(about=about, number=number))])
    clients = await client_store.clients_by_id(turn.db, [entry.client_id])
    turn.edit(SLOT, "briefing-later-when", buttons=rows, line=entry_line(turn, sheet, entry, clients, 1))


@area.taps(Until)
async def until(query: CallbackQuery, callback_data: Until, turn: Turn) -> None:
    """Put off: the line goes, and comes back at its time; today with a word, later with the briefing."""
    line = await found(turn, callback_data.about, callback_data.number)
    if line is None:
        return
    at = datetime.fromtimestamp(callback_data.minute * 60, turn.now.tzinfo)
    if not turn.now < at <= turn.now + FARTHEST:
        raise Refusal("reminding-later-is-past")
    refs = [each.ref for each in line[1].matters]
    await store.set_aside(turn.db, turn.me.id, refs, at, "later", turn.now)
    about, number = about_of(line[1])
    turn.note(f"{about}:{number}", put_off=len(refs))
    if day_of(at, turn.zone) == turn.today:
        await reminding.expect(turn, turn.me, "snoozed", f"{about}:{number}", at)
    turn.toast("briefing-put-off", at=at)
    await show(turn)


@reminding.kind("snoozed", Volume.ALL)
async def again(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """What was put off to an hour of the day, if it is still to be done."""
    about, _, number = reminder.about.partition(":")
    sheet = await sheet_of(turn, person, day_of(turn.now, turn.zone_of(person.unit_id)))
    entry = sheet.entry(about, int(number))
    if entry is None:
        return None
    clients = await client_store.clients_by_id(turn.db, [entry.client_id])
    line = entry_line(turn, sheet, entry, clients, 1)
    return Saying("briefing-again", {"line": line}, [entry_row(entry, 1)], SLOT)


# ---------------------------------------------------------------- not needed


@area.taps(NotNeeded)
async def not_needed(query: CallbackQuery, callback_data: NotNeeded, turn: Turn) -> None:
    """Why not? One of the usual reasons, or words."""
    line = await found(turn, callback_data.about, callback_data.number)
    if line is None:
        return
    about, number = about_of(line[1])
    rows = [
        [Choice(f"briefing-no-{reason}", Because(about=about, number=number, reason=index))]
        for index, reason in enumerate(REASONS)
    ]
    rows.append([Choice("briefing-back", Detail(about=about, number=number))])
    turn.go(WhyNot(about=about, number=number))
    clients = await client_store.clients_by_id(turn.db, [line[1].client_id])
    turn.edit(SLOT, "briefing-why-not", buttons=rows, line=entry_line(turn, line[0], line[1], clients, 1))


@area.taps(Because)
async def because(query: CallbackQuery, callback_data: Because, turn: Turn) -> None:
    if not 0 <= callback_data.reason < len(REASONS):
        raise Refusal("turn-button-over")
    key = f"briefing-no-{REASONS[callback_data.reason]}"
    reason = render(turn.language, key, {}, zone=turn.zone, html=False)
    await drop(turn, callback_data.about, callback_data.number, reason)


@area.hears(Answer(WhyNot))
async def why_not(message: Message, turn: Turn, step: WhyNot) -> None:
    """The reason in words, masked."""
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        await show(turn)
        return
    await drop(turn, step.about, step.number, kept(turn, text, LONGEST_REASON))


async def drop(turn: Turn, about: str, number: int, reason: str) -> None:
    """Items of the agenda are dropped; what the bank's rhythm or calendar wants is set aside until its next day."""
    turn.go(None)
    line = await found(turn, about, number)
    if line is None:
        return
    sheet, entry = line
    for matter in entry.matters:
        if (item := item_of(sheet, matter)) is not None:
            await agenda_store.save(turn.db, closed(turn, item, ItemStatus.DROPPED, reason))
    refs = [each.ref for each in entry.matters]
    await store.set_aside(turn.db, turn.me.id, refs, None, "not_needed", turn.now, reason)
    turn.note(f"{about}:{number}", not_needed=[each.rule for each in entry.matters])
    turn.toast("briefing-dropped")
    await show(turn)


# ---------------------------------------------------------------- notices


@area.taps(Concerns)
async def concerns(query: CallbackQuery, callback_data: Concerns, turn: Turn) -> None:
    """What of the morning concerns me: one tap, and it stands in my log of the day (A14)."""
    notice = await store.notice(turn.db, callback_data.notice_id)
    if notice is None or notice.unit_id not in {each.id for each in turn.units.path(turn.me.unit_id)}:
        raise Refusal("turn-button-over")
    source = f"notice:{notice.id}"
    new = await log_store.add(turn.db, turn.me.id, notice.day, "morning_notes", notice.text, turn.now, source)
    turn.note(f"notice:{notice.id}", concerns=new)
    turn.toast("briefing-concerns-noted" if new else "briefing-concerns-already")
