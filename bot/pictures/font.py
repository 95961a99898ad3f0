"""Where the letters come from: the bank's own font, the one that came with the program, or one of the system.

The package `manimgx-fonts-cjk` is Noto Sans CJK as one variable file: every weight, with the shapes of simplified and
traditional Chinese. A bank may name another file with WAIQIN_FONT.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from PIL import ImageFont

PACKAGE, FILE = "manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc"
FACES = {"zh-Hans": 2, "zh-Hant": 3, "en": 2}  # of the collection: simplified, traditional
REGULAR, BOLD = 400, 700

# Where common systems keep a font with Chinese letters; tried in this order where nothing better is there.
SYSTEM = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
)


class NoFont(Exception):
    """There is no font with Chinese letters on this machine."""


def find(named: str | None = None) -> Path:
    """The font file to draw with. Raises NoFont."""
    if named:
        path = Path(named)
        if path.is_file():
            return path
        raise NoFont(f"{path.name} is no file")
    spec = importlib.util.find_spec(PACKAGE)
    if spec is not None and spec.origin is not None and (path := Path(spec.origin).parent / FILE).is_file():
        return path
    for each in SYSTEM:
        if Path(each).is_file():
            return Path(each)
    raise NoFont("no font with Chinese letters is installed")


_named: str | None = None


def use(named: str | None) -> None:
    """Draw with this file from now on; None goes back to the one that came with the program."""
    global _named
    _named = named or None
    letters.cache_clear()


@cache
def letters(size: int, language: str, bold: bool) -> Any:
    """The font at a size in pixels. Cached: a picture uses half a dozen of them."""
    path = find(_named)
    try:
        made = ImageFont.truetype(path, size, index=FACES.get(language, 2))
    except OSError:  # a file with one face
        made = ImageFont.truetype(path, size)
    try:
        made.set_variation_by_axes([BOLD if bold else REGULAR])
    except OSError:
        return made  # not a variable font: one weight for all
    return made
