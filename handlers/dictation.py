"""Speak once: a recording becomes words on the bank's own machine, and the words go where typed ones would (A10, V30).

It is taken in a turn, heard with no transaction open, and applied in a second turn as if the person had typed
what was heard. Whatever stops in between loses nothing: the recording is known until it has become words.
"""

from datetime import datetime
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.mask import mask
from bot.rules import dictations as rules, listening
from bot.rules.dictations import Dictation, DictationStatus
from bot.rules.listening import EngineAway
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.slow import Tools
from bot.speech.names import listened, prepare
from bot.talk import Area, Step
from bot.telegram import Rejected, Unreachable
from bot.turn import Turn
from storage import clients as client_store, dictations as store, people as people_store, visits as visit_store

area = Area("dictation")

CONSENT = "voice"
SOUNDS = ("audio/", "application/ogg")


class Agree(Button, prefix="dictation.agree"):
    pass


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
    text = await with_names(turn, person, dictation, result["text"])
    shown = mask(text, turn.policy_of(person.unit_id).confidentiality.mask_digit_runs_from).text
    turn.note(f"dictation:{dictation_id}", characters=len(text))
    turn.edit(slot_of(dictation_id), "dictation-heard", to=person, text=shown, gaps=bool(result["gaps"]))
    await turn.as_said(person, text, dictation.message_id, dictation.sent_at)


async def with_names(turn: Turn, person: Person, dictation: Dictation, text: str) -> str:
    """The words with a client's name written right where its sound leaves no doubt."""
    clients = await client_store.portfolio(turn.db, person.id)
    if not clients:
        return text
    day = dictation.sent_at.astimezone(turn.zone_of(person.unit_id)).date()
    today = await visit_store.around(turn.db, person.id, day)
    by_id = {client.id: client.code for client in clients}
    near = {by_id[each.client_id] for each in today if each.day == day and each.client_id in by_id}
    entries = tuple((client.code, client.alias, ()) for client in clients)
    return (await listened(text, entries, near)).text


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
