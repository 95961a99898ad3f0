"""The queue of records with what speaks for reading each first: near-copies, length, dates, complaints (A09, A17, C25).

How alike two records are is a matter of their words (rapidfuzz); everything else the register knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz

from bot import clock
from bot.language import dates
from bot.rules import review_risk as rules
from bot.rules.findings import Findings
from bot.rules.people import Person
from bot.rules.records import Record, is_late
from bot.rules.review_readings import Sample
from bot.rules.review_risk import Entry, Facts, ReviewPolicy
from bot.rules.visits import Visit
from bot.turn import Turn
from handlers import team
from storage import clients as client_store, findings as finding_store, people as people_store, review_queue as store
from storage.clients import Client

MOST = 300  # records that one queue weighs; the oldest wait for the next look
MOST_TEXTS = 4000
COMPARED = timedelta(days=180)  # how far back words are compared
NEAR = timedelta(days=14)  # a complaint this near to a visit


@dataclass(frozen=True)
class Queue:
    """The records that wait for this supervisor, in the order in which to read them."""

    entries: Sequence[Entry]
    people: Mapping[int, Person]
    visits: Mapping[int, Visit]
    records: Mapping[int, Record]  # by visit
    clients: Mapping[int, Client]

    def after(self, visit_id: int) -> Entry | None:
        """The next one to open: behind this one if it still waits, else the first."""
        waiting = [each for each in self.entries if each.record_id is not None]
        numbers = [each.visit_id for each in waiting]
        if visit_id in numbers:
            behind = waiting[numbers.index(visit_id) + 1 :]
            return behind[0] if behind else None
        return waiting[0] if waiting else None


async def queue_of(turn: Turn, *, draw: bool = False) -> Queue:
    """Weigh what waits in the units that this person leads; `draw` also fills up the month's sample (A17)."""
    units = team.led(turn)
    policy = turn.policy.rules.review
    today = turn.today
    since = today - policy.look_back
    pairs = await store.unread(turn.db, units, since, turn.me.id, MOST)
    absent = [each for each in await store.missing(turn.db, units, since, today, turn.me.id, MOST) if over(turn, each)]
    people = await people_store.by_ids(turn.db, {visit.person_id for _, visit in pairs} | {v.person_id for v in absent})
    if draw:
        await fill_sample(turn, [record for record, _ in pairs], policy)
    sampled = await store.sampled(turn.db, [record.id for record, _ in pairs])
    texts = await store.earlier_texts(turn.db, {record.person_id for record, _ in pairs}, today - COMPARED, MOST_TEXTS)
    found = await finding_store.of_records(turn.db, [record.id for record, _ in pairs])
    complaints = await store.complaints(turn.db, units, since - NEAR)
    entries = [
        rules.judge(
            Facts(
                visit=visit,
                record=record,
                alike=alike(record, texts.get(record.person_id, ()), policy),
                dated=is_dated(turn, record, found.get(record.id)),
                complaint=near(visit, complaints),
            ),
            policy,
            record.id in sampled,
        )
        for record, visit in pairs
    ]
    entries += [rules.judge(Facts(visit=each, record=None), policy) for each in absent]
    visits = {visit.id: visit for _, visit in pairs} | {each.id: each for each in absent}
    return Queue(
        rules.in_order(entries, policy.every),
        people,
        visits,
        {record.visit_id: record for record, _ in pairs},
        await client_store.clients_by_id(turn.db, [each.client_id for each in visits.values()]),
    )


def over(turn: Turn, visit: Visit) -> bool:
    """Whether the time to hand the record in has passed (A07)."""
    zone = turn.zone_of(visit.unit_id)
    return is_late(visit.day, turn.policy_of(visit.unit_id).rules.records, zone, turn.now)


async def fill_sample(turn: Turn, waiting: Iterable[Record], policy: ReviewPolicy) -> None:
    """Draw by chance, for each RM, what the month's sample still lacks."""
    month = turn.today.replace(day=1)
    mine: dict[int, list[Record]] = {}
    for each in waiting:
        if each.day >= month:
            mine.setdefault(each.person_id, []).append(each)
    had = await store.drawn_in(turn.db, mine, month)
    already = await store.sampled(turn.db, [each.id for some in mine.values() for each in some])
    chosen: list[Sample] = []
    for person_id, some in mine.items():
        fresh = [each.id for each in some if each.id not in already]
        units = {each.id: each.unit_id for each in some}
        for record_id in rules.draw(fresh, policy.samples - had.get(person_id, 0), clock.token()):
            chosen.append(
                Sample(
                    id=0,
                    record_id=record_id,
                    person_id=person_id,
                    unit_id=units[record_id],
                    month=month,
                    drawn_at=turn.now,
                    drawn_for=turn.me.id,
                )
            )
    if chosen:
        await store.draw(turn.db, chosen)
        turn.note("sample", drawn=sorted(each.record_id for each in chosen))


def alike(record: Record, earlier: Iterable[tuple[int, int, str]], policy: ReviewPolicy) -> int:
    """How alike the words are to the nearest earlier record of the person, in percent; versions of the same are not."""
    text = f"{record.purpose or ''} {record.result or ''}"
    if len(text) < policy.fewest_copied:
        return 0
    others = (words for number, visit_id, words in earlier if number < record.id and visit_id != record.visit_id)
    ratios = (fuzz.ratio(text, words, score_cutoff=policy.copy_percent) for words in others)
    return round(max(ratios, default=0))


def is_dated(turn: Turn, record: Record, found: Findings | None) -> bool:
    """Whether the next step names a day."""
    if found is not None and found.next_day is not None:
        return True
    written = record.written_at.astimezone(turn.zone_of(record.unit_id)).replace(tzinfo=None)
    return any(not each.recurring for each in dates.read(record.next_step or "", written, turn.language))


def near(visit: Visit, complaints: Mapping[int, Sequence[date]]) -> bool:
    return any(abs(day - visit.day) <= NEAR for day in complaints.get(visit.client_id or 0, ()))
