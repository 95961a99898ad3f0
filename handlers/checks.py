"""The spot check (查岗): choose people or draw them, each answers within minutes; findings become proposals (L06-L08).

The round is one message that fills up. Nobody checks themselves (S-11); who is on leave is not disturbed; of a place
only the distance is kept (C21). What follows is never a deduction (C18).
"""

from dataclasses import replace
from datetime import timedelta

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot import clock
from bot.buttons import Choice, Keyboard
from bot.rules import spot_checks as rules
from bot.rules.board import Row, Whereabouts
from bot.rules.datum import Point
from bot.rules.days import day_of
from bot.rules.outings import StopState
from bot.rules.people import SUPERVISING, Person
from bot.rules.refusal import Refusal
from bot.rules.spot_checks import Asked, Check, Result
from bot.talk import Area, In, Step
from bot.text import Line
from bot.turn import Turn
from handlers import noting, people as home, proposals, team
from handlers.answers import Answer, kept
from handlers.check_buttons import Answered, Choose, Draw, Judge, Look, Place, Rates, Seen, Send, Speak, Toggle
from handlers.check_round import counts, round_slot, show, tally_lines, what_line
from handlers.team_lines import grid
from storage import clients as client_store, outings as outing_store, penalties, people, spot_checks as store

area = Area("checks")

LONGEST = 200
PAGE = 15  # names to choose from on one page
SINCE = timedelta(days=90)
MOST_FLAGS = 6
MENU = "check"  # the slot
PLACE = Keyboard(rows=(("visits-send-place",),), place="visits-send-place", once=True)


class Choosing(Step, kind="checks.choosing"):
    """Whom the supervisor has chosen so far."""

    chosen: tuple[int, ...] = ()
    page: int = 0


class Answering(Step, kind="checks.answering"):
    """Somebody is about to send their place, or a word."""

    check_id: int


# ---------------------------------------------------------------- making a check


@area.command("check")
async def start(message: Message, turn: Turn) -> None:
    """Draw, choose, or look at what came of it; flags that wait for a word stand here too."""
    waiting = await penalties.waiting(turn.db, team.led(turn))
    known = await people.by_ids(turn.db, [each.person_id for each in waiting[:MOST_FLAGS]])
    flags = [
        [
            Choice(
                f"checks-flag-{each.status}",
                proposals.Look(proposal_id=each.id),
                name=known[each.person_id].name,
                number=each.rule.value,
                day=each.day,
            )
        ]
        for each in waiting[:MOST_FLAGS]
        if each.person_id != turn.me.id
    ]
    figures = turn.policy.rules.spot_checks
    turn.say(
        "checks-menu",
        slot=MENU,
        buttons=[
            [Choice("checks-draw", Draw(), count=figures.draw), Choice("checks-choose", Choose())],
            [Choice("checks-rates", Rates()), Choice("noting-open", noting.Note())],
            *flags,
        ],
        minutes=minutes_of(turn),
        flags=Line("proposals-waiting", count=len(waiting)) if waiting else "",
    )


@area.taps(Draw)
async def draw(query: CallbackQuery, turn: Turn) -> None:
    """By chance, among those who are at work."""
    scene = await team.look(turn)
    at_work = [row.person_id for row in scene.rows if may_ask(turn, scene, row) and row.where not in NOT_DRAWN]
    chosen = rules.drawn(at_work, turn.policy.rules.spot_checks.draw, clock.token())
    await begin(turn, scene, chosen, drawn=True)


NOT_DRAWN = frozenset({Whereabouts.ON_LEAVE, Whereabouts.OFF, Whereabouts.NOT_ENROLLED})


@area.taps(Choose)
async def choose(query: CallbackQuery, callback_data: Choose, turn: Turn) -> None:
    """The names to choose from, page by page."""
    step = turn.step if isinstance(turn.step, Choosing) else Choosing()
    await offer(turn, step.model_copy(update={"page": callback_data.page}))


@area.taps(Toggle)
async def toggle(query: CallbackQuery, callback_data: Toggle, turn: Turn) -> None:
    step = turn.step if isinstance(turn.step, Choosing) else Choosing()
    one = callback_data.person_id
    chosen = tuple(each for each in step.chosen if each != one) if one in step.chosen else (*step.chosen, one)
    await offer(turn, step.model_copy(update={"chosen": chosen}))


async def offer(turn: Turn, step: Choosing) -> None:
    scene = await team.look(turn)
    rows = [row for row in scene.rows if may_ask(turn, scene, row)]
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(step.page, 0), pages - 1)
    turn.go(step)
    names = [
        Choice(
            "checks-chosen" if row.person_id in step.chosen else "checks-name",
            Toggle(person_id=row.person_id),
            name=scene.people[row.person_id].name,
        )
        for row in rows[page * PAGE : (page + 1) * PAGE]
    ]
    turning = [
        *([Choice("team-page-before", Choose(page=page - 1), page=page, pages=pages)] if page else []),
        *([Choice("team-page-after", Choose(page=page + 1), page=page + 2, pages=pages)] if page < pages - 1 else []),
    ]
    send = [[Choice("checks-send", Send(), count=len(step.chosen))]] if step.chosen else []
    turn.edit(
        MENU, "checks-choosing", buttons=[*grid(names, 3), *([turning] if turning else []), *send],
        count=len(step.chosen),
    )  # fmt: skip


@area.taps(Send)
async def send(query: CallbackQuery, turn: Turn) -> None:
    if not isinstance(turn.step, Choosing):
        raise Refusal("turn-button-over")
    chosen = turn.step.chosen
    scene = await team.look(turn)
    allowed = {row.person_id for row in scene.rows if may_ask(turn, scene, row)}
    turn.go(None)
    await begin(turn, scene, [each for each in chosen if each in allowed], drawn=False)


async def begin(turn: Turn, scene: team.Scene, chosen: list[int], *, drawn: bool) -> None:
    """Ask everybody at once; the round fills up in one message."""
    rules.refuse(chosen, turn.me.id, turn.policy.rules.spot_checks)
    top = min(grant.unit_id for grant in turn.me.grants if grant.role in SUPERVISING)
    rows = {row.person_id: row for row in scene.rows}
    made = Check(
        id=0,
        unit_id=top,
        made_by=turn.me.id,
        made_at=turn.now,
        answer_by=turn.now + turn.policy.rules.spot_checks.answer_within,
        drawn=drawn,
    )
    asked = [rules.ask(each, scene.people[each].unit_id, rows[each].where) for each in chosen]
    check = await store.add(turn.db, made, asked)
    turn.note(f"check:{check.id}", people=sorted(chosen), drawn=drawn)
    for each in asked:
        if each.result is Result.WAITING:
            tell(turn, check, each, scene.people[each.person_id])
    turn.later("checks.close", name=f"check:{check.id}:close", due=check.answer_by, check_id=check.id)
    turn.edit(MENU, "checks-sent", count=len(asked))
    await show(turn, check, turn.me, edit=False)


def tell(turn: Turn, check: Check, asked: Asked, person: Person) -> None:
    here = "checks-out-as-registered" if asked.registered in rules.AWAY else "checks-here"
    turn.say(
        "checks-asks-you",
        to=person,
        slot=f"check:{check.id}:yours",
        buttons=[
            [Choice(here, Answered(check_id=check.id))],
            [Choice("checks-place", Place(check_id=check.id)), Choice("checks-speak", Speak(check_id=check.id))],
        ],
        by=turn.me.name,
        until=check.answer_by,
        minutes=minutes_of(turn),
    )


# ---------------------------------------------------------------- answering


@area.taps(Answered)
async def answered(query: CallbackQuery, callback_data: Answered, turn: Turn) -> None:
    """One tap."""
    check, asked = await mine(turn, callback_data.check_id)
    await settle(turn, check, asked, None, None)


@area.taps(Place)
async def place(query: CallbackQuery, callback_data: Place, turn: Turn) -> None:
    check, asked = await mine(turn, callback_data.check_id)
    rules.respond(asked, check, None, None, (), turn.policy.rules.spot_checks, turn.now)  # says no now
    turn.go(Answering(check_id=check.id))
    turn.say(
        "checks-ask-place", keyboard=Keyboard(rows=(("visits-send-place",),), place="visits-send-place", once=True)
    )


@area.taps(Speak)
async def speak(query: CallbackQuery, callback_data: Speak, turn: Turn) -> None:
    check, asked = await mine(turn, callback_data.check_id)
    rules.respond(asked, check, None, None, (), turn.policy.rules.spot_checks, turn.now)
    turn.go(Answering(check_id=check.id))
    turn.say("checks-ask-words")


@area.hears(F.location, In(Answering))
async def placed(message: Message, step: Answering, turn: Turn) -> None:
    """The phone's place; only how far it is from the clients of the outing is kept."""
    check, asked = await mine(turn, step.check_id)
    sent = message.location
    point = Point(sent.latitude, sent.longitude) if sent is not None else None
    turn.go(None)
    await settle(turn, check, asked, None, point)


@area.hears(Answer(Answering))
async def said(message: Message, step: Answering, turn: Turn) -> None:
    check, asked = await mine(turn, step.check_id)
    words = kept(turn, message.text or "", LONGEST)
    turn.go(None)
    await settle(turn, check, asked, words, None)


async def settle(turn: Turn, check: Check, before: Asked, words: str | None, point: Point | None) -> None:
    """Write the answer down, thank for it, and fill the round."""
    places = await places_of(turn, before) if point is not None else []
    after = rules.respond(before, check, words, point, places, turn.policy.rules.spot_checks, turn.now)
    if not await store.move_on(turn.db, before, after):
        raise Refusal("turn-button-over")
    turn.note(f"check:{check.id}", result=after.result)
    turn.edit(f"check:{check.id}:yours", "checks-thanks", at=turn.now, what=what_line(after))
    if point is not None:
        turn.say("checks-thanks-place", keyboard=home.home_keyboard(turn.me))
    elif words is not None:
        turn.say("checks-thanks-words")
    await flag(turn, check, after)
    maker = await people.by_id(turn.db, check.made_by)
    if maker is not None:
        await show(turn, check, maker, edit=True)


async def places_of(turn: Turn, asked: Asked) -> list[Point]:
    """Where the person is registered to be: the known places of the clients of their open outings."""
    open_ = await outing_store.open_of(turn.db, asked.person_id)
    stops = await outing_store.stops_of(turn.db, [each.id for each in open_])
    wanted = [stop.client_id for some in stops.values() for stop in some if stop.state is not StopState.DROPPED]
    known = await client_store.places_of(turn.db, wanted)
    return [Point(each.latitude, each.longitude) for some in known.values() for each in some]


# ---------------------------------------------------------------- what came of it


@area.job
async def close(turn: Turn, check_id: int) -> None:
    """The minutes are over: silence is written down, and findings become proposals.

    Where the bot itself was away when they ended nobody could answer, and nobody is flagged.
    """
    check = await store.by_id(turn.db, check_id)
    maker = await people.by_id(turn.db, check.made_by) if check else None
    if check is None or maker is None or not await store.close(turn.db, check.id, turn.now):
        return
    check = replace(check, closed_at=turn.now)
    if rules.interrupted(check, turn.now):
        await show(turn, check, maker, edit=True)
        turn.say("checks-interrupted", to=maker, at=check.made_at)
        return
    for before in await store.asked_in(turn.db, check.id):
        after = rules.timed_out(before, check, turn.now)
        if after is not before and await store.move_on(turn.db, before, after):
            await flag(turn, check, after)
    await show(turn, check, maker, edit=True)
    turn.say("checks-closed", to=maker, lines=[await counts(turn, check)], at=check.made_at)


async def flag(turn: Turn, check: Check, asked: Asked) -> None:
    """A finding becomes a proposal, once."""
    rule = rules.finding(asked)
    if rule is None:
        return
    await proposals.propose(
        turn,
        person_id=asked.person_id,
        unit_id=asked.unit_id,
        rule=rule.value,
        day=day_of(check.made_at, turn.zone_of(asked.unit_id)),
        about=f"check:{check.id}",
        by=check.made_by,
    )


@area.taps(Look)
async def look(query: CallbackQuery, callback_data: Look, turn: Turn) -> None:
    """The round, as it is now."""
    await show(turn, await own(turn, callback_data.check_id), turn.me, edit=True)


@area.taps(Seen)
async def seen(query: CallbackQuery, callback_data: Seen, turn: Turn) -> None:
    """One person of the round: the supervisor saw for themselves."""
    check = await own(turn, callback_data.check_id)
    asked = await one(turn, check, callback_data.person_id)
    person = (await people.by_ids(turn.db, [asked.person_id]))[asked.person_id]
    rows = [
        [
            Choice("checks-was-there", Judge(check_id=check.id, person_id=person.id, there=True)),
            Choice("checks-was-not", Judge(check_id=check.id, person_id=person.id, there=False)),
        ],
        [Choice("team-back", Look(check_id=check.id))],
    ]
    turn.edit(round_slot(check), "checks-one", buttons=rows, name=person.name, what=what_line(asked))


@area.taps(Judge)
async def judge(query: CallbackQuery, callback_data: Judge, turn: Turn) -> None:
    check = await own(turn, callback_data.check_id)
    before = await one(turn, check, callback_data.person_id)
    after = rules.judge(before, callback_data.there, turn.me.id, turn.now)
    if not await store.move_on(turn.db, before, after):
        raise Refusal("checks-judged")
    turn.note(f"check:{check.id}", result=after.result, judged=after.person_id)
    await flag(turn, check, after)
    await show(turn, check, turn.me, edit=True)


@area.taps(Rates)
async def rates(query: CallbackQuery, turn: Turn) -> None:
    """What checks came to, and how often each rule flagged wrongly."""
    units = team.led(turn)
    found = await store.results_since(turn.db, units, turn.now - SINCE)
    flags = await penalties.since(turn.db, units, (turn.now - SINCE).date())
    turn.note("checks", looked=True)
    lines = [Line("checks-rates-results", **{str(each): found.get(each, 0) for each in Result}), *tally_lines(flags)]
    turn.say("checks-rates-shown", lines=lines, days=SINCE.days)


# ---------------------------------------------------------------- whose


async def mine(turn: Turn, check_id: int) -> tuple[Check, Asked]:
    """The check with this person's part in it."""
    check = await store.by_id(turn.db, check_id)
    asked = await store.one_of(turn.db, check_id, turn.me.id)
    if check is None or asked is None:
        raise Refusal("turn-button-over")
    return check, asked


async def own(turn: Turn, check_id: int) -> Check:
    """A check that this supervisor made."""
    check = await store.by_id(turn.db, check_id)
    if check is None or check.made_by != turn.me.id:
        raise Refusal("turn-button-over")
    return check


async def one(turn: Turn, check: Check, person_id: int) -> Asked:
    asked = await store.one_of(turn.db, check.id, person_id)
    if asked is None:
        raise Refusal("turn-button-over")
    return asked


def may_ask(turn: Turn, scene: team.Scene, row: Row) -> bool:
    person = scene.people[row.person_id]
    return person.id != turn.me.id and person.telegram_id is not None and person.unit_id in team.led(turn)


def minutes_of(turn: Turn) -> int:
    return int(turn.policy.rules.spot_checks.answer_within / timedelta(minutes=1))
