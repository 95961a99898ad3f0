"""Questions in plain words (/ask, or just typed): read into a filter, answered with rows, corrected by buttons.

"谁还没回来", "本周白金客户谁没拜访": the answer says which filter was understood. Only what the asker may see is named,
counted or looked at; a question is kept as its filter, never as its words (S-02, SY12).
"""

from dataclasses import replace

from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import may
from bot.buttons import Choice
from bot.language.asking import is_asking
from bot.language.question import SUBJECTS, TIERS, Asked, Period, Question, described, from_described, named, read
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import asked_clients, asked_rows as of, asking_days as days, team
from handlers.answers import Answer
from handlers.asked import Found
from handlers.asking_buttons import SetPerson, SetStatus, SetTier, SetWhen, Show, Status, Tier, When, Who
from handlers.team_lines import grid
from handlers.visit_card import put
from storage import people as people_store, questions as store
from storage.questions import Where

area = Area("asking")

SLOT = "asked"
PAGE = 10
NAMES = 15
FEW_CLIENTS = 3000  # so many are all known by name; of more only those that begin as the words do
EXAMPLES = ("asking-example-out", "asking-example-clients", "asking-example-person")
ANSWERS = {
    "people": of.of_people,
    "visits": of.of_visits,
    "records": of.of_records,
    "leave": of.of_leave,
    "clients": asked_clients.of_clients,
    "credit": asked_clients.of_credit,
    "rollcall": of.of_rollcall,
    "opportunities": of.of_mentions,
    "complaints": of.of_mentions,
}
ABOVE = {"platinum+": ("platinum", "diamond")}


class Asking(Step, kind="asking.asking"):
    """The question is to come."""


@area.command("ask")
@area.caption("menu-ask")
async def ask(message: Message, turn: Turn, command: CommandObject | None = None) -> None:
    """With words it is the question; without, it is asked for, with three that work."""
    if command is not None and command.args:
        await by_words(turn, command.args)
        return
    turn.go(Asking())
    turn.say("asking-what", examples=[Line(each) for each in EXAMPLES])


@area.hears(Answer(Asking))
async def asked(message: Message, turn: Turn) -> None:
    turn.go(None)
    await by_words(turn, message.text or "")


async def by_words(turn: Turn, text: str) -> None:
    """Answer a question; what can't be read is said, with three that can."""
    if not await understood(turn, text):
        turn.say("asking-unclear", examples=[Line(each) for each in EXAMPLES])


async def by_who_leads(turn: Turn, text: str, *, plainly: bool) -> bool:
    """Answer a plain sentence of somebody who may ask, if it has the shape of a question and can be read."""
    return may(turn.me.roles, "asking.ask") and await understood(turn, text, sure=True, plainly=plainly)


async def meant_for_it(turn: Turn, text: str) -> bool:
    """The last resort for a plain sentence: answered if it can be read, and said to be unclear if it asks at all."""
    if await understood(turn, text):
        return True
    if is_asking(text):
        turn.say("asking-unclear", examples=[Line(each) for each in EXAMPLES])
        return True
    return False


async def understood(turn: Turn, text: str, *, sure: bool = False, plainly: bool = False) -> bool:
    """Answer if this is a question that can be read; `sure` wants it to have the shape of one too."""
    if sure and not is_asking(text, plainly=plainly):
        return False
    whom = await scope(turn, text)
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    question = read(text, local, whom, turn.language)
    if question.subject == "unknown":
        return False
    number = await store.keep(turn.db, turn.me.id, turn.now, described(question))
    several = named(text, whom).people if question.person is None else ()
    await show_answer(turn, number, question, 0, edit=False, several=several)
    return True


async def scope(turn: Turn, text: str) -> Asked:
    """What the question may name: people, units and clients of the asker's scope, and nobody else."""
    units = team.scope_of(turn)
    staff = await staff_of(turn)
    clients = await store.client_names(turn.db, units, text, FEW_CLIENTS)
    name = {each: turn.units.by_id[each].name for each in units}
    return Asked(
        asker=turn.me.name,
        unit=turn.units.by_id[turn.me.unit_id].name,
        units=tuple(sorted(name.values())),
        staff=tuple((each.name, name[each.unit_id]) for each in staff),
        clients=tuple(clients),
    )


async def staff_of(turn: Turn) -> list[Person]:
    found = await people_store.in_units(turn.db, team.scope_of(turn))
    return [each for each in found if has_access(each, turn.today)]


# ---------------------------------------------------------------- the answer


async def show_answer(
    turn: Turn, number: int, question: Question, page: int, *, edit: bool, several: tuple[str, ...] = ()
) -> None:
    """What was understood, how many, and the rows; paged and corrected in the same message."""
    where = await where_of(turn, question)
    found = await ANSWERS[question.subject](turn, question, where)
    pages = max(1, -(-len(found.rows) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = found.rows[page * PAGE : (page + 1) * PAGE]
    turn.note(f"question:{number}", subject=question.subject, count=found.count)
    opens = {each.choice.button.pack(): each.choice for each in shown if each.choice and each.choice.button}
    turning = [
        *([Choice("team-page-before", Show(question=number, page=page - 1), page=page, pages=pages)] if page else []),
        *(
            [Choice("team-page-after", Show(question=number, page=page + 1), page=page + 2, pages=pages)]
            if page < pages - 1
            else []
        ),
    ]
    buttons = [
        *(await doubtful(turn, number, several)),
        *grid(list(opens.values()), 3),
        *([turning] if turning else []),
        *correct_rows(question, number),
    ]
    put(
        turn,
        SLOT,
        "asking-answer",
        edit=edit,
        buttons=buttons,
        filter=filter_line(turn, question, where),
        result=result_line(question, found),
        lines=[each.line for each in shown] or [Line("asking-none")],
        note=found.note or "",
    )


async def doubtful(turn: Turn, number: int, names: tuple[str, ...]) -> list[list[Choice]]:
    """Two people fit a name equally: which one is a button."""
    if not names:
        return []
    fits = [each for each in await staff_of(turn) if each.name in names][:6]
    return grid(
        [Choice("asking-meant", SetPerson(question=number, person_id=each.id), name=each.name) for each in fits], 2
    )


def correct_rows(question: Question, number: int) -> list[list[Choice]]:
    """Buttons for whom, when, which tier, and what of the subject."""
    row = [Choice("asking-who", Who(question=number)), Choice("asking-when", When(question=number))]
    if question.subject in ("visits", "clients", "credit"):
        row.append(Choice("asking-tiers", Tier(question=number)))
    if len(SUBJECTS[question.subject]) > 1:
        row.append(Choice("asking-status", Status(question=number)))
    return [row]


def filter_line(turn: Turn, question: Question, where: Where) -> Line:
    """The filter as it was understood."""
    parts = [Line(f"asking-subject-{question.subject}")]
    parts += [status_line(question.subject, each) for each in question.status]
    for text in (question.person, question.unit, question.client):
        if text is not None:
            parts.append(Line("asking-named", name=text))
    if question.kind is not None:
        parts.append(Line(f"asking-kind-{question.kind}"))
    if question.tier is not None:
        parts.append(Line(f"asking-tier-{question.tier.replace('+', '-up')}"))
    if question.channel is not None:
        parts.append(Line(f"asking-channel-{question.channel.replace('_', '-')}"))
    parts.append(days.line(question, where, turn.today))
    found = parts[0]
    for each in parts[1:]:
        found = Line("asking-and", one=found, other=each)
    return found


def status_line(subject: str, status: str) -> Line:
    return Line(f"asking-{subject}-{status.replace('_', '-')}")


def result_line(question: Question, found: Found) -> Line:
    if question.aggregate == "rate" and found.of is not None:
        percent = round(100 * found.count / found.of) if found.of else 0
        return Line("asking-rate", count=found.count, whole=found.of, percent=percent)
    return Line("asking-count", count=found.count)


async def where_of(turn: Turn, question: Question) -> Where:
    """The question's names as numbers, within scope; a name that is there no more narrows to nothing."""
    units = team.scope_of(turn)
    if question.unit is not None:
        tops = [each for each in units if turn.units.by_id[each].name == question.unit]
        units = frozenset().union(*(turn.units.below(each) for each in tops)) & units
    person_id = None
    if question.person is not None:
        person_id = next((each.id for each in await staff_of(turn) if each.name == question.person), 0)
    client_id = None
    if question.client is not None:
        client_id = await store.client_named(turn.db, team.scope_of(turn), question.client) or 0
    first, last = days.of(question, turn.today)
    tiers = ABOVE.get(question.tier or "", (question.tier,) if question.tier else ())
    return Where(units, first, last, person_id, client_id, tiers)


# ---------------------------------------------------------------- correcting it


@area.taps(Show)
async def show(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    """Another page, or the same as it is now."""
    await show_answer(
        turn, callback_data.question, await mine(turn, callback_data.question), callback_data.page, edit=True
    )


@area.taps(Who)
async def who(query: CallbackQuery, callback_data: Who, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    number = callback_data.question
    staff = await staff_of(turn)
    pages = max(1, -(-len(staff) // NAMES))
    page = min(max(callback_data.page, 0), pages - 1)
    names = [
        Choice("team-name", SetPerson(question=number, person_id=each.id), name=each.name)
        for each in staff[page * NAMES : (page + 1) * NAMES]
    ]
    turning = [
        *([Choice("team-page-before", Who(question=number, page=page - 1), page=page, pages=pages)] if page else []),
        *(
            [Choice("team-page-after", Who(question=number, page=page + 1), page=page + 2, pages=pages)]
            if page < pages - 1
            else []
        ),
    ]
    everybody = [Choice("asking-everybody", SetPerson(question=number, person_id=0)), back(number)]
    await offer(turn, question, [*grid(names, 3), *([turning] if turning else []), everybody])


@area.taps(SetPerson)
async def set_person(query: CallbackQuery, callback_data: SetPerson, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    person = next((each for each in await staff_of(turn) if each.id == callback_data.person_id), None)
    if person is None and callback_data.person_id:
        raise Refusal("team-not-yours")
    await corrected(turn, callback_data.question, replace(question, person=person.name if person else None))


@area.taps(When)
async def when(query: CallbackQuery, callback_data: When, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    number = callback_data.question
    choices = [Choice(f"asking-day-{key}", SetWhen(question=number, when=n)) for n, key in enumerate(days.OFFERED)]
    await offer(turn, question, [*grid(choices, 3), [back(number)]])


@area.taps(SetWhen)
async def set_when(query: CallbackQuery, callback_data: SetWhen, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    if not 0 <= callback_data.when < len(days.OFFERED):
        raise Refusal("turn-button-over")
    first, last = days.offered(days.OFFERED[callback_data.when], turn.today)
    await corrected(turn, callback_data.question, replace(question, period=Period(first, last)))


@area.taps(Tier)
async def tier(query: CallbackQuery, callback_data: Tier, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    number = callback_data.question
    tiers = [
        Choice(f"asking-tier-{each.replace('+', '-up')}", SetTier(question=number, tier=n + 1))
        for n, each in enumerate(TIERS)
    ]
    await offer(
        turn, question, [*grid(tiers, 2), [Choice("asking-all-tiers", SetTier(question=number, tier=0)), back(number)]]
    )


@area.taps(SetTier)
async def set_tier(query: CallbackQuery, callback_data: SetTier, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    if not 0 <= callback_data.tier <= len(TIERS):
        raise Refusal("turn-button-over")
    wanted = TIERS[callback_data.tier - 1] if callback_data.tier else None
    await corrected(turn, callback_data.question, replace(question, tier=wanted))


@area.taps(Status)
async def status(query: CallbackQuery, callback_data: Status, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    number = callback_data.question
    words = [
        Choice(status_line(question.subject, each).key, SetStatus(question=number, status=n))
        for n, each in enumerate(SUBJECTS[question.subject])
    ]
    await offer(turn, question, [*grid(words, 2), [back(number)]])


@area.taps(SetStatus)
async def set_status(query: CallbackQuery, callback_data: SetStatus, turn: Turn) -> None:
    question = await mine(turn, callback_data.question)
    words = SUBJECTS[question.subject]
    if not 0 <= callback_data.status < len(words):
        raise Refusal("turn-button-over")
    await corrected(turn, callback_data.question, replace(question, status=(words[callback_data.status],)))


async def offer(turn: Turn, question: Question, buttons: list[list[Choice]]) -> None:
    where = await where_of(turn, question)
    turn.edit(SLOT, "asking-correct", buttons=buttons, filter=filter_line(turn, question, where))


def back(number: int) -> Choice:
    return Choice("team-back", Show(question=number))


async def corrected(turn: Turn, number: int, question: Question) -> None:
    await store.correct(turn.db, number, turn.me.id, described(question))
    await show_answer(turn, number, question, 0, edit=True)


async def mine(turn: Turn, number: int) -> Question:
    """A question of this person's own, as it stands."""
    said = await store.kept(turn.db, number, turn.me.id)
    if said is None:
        raise Refusal("turn-button-over")
    return from_described(said)
