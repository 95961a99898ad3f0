"""The arithmetic of docs/scale.md: `python -m benchmarks.scale` prints its table anew.

Assumptions stand here as figures and nowhere else. How many words one bot says in ten minutes is not assumed: the
bot's own pacing is run on a clock that jumps.
"""

from collections.abc import Iterator
from unittest.mock import patch

from bot.outbox import Limits, Pace
from bot.turn import REMINDER

STAFF = (10, 100, 1_000, 10_000, 100_000, 500_000)
WORKING_DAYS = 250  # a year
UPDATES_A_DAY = 40  # of one person: four visits with check-in, check-out and record, cards, questions
WORDS_A_DAY = 45  # said to one person: answers, reminders, the briefing
LINES_A_DAY = 20  # of the audit
ROWS_A_DAY = UPDATES_A_DAY + WORDS_A_DAY + LINES_A_DAY * 2 + 15  # with the chain; the rest are visits, records, points
BYTES_A_ROW = 600  # with indexes, on disk
BUSIEST_HOUR = 0.2  # of a day's updates
BRIEFING_SECONDS = 600


def said_within(seconds: float) -> int:
    """How many briefings one bot says in this time, to five thousand people in turn, by its own pace."""
    moment = 0.0
    count = 0
    with patch("bot.clock.ticks", lambda: moment):
        pace = Pace(Limits())
        while moment < seconds:
            who = count % 5_000 + 1
            wait = pace.wait(who, REMINDER)
            if wait > 0:
                moment += max(wait, 0.001)  # a sum of fractions never quite arrives
                continue
            pace.spend(who)
            count += 1
    return count


def rows() -> Iterator[tuple[str, ...]]:
    """The table: staff, updates a second in the busiest hour, words a second, rows and gigabytes a year, bots."""
    each_bot = said_within(BRIEFING_SECONDS)
    for staff in STAFF:
        busiest = staff * UPDATES_A_DAY * BUSIEST_HOUR / 3600
        words = staff * WORDS_A_DAY * BUSIEST_HOUR / 3600
        kept = staff * ROWS_A_DAY * WORKING_DAYS
        bots = -(-staff // each_bot)
        yield (
            f"{staff:,}",
            f"{busiest:,.1f}",
            f"{words:,.1f}",
            f"{kept:,}",
            f"{kept * BYTES_A_ROW / 1e9:,.1f}",
            f"{bots}",
        )


def table() -> str:
    heads = ("staff", "updates/s, busiest hour", "words/s", "rows a year", "GB a year", "bots for a 10-minute briefing")
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows())])


if __name__ == "__main__":
    print(f"one bot says {said_within(BRIEFING_SECONDS):,} briefings in {BRIEFING_SECONDS // 60} minutes\n")
    print(table())
