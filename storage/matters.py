"""What there is to do about clients this morning: their rhythm, their credit items, their days (A16, V01–V17, K01–K15).

For a batch of people who share a policy and a day: the number of statements is the same for one person and for two
hundred. The databases leave out what is quiet; the rules judge the rest.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.policy_sections import Policy
from bot.rules import cadence as rhythm, credit as credit_rules, occasions
from bot.rules.cadence import Line, Measure, Post, Rate, Standing
from bot.rules.credit import CreditItem, Step
from bot.rules.people import Person, Role, Units
from bot.rules.ranking import Matter, Reason
from bot.rules.workdays import WorkCalendar
from storage import cadence, credit
from storage.cadence import Kept
from storage.tables import client_dates, clients

POSTS: Mapping[Role, Post] = {Role.TEAM_LEADER: Post.TEAM_LEADER, Role.LEADER: Post.LEADER}


async def matters_of(
    db: AsyncConnection,
    people: Sequence[Person],
    policy: Policy,
    today: date,
    calendar: WorkCalendar,
    units: Units | None = None,
) -> dict[int, list[Matter]]:
    """What is due or within its lead for each of these people, by person; those with nothing are missing.

    They share a policy and a day. With `units` also the rhythm of those who lead (V03–V06).
    """
    found: dict[int, list[Matter]] = {}
    ids = [each.id for each in people]
    behind = await cadence.behind(db, ids, policy.rules.cadence, Post.RM, today)
    often = await often_done(db, behind, policy, today)
    marks = await cadence.marks(db, ids, policy.rules.cadence, today)
    for client in behind:
        mine = found.setdefault(client.keeper_id or 0, [])
        mark = [marks[client.keeper_id]] if client.keeper_id in marks else []
        mine += rhythm_of(client, today, policy, often=often.get(client.client_id, ()), marks=mark)
    found = {person_id: some for person_id, some in found.items() if some}
    until = today + credit_rules.horizon(policy.rules.credit)
    for item in await credit.owed(db, ids, until, today + credit_rules.soon(policy.rules.credit)):
        if (matter := credit_matter(item.item, today, policy, calendar)) is not None:
            found.setdefault(item.keeper_id or 0, []).append(matter)
    for keeper_id, matter in await occasions_of(db, ids, policy, today, calendar):
        found.setdefault(keeper_id, []).append(matter)
    if units is not None:
        for person_id, some in (await led_by(db, people, policy, today, units)).items():
            found.setdefault(person_id, []).extend(some)
    return found


# ---------------------------------------------------------------- the rhythm


async def often_done(
    db: AsyncConnection, behind: Sequence[Kept], policy: Policy, today: date
) -> dict[int, list[cadence.Done]]:
    """Every single time, by client, where a bank's policy wants something several times in a period; else nothing."""
    several = [line for line in policy.rules.cadence.lines if line.times > 1 and line.post is Post.RM]
    found: dict[int, list[cadence.Done]] = {}
    if several and behind:
        ids = [each.client_id for each in behind if any(line.segment == each.segment for line in several)]
        for each in await cadence.done_with(db, ids, min(line.every.before(today) for line in several).replace(day=1)):
            found.setdefault(each.client_id, []).append(each)
    return found


def rhythm_of(
    client: Kept, today: date, policy: Policy, *, often: Sequence[cadence.Done] = (), marks: Sequence[Rate] = ()
) -> list[Matter]:
    """What the rhythm of a relationship manager says about a client today.

    `often` is every single time, for lines that want several; `marks` are those of the keeper's portfolio (D41).
    """
    plan = policy.rules.cadence
    lines = plan.lines_of(client.segment, client.tier, Post.RM)
    found = []
    for line in lines:
        days = days_of(client, line, policy)
        if line.times > 1:
            counting = plan.counting(line.measure, client.tier)
            days = sorted({*days, *(each.day for each in often if each.channel in counting)})
        if max(days, default=client.since) > rhythm.cutoff(line, today, plan):
            continue  # as the database would have said of this line alone
        now = rhythm.standing(line, days, client.since, today, plan)
        if now.state is not rhythm.State.DONE:
            must = rhythm.is_must(line, client.tier, marks, plan)
            found.append(rhythm_matter(client.client_id, now, today, must))
    return found


def days_of(client: Kept, line: Line, policy: Policy) -> list[date]:
    if line.measure is Measure.ANALYSIS:
        return [client.analysed] if client.analysed else []
    return client.days(policy.rules.cadence.counting(line.measure, client.tier))


def rhythm_matter(client_id: int, now: Standing, today: date, must: bool = True) -> Matter:
    figure = (today - now.last).days if now.last else -1
    measure = now.line.measure
    reason = Reason.PHONE if measure is Measure.CONTACT else Reason(measure)  # a call is enough for it
    return Matter(reason, now.line.rule, now.due, client_id, client_id, figure, must)


async def led_by(
    db: AsyncConnection, people: Sequence[Person], policy: Policy, today: date, units: Units
) -> dict[int, list[Matter]]:
    """What the rhythm of those who lead says: all clients of their units that have a line for their post (V03–V06)."""
    plan = policy.rules.cadence
    leading = {
        (person.id, POSTS[grant.role]): grant.unit_id
        for person in people
        for grant in person.grants
        if grant.role in POSTS
    }
    lines = [line for line in plan.lines if any(post is line.post for _, post in leading)]
    if not lines:
        return {}
    below = {unit_id: units.below(unit_id) for unit_id in leading.values()}
    everywhere = {each for some in below.values() for each in some}
    by_unit: dict[int, list[Kept]] = {}
    for client in await cadence.kept_in(db, everywhere, {line.segment for line in lines}):
        by_unit.setdefault(client.unit_id or 0, []).append(client)
    longest = min(line.every.before(today) for line in lines)
    done: dict[tuple[int, int], list[cadence.Done]] = {}
    for each in await cadence.done_by(db, [person_id for person_id, _ in leading], longest.replace(day=1)):
        done.setdefault((each.person_id, each.client_id), []).append(each)
    found: dict[int, list[Matter]] = {}
    for (person_id, post), unit_id in leading.items():
        for client in (each for unit in below[unit_id] for each in by_unit.get(unit, ())):
            if client.keeper_id == person_id:
                continue  # their own clients have the rhythm of a relationship manager
            own = done.get((person_id, client.client_id), ())
            for line in plan.lines_of(client.segment, client.tier, post):
                channels = plan.counting(line.measure, client.tier)
                days = [each.day for each in own if each.channel in channels]
                now = rhythm.standing(line, days, client.since, today, plan)
                if now.state is not rhythm.State.DONE:
                    found.setdefault(person_id, []).append(rhythm_matter(client.client_id, now, today))
    return found


# ---------------------------------------------------------------- credit

REASONS: Mapping[tuple[credit_rules.Sort, Step | None], Reason] = {
    (credit_rules.Sort.RATING, Step.NOTICE): Reason.RATING_NOTICE,
    (credit_rules.Sort.RATING, Step.START): Reason.RATING_WINDOW,
    (credit_rules.Sort.RATING, Step.FILE): Reason.RATING_FILE,
    (credit_rules.Sort.RATING, Step.RENEW): Reason.RATING_FILE,
    (credit_rules.Sort.LINE, Step.NOTICE): Reason.LINE_NOTICE,
    (credit_rules.Sort.LINE, Step.DILIGENCE): Reason.LINE_FILE,
    (credit_rules.Sort.LINE, Step.FILE): Reason.LINE_FILE,
    (credit_rules.Sort.LINE, Step.RENEW): Reason.LINE_FILE,
    (credit_rules.Sort.LOAN, Step.TALK): Reason.RELEND_TALK,
    (credit_rules.Sort.LOAN, Step.NOTIFY): Reason.LOAN_NOTICE,
    (credit_rules.Sort.LOAN, Step.REPAY): Reason.LOAN_NOTICE,
    (credit_rules.Sort.INTEREST, Step.CHECK): Reason.INTEREST,
    (credit_rules.Sort.INTEREST, Step.REMIND): Reason.INTEREST,
    (credit_rules.Sort.INTEREST, Step.TAKEN): Reason.INTEREST,
    (credit_rules.Sort.RECONCILIATION, Step.REMIND): Reason.RECONCILIATION,
    (credit_rules.Sort.RECONCILIATION, Step.CONFIRM): Reason.RECONCILIATION,
}


def credit_matter(item: CreditItem, today: date, policy: Policy, calendar: WorkCalendar) -> Matter | None:
    """What a credit item wants today; none while it is quiet."""
    now = credit_rules.occurrence(item, today, policy.rules.credit, calendar)
    says = credit_rules.verdict(now, today, policy.rules.credit, calendar)
    if says.step is None:
        return None
    reason = REASONS[item.sort, says.step]
    return Matter(reason, says.rule, says.by, item.client_id, item.id, says.days_left, True)


# ---------------------------------------------------------------- birthdays and important days


async def occasions_of(
    db: AsyncConnection, keepers: Iterable[int], policy: Policy, today: date, calendar: WorkCalendar
) -> list[tuple[int, Matter]]:
    """Who of these keepers' clients has a day to be thought of today, with the keeper (V17): one statement."""
    care = policy.rules.care
    leads = {"birthday": care.birthday_days_before, "anniversary": care.anniversary_days_before}
    spoken = {kind: occasions.days_ahead(today, lead, calendar) for kind, lead in leads.items()}
    d = client_dates.c
    falls = [
        and_(d.kind == kind, or_(*(and_(d.month == m, d.day == n) for m, n in occasions.months_and_days(days))))
        for kind, days in spoken.items()
    ]
    rows = await db.execute(
        select(clients.c.keeper_id, clients.c.id, d.kind, d.month, d.day)
        .select_from(client_dates.join(clients, clients.c.id == d.client_id))
        .where(clients.c.keeper_id.in_(sorted(set(keepers))), clients.c.active, or_(*falls))
        .order_by(clients.c.id, d.kind)
    )
    found = []
    for keeper_id, client_id, kind, month, day in rows:
        on = occasions.next_on(month, day, today)
        reason = Reason.BIRTHDAY if kind == "birthday" else Reason.IMPORTANT_DAY
        found.append((keeper_id, Matter(reason, "V17", on, client_id, client_id, (on - today).days, False)))
    return found
