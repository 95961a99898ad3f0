"""What a phone shows of a visit: one location, a live one that is followed while the visit lasts, and the RM's words.

Evidence is graded and never refused. Live points are thinned; the card changes only when the grade or its reasons do.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.rules import track as tracks
from bot.rules.evidence import Evidence, Fix, Reason, Seen, better, grade, is_own, with_dwell
from bot.rules.places import Place
from bot.rules.visits import Visit, regrade
from bot.talk import Area, Step
from bot.turn import Turn
from handlers.answers import Answer, kept
from handlers.departures import ask_gone, mine
from handlers.visit_card import Remark, client_of, name_of, say_card, tell
from storage import visits as store
from storage.clients import places_of

area = Area("evidence")

WITHOUT_END = timedelta(days=2)  # a share that is said to last longer is not waited for

# What a later, better point does not make up for: it was sent in this visit, and it speaks about the phone.
STAYS = frozenset({Reason.TOO_FAST, Reason.REPEATED})
ABOUT_THE_PLACE = frozenset({Reason.NEAR, Reason.OFF_PLACE, Reason.FAR, Reason.PLACE_UNKNOWN, Reason.MAP_SHIFT})


class AskRemark(Step, kind="evidence.ask_remark"):
    visit_id: int


# ---------------------------------------------------------------- one location


def fix_of(message: Message, turn: Turn, *, edited: bool = False) -> Fix | None:
    """A message's location as Telegram delivered it; None where there is none. A venue is looked for first (T5)."""
    location = message.venue.location if message.venue else message.location
    if location is None:
        return None
    live = location.live_period is not None
    asked = message.reply_to_message
    return Fix(
        latitude=location.latitude,
        longitude=location.longitude,
        sent_at=turn.sent_at,
        received_at=turn.now,
        accuracy_m=location.horizontal_accuracy,
        live=live,
        live_until=message.date + timedelta(seconds=location.live_period or 0) if live else None,
        heading=location.heading,
        replied=asked is not None and asked.from_user is not None and asked.from_user.id == turn.bot,
        venue=message.venue is not None,
        forwarded=message.forward_origin is not None,
        via_bot=message.via_bot is not None,
        scheduled=bool(message.is_from_offline),
        edited=edited,
    )


def own(fix: Fix | None, turn: Turn) -> bool:
    """Whether the point is where the person's phone was, as far as Telegram tells."""
    return is_own(grade(fix, (), turn.policy.rules.evidence, turn.now).reasons)


async def judge(turn: Turn, fix: Fix | None, places: Sequence[Place], at: datetime, visit_id: int = 0) -> Evidence:
    """What a location says about having been at a client's at a moment (A13, T1–T16)."""
    policy = turn.policy.rules.evidence
    if fix is None or not own(fix, turn):
        return grade(fix, places, policy, at)
    last = await store.last_seen(turn.db, turn.me.id, fix.sent_at)
    repeated = not fix.live and await store.sent_before(turn.db, turn.me.id, fix.point, but=visit_id)
    return grade(fix, places, policy, at, last, (fix.point,) if repeated else ())


async def keep_point(turn: Turn, visit: Visit, fix: Fix) -> None:
    """Keep where the person was, while the policy keeps such things (C21)."""
    await store.add_point(turn.db, visit.person_id, visit.id, seen_of(fix))


def watch(turn: Turn, visit: Visit, fix: Fix, message_id: int | None) -> Visit:
    """The visit, followed by this live location from now on; unchanged if it is none."""
    if not fix.live or message_id is None or fix.live_until is None or not own(fix, turn):
        return visit
    if fix.live_until - turn.now < WITHOUT_END:
        name = f"visit:{visit.id}:live"
        turn.later("evidence.share_over", name=name, due=fix.live_until, visit_id=visit.id, message_id=message_id)
    return replace(visit, live_message_id=message_id, live_until=fix.live_until)


async def add(turn: Turn, visit: Visit, fix: Fix, message_id: int | None) -> None:
    """Further evidence for the visit that lasts: of two attempts the one that speaks louder counts."""
    places = await known_places(turn, visit)
    new = await judge(turn, fix, places, visit.arrived_at, visit.id)
    best = better(new, evidence_of(visit))  # of equals the first: it speaks for the arrival
    after = watch(turn, visit, fix, message_id)
    if best is new:
        after = regrade(after, new)
        if own(fix, turn):
            after = replace(
                after,
                latitude=fix.latitude,
                longitude=fix.longitude,
                accuracy_m=fix.accuracy_m,
                static=not fix.live,
            )
    if own(fix, turn) and after.latitude is not None:
        await keep_point(turn, visit, fix)
    await store.save(turn.db, visit, after)
    turn.note(f"visit:{visit.id}", grade=after.grade, reasons=list(after.reasons))
    client = await client_of(turn, after)
    if (after.grade, after.reasons) == (visit.grade, visit.reasons):
        followed = after.live_message_id != visit.live_message_id
        turn.say("evidence-following" if followed else "evidence-same", client=name_of(turn, client, after.lead))
        return
    say_card(turn, after, client)
    await tell(turn, after, client, edit=True)


# ---------------------------------------------------------------- a live location, while the visit lasts


@area.edits(F.location)
async def follow(message: Message, turn: Turn) -> None:
    """A live location moved (T6, T7): keep the point if it is worth it, see how long they stay, and if they leave."""
    visit = await store.followed(turn.db, turn.me.id, message.message_id)
    fix = fix_of(message, turn, edited=True)
    if visit is None or fix is None:
        return
    if not tracks.follows(fix, visit.live_until):
        await stop_following(turn, visit, None)
        return
    policy = turn.policy.rules.evidence
    trail = await store.track(turn.db, visit.id)
    seen = seen_of(fix)
    if not tracks.keep(trail[-1] if trail else None, seen, policy):
        return
    places = await known_places(turn, visit)
    here = await judge(turn, fix, places, visit.arrived_at, visit.id)
    await keep_point(turn, visit, fix)
    trail.append(seen)
    stayed = tracks.dwell(trail, places, policy)
    first = with_dwell(visit.reasons, stayed, policy)
    later = with_dwell([*here.reasons, *STAYS.intersection(visit.reasons)], stayed, policy)
    best = better(later, first)  # of equals the first: a card that changes says something new
    after = regrade(visit, replace(best, distance_m=here.distance_m if best is later else None, dwell=stayed))
    turn.note(f"visit:{visit.id}", grade=after.grade, dwell=int(stayed.total_seconds()))
    if (after.grade, set(after.reasons)) != (visit.grade, set(visit.reasons)):
        client = await client_of(turn, after)
        say_card(turn, after, client, edit=True)
        await tell(turn, after, client, edit=True)
    gone_at = tracks.left_by_track(trail, places, policy)
    if gone_at is None:
        await store.save(turn.db, visit, after)
        return
    await store.save(turn.db, visit, replace(after, live_message_id=None))
    turn.forget(f"visit:{visit.id}:live")
    await ask_gone(turn, after, gone_at)


@area.job
async def share_over(turn: Turn, visit_id: int, message_id: int) -> None:
    """The live location has run out: Telegram does not say so, the clock does."""
    visit = await store.by_id(turn.db, visit_id)
    if visit is not None and visit.left_at is None and visit.live_message_id == message_id:
        await stop_following(turn, visit, None)


async def stop_following(turn: Turn, visit: Visit, gone_at: datetime | None) -> None:
    """Follow no longer, and ask once whether they have left."""
    await store.save(turn.db, visit, replace(visit, live_message_id=None))
    turn.forget(f"visit:{visit.id}:live")
    turn.note(f"visit:{visit.id}", live="over")
    await ask_gone(turn, visit, gone_at)


# ---------------------------------------------------------------- another client, the same point


async def judge_again(turn: Turn, visit: Visit, corrected: Visit) -> Visit:
    """A visit whose client was corrected: its point against that client's places. What the phone did stays."""
    policy = turn.policy.rules.evidence
    if visit.latitude is None or visit.longitude is None:
        return corrected
    places = await known_places(turn, corrected)
    point = Fix(
        latitude=visit.latitude,
        longitude=visit.longitude,
        sent_at=visit.arrived_at,
        received_at=visit.arrived_at,
        accuracy_m=visit.accuracy_m,
        live=not visit.static,
    )
    anew = grade(point, places, policy, visit.arrived_at)
    about_place = [each for each in anew.reasons if each in ABOUT_THE_PLACE]
    others = [each for each in visit.reasons if each not in ABOUT_THE_PLACE and each is not Reason.DWELT]
    if Reason.DWELT in visit.reasons:
        others += [each for each in anew.reasons if each in (Reason.STATIC, Reason.ACCURACY_UNKNOWN)]
    stayed = tracks.dwell(await store.track(turn.db, visit.id), places, policy)
    judged = with_dwell([*others, *about_place], stayed, policy)
    return replace(
        corrected,
        grade=judged.grade,
        reasons=judged.reasons,
        distance_m=anew.distance_m,
        dwell=stayed if visit.dwell is not None else None,
    )


# ---------------------------------------------------------------- the RM's own sentence


@area.taps(Remark)
async def remark(query: CallbackQuery, callback_data: Remark, turn: Turn) -> None:
    """The RM wants to add a sentence to what their phone showed."""
    visit = await mine(turn, callback_data.visit_id)
    turn.go(AskRemark(visit_id=visit.id))
    turn.say("evidence-ask-remark", client=name_of(turn, await client_of(turn, visit), visit.lead))


@area.hears(Answer(AskRemark))
async def remarked(message: Message, step: AskRemark, turn: Turn) -> None:
    """Keep the sentence beside the evidence; the grade stays what it is."""
    visit = await mine(turn, step.visit_id)
    after = replace(visit, remark=kept(turn, message.text or "", turn.policy.worklog.longest_contact))
    await store.save(turn.db, visit, after)
    turn.note(f"visit:{visit.id}", remark=True)
    client = await client_of(turn, after)
    turn.say("evidence-remark-kept")
    say_card(turn, after, client, edit=True)
    await tell(turn, after, client, edit=True)
    turn.go(None)


# ---------------------------------------------------------------- small things


async def known_places(turn: Turn, visit: Visit) -> list[Place]:
    return (await places_of(turn.db, [visit.client_id])).get(visit.client_id or 0, [])


def seen_of(fix: Fix) -> Seen:
    return Seen(fix.latitude, fix.longitude, fix.sent_at, fix.accuracy_m)


def evidence_of(visit: Visit) -> Evidence:
    """The evidence as it stands written in the visit."""
    return Evidence(visit.grade, visit.reasons, visit.distance_m, None, visit.dwell)
