"""Letting colleagues in: a one-time link for one person of the name list (SY36)."""

from datetime import timedelta
from typing import Any

from aiogram import F
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from bot import clock
from bot.buttons import Button, Choice
from bot.rules.invitations import fingerprint
from bot.rules.people import Person, Role, has_access, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area, In, Step
from bot.turn import Turn
from storage import people as store

area = Area("staff")

MOST_OFFERED = 12
ADMINISTRATING = frozenset({Role.ADMINISTRATOR})


class AskWhom(Step, kind="staff.whom"):
    """The administrator is to name a colleague."""


class Link(Button, prefix="staff.link"):
    person_id: int


@area.command("invite")
async def invite(message: Message, turn: Turn, command: CommandObject) -> None:
    """Make a link for a staff code, or offer those who are not enrolled yet."""
    if command.args:
        await hand_out(turn, await person_with(turn, command.args.strip()))
        return
    scopes = {grant.unit_id for grant in turn.me.grants if grant.role is Role.ADMINISTRATOR}
    units = frozenset[int]().union(*(turn.units.below(scope) for scope in scopes))
    waiting = [each for each in await store.in_units(turn.db, units) if is_waiting(turn, each)]
    if not waiting:
        turn.say("staff-nobody-waits")
        return
    rows = [
        [Choice("staff-label", Link(person_id=each.id), code=each.code, name=each.name)]
        for each in waiting[:MOST_OFFERED]
    ]
    turn.say("staff-whom", buttons=rows)
    turn.go(AskWhom())


@area.hears(In(AskWhom), F.text)
async def named(message: Message, turn: Turn, step: AskWhom) -> None:
    await hand_out(turn, await person_with(turn, (message.text or "").strip()))
    turn.go(None)


@area.taps(Link)
async def link(query: CallbackQuery, callback_data: Link, turn: Turn) -> None:
    person = await store.by_id(turn.db, callback_data.person_id)
    if person is None or not administers(turn, person):
        raise Refusal("turn-not-allowed")
    await hand_out(turn, person)
    turn.go(None)


async def hand_out(turn: Turn, person: Person) -> None:
    """Write the invitation down (its hash), and say it to the administrator."""
    if not has_access(person, turn.now.astimezone(turn.zone_of(person.unit_id)).date()):
        raise Refusal("staff-no-access-now", code=person.code)
    token = clock.token()
    expires = turn.now + timedelta(hours=turn.policy_of(person.unit_id).access.invitation_hours)
    await store.invite(turn.db, person.id, fingerprint(token), turn.me.id, turn.now, expires)
    turn.note(f"person:{person.id}", expires=expires.isoformat())
    facts: dict[str, Any] = {"name": person.name, "code": person.code, "expires": expires}
    if turn.bot_name:
        turn.say("staff-link", link=f"https://t.me/{turn.bot_name}?start={token}", **facts)
    else:
        turn.say("staff-no-link", token=token, **facts)


async def person_with(turn: Turn, code: str) -> Person:
    """The colleague with this staff code; those outside one's units do not exist (C02)."""
    person = await store.by_code(turn.db, code)
    if person is None or not administers(turn, person):
        raise Refusal("staff-unknown", code=code[:40])
    return person


def administers(turn: Turn, person: Person) -> bool:
    return reaches(turn.me, person.unit_id, turn.units, ADMINISTRATING)


def is_waiting(turn: Turn, person: Person) -> bool:
    return person.telegram_id is None and has_access(person, turn.today)
