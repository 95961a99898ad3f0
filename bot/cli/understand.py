"""`waiqin understand KIND`: what the bot makes of sentences, as JSON lines in and out.

For banks that want to measure the understanding on their own sentences, and for tests. KIND is outing, dates, note,
leave or question. One answer line for each question line, in order; a line that cannot be read gets {"id", "error"}.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import IO, Any

Question = dict[str, Any]
Answer = dict[str, Any]


def register(commands: Any) -> None:
    """Add `understand` to the command line's commands."""
    understand = commands.add_parser("understand", help="read sentences from JSON lines, for scripts")
    understand.add_argument("kind", choices=sorted(KINDS), help="what to read the sentences as")
    understand.set_defaults(run=_from_command_line)


def run(kind: str, stdin: IO[str], stdout: IO[str]) -> int:
    """Answer every line of `stdin` on `stdout`. 0 if all could be answered, 2 if any line or the kind is wrong."""
    if kind not in KINDS:
        print(json.dumps({"id": None, "error": f"unknown kind {kind!r}: one of {', '.join(KINDS)}"}), file=stdout)
        return 2
    bad = 0
    for line in stdin:
        if not line.strip():
            continue
        identity = None
        try:
            question = json.loads(line)
            if not isinstance(question, dict):
                raise ValueError("a line must be a JSON object")
            identity = question.get("id")
            answer = KINDS[kind](question)
        except (ValueError, TypeError, KeyError) as error:
            bad += 1
            answer = {"id": identity, "error": _reason(error)}
        print(json.dumps(answer, ensure_ascii=False), file=stdout, flush=True)
    return 2 if bad else 0


def _from_command_line(args: argparse.Namespace) -> int:
    return run(args.kind, sys.stdin, sys.stdout)


def _outing(question: Question) -> Answer:
    from bot.language.outing import read

    outing = read(_text(question), _now(question), _portfolio(question), _language(question))
    return {
        "id": question.get("id"),
        "clients": [client.alias for client in outing.clients],
        "candidates": [[client.alias for client in options] for options in outing.candidates],
        "new_leads": list(outing.new_leads),
        "matter": outing.matter,
        "place": outing.place,
        "depart_at": _minute(outing.depart_at),
        "return_at": _minute(outing.return_at),
    }


def _note(question: Question) -> Answer:
    from bot.language.notes import read

    persons = {
        str(client["code"]): [str(person) for person in client.get("persons") or ()]
        for client in question.get("portfolio") or ()
    }
    note = read(_text(question), _now(question), _portfolio(question), persons, _language(question))
    return {
        "id": question.get("id"),
        "client": note.client.alias if note.client else None,
        "person": note.person,
        "department": note.department,
        "position": note.position,
        "purpose": note.purpose,
        "hoped_result": note.hoped_result,
        "result": note.result,
        "next_step": note.next_step,
        "next_at": _minute(note.next_at),
        "missing": list(note.missing),
        "amounts": [{"value": amount.value, "unit": amount.unit} for amount in note.amounts],
        "risk_disclosed": note.risk_disclosed,
        "opportunity": note.opportunity,
        "complaint": note.complaint,
        "masked": list(note.masked),
        "text": note.text,
        "candidates": [client.alias for client in note.candidates],
    }


def _dates(question: Question) -> Answer:
    from bot.language.dates import described, read

    spans = read(_text(question), _now(question), _language(question))
    return {"id": question.get("id"), "spans": described(spans)}


def _leave(question: Question) -> Answer:
    from bot.language.leave import described, read

    return {"id": question.get("id"), **described(read(_text(question), _now(question), _language(question)))}


def _question(question: Question) -> Answer:
    from bot.language.question import described, read

    return {
        "id": question.get("id"),
        **described(read(_text(question), _now(question), _asked(question), _language(question))),
    }


KINDS: dict[str, Callable[[Question], Answer]] = {
    "outing": _outing,
    "dates": _dates,
    "note": _note,
    "leave": _leave,
    "question": _question,
}


def _text(question: Question) -> str:
    text = question["text"]
    if not isinstance(text, str):
        raise ValueError("text must be a string")
    return text


def _now(question: Question) -> datetime:
    """The local moment of speaking. A zone is dropped: the answer is local to the speaker as well."""
    return datetime.fromisoformat(question["now"]).replace(tzinfo=None)


def _language(question: Question) -> str:
    language = question.get("lang") or "zh-Hans"
    if not isinstance(language, str):
        raise ValueError("lang must be zh-Hans, zh-Hant or en")
    return language


def _portfolio(question: Question) -> Any:
    from bot.language.clients import portfolio

    clients = question.get("portfolio") or []
    if not isinstance(clients, list):
        raise ValueError("portfolio must be a list of {code, alias}")
    return portfolio(tuple((str(client["code"]), str(client["alias"])) for client in clients))


def _asked(question: Question) -> Any:
    """What may be named, from the question's context; names and clients may stand as words or as objects."""
    from bot.language.question import Asked

    context = question.get("context") or {}
    if not isinstance(context, dict):
        raise ValueError("context must be an object")
    staff = [
        (one, "") if isinstance(one, str) else (one["name"], one.get("unit") or "")
        for one in context.get("staff") or ()
    ]
    clients = [
        ("", one) if isinstance(one, str) else (one.get("code") or "", one.get("alias") or one.get("name") or "")
        for one in context.get("clients") or ()
    ]
    return Asked(
        asker=_name(context.get("asker")),
        unit=_name(context.get("unit")),
        units=tuple(filter(None, map(_name, context.get("units") or ()))),
        staff=tuple((str(name), str(unit)) for name, unit in staff),
        clients=tuple((str(code), str(alias)) for code, alias in clients if alias),
    )


def _name(named: Any) -> str | None:
    name = named.get("name") if isinstance(named, dict) else named
    return str(name) if name else None


def _minute(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None


def _reason(error: Exception) -> str:
    """The mistake in words, without any of the text that was sent."""
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at column {error.colno}"
    if isinstance(error, KeyError):
        return f"missing {error.args[0]!r}"
    return str(error)
