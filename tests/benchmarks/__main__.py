"""All figures of the README in one go: python -m tests.benchmarks [PART ...] [--sizes N]

Starts a throw-away Postgres, fills it with a corpus of each size, and prints tables and ratios. Give it an otherwise
idle machine, or take its ratios alone. It needs wrk (apt-get install wrk); --datasette is the program of a Datasette in
an environment of its own.
"""

import argparse
import os
import time
from pathlib import Path

from . import growth, layers, memory, plans, rewordings, writing
from .corpus.drafts import plan
from .corpus.filling import THROW_AWAY
from .reading import How
from .stores import SEED, corpus
from .throwaway import postgres

PARTS = ("plans", "read", "layers", "rewordings", "write", "memory")


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)} (all)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 2_000_000], help="quotes of each store")
    parser.add_argument("--seconds", type=float, default=5, help="of each measurement (5)")
    parser.add_argument("--rounds", type=int, default=3, help="of each measurement (3)")
    parser.add_argument("--data", type=Path, help="a folder that keeps the stores for the next run")
    parser.add_argument("--datasette", type=Path, help="the program of Datasette")
    parser.add_argument("--questions", nargs="+", default=[""], help="read: those alone whose names hold one of these")
    parser.add_argument("--ways", nargs="+", default=list(writing.WAYS), help="write: those ways in alone")
    given = parser.parse_args()
    wanted = given.parts or PARTS
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    with postgres(given.data, THROW_AWAY) as url:
        stores = {size: corpus(url, size) for size in given.sizes}
        how = How(given.seconds, given.rounds, given.datasette, tuple(given.questions))
        if "plans" in wanted:
            plans.measure(stores)
        if "read" in wanted:
            growth.measure(stores, how)
        if "layers" in wanted:
            layers.measure(stores[given.sizes[0]], plan(SEED, given.sizes[0]))
        if "rewordings" in wanted:
            rewordings.measure(stores)
        if "write" in wanted:
            writing.measure(url, stores, given.rounds, given.ways)
        if "memory" in wanted:
            memory.measure(stores[given.sizes[-1]], plan(SEED, given.sizes[-1]))


if __name__ == "__main__":
    main()
