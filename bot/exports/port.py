"""What the bot asks for a workbook."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

from bot.exports.book import Book
from bot.pictures.process import Failed, Maker
from bot.rules.refusal import Refusal

SECONDS = 120.0
MEMORY = 1500  # megabytes of addresses; a register of 100,000 rows takes a tenth

Rows = Callable[[], AsyncIterator[tuple[int, list[list[Any]]]]]


class Exports:
    """Writes workbooks beside the event loop. Nothing runs until the first one is wanted."""

    def __init__(self, font: str | None = None) -> None:
        self.maker = Maker("bot.exports.worker", {"font": font, "memory": MEMORY}, seconds=SECONDS)

    async def write(self, book: Book, rows: Rows) -> bytes:
        """The XLSX of a book. `rows()` gives chunks (number of the sheet, rows), a sheet's rows in their order.

        It may be asked twice, where the worker broke down. Raises the Refusal `exports-away`.
        """
        try:
            return await self.maker.make(book.told(), rows)
        except Failed:
            raise Refusal("exports-away") from None

    async def close(self) -> None:
        await self.maker.close()
