"""A round of a spot check in words: counts, a line for each person, and how often rules flagged wrongly."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from bot.buttons import Choice
from bot.rules import penalties as flags_of, spot_checks as rules
from bot.rules.penalties import Proposal
from bot.rules.people import Person
from bot.rules.spot_checks import Asked, Check, Result
from bot.text import Line
from bot.turn import Turn
from handlers.check_buttons import Look, Seen
from handlers.team_lines import grid
from handlers.visit_card import away_line
from storage import people, spot_checks as store


async def show(turn: Turn, check: Check, to: Person, *, edit: bool) -> None:
    """The round: counts, then a line for each; a name opens what the supervisor saw for themselves."""
    asked = await store.asked_in(turn.db, check.id)
    known = await people.by_ids(turn.db, [each.person_id for each in asked])
    lines = [await counts(turn, check)]
    for each in asked:
        flagged = Line("checks-flagged") if rules.finding(each) is not None else ""
        lines.append(Line("checks-line", name=known[each.person_id].name, what=what_line(each), flagged=flagged))
    names = [
        Choice("checks-name", Seen(check_id=check.id, person_id=each.person_id), name=known[each.person_id].name)
        for each in asked
        if each.judged_at is None and each.result is not Result.ON_LEAVE
    ]
    rows = [*grid(names, 3), [Choice("boards-refresh", Look(check_id=check.id))]]
    facts: dict[str, Any] = {
        "at": check.made_at,
        "until": check.answer_by,
        "how": Line("checks-by-chance" if check.drawn else "checks-by-choice"),
        "lines": lines,
    }
    if edit:
        turn.edit(round_slot(check), "checks-round", to=to, buttons=rows, **facts)
    else:
        turn.say("checks-round", slot=round_slot(check), to=to, buttons=rows, **facts)


async def counts(turn: Turn, check: Check) -> Line:
    count = Counter(each.result for each in await store.asked_in(turn.db, check.id))
    return Line("checks-counts", **{str(each): count[each] for each in Result})


def what_line(asked: Asked) -> Line:
    """What one person's part came to."""
    away: str | Line = ""
    if asked.placed:
        distance = asked.distance_m
        away = Line("checks-placed") if distance is None else Line("checks-distance", away=away_line(distance))
    return Line(
        f"checks-result-{str(asked.result).replace('_', '-')}",
        at=Line("checks-at", at=asked.answered_at) if asked.answered_at else "",
        late=Line("checks-late") if asked.late else "",
        away=away,
        words=Line("checks-words", words=asked.words) if asked.words else "",
        judged=Line("checks-judged-by-eye") if asked.judged_at else "",
    )


def tally_lines(flags: Iterable[Proposal]) -> list[Line]:
    return [
        Line(
            "checks-rates-rule",
            number=each.rule.value,
            rule=Line(f"proposals-rule-{each.rule.lower()}"),
            made=each.made,
            waiting=each.waiting,
            contested=each.contested,
            upheld=each.upheld,
            withdrawn=each.withdrawn,
            wrong=Line("checks-rates-none")
            if each.false_alarms is None
            else Line("checks-rates-percent", percent=each.false_alarms),
        )
        for each in flags_of.tally(flags)
    ]


def round_slot(check: Check) -> str:
    return f"check:{check.id}"
