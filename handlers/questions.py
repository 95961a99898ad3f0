"""What is asked while an outing is being told, with the likely answers as buttons; and the card to confirm."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.buttons import Choice
from bot.rules.days import moment
from bot.rules.outings import Field, Mode, Stop
from bot.rules.refusal import Refusal
from bot.text import Line, render
from bot.turn import Turn
from handlers.draft import Drafting, Scene, at_line, likely_returns, lines_of, name_of, outing_of, stops_of
from handlers.outing_buttons import AtTheirs, Confirm, Discard, Pick, Purpose, Redo, Unknown, Until, Why
from storage import outings as store

MATTERS = ("outings-matter-visit", "outings-matter-check", "outings-matter-papers", "outings-matter-sell")
REASONS = ("outings-why-client", "outings-why-far", "outings-why-several")
OFFERED_CLIENTS = 6


async def question(turn: Turn, draft: Drafting, scene: Scene) -> tuple[list[list[Choice]], str, dict[str, Any]]:
    number, leg = draft.number, draft.leg
    stops = stops_of(draft, scene)
    named = lines_of([stop for stop in stops if stop.client_id or stop.lead], scene.clients, turn.policy)
    one = who(stops[leg], scene, turn) if leg < len(stops) else Line("outings-somebody")
    match draft.asking:
        case Field.CLIENT:
            candidates = draft.legs[leg].candidates if leg < len(draft.legs) else ()
            offered = candidates or await likely_clients(turn, draft, scene)
            rows = [
                [
                    Choice(
                        "outings-button",
                        Pick(number=number, leg=leg, client_id=each),
                        text=name_of(client, turn.policy),
                    )
                ]
                for each in offered
                if (client := scene.clients.get(each))
            ]
            rows.append([Choice("outings-new-lead", Unknown(number=number, leg=leg))])
            return rows, "outings-which-client" if candidates else "outings-ask-client", {}
        case Field.MATTER:
            chosen = [Choice(key, Purpose(number=number, leg=leg, matter=i)) for i, key in enumerate(MATTERS)]
            return grid(chosen, 2), "outings-ask-matter", {"whom": one}
        case Field.PLACE:
            return [[Choice("outings-at-theirs", AtTheirs(number=number, leg=leg))]], "outings-ask-place", {"whom": one}
        case Field.RETURN:
            times = [
                Choice("outings-time", Until(number=number, minute=minute_of(turn, each)), at=each)
                for each in likely_returns(draft, scene, turn.now)
            ]
            return grid(times, 3), "outings-ask-return", {"legs": named}
        case Field.REASON:
            chosen = [Choice(key, Why(number=number, reason=i)) for i, key in enumerate(REASONS)]
            return [[each] for each in chosen], "outings-ask-reason", {"hour": hour_of(turn, draft, scene)}
    rows = [
        [Choice("outings-confirm", Confirm(number=number))],
        [Choice(f"outings-redo-{field}", Redo(number=number, field=field)) for field in ("client", "matter", "return")],
        [Choice("outings-discard", Discard(number=number))],
    ]
    return rows, "outings-card", card_facts(draft, stops, scene, turn)


def card_facts(draft: Drafting, stops: Sequence[Stop], scene: Scene, turn: Turn) -> dict[str, Any]:
    starts = draft.depart_at
    now = starts is None or abs(starts - turn.sent_at) <= scene.policy.departure_grace
    leaving = Line("outings-now") if now or starts is None else at_line(starts, turn.today, scene.zone)
    return {
        "legs": lines_of(stops, scene.clients, turn.policy),
        "depart": leaving,
        "back": draft.return_by,
        "reason": Line("outings-because", reason=draft.reason) if draft.reason else "",
        "next": Line("outings-card-waits" if scene.policy.mode is Mode.APPROVE else "outings-card-tells"),
    }


async def likely_clients(turn: Turn, draft: Drafting, scene: Scene) -> list[int]:
    """Those visited lately, then the others of the portfolio by code."""
    recent = await store.recent_clients(turn.db, turn.me.id, OFFERED_CLIENTS)
    mine = [client.id for client in scene.clients.values() if client.keeper_id == turn.me.id]
    taken = {leg.client_id for leg in draft.legs}
    both = dict.fromkeys([each for each in [*recent, *mine] if each in scene.clients and each not in taken])
    return list(both)[:OFFERED_CLIENTS]


def who(stop: Stop, scene: Scene, turn: Turn) -> str | Line:
    client = scene.clients.get(stop.client_id or 0)
    return name_of(client, turn.policy) if client else stop.lead or Line("outings-somebody")


def label(turn: Turn, keys: Sequence[str], index: int) -> str:
    """The words of a button as the person read them."""
    if not 0 <= index < len(keys):
        raise Refusal("turn-button-over")
    return render(turn.language, keys[index], {}, zone=turn.zone, html=False)


def minute_of(turn: Turn, at: datetime) -> int:
    local = at.astimezone(turn.zone)
    return local.hour * 60 + local.minute


def hour_of(turn: Turn, draft: Drafting, scene: Scene) -> datetime:
    return moment(outing_of(draft, turn).day, scene.policy.return_time, scene.zone)


def grid(choices: Sequence[Choice], wide: int) -> list[list[Choice]]:
    """Buttons in rows."""
    return [list(choices[i : i + wide]) for i in range(0, len(choices), wide)]
