"""Seconds of CPU of everything that has a part in answering: other work on the machine changes them little."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from .peers import rows_of

_TICK = os.sysconf("SC_CLK_TCK")


def clock(url: str, web: int) -> Callable[[], float]:
    """Tells the seconds that the server of a store, the web processes below `web` and what this process ran spent."""
    server = of_server(url)
    return lambda: server() + spent(web) + _of_programs()


def of_server(url: str) -> Callable[[], float]:
    """Tells the seconds that the server of a store spent."""
    (row,) = rows_of(url, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS id")
    return lambda: spent(row["id"])


def _of_programs() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def spent(process: int) -> float:
    """Of a process, of those that it started and has outlived, and of those that it has now, with all of theirs."""
    return sum(_times(process)) + sum(map(spent, _children(process)))


def _children(process: int) -> Iterator[int]:
    with suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
        for task in Path(f"/proc/{process}/task").iterdir():
            yield from map(int, (task / "children").read_text(encoding="ascii").split())


def _times(process: int) -> tuple[float, float]:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except (
        FileNotFoundError,
        ProcessLookupError,
    ):  # it has just ended, and stands in the account of its parent from now on
        return 0.0, 0.0
    user, system, of_ended_user, of_ended_system = map(int, fields[11:15])
    return (user + system) / _TICK, (of_ended_user + of_ended_system) / _TICK
