"""A list in words: the reason in the line, codes and aliases only, what is new marked; buttons beside each line (C07).

The first line is a greeting, so that a preview on a locked phone shows no client.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from bot.buttons import Button, Choice
from bot.rules import briefing as rules
from bot.rules.briefing import Page
from bot.rules.days import moment
from bot.rules.ranking import SORT_OF, Entry, Matter, Reason, Sort
from bot.text import Line
from bot.turn import Turn
from handlers.analyses import Analysed
from handlers.briefing_list import Sheet, about_of, named, sheet_of
from handlers.credit_buttons import Open as OpenCredit
from handlers.planning_buttons import PlanClient
from handlers.visit_card import name_of
from storage import briefing as store
from storage.clients import Client

CREDIT = {
    Reason.RATING_NOTICE: "credit-sort-rating",
    Reason.RATING_WINDOW: "credit-sort-rating",
    Reason.RATING_FILE: "credit-sort-rating",
    Reason.LINE_NOTICE: "credit-sort-line",
    Reason.LINE_FILE: "credit-sort-line",
    Reason.LOAN_NOTICE: "credit-sort-loan",
    Reason.RELEND_TALK: "credit-sort-loan",
    Reason.INTEREST: "credit-sort-interest",
    Reason.RECONCILIATION: "credit-sort-reconciliation",
}
SLOT = "today"  # the morning's message and /today are one list: the newest is the one that changes
MOST_REASONS = 3
MOST_VISITS = 6


class Show(Button, prefix="briefing.page"):
    """The list as it is now, at a page from 0."""

    number: int = 0


class Detail(Button, prefix="briefing.detail"):
    """One line: "c" and a client, or the reason and the source of what has none."""

    about: str
    number: int


class Phone(Button, prefix="briefing_taps.phone"):
    client_id: int


class Done(Button, prefix="briefing_taps.done"):
    about: str
    number: int


class Later(Button, prefix="briefing_taps.later"):
    about: str
    number: int


class NotNeeded(Button, prefix="briefing_taps.not_needed"):
    about: str
    number: int


class Concerns(Button, prefix="briefing_taps.concerns"):
    notice_id: int


@dataclass(frozen=True)
class Words:
    """What a message of the list says, and its buttons."""

    facts: dict[str, Any]
    buttons: list[list[Choice]]


async def words_of(turn: Turn, sheet: Sheet, number: int = 0) -> Words:
    """One page of somebody's list."""
    page = page_of(turn, sheet, number)
    clients = await named(turn, page.shown, [sheet])
    return written(turn, sheet, page, clients)


def page_of(turn: Turn, sheet: Sheet, number: int = 0) -> Page:
    return rules.page(sheet.entries, turn.policy_of(sheet.person.unit_id).briefing.most_lines, number)


def written(turn: Turn, sheet: Sheet, page: Page, clients: Mapping[int, Client]) -> Words:
    """The same from what is known already: no question is asked."""
    lines: list[Line] = []
    if sheet.on_duty:
        lines.append(Line("briefing-on-duty"))
    lines += [Line("briefing-notice", words=each.text) for each in sheet.notices]
    lines += visit_lines(turn, sheet, clients)
    if page.total:
        lines.append(Line("briefing-count", count=page.total, new=sum(each.new for each in sheet.entries)))
    else:
        lines.append(Line("briefing-nothing"))
    rows: list[list[Choice]] = []
    for position, entry in enumerate(page.shown, page.first + 1):
        lines.append(entry_line(turn, sheet, entry, clients, position))
        rows.append(entry_row(entry, position))
    if page.more:
        lines.append(Line("briefing-more", count=page.more))
    return Words({"day": sheet.day, "lines": lines}, [*rows, *last_rows(sheet, page, turn)])


def visit_lines(turn: Turn, sheet: Sheet, clients: Mapping[int, Client]) -> list[Line]:
    """Where the person means to go, in the order of going."""
    lines = []
    for position, (client_id, at) in enumerate(sheet.visits[:MOST_VISITS], 1):
        client = name_of(turn, clients.get(client_id), None)
        if at is None:
            lines.append(Line("briefing-visit", number=position, client=client))
        else:
            lines.append(Line("briefing-visit-at", number=position, client=client, at=at))
    return [Line("briefing-visits"), *lines] if lines else []


def entry_line(turn: Turn, sheet: Sheet, entry: Entry, clients: Mapping[int, Client], position: int) -> Line:
    """One line: whom it is about, and the weightiest reasons."""
    about: Any = Line("briefing-own")
    if entry.client_id is not None:
        about = name_of(turn, clients.get(entry.client_id), None)
    elif entry.matters[0].reason in (Reason.RECORD_OWED, Reason.RECORD_RETURNED):
        about = name_of(turn, None, entry.matters[0].text)
    owner = sheet.instead_of.get(entry.client_id or 0)
    return Line(
        "briefing-line-new" if entry.new else "briefing-line",
        number=position,
        about=about,
        instead=Line("briefing-instead", name=owner.name) if owner else "",
        reasons=reasons_line(entry, sheet),
    )


def reasons_line(entry: Entry, sheet: Sheet) -> Line:
    lines = [reason_line(each, sheet) for each in entry.matters[:MOST_REASONS]]
    if len(lines) == 1:
        return lines[0]
    if len(lines) == 2:
        return Line("briefing-two", first=lines[0], second=lines[1])
    return Line("briefing-three", first=lines[0], second=lines[1], third=lines[2])


def reason_line(matter: Matter, sheet: Sheet) -> Line:
    """Why it is on the list, with its figure."""
    word = matter.reason.value.replace("_", "-")
    if SORT_OF[matter.reason] is Sort.CREDIT:
        past = matter.figure < 0
        return Line(f"briefing-reason-{word}{'-past' if past else ''}", days=abs(matter.figure))
    if matter.reason in (Reason.ON_SITE, Reason.VISIT, Reason.PHONE, Reason.ANALYSIS):
        return Line(f"briefing-reason-{word}{'-never' if matter.figure < 0 else ''}", days=matter.figure)
    if matter.reason in (Reason.BIRTHDAY, Reason.IMPORTANT_DAY):
        return Line(f"briefing-reason-{word}{'' if matter.figure > 0 else '-today'}", days=matter.figure)
    item = sheet.items.get(matter.source_id) if SORT_OF[matter.reason] is not Sort.RECORD else None
    past = matter.due < sheet.day
    facts = {"day": matter.due, "words": matter.text or Line("briefing-no-words"), "days": abs(matter.figure)}
    if item is not None and item.at is not None and not past:
        return Line(f"briefing-reason-{word}-at", at=item.at, **facts)
    return Line(f"briefing-reason-{word}{'-past' if past else ''}", **facts)


async def show(turn: Turn, number: int = 0, extra: Sequence[list[Choice]] = ()) -> None:
    """Put the list as it is now in the place of the message; `extra` buttons stand below."""
    sheet = await sheet_of(turn, turn.me, turn.today)
    said = await words_of(turn, sheet, number)
    dealt = await store.counted(turn.db, turn.me.id, moment(turn.today, time(0), turn.zone))
    turn.edit(
        SLOT,
        "briefing-list",
        buttons=[*said.buttons, *extra],
        at=turn.now,
        dealt=Line("briefing-dealt", count=sum(dealt.values())) if dealt else "",
        **said.facts,
    )


# ---------------------------------------------------------------- buttons


def entry_row(entry: Entry, position: int) -> list[Choice]:
    """Beside each line: done by phone (or done), later, and everything else."""
    about, number = about_of(entry)
    row = []
    if entry.client_id is not None:
        row.append(Choice("briefing-phone", Phone(client_id=entry.client_id), number=position))
    elif SORT_OF[entry.matters[0].reason] is not Sort.RECORD:
        row.append(Choice("briefing-done", Done(about=about, number=number), number=position))
    row.append(Choice("briefing-later", Later(about=about, number=number), number=position))
    row.append(Choice("briefing-open", Detail(about=about, number=number), number=position))
    return row


def last_rows(sheet: Sheet, page: Page, turn: Turn) -> list[list[Choice]]:
    """Notices that may concern one, other pages, the list as it is now."""
    most = turn.policy_of(sheet.person.unit_id).briefing.most_lines
    rows = [
        [Choice("briefing-concerns", Concerns(notice_id=each.id), number=position)]
        for position, each in enumerate(sheet.notices[:4], 1)
    ]
    turning = []
    here = page.first // most
    if page.before:
        turning.append(Choice("briefing-before", Show(number=here - 1)))
    if page.more:
        turning.append(Choice("briefing-rest", Show(number=here + 1), count=page.more))
    turning.append(Choice("briefing-refresh", Show(number=here)))
    return [*rows, turning]


def why_lines(turn: Turn, entry: Entry, sheet: Sheet) -> list[Line]:
    """For each reason: the rule that wants it, and what would satisfy it."""
    return [
        Line(
            "briefing-why-line",
            reason=reason_line(each, sheet),
            rule=each.rule,
            due=each.due,
            satisfied=Line(f"briefing-why-{each.reason.value.replace('_', '-')}"),
        )
        for each in entry.matters
    ]


def ways(entry: Entry) -> list[list[Choice]]:
    """Every way to deal with a line."""
    about, number = about_of(entry)
    rows = [
        [Choice("briefing-credit", OpenCredit(item_id=each.source_id), what=Line(CREDIT[each.reason]))]
        for each in entry.matters
        if SORT_OF[each.reason] is Sort.CREDIT
    ]
    if entry.client_id is not None:
        if any(each.reason is Reason.ANALYSIS for each in entry.matters):
            rows.append([Choice("analyses-done", Analysed(client_id=entry.client_id))])
        rows.insert(0, [Choice("briefing-phone-long", Phone(client_id=entry.client_id))])
        rows.append([Choice("briefing-plan", PlanClient(client_id=entry.client_id))])
    elif SORT_OF[entry.matters[0].reason] is not Sort.RECORD:
        rows.append([Choice("briefing-done-long", Done(about=about, number=number))])
    later = Choice("briefing-later-long", Later(about=about, number=number))
    return [*rows, [later, Choice("briefing-not-needed", NotNeeded(about=about, number=number))]]
