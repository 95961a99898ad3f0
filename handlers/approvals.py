"""Everything that waits for this person, in one message: the oldest deadline first, decided there (SY18, S-11, D40).

Leave, its changes, outings in approve mode, flags; and what the register shows already and wants a word on: longer
stays and times that were said afterwards. Acting for somebody absent is said (代). The slower of two hears the truth.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules import approvals as rules
from bot.rules.approvals import Sort, Waiting
from bot.rules.outings import Outing
from bot.rules.penalties import Proposal
from bot.rules.people import SUPERVISING, Person, reaches
from bot.rules.refusal import Refusal
from bot.rules.review_readings import Seen
from bot.rules.visits import Visit
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import consent, deciding, leave_facts, proposals, register, team
from handlers.answers import Answer, kept
from handlers.leave_buttons import Change, Decline
from handlers.outing_buttons import Decline as DeclineOuting
from handlers.team_lines import grid
from handlers.visit_card import client_of, name_of, put
from storage import (
    approvals as store,
    hearers,
    leave as leave_store,
    outings as outing_store,
    penalties,
    people as people_store,
    review_queue as seen_store,
    visits as visit_store,
)

area = Area("approvals")

SLOT = "approve"
PAGE = 8
SINCE = timedelta(days=7)  # older changes of the register are for the reports
LONGEST = 200


class List(Button, prefix="approvals.show"):
    page: int = 0


class Open(Button, prefix="approvals.open"):
    sort: str
    number: int


class Yes(Button, prefix="approvals.yes"):
    sort: str
    number: int


class No(Button, prefix="approvals.no"):
    sort: str
    number: int


class Doubting(Step, kind="approvals.doubting"):
    """A word on the register is missing its reason."""

    sort: str
    number: int


@dataclass(frozen=True)
class Desk:
    """What waits, with the people it is about."""

    waiting: list[Waiting]
    people: Mapping[int, Person]


@area.command("approve")
@area.caption("menu-approve")
async def waiting(message: Message, turn: Turn) -> None:
    """Everything that waits for this person."""
    await show_list(turn, 0, edit=False)


@area.taps(List)
async def show(query: CallbackQuery, callback_data: List, turn: Turn) -> None:
    await show_list(turn, callback_data.page, edit=True)


async def show_list(turn: Turn, page: int, *, edit: bool) -> None:
    desk = await desk_of(turn)
    pages = max(1, -(-len(desk.waiting) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = list(enumerate(desk.waiting, 1))[page * PAGE : (page + 1) * PAGE]
    numbers = [
        Choice("approvals-number", Open(sort=each.sort.value, number=each.number), number=number)
        for number, each in shown
    ]
    turning = [
        *([Choice("team-page-before", List(page=page - 1), page=page, pages=pages)] if page else []),
        *([Choice("team-page-after", List(page=page + 1), page=page + 2, pages=pages)] if page < pages - 1 else []),
    ]
    absent = await people_store.by_ids(turn.db, [each.acting_for for _, each in shown if each.acting_for is not None])
    put(
        turn,
        SLOT,
        "approvals-list",
        edit=edit,
        buttons=[
            *grid(numbers, 4),
            *([turning] if turning else []),
            [Choice("boards-refresh", List(page=page))],
        ],
        count=len(desk.waiting),
        lines=[
            Line(
                f"approvals-line-{each.sort}",
                number=number,
                name=desk.people[each.person_id].name,
                until=each.until,
                acting=acting_line(absent.get(each.acting_for or 0)),
            )
            for number, each in shown
        ]
        or [Line("approvals-nothing")],
    )


def acting_line(absent: Person | None) -> Line | str:
    """For whom this person acts."""
    return Line("approvals-acting", name=absent.name) if absent is not None else ""


# ---------------------------------------------------------------- what waits


async def desk_of(turn: Turn) -> Desk:
    """Ask for everything in the units that this person leads, and keep what is theirs to decide now."""
    units = team.led(turn)
    since = turn.today - SINCE
    found: list[Waiting] = []
    leaves = await store.leave_waiting(turn.db, units)
    flags = await penalties.waiting(turn.db, units)
    asking = await store.outings_waiting(turn.db, units, turn.today)
    changed = await store.outings_changed(turn.db, units, since)
    left = await store.visits_corrected(turn.db, units, since)
    everybody = await people_store.by_ids(
        turn.db, {each.person_id for some in (leaves, flags, asking, changed, left) for each in some}
    )
    decide = await hearers.all_who_hear(turn.db, everybody.values(), turn.units, turn.policy, turn.now)

    def mine(person_id: int) -> tuple[bool, int | None]:
        """Whether I decide about somebody now, and for which absent head."""
        heads, deputies = decide[person_id]
        asked = {each.id for each in (*heads, *deputies)}
        chain = next(iter(hearers.chain(everybody[person_id], turn.units, turn.policy)), [])
        head = chain[0] if chain else None
        absent = head if head is not None and head not in asked and head != turn.me.id else None
        return turn.me.id in asked and person_id != turn.me.id, absent

    for leave in leaves:
        person = everybody[leave.person_id]
        sort = Sort.LEAVE if leave.change_to is None else Sort.CHANGE
        asked, first = await leave_facts.deciders(
            turn, person, leave if sort is Sort.LEAVE else replace(leave, seconded_by=None)
        )
        if first is not None and any(each.id == turn.me.id for each in asked) and person.id != turn.me.id:
            until = leave.starts if sort is Sort.LEAVE else (leave.change_to or leave.ends)
            found.append(Waiting(sort, leave.id, person.id, leave.unit_id, until, leave.asked_at, first.acting_for))
    for outing in asking:
        yes, absent = mine(outing.person_id)
        if yes:
            until = outing.depart_at or outing.declared_at or turn.now
            found.append(Waiting(Sort.OUTING, outing.id, outing.person_id, outing.unit_id, until, until, absent))
    for flag in flags:
        yes, absent = mine(flag.person_id)
        if yes:
            found.append(
                Waiting(Sort.FLAG, flag.id, flag.person_id, flag.unit_id, flag.found_at, flag.found_at, absent)
            )
    words = {word_about(sort, each): (sort, each) for sort, each in register_of(changed, left)}
    said = await seen_store.seen_among(turn.db, sorted(words))
    for about, (sort, each) in words.items():
        yes, absent = mine(each.person_id)
        if yes and about not in said:
            at = moment_of(sort, each)
            found.append(Waiting(sort, each.id, each.person_id, each.unit_id, at, at, absent))
    return Desk(rules.in_order(found), everybody)


def register_of(changed: list[Outing], left: list[Visit]) -> list[tuple[Sort, Outing | Visit]]:
    found: list[tuple[Sort, Outing | Visit]] = [(Sort.STAY, each) for each in changed if each.extensions > 0]
    found += [(Sort.RETURN, each) for each in changed if each.return_corrected_at is not None]
    return found + [(Sort.LEFT, each) for each in left]


def word_about(sort: Sort, thing: Outing | Visit) -> str:
    return rules.about(sort, thing.id, thing.extensions if isinstance(thing, Outing) else 0)


def moment_of(sort: Sort, thing: Outing | Visit) -> datetime:
    """When it was said: from then on a word is wanted."""
    if isinstance(thing, Visit):
        return thing.corrected_at or thing.arrived_at
    if sort is Sort.RETURN and thing.return_corrected_at is not None:
        return thing.return_corrected_at
    return thing.extended_to or thing.return_by or thing.declared_at or datetime.min.replace(tzinfo=UTC)


# ---------------------------------------------------------------- one thing


@area.taps(Open)
async def open(query: CallbackQuery, callback_data: Open, turn: Turn) -> None:
    """The whole of it, in the list's own message, with yes and no."""
    one = await still(turn, callback_data.sort, callback_data.number)
    number, sort = one.number, one.sort.value
    back = [Choice("team-back", List())]
    yes, no = ("approvals-seen", "approvals-doubt") if one.sort in rules.SEEN else ("approvals-yes", "approvals-no")
    if one.sort is Sort.FLAG:
        yes, no = "proposals-uphold", "proposals-withdraw"
    acting = (await people_store.by_ids(turn.db, [one.acting_for])) if one.acting_for is not None else {}
    turn.edit(
        SLOT,
        "approvals-card",
        buttons=[[Choice(yes, Yes(sort=sort, number=number)), Choice(no, No(sort=sort, number=number))], back],
        what=await what(turn, one),
        acting=acting_line(acting.get(one.acting_for or 0)),
    )


async def what(turn: Turn, one: Waiting) -> Line:
    """The thing in full, in its own area's words."""
    person = await people_store.by_id(turn.db, one.person_id)
    if person is None:
        raise Refusal("turn-button-over")
    if one.sort in (Sort.LEAVE, Sort.CHANGE):
        leave = await leave_store.by_id(turn.db, one.number)
        if leave is None:
            raise Refusal("turn-button-over")
        facts = await leave_facts.shown(turn, leave, person)
        if one.sort is Sort.LEAVE:
            return Line("leave-asks", **facts, **await leave_facts.consequences(turn, leave, person))
        whole = leave.change_to is not None and leave.change_to <= leave.starts
        wish = Line("leave-wish-cancel") if whole else Line("leave-wish-back", at=leave.change_to)
        return Line("leave-change-asks", **facts, wish=wish)
    if one.sort is Sort.FLAG:
        return Line("proposals-theirs", **proposals.facts(await flag_of(turn, one.number), person))
    if one.sort is Sort.LEFT:
        visit = await visit_store.by_id(turn.db, one.number)
        if visit is None:
            raise Refusal("turn-button-over")
        client = name_of(turn, await client_of(turn, visit), visit.lead)
        return Line("approvals-left", name=person.name, client=client, day=visit.day, arrived=visit.arrived_at,
                    left=visit.left_at or visit.arrived_at, at=visit.corrected_at or visit.arrived_at)  # fmt: skip
    outing = await outing_store.by_id(turn.db, one.number)
    if outing is None:
        raise Refusal("turn-button-over")
    stops, clients = await register.seen(turn, outing)
    facts = register.facts_of(turn, person, outing, stops, clients)
    if one.sort is Sort.OUTING:
        return Line("outings-asks", **facts)
    if one.sort is Sort.RETURN:
        return Line("approvals-return", name=person.name, day=outing.day, back=outing.returned_at or outing.return_by,
                    at=outing.return_corrected_at or outing.return_by)  # fmt: skip
    return Line("approvals-stay", name=person.name, day=outing.day, first=outing.return_by,
                until=outing.extended_to or outing.return_by, reason=outing.extension_reason or "",
                times=outing.extensions)  # fmt: skip


@area.taps(Yes)
async def yes(query: CallbackQuery, callback_data: Yes, turn: Turn) -> None:
    """Decided, and the list again as it stands."""
    sort, number = sort_of(callback_data.sort), callback_data.number
    match sort:
        case Sort.LEAVE:
            leave, person = await deciding.deciding(turn, number)
            await deciding.decided(turn, leave, person, yes=True)
        case Sort.CHANGE:
            await deciding.change(query, Change(leave_id=number, agree=True), turn)
        case Sort.OUTING:
            await consent.decided(turn, number, consent=True)
        case Sort.FLAG:
            await proposals.uphold(query, proposals.Uphold(proposal_id=number), turn)
        case _:
            await word(turn, await still(turn, sort.value, number), accepted=True, reason=None)
    await show_list(turn, 0, edit=True)


@area.taps(No)
async def no(query: CallbackQuery, callback_data: No, turn: Turn) -> None:
    """A no wants its reason, which its own area asks for; a false alarm and a change of leave do not."""
    sort, number = sort_of(callback_data.sort), callback_data.number
    match sort:
        case Sort.LEAVE:
            await deciding.decline(query, Decline(leave_id=number), turn)
        case Sort.CHANGE:
            await deciding.change(query, Change(leave_id=number, agree=False), turn)
            await show_list(turn, 0, edit=True)
        case Sort.OUTING:
            await consent.decline(query, DeclineOuting(outing_id=number), turn)
        case Sort.FLAG:
            await proposals.withdraw(query, proposals.Withdraw(proposal_id=number), turn)
            await show_list(turn, 0, edit=True)
        case _:
            one = await still(turn, sort.value, number)
            turn.go(Doubting(sort=one.sort.value, number=one.number))
            turn.say("approvals-ask-doubt")


@area.hears(Answer(Doubting))
async def doubting(message: Message, step: Doubting, turn: Turn) -> None:
    """Why a longer stay or a corrected time is not accepted: the person hears it, the register keeps both."""
    one = await still(turn, step.sort, step.number)
    reason = kept(turn, message.text or "", LONGEST)
    turn.go(None)
    await word(turn, one, accepted=False, reason=reason)
    await show_list(turn, 0, edit=True)


async def word(turn: Turn, one: Waiting, *, accepted: bool, reason: str | None) -> None:
    """Say a word on what the register shows, once."""
    person = await people_store.by_id(turn.db, one.person_id)
    if person is None:
        raise Refusal("turn-button-over")
    outing = await outing_store.by_id(turn.db, one.number) if one.sort is not Sort.LEFT else None
    about = rules.about(one.sort, one.number, outing.extensions if outing else 0)
    await seen_store.see(
        turn.db,
        Seen(id=0, about=about, person_id=one.person_id, unit_id=one.unit_id, by=turn.me.id, at=turn.now,
             accepted=accepted, reason=reason),
    )  # fmt: skip
    turn.note(about, accepted=accepted)
    if not accepted:
        turn.say("approvals-doubted", to=person, name=turn.me.name, what=await what(turn, one), reason=reason or "")


async def still(turn: Turn, sort: str, number: int) -> Waiting:
    """The thing, if it still waits for this person; else what has become of it."""
    wanted = sort_of(sort)
    desk = await desk_of(turn)
    found = next((each for each in desk.waiting if each.sort is wanted and each.number == number), None)
    if found is not None:
        return found
    match wanted:
        case Sort.LEAVE:
            await deciding.deciding(turn, number)
        case Sort.OUTING:
            await consent.deciding(turn, number)
        case Sort.FLAG:
            await proposals.theirs(turn, number)
        case _:
            await said_already(turn, wanted, number)
    raise Refusal("approvals-over")


async def said_already(turn: Turn, sort: Sort, number: int) -> None:
    """Who was quicker, for those whose matter it is; nothing for others."""
    outing = await outing_store.by_id(turn.db, number) if sort is not Sort.LEFT else None
    word = await seen_store.seen_by(turn.db, rules.about(sort, number, outing.extensions if outing else 0))
    if word is None or not reaches(turn.me, word.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-button-over")
    by = await people_store.by_id(turn.db, word.by)
    raise Refusal("approvals-said-already", by=by.name if by else "—", at=word.at)


async def flag_of(turn: Turn, number: int) -> Proposal:
    return await proposals.found(turn, number)


def sort_of(word: str) -> Sort:
    if word not in set(Sort):
        raise Refusal("turn-button-over")
    return Sort(word)
