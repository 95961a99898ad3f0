"""Pictures for the chat: facts in, a PNG out, drawn by a process of its own with a Chinese font.

`await pictures.draw("figures", facts)` finds `bot/pictures/figures.py` and its pure function `draw(facts) -> bytes`.
Facts are JSON and carry every word already in the reader's language; a drawing knows no locale and no database.
"""

from bot.pictures.port import Pictures as Pictures
