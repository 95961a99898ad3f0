"""Coming in, language, one's own data, and what one may do."""

from dataclasses import replace

from aiogram import F
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.actions import ACTIONS, FIELD, commands_for, menu_of
from bot.buttons import Button, Choice, Keyboard
from bot.rules import invitations as rules
from bot.rules.flags import flags
from bot.rules.people import SUPERVISING, Person, Role, has_access
from bot.rules.refusal import Refusal
from bot.rules.returns import bound_to_hour
from bot.talk import Area
from bot.text import LANGUAGES, Line, render
from bot.turn import Turn
from handlers import proposals
from storage import flags as flag_store, penalties, people as store, records

area = Area("people")

FIELD_KEYBOARD = Keyboard(
    rows=(("menu-out", "menu-in"), ("menu-leave", "menu-back"), ("menu-record", "menu-today")),
)
SUPERVISOR_KEYBOARD = Keyboard(rows=(("menu-team", "menu-approve"), ("menu-review", "menu-ask"), ("menu-today",)))
OTHER_KEYBOARD = Keyboard(rows=(("menu-today",),))
AUDITOR_KEYBOARD = Keyboard(rows=(("menu-team", "menu-ask"), ("menu-today",)))
BOTH_KEYBOARD = Keyboard(rows=(*FIELD_KEYBOARD.rows, ("menu-team", "menu-approve", "menu-review")))


class Choose(Button, prefix="people.choose"):
    language: str


class Accept(Button, prefix="people.accept"):
    pass


@area.command("start")
async def start(message: Message, turn: Turn, command: CommandObject) -> None:
    """A deep link lets somebody in; without one we greet those we know, and tell others how to enrol."""
    if command.args:
        await enter(turn, command.args.strip())
    elif turn.person is None:
        raise Refusal("turn-stranger")
    elif not has_access(turn.person, turn.today):
        raise Refusal("turn-no-access")
    elif turn.person.notice_accepted_at is None:
        ask_language(turn)
    else:
        welcome(turn, turn.person)


async def enter(turn: Turn, token: str) -> None:
    """Bind this Telegram account to the person of the invitation."""
    row = await store.invitation(turn.db, rules.fingerprint(token))
    found = rules.Invitation(row.id, row.person_id, row.expires, row.used_at, row.revoked_at) if row else None
    person_id = rules.enter(found, already=turn.person.id if turn.person else None, now=turn.now)
    person = await store.by_id(turn.db, person_id)
    if (
        found is None
        or person is None
        or not has_access(person, turn.now.astimezone(turn.zone_of(person.unit_id)).date())
    ):
        raise Refusal("people-link-unknown")
    if not await store.use_invitation(turn.db, found.id, turn.now):
        raise Refusal("people-link-used")
    await store.change(turn.db, person.id, telegram_id=turn.chat_id, bot=turn.bot, unreachable_since=None)
    turn.people_changed = True
    turn.note(f"person:{person.id}", invitation=found.id)
    turn.say("people-hello", name=person.name, code=person.code)
    ask_language(turn)


def ask_language(turn: Turn) -> None:
    # Each language is called by its own name, so that everybody can find theirs.
    rows = [[Choice(f"people-language-{language}", Choose(language=language))] for language in LANGUAGES]
    turn.say("people-choose-language", buttons=rows)


@area.taps(Choose)
async def choose(query: CallbackQuery, callback_data: Choose, turn: Turn) -> None:
    """Set the language; at the first start the confidentiality notice comes next."""
    if callback_data.language not in LANGUAGES:
        raise Refusal("turn-button-over")
    if not has_access(turn.me, turn.today):
        raise Refusal("turn-no-access")
    await store.change(turn.db, turn.me.id, language=callback_data.language)
    turn.people_changed = True
    turn.note(f"person:{turn.me.id}", language=callback_data.language)
    turn.person = person = with_language(turn.me, callback_data.language)
    turn.toast("people-language-set")
    if person.notice_accepted_at is None:
        notice(turn)
    else:
        welcome(turn, person)


def notice(turn: Turn) -> None:
    turn.say("people-notice", buttons=[[Choice("people-accept-notice", Accept())]])


@area.taps(Accept)
async def accept(query: CallbackQuery, turn: Turn) -> None:
    """The confidentiality notice was read and accepted; the log keeps it (S-03)."""
    person = turn.me
    if not has_access(person, turn.today):
        raise Refusal("turn-no-access")
    if person.notice_accepted_at is None:
        await store.change(turn.db, person.id, notice_accepted_at=turn.now)
        turn.people_changed = True
        turn.note(f"person:{person.id}", notice="accepted")
    welcome(turn, person)


@area.command("language")
async def language(message: Message, turn: Turn) -> None:
    if not has_access(turn.me, turn.today):
        raise Refusal("turn-no-access")
    ask_language(turn)


@area.command("me")
async def me(message: Message, turn: Turn) -> None:
    """Everything that the bot holds about the person as a person."""
    person = turn.me
    unit = turn.units.by_id[person.unit_id]
    turn.say(
        "people-me",
        name=person.name,
        code=person.code,
        unit=unit.name,
        roles=[
            Line(
                "people-me-role",
                role=Line(f"role-{grant.role.replace('_', '-')}"),
                unit=turn.units.by_id[grant.unit_id].name,
            )
            for grant in sorted(person.grants, key=lambda each: (each.role, each.unit_id))
        ],
        language=Line(f"people-language-{person.language}"),
        zone=unit.zone,
        accepted=person.notice_accepted_at or Line("people-not-yet"),
        flags=await flags_of(turn) if person.roles & FIELD else [],
    )


async def flags_of(turn: Turn) -> list[Line]:
    """What this month's register shows of the person: how well visits are supported, what came late, what is owed."""
    person, since = turn.me, turn.today.replace(day=1)
    visits = await flag_store.visits_since(turn.db, person.id, since)
    outings = await flag_store.outings_since(turn.db, person.id, since)
    on_duty = await flag_store.duty_days_since(turn.db, person.id, since)
    current = await records.in_force(turn.db, [each.id for each in visits])
    figures, zone = turn.policy.rules.outings, turn.zone
    bound = [(each, bound_to_hour(person.roles, each.day in on_duty, figures)) for each in outings]
    found = flags(visits, current, bound, turn.policy.rules.records, figures, zone, turn.now)
    grades = {grade.value: count for grade, count in found.visits.items()}
    return [
        Line("people-flags"),
        Line("people-flags-visits", count=len(visits), **grades),
        Line("people-flags-records", count=found.records, late=found.records_late, missing=found.records_missing),
        Line(
            "people-flags-outings",
            count=found.outings,
            told=found.declared_late,
            back=found.returned_late,
            corrected=found.returns_corrected,
        ),
        *proposals.own_lines(await penalties.of_person(turn.db, person.id, since)),
    ]


@area.command("help")
async def help(message: Message, turn: Turn) -> None:
    """Only what this person may do."""
    lines: list[Line] = []
    group = ""
    for action in commands_for(turn.me.roles):
        if (now := group_of(ACTIONS[action].menu)) != group:
            group = now
            lines.append(Line(f"people-help-{group}"))
        lines.append(Line("people-help-line", command=ACTIONS[action].command, what=Line(help_key(action))))
    if turn.me.roles & FIELD:
        lines.append(Line("people-help-spoken"))
    turn.say("people-help", lines=lines, keyboard=home_keyboard(turn.me))


@area.on("my_chat_member", F.chat.type == "private")
async def reach(event: ChatMemberUpdated, turn: Turn) -> None:
    """Somebody blocked the bot, or let it speak again (T31)."""
    if turn.person is None:
        return
    blocked = event.new_chat_member.status in ("kicked", "left")
    await store.change(turn.db, turn.person.id, unreachable_since=turn.now if blocked else None)
    turn.people_changed = True
    turn.note(f"person:{turn.person.id}", reachable=not blocked)


# ---------------------------------------------------------------- the home screen


def welcome(turn: Turn, person: Person) -> None:
    """The keyboard, and the menu of commands in the person's language."""
    first = "people-first-field" if person.roles & FIELD else "people-first-other"
    turn.say("people-welcome", name=person.name, first=Line(first), keyboard=home_keyboard(person))
    commands = [
        {
            "command": ACTIONS[action].command,
            "description": render(person.language, help_key(action), {}, zone=turn.zone, html=False),
        }
        for action in menu_of(person.roles)
    ]
    if turn.chat_id is not None:
        turn.call(
            "setMyCommands", turn.chat_id, "-", commands=commands, scope={"type": "chat", "chat_id": turn.chat_id}
        )


def home_keyboard(person: Person) -> Keyboard:
    """What this person does most, under the message field."""
    leads = bool(person.roles & SUPERVISING)
    if person.roles & {Role.RM, Role.CLERK}:
        return BOTH_KEYBOARD if leads else FIELD_KEYBOARD
    return SUPERVISOR_KEYBOARD if leads else AUDITOR_KEYBOARD if Role.AUDITOR in person.roles else OTHER_KEYBOARD


def group_of(menu: int) -> str:
    """Under which heading of /help a command stands, by its place in the menu."""
    return next(
        name for end, name in ((50, "field"), (60, "plan"), (70, "team"), (80, "leave"), (100, "more")) if menu < end
    )


def help_key(action: str) -> str:
    return f"help-{action.replace('.', '-')}"


def with_language(person: Person, language: str) -> Person:
    return replace(person, language=language)
