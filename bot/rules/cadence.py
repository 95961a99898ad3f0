"""How often a client is to be seen and called, and what counts for what (V01–V07, V11–V16, V23, V28, D01–D03, D41).

The rhythm is data: a line of the policy says for a segment, a post and perhaps a tier how often one measure is wanted.
What was done is known as days: a visit only once its record has been handed in, a contact at once. A rule never asks
the day itself; it is told. What is done early counts, and the next is counted from then.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from bot.rules.contacts import Channel
from bot.rules.months import Length, Period

HALF_YEAR = Period(1, Length.HALF_YEAR)


class Measure(StrEnum):
    """What is wanted."""

    ON_SITE = "on_site"  # V01, V03, V05: at the client's place
    VISIT = "visit"  # V12: met in person; for platinum and above at their place (V13)
    PHONE = "phone"  # V02, V04, V06, V11
    ANALYSIS = "analysis"  # V16: the client's contribution looked at
    CONTACT = "contact"  # V23, V24, V28: in whatever way


class Post(StrEnum):
    """Whose rhythm it is (D22, D32)."""

    RM = "rm"
    TEAM_LEADER = "team_leader"
    LEADER = "leader_in_charge"


class Window(StrEnum):
    """Whether a period runs from the last time, or is the calendar's own week, month, quarter."""

    ROLLING = "rolling"
    CALENDAR = "calendar"


class State(StrEnum):
    """How a client stands with one line."""

    DONE = "done"  # often enough, and nothing is due soon
    DUE = "due"  # today or soon
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rhythm: this measure so many times in a period."""

    segment: str
    post: Post
    tier: str | None  # None: every tier that has no line of its own
    measure: Measure
    every: Period
    times: int
    rule: str  # "V01"

    @property
    def about(self) -> tuple[str, Post, str | None, Measure]:
        return self.segment, self.post, self.tier, self.measure

    def __str__(self) -> str:
        """As a policy file has it."""
        tier = f', tier = "{self.tier}"' if self.tier else ""
        often = f'{{ every = "{self.every}", times = {self.times} }}'
        return f'{{ segment = "{self.segment}", role = "{self.post}"{tier}, {self.measure} = {often} }}'


@dataclass(frozen=True, slots=True)
class CadencePolicy:
    """The bank's figures about contact."""

    lines: tuple[Line, ...] = ()
    window: Window = Window.ROLLING
    counts_for: Mapping[Measure, frozenset[Channel]] = field(
        default_factory=lambda: {
            Measure.ON_SITE: frozenset({Channel.ON_SITE}),
            Measure.VISIT: frozenset({Channel.ON_SITE, Channel.RECEPTION, Channel.EVENT}),
            Measure.PHONE: frozenset({Channel.PHONE}),
            Measure.CONTACT: frozenset(Channel),
        }
    )  # D03: a call is never a visit
    ahead_percent: int = 10  # a line is due so much of its period before its day
    on_site_tiers: frozenset[str] = frozenset({"platinum", "diamond"})  # V13
    on_site_rate: float = 0.90  # V13
    face_tiers: frozenset[str] = frozenset({"gold"})  # V14
    face_rate: float = 0.40  # V14
    rate_period: Period = HALF_YEAR

    def lines_of(self, segment: str, tier: str | None, post: Post) -> tuple[Line, ...]:
        """The lines for a client; one for their tier goes before the segment's own."""
        own = [each for each in self.lines if each.segment == segment and each.post is post]
        exact = {each.measure for each in own if each.tier is not None and each.tier == tier}
        return tuple(each for each in own if each.tier == tier or (each.tier is None and each.measure not in exact))

    def counting(self, measure: Measure, tier: str | None) -> frozenset[Channel]:
        """What counts towards a measure for a client of this tier (D03, V13, V15)."""
        if measure is Measure.VISIT and tier in self.on_site_tiers:
            return self.counts_for[Measure.ON_SITE]
        return self.counts_for.get(measure, frozenset())


class Standing(NamedTuple):
    """How a client stands with one line on a day."""

    line: Line
    state: State
    due: date  # the day by which it is to be done next
    last: date | None  # the last time that counted
    done: int  # how often in the period


def standing(line: Line, done: Sequence[date], since: date, day: date, policy: CadencePolicy) -> Standing:
    """How a client stands with a line on a day.

    `done` are the days that count, in any order and on or before `day`; `since` is when the counting began: a client
    taken over today is not overdue today.
    """
    latest = sorted((each for each in done if each <= day), reverse=True)
    last = latest[0] if latest else None
    if policy.window is Window.CALENDAR:
        return by_calendar(line, latest, last, since, day, policy)
    if line.times == 1:  # most lines by far, and there are millions of clients
        due = line.every.after(last or since)
        return Standing(line, state_of(due, day, ahead(line, policy)), due, last, int(last is not None and due > day))
    within = sum(1 for each in latest if line.every.after(each) > day)
    due = due_after(line, latest, since)
    return Standing(line, state_of(due, day, ahead(line, policy)), due, last, within)


def due_after(line: Line, latest: Sequence[date], since: date) -> date:
    """When it is due next, rolling: a period after the time that is about to fall out of it.

    With two times in a quarter that is the last but one; where fewer are known it is owed a period after the beginning.
    """
    return line.every.after(latest[line.times - 1] if len(latest) >= line.times else since)


def by_calendar(
    line: Line, latest: Sequence[date], last: date | None, since: date, day: date, policy: CadencePolicy
) -> Standing:
    """The calendar's own period: done when often enough in it, overdue when the one before was missed as well."""
    first, end = line.every.around(day)
    within = sum(1 for each in latest if each >= first)
    if within >= line.times:
        return Standing(line, State.DONE, line.every.around(end + timedelta(days=1))[1], last, within)
    before, _ = line.every.around(first - timedelta(days=1))
    missed = since <= before and sum(1 for each in latest if before <= each < first) < line.times
    if missed:
        return Standing(line, State.OVERDUE, first - timedelta(days=1), last, within)
    return Standing(line, state_of(end, day, ahead(line, policy)), end, last, within)


def state_of(due: date, day: date, ahead_days: int) -> State:
    if day > due:
        return State.OVERDUE
    return State.DUE if (due - day).days <= ahead_days else State.DONE


def ahead(line: Line, policy: CadencePolicy) -> int:
    """How many days before its day a line is spoken of: a tenth of its period."""
    return line.every.days * policy.ahead_percent // 100


class Gate(NamedTuple):
    """What lets a database leave out the clients about whom there is nothing to say: the rule as two figures.

    A client of this segment and tier has something due when the last use of any of `channels`, or the beginning of the
    counting where there was none, is not after `cutoff`. `tiers_but` are the tiers that have a line of their own.
    """

    line: Line
    channels: frozenset[Channel]
    tier: str | None
    tiers_but: frozenset[str]
    cutoff: date


def gates(policy: CadencePolicy, post: Post, day: date) -> tuple[Gate, ...]:
    """The gates of every line of a post on a day. They let through everything that is due, and perhaps a little more:
    `standing` decides. Lines that want more than one time let everything through that was not done today."""
    found = []
    for line in policy.lines:
        if line.post is not post:
            continue
        others = frozenset(
            each.tier
            for each in policy.lines
            if (each.segment, each.post, each.measure) == (line.segment, post, line.measure)
            and each.tier is not None
            and line.tier is None
        )
        for tier, channels, but in variants(line, others, policy):
            found.append(Gate(line, channels, tier, but, cutoff(line, day, policy)))
    return tuple(found)


def variants(
    line: Line, others: frozenset[str], policy: CadencePolicy
) -> Iterable[tuple[str | None, frozenset[Channel], frozenset[str]]]:
    """A line for a visit counts more strictly for some tiers (V13): then it is a gate for each of them."""
    if line.tier is not None:
        yield line.tier, policy.counting(line.measure, line.tier), frozenset()
        return
    strict = policy.on_site_tiers - others if line.measure is Measure.VISIT else frozenset()
    for tier in sorted(strict):
        yield tier, policy.counting(line.measure, tier), frozenset()
    yield None, policy.counting(line.measure, None), others | strict


def cutoff(line: Line, day: date, policy: CadencePolicy) -> date:
    """The latest day such that somebody last seen on it has something due on `day`."""
    return latest_due(line, day, policy.window, ahead(line, policy))


@lru_cache(maxsize=1_000)  # some twenty lines a day
def latest_due(line: Line, day: date, window: Window, ahead_days: int) -> date:
    if line.times > 1:
        return day
    if window is Window.CALENDAR:
        return line.every.around(day)[0] - timedelta(days=1)
    here = line.every.before(day) + timedelta(days=ahead_days + 4)  # months are uneven: search from above
    while (line.every.after(here) - day).days > ahead_days:
        here -= timedelta(days=1)
    return here


# ---------------------------------------------------------------- rates of a portfolio


class Rate(NamedTuple):
    """How many of a portfolio's clients have been met as the rule wants, and how many more make the mark."""

    rule: str
    reached: int
    clients: int
    wanted: float

    @property
    def share(self) -> float:
        return self.reached / self.clients if self.clients else 1.0

    @property
    def missing(self) -> int:
        """How many more clients are to be met before the mark is reached."""
        need = int(self.wanted * self.clients + 1 - 1e-9)
        return max(need - self.reached, 0)


def rates(clients: Iterable[tuple[str | None, Mapping[Channel, date]]], day: date, policy: CadencePolicy) -> list[Rate]:
    """The two marks of a half-year (V13: platinum and above on site; V14: gold face to face), by the calendar.

    Each client is a tier and the last day of each channel. A mark without clients is left out.
    """
    first, _ = policy.rate_period.around(day)
    marks = (
        ("V13", policy.on_site_tiers, policy.counts_for[Measure.ON_SITE], policy.on_site_rate),
        ("V14", policy.face_tiers, policy.counts_for[Measure.VISIT], policy.face_rate),
    )
    counted = {rule: [0, 0] for rule, *_ in marks}
    for tier, last in clients:
        for rule, tiers, channels, _ in marks:
            if tier in tiers:
                counted[rule][1] += 1
                counted[rule][0] += any(first <= last[each] <= day for each in channels if each in last)
    return [Rate(rule, counted[rule][0], counted[rule][1], wanted) for rule, _, _, wanted in marks if counted[rule][1]]


def is_must(line: Line, tier: str | None, marks: Iterable[Rate], policy: CadencePolicy) -> bool:
    """Whether the bank wants this line for this client, or only wishes for it: beyond their mark gold clients are
    "should" (D41)."""
    if line.measure is not Measure.VISIT or tier not in policy.face_tiers:
        return True
    return not any(each.rule == "V14" and not each.missing for each in marks)
