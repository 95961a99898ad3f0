"""`python -m tests.speech.score`: what the recogniser makes of the clips, and what it costs. A table for people.

Error rates are of characters, punctuation aside; "linked" is after the names were linked by sound in a book of some
hundred clients. The first note pays for the start of the worker and the loading of the model. The machine's load
matters: the real-time factor is the work's time by the sound's length.
"""

import asyncio
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.language.amounts import amounts
from bot.rules.listening import Unheard
from bot.settings import Settings
from bot.speech import audio, model
from bot.speech.local import Local
from bot.speech.names import Book, book, link
from bot.speech.port import Recogniser, recogniser

CLIPS = Path(__file__).parent / "clips"
BOOKS = Path(__file__).parents[1] / "language"
NAMED = {  # clip: the client and the person that it names
    "dev_zh1.ogg": ("宏图玻璃", "沈国栋"),
    "dev_zh2.ogg": ("星河照明", "柳梦琪"),
    "dev_zh3.ogg": ("远帆渔具", None),
}
OTHERS = (("鸿运物流", ("沈国兴",)), ("新禾农业", ("刘梦洁",)), ("远方玩具", ("俞剧",)))  # near in sound
FIGURES = (("300万", "三百万"), ("6月3日", "六月三号"), ("4.1%", "百分之四点一"))


HEAD = ("clip", "seconds", "took", "factor", "errors", "linked", "client", "person", "figures")
TRADES = ("物流", "食品", "机械", "纺织", "建材", "电子")  # make some three hundred names of those of the books


def main() -> None:
    with TemporaryDirectory() as folder:
        rows, about = asyncio.run(measured(Settings(data_dir=Path(folder))))
    widths = [max(len(row[n]) for row in (HEAD, *rows)) for n in range(len(HEAD))]
    for row in (HEAD, *rows):
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))
    print(f"# {about}")


async def measured(settings: Settings) -> tuple[list[tuple[str, ...]], str]:
    """A row for each clip and for all of them; and in words what loading, memory and sounds without speech come to."""
    model.install(model.folder(settings.data_dir, settings.speech_model))
    clients = clients_of()
    ears = recogniser(settings)
    rows: list[tuple[str, ...]] = []
    sums = [0.0] * 5
    try:
        load = await loading(ears)
        for each in json.loads((CLIPS / "refs.json").read_text("utf-8")):
            heard = await ears.hear((CLIPS / each["file"]).read_bytes(), "zh-Hans")
            linked = link(heard.text, clients)
            right = plain(each["text"])
            errors, left = (distance(plain(said), right) for said in (heard.text, linked.text))
            client, person = NAMED[each["file"]]
            found = linked.client is not None and linked.client.alias == client, linked.person == person
            kept = figures(each["text"]) <= figures(heard.text)
            marks = tuple("right" if each else "wrong" for each in (*found, kept))
            rows.append((each["file"], *costs(heard.seconds, heard.took, errors, left, len(right)), *marks))
            told = (heard.seconds, heard.took, errors, left, len(right))
            sums = [before + more for before, more in zip(sums, told, strict=True)]
        rows.append(("all", *costs(*sums), "-", "-", "-"))
        silent = [await words_of(ears, sound) for sound in wordless()]
        memory = most_memory(ears)
    finally:
        await ears.close()
    return rows, (
        f"book of {len(clients.clients)} clients; loading {load:.1f} s; worker's memory at most {memory} MB; "
        f"sounds without speech that gave no text: {silent.count('')} of {len(silent)}"
    )


def costs(seconds: float, took: float, errors: float, left: float, length: float) -> tuple[str, ...]:
    return f"{seconds:.1f}", f"{took:.2f}", f"{took / seconds:.2f}", f"{errors / length:.1%}", f"{left / length:.1%}"


async def loading(ears: Recogniser) -> float:
    """Seconds that the first note takes longer than the same note again: the worker's start and the model's loading."""
    note = (CLIPS / "dev_zh3.ogg").read_bytes()
    took = [(await ears.hear(note, "zh-Hans")).took for _ in range(2)]
    return took[0] - took[1]


def clients_of() -> Book:
    """The named clients among some three hundred: those of the language tests' books, and others made of them."""
    lines = [line for file in sorted(BOOKS.glob("book*.txt")) for line in file.read_text("utf-8").splitlines()]
    written = dict.fromkeys(line.split()[1] for line in lines if re.match(r"\w+ \S", line))
    named = [(alias, (person,) if person else ()) for alias, person in NAMED.values()]
    made = dict.fromkeys(alias[:2] + trade for alias in written if not alias.isascii() for trade in TRADES)
    every = [*named, *OTHERS, *((alias, ()) for alias in written | made)]
    return book(tuple((f"C{n:03}", alias, persons) for n, (alias, persons) in enumerate(every)))


async def words_of(ears: Recogniser, sound: bytes) -> str:
    try:
        return (await ears.hear(sound, "zh-Hans")).text
    except Unheard:
        return ""


def wordless() -> list[bytes]:
    """Ten seconds each of silence, noise, hum and clicks."""
    dice, many = np.random.default_rng(3), 10 * audio.RATE
    seconds = np.arange(many) / audio.RATE
    sounds = (
        np.zeros(many),
        dice.standard_normal(many) * 0.05,
        0.2 * np.sin(2 * np.pi * 50 * seconds),
        dice.random(many) > 0.9995,
    )
    return [audio.wave(sound.astype("float32")) for sound in sounds]


def most_memory(ears: Recogniser) -> int:
    """Megabytes that the worker held at most; 0 where the engine is elsewhere."""
    if not isinstance(ears, Local) or ears.worker.process is None:
        return 0
    status = Path(f"/proc/{ears.worker.process.pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) // 1024 if found else 0


def distance(said: str, right: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(said, right))


def plain(text: str) -> str:
    """Without signs, figures as they are said."""
    for figure, spoken in FIGURES:
        text = text.replace(figure, spoken)
    return "".join(sign for sign in text if sign.isalnum())


def figures(text: str) -> set[tuple[float, str]]:
    return {(each.value, each.unit) for each in amounts(text)}


if __name__ == "__main__":
    main()
