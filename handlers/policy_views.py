"""/policy: every figure that applies, with its source and its rules; and a rehearsal of another one (C18, Y10).

A figure may be changed on paper: last month is replayed with it, and the supervisor sees whom it would have flagged,
before anybody changes the policy file. Nothing is stored but the audit line of having asked.
"""

from collections import Counter
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.policy import Shown
from bot.policy_keys import Wrong, read_value, written
from bot.rules import rehearsal as rules
from bot.rules.outings import OutingPolicy
from bot.rules.people import SUPERVISING, Person, Role, Units, has_access
from bot.rules.refusal import Refusal
from bot.rules.rehearsal import QUESTIONS, Changed
from bot.rules.reports import Span, earlier, period
from bot.slow import Tools
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer
from handlers.reports import database, say_no
from handlers.visit_card import put
from storage import people as people_store, rehearsal as store

area = Area("policy_views")

CARD = "policy"
PAGE = 12
TRYING = SUPERVISING | {Role.ADMINISTRATOR}
MOST_NAMED = 15
MOST_FOUND = 20


class Section(Button, prefix="policy_views.section"):
    """The figures of one section, at a page from 0; without a name, the sections."""

    name: str = ""
    page: int = 0


class Try(Button, prefix="policy_views.rehearse"):
    key: str


class Asking(Step, kind="policy_views.asking"):
    """Another value for this figure is to be said."""

    key: str


@area.command("policy")
async def start(message: Message, turn: Turn) -> None:
    """The sections, or the figures whose name holds the word behind the command."""
    text = (message.text or "").partition(" ")[2].strip().lower()
    if not text:
        show_sections(turn, edit=False)
        return
    found = [each for each in shown_to(turn) if text in each.key.path.lower() or text.upper() in each.key.rules]
    if not found:
        raise Refusal("policy_views-no-figure", said=text[:40])
    turn.say("policy_views-found", buttons=try_rows(turn, found), lines=[line_of(each) for each in found[:MOST_FOUND]])


@area.taps(Section)
async def section(query: CallbackQuery, callback_data: Section, turn: Turn) -> None:
    """One section, or all of them."""
    if not callback_data.name:
        show_sections(turn, edit=True)
        return
    mine = [each for each in shown_to(turn) if each.key.path.partition(".")[0] == callback_data.name]
    page = max(0, callback_data.page)
    here = mine[page * PAGE : (page + 1) * PAGE]
    if not here:
        raise Refusal("turn-button-over")
    turns = []
    if page:
        turns.append(Choice("policy_views-before", Section(name=callback_data.name, page=page - 1)))
    turns.append(Choice("policy_views-sections", Section()))
    if (page + 1) * PAGE < len(mine):
        turns.append(Choice("policy_views-after", Section(name=callback_data.name, page=page + 1)))
    turn.edit(CARD, "policy_views-section-of", buttons=[*try_rows(turn, here), turns], section=callback_data.name,
              unit=turn.units.by_id[turn.me.unit_id].name, lines=[line_of(each) for each in here])  # fmt: skip


def show_sections(turn: Turn, *, edit: bool) -> None:
    names = list(dict.fromkeys(each.key.path.partition(".")[0] for each in shown_to(turn)))
    choices = [Choice("policy_views-name", Section(name=each), name=each) for each in names]
    rows = [choices[start : start + 3] for start in range(0, len(choices), 3)]
    put(turn, CARD, "policy_views-all", edit=edit, buttons=rows, unit=turn.units.by_id[turn.me.unit_id].name)


def shown_to(turn: Turn) -> list[Shown]:
    """Every figure as it applies to the person's unit."""
    codes = [unit.code for unit in turn.units.path(turn.me.unit_id)]
    return turn.policies.explain(codes[::-1])


def line_of(shown: Shown) -> Line:
    origin = shown.origin
    source = (
        Line("policy_views-from-file", file=origin.file, line=str(origin.line)) if origin.file
        else Line("policy_views-from-default")
    )  # fmt: skip
    return Line(
        "policy_views-line",
        what=shown.key.path,
        value=written(shown.value),
        source=source,
        rules=" ".join(shown.key.rules) or "–",
    )


def try_rows(turn: Turn, found: list[Shown]) -> list[list[Choice]]:
    """A button for each figure that can be tried out, for those who may."""
    if not turn.me.roles & TRYING:
        return []
    return [
        [Choice("policy_views-try", Try(key=each.key.path), what=each.key.path)]
        for each in found
        if each.key.path in QUESTIONS
    ]


# ---------------------------------------------------------------- rehearsing


@area.taps(Try)
async def rehearse(query: CallbackQuery, callback_data: Try, turn: Turn) -> None:
    """Ask for another value."""
    shown = figure(turn, callback_data.key)
    turn.go(Asking(key=shown.key.path))
    turn.say("policy_views-ask", what=shown.key.path, value=written(shown.value))


@area.hears(Answer(Asking))
async def value(message: Message, turn: Turn, step: Asking) -> None:
    """Replay last month with it, in the person's units."""
    shown = figure(turn, step.key)
    said = value_in(message.text or "")
    if said is None or isinstance(read_value(shown.key, said), Wrong):
        turn.say("policy_views-not-a-value", value=written(shown.value))
        return
    month = earlier(period(Span.MONTH, turn.today))
    turn.go(None)
    turn.note("policy", rehearsed=step.key, value=written(said))
    turn.say("policy_views-replaying", month=month.first.month)
    turn.later(
        "policy_views.replayed",
        name=f"policy_views.replayed:{turn.me.id}",
        due=turn.now,
        person_id=turn.me.id,
        key=step.key,
        was=plain(shown.value),
        would_be=plain(said),
        first=month.first.isoformat(),
        last=month.last.isoformat(),
        duty_exempt=turn.policy.rules.outings.duty_exempt,
        clerk_bound=turn.policy.rules.outings.clerk_bound,
    )


def figure(turn: Turn, key: str) -> Shown:
    if key not in QUESTIONS:
        raise Refusal("policy_views-cannot-try", what=key)
    return next(each for each in shown_to(turn) if each.key.path == key)


def value_in(text: str) -> time | int | None:
    """An hour ("16:30", "16：30") or a number."""
    plain_text = text.strip().replace("：", ":")
    try:
        return int(plain_text) if ":" not in plain_text else time.fromisoformat(plain_text.zfill(5))
    except ValueError:
        return None


def plain(found: Any) -> str:
    return found.isoformat() if isinstance(found, time) else str(found)


def parsed(text: str) -> time | int:
    return time.fromisoformat(text) if ":" in text else int(text)


async def replay(
    tools: Tools,
    person_id: int,
    key: str,
    was: str,
    would_be: str,
    first: str,
    last: str,
    duty_exempt: bool,
    clerk_bound: bool,
) -> tuple[list[Changed], dict[int, str]]:
    """Count both figures day by day, beside the loop."""
    before: Counter[int] = Counter()
    after: Counter[int] = Counter()
    async with database(tools).reading() as db:
        person = await people_store.by_id(db, person_id)
        units = await people_store.all_units(db)
        scope = scope_of(person, units)
        if person is None or not scope:
            raise Refusal("turn-not-allowed")
        everybody = {each.id: each for each in await people_store.in_units(db, scope)}
        policy = OutingPolicy(duty_exempt=duty_exempt, clerk_bound=clerk_bound)
        zones: dict[str, list[int]] = {}
        for each in scope:
            zones.setdefault(units.by_id[each].zone, []).append(each)
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            for zone, ids in zones.items():
                held = [await store.held(db, key, ids, everybody, policy, day, ZoneInfo(zone))]
                before += rules.flagged(key, parsed(was), held)
                after += rules.flagged(key, parsed(would_be), held)
            day += timedelta(days=1)
    names = {each.id: each.name for each in everybody.values()}
    return rules.compared(before, after), names


def scope_of(person: Person | None, units: Units) -> frozenset[int]:
    held = [units.below(grant.unit_id) for grant in (person.grants if person else ()) if grant.role in TRYING]
    return frozenset[int]().union(*held)


@area.slow(replay, lane="paper")
async def replayed(
    turn: Turn, person_id: int, key: str, was: str, would_be: str, first: str, result: Any, **_: Any
) -> None:
    """Say what would have been different."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None or not has_access(person, turn.now.astimezone(turn.zone_of(person.unit_id)).date()):
        return
    if isinstance(result, Refusal):
        say_no(turn, person, result)
        return
    changed, names = result
    turn.say(
        "policy_views-result",
        to=person,
        what=key,
        month=date.fromisoformat(first).month,
        was=was,
        would_be=would_be,
        before=sum(each.before for each in changed),
        after=sum(each.after for each in changed),
        people_before=sum(each.before > 0 for each in changed),
        people_after=sum(each.after > 0 for each in changed),
        lines=[
            Line("policy_views-person", whose=names.get(each.person_id, "?"), before=each.before, after=each.after)
            for each in changed
            if each.before != each.after
        ][:MOST_NAMED]
        or [Line("policy_views-no-difference")],
    )
