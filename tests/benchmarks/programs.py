"""Runs the commands of the service as its users do, and tells what they took: by the clock, of CPU, of memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = Path(sys.executable).parent / "onrecord"
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock and of CPU, and the peak of memory in bytes, of a command and what it started."""

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
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"onrecord {' '.join(arguments)} ended with status {process.returncode}")
        output.seek(0)
        return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, sum(1 for _ in output))
