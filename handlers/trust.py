"""What an auditor relies on: the audit is linked and sealed, what is over goes, and recordings don't stay in chats."""

from datetime import UTC, datetime, time, timedelta

from bot.rules import chain, retention as rules
from bot.rules.chain import Seal
from bot.rules.people import Person, Role, has_access
from bot.rules.retention import Kind
from bot.talk import Area
from bot.turn import REMINDER, Turn
from storage import audit as store, retention as retention_store
from storage.people import by_id, by_ids

area = Area("trust")

AT_ONCE = 1_000  # lines that are linked in one turn: tens of milliseconds
WATCH_EVERY = timedelta(hours=1)
TELL_AGAIN = timedelta(hours=24)


@area.standing
async def link(turn: Turn) -> None:
    """Link new lines, seal the days that are over and tell whom the policy names (C14)."""
    linked = await store.link(turn.db, turn.units, turn.now, AT_ONCE)
    policy = turn.policies.of(()).audit
    wait = timedelta(0) if linked == AT_ONCE else timedelta(minutes=policy.link_minutes)
    turn.later("trust.link", name="trust.link", due=turn.now + wait)
    if linked == AT_ONCE:
        return
    seals = await store.seal(turn.db, turn.units, turn.now)
    if seals:
        turn.note("audit", sealed=len(seals), code=chain.code(seals[-1].hash))
        first, last = seals[0].id, seals[-1].id
        turn.later(
            "trust.tell", name=f"trust.tell:{first}", due=next_time(turn, policy.told_at), first=first, last=last
        )


@area.job
async def tell(turn: Turn, first: int, last: int) -> None:
    """Say the seals to those whom the policy names: so they are kept outside of our database, too."""
    seals = [each async for each in store.all_seals(turn.db) if first <= each.id <= last]
    told_to = turn.policies.of(()).audit.told_to
    turn.rank = REMINDER
    if seals and "auditor" in told_to:
        newest, lines = seals[-1], sum(each.lines for each in seals)
        for auditor in await holders(turn, Role.AUDITOR):
            code = chain.code(newest.hash)
            turn.say("trust-sealed", to=auditor, day=newest.day, lines=lines, count=len(seals), code=code)
    if "supervisor" in told_to:
        for seal in seals:
            await tell_head(turn, seal)


async def tell_head(turn: Turn, seal: Seal) -> None:
    """Say one unit's seal to its head."""
    unit = turn.units.by_id.get(seal.unit_id)
    head = await by_id(turn.db, unit.head_id) if unit and unit.head_id is not None else None
    if unit is not None and head is not None and allowed(turn, head):
        code = chain.code(seal.hash)
        turn.say("trust-sealed-unit", to=head, day=seal.day, unit=unit.name, lines=seal.lines, code=code)


@area.standing
async def purge(turn: Turn) -> None:
    """Purge what is over, once a night, and part from those who left (C06, S-01)."""
    policy = turn.policies.of(())
    turn.later("trust.purge", name="trust.purge", due=next_time(turn, policy.keeping.purge_at))
    days = policy.retention_days
    before = rules.cutoffs(
        {
            Kind.NOTE: days.visit_note,
            Kind.LEAVE: days.leave,
            Kind.PROOF: days.leave_proof,
            Kind.MESSAGE: days.message_text,
            Kind.AUDIT: days.audit,
        },
        turn.now,
    )
    done = await retention_store.purge(turn.db, before, turn.now)
    facts = {each.kind.value: each.gone for each in done if each.gone}
    held = sum(each.held for each in done)
    if policy.keeping.leavers_lose_extras:
        yesterday = turn.now.astimezone(store.zone_of(turn.units, store.PROGRAM)).date()
        gone = await retention_store.leavers(turn.db, yesterday)
        for person_id in gone:
            await retention_store.part(turn.db, person_id)
        if gone:
            facts[Kind.LEAVER.value] = len(gone)
            turn.people_changed = True
    if facts or held:
        turn.note("house", purged=facts, held=held)


@area.standing
async def watch(turn: Turn, told: str | None = None) -> None:
    """Recordings that are in a chat for too long are an alarm to the administrators, once a day (S-03)."""
    hours = timedelta(hours=turn.policies.of(()).keeping.recording_hours)
    since = turn.now - rules.RECORDING_LASTS
    count = await retention_store.recordings_left(turn.db, turn.now - min(hours, rules.RECORDING_LASTS), since)
    fresh = told is None or turn.now - datetime.fromisoformat(told) >= TELL_AGAIN
    if count and fresh:
        told = turn.now.isoformat()
        turn.rank = REMINDER
        for administrator in await holders(turn, Role.ADMINISTRATOR):
            turn.say("trust-recordings-left", to=administrator, count=count, hours=int(hours.total_seconds() // 3600))
        turn.note("recordings", left=count)
    turn.later("trust.watch", name="trust.watch", due=turn.now + WATCH_EVERY, told=told if count else None)


# ---------------------------------------------------------------- small things


async def holders(turn: Turn, role: Role) -> list[Person]:
    """Those who hold a role and may be spoken to."""
    found = await by_ids(turn.db, await store.holders(turn.db, role))
    return [each for each in found.values() if allowed(turn, each)]


def allowed(turn: Turn, person: Person) -> bool:
    return has_access(person, turn.now.astimezone(turn.zone_of(person.unit_id)).date())


def next_time(turn: Turn, at: time) -> datetime:
    """The next moment at which it is this hour where the bank's tree of units begins, aware UTC."""
    zone = store.zone_of(turn.units, store.PROGRAM)
    day = turn.now.astimezone(zone).date()
    moment = datetime.combine(day, at, zone)
    if moment <= turn.now:
        moment = datetime.combine(day + timedelta(days=1), at, zone)
    return moment.astimezone(UTC)
