"""Reading the rhythm of contact from a policy file: a table of `[[cadence]]` for each segment and post (D01, D02).

    [[cadence]]
    segment = "corporate"
    role = "rm"
    on_site = { every = "2 weeks", times = 1 }  # V01

`by_tier = { high = "1 month" }` asks for a contact of any kind, by the client's tier; `tier = "platinum"` makes all the
lines of a table that tier's own. A period is one of "3 days", "2 weeks", "1 month", "1 quarter", "half_year", "1 year".
"""

import re
from collections.abc import Mapping
from typing import Any

from bot.policy_keys import Wrong, listed
from bot.rules.cadence import Line, Measure, Post
from bot.rules.months import Length, Period

SEGMENTS = ("corporate", "retail", "lobby_wealth", "rural")
MEASURES = tuple(str(each) for each in Measure)
PERIOD = re.compile(rf"(?:(\d{{1,3}}) )?({'|'.join(Length)})s?")
POSTS = {**{str(each): each for each in Post}, "wealth_manager": Post.RM}

# Which paper wants a line. What a bank adds of its own is a figure of D01.
RULES: Mapping[tuple[str, Post, Measure], str] = {
    ("corporate", Post.RM, Measure.ON_SITE): "V01",
    ("corporate", Post.RM, Measure.PHONE): "V02",
    ("corporate", Post.TEAM_LEADER, Measure.ON_SITE): "V03",
    ("corporate", Post.TEAM_LEADER, Measure.PHONE): "V04",
    ("corporate", Post.LEADER, Measure.ON_SITE): "V05",
    ("corporate", Post.LEADER, Measure.PHONE): "V06",
    ("retail", Post.RM, Measure.PHONE): "V11",
    ("retail", Post.RM, Measure.VISIT): "V12",
    ("retail", Post.RM, Measure.ANALYSIS): "V16",
    ("rural", Post.RM, Measure.CONTACT): "V23",
    ("lobby_wealth", Post.RM, Measure.CONTACT): "V28",
}


def read_rhythm(said: object) -> tuple[Line, ...] | Wrong:
    """The lines of all tables, or what is wrong with the first that is not right; `at` says in which."""
    if not isinstance(said, list) or not all(isinstance(each, dict) for each in said):
        return Wrong("policy-needs-tables", {})
    lines: list[Line] = []
    for number, table in enumerate(said):
        read = lines_of(table)
        if isinstance(read, Wrong):
            return Wrong(read.key, read.facts, (number, *read.at))
        for line in read:
            if any(line.about == each.about for each in lines):
                return Wrong("policy-rhythm-twice", {"measure": line.measure, "segment": line.segment}, (number,))
            lines.append(line)
    return tuple(lines)


def lines_of(table: Mapping[str, Any]) -> list[Line] | Wrong:
    segment, post, tier = table.get("segment"), POSTS.get(str(table.get("role"))), table.get("tier")
    if segment not in SEGMENTS:
        return Wrong("policy-needs-choice", {"choices": listed(SEGMENTS)}, ("segment",) if "segment" in table else ())
    if post is None:
        return Wrong("policy-needs-choice", {"choices": listed(tuple(POSTS))}, ("role",) if "role" in table else ())
    if tier is not None and not isinstance(tier, str):
        return Wrong("policy-needs-text", {}, ("tier",))
    lines: list[Line] = []
    for name, said in table.items():
        if name in ("segment", "role", "tier"):
            continue
        if name == "by_tier":
            tiers = said if isinstance(said, dict) else {"": said}
            wanted = [(each, Measure.CONTACT, {"every": every}) for each, every in tiers.items()]
        elif name in MEASURES:
            wanted = [(tier, Measure(name), said)]
        else:
            return Wrong("policy-needs-choice", {"choices": listed((*MEASURES, "by_tier", "tier"))}, (name,))
        for own, measure, figures in wanted:
            period, times = often(figures)
            if period is None or not 1 <= times <= MOST_TIMES:
                return Wrong("policy-needs-rhythm", {"most": MOST_TIMES}, (name,))
            rule = RULES.get((segment, post, measure), "D01")
            rule = "V24" if (rule, own) == ("V23", "borrower") else rule
            lines.append(Line(segment, post, own, measure, period, times, rule))
    return lines


MOST_TIMES = 12


def often(said: object) -> tuple[Period | None, int]:
    """How often: { every = "1 quarter", times = 2 }; once where no times are said."""
    if not isinstance(said, dict) or not set(said) <= {"every", "times"}:
        return None, 0
    times = said.get("times", 1)
    found = PERIOD.fullmatch(str(said.get("every", "")))
    if found is None or not isinstance(times, int) or isinstance(times, bool):
        return None, 0
    return Period(int(found[1] or 1), Length(found[2])), times if int(found[1] or 1) else 0


def read_days(said: object) -> tuple[int, ...] | Wrong:
    """A few numbers of days: [3, 1]."""
    if isinstance(said, list) and said and all(type(each) is int and 0 <= each <= 60 for each in said):
        return tuple(sorted(set(said), reverse=True))
    return Wrong("policy-needs-days", {})
