"""A notice on its way: portions, acknowledgements, one message of progress, stopping, one reminder."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from aiogram.types import CallbackQuery

from bot.buttons import Button, Choice
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import Broadcast, Urgency
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import BULK, Turn
from handlers.visit_card import put
from storage import broadcasts as store, people as people_store

area = Area("notices")

PORTION = 200  # people in one transaction
PAUSE = timedelta(seconds=2)  # between portions, so that a notice can still be stopped
PROGRESS = timedelta(seconds=5)  # the sender's message is changed at most so often
MOST_NAMED = 30


class Read(Button, prefix="notices.read"):
    broadcast_id: int


class Stop(Button, prefix="notices.stop"):
    broadcast_id: int


class Remind(Button, prefix="notices.remind"):
    broadcast_id: int


class Refresh(Button, prefix="notices.refresh"):
    broadcast_id: int


class Unread(Button, prefix="notices.unread"):
    broadcast_id: int


# ---------------------------------------------------------------- leaving


@area.job
async def leave(turn: Turn, broadcast_id: int) -> None:
    """Hand over the next portion, and come again while somebody is left."""
    notice = await store.by_id(turn.db, broadcast_id)
    if notice is None or notice.cancelled_at is not None:
        return
    waiting = await store.unsaid(turn.db, broadcast_id, PORTION)
    people = await people_store.by_ids(turn.db, waiting)
    await say_portion(turn, notice, people.values())
    sender = await people_store.by_id(turn.db, notice.made_by)
    if len(waiting) == PORTION:
        turn.later("notices.leave", name=f"broadcast:{notice.id}", due=turn.now + PAUSE, broadcast_id=notice.id)
    else:
        notice = replace(notice, finished_at=turn.now)
        await store.save(turn.db, notice, notice)
        look_soon(turn, notice)
    if sender is not None:
        await show_progress(turn, notice, sender, edit=True)


async def say_portion(turn: Turn, notice: Broadcast, people: Iterable[Person]) -> None:
    """Write the notice down for these people, in the lowest rank."""
    everybody = list(people)
    sender = await people_store.by_id(turn.db, notice.made_by)
    usual, turn.rank = turn.rank, BULK
    for each in everybody:
        wanted = notice.urgency is not Urgency.PLAIN
        turn.say(
            store.NOTICE,
            to=each,
            buttons=[[Choice("broadcasts-read", Read(broadcast_id=notice.id))]] if wanted else (),
            slot=store.slot(notice.id),
            mark=Line(f"broadcasts-mark-{notice.urgency.value}"),
            text=notice.text,
            sender=sender.name if sender else "",
            unit=turn.units.by_id[notice.unit_id].name,
            at=turn.now,
        )
        if notice.file_kind == "photo":
            turn.send_photo("broadcasts-attached", file_id=notice.file_id, to=each)
        elif notice.file_kind == "document":
            turn.send_document("broadcasts-attached", file_id=notice.file_id, to=each)
    turn.rank = usual
    if everybody:
        await store.said(turn.db, notice.id, [each.id for each in everybody], turn.now)
        turn.note(f"broadcast:{notice.id}", said=len(everybody))


# ---------------------------------------------------------------- reading


@area.taps(Read)
async def read(query: CallbackQuery, callback_data: Read, turn: Turn) -> None:
    """Acknowledge: the button goes, the sender's message changes a little later."""
    notice = await store.by_id(turn.db, callback_data.broadcast_id)
    receipt = await store.receipt(turn.db, callback_data.broadcast_id, turn.me.id)
    if notice is None or receipt is None:
        raise Refusal("turn-button-over")
    if not await store.read(turn.db, notice.id, turn.me.id, turn.now):
        raise Refusal("broadcasts-read-before")
    sender = await people_store.by_id(turn.db, notice.made_by)
    turn.note(f"broadcast:{notice.id}", read=True)
    turn.edit(
        store.slot(notice.id),
        "broadcasts-notice-read",
        mark=Line(f"broadcasts-mark-{notice.urgency.value}"),
        text=notice.text,
        sender=sender.name if sender else "",
        unit=turn.units.by_id[notice.unit_id].name,
        at=receipt.said_at,
        read=turn.now,
    )
    turn.toast("broadcasts-thanks")
    look_soon(turn, notice)


# ---------------------------------------------------------------- the sender's message


def look_soon(turn: Turn, notice: Broadcast) -> None:
    """Change the sender's message in a moment: many acknowledgements together make one edit."""
    due = turn.now + PROGRESS
    turn.later("notices.progress", name=f"broadcast-progress:{notice.id}", due=due, broadcast_id=notice.id)


@area.job
async def progress(turn: Turn, broadcast_id: int) -> None:
    """Bring the sender's message up to date."""
    notice = await store.by_id(turn.db, broadcast_id)
    sender = await people_store.by_id(turn.db, notice.made_by) if notice else None
    if notice is not None and sender is not None:
        await show_progress(turn, notice, sender, edit=True)


@area.taps(Refresh)
async def refresh(query: CallbackQuery, callback_data: Refresh, turn: Turn) -> None:
    notice = await mine(turn, callback_data.broadcast_id)
    await show_progress(turn, notice, turn.me, edit=True)


async def show_progress(turn: Turn, notice: Broadcast, sender: Person, *, edit: bool) -> None:
    """Delivered, read, unreachable; and what can still be done."""
    far = await store.progress(turn.db, notice.id)
    row = [Choice("broadcasts-refresh", Refresh(broadcast_id=notice.id))]
    if far.waiting and notice.cancelled_at is None:
        row.append(Choice("broadcasts-stop", Stop(broadcast_id=notice.id)))
    wanted = notice.urgency is not Urgency.PLAIN
    unread = [Choice("broadcasts-unread", Unread(broadcast_id=notice.id), count=far.people - far.read)]
    if notice.reminded_at is None and notice.cancelled_at is None:
        unread.append(Choice("broadcasts-remind", Remind(broadcast_id=notice.id)))
    put(
        turn,
        f"notice:{notice.id}",
        "broadcasts-progress",
        edit=edit,
        to=sender,
        buttons=[row, unread] if wanted and far.read < far.people else [row],
        text=notice.text[:80],
        people=far.people,
        delivered=far.delivered,
        read=Line("broadcasts-progress-read", read=far.read, people=far.people) if wanted else "",
        unreachable=Line("broadcasts-progress-unreachable", count=far.unreachable) if far.unreachable else "",
        course=course(notice),
        at=turn.now,
    )


def course(notice: Broadcast) -> Line | str:
    if notice.cancelled_at is not None:
        return Line("broadcasts-course-stopped", at=notice.cancelled_at)
    return Line("broadcasts-course-reminded", at=notice.reminded_at) if notice.reminded_at else ""


@area.taps(Unread)
async def unread(query: CallbackQuery, callback_data: Unread, turn: Turn) -> None:
    """Who did not acknowledge, by name."""
    notice = await mine(turn, callback_data.broadcast_id)
    missing = await store.unread(turn.db, notice.id)
    people = (await people_store.by_ids(turn.db, missing[:MOST_NAMED])).values()
    turn.say(
        "broadcasts-unread-names",
        count=len(missing),
        lines=[Line("broadcasts-unread-name", name=each.name, unit=turn.units.by_id[each.unit_id].name)
               for each in people],
    )  # fmt: skip


@area.taps(Stop)
async def stop(query: CallbackQuery, callback_data: Stop, turn: Turn) -> None:
    """Take back what has not left; what has, stays."""
    notice = await mine(turn, callback_data.broadcast_id)
    waiting = await store.stop(turn.db, notice.id)
    stopped = rules.cancel(notice, turn.me.id, turn.now, waiting)
    if not await store.save(turn.db, notice, stopped):
        raise Refusal("broadcasts-all-sent")
    for name in ("broadcast", "broadcast-nag"):
        turn.forget(f"{name}:{notice.id}")
    turn.note(f"broadcast:{notice.id}", stopped=waiting)
    turn.toast("broadcasts-stopped", count=waiting)
    await show_progress(turn, stopped, turn.me, edit=True)


# ---------------------------------------------------------------- reminding


@area.taps(Remind)
async def remind(query: CallbackQuery, callback_data: Remind, turn: Turn) -> None:
    """Remind those who did not acknowledge, once."""
    notice = await mine(turn, callback_data.broadcast_id)
    count = await remind_all(turn, notice)
    turn.forget(f"broadcast-nag:{notice.id}")
    turn.toast("broadcasts-reminded", count=count)
    reminded = await store.by_id(turn.db, notice.id)
    await show_progress(turn, reminded or notice, turn.me, edit=True)


@area.job
async def nag(turn: Turn, broadcast_id: int) -> None:
    """The same by itself, after the hours of the policy; silent where there is nothing to remind of."""
    notice = await store.by_id(turn.db, broadcast_id)
    if notice is None or notice.cancelled_at is not None:
        return
    try:
        await remind_all(turn, notice)
    except Refusal:
        return
    look_soon(turn, notice)


async def remind_all(turn: Turn, notice: Broadcast) -> int:
    missing = await store.unread(turn.db, notice.id)
    reminded = rules.remind(notice, len(missing), turn.now)
    if not await store.save(turn.db, notice, reminded):
        raise Refusal("broadcasts-already-reminded", at=turn.now)
    people = await people_store.by_ids(turn.db, missing)
    usual, turn.rank = turn.rank, BULK
    for each in people.values():
        turn.say(
            "broadcasts-reminder",
            to=each,
            buttons=[[Choice("broadcasts-read", Read(broadcast_id=notice.id))]],
            text=notice.text,
        )
    turn.rank = usual
    await store.reminded(turn.db, notice.id, missing, turn.now)
    turn.note(f"broadcast:{notice.id}", reminded=len(missing))
    return len(missing)


async def mine(turn: Turn, broadcast_id: int) -> Broadcast:
    """One's own notice."""
    notice = await store.by_id(turn.db, broadcast_id)
    if notice is None or notice.made_by != turn.me.id:
        raise Refusal("broadcasts-not-yours")
    return notice
