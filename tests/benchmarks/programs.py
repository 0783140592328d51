"""Runs the commands of the service as its users do, and tells what they took: by the clock, of CPU, of memory."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

COMMAND = Path(sys.executable).parent / "onrecord"
MEGABYTE = 1024 * 1024
_LOOK = 0.01


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of CPU of a command and what it started, the peak of its own memory in bytes."""

    seconds: float
    cpu: float
    peak: int
    lines: int


def run(arguments: Sequence[str], url: str | None = None) -> Run:
    """One run of `onrecord` with these arguments, on a store where it needs one. SystemExit: it failed."""
    environment = os.environ | ({"DATABASE_URL": url} if url else {})
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        begun = time.perf_counter()
        process = subprocess.Popen([COMMAND, *arguments], stdout=output, stderr=subprocess.DEVNULL, env=environment)
        status, usage, peak = _ended(process.pid)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"onrecord {' '.join(arguments)} ended with status {process.returncode}")
        output.seek(0)
        return Run(seconds, usage.ru_utime + usage.ru_stime, peak, sum(1 for _ in output))


def high_water(process: int) -> int:
    """The most memory that a process has taken so far, in bytes; 0 of one that has ended."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    return int(found[1]) * 1024 if found else 0


def _ended(process: int) -> tuple[int, struct_rusage, int]:
    # Looked at while it runs: what the system tells at the end counts the memory of whoever started it, too.
    peak = 0
    while True:
        peak = max(peak, high_water(process))
        ended, status, usage = os.wait4(process, os.WNOHANG)
        if ended:
            return status, usage, peak
        time.sleep(_LOOK)
