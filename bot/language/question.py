"""What a supervisor asks in plain words, as a filter over people, visits, records, leave, clients and the rest.

"谁还没回来", "本周白金客户谁没拜访", "who is on leave next week", "下个月到期的授信": one small deterministic grammar
for zh-Hans, zh-Hant (with everyday Cantonese) and English. Names are looked for only among what the asker may see
(question_names), dates look back where the question does (question_period), and what is no such question — small talk,
pay, the weather, an order — is `unknown` (question_refused). The words that decide stand in question_words.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from bot.language import question_words as word
from bot.language.question_names import Asked, Named, found, named
from bot.language.question_period import Period, period
from bot.language.question_refused import no_question
from bot.language.question_status import BARE_STATUS, STATUS
from bot.language.question_words import CHANNELS, KINDS, SUBJECTS, TIERS
from bot.language.script import fold

__all__ = [
    "CHANNELS", "KINDS", "SUBJECTS", "TIERS", "Asked", "Named", "Period", "Question",
    "described", "from_described", "named", "read",
]  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A question as a filter; what it leaves open is None.

    `status` are words of `SUBJECTS[subject]`, none for any; `person`, `unit` and `client` are names of `Asked`,
    `client` an alias; `kind` is for credit alone.
    `aggregate` is list, count or rate, None only where nothing was understood.
    """

    subject: str = "unknown"
    person: str | None = None
    unit: str | None = None
    client: str | None = None
    status: tuple[str, ...] = ()
    kind: str | None = None
    tier: str | None = None
    channel: str | None = None
    period: Period | None = None
    aggregate: str | None = None


UNKNOWN = Question()
BY_ME = (("unreviewed",), ("pending",), ("returned",), ("approved",))  # 我 is who reviews, not whose it is


def read(text: str, now: datetime, asked: Asked, language: str | None = None) -> Question:
    """The filter that a question asks for, said at `now` (local). `language` is a hint: the words themselves decide."""
    names = found(text, asked)
    if no_question(fold(text), names.rest):
        return UNKNOWN
    days = period(word.WHETHER.sub(lambda said: "\ue007" * len(said.group()), names.rest), now, language)
    scene = Scene(
        plain=days.rest,
        person=names.person is not None,
        client=names.client is not None,
        unit=names.unit is not None,
        dated=days.spoken,
        ahead=days.ahead,
        over=days.over,
    )
    subject, status = _meant(scene)
    if subject is None:
        return UNKNOWN
    return Question(
        subject=subject,
        person=None if names.oneself and status in BY_ME else names.person,
        unit=names.unit,
        client=names.client,
        status=status,
        kind=_first(word.KIND, scene.plain) if subject == "credit" else None,
        tier=_first(word.TIER, scene.plain),
        channel=_first(word.CHANNEL, scene.plain) if subject in ("visits", "clients") else None,
        period=days.settled(looks_ahead(subject, status, scene.plain)),
        aggregate=_aggregate(scene.plain),
    )


def described(question: Question) -> dict[str, Any]:
    """The question as the dictionary of `waiqin understand question`: dates as ISO days, both ends included."""
    said = asdict(question) | {"status": list(question.status)}
    if days := question.period:
        said["period"] = {"start": _iso(days.start), "end": _iso(days.end)}
    return said


def from_described(said: dict[str, Any]) -> Question:
    """The question that `described` described."""
    days = said.get("period")
    return Question(
        **said
        | {
            "status": tuple(said.get("status") or ()),
            "period": Period(_day(days["start"]), _day(days["end"])) if days else None,
        }
    )


# ---------------------------------------------------------------- what is asked about


@dataclass(frozen=True)
class Scene:
    """A question without its names and dates: the words that are left, and what was taken out of them."""

    plain: str
    person: bool
    client: bool
    unit: bool
    dated: bool
    ahead: bool  # a day to come was named
    over: bool  # only days that are over were named

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words hold the pattern."""
        return bool(pattern.search(self.plain))

    def statuses(self, subject: str) -> tuple[str, ...]:
        """The status that is said, the telling wording first; several where they are named together."""
        plain = self.plain
        taken: dict[str, tuple[int, int]] = {}
        for status, pattern in STATUS[subject]:
            if match := pattern.search(plain):
                if not taken or any(
                    word.TOGETHER.fullmatch(_between(plain, match.span(), span)) for span in taken.values()
                ):
                    taken[status] = match.span()
                plain = pattern.sub(lambda said: "\ue009" * len(said.group()), plain)
        return tuple(status for status in SUBJECTS[subject] if status in taken)


Meant = tuple[str | None, tuple[str, ...]]


def _meant(scene: Scene) -> Meant:
    """The subject and its status words: the topics with a name of their own first, then visits, clients and people."""
    if scene.says(word.UNEXPLAINED) and scene.says(word.PEOPLE):
        return "people", ("unexplained",)
    for subject in ("complaints", "opportunities", "leave", "rollcall", "credit", "records"):
        if scene.says(word.TOPIC[subject]) and not _beside_the_topic(subject, scene):
            return subject, _of_topic(subject, scene)
    if scene.says(word.BIRTHDAY):
        return "clients", ("birthday",)
    people = scene.statuses("people")
    if people and not (scene.says(word.VISIT) and people in (("out",), ("at_client",)) and scene.says(word.DONE)):
        if people == ("overdue_return",) and scene.says(word.CLIENTS) and not scene.says(word.RETURN):
            return "clients", ("overdue",)
        return "people", people
    somebody = scene.person or scene.says(word.PEOPLE)
    if scene.says(word.WHERE) and somebody and not scene.client:
        return _whereabouts(scene)
    if scene.says(word.VISIT) or (scene.client and scene.says(word.GOING)):
        return _visiting(scene)
    for subject in ("credit", "records", "leave"):
        if status := tuple(name for name, pattern in BARE_STATUS.get(subject, ()) if scene.says(pattern)):
            return subject, status[:1]
    if scene.says(word.CLIENTS):
        return "clients", scene.statuses("clients") or (("visited",) if scene.says(word.RATE) else ())
    if scene.says(word.DOING) and somebody:
        return _whereabouts(scene)
    if scene.client and scene.says(word.PEOPLE) and scene.says(word.PRESENT_AT):
        return "people", ("at_client",)
    return None, ()


def _beside_the_topic(subject: str, scene: Scene) -> bool:
    """Whether a topic's word only describes the clients or people of another question: 贷款客户谁没拜访."""
    if subject == "credit":
        visiting = scene.says(word.VISIT) or scene.says(word.BIRTHDAY)
        return (visiting and not scene.statuses("credit")) or scene.says(word.WRITING)
    if subject == "records":
        return scene.says(word.EVIDENCE)
    if subject == "leave":  # 明天放假吗 asks for the calendar, not for people
        somebody = scene.person or scene.unit or scene.says(word.PEOPLE)
        return not somebody and not scene.says(word.COUNT) and bool(word.HOLIDAY_ALONE.search(scene.plain))
    return False


def _of_topic(subject: str, scene: Scene) -> tuple[str, ...]:
    status = scene.statuses(subject)
    if subject == "credit" and status == ("expiring",) and scene.over:
        return ("expired",)
    if subject == "leave" and not status and not scene.says(word.HISTORY):
        return ("active",)
    if subject == "rollcall" and not status and scene.says(word.RATE):
        return ("present",)
    return status


def _visiting(scene: Scene) -> Meant:
    """A question about visits or contacts: of visits themselves, or of the clients who had them or did not."""
    status = scene.statuses("visits")
    if special := tuple(name for name in status if name in ("unplanned", "weak_evidence", "contradicted")):
        return "visits", special
    asks_clients = scene.says(word.WHICH_CLIENTS)
    about_clients = asks_clients or scene.says(word.CLIENTS) or _first(word.TIER, scene.plain) is not None
    if "not_done" in status:
        return "visits", ("not_done",)
    if ((scene.says(word.RATE) or scene.says(word.COUNT)) and scene.says(word.FULFILLED)) or scene.says(
        word.AGAINST_PLAN
    ):
        return "visits", ("done",)
    of_clients = scene.statuses("clients")
    if standing := tuple(name for name in of_clients if name in ("overdue", "due")):
        return "clients", standing[:1]
    if scene.says(word.NOT_VISITED):
        who_visits = scene.says(word.WHO_DOES_NOT) and not _first(word.TIER, scene.plain) and not scene.client
        return ("visits", ("not_done",)) if who_visits else ("clients", ("not_visited",))
    if asks_clients and scene.says(word.TO_BE_SEEN) and not (scene.person or scene.ahead):
        return "clients", ("due",)
    if "planned" in status or (scene.ahead and not scene.says(word.DONE)):
        return "visits", ("planned",)
    if "new" in of_clients and about_clients:
        return "clients", ("new", "visited") if asks_clients and scene.says(word.DONE) else ("new",)
    if asks_clients or (scene.says(word.RATE) and about_clients):
        return "clients", ("visited",)
    overview = scene.says(word.HISTORY) and not scene.says(word.DONE)
    return "visits", () if overview else ("done",)


def _whereabouts(scene: Scene) -> Meant:
    """Where somebody is, or was: on a day that was named, it is their visits."""
    if scene.ahead:
        return "visits", ("planned",)
    if (
        scene.over
        or (scene.dated and scene.says(word.WAS_WHERE))
        or (scene.says(word.WENT) and not scene.says(word.WHERE_IS) and scene.dated)
    ):
        return "visits", ("done",)
    return "people", ()


def looks_ahead(subject: str, status: tuple[str, ...], plain: str) -> bool:
    """Whether a day without a year or week is one to come: a plan or an expiry, not what was done."""
    if subject == "credit":
        return status != ("expired",)
    if subject in ("leave", "people"):
        return (subject == "leave" or status == ("on_duty",)) and not word.DONE.search(plain)
    return status in (("planned",), ("due",), ("birthday",))


def _aggregate(plain: str) -> str:
    if word.RATE.search(plain):
        return "rate"
    return "count" if word.COUNT.search(plain) else "list"


def _between(plain: str, one: tuple[int, int], other: tuple[int, int]) -> str:
    return plain[min(one[1], other[1]) : max(one[0], other[0])]


def _first(table: tuple[tuple[str, re.Pattern[str]], ...], plain: str) -> str | None:
    return next((name for name, pattern in table if pattern.search(plain)), None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
