"""How far apart two Mandarin syllables sound, without tones: 0 is the same, 1 is nothing alike.

`sound` takes neighbours as one where names are written; a recording is nearer or further, so here they have distances.
A syllable is an initial and a final. Sounds that dialects and recognisers take for one another are neighbours in two
small graphs; what lies further apart costs the way between them.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from bot.language.companies import words

if TYPE_CHECKING:
    import numpy as np

INITIALS = tuple(words("- zh ch sh b p m f d t n l g k h j q x r z c s"))
FINALS = tuple(
    words(
        "a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong "
        "u ua uo uai ui uan un uang v ve van vn ?"
    )
)
NOTHING = FINALS.index("?")  # a sign that has no syllable

NEAR_INITIALS = """
zh z .1   ch c .1   sh s .1   n l .2    f h .3    r l .3    b p .3    d t .3    g k .3    j q .3    zh ch .3  z c .3
j zh .3   q ch .3   x sh .3   x q .4    j x .4    x s .4    m n .4    ch sh .4  c s .4    zh sh .5  z s .5    g h .4
k h .4    g d .6    k t .6    r zh .6   j d .6    b d .6    p t .6    m b .6    l d .6    - h .5    - r .5    - n .6
"""
NEAR_FINALS = """
an ang .1    en eng .1    in ing .1    ian iang .15 uan uang .15 ong eng .3   ong iong .3  un ong .3    un en .3
e uo .3      o uo .1      o ou .3      a ia .3      a ua .3      ai ei .4     ai uai .3    ei ui .2     ao ou .4
ao iao .3    ou iu .3     ie ve .3     ie e .4      ie ei .5     i v .2       i ei .5      i ie .4      u v .4
u ou .4      u uo .4      uo ou .3     ian an .3    ian van .2   uan an .3    uan van .3   in vn .2     in en .3
ing eng .3   in ian .4    un vn .3     iang ang .3  uang ang .3  i er .6      e er .4      e en .5      a an .4
ei en .4     e a .6       u un .5      i in .4      i ing .4     ie ian .4    ao ang .6    ua uo .5     o e .3
v vn .5      ai an .5     ou ong .5    iu iong .5   uo ong .5    ia ian .4    ao a .5      ai a .5
"""
# y and w only spell a missing initial.
SPELT_Y = {
    "i": "i", "a": "ia", "e": "ie", "ao": "iao", "ou": "iu", "an": "ian", "in": "in", "ang": "iang", "ing": "ing",
    "ong": "iong", "u": "v", "ue": "ve", "uan": "van", "un": "vn", "o": "o",
}  # fmt: skip
SPELT_W = {
    "u": "u", "a": "ua", "o": "uo", "ai": "uai", "ei": "ui", "an": "uan", "en": "un", "ang": "uang", "eng": "ong",
}  # fmt: skip
SPELT_U = {"u": "v", "ue": "ve", "uan": "van", "un": "vn"}  # behind j, q and x


@cache
def split(syllable: str) -> tuple[int, int]:
    """The numbers of a syllable's initial and final; of anything else the numbers that are far from all."""
    syllable = syllable.replace("ü", "v").replace("lue", "lve").replace("nue", "nve")
    if syllable[:1] in ("y", "w"):
        initial, final = "-", (SPELT_Y if syllable[0] == "y" else SPELT_W).get(syllable[1:], "?")
    else:
        initial = next((each for each in INITIALS[1:] if syllable.startswith(each)), "-")
        final = syllable.removeprefix(initial)
        if initial in ("j", "q", "x"):
            final = SPELT_U.get(final, final)
    return INITIALS.index(initial), FINALS.index(final) if final in FINALS else NOTHING


@cache
def distances() -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Between all initials and between all finals, each 0 to 1: the shortest ways through the graphs."""
    initials, finals = _ways(INITIALS, NEAR_INITIALS), _ways(FINALS, NEAR_FINALS)
    finals[NOTHING, :] = finals[:, NOTHING] = 1
    return initials, finals


def _ways(names: tuple[str, ...], edges: str) -> np.ndarray[Any, Any]:
    import numpy as np

    far = np.ones((len(names), len(names)), dtype=np.float32)
    np.fill_diagonal(far, 0)
    said = edges.split()
    place = {name: row for row, name in enumerate(names)}
    for one, other, way in zip(said[::3], said[1::3], said[2::3], strict=True):
        a, b = place[one], place[other]
        far[a, b] = far[b, a] = float(way)
    for middle, row in product(range(len(names)), repeat=2):
        far[row] = np.minimum(far[row], far[row, middle] + far[middle])
    return far
