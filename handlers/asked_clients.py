"""Questions about clients and their credit calendar, within scope (V01-V17, K01-K15, S-02)."""

from collections.abc import Sequence
from datetime import timedelta

from bot.language.question import Question
from bot.rules import credit as credit_rules
from bot.rules.cadence import Post
from bot.rules.credit import Sort, Step
from bot.text import Line
from bot.turn import Turn
from handlers.asked import CHANNELS, Found, Row, to_person
from handlers.visit_card import name_of
from handlers.workdays import calendar_of
from storage import cadence, clients as client_store, credit, matters, people as people_store, questions as store
from storage.clients import Client
from storage.questions import Where

FAR_BACK = timedelta(days=3_650)


async def of_clients(turn: Turn, question: Question, where: Where) -> Found:
    """Clients who were met or not, who are due or overdue, whose birthday it is, who are new."""
    channels = CHANNELS.get(question.channel or "", frozenset())
    if "birthday" in question.status:
        born = await store.birthdays_in(turn.db, where)
        return Found(
            [Row(Line("asking-row-birthday", client=name_of(turn, one, None), month=m, day=d)) for one, m, d in born]
        )
    if "new" in question.status:
        return Found(await client_rows(turn, await store.new_in(turn.db, where)), note=Line("asking-note-new"))
    if "overdue" in question.status or "due" in question.status:
        return await of_rhythm(turn, question, where)
    every, total = await store.clients_in(turn.db, where)
    if not question.status:
        return Found(await client_rows(turn, every), total=total)
    met = "not_visited" not in question.status
    chosen, count = await store.clients_in(turn.db, where, met=met, channels=channels)
    return Found(await client_rows(turn, chosen), of=total, total=count)


async def of_rhythm(turn: Turn, question: Question, where: Where) -> Found:
    """Clients about whom the rhythm has something to say (V01-V14): overdue, or due."""
    policy = turn.policy
    kept = await cadence.behind_in(turn.db, where.units, policy.rules.cadence, Post.RM, turn.today)
    late_only = "overdue" in question.status
    ids = []
    for each in kept:
        fits = (where.person_id is None or each.keeper_id == where.person_id) and (
            not where.tiers or each.tier in where.tiers
        )
        states = [matter.due < turn.today for matter in matters.rhythm_of(each, turn.today, policy)] if fits else []
        if any(states) if late_only else bool(states):
            ids.append(each.client_id)
    found = await client_store.clients_by_id(turn.db, ids[: store.MOST])
    return Found(await client_rows(turn, [found[each] for each in ids if each in found]), total=len(ids))


async def client_rows(turn: Turn, clients: Sequence[Client]) -> list[Row]:
    keepers = await people_store.by_ids(turn.db, [each.keeper_id for each in clients if each.keeper_id is not None])
    rows = []
    for each in clients:
        keeper = keepers.get(each.keeper_id or 0)
        line = Line(
            "asking-row-client",
            client=name_of(turn, each, None),
            tier=Line("asking-tier", tier=tier_line(each.tier)) if each.tier else "",
            keeper=Line("asking-keeper", name=keeper.name) if keeper else "",
        )
        rows.append(Row(line, to_person(keeper.id, keeper.name) if keeper else None))
    return rows


def tier_line(tier: str) -> str | Line:
    """A tier in words, where it is one that the bot knows."""
    return Line(f"asking-tier-{tier}") if tier in ("diamond", "platinum", "gold") else tier


KINDS = {"line": Sort.LINE, "loan": Sort.LOAN, "rating": Sort.RATING, "interest": Sort.INTEREST,
         "reconciliation": Sort.RECONCILIATION}  # fmt: skip
NOTICE = frozenset({Step.NOTICE, Step.NOTIFY})


async def of_credit(turn: Turn, question: Question, where: Where) -> Found:
    """Items of the credit calendar that end, have ended, fell short, or whose notice is not out (K01-K15)."""
    sorts = [KINDS[question.kind]] if question.kind in KINDS else []
    policy, calendar = turn.policy.rules.credit, calendar_of(turn, turn.me.unit_id)
    first = turn.today - FAR_BACK if "expired" in question.status else where.first
    last = min(where.last, turn.today - timedelta(days=1)) if "expired" in question.status else where.last
    if "shortfall" in question.status or (sorts and sorts[0] in (Sort.INTEREST, Sort.RECONCILIATION)):
        items = [each for each in await credit.owed_in(turn.db, where.units, last) if not sorts or each.sort in sorts]
        if "shortfall" in question.status:
            items = [each for each in items if Step.SHORT in each.done]
    else:
        items = await credit.ending(turn.db, where.units, first, last, sorts)
    if "notice_not_sent" in question.status:
        items = [each for each in items if each.sort in NOTICED and not NOTICE & set(each.done)]
    if where.person_id is not None:
        items = [each for each in items if each.keeper_id == where.person_id]
    if where.client_id is not None:
        items = [each for each in items if each.client_id == where.client_id]
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in items[: store.MOST]])
    items = [each for each in items if each.client_id in clients and tier_fits(clients[each.client_id], where)]
    keepers = await people_store.by_ids(turn.db, [each.keeper_id for each in items if each.keeper_id is not None])
    rows = []
    for each in items:
        item = credit_rules.occurrence(each.item, turn.today, policy, calendar)
        left = credit_rules.verdict(item, turn.today, policy, calendar).days_left
        keeper = keepers.get(each.keeper_id or 0)
        line = Line(
            "asking-row-credit",
            client=name_of(turn, clients[each.client_id], None),
            kind=Line(f"asking-kind-{each.sort}"),
            day=item.due,
            left=Line("asking-days-left", days=left) if left >= 0 else Line("asking-days-past", days=-left),
            keeper=Line("asking-keeper", name=keeper.name) if keeper else "",
        )
        rows.append(Row(line, to_person(keeper.id, keeper.name) if keeper else None))
    return Found(rows)


NOTICED = frozenset({Sort.LINE, Sort.RATING, Sort.LOAN})


def tier_fits(client: Client, where: Where) -> bool:
    return not where.tiers or client.tier in where.tiers
