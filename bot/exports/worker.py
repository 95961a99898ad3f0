"""The process that writes workbooks: a description, then rows in chunks; out comes an XLSX.

Nothing that people wrote can become a formula: every text is written as text, and one that begins like a formula is
also marked so that it stays text when somebody edits the cell. Every page carries the mark of who took it out.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import IO, Any

import xlsxwriter
from PIL import Image, ImageDraw

from bot.exports.book import Kind
from bot.pictures import font
from bot.pictures.process import next_message, serve

TITLE_ROW, UNDER_ROW, STAMP_ROW, HEADING_ROW, FIRST_ROW = range(5)
LONGEST_TEXT = 32_767
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
SHOWN = {
    Kind.NUMBER: "0",
    Kind.RATE: "0%",
    Kind.DATE: "yyyy-mm-dd",
    Kind.TIME: "hh:mm",
    Kind.MOMENT: "yyyy-mm-dd hh:mm",
}
MARK = (2100, 1400)  # pixels of the mark behind a printed page: 10.5 by 7 inches, A4 lying
PAPER_A4 = 9


def start(told: dict[str, Any]) -> None:
    """Take the bank's font, if it names one."""
    font.use(told.get("font"))


def make(job: dict[str, Any], jobs: IO[bytes]) -> bytes:
    """Write one workbook; the chunks `{"more": [sheet, rows]}` follow the job, an empty message ends them."""
    out = BytesIO()
    # Rows go straight to a file of ours and are forgotten: memory does not grow with the register.
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    try:
        sheets = [Register(book, each, job["stamp"]) for each in job["sheets"]]
        mark = watermark(job["stamp"], job["language"])
        for each in sheets:
            each.sheet.set_header("&C&[Picture]", {"image_center": "mark.png", "image_data_center": BytesIO(mark)})
        book.set_properties({"comments": job["stamp"]})
        for index, rows in chunks(jobs):
            sheets[index].write(rows)
        for each in sheets:
            each.finish()
    finally:
        book.close()
    return out.getvalue()


def chunks(jobs: IO[bytes]) -> Iterator[tuple[int, list[list[Any]]]]:
    """Sheet number and rows, until the empty message."""
    while (message := next_message(jobs)) is not None:
        if "more" not in message:
            return
        index, rows = message["more"]
        yield int(index), rows
    raise EOFError


class Register:
    """One sheet, laid out like the paper: title, unit and period, who took it out, headings, rows."""

    def __init__(self, book: Any, told: dict[str, Any], stamp: str) -> None:
        self.kinds = [Kind(each["kind"]) for each in told["columns"]]
        self.sheet = sheet = book.add_worksheet(told["name"])
        last = max(1, len(self.kinds) - 1)
        grid = {"border": 1, "border_color": "#9AA3AE", "valign": "top"}
        self.formats = []
        for index, column in enumerate(told["columns"]):
            shown = {"num_format": SHOWN[self.kinds[index]]} if self.kinds[index] in SHOWN else {"num_format": "@"}
            self.formats.append(book.add_format(grid | shown | {"text_wrap": column["wrap"]}))
            sheet.set_column(index, index, column["width"])
        self.kept_as_text = book.add_format(grid | {"num_format": "@", "quote_prefix": True, "text_wrap": True})
        large = book.add_format({"bold": True, "font_size": 16, "align": "center"})
        plain = book.add_format({"align": "center", "font_color": "#555B63"})
        heading = book.add_format(grid | {"bold": True, "bg_color": "#E8EDF4", "text_wrap": True, "align": "center"})
        sheet.merge_range(TITLE_ROW, 0, TITLE_ROW, last, told["title"], large)
        sheet.merge_range(UNDER_ROW, 0, UNDER_ROW, last, told["under"], plain)
        sheet.merge_range(STAMP_ROW, 0, STAMP_ROW, last, stamp, plain)
        for index, column in enumerate(told["columns"]):
            sheet.write_string(HEADING_ROW, index, column["label"], heading)
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.repeat_rows(HEADING_ROW)
        sheet.set_landscape()
        sheet.set_paper(PAPER_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L" + stamp.replace("&", "&&") + "&R&P / &N")
        self.next_row = FIRST_ROW

    def write(self, rows: list[list[Any]]) -> None:
        """Write rows below those that are there; an empty value leaves an empty cell."""
        sheet, kinds, formats = self.sheet, self.kinds, self.formats
        for row in rows:
            at = self.next_row
            for column, value in enumerate(row):
                kind = kinds[column]
                if value is None or value == "":
                    sheet.write_blank(at, column, None, formats[column])
                elif kind is Kind.TEXT:
                    text = str(value)[:LONGEST_TEXT]
                    sheet.write_string(
                        at, column, text, self.kept_as_text if text.startswith(LIKE_A_FORMULA) else formats[column]
                    )
                elif kind in (Kind.NUMBER, Kind.RATE):
                    sheet.write_number(at, column, value, formats[column])
                else:
                    sheet.write_datetime(at, column, datetime.fromisoformat(value), formats[column])
            self.next_row += 1

    def finish(self) -> None:
        """Let the headings filter, once it is known how far the rows go."""
        if self.next_row > FIRST_ROW:
            self.sheet.autofilter(HEADING_ROW, 0, self.next_row - 1, len(self.kinds) - 1)


def watermark(stamp: str, language: str) -> bytes:
    """The stamp across a page, pale enough to read a register over it."""
    letters = font.letters(56, language, False)
    side = math.ceil(math.hypot(*MARK))
    tile = Image.new("RGBA", (side, side), (255, 255, 255, 0))
    pen = ImageDraw.Draw(tile)
    step = letters.getlength(stamp) + 160
    for line in range(0, side, 420):
        for column in range(-1, math.ceil(side / step) + 1):
            pen.text((column * step + (line % 840) / 2, line), stamp, font=letters, fill=(120, 130, 145, 46))
    turned = tile.rotate(28, resample=Image.Resampling.BILINEAR)
    left, top = (side - MARK[0]) // 2, (side - MARK[1]) // 2
    out = BytesIO()
    mark = turned.crop((left, top, left + MARK[0], top + MARK[1]))
    mark.quantize(16, method=Image.Quantize.FASTOCTREE).save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(serve(start, make))
