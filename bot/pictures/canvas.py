"""The sheet that every picture is drawn on: points, words, boxes and lines, for a phone's screen.

Coordinates are logical points of a phone 390 wide; the file has three pixels for each. The sheet brings its own opaque
ground, so that a chart reads the same in a light and in a dark chat. Tests look at `written`, never at pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from bot.pictures.font import letters

SCALE = 3
WIDTH = 390
LARGEST = 4000  # points; Telegram takes photos whose sides add up to 10,000 pixels

Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Ink(Enum):
    """The colours. The last five say something and are told apart also by those who see no red or green."""

    GROUND = (246, 247, 249)
    CARD = (255, 255, 255)
    TEXT = (28, 33, 40)
    SOFT = (105, 114, 126)
    FAINT = (221, 225, 231)
    BLUE = (42, 108, 196)
    PALE_BLUE = (207, 224, 246)
    GOOD = (32, 138, 92)
    WARN = (214, 137, 16)
    BAD = (196, 50, 44)
    GREY = (158, 167, 179)
    VIOLET = (121, 82, 179)


_written: list[str] | None = None


class Canvas:
    """A sheet of so many points; drawn on, then given away as a PNG."""

    def __init__(self, width: float = WIDTH, height: float = 300, language: str = "zh-Hans") -> None:
        self.width, self.height, self.language = min(width, LARGEST), min(height, LARGEST), language
        size = (round(self.width * SCALE), round(self.height * SCALE))
        self.image = Image.new("RGB", size, Ink.GROUND.value)
        self.pen = ImageDraw.Draw(self.image)

    def text(
        self,
        at: Point,
        words: str,
        *,
        size: float = 14,
        ink: Ink = Ink.TEXT,
        bold: bool = False,
        anchor: str = "lm",
        most: float | None = None,
    ) -> None:
        """Words at a point; `anchor` as Pillow has it ("lm": left middle), cut with … where wider than `most`."""
        words = " ".join(words.split())
        if most is not None:
            words = self.cut(words, most, size, bold)
        if _written is not None:
            _written.append(words)
        font = self._letters(size, bold)
        self.pen.text((at[0] * SCALE, at[1] * SCALE), words, font=font, fill=ink.value, anchor=anchor)

    def cut(self, words: str, most: float, size: float = 14, bold: bool = False) -> str:
        """The words, shortened until they fit into so many points."""
        if self.width_of(words, size, bold) <= most:
            return words
        shortest, longest = 0, len(words)
        while shortest < longest:
            middle = (shortest + longest + 1) // 2
            if self.width_of(words[:middle] + "…", size, bold) <= most:
                shortest = middle
            else:
                longest = middle - 1
        return words[:shortest].rstrip() + "…"

    def width_of(self, words: str, size: float = 14, bold: bool = False) -> float:
        """How wide the words are, in points."""
        return float(self._letters(size, bold).getlength(words)) / SCALE

    def box(self, corners: Box, ink: Ink, radius: float = 6, outline: Ink | None = None) -> None:
        """A filled box with round corners; nothing where it has no area."""
        x0, y0, x1, y1 = (each * SCALE for each in corners)
        if x1 - x0 < 1 or y1 - y0 < 1:
            return
        radius = min(radius * SCALE, (x1 - x0) / 2, (y1 - y0) / 2)
        edge = outline.value if outline else None
        self.pen.rounded_rectangle((x0, y0, x1, y1), radius, fill=ink.value, outline=edge, width=SCALE)

    def line(self, points: Sequence[Point], ink: Ink = Ink.FAINT, width: float = 1) -> None:
        """A line through points."""
        self.pen.line([(x * SCALE, y * SCALE) for x, y in points], fill=ink.value, width=max(1, round(width * SCALE)))

    def dot(self, at: Point, radius: float, ink: Ink, outline: Ink | None = None) -> None:
        """A filled circle."""
        x, y, r = at[0] * SCALE, at[1] * SCALE, radius * SCALE
        edge = outline.value if outline else None
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=ink.value, outline=edge, width=SCALE)

    def png(self) -> bytes:
        """The picture as a file. Few colours are used, so a palette keeps it small."""
        out = BytesIO()
        self.image.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
        return out.getvalue()

    def _letters(self, size: float, bold: bool) -> Any:
        return letters(round(size * SCALE), self.language, bold)


def written(drawing: Callable[[], bytes]) -> tuple[bytes, list[str]]:
    """The picture, and every text that was written on it: what a test may ask about."""
    global _written
    _written = []
    try:
        return drawing(), _written
    finally:
        _written = None
