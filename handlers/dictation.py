"""Speak once: a recording becomes words on the bank's own machine, and the words go where typed ones would (A10, V30).

It is taken in a turn, heard with no transaction open, and applied in a second turn as if the person had typed
what was heard. Whatever stops in between loses nothing: the recording is known until it has become words.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.intents import Intent, intent
from bot.language.mask import mask
from bot.language.persons import met
from bot.rules import dictations as rules, listening
from bot.rules.days import day_of
from bot.rules.dictations import Dictation, DictationStatus
from bot.rules.listening import EngineAway
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.rules.said import Said
from bot.slow import Tools
from bot.speech.names import Entries, Linked, listened, prepare
from bot.talk import Area, Step
from bot.telegram import Rejected, Unreachable
from bot.text import Line
from bot.turn import Turn
from handlers.draft import name_of
from storage import (
    clients as client_store,
    dictations as store,
    findings as found_store,
    people as people_store,
    records as record_store,
    visits as visit_store,
)
from storage.people import conversation_of

area = Area("dictation")

CONSENT = "voice"
MET_LATELY = timedelta(days=180)
MOST_PEOPLE = 4  # at one client: more names make more chance likenesses
SOUNDS = ("audio/", "application/ogg")


class Agree(Button, prefix="dictation.agree"):
    pass


class Meant(Button, prefix="dictation.meant"):
    """Which client was meant in words that are kept; 0: none of those offered."""

    said_id: int
    client_id: int


class AskConsent(Step, kind="dictation.consent"):
    """A first recording waits for its owner's yes to what is done with recordings."""

    message_id: int
    file_id: str
    file_unique_id: str
    seconds: int | None
    size: int | None
    sent_at: datetime


@area.hears(F.voice | F.audio | F.video_note | F.document)
async def voice(message: Message, turn: Turn) -> None:
    """Take a recording; before the first one say what is done with it."""
    sound = message.voice or message.audio or message.video_note
    if sound is None and message.document and (message.document.mime_type or "").startswith(SOUNDS):
        sound = message.document  # type: ignore[assignment]
    if sound is None:
        raise Refusal("dictation-file")
    waiting = AskConsent(
        message_id=message.message_id,
        file_id=sound.file_id,
        file_unique_id=sound.file_unique_id,
        seconds=getattr(sound, "duration", None),
        size=sound.file_size,
        sent_at=turn.sent_at,
    )
    listening.take(waiting.seconds, waiting.size, turn.listening)
    if not await store.has_consented(turn.db, turn.me.id, CONSENT):
        hours = int(rules.KEPT_IN_CHAT.total_seconds() // 3600)
        turn.say("dictation-consent", buttons=[[Choice("dictation-agree", Agree())]], hours=hours)
        turn.go(waiting)
        return
    await take(turn, waiting)


@area.taps(Agree)
async def agree(query: CallbackQuery, turn: Turn) -> None:
    """Yes: it is remembered, and the recording that waited is taken."""
    await store.consent(turn.db, turn.me.id, CONSENT, turn.now)
    turn.note(f"person:{turn.me.id}", consent=CONSENT)
    if not isinstance(turn.step, AskConsent):
        raise Refusal("turn-button-over")
    step = turn.step
    turn.go(None)
    await take(turn, step)


async def take(turn: Turn, told: AskConsent) -> None:
    """Keep the recording and have it heard; say how many are before it."""
    earlier = await store.recent(turn.db, turn.me.id, turn.now)
    if rules.repeated(earlier, told.file_unique_id):
        raise Refusal("dictation-again")
    place = listening.place(await store.waiting(turn.db), turn.me.id, turn.listening)
    dictation = Dictation(
        id=0,
        person_id=turn.me.id,
        message_id=told.message_id,
        file_id=told.file_id,
        file_unique_id=told.file_unique_id,
        status=DictationStatus.LISTENING,
        sent_at=told.sent_at,
        seconds=told.seconds,
    )
    number = await store.keep(turn.db, dictation)
    turn.note(f"dictation:{number}", seconds=told.seconds)
    turn.say("dictation-listening", slot=slot_of(number), ahead=place - 1)
    turn.later(
        "dictation.heard",
        name=f"dictation:{number}",
        due=turn.now,
        dictation_id=number,
        file_id=told.file_id,
        language=turn.language,
    )
    turn.later("dictation.erase", name=f"dictation:{number}:erase", due=rules.erase_at(dictation), dictation_id=number)


# ---------------------------------------------------------------- hearing


async def listen(tools: Tools, dictation_id: int, file_id: str, language: str) -> dict[str, Any]:
    """The words of a recording. Raises a Refusal where it gives none, and a Trouble where it must wait."""
    largest = int(tools.limits.megabytes_longest * 1_000_000)
    try:
        sound = await tools.telegram.file(file_id, largest)
    except Rejected:
        raise listening.Corrupt from None
    try:
        heard = await tools.speech.hear(sound, language)
    except EngineAway as away:
        if away.lasting:
            raise
        raise Unreachable("recogniser") from None
    await prepare()  # better here than in the turn that links the names
    return {"text": heard.text, "gaps": heard.gaps}


async def delayed(turn: Turn, dictation_id: int, **_more: Any) -> None:
    """The recogniser is away: say so once. The recording is kept and heard when it is back."""
    dictation = await store.by_id(turn.db, dictation_id)
    person = await people_store.by_id(turn.db, dictation.person_id) if dictation else None
    if dictation is not None and person is not None:
        turn.edit(slot_of(dictation_id), "dictation-delayed", to=person)


@area.slow(listen, delayed)
async def heard(turn: Turn, dictation_id: int, result: Any, **_more: Any) -> None:
    """Go on with the words as if they had been typed; say what was heard, or why nothing was."""
    dictation = await store.by_id(turn.db, dictation_id)
    person = await people_store.by_id(turn.db, dictation.person_id) if dictation else None
    if dictation is None or person is None or dictation.status is not DictationStatus.LISTENING:
        return
    if not has_access(person, turn.now.astimezone(turn.zone_of(person.unit_id)).date()):
        await store.settle(turn.db, dictation_id, DictationStatus.UNHEARD, turn.now)
        return
    if isinstance(result, Refusal):
        await store.settle(turn.db, dictation_id, DictationStatus.UNHEARD, turn.now)
        key = result.key if result.key.startswith("speech-") else "speech-engine-away"
        facts: dict[str, Any] = dict(result.facts)
        turn.edit(slot_of(dictation_id), key, to=person, **facts)
        return
    await store.settle(turn.db, dictation_id, DictationStatus.HEARD, turn.now)
    linked, keys = await with_names(turn, person, dictation, result["text"])
    text = linked.text
    shown = mask(text, turn.policy_of(person.unit_id).confidentiality.mask_digit_runs_from).text
    turn.note(f"dictation:{dictation_id}", characters=len(text))
    turn.edit(slot_of(dictation_id), "dictation-heard", to=person, text=shown, gaps=bool(result["gaps"]))
    if linked.client is None and linked.candidates and await must_ask(turn, person, text):
        await ask_client(turn, person, dictation, linked, keys)
        return
    await turn.as_said(person, text, dictation.message_id, dictation.sent_at)


async def with_names(
    turn: Turn, person: Person, dictation: Dictation, text: str
) -> tuple[Linked, dict[str, client_store.Client]]:
    """Who was named: written right in the words where the sound leaves no doubt; and the person's clients by code."""
    clients = await client_store.portfolio(turn.db, person.id)
    if not clients:
        return Linked(None, None, (), 0.0, 0.0, text), {}
    day = dictation.sent_at.astimezone(turn.zone_of(person.unit_id)).date()
    today = await visit_store.around(turn.db, person.id, day)
    by_id = {client.id: client.code for client in clients}
    near = {by_id[each.client_id] for each in today if each.day == day and each.client_id in by_id}
    entries = await entries_of(turn, person, clients, day)
    return await listened(text, entries, near), {client.code: client for client in clients}


async def entries_of(turn: Turn, person: Person, clients: Sequence[client_store.Client], day: date) -> Entries:
    """The person's clients and the people met there lately, ready to be listened for."""
    written = await record_store.met_at(turn.db, person.id, day - MET_LATELY)
    return tuple((client.code, client.alias, people_in(written.get(client.id, ()))) for client in clients)


def people_in(written: Sequence[str]) -> tuple[str, ...]:
    """The names in what records say about whom somebody met."""
    names = dict.fromkeys(name for who in written if (name := met(who).person))
    return tuple(names)[:MOST_PEOPLE]


# ---------------------------------------------------------------- which client was meant


async def must_ask(turn: Turn, person: Person, text: str) -> bool:
    """Whether a client who was not heard for sure must be asked for before the words go anywhere.

    Not inside a question, where the room that asked knows what to do; not about a record, where it is the only one
    that is owed.
    """
    raw, _ = await conversation_of(turn.db, person.id)
    if raw and not raw.get("aside"):
        return False
    wanted = intent(text)
    if wanted is Intent.RECORD:
        return len(await record_store.unwritten(turn.db, person.id)) != 1
    return wanted in (Intent.OUTING, Intent.CONTACT, Intent.ARRIVE, Intent.CHANGE)


async def ask_client(
    turn: Turn, person: Person, dictation: Dictation, linked: Linked, by_code: dict[str, client_store.Client]
) -> None:
    """Keep the words, and offer the clients whose names sound like what was heard, the nearest first."""
    policy = turn.policy_of(person.unit_id)
    words = await found_store.keep_said(
        turn.db,
        Said(
            id=0,
            person_id=person.id,
            message_id=dictation.message_id,
            at=dictation.sent_at,
            spoken=True,
            text=mask(linked.text, policy.confidentiality.mask_digit_runs_from, list(by_code)).text,
        ),
    )
    rows = [
        [Choice("dictation-client", Meant(said_id=words.id, client_id=client.id), client=name_of(client, policy))]
        for each in linked.candidates
        if (client := by_code.get(each.code))
    ]
    rows.append([Choice("dictation-none-of-them", Meant(said_id=words.id, client_id=0))])
    turn.note(f"dictation:{dictation.id}", offered=len(linked.candidates))
    turn.say("dictation-which-client", to=person, slot=f"said:{words.id}", buttons=rows)


@area.taps(Meant)
async def meant(query: CallbackQuery, callback_data: Meant, turn: Turn) -> None:
    """The client that was meant; the words go on with its name in the place where it was heard."""
    words = await found_store.said_by_id(turn.db, callback_data.said_id)
    if words is None or words.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    mine = {client.id: client for client in await client_store.portfolio(turn.db, turn.me.id)}
    client = mine.get(callback_data.client_id)
    if client is None and callback_data.client_id:
        raise Refusal("turn-button-over")
    if not await found_store.drop(turn.db, words, turn.now):
        raise Refusal("said-placed-already")
    turn.note(f"said:{words.id}", client=client.id if client else None)
    name = name_of(client, turn.policy) if client else Line("dictation-none-of-them")
    turn.edit(f"said:{words.id}", "dictation-client-is", client=name)
    turn.later(
        "dictation.go_on",
        name=f"said:{words.id}",
        due=turn.now,
        said_id=words.id,
        client_id=client.id if client else 0,
    )


@area.job
async def go_on(turn: Turn, said_id: int, client_id: int) -> None:
    """The words go where typed ones would, now that the client is known."""
    words = await found_store.said_by_id(turn.db, said_id)
    person = await people_store.by_id(turn.db, words.person_id) if words else None
    if words is None or person is None or not has_access(person, day_of(turn.now, turn.zone_of(person.unit_id))):
        return
    text = words.text
    clients = await client_store.portfolio(turn.db, person.id)
    client = next((each for each in clients if each.id == client_id), None)
    if client is not None:
        day = day_of(words.at, turn.zone_of(person.unit_id))
        linked = await listened(text, await entries_of(turn, person, clients, day))
        named = next((each for each in linked.candidates if each.code == client.code), None)
        text = linked.meaning(named) if named else f"{client.alias}，{text}"
    await turn.as_said(person, text, words.message_id or 0, words.at)


@area.job
async def erase(turn: Turn, dictation_id: int) -> None:
    """Delete the recording from the chat while Telegram still allows it (T19)."""
    dictation = await store.by_id(turn.db, dictation_id)
    person = await people_store.by_id(turn.db, dictation.person_id) if dictation else None
    if dictation is None or person is None or person.telegram_id is None or dictation.erased_at is not None:
        return
    turn.call("deleteMessage", person.telegram_id, "-", message_id=dictation.message_id)
    await store.change(turn.db, dictation_id, erased_at=turn.now)
    turn.note(f"dictation:{dictation_id}", erased=True)


def slot_of(dictation_id: int) -> str:
    return f"dictation:{dictation_id}"
