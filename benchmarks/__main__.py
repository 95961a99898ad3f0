"""`make bench`, or `python -m benchmarks [start] [memory] [throughput] [latency] [language] [leave] [speech] [--json]`.

Every figure stands beside the same figure of a bare aiogram echo bot, measured in the same run in turns with ours:
read the ratios, and read the machine's load before the figures. Nothing here fails by the clock.
"""

import argparse
import asyncio
import gc
import json
import os
import platform
import sys
from typing import Any

from benchmarks import databases
from benchmarks.measures import MEASURES, WARM, Measuring, compile_once


def main() -> int:
    given = arguments()
    try:
        import uvloop
    except ImportError:
        measured = asyncio.run(measure(given))
    else:
        measured = uvloop.run(measure(given))
    if given.json:
        print(json.dumps(measured, ensure_ascii=False, indent=1))
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What Waiqin costs beside a bare bot.")
    parser.add_argument("names", nargs="*", metavar="name", help=f"what to measure: {', '.join(MEASURES)}; or all")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--turns", type=int, default=1000, help="check-ins in a round of the throughput")
    parser.add_argument("--rms", type=int, default=2000, help="how many RMs the bank has; as many turns for the memory")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if unknown := set(given.names) - set(MEASURES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    given.turns = min(given.turns, given.rms - WARM)
    return given


async def measure(given: argparse.Namespace) -> dict[str, Any]:
    """Measure what was asked for, and show each table as it comes."""
    say = (lambda *_: None) if given.json else print
    about = machine()
    say(about)
    found: dict[str, Any] = {"machine": about}
    async with databases.opened(given.rms) as bank:
        of = Measuring(bank, bank.folder / "bytecode", given.rounds, given.turns)
        await compile_once(of)
        gc.collect()
        gc.freeze()
        for name in given.names or MEASURES:
            before = os.getloadavg()[0]
            table = await MEASURES[name](of)
            found[name] = {"load": [before, os.getloadavg()[0]], "rows": table.plain}
            say(f"\n{table}(load of the machine: {before:.1f} before, {os.getloadavg()[0]:.1f} after)")
    return found


def machine() -> str:
    return f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
