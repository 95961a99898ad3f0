"""Who hears what would have gone to somebody who is on leave: whoever accepted their work (L02, 5.5).

A stand-in who is away as well is stood in for in turn; where the chain ends in nobody, nobody hears it, and least of
all the person on leave.
"""

from collections.abc import Iterable
from datetime import datetime

from bot.rules.people import Person
from bot.turn import Turn
from storage import leave as store, outings as outing_store, people

LONGEST_CHAIN = 5


async def listeners(turn: Turn, persons: Iterable[Person], at: datetime | None = None) -> dict[int, Person | None]:
    """For each of these people who hears a reminder for them at a moment (else now): themselves where they are not on
    leave, else whoever stands in for them, else None."""
    moment = at or turn.now
    known = {each.id: each for each in persons}
    hears: dict[int, int | None] = {each: each for each in known}
    for _ in range(LONGEST_CHAIN):
        away = await outing_store.absent(turn.db, [each for each in hears.values() if each], moment, moment)
        if not away:
            break
        instead = await store.standing_in(turn.db, away, moment)
        hears = {each: instead.get(now) if now in away else now for each, now in hears.items() if now} | {
            each: None for each, now in hears.items() if not now
        }
    else:  # a ring: everybody stands in for somebody who is away
        hears = {each: now if now == each else None for each, now in hears.items()}
    known |= await people.by_ids(turn.db, {each for each in hears.values() if each} - set(known))
    return {each: known.get(now) if now else None for each, now in hears.items()}


async def listener(turn: Turn, person: Person, at: datetime | None = None) -> Person | None:
    """Who hears a reminder for one person."""
    return (await listeners(turn, [person], at))[person.id]
