"""Words a second of `onrecord extract` on one core and two, beside textacy, its memory, its start, and great texts.

    python -m tests.benchmarks.extract_speed [--times 20] [--textacy PYTHON] [--great 0.1] [FILE.ndjson]

FILE holds {"id", "text"} a line; without it the sample newsroom is read `--times` times over. The command runs as its
users run it, bound to as many cores as it has processes. `whole` counts its start too, `net` does not: the start is
the time of the same command on one short text, and `ready` the time until its answer, the middle one of three.

PYTHON is one whose environment has textacy and a spaCy pipeline: its direct_quotations read the same texts on one core
in the same run, a paragraph a call and then an article's paragraphs together; the ratios are of both without their
start, by the clock and by the seconds of CPU, which other work on the machine disturbs less. `--great` reads texts made
to be slow, of this share of their full size and of twice that: seconds of CPU without the start, the peak of memory.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from service.extraction.reader import SHIPPED
from service.shipped import shipped

from .great_texts import GREAT_TEXTS

COMMAND = Path(sys.executable).parent / "onrecord"
SHORT = [{"id": "short", "text": "“It is so,” said the minister, Ann Smith, on Tuesday."}]
MEGABYTE = 1024 * 1024

Row = dict[str, str]


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds by the clock and of CPU, the peak of memory in bytes (of its largest process)."""

    seconds: float
    cpu: float
    peak: int
    output: str


def newsroom(times: int) -> Iterator[Row]:
    """The articles of the sample newsroom, `times` times over."""
    with shipped("seeds/newsroom.jsonl").open(encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    return ({"id": f"{turn}-{number}", "text": text} for turn in range(times) for number, text in enumerate(texts))


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a file."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file)


@contextmanager
def file_of(rows: Iterable[Row]) -> Iterator[str]:
    """The rows as a file for a command."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        yield file.name


def run(command: list[str]) -> Run:
    """Runs a command to its end, which must be a good one."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
        output.seek(0)
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output.read())


def extracted(rows: Iterable[Row], processes: int = 1) -> Run:
    """`onrecord extract` over these texts."""
    with file_of(rows) as path:
        return run([str(COMMAND), "extract", "--processes", str(processes), path])


@contextmanager
def cores(count: int) -> Iterator[None]:
    """Binds what is started meanwhile to the first cores of this machine."""
    everything = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(everything)[:count]))
    try:
        yield
    finally:
        os.sched_setaffinity(0, everything)


def speed(rows: list[Row], processes: int) -> tuple[float, float]:
    """Prints a line for so many processes on as many cores; returns words a second, and a second of CPU, net."""
    words = sum(len(row["text"].split()) for row in rows)
    with cores(processes):
        start, whole = extracted(SHORT, processes), extracted(rows, processes)
    net = _pace(words, whole.seconds - start.seconds)
    print(
        f"{processes} cores: {words / whole.seconds:8.0f} words/s whole, {net:8.0f} net ({words} words in "
        f"{whole.seconds:.1f} s), peak {whole.peak / MEGABYTE:.0f} MB a process"
    )
    return net, _pace(words, whole.cpu - start.cpu)


def _pace(words: int, seconds: float) -> float:
    return words / seconds if seconds > 0 else float("nan")


def beside(rows: list[Row], python: Path, pipeline: str, ours: tuple[float, float]) -> None:
    """Prints how fast textacy is, on one core as ours was."""
    words = sum(len(row["text"].split()) for row in rows)
    program = Path(__file__).parent / "textacy_quotes.py"
    with cores(1), file_of(rows) as path:
        done = run([str(python), str(program), pipeline, path])
    theirs = json.loads(done.output)
    quotes, refused = theirs["apart"]["quotes"], theirs["apart"]["refused"]
    print(
        f"textacy, {pipeline} {theirs['version']}, 1 core: {quotes} direct quotes, {refused} paragraphs refused, "
        f"ready {theirs['ready']:.2f} s, peak {done.peak / MEGABYTE:.0f} MB"
    )
    for how, told in (("apart", "a paragraph a call"), ("together", "an article's paragraphs together")):
        pace, cpu = words / theirs[how]["seconds"], words / theirs[how]["cpu"]
        print(f"  {told}: {pace:.0f} words/s net; ours {ours[0] / pace:.2f} times as fast, by CPU {ours[1] / cpu:.2f}")


def start() -> float:
    """Prints what it takes to get the first answer; returns the seconds of CPU."""
    with cores(1):
        runs = [extracted(SHORT) for _ in range(3)]
    middle = statistics.median(each.seconds for each in runs)
    weights = sum(path.stat().st_size for path in SHIPPED.glob("*.onnx"))
    cpu = statistics.median(each.cpu for each in runs)
    print(
        f"ready {middle:.2f} s ({cpu:.2f} CPU), peak {runs[0].peak / MEGABYTE:.0f} MB; weights {weights / 1e6:.1f} MB"
    )
    return cpu


def great(share: float, ready: float) -> None:
    """Prints what the great texts take at this share of their size, and at twice that."""
    words = [word for row in newsroom(1) for word in row["text"].split()]
    print(f"{'great texts':24}{'size':>18}{'CPU s':>9}{'peak MB':>9}{'twice':>9}{'times':>7}{'peak MB':>9}")
    for each in GREAT_TEXTS:
        size = int(each.size * share)
        with cores(1):
            once, twice = (extracted([{"id": "t", "text": each.build(words, n)}]) for n in (size, 2 * size))
        cells = [once.cpu - ready, once.peak / MEGABYTE, twice.cpu - ready, twice.peak / MEGABYTE]
        ratio = cells[2] / cells[0] if cells[0] > 0 else float("nan")
        print(
            f"{each.name:24}{f'{size} {each.unit}':>18}{cells[0]:>9.1f}{cells[1]:>9.0f}{cells[2]:>9.1f}"
            f"{ratio:>7.2f}{cells[3]:>9.0f}",
            flush=True,
        )


def main() -> None:
    """Measures what the command line asks for."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", nargs="?", type=Path, help='NDJSON of {"id", "text"}')
    arguments.add_argument("--times", type=int, default=20, help="how often to read the newsroom (20)")
    arguments.add_argument("--textacy", type=Path, metavar="PYTHON", help="a Python with textacy, to read beside ours")
    arguments.add_argument("--pipeline", default="en_core_web_sm", help="its spaCy pipeline, a name or a path")
    arguments.add_argument("--great", type=float, metavar="SHARE", help="read the great texts, too: 1 is full size")
    given = arguments.parse_args()
    rows = list(rows_of(given.file) if given.file else newsroom(given.times))
    ours = speed(rows, 1)
    if given.textacy:
        beside(rows, given.textacy, given.pipeline, ours)
    if len(os.sched_getaffinity(0)) > 1:
        speed(rows, 2)
    ready = start()
    if given.great:
        great(given.great, ready)


if __name__ == "__main__":
    main()
