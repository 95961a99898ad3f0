"""Play seeds and print what they came to; a seed that goes wrong is told with the command that plays it again."""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice

from tests.simulation.play import HOURS, Report, play


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--seed", type=int, help="only this one, with everything that is wrong")
    parser.add_argument("--from", dest="first", type=int, default=0, help="the first seed of many")
    parser.add_argument("--most", type=int, default=1_000_000, help="so many seeds at the most")
    parser.add_argument("--seconds", type=float, default=60.0, help="no new seed after this long")
    parser.add_argument("--hours", type=float, default=HOURS, help="of the bank, for each seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    if os.environ.get("PYTHONHASHSEED") != "0":  # the order of sets is part of a seed
        os.execve(sys.executable, [sys.executable, "-m", "tests.simulation", *sys.argv[1:]],
                  os.environ | {"PYTHONHASHSEED": "0"})  # fmt: skip
    if args.seed is not None:
        reports = [play(args.seed, args.hours)]
    else:
        reports = list(played(args.first, args.most, args.seconds, args.hours, args.jobs))
    return told(reports, args.hours)


def played(first: int, most: int, seconds: float, hours: float, jobs: int) -> Iterator[Report]:
    ends = time.monotonic() + seconds
    seeds = islice(count(first), most)
    with ProcessPoolExecutor(jobs) as pool:
        waiting = [pool.submit(play, seed, hours) for seed in islice(seeds, jobs)]
        while waiting:
            yield waiting.pop(0).result()
            if time.monotonic() < ends:
                waiting += [pool.submit(play, seed, hours) for seed in islice(seeds, 1)]


def told(reports: list[Report], hours: float) -> int:
    """Print the table; 1 when something is wrong."""
    crashes: Counter[str] = sum((each.crashes for each in reports), Counter())
    troubles: Counter[str] = sum((each.troubles for each in reports), Counter())
    said, repeated = sum(each.said for each in reports), sum(each.repeated for each in reports)
    print(f"seeds                {len(reports)}")
    print(f"hours of the bot     {sum(each.hours for each in reports):.0f}")
    print(f"updates              {sum(each.updates for each in reports)}")
    print(f"starts of the bot    {sum(each.restarts for each in reports)}")
    print(f"calls that took effect {said}, of them {repeated} repeated, each after a doubt")
    print("crashes")
    for name, times in crashes.most_common():
        print(f"  {times:6}  {name}")
    print("troubles")
    for name, times in troubles.most_common():
        print(f"  {times:6}  {name}")
    wrong = [each for each in reports if each.wrong]
    for each in wrong:
        print(f"WRONG: python -m tests.simulation --seed {each.seed} --hours {hours}")
        for line in each.wrong[:20]:
            print(f"    {line}")
    print(f"wrong                {len(wrong)} of {len(reports)} seeds")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
