"""Keeping house: what the bot does for itself, every night."""

from datetime import timedelta

from bot.talk import Area
from bot.turn import Turn
from storage import house as store

area = Area("house")

REMEMBER_UPDATES = timedelta(hours=48)  # Telegram repeats an update for a day; a day more costs nothing (T28)
EVERY = timedelta(hours=6)
NAME = "house:keep"


@area.job
async def keep(turn: Turn) -> None:
    """Forget what need not be remembered; payloads go after the policy's days (S-02)."""
    days = turn.policies.of(()).retention_days.message_text
    done = await store.keep(turn.db, turn.now - REMEMBER_UPDATES, turn.now - timedelta(days=days))
    if any(done.values()):
        turn.note("house", **done)
    turn.later("house.keep", name=NAME, due=turn.now + EVERY)
