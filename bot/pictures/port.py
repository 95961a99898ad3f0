"""What the bot asks for a picture."""

from __future__ import annotations

from typing import Any

from bot.pictures.process import Failed, Maker
from bot.rules.refusal import Refusal

SECONDS = 20.0
MEMORY = 1000  # megabytes of addresses; a picture takes a tenth


class Pictures:
    """Draws beside the event loop. Nothing runs until the first picture is wanted."""

    def __init__(self, font: str | None = None) -> None:
        self.maker = Maker("bot.pictures.worker", {"font": font, "memory": MEMORY}, seconds=SECONDS)

    async def draw(self, kind: str, facts: dict[str, Any]) -> bytes:
        """A PNG of `bot/pictures/<kind>.py`. Raises the Refusal `pictures-away` where it can't be drawn."""
        try:
            return await self.maker.make({"kind": kind, "facts": facts})
        except Failed:
            raise Refusal("pictures-away") from None

    async def close(self) -> None:
        await self.maker.close()
