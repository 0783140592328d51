"""How much memory a web process, the reader and an export take; how soon `serve` answers on a store that is there."""

import os
import subprocess
import tempfile
import time
import urllib.request
from itertools import islice
from pathlib import Path

from . import programs
from .corpus.drafts import Plan
from .load import ask
from .questions import questions
from .serving import service
from .tables import table
from .writing import texts

_STARTS = 3
_SENT = (10_000, 1_000_000)
_LOOK = 10_000  # rows


def measure(url: str, plan: Plan, each: float = 3) -> None:
    """Prints it, in megabytes and seconds."""
    rows = [["a web process, after every question at 32 connections", _web(url, plan, each)]]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts"
        file.mkdir()
        for number, text in enumerate(texts()):
            (file / f"{number}.txt").write_text(text, encoding="utf-8")
        rows.append(["extract", f"{programs.run(['extract', str(file)]).peak / programs.MEGABYTE:.0f} MB"])
    rows.append(["export of quotes", _exported(url)])
    rows += [[f"a web process that sends {most:,} quotes", _sent(url, most)] for most in _SENT]
    seconds, cpu = sorted(_started(url) for _ in range(_STARTS))[_STARTS // 2]
    rows.append(["`serve` answers after", f"{seconds:.1f} s, {cpu:.1f} s of CPU of all its processes to its end"])
    print(table(["what", "takes"], rows), flush=True)


def _exported(url: str) -> str:
    """Of all quotes so many are read, or all that there are."""
    process = subprocess.Popen(
        [programs.COMMAND, "export", "quotes"], env=os.environ | {"DATABASE_URL": url}, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout
    number = peak = 0
    with process, process.stdout as written:
        for number, _ in enumerate(islice(written, _SENT[-1]), 1):
            if number % _LOOK == 0:  # at its end it has none any more
                peak = programs.high_water(process.pid)
        process.terminate()
    return f"{peak / programs.MEGABYTE:.0f} MB, {number:,} rows"


def _sent(url: str, most: int) -> str:
    """Of all quotes as NDJSON so many are read, or all that there are."""
    with service(url, workers=1) as (address, master):
        asked = urllib.request.Request(f"{address}/quotes", headers={"Accept": "application/x-ndjson"})
        with urllib.request.urlopen(asked) as answer:
            number = sum(1 for _ in islice(answer, most))
        return f"{_peak(master)}, {number:,} rows"


def _web(url: str, plan: Plan, seconds: float) -> str:
    with service(url, workers=2) as (address, master):
        for question in questions(url, plan):
            ask(address, question.asked, 32, seconds)
        return _peak(master)


def _peak(master: int) -> str:
    """The most that any of its processes took."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text(encoding="ascii").split()
    return f"{max(programs.high_water(int(child)) for child in children) / programs.MEGABYTE:.0f} MB"


def _started(url: str) -> tuple[float, float]:
    """Seconds until `serve` answers, and of CPU of all its processes until they have ended right after."""
    environment = os.environ | {"DATABASE_URL": url, "ONRECORD_PORT": "0"}
    begun = time.perf_counter()
    process = subprocess.Popen(
        [programs.COMMAND, "serve"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout
    with process.stdout as told:
        greeting = told.readline()
        seconds = time.perf_counter() - begun
        process.terminate()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if "http://" not in greeting:
        raise SystemExit("the service did not start")
    return seconds, usage.ru_utime + usage.ru_stime
