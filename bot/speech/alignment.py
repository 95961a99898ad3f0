"""Names laid along a text where they fit best, by sound, hundreds at a time.

For Chinese names an alignment of syllables, for names in letters the fuzzy comparison of rapidfuzz. A score is the
distance per syllable (or letter): 0 for the same sound, about 0.5 for chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.language import sound_distances as sounds
from bot.language.pinyin import syllables
from bot.language.script import fold, is_han
from bot.language.sound import readings, spellings

if TYPE_CHECKING:
    import numpy as np

EXTRA = 0.6  # a syllable too many in the text
MISSING = 0.8  # a syllable of the name that is not there
OTHER_SIGN = 0.03  # the same sound in another character: only between equals does it matter
SECOND_READING = 0.05  # 行 is heard as háng and xíng, and one is commoner
MOST_HITS = 24
LETTERS_LEAST = 4
LETTERS_CHANCE = 0.6  # chance gives letters half the likeness that it gives syllables


class Name(NamedTuple):
    """A way to say somebody: as it is written, whose it is, and a handicap for an incomplete one."""

    written: str
    owner: int
    handicap: float = 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was heard: how far from it, and where in the text: text[start:end]."""

    score: float
    name: Name
    start: int
    end: int
    syllables: int
    letters: bool = False


class Spoken:
    """A text as syllables. Signs without a sound count as one that nothing resembles; punctuation does not count."""

    def __init__(self, text: str) -> None:
        import numpy as np

        self.text = text
        self.at = [index for index, sign in enumerate(text) if sign.isalnum()]
        self.signs = [text[index] for index in self.at]
        heard = syllables("".join(self.signs))
        pairs = [sounds.split(each) if each.isalpha() and each.isascii() else (0, sounds.NOTHING) for each in heard]
        self.initials = np.array([pair[0] for pair in pairs], dtype=np.int64)
        self.finals = np.array([pair[1] for pair in pairs], dtype=np.int64)


class Syllables:
    """Chinese names, ready to be laid along texts."""

    def __init__(self, names: Sequence[Name]) -> None:
        import numpy as np

        self.names = [name for name in names if len(name.written) >= 2 and all(map(is_han, name.written))]
        self.signs = sorted({sign for name in self.names for sign in fold(name.written)})
        number = {sign: index for index, sign in enumerate(self.signs)}
        longest = max((len(name.written) for name in self.names), default=0)
        # A name shorter than the longest is filled up with a sign that costs nothing.
        self.lengths = np.array([len(name.written) for name in self.names], dtype=np.int64)
        self.index = np.full((len(self.names), longest), len(self.signs), dtype=np.int64)
        ways: dict[str, list[str]] = {sign: [] for sign in self.signs}
        for row, name in enumerate(self.names):
            folded = fold(name.written)
            self.index[row, : len(folded)] = [number[sign] for sign in folded]
            for sign, sound in zip(folded, spellings(folded)[0], strict=False):
                ways[sign] += [sound] if sound not in ways[sign] else []
        self.ways = [(ways[sign] + sorted(readings(sign) - set(ways[sign])))[:3] for sign in self.signs]
        self.handicaps = np.array([name.handicap for name in self.names], dtype=np.float32)

    def heard(self, spoken: Spoken, furthest: float) -> list[Hit]:
        """The names that come as near as `furthest`, nearest first."""
        import numpy as np

        if not self.names or not spoken.signs:
            return []
        costs = self._costs(spoken)
        count, longest = self.index.shape
        steps = np.arange(longest + 1, dtype=np.float32) * MISSING
        before = np.broadcast_to(steps, (count, longest + 1)).copy()
        best = np.full(count, np.inf, dtype=np.float32)
        rows = np.arange(count)
        ends = np.zeros(count, dtype=np.int64)
        now = np.empty_like(before)
        for place in range(costs.shape[1]):
            now[:, 0] = 0
            np.minimum(before[:, :-1] + costs[:, place][self.index], before[:, 1:] + EXTRA, out=now[:, 1:])
            now -= steps
            np.minimum.accumulate(now, axis=1, out=now)
            now += steps
            whole = now[rows, self.lengths]
            better = whole < best
            best[better] = whole[better]
            ends[better] = place
            before, now = now, before
        scores = best / self.lengths + self.handicaps
        near = [int(row) for row in np.argsort(scores)[:MOST_HITS] if scores[row] <= furthest]
        return [self._hit(row, float(scores[row]), int(ends[row]), costs, spoken) for row in near]

    def _costs(self, spoken: Spoken) -> np.ndarray[Any, Any]:
        """What it costs to hear each sign of the names as each syllable of the text; the filling costs nothing."""
        import numpy as np

        initials, finals = sounds.distances()
        costs = np.zeros((len(self.signs) + 1, len(spoken.signs)), dtype=np.float32)
        costs[:-1] = 1
        most = max(map(len, self.ways))
        for way in range(most):
            pairs = [sounds.split(each[min(way, len(each) - 1)]) if each else (0, sounds.NOTHING) for each in self.ways]
            first = initials[np.array([a for a, _ in pairs])][:, spoken.initials]
            last = finals[np.array([b for _, b in pairs])][:, spoken.finals]
            costs[:-1] = np.minimum(costs[:-1], (first + last) / 2 + (SECOND_READING if way else 0))
        costs[:-1][:, spoken.finals == sounds.NOTHING] = 1
        place = {sign: row for row, sign in enumerate(self.signs)}
        other = np.full_like(costs[:-1], OTHER_SIGN)
        for column, sign in enumerate(spoken.signs):
            if sign in place:
                costs[place[sign], column] = 0
                other[place[sign], column] = 0
        costs[:-1] += other
        return costs

    def _hit(self, row: int, score: float, end: int, costs: np.ndarray[Any, Any], spoken: Spoken) -> Hit:
        """Walk back from where the name ends to where it begins."""
        size = int(self.lengths[row])
        signs = self.index[row, :size]
        first = max(0, end - 2 * size)
        ways = [[(0.0, place) for place in range(first, end + 2)]]
        for step in range(1, size + 1):
            line = [(step * MISSING, first)]
            for column, place in enumerate(range(first, end + 1), 1):
                options = (
                    (ways[-1][column - 1][0] + float(costs[signs[step - 1], place]), ways[-1][column - 1][1]),
                    (ways[-1][column][0] + MISSING, ways[-1][column][1]),
                    (line[-1][0] + EXTRA, line[-1][1]),
                )
                line.append(min(options, key=lambda option: option[0]))
            ways.append(line)
        start = ways[-1][-1][1]
        return Hit(round(score, 3), self.names[row], spoken.at[start], spoken.at[end] + 1, size)


class Letters:
    """Names in letters, and Chinese ones as English speech writes them: hongtu for 宏图."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.forms: list[tuple[str, Name]] = []
        for name in names:
            folded = fold(name.written)
            if all(map(is_han, folded)):
                way = spellings(folded)[0]
                turned = [*way[1:], way[0]]  # Shen Guodong is also Guodong Shen
                spelt = {"".join(way), "".join(turned)} if len(way) in (2, 3) else {"".join(way)}
            else:
                spelt = {squeezed(folded)[0]}
            self.forms += [(each, name) for each in sorted(spelt) if len(each) >= LETTERS_LEAST]

    def heard(self, text: str, furthest: float) -> list[Hit]:
        """The names that come as near as `furthest`, nearest first."""
        from rapidfuzz import fuzz, process

        letters, at = squeezed(text)
        if len(letters) < LETTERS_LEAST:
            return []
        least = 100 * (1 - furthest * LETTERS_CHANCE)
        near = process.extract(letters, [form for form, _ in self.forms], scorer=_along, score_cutoff=least, limit=20)
        hits = []
        for form, likeness, row in near:
            found = fuzz.partial_ratio_alignment(form, letters)
            if found is None or found.dest_end <= found.dest_start:
                continue
            name = self.forms[row][1]
            start, end = at[found.dest_start], at[found.dest_end - 1] + 1
            score = (1 - likeness / 100) / LETTERS_CHANCE + name.handicap
            if whole_words(text, start, end) and score <= furthest:
                hits.append(Hit(round(score, 3), name, start, end, max(2, len(form) // 3), letters=True))
        return sorted(hits, key=lambda hit: hit.score)


def _along(text: str, form: str, *, score_cutoff: float | None = None, processor: object = None) -> float:
    """The likeness of a form to the best place of the text; a form longer than the text has none."""
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(form, text, score_cutoff=score_cutoff) if len(form) <= len(text) else 0.0


def squeezed(text: str) -> tuple[str, list[int]]:
    """The small letters and figures of a text without what stands between them, and where each was."""
    kept = [(sign, index) for index, sign in enumerate(text.lower()) if re.match(r"[a-z0-9]", sign)]
    return "".join(sign for sign, _ in kept), [index for _, index in kept]


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether a place begins or ends about where a word does: hongtu is not heard in the middle of another word."""
    return not (re.search(r"[A-Za-z]{2}$", text[:start]) and re.match(r"[A-Za-z]", text[end:]))
