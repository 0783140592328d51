"""Words a second of `onrecord extract`, on one core and on two.

    python tests/benchmarks/extract_speed.py [--times 20] [FILE.ndjson]

FILE holds {"id", "text"} a line; without it the sample newsroom is read `--times` times over. The command runs as its
users run it, bound to as many cores as it has processes. `whole` counts its start too, `net` does not: the start is
the time of the same command on one short text.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from service.shipped import shipped

COMMAND = Path(sys.executable).parent / "onrecord"
SHORT = [{"id": "short", "text": "“It is so,” said the minister, Ann Smith, on Tuesday."}]

Row = dict[str, str]


def newsroom(times: int) -> Iterator[Row]:
    """The articles of the sample newsroom, `times` times over."""
    with shipped("seeds/newsroom.jsonl").open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    return ({"id": f"{turn}-{number}", "text": text} for turn in range(times) for number, text in enumerate(texts))


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


def seconds(rows: Iterable[Row], processes: int) -> float:
    """How long the command takes for these texts on as many cores as it gets processes."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        command = [str(COMMAND), "extract", "--processes", str(processes), file.name]
        begun = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begun


def report(rows: list[Row], processes: int) -> None:
    """Runs the command on the first cores of this machine and prints a line."""
    words = sum(len(row["text"].split()) for row in rows)
    everything = os.sched_getaffinity(0)
    if len(everything) < processes:
        print(f"{processes} cores: this machine has only {len(everything)}")
        return
    os.sched_setaffinity(0, set(sorted(everything)[:processes]))  # handed on to what is started from here
    try:
        start, whole = seconds(SHORT, processes), seconds(rows, processes)
    finally:
        os.sched_setaffinity(0, everything)
    net = words / (whole - start) if whole > start else float("nan")
    print(f"{processes} cores: {words / whole:8.0f} words/s whole, {net:8.0f} net ({words} words in {whole:.1f} s)")


def main() -> None:
    """Measures what the command line asks for."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", nargs="?", type=Path, help='NDJSON of {"id", "text"}')
    arguments.add_argument("--times", type=int, default=20, help="how often to read the newsroom (20)")
    given = arguments.parse_args()
    rows = list(rows_of(given.file) if given.file else newsroom(given.times))
    for processes in (1, 2):
        report(rows, processes)


if __name__ == "__main__":
    main()
